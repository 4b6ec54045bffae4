/// Why a backup could not be made or restored. Nothing has been put under the final name when one is thrown.
package enum BackupError: Error, Equatable, Sendable {
    /// The folder of a file does not exist or cannot be entered.
    case noFolder(String, reason: String)
    /// There is a file under the name already and nobody allowed to replace it.
    case exists(String)
    /// The name is that of the database itself, or of a file that SQLite keeps beside it.
    case isDatabase(String)
    /// The name is that of a folder or a device, or it is empty.
    case notAFile(String)
    /// Another process has the database open.
    case inUse(String)
    /// A log lies beside the file, so the file alone is not the whole database.
    case hasLog(String, log: String)
    /// The file is no sound database of this program.
    case unsound(String, reason: String)
    /// The system refused one step.
    case system(String, reason: String)
    /// The database being copied could not be read, or there is no room for the copy.
    case store(StoreError)
}

/// Sentences for whoever runs the commands.
extension BackupError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noFolder(let path, let reason):
            "The folder \(path) cannot be used: \(reason). Make it first, or name another."
        case .exists(let path):
            "\(path) exists already. Give another name, or --force to replace it."
        case .isDatabase(let path): "\(path) is a file of the database itself. Give another name."
        case .notAFile(let path): "\"\(path)\" is not the name of a file. Name one."
        case .inUse(let path):
            "The database \(path) is open in another process. Stop the server and try again."
        case .hasLog(let path, let log):
            "\(log) holds changes that \(path) lacks, so the file is no whole copy. "
                + "Make one with \"scrutiny backup\"."
        case .unsound(let path, let reason):
            "\(path) is not a sound database: \(reason) Nothing was changed. Use another backup; "
                + "\"scrutiny check\" lists all that is wrong with a database."
        case .system(let step, let reason): "Cannot \(step): \(reason)."
        case .store(let error): error.description
        }
    }
}

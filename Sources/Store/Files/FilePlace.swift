internal import Glibc

/// Where a file is or will be, with its links and its folder resolved, so that two ways to write one place are equal.
struct FilePlace: Equatable {
    /// Ends with a slash.
    let folder: String
    let name: String

    var path: String { folder + name }
    /// The files that SQLite keeps beside a database: its logs and the index of one.
    var sideFiles: [String] { Self.sideEndings.map { path + $0 } }
    static let sideEndings = ["-wal", "-journal", "-shm"]

    /// Finds the place of a file that need not exist, in a folder that must.
    init(_ path: String) throws(BackupError) {
        if let resolved = Self.resolved(path) {
            (folder, name) = Self.parts(resolved)
        } else {
            let (folder, name) = Self.parts(path)
            guard let resolved = Self.resolved(folder.isEmpty ? "." : folder) else {
                throw .noFolder(folder, reason: SystemCall.reason)
            }
            self.folder = resolved.hasSuffix("/") ? resolved : resolved + "/"
            self.name = name
        }
        guard !name.isEmpty else { throw .notAFile(path) }
    }

    /// The one of them that holds changes which the database lacks, if there is one.
    var log: String? { sideFiles.prefix(2).first { Self.byteCount($0) > 0 } }

    /// What lies in the place now, or nil when nothing does.
    var status: stat? { Self.status(path) }

    /// The size of a file; 0 when there is none.
    static func byteCount(_ path: String) -> Int { status(path).map { Int($0.st_size) } ?? 0 }

    /// Refuses what cannot be replaced by a file: a folder, a device.
    func mustBeFileOrNothing() throws(BackupError) {
        if let status, status.st_mode & S_IFMT != S_IFREG { throw .notAFile(path) }
    }

    /// Whether both are one file, by their place or because of a hard link.
    func isSame(as other: FilePlace) -> Bool {
        if self == other { return true }
        guard let mine = status, let theirs = other.status else { return false }
        return mine.st_dev == theirs.st_dev && mine.st_ino == theirs.st_ino
    }

    /// Whether a file put here would take the place of the database or of one of the files beside it.
    func isPart(of database: FilePlace) -> Bool {
        isSame(as: database) || database.sideFiles.contains(path)
    }

    private static func status(_ path: String) -> stat? {
        var found = stat()
        return unsafe stat(path, &found) == 0 ? found : nil
    }

    private static func resolved(_ path: String) -> String? {
        guard let found = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(found) }
        return unsafe String(cString: found)
    }

    private static func parts(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }
}

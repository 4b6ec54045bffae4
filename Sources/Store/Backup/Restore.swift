internal import Glibc

/// Putting a backup into the place of a database.
package enum Restore {
    /// Verifies a copy of the backup beside the database, makes sure that nobody has the database open, and then
    /// moves the copy into its place in one step. Until then the old database is as it was.
    ///
    /// The new file has the owner and the permissions of the old one; without an old one only its owner can read it.
    /// - Parameter replacing: whether there may be a database already.
    package static func run(
        from file: String, to database: String, replacing: Bool
    ) throws(BackupError) -> BackupContent {
        let source = try FilePlace(file)
        let target = try FilePlace(database)
        if source.isPart(of: target) { throw .isDatabase(file) }
        try source.mustBeFileOrNothing()
        try target.mustBeFileOrNothing()
        if !replacing, target.status != nil { throw .exists(database) }
        if let log = source.log { throw .hasLog(file, log: log) }
        let copy = try NewFile(for: target)
        try copy.fill(from: source)
        let content = try BackupContent(verifying: copy.path, as: file)
        let old = target.status
        if let old { try copy.takeOwner(of: old) }
        try copy.sync()
        let hold = old == nil ? nil : try DatabaseHold(target)
        try withExtendedLifetime(hold) { () throws(BackupError) in
            // A log of the old database would be read into the new one.
            for path in target.sideFiles { try remove(path) }
            try copy.keep()
        }
        return content
    }

    private static func remove(_ path: String) throws(BackupError) {
        guard unsafe unlink(path) != 0, errno != ENOENT else { return }
        throw .system("remove \(path)", reason: SystemCall.reason)
    }
}

/// Copies of a database, made while others write to it.
package enum Backup {
    /// Copies the database as it is at one moment into one file, verifies the copy and then gives it its name.
    ///
    /// Writers go on meanwhile: in WAL mode SQLite's copy is one long read (https://www.sqlite.org/lang_vacuum.html).
    /// The copy has no log beside it, and only its owner can read it, because it holds what is not public.
    /// - Parameter replacing: whether a file under the name may be replaced; it stays until the copy is verified.
    package static func make(
        of database: String, at file: String, replacing: Bool
    ) throws(BackupError) -> BackupContent {
        let source = try FilePlace(database)
        let target = try FilePlace(file)
        if target.isPart(of: source) { throw .isDatabase(file) }
        try target.mustBeFileOrNothing()
        try refuse(target, unless: replacing)
        let connection = try opened(source)
        let copy = try NewFile(for: target)
        do throws(StoreError) {
            try connection.run("VACUUM INTO ?", [.text(copy.path)])
        } catch {
            throw .store(error)
        }
        let content = try BackupContent(verifying: copy.path, as: "The copy of \(database)")
        // Somebody else may have put a file there in the meantime.
        try refuse(target, unless: replacing)
        try copy.keep()
        return content
    }

    private static func opened(_ source: FilePlace) throws(BackupError) -> Connection {
        do throws(StoreError) {
            let connection = try Connection(path: source.path, mode: .inspect)
            // SQLite takes VACUUM INTO for a change of the original.
            try connection.execute("PRAGMA query_only = OFF")
            return connection
        } catch {
            throw .store(error)
        }
    }

    private static func refuse(_ target: FilePlace, unless replacing: Bool) throws(BackupError) {
        if !replacing, target.status != nil { throw .exists(target.path) }
    }
}

import Foundation
import Store
import TestSupport
import Testing

@Suite("Restoring")
struct RestoreTests {
    let folder: TemporaryFolder
    /// The database, closed; its area is called "new".
    let database: String
    /// A backup of it from before, when the area was called "A".
    let file: String

    init() throws {
        let old = try TestDatabase()
        folder = try TemporaryFolder()
        database = folder.path("d.sqlite")
        file = folder.path("copy.sqlite")
        _ = try Backup.make(of: old.path, at: file, replacing: false)
        try old.connection.execute("UPDATE areas SET name = 'new'")
        _ = try Backup.make(of: old.path, at: database, replacing: false)
    }

    private func area() throws -> String? {
        try Connection(path: database, mode: .readWrite).text("SELECT name FROM areas")
    }

    @Test(
        "a backup takes the place of the database, with its owner's permissions, and a new database begins private"
    )
    func replaces() throws {
        #expect(throws: BackupError.exists(database)) {
            try Restore.run(from: file, to: database, replacing: false)
        }
        #expect(try area() == "new")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: database)
        let content = try Restore.run(from: file, to: database, replacing: true)
        #expect(content.byteCount == (try Data(contentsOf: URL(filePath: file)).count))
        #expect(try FolderLook.permissions(database) == 0o640)
        #expect(try area() == "A")
        let place = folder.path("elsewhere.sqlite")
        _ = try Restore.run(from: file, to: place, replacing: false)
        #expect(try FolderLook.permissions(place) == 0o600)
        #expect(try Checkup.run(path: place).allSatisfy { $0.isOK })
    }

    @Test("files that the old database left beside it are gone", arguments: [true, false])
    func staleFiles(databaseIsThere: Bool) throws {
        if !databaseIsThere { try FileManager.default.removeItem(atPath: database) }
        for ending in ["-wal", "-shm"] {
            try "left over".write(toFile: database + ending, atomically: true, encoding: .utf8)
        }
        _ = try Restore.run(from: file, to: database, replacing: true)
        #expect(try FolderLook.names(folder) == ["copy.sqlite", "d.sqlite"])
        #expect(try area() == "A")
    }

    @Test("the log of a database whose program was killed is not read into the new one")
    func oldLog() throws {
        let writer = try Connection(path: database, mode: .readWrite)
        try writer.execute("UPDATE areas SET name = 'in the log'")
        let log = try Data(contentsOf: URL(filePath: database + "-wal"))
        #expect(!log.isEmpty)
        let killed = folder.path("killed.sqlite")
        try FileManager.default.copyItem(atPath: database, toPath: killed)
        try log.write(to: URL(filePath: killed + "-wal"))
        _ = try Restore.run(from: file, to: killed, replacing: true)
        #expect(try Connection(path: killed, mode: .readWrite).text("SELECT name FROM areas") == "A")
        #expect(try Checkup.run(path: killed).allSatisfy { $0.isOK })
    }

    @Test("a database that is open is left alone")
    func open() throws {
        let reader = try Connection(path: database, mode: .readWrite)
        #expect(try reader.text("SELECT name FROM areas") == "new")
        #expect(throws: BackupError.inUse(database)) {
            try Restore.run(from: file, to: database, replacing: true)
        }
        #expect(try reader.text("SELECT name FROM areas") == "new")
        #expect(try FolderLook.names(folder).filter { $0.contains("partial") }.isEmpty)
    }

    @Test("a damaged database is replaced all the same", arguments: [UInt64(0), 30_000])
    func damagedDatabase(offset: UInt64) throws {
        try FolderLook.overwrite(database, at: offset)
        _ = try Restore.run(from: file, to: database, replacing: true)
        #expect(try area() == "A")
    }

    @Test(
        "what is no sound backup is refused and the old database keeps every byte",
        arguments: ["damaged", "text", "empty", "newer", "other", "missing", "folder", "log"])
    func unsound(kind: String) throws {
        let bad = folder.path("bad")
        let files = FileManager.default
        if !["text", "empty", "other", "missing", "folder"].contains(kind) {
            try files.copyItem(atPath: file, toPath: bad)
        }
        switch kind {
        case "damaged": try FolderLook.overwrite(bad)
        case "text":
            try String(repeating: "No database. ", count: 500).write(
                toFile: bad, atomically: true, encoding: .utf8)
        case "empty": try Data().write(to: URL(filePath: bad))
        case "newer":
            try Connection(path: bad, mode: .readWrite).execute(
                "INSERT INTO schema_migrations VALUES (999, 'next', 'x', '2030-01-01T00:00:00Z')")
        case "other": try Connection(path: bad, mode: .readWrite).execute("CREATE TABLE t (a)")
        case "folder": try files.createDirectory(atPath: bad, withIntermediateDirectories: false)
        case "log": try "changes".write(toFile: bad + "-wal", atomically: true, encoding: .utf8)
        default: break
        }
        let (bytes, names) = (try Data(contentsOf: URL(filePath: database)), try FolderLook.names(folder))
        #expect(throws: BackupError.self) { try Restore.run(from: bad, to: database, replacing: true) }
        #expect(try Data(contentsOf: URL(filePath: database)) == bytes)
        #expect(try FolderLook.names(folder) == names)
    }

    @Test("the database is no backup of itself")
    func itself() throws {
        #expect(throws: BackupError.isDatabase(database)) {
            try Restore.run(from: database, to: database, replacing: true)
        }
    }

    @Test("a backup of an older program is restored and then brought forward")
    func older() throws {
        let source = folder.path("older.sqlite")
        _ = try Migrator(migrations: Array(Migrator.shipped.prefix(3))).migrate(
            try Connection(path: source, mode: .readWrite))
        let content = try Restore.run(from: source, to: folder.path("e.sqlite"), replacing: false)
        #expect(content.needsMigration)
        let connection = try Connection(path: folder.path("e.sqlite"), mode: .readWrite)
        #expect(try Migrator().migrate(connection).first == 4)
    }
}

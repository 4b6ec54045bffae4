import Foundation
import Store
import TestSupport
import Testing

@Suite("Backups")
struct BackupTests {
    let database: TestDatabase
    let folder: TemporaryFolder
    let file: String

    init() throws {
        database = try TestDatabase()
        folder = try TemporaryFolder()
        file = folder.path("copy.sqlite")
    }

    @Test("a copy holds what stands in the log, in one file that only its owner can read")
    func whole() throws {
        // The connection is open, so nothing has been folded into the database yet.
        #expect(FileManager.default.fileExists(atPath: database.path + "-wal"))
        let content = try Backup.make(of: database.path, at: file, replacing: false)
        #expect(try FolderLook.names(folder) == ["copy.sqlite"])
        #expect(try FolderLook.permissions(file) == 0o600)
        #expect(content.byteCount == (try Data(contentsOf: URL(filePath: file)).count))
        let last = try database.connection.integer("SELECT count(*) FROM changes")
        #expect(content.description == "\(content.byteCount) bytes, last change \(last ?? 0)")
        #expect(!content.needsMigration)
        let copy = try Connection(path: file, mode: .readOnly)
        #expect(try copy.text("SELECT text FROM actions WHERE id = 2") == "V")
        #expect(try Checkup.run(path: file).allSatisfy { $0.isOK })
    }

    @Test("the copy is one moment, however much is written meanwhile")
    func moment() throws {
        let reader = try Connection(path: database.path, mode: .readOnly)
        try reader.execute("BEGIN")
        #expect(try reader.integer("SELECT count(*) FROM areas") == 1)
        try database.connection.execute("BEGIN IMMEDIATE; UPDATE areas SET name = 'half'")
        _ = try Backup.make(of: database.path, at: file, replacing: false)
        try database.connection.execute("COMMIT")
        let copy = try Connection(path: file, mode: .readOnly)
        #expect(try copy.text("SELECT name FROM areas") == "A")
    }

    @Test("an odd name is taken as it is", arguments: ["a b?c#d%20e", "ö", "-wal", "file:x?mode=rw"])
    func oddNames(name: String) throws {
        let content = try Backup.make(of: database.path, at: folder.path(name), replacing: false)
        #expect(content.byteCount > 0)
        #expect(try FolderLook.names(folder) == [name])
    }

    @Test("an existing file is replaced only when that is allowed")
    func existing() throws {
        try "mine".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(throws: BackupError.self) { try Backup.make(of: database.path, at: file, replacing: false) }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        _ = try Backup.make(of: database.path, at: file, replacing: true)
        #expect(try FolderLook.permissions(file) == 0o600)
        #expect(try FolderLook.names(folder) == ["copy.sqlite"])
    }

    @Test("no way to write the name of the database makes it a place for a backup")
    func itself() throws {
        let link = folder.path("link")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: database.path)
        let hardLink = folder.path("hard")
        try FileManager.default.linkItem(atPath: database.path, toPath: hardLink)
        let around = folder.path("../\(database.folder.url.lastPathComponent)/d.sqlite")
        let before = try FolderLook.names(database.folder)
        for name in [database.path, link, hardLink, around, database.path + "-wal", around + "-journal"] {
            #expect(throws: BackupError.isDatabase(name)) {
                try Backup.make(of: database.path, at: name, replacing: true)
            }
        }
        #expect(try FolderLook.names(database.folder) == before)
        try Migrator().verify(database.connection)
    }

    @Test("what is no place for a file is refused")
    func noPlace() throws {
        #expect(throws: BackupError.notAFile("")) {
            try Backup.make(of: database.path, at: "", replacing: true)
        }
        #expect(throws: BackupError.notAFile("/dev/null")) {
            try Backup.make(of: database.path, at: "/dev/null", replacing: true)
        }
        let missing = folder.path("no") + "/"
        #expect(throws: BackupError.noFolder(missing, reason: "No such file or directory")) {
            try Backup.make(of: database.path, at: missing + "copy", replacing: true)
        }
    }

    @Test("a damaged database gives no backup, and the one before stays")
    func damaged() throws {
        let source = folder.path("d.sqlite")
        _ = try Backup.make(of: database.path, at: source, replacing: false)
        try "mine".write(toFile: file, atomically: true, encoding: .utf8)
        // Damaged indexes alone would be made anew in the copy, and that would be sound.
        try FolderLook.overwrite(source, at: 8_192, count: 300_000)
        #expect(throws: BackupError.self) { try Backup.make(of: source, at: file, replacing: true) }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
        #expect(try FolderLook.names(folder).filter { $0.contains("partial") }.isEmpty)
    }

    @Test("a database with a reference to nothing gives no backup")
    func brokenReference() throws {
        try database.connection.execute(
            "PRAGMA foreign_keys = OFF; UPDATE seats SET person_id = 99 WHERE id = 1")
        do throws(BackupError) {
            _ = try Backup.make(of: database.path, at: file, replacing: false)
            Issue.record("It was taken for sound.")
        } catch {
            #expect(error.description.contains("seats 1 refers to a record of people that is not there."))
        }
        #expect(try FolderLook.names(folder) == [])
    }

    @Test("a database of an older program is copied, so that it can be kept before a migration")
    func older() throws {
        let source = folder.path("d.sqlite")
        let connection = try Connection(path: source, mode: .readWrite)
        _ = try Migrator(migrations: Array(Migrator.shipped.prefix(3))).migrate(connection)
        let content = try Backup.make(of: source, at: file, replacing: false)
        #expect(content.schema == 3 && content.needsMigration)
        #expect(content.lastChange == "last import 0")
    }

    @Test("a database of a newer program, and one of another program, are refused")
    func foreign() throws {
        try database.connection.execute(
            "INSERT INTO schema_migrations VALUES (999, 'next', 'x', '2030-01-01T00:00:00Z')")
        let other = folder.path("other.sqlite")
        try Connection(path: other, mode: .readWrite).execute("CREATE TABLE t (a)")
        for (path, reason) in [(database.path, "newer program"), (other, "not made by this program")] {
            do throws(BackupError) {
                _ = try Backup.make(of: path, at: file, replacing: false)
                Issue.record("It was taken for ours.")
            } catch {
                #expect(error.description.contains(reason))
            }
        }
        #expect(!FileManager.default.fileExists(atPath: file))
    }
}

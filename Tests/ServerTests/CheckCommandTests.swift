import Foundation
import Store
import TestSupport
import Testing

/// `scrutiny check` as an operator reads it.
@Suite("Check command")
struct CheckCommandTests {
    @Test("a sound database is one line a check, while the server runs")
    func sound() throws {
        let server = try RunningServer()
        let run = try Command.scrutiny("check", "--database", server.database)
        #expect(run.status == 0 && run.errors.isEmpty)
        let lines = run.output.split(separator: "\n").map(String.init)
        let names = ["integrity", "foreign-keys", "schema"] + Check.all.map { "\($0.name)" } + ["change-log"]
        #expect(lines == names.map { "\($0): ok" })
    }

    @Test("everything that is wrong is listed, and the exit code is 1")
    func broken() throws {
        let server = try RunningServer()
        server.stop()
        try Connection(path: server.database, mode: .readWrite).execute(
            """
            PRAGMA ignore_check_constraints = ON;
            UPDATE actions SET due_kind = 'date', due_on = NULL WHERE id IN (1, 3);
            UPDATE meetings SET starts_at = '2018-09-14T12:00:00Z';
            """)
        let run = try Command.scrutiny("check", "--database", server.database)
        #expect(run.status == 1)
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines.filter { !$0.hasSuffix(": ok") }.count == 3)
        #expect(lines.contains { $0.hasPrefix("action-due-dates: ") && $0.hasSuffix(": 1, 3") })
        #expect(lines.contains { $0.hasPrefix("meeting-times: ") && $0.hasSuffix(": 1") })
        #expect(lines.first?.contains("CHECK constraint failed in actions") == true)
        #expect(run.errors == "scrutiny: 3 of \(lines.count) checks found something wrong.\n")
    }

    @Test("damaged pages are found")
    func damaged() throws {
        let server = try RunningServer()
        server.stop()
        try FolderLook.overwrite(server.database)
        let run = try Command.scrutiny("check", "--database", server.database)
        #expect(run.status == 1)
        #expect(run.output.contains("integrity: "))
        #expect(!run.output.contains("integrity: ok"))
    }

    @Test("what is no database of this program is said so", arguments: ["none", "text", "unmigrated"])
    func wrongFiles(kind: String) throws {
        let folder = try TemporaryFolder()
        let path = folder.path("d.sqlite")
        if kind == "text" { try "no database".write(toFile: path, atomically: true, encoding: .utf8) }
        if kind == "unmigrated" { try Connection(path: path, mode: .readWrite).execute("CREATE TABLE t (a)") }
        let run = try Command.scrutiny("check", "--database", path)
        #expect(run.status == 1)
        let sentence = [
            "none": "cannot be opened", "text": "not a database", "unmigrated": "scrutiny migrate",
        ]
        #expect((run.output + run.errors).contains(sentence[kind] ?? "?"))
        #expect(FileManager.default.fileExists(atPath: path) == (kind != "none"))
    }
}

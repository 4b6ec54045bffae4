import Foundation
import Store
import TestSupport
import Testing

/// `scrutiny backup` and `scrutiny restore` as an operator uses and misuses them.
@Suite("Backup and restore commands")
struct BackupCommandTests {
    @Test("copies made while the server writes are sound, and each holds everything answered before it began")
    func whileWriting() throws {
        let server = try RunningServer(sample: false)
        let token = try server.token("write")
        let copies = try TemporaryFolder()
        // The writer goes on until the last copy is made.
        let writer = try WritingClient(server, token: token)
        for round in 1...5 {
            let before = try writer.waitForAnswers(more: 5)
            let copy = copies.path("\(round).sqlite")
            let made = try Command.scrutiny("backup", copy, "--database", server.database)
            #expect(made.status == 0 && made.errors.isEmpty)
            let size = try Data(contentsOf: URL(filePath: copy)).count
            let connection = try Connection(path: copy, mode: .readOnly)
            let count = try #require(try connection.integer("SELECT count(*) FROM panels"))
            #expect(count >= before)
            #expect(try connection.integer("SELECT max(id) FROM panels") == count)
            #expect(made.output == "\(copy): \(size) bytes, last change \(count)\n")
            #expect(try Command.scrutiny("check", "--database", copy).status == 0)
        }
        writer.stop()
        #expect(try FolderLook.names(copies).filter { $0.hasSuffix("sqlite") }.count == 5)
        #expect(try FolderLook.names(copies).filter { $0.contains("partial") }.isEmpty)
    }

    @Test("a backup that is killed leaves nothing under its name, or all of it", arguments: 0..<6)
    func killed(round: Int) throws {
        let source = try Self.largeDatabase()
        let folder = try TemporaryFolder()
        let copy = folder.path("copy.sqlite")
        let process = Process()
        process.executableURL = Checkout.program
        process.arguments = ["backup", copy, "--database", source.path("d.sqlite")]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        // Each round waits for another stage of the copy: its name, then more and more of its bytes.
        let wanted = round * 1_000_000
        while process.isRunning {
            let partial = try FolderLook.names(folder).first { $0.contains("partial") }
            let size = partial.flatMap { try? Data(contentsOf: URL(filePath: folder.path($0))).count }
            if let size, size >= wanted { break }
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        if FileManager.default.fileExists(atPath: copy) {
            #expect(try Command.scrutiny("check", "--database", copy).status == 0)
        }
        // What it left over is in nobody's way.
        #expect(
            try Command.scrutiny("backup", copy, "--force", "--database", source.path("d.sqlite")).status == 0
        )
    }

    @Test("a backup restored on another machine is served")
    func moved() throws {
        let server = try RunningServer()
        let folder = try TemporaryFolder()
        #expect(
            try Command.scrutiny("backup", "copy", "--database", server.database, in: folder.url).status == 0)
        let restored = try Command.scrutiny("restore", "copy", "--database", "d.sqlite", in: folder.url)
        #expect(restored.status == 0)
        #expect(restored.output.wholeMatch(of: /d\.sqlite: [0-9]+ bytes, last change [0-9]+\n/) != nil)
        let other = try RunningServer(serving: folder.path("d.sqlite"))
        let target = "/v1/figures?limit=500&fields=value,valueText"
        #expect(try other.curl(target).text == server.curl(target).text)
    }

    @Test(
        "a database that is being served is not replaced, not even a damaged one", arguments: [false, true])
    func inUse(isDamaged: Bool) throws {
        let server = try RunningServer()
        let folder = try TemporaryFolder()
        let copy = folder.path("copy")
        #expect(try Command.scrutiny("backup", copy, "--database", server.database).status == 0)
        if isDamaged { try FolderLook.overwrite(server.database, at: 0, count: 100) }
        let restore = ["restore", copy, "--force", "--database", server.database]
        let refused = try Command.run(Checkout.program, restore)
        #expect(refused.status == 1 && refused.output.isEmpty)
        #expect(refused.errors.contains("is open in another process. Stop the server and try again."))
        server.stop(with: SIGKILL)
        #expect(try Command.run(Checkout.program, restore).status == 0)
        #expect(try Command.scrutiny("check", "--database", server.database).status == 0)
    }

    @Test("what cannot be done is refused in a sentence and with exit code 1")
    func refusals() throws {
        let folder = try TemporaryFolder()
        #expect(try Command.scrutiny("migrate", "--database", "d", in: folder.url).status == 0)
        #expect(try Command.scrutiny("backup", "b", "--database", "d", in: folder.url).status == 0)
        #expect(try Command.scrutiny("backup", "broken", "--database", "d", in: folder.url).status == 0)
        try FolderLook.overwrite(folder.path("broken"))
        try "no database".write(toFile: folder.path("text"), atomically: true, encoding: .utf8)
        let bytes = try Data(contentsOf: URL(filePath: folder.path("d")))
        let cases: [(arguments: [String], sentence: String)] = [
            (["backup", "b"], "exists already. Give another name, or --force to replace it."),
            (["backup", "d", "--force"], "is a file of the database itself."),
            (["backup", "d-wal", "--force"], "is a file of the database itself."),
            (["backup", "no/b"], "The folder no/ cannot be used"),
            (["backup", "."], "is not the name of a file."),
            (["restore", "b"], "exists already. Give another name, or --force to replace it."),
            (["restore", "broken", "--force"], "broken is not a sound database"),
            (["restore", "text", "--force"], "text is not a sound database"),
            (["restore", "none", "--force"], "No such file"),
            (["restore", "d", "--force"], "is a file of the database itself."),
        ]
        for (arguments, sentence) in cases {
            let run = try Command.run(Checkout.program, arguments + ["--database", "d"], in: folder.url)
            #expect(run.status == 1 && run.output.isEmpty, "\(arguments)")
            #expect(run.errors.contains(sentence), "\(arguments): \(run.errors)")
        }
        let missing = try Command.scrutiny("backup", "c", "--database", "none", in: folder.url)
        #expect(missing.status == 1 && missing.errors.contains("cannot be opened"))
        #expect(try Data(contentsOf: URL(filePath: folder.path("d"))) == bytes)
        #expect(try FolderLook.names(folder).filter { $0.contains("partial") || $0 == "c" }.isEmpty)
    }

    /// A database that takes long enough to copy to be killed on the way.
    private static func largeDatabase() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let connection = try Connection(path: folder.path("d.sqlite"), mode: .readWrite)
        _ = try Migrator().migrate(connection)
        try connection.execute(
            """
            WITH RECURSIVE counter (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < 20000)
            INSERT INTO imports (received_at, caller, body_sha256, state, source_system, source_ref, created_count,
                updated_count, unchanged_count, skipped_count, result_rows, warnings)
            SELECT '2018-09-14T13:00:00Z', 'c', hex(randomblob(32)), 'validated', 's', hex(randomblob(200)), 0, 0, 0, 0,
                '[]', '[]' FROM counter
            """)
        return folder
    }
}

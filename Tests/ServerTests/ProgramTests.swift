import Foundation
import TestSupport
import Testing

/// The program as people start, stop and misuse it.
@Suite("The program")
struct ProgramTests {
    @Test("a token is printed once and nothing else, and only its hash is stored")
    func token() throws {
        let folder = try TemporaryFolder()
        let database = folder.path("d.sqlite")
        #expect(try Command.scrutiny("migrate", "--database", database).status == 0)
        let made = try Command.scrutiny(
            "token", "create", "--database", database, "--name", "nightly", "--scope", "import", "write")
        #expect(made.status == 0)
        #expect(made.output.wholeMatch(of: /scr_1_[0-9a-f]{64}\n/) != nil)
        #expect(made.errors.isEmpty)
        let secret = made.output.dropFirst("scr_1_".count).dropLast()
        let stored = try Data(contentsOf: URL(filePath: database))
        #expect(!String(decoding: stored, as: UTF8.self).contains(secret))
        let again = try Command.scrutiny(
            "token", "create", "--database", database, "--name", "nightly", "--scope", "import")
        #expect(again.status == 1)
        #expect(again.output.isEmpty)
        #expect(
            try Command.scrutiny(
                "token", "create", "--database", database, "--name", "x", "--scope", "evrything"
            ).status != 0)
    }

    @Test("wrong files are refused in a sentence and with exit code 1", arguments: ["serve", "import"])
    func wrongFiles(command: String) throws {
        let folder = try TemporaryFolder()
        let rest = command == "serve" ? ["--port", "0"] : [Checkout.sample.path]
        func run(_ database: String) throws -> Command {
            try Command.run(Checkout.program, [command, "--database", database] + rest)
        }
        let missing = try run(folder.path("no/such/folder/d.sqlite"))
        #expect(missing.status == 1 && missing.errors.contains("there is no database"))
        let text = folder.path("text.sqlite")
        try String(repeating: "This is not a database. ", count: 100).write(
            toFile: text, atomically: true, encoding: .utf8)
        let wrong = try run(text)
        #expect(wrong.status == 1 && wrong.errors.contains("not"))
        let empty = folder.path("empty.sqlite")
        #expect(FileManager.default.createFile(atPath: empty, contents: nil))
        let unmigrated = try run(empty)
        #expect(unmigrated.status == 1 && unmigrated.errors.contains("scrutiny migrate"))
    }

    @Test("the sample goes straight into a database, twice, from any folder")
    func importTwice() throws {
        let folder = try TemporaryFolder()
        let database = folder.path("d.sqlite")
        #expect(try Command.scrutiny("migrate", "--database", database, in: folder.url).status == 0)
        let first = try Command.scrutiny(
            "import", Checkout.sample.path, "--database", database, in: folder.url)
        #expect(first.status == 0)
        #expect(first.output.contains(" created, 0 updated, 0 unchanged"))
        let second = try Command.scrutiny(
            "import", Checkout.sample.path, "--database", database, in: folder.url)
        #expect(second.output.contains(": 0 created, 0 updated, "))
        let rehearsal = try Command.scrutiny(
            "import", Checkout.sample.path, "--database", database, "--dry-run")
        #expect(rehearsal.output.hasPrefix("dry run: 0 created"))
    }

    @Test("a bad file is refused with every place, and nothing is stored")
    func importBad() throws {
        let folder = try TemporaryFolder()
        let database = folder.path("d.sqlite")
        #expect(try Command.scrutiny("migrate", "--database", database).status == 0)
        let bad = folder.path("bad.json")
        try #"{"format":"scrutiny-pack-9","panel":{}}"#.write(toFile: bad, atomically: true, encoding: .utf8)
        let refused = try Command.scrutiny("import", bad, "--database", database)
        #expect(refused.status == 1)
        #expect(refused.output.isEmpty)
        for pointer in ["/format", "/source", "/panel/slug", "/meeting"] {
            #expect(refused.errors.contains("  \(pointer): "))
        }
        #expect(try Command.scrutiny("import", folder.path("none.json"), "--database", database).status == 1)
        #expect(try Command.scrutiny("import", bad).status != 0)
    }

    @Test("a pack is posted to a running server")
    func post() throws {
        let server = try RunningServer(sample: false)
        let token = try server.token("import")
        let posted = try Command.scrutiny(
            "import", Checkout.sample.path, "--url", server.url, "--token", token)
        #expect(posted.status == 0)
        #expect(posted.output.contains("\"state\":\"applied\""))
        #expect(try server.curl("/v1/meetings").data.count == 1)
        let refused = try Command.scrutiny(
            "import", Checkout.sample.path, "--url", server.url, "--token", "wrong")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("refused"))
        server.stop()
        let away = try Command.scrutiny("import", Checkout.sample.path, "--url", server.url, "--token", token)
        #expect(away.status == 1 && away.errors.contains("could not be reached"))
    }

    @Test("SIGTERM and SIGINT end the server in order", arguments: [SIGTERM, SIGINT])
    func stop(signal: Int32) throws {
        let server = try RunningServer()
        #expect(try server.curl("/health").status == 200)
        #expect(server.stop(with: signal) == 0)
        // The log was folded into the database, so that a copy of the one file is whole.
        let log = server.database + "-wal"
        let size = (try? FileManager.default.attributesOfItem(atPath: log)[.size] as? Int) ?? 0
        #expect(size == 0)
        #expect(kill(server.processID, 0) == -1)
    }

    @Test("no signal is lost, however early it comes", arguments: 0..<8)
    func earlySignal(round: Int) throws {
        #expect(try RunningServer(sample: false).stop() == 0)
    }

    @Test("a second signal ends the server at once, though a request is still arriving")
    func secondSignal() throws {
        let server = try RunningServer(sample: false, arguments: ["--grace", "600"])
        let upload = Process()
        upload.executableURL = URL(filePath: "/usr/bin/curl")
        // Two minutes of upload: an orderly end would wait for it.
        upload.arguments = [
            "--silent", "--verbose", "--limit-rate", "2000", "--header", "Expect: 100-continue",
            "--header", "Authorization: Bearer \(try server.token("import"))", "--header",
            "Idempotency-Key: k",
            "--header", "Content-Type: application/json", "--data-binary", "@\(Checkout.sample.path)",
            server.url + "/v1/imports",
        ]
        let trace = Pipe()
        upload.standardError = trace
        upload.standardOutput = FileHandle.nullDevice
        try upload.run()
        var text = ""
        while !text.contains("100 Continue"), let part = try trace.fileHandleForReading.read(upToCount: 1),
            !part.isEmpty
        {
            text += String(decoding: part, as: UTF8.self)
        }
        kill(server.processID, SIGTERM)
        let start = ContinuousClock.now
        #expect(server.stop(with: SIGINT) == 0)
        #expect(ContinuousClock.now - start < .seconds(60))
        upload.terminate()
        upload.waitUntilExit()
    }

    @Test("a port in use is said so")
    func portInUse() throws {
        let server = try RunningServer()
        let port = try #require(server.url.split(separator: ":").last)
        let second = try Command.scrutiny("serve", "--database", server.database, "--port", String(port))
        #expect(second.status == 1)
        #expect(second.errors.contains("in use"))
        #expect(second.output.isEmpty)
    }

    @Test("what another process writes is seen at once")
    func otherWriter() throws {
        let server = try RunningServer(sample: false)
        #expect(try server.curl("/v1/meetings").data.isEmpty)
        let imported = try Command.scrutiny("import", Checkout.sample.path, "--database", server.database)
        #expect(imported.status == 0)
        #expect(try server.curl("/v1/meetings").data.count == 1)
    }

    @Test("each request is one line of the log, with its id")
    func accessLog() throws {
        let server = try RunningServer()
        let answer = try server.curl("/v1/nothing")
        let id = try #require(answer.json.text("requestId"))
        server.stop()
        let lines = server.log.split(separator: "\n").filter { $0.contains("id=\(id) ") }
        #expect(lines.count == 1)
        #expect(lines.first?.contains("status=404") == true)
        #expect(lines.first?.contains("target=/v1/nothing") == true)
    }

    @Test(
        "every command explains itself",
        arguments: [
            ["--help"], ["serve", "--help"], ["migrate", "--help"], ["import", "--help"],
            ["token", "create", "--help"],
            ["backup", "--help"], ["restore", "--help"], ["check", "--help"], ["version"],
        ])
    func help(arguments: [String]) throws {
        let help = try Command.run(Checkout.program, arguments)
        #expect(help.status == 0)
        #expect(!help.output.isEmpty)
    }

    @Test("reading can be closed to those without a token")
    func closedReading() throws {
        let server = try RunningServer(arguments: ["--anonymous-read", "off"])
        #expect(try server.curl("/v1/meetings").status == 401)
        #expect(try server.curl("/v1/search?q=plan").status == 401)
        #expect(try server.curl("/health").status == 200)
        #expect(try server.curl("/v1/meetings", token: try server.token("read:member")).status == 200)
    }
}

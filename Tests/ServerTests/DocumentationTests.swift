import Foundation
import TestSupport
import Testing

/// What the README shows is what happens.
@Suite("Documentation")
struct DocumentationTests {
    private static let readme = try? String(
        contentsOf: Checkout.root.appending(path: "README.md"), encoding: .utf8)

    @Test("each curl of the README gets the answer shown below it")
    func curls() throws {
        let server = try RunningServer()
        let text = try #require(Self.readme)
        let shown = text.matches(
            of: /```sh\ncurl 'http:\/\/127\.0\.0\.1:8080([^']*)'\n```(?:\n\n```json\n([\s\S]*?)\n```)?/)
        #expect(shown.count >= 5)
        for block in shown {
            let answer = try server.curl(String(block.1))
            if let expected = block.2 {
                #expect(answer.status == 200)
                #expect(answer.text.trimmingCharacters(in: .newlines) == expected)
            } else {
                // The one without an answer is the mistyped filter.
                #expect(answer.status == 400)
                #expect(answer.errors.first?.text("suggestion") == "dueOn")
            }
        }
    }

    @Test("each scrutiny command of the README works")
    func commands() throws {
        let server = try RunningServer()
        let text = try #require(Self.readme)
        let token = try server.token("import")
        let commands = text.matches(of: /(?m)^scrutiny (.*)$/).map { String($0.1) }
        #expect(commands.count >= 4)
        for command in commands {
            let arguments = command.split(separator: " ").map { word in
                word.replacing("data/scrutiny.sqlite", with: server.database)
                    .replacing("http://127.0.0.1:8080", with: server.url).replacing("TOKEN", with: token)
            }
            let run = try Command.run(Checkout.program, arguments.map { String($0) }, in: Checkout.root)
            #expect(run.status == 0, "\(command): \(run.errors)")
        }
    }

    @Test("each limit and its default stand in docs/http.md")
    func limits() throws {
        let text = try String(
            contentsOf: Checkout.root.appending(path: "docs/http.md"), encoding: .utf8)
        let help = try Command.scrutiny("serve", "--help").output
        let section = try #require(
            help.components(separatedBy: "LIMITS:\n").last?.components(separatedBy: "\n\n").first)
        let options = section.matches(of: /(?m)^  (--[a-z-]+) [\s\S]*?\(default:\s+([0-9.]+)\)/)
        #expect(options.count == 19)
        for option in options { #expect(text.contains("| `\(option.1)` | \(option.2) |"), "\(option.1)") }
    }

    @Test("make run loads the sample, says what to try and serves")
    func makeRun() throws {
        let folder = try TemporaryFolder()
        let program = Checkout.program.deletingLastPathComponent().lastPathComponent
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        // The same script as `make run`, with the program that was built for these tests.
        process.arguments = ["sh", Checkout.root.appending(path: "scripts/run").path]
        let swift = folder.path("swift")
        try
            "#!/bin/sh\ncase \"$*\" in *--show-bin-path*) echo '\(Checkout.program.deletingLastPathComponent().path)';; esac\n"
            .write(toFile: swift, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: swift)
        process.environment = [
            "PATH": "/usr/bin:/bin", "SWIFT": swift, "CONFIG": program,
            "DATABASE": folder.path("data/d.sqlite"),
            "HOST": "127.0.0.1", "PORT": "0", "SAMPLE": "samples/worcestershire-2018-09-14.json",
        ]
        let output = Pipe()
        process.standardOutput = output
        _ = FileManager.default.createFile(atPath: folder.path("errors"), contents: nil)
        process.standardError = try FileHandle(forWritingTo: URL(filePath: folder.path("errors")))
        try process.run()
        var line = ""
        while !line.hasSuffix("\n"), let byte = try output.fileHandleForReading.read(upToCount: 1),
            !byte.isEmpty
        {
            line += String(decoding: byte, as: UTF8.self)
        }
        #expect(line.hasPrefix("listening on http://127.0.0.1:"))
        let errors = try String(contentsOfFile: folder.path("errors"), encoding: .utf8)
        #expect(errors.contains(" created, 0 updated"))
        #expect(errors.components(separatedBy: "  curl '").count == 4)
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("the nightly job posts what lies in the inbox and sorts it")
    func nightly() throws {
        let server = try RunningServer(sample: false)
        let inbox = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: Checkout.sample.path, toPath: inbox.path("pack.json"))
        try "{".write(toFile: inbox.path("broken.json"), atomically: true, encoding: .utf8)
        try server.token("import").write(toFile: inbox.path("token"), atomically: true, encoding: .utf8)
        let path = Checkout.program.deletingLastPathComponent().path + ":/usr/bin:/bin"
        let environment = [
            "PATH": path, "INBOX": inbox.url.path, "SERVER": server.url, "HOUR": "now",
            "SCRUTINY_TOKEN_FILE": inbox.path("token"),
        ]
        let job = Checkout.root.appending(path: "docker/nightly").path
        let run = try Command.run(URL(filePath: "/bin/sh"), [job], environment: environment)
        #expect(run.status == 0)
        let files = FileManager.default
        #expect(files.fileExists(atPath: inbox.path("done/pack.json")))
        #expect(files.fileExists(atPath: inbox.path("failed/broken.json")))
        #expect(
            try String(contentsOfFile: inbox.path("failed/broken.json.answer"), encoding: .utf8).contains(
                "body_truncated"))
        #expect(try server.curl("/v1/meetings").data.count == 1)
        // The server is away: nothing is lost.
        server.stop()
        try files.moveItem(atPath: inbox.path("done/pack.json"), toPath: inbox.path("pack.json"))
        #expect(try Command.run(URL(filePath: "/bin/sh"), [job], environment: environment).status == 0)
        #expect(files.fileExists(atPath: inbox.path("pack.json")))
    }
}

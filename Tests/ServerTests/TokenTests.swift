import Foundation
import TestSupport
import Testing

/// Tokens on the command line and what comes of them on the built program.
@Suite("Tokens")
struct TokenTests {
    private let server: RunningServer

    init() throws { server = try RunningServer(sample: false) }

    private func run(_ arguments: String...) throws -> Command {
        try Command.run(Checkout.program, ["token"] + arguments + ["--database", server.database])
    }

    @Test("a token is made, listed and revoked, and a running server refuses it at once")
    func revocation() throws {
        let made = try run("create", "--name", "clerk", "--scope", "write", "read:officer")
        let token = made.output.trimmingCharacters(in: .newlines)
        #expect(try server.curl("/v1/imports", token: token).status == 200)
        let listed = try run("list").output
        #expect(listed.contains("1\tclerk\tread:officer,write\t") && listed.contains("\tvalid\n"))
        #expect(!listed.contains(token.split(separator: "_").last ?? ""))
        let wrong = try run("revoke", "--name", "clark")
        #expect(wrong.status == 1 && wrong.errors.contains("Did you mean \"clerk\"?"))
        #expect(try run("revoke", "--name", "clerk").output == "clerk is revoked\n")
        #expect(try server.curl("/v1/imports", token: token).status == 401)
        #expect(try run("revoke", "--name", "clerk").output == "clerk was revoked already\n")
        #expect(try run("list").output.contains("\trevoked 20"))
        // The change log names it, so that nobody else gets the name.
        #expect(try run("create", "--name", "clerk", "--scope", "write").status == 1)
    }

    @Test("a token that is revoked while its body comes is refused")
    func slowBody() throws {
        let made = try run("create", "--name", "slow", "--scope", "write")
        let token = made.output.trimmingCharacters(in: .newlines)
        let body = #"{"code":"c","name":"N","unit":"count","polarity":"none"}"#
        let client = try server.client()
        client.send(
            "POST /v1/indicators HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n"
                + "Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
        )
        #expect(client.take("HTTP/1.1 100 Continue\r\n\r\n"))
        let admitted = Date()
        #expect(try run("revoke", "--name", "slow").status == 0)
        // Each second the server looks at a token again.
        while Date().timeIntervalSince(admitted) < 1.1 { _ = try run("list") }
        client.send(body)
        #expect(client.answer()?.status == 401)
        #expect(try server.curl("/v1/indicators").data.isEmpty)
    }

    @Test("a token works to the end of its last day")
    func expiry() throws {
        let old = try run("create", "--name", "old", "--scope", "write", "--expires", "2020-02-29")
        let valid = try run("create", "--name", "new", "--scope", "write", "--expires", "2199-12-31")
        for (made, status) in [(old, 401), (valid, 200)] {
            let token = made.output.trimmingCharacters(in: .newlines)
            #expect(try server.curl("/v1/panels", token: token).status == status)
        }
        let listed = try run("list").output
        #expect(listed.contains("\texpired 2020-03-01T00:00:00Z"))
        #expect(listed.contains("\tvalid until 2200-01-01T00:00:00Z"))
    }

    @Test("who sends one wrong token after the other is told to wait; a right one is answered all the same")
    func tooMany() throws {
        let server = try RunningServer(sample: false, arguments: ["--max-failed-tokens", "3"])
        let token = try server.token("write")
        for _ in 0..<3 { #expect(try server.curl("/v1/panels", token: "scr_1_00").status == 401) }
        let refused = try server.curl("/v1/panels", token: "scr_1_00")
        #expect(refused.status == 429)
        #expect(refused.json.text("code") == "too_many_bad_tokens")
        #expect((1...60).contains(Int(refused.fields["retry-after"] ?? "") ?? 0))
        #expect(try server.curl("/v1/panels", token: token).status == 200)
        #expect(try server.curl("/v1/panels").status == 200)
    }

    @Test(
        "what is not a token of ours is refused, never ignored",
        arguments: [
            "Bearer", "Bearer ", "Basic c2NyOnNjcg==", "Bearer scr_1", "Bearer scr_x_00", "Bearer xyz_1_00",
            "Bearer scr_1_\(String(repeating: "g", count: 64))",
            "Bearer scr_1_\(String(repeating: "0", count: 64))",
            "Bearer scr_99_\(String(repeating: "0", count: 64))",
            "Bearer scr__1_\(String(repeating: "0", count: 64))",
        ])
    func garbage(field: String) throws {
        _ = try server.token("write")
        let answer = try server.curl("/v1/panels", fields: ["Authorization: \(field)"])
        #expect(answer.status == 401 && answer.json.text("code") == "token_invalid")
    }

    @Test("where reading needs a token, one for importing does not read")
    func importToken() throws {
        let server = try RunningServer(sample: false, arguments: ["--anonymous-read", "off"])
        #expect(try server.curl("/v1/panels").status == 401)
        #expect(try server.curl("/v1/panels", token: server.token("import")).status == 403)
        #expect(try server.curl("/v1/imports", token: server.token("import")).status == 200)
        for scope in ["read:member", "read:officer", "write", "admin"] {
            #expect(try server.curl("/v1/panels", token: server.token(scope)).status == 200)
        }
    }

    @Test("a command that is given no database makes none")
    func missingDatabase() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("typing-mistake.sqlite")
        for arguments in [
            ["token", "create", "--name", "a", "--scope", "write"], ["serve", "--port", "0"],
            ["import", Checkout.sample.path],
        ] {
            let command = try Command.run(Checkout.program, arguments + ["--database", path])
            #expect(command.status == 1)
            #expect(command.errors.contains("there is no database at \(path)"))
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}

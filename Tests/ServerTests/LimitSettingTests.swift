import TestSupport
import Testing

/// Each limit of `scrutiny serve`, set low and then met by raw bytes on the built program.
@Suite("Limits as settings")
struct LimitSettingTests {
    /// What the program does with bytes when one limit is low.
    struct Case: Sendable, CustomTestStringConvertible {
        let settings: [String]
        let request: String
        let status: Int
        let code: String

        init(_ settings: String, _ request: String, _ status: Int, _ code: String) {
            self.settings = settings.split(separator: " ").map(String.init)
            self.request = request
            self.status = status
            self.code = code
        }

        var testDescription: String { settings.joined(separator: " ") }
    }

    private static func get(_ target: String, _ more: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: a\r\n\(more)\r\n"
    }

    private static func long(_ count: Int) -> String { String(repeating: "x", count: count) }

    private static let chunked = "GET /health HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"

    @Test(
        "a limit that is passed has its status",
        arguments: [
            Case("--max-head 300", get("/health", "X: \(long(300))\r\n"), 431, "head_too_large"),
            Case("--max-headers 2", get("/health", "X: 1\r\nY: 2\r\n"), 431, "too_many_headers"),
            Case("--max-target 20", get("/\(long(20))"), 414, "target_too_long"),
            Case("--max-chunk-overhead 10", "\(chunked)1;\(long(20))\r\n", 400, "chunk_invalid"),
            Case("--max-chunk-overhead 10", "\(chunked)0\r\nT: \(long(20))\r\n\r\n", 400, "chunk_invalid"),
            Case("--head-time 0.2", "GET /health HTTP/1.1\r\nHos", 408, "request_too_slow"),
            Case("--body-window 0.2", "\(chunked)5\r\nab", 408, "request_too_slow"),
        ])
    func status(limit: Case) throws {
        let server = try RunningServer(sample: false, arguments: limit.settings)
        let client = try server.client()
        client.send(limit.request)
        let answer = client.answer()
        #expect(answer?.status == limit.status)
        #expect(answer?.text.contains("\"\(limit.code)\"") == true)
        #expect(answer?.fields.contains("connection: close") == true)
        #expect(client.rest() == "")
    }

    @Test(
        "bodies have a limit for records and another for imports",
        arguments: [("/v1/panels", 1_024), ("/v1/imports", 1 << 20)])
    func bodies(target: String, limit: Int) throws {
        let server = try RunningServer(sample: false, arguments: ["--max-record", "1", "--max-import", "1"])
        let token = try server.token("write", "import")
        func send(_ count: Int) throws -> Int? {
            let client = try server.client()
            client.send(
                "POST \(target) HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(token)\r\n"
                    + "Content-Type: application/json\r\nContent-Length: \(count)\r\nConnection: close\r\n\r\n"
            )
            client.send(Self.long(count))
            return client.answer()?.status
        }
        #expect(try send(limit) == 400)
        #expect(try send(limit + 1) == 413)
    }

    @Test("connections have a limit in all and for each address, and requests one for each connection")
    func connections() throws {
        let arguments = [
            "--max-connections", "16", "--max-connections-per-address", "2", "--max-requests-per-connection",
            "2",
        ]
        let server = try RunningServer(sample: false, arguments: arguments)
        let first = try server.client()
        let second = try server.client()
        for client in [first, second] {
            client.send(Self.get("/health"))
            #expect(client.answer()?.status == 200)
        }
        let third = try server.client()
        #expect(third.answer()?.text.contains("\"too_many_connections\"") == true)
        first.send(Self.get("/health"))
        #expect(first.answer()?.fields.contains("connection: close") == true)
        #expect(first.rest() == "")
        withExtendedLifetime(second) {}
    }

    @Test("a connection at rest is closed")
    func idle() throws {
        let server = try RunningServer(sample: false, arguments: ["--idle-time", "0.2"])
        let client = try server.client()
        client.send(Self.get("/health"))
        #expect(client.answer()?.status == 200)
        #expect(client.rest() == "")
    }

    @Test("a client that takes nothing of its answers is cut off")
    func unread() throws {
        let server = try RunningServer(arguments: ["--send-window", "0.3"])
        let client = try server.client(receiveByteCount: 4_096)
        let requests = String(repeating: Self.get("/v1/figures?limit=200"), count: 200)
        client.send(requests)
        #expect(client.wait(forByteCount: 1))
        // A second client at rest is served meanwhile, and the first connection is gone afterwards.
        let other = try server.client()
        var rounds = 0
        while client.end == .open, rounds < 20_000 {
            other.send(Self.get("/health"))
            #expect(other.answer()?.status == 200)
            rounds += 1
            if !client.send("x") { break }
        }
        client.drain()
        #expect(client.end != .timedOut)
    }

    @Test("limits out of range are all named at once, before anything starts")
    func outOfRange() throws {
        let run = try Command.scrutiny("serve", "--max-head", "1", "--max-target", "0", "--idle-time", "0")
        #expect(run.status != 0)
        for name in ["--max-head", "--max-target", "--idle-time"] {
            #expect(run.errors.contains("\(name) is a"))
        }
    }

    @Test("answers say how long they took when that is asked for")
    func timing() throws {
        let server = try RunningServer(sample: false, arguments: ["--server-timing"])
        let field = try server.curl("/v1").fields["server-timing"]
        #expect(field?.wholeMatch(of: /total;dur=\d+\.\d{3}/) != nil)
        #expect(try RunningServer(sample: false).curl("/v1").fields["server-timing"] == nil)
    }
}

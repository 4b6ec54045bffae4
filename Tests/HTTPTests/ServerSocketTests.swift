import Foundation
import Glibc
import Testing

@testable import HTTP

/// The server over real sockets of loopback.
@Suite("The server")
struct ServerSocketTests {
    private func get(_ path: String, _ more: String = "") -> String {
        "GET \(path) HTTP/1.1\r\nHost: a\r\n\(more)\r\n"
    }

    @Test("one connection serves many requests, one after the other")
    func keepAlive() throws {
        let server = try TestServer()
        let client = try server.client()
        for number in 0..<50 {
            client.send(get("/echo/\(number)"))
            #expect(client.answers(1).map(\.body) == ["/echo/\(number)"])
        }
    }

    @Test(
        "pipelined requests are answered in order, also those answered later", arguments: ["echo", "later"])
    func pipelining(path: String) throws {
        let server = try TestServer()
        let client = try server.client()
        let count = path == "echo" ? 10_000 : 500
        client.send((0..<count).map { get("/\(path)/\($0)") }.joined())
        let answers = client.answers(count)
        #expect(answers.map(\.body) == (0..<count).map { "/\(path)/\($0)" })
    }

    @Test(
        "bodies by length and by chunks reach the handler whole",
        arguments: [
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
            "POST /later HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
        ])
    func bodies(request: String) throws {
        let server = try TestServer()
        let client = try server.client()
        // Byte by byte, twice on one connection.
        for byte in (request + request).utf8 { client.send([byte]) }
        #expect(client.answers(2).map(\.body) == ["hello", "hello"])
    }

    @Test(
        "a connection ends when the client or its version says so",
        arguments: [
            "GET /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET /echo HTTP/1.0\r\n\r\n",
        ])
    func closing(request: String) throws {
        let server = try TestServer()
        let client = try server.client()
        client.send(request)
        let text = client.readToEnd()
        #expect(text.contains("connection: close\r\n"))
        #expect(text.hasSuffix("/echo"))
        #expect(client.isAtEnd)
    }

    @Test("a client that has finished sending is still answered", arguments: ["/echo", "/later"])
    func halfClose(path: String) throws {
        let server = try TestServer()
        let client = try server.client()
        client.send(get(path) + get(path))
        client.finishSending()
        let text = client.readToEnd()
        #expect(text.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
    }

    @Test("100 Continue comes when the body will be read, and not otherwise")
    func expectContinue() throws {
        let server = try TestServer()
        let client = try server.client()
        client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
        #expect(client.read { $0.count >= 25 } == "HTTP/1.1 100 Continue\r\n\r\n")
        client.send("ok")
        #expect(client.read { $0.suffix(2) == Array("ok".utf8)[...] }.contains("200 OK"))
        let other = try server.client()
        other.send("POST /private HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
        #expect(other.readToEnd().hasPrefix("HTTP/1.1 401 "))
    }

    @Test(
        "an early refusal can be read although the client goes on sending",
        arguments: [
            ("/private", "401"), ("/echo", "413"),
        ])
    func earlyRefusal(path: String, status: String) throws {
        let server = try TestServer()
        let client = try server.client()
        client.send("POST \(path) HTTP/1.1\r\nHost: a\r\nContent-Length: 50000000\r\n\r\n")
        for _ in 0..<8 { client.send([UInt8](repeating: 65, count: 64 << 10)) }
        let text = client.readToEnd()
        #expect(text.hasPrefix("HTTP/1.1 \(status) "))
        #expect(text.contains("connection: close\r\n"))
    }

    @Test("nothing behind a bad request is answered")
    func nothingAfterAnError() throws {
        let server = try TestServer()
        let client = try server.client()
        client.send(get("/echo/1") + "GET / HTTP/1.1\r\nBad Name: x\r\n\r\n" + get("/echo/2"))
        let text = client.readToEnd()
        #expect(text.contains("/echo/1"))
        #expect(text.contains("HTTP/1.1 400 Bad Request"))
        #expect(!text.contains("/echo/2"))
    }

    @Test("a slow reader of a long answer never makes the server hold it whole")
    func backPressure() throws {
        let server = try TestServer()
        let client = try server.client(receiveBuffer: 4_096)
        client.send(get("/stream?2000"))
        client.read { $0.count > 100_000 }
        // 2,000 pieces are 125 MiB; only what sockets and one buffer hold may have been made.
        #expect(server.pieces.made < 400)
        let text = client.read { $0.suffix(5) == Array("0\r\n\r\n".utf8)[...] }
        #expect(server.pieces.made == 2_000)
        #expect(text.utf8.count > 2_000 * (64 << 10))
        client.send(get("/echo"))
        #expect(client.read { $0.suffix(5) == Array("/echo".utf8)[...] }.hasSuffix("/echo"))
    }

    @Test("a stream ends with the connection on HTTP/1.0")
    func oldStream() throws {
        let server = try TestServer()
        let client = try server.client()
        client.send("GET /stream?3 HTTP/1.0\r\n\r\n")
        let text = client.readToEnd()
        #expect(!text.contains("transfer-encoding"))
        #expect(text.hasSuffix("\r\n\r\n" + String(repeating: "x", count: 3 * (64 << 10))))
    }

    @Test("a client that vanishes before its answer takes nobody else's")
    func vanished() throws {
        let server = try TestServer()
        for _ in 0..<200 {
            let gone = try server.client()
            gone.send(get("/later/gone"))
        }
        let client = try server.client()
        client.send(get("/later/mine"))
        #expect(client.answers(1).map(\.body) == ["/later/mine"])
    }

    @Test("each time-out has its answer or its end")
    func timeOuts() throws {
        let server = try TestServer { limits in
            limits.headTime = .milliseconds(300)
            limits.idleTime = .milliseconds(300)
            limits.bodyGrace = .milliseconds(300)
            limits.answerTime = .milliseconds(300)
        }
        let idle = try server.client()
        let head = try server.client()
        head.send("GET / HTT")
        let body = try server.client()
        body.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 500000\r\n\r\nab")
        let answer = try server.client()
        answer.send(get("/hold"))
        #expect(idle.readToEnd().isEmpty)
        #expect(head.readToEnd().hasPrefix("HTTP/1.1 408 "))
        #expect(body.readToEnd().hasPrefix("HTTP/1.1 408 "))
        #expect(answer.readToEnd().hasPrefix("HTTP/1.1 503 "))
    }

    @Test("more connections than an address may have are told so; more than there may be are closed")
    func connectionLimits() throws {
        let server = try TestServer { limits in
            limits.connectionCountPerAddress = 3
            limits.connectionCount = 5
        }
        let welcome = try (0..<3).map { _ in try server.client() }
        for client in welcome {
            client.send(get("/echo"))
            #expect(client.answers(1).map(\.status) == [200])
        }
        let fourth = try server.client()
        #expect(fourth.readToEnd().contains("too_many_connections"))
    }

    @Test("a connection is closed after its share of requests")
    func requestLimit() throws {
        let server = try TestServer { $0.requestCountPerConnection = 3 }
        let client = try server.client()
        client.send((0..<5).map { get("/echo/\($0)") }.joined())
        let text = client.readToEnd()
        #expect(text.contains("/echo/2") && !text.contains("/echo/3"))
        #expect(text.components(separatedBy: "connection: close").count == 2)
    }

    @Test("stopping lets a request finish, closes idle connections and refuses new ones")
    func gracefulStop() throws {
        // An address of its own, because a port that is given up can be another test's at once.
        let server = try TestServer(host: "127.0.0.2")
        func client() throws -> RawClient { try RawClient(port: server.port, address: 0x7F00_0002) }
        let idle = try client()
        idle.send(get("/echo"))
        #expect(idle.answers(1).count == 1)
        let busy = try client()
        busy.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
        busy.read { $0.count >= 25 }
        server.server.stop(grace: .seconds(8)) {}
        #expect(idle.readToEnd().isEmpty)
        #expect(throws: RawClient.NotConnected.self) { try client() }
        busy.send("ok")
        let text = busy.readToEnd()
        #expect(text.contains("connection: close\r\n") && text.hasSuffix("ok"))
    }

    @Test("the end comes when the grace is over, though a request still waits")
    func graceEnds() throws {
        let server = try TestServer()
        let client = try server.client()
        client.send(get("/hold") + get("/echo"))
        client.send(get("/echo"))
        #expect(server.stop(grace: .milliseconds(300)))
        #expect(client.readToEnd().isEmpty)
    }

    @Test("connections that come and go leave nothing behind")
    func churn() throws {
        let server = try TestServer()
        let before = try descriptorCount()
        for _ in 0..<300 {
            let client = try server.client()
            client.send(get("/echo", "Connection: close\r\n"))
            #expect(client.readToEnd().hasSuffix("/echo"))
        }
        // Closed on both sides by now, apart from what other tests of this process hold.
        #expect(try descriptorCount() < before + 250)
    }

    private func descriptorCount() throws -> Int {
        guard let folder = opendir("/proc/self/fd") else { return 0 }
        defer { closedir(folder) }
        var count = 0
        while readdir(folder) != nil { count += 1 }
        return count
    }

    @Test("changed requests never break the server")
    func mutations() throws {
        let server = try TestServer()
        let seeds = [
            get("/echo?a=%20b"), "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
            "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;x\r\nhello\r\n0\r\nT: v\r\n\r\n",
        ].map { Array($0.utf8) }
        // A linear congruential generator with a fixed seed: the same requests every time.
        var state: UInt64 = 2_018_09_14
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<2_000 {
            var bytes = seeds[random(seeds.count)]
            for _ in 0...random(4) {
                switch random(4) {
                case 0: bytes[random(bytes.count)] = UInt8(random(256))
                case 1: bytes.remove(at: random(bytes.count))
                case 2: bytes.insert(UInt8(random(256)), at: random(bytes.count))
                default: bytes += bytes[random(bytes.count)...]
                }
            }
            let client = try server.client()
            client.send(bytes)
            client.finishSending()
            _ = client.readToEnd()
        }
        let client = try server.client()
        client.send(get("/echo/alive"))
        #expect(client.answers(1).map(\.body) == ["/echo/alive"])
    }

    @Test("a port that is taken is said so")
    func portInUse() throws {
        let server = try TestServer()
        var configuration = HTTPConfiguration()
        configuration.port = server.port
        let second = HTTPServer(configuration: configuration) { nil }
        #expect(throws: ServerStartError.addressInUse(host: "127.0.0.1", port: server.port)) {
            try second.start()
        }
    }
}

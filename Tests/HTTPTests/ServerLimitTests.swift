import TestSupport
import Testing

@testable import HTTP

/// Time-outs, limits of connections, and the orderly end of a server.
@Suite("Limits and the end of the server", .serialized)
struct ServerLimitTests {
    private func get(_ target: String, _ more: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: a\r\n\(more)\r\n"
    }

    @Test(
        "what comes too slowly is answered with its status, and then the connection ends",
        arguments: [
            ("GET / HTT", 408, "request_too_slow"),
            ("GET /echo HTTP/1.1\r\nHost: a\r\n", 408, "request_too_slow"),
            ("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab", 408, "request_too_slow"),
            (
                "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3", 408,
                "request_too_slow"
            ),
            ("GET /held HTTP/1.1\r\nHost: a\r\n\r\n", 503, "answer_too_slow"),
        ])
    func tooSlow(text: String, status: Int, code: String) throws {
        let server = try ScriptedServer { limits in
            limits.headTime = .milliseconds(200)
            limits.bodyWindow = .milliseconds(200)
            limits.answerTime = .milliseconds(200)
        }
        let client = try server.client()
        client.send(text)
        let answer = client.answer()
        #expect(answer?.status == status)
        #expect(answer?.text == code)
        #expect(answer?.fields.contains("connection: close") == true)
        #expect(client.rest() == "")
    }

    @Test("an answer that comes after its refusal is not sent")
    func lateAnswer() throws {
        let server = try ScriptedServer(loopCount: 1) { $0.answerTime = .milliseconds(200) }
        let client = try server.client()
        client.send(get("/held") + get("/echo"))
        #expect(client.answer()?.status == 503)
        server.script.answerHeld()
        #expect(client.rest() == "")
        #expect(server.script.targets == ["/held"])
    }

    @Test("an answer for a connection that is gone does not reach the next in its place")
    func placeUsedAgain() throws {
        let server = try ScriptedServer(loopCount: 1) { $0.answerTime = .milliseconds(1_000) }
        let gone = try server.client()
        gone.send(get("/held/gone"))
        server.script.waitForArrival()
        #expect(gone.answer()?.status == 503)
        gone.finishSending()
        #expect(gone.rest() == "")
        let client = try server.client()
        client.send(get("/held/mine"))
        server.script.waitForArrival()
        server.script.answerHeld()
        #expect(client.answer()?.text == "/held/mine")
    }

    @Test(
        "a connection without a request is closed in silence",
        arguments: ["", "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n"])
    func idle(request: String) throws {
        let server = try ScriptedServer { $0.idleTime = .milliseconds(200) }
        let client = try server.client()
        client.send(request)
        if !request.isEmpty { #expect(client.answer()?.status == 200) }
        #expect(client.rest() == "")
    }

    @Test("a client that takes nothing of its answer is cut off")
    func blocked() throws {
        let server = try ScriptedServer(loopCount: 1) { $0.sendWindow = .milliseconds(300) }
        let client = try server.client(receiveByteCount: 4_096)
        client.send(get("/stream?100000"))
        #expect(client.wait(forByteCount: 1))
        // Nothing is read until another connection, which only waits for its own end, has ended.
        let other = try server.client(receiveByteCount: 4_096)
        other.send(get("/held"))
        server.script.waitForArrival()
        let count = server.script.madePieceCount
        other.finishSending()
        server.stop(grace: .seconds(60))
        server.script.answerHeld()
        #expect(other.answer()?.text == "/held")
        #expect(server.ends(within: 5))
        #expect(server.script.madePieceCount <= count + 20)
        client.drain()
        #expect(client.end != .timedOut)
    }

    @Test("a client that is still taking answers is not late with its next request")
    func slowReader() throws {
        let server = try ScriptedServer(loopCount: 1) { limits in
            limits.headTime = .milliseconds(300)
            limits.idleTime = .milliseconds(300)
        }
        let client = try server.client(receiveByteCount: 4_096)
        client.send(String(repeating: get("/big?400"), count: 20))
        #expect(client.wait(forByteCount: 1))
        // Time passes until a connection that does nothing has been closed for it.
        for _ in 0..<2 { #expect(try server.client().rest() == "") }
        for number in 0..<20 {
            let answer = client.answer()
            guard answer?.status == 200, answer?.body.count == 400 << 10 else {
                Issue.record("Answer \(number) is \(answer?.status ?? 0).")
                return
            }
        }
    }

    @Test("one connection too many of an address is told so, and its place is free again")
    func addressLimit() throws {
        let server = try ScriptedServer { $0.connectionCountPerAddress = 3 }
        let welcome = try (0..<3).map { _ in try server.client() }
        for client in welcome {
            client.send(get("/echo"))
            #expect(client.answer()?.status == 200)
        }
        for _ in 0..<5 {
            let client = try server.client()
            let answer = client.answer()
            #expect(answer?.status == 503)
            #expect(answer?.text == "too_many_connections")
            client.finishSending()
            #expect(client.rest() == "")
        }
        welcome[0].send(get("/echo", "Connection: close\r\n"))
        #expect(welcome[0].answer()?.status == 200)
        #expect(welcome[0].rest() == "")
        welcome[0].finishSending()
        // The loops learn of the end each in its turn.
        let statuses = (0..<1_000).lazy.map { _ in
            let next = try? server.client()
            next?.send(get("/echo", "Connection: close\r\n"))
            return next?.answer()?.status
        }
        #expect(statuses.contains(200))
    }

    @Test("one connection too many in all is told so, and far too many are closed")
    func connectionLimit() throws {
        let server = try ScriptedServer { $0.connectionCount = 2 }
        let welcome = try (0..<2).map { _ in try server.client() }
        for client in welcome {
            client.send(get("/echo"))
            #expect(client.answer()?.status == 200)
        }
        let told = try server.client()
        #expect(told.answer()?.status == 503)
        #expect(try server.client().rest() == "")
        // An optimised build lets go of what is not used any more, and a client ends with its object.
        withExtendedLifetime((welcome, told)) {}
    }

    @Test("a connection ends after its share of requests")
    func requestLimit() throws {
        let server = try ScriptedServer { $0.requestCountPerConnection = 3 }
        let client = try server.client()
        client.send((0..<5).map { get("/echo/\($0)") }.joined())
        for number in 0..<3 {
            let answer = client.answer()
            #expect(answer?.text == "/echo/\(number)")
            #expect(answer?.fields.contains("connection: close") == (number == 2))
        }
        #expect(client.rest() == "")
    }

    @Test("stopping lets a request finish, closes what is idle and refuses what is new")
    func gracefulStop() throws {
        let server = try ScriptedServer()
        let idle = try server.client()
        idle.send(get("/echo"))
        #expect(idle.answer()?.status == 200)
        let busy = try server.client()
        busy.send(get("/held") + get("/echo"))
        server.script.waitForArrival()
        server.stop(grace: .seconds(60))
        #expect(idle.rest() == "")
        let late = try server.client()
        #expect(late.answer()?.status == 503)
        late.finishSending()
        #expect(late.rest() == "")
        server.script.answerHeld()
        let answer = busy.answer()
        #expect(answer?.text == "/held")
        #expect(answer?.fields.contains("connection: close") == true)
        #expect(busy.rest() == "")
        #expect(server.ends(within: 5))
        #expect(server.script.targets == ["/echo", "/held"])
    }

    @Test(
        "stopping does not wait for the client of an answer that is complete",
        arguments: ["/stream?100", "/big?9000"])
    func stopDuringAnswer(target: String) throws {
        let server = try ScriptedServer()
        let client = try server.client(receiveByteCount: 4_096)
        client.send(get(target))
        #expect(client.wait(forByteCount: 1_000))
        server.stop(grace: .seconds(60))
        #expect(client.answer()?.status == 200)
        #expect(server.ends(within: 3))
        #expect(client.rest() == "")
    }

    @Test("when the grace is over the server ends, though a request still waits")
    func graceIsOver() throws {
        let server = try ScriptedServer()
        let client = try server.client()
        client.send(get("/held"))
        server.script.waitForArrival()
        server.stop(grace: .milliseconds(200))
        #expect(server.ends(within: 5))
        #expect(client.rest() == "")
        // Too late, and without effect.
        server.script.answerHeld()
    }

    @Test("a second call to stop ends the server at once")
    func secondStop() throws {
        let server = try ScriptedServer()
        let client = try server.client()
        client.send(get("/held"))
        server.script.waitForArrival()
        server.stop(grace: .seconds(60))
        server.stop(grace: .seconds(60))
        #expect(server.ends(within: 5))
        #expect(client.rest() == "")
    }

    @Test("a server without connections ends at once")
    func stopAtRest() throws {
        let server = try ScriptedServer()
        server.stop(grace: .seconds(60))
        #expect(server.ends(within: 5))
    }

    @Test("a port in use and a host that is none are told apart")
    func startErrors() throws {
        let server = try ScriptedServer()
        var configuration = HTTPConfiguration()
        configuration.port = server.port
        #expect(throws: ServerStartError.addressInUse(host: "127.0.0.1", port: server.port)) {
            try HTTPServer(configuration: configuration) { nil }.start()
        }
        configuration.host = "192.0.2.1"
        configuration.port = 0
        #expect(throws: ServerStartError.hostUnknown("192.0.2.1")) {
            try HTTPServer(configuration: configuration) { nil }.start()
        }
    }

    @Test("a server whose handler cannot be made does not start")
    func noHandler() {
        var configuration = HTTPConfiguration()
        configuration.port = 0
        #expect(throws: ServerStartError.failed("an event loop could not be made")) {
            try HTTPServer(configuration: configuration) { nil }.start()
        }
    }
}

import TestSupport
import Testing

@testable import HTTP

/// The server over real sockets of loopback: order, bodies and ends of connections.
@Suite("Connections over real sockets", .serialized)
struct ServerSocketTests {
    private func get(_ target: String, _ more: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: a\r\n\(more)\r\n"
    }

    private func post(_ target: String, _ fields: String, _ body: String = "") -> String {
        "POST \(target) HTTP/1.1\r\nHost: a\r\n\(fields)\r\n\r\n\(body)"
    }

    @Test("one connection serves one request after the other")
    func keepAlive() throws {
        let client = try ScriptedServer().client()
        for number in 0..<20 {
            client.send(get("/echo/\(number)"))
            let answer = client.answer()
            #expect(answer?.status == 200)
            #expect(answer?.text == "/echo/\(number)")
            #expect(answer?.fields.contains { $0.hasPrefix("connection:") } == false)
            #expect(answer?.fields.filter { $0.hasPrefix("date: ") && $0.hasSuffix(" GMT") }.count == 1)
        }
        #expect(client.end == .open)
    }

    @Test("a thousand requests in one run are answered in order")
    func pipelining() throws {
        let client = try ScriptedServer().client()
        let targets = (0..<1_000).map { "/echo/\($0)" }
        client.send(targets.map { get($0) }.joined())
        #expect(targets.map { _ in client.answer()?.text } == targets)
    }

    @Test("answers from other threads keep the order of their requests")
    func deferredPipelining() throws {
        let client = try ScriptedServer().client()
        let targets = (0..<200).map { $0 % 3 == 0 ? "/echo/\($0)" : "/later/\($0)" }
        client.send(targets.map { get($0) }.joined())
        #expect(targets.map { _ in client.answer()?.text } == targets)
    }

    @Test("a request behind one that waits is not begun before that is answered")
    func oneAtATime() throws {
        let server = try ScriptedServer()
        let client = try server.client()
        client.send(get("/held") + get("/echo"))
        server.script.waitForArrival()
        // Another connection's request has been served since, so this one's second could have been.
        for _ in 0..<2 {
            let other = try server.client()
            other.send(get("/other"))
            #expect(other.answer()?.text == "/other")
        }
        #expect(!server.script.targets.contains("/echo"))
        server.script.answerHeld()
        #expect(client.answer()?.text == "/held")
        #expect(client.answer()?.text == "/echo")
    }

    @Test("an answer given twice is sent once")
    func answeredTwice() throws {
        let server = try ScriptedServer(loopCount: 1)
        let client = try server.client()
        client.send(get("/held/1") + get("/held/2"))
        server.script.waitForArrival()
        server.script.answerHeld(times: 2)
        #expect(client.answer()?.text == "/held/1")
        server.script.waitForArrival()
        server.script.answerHeld()
        #expect(client.answer()?.text == "/held/2")
    }

    @Test("bodies reach the handler whole, however they are cut", arguments: ["/echo", "/later"])
    func bodies(target: String) throws {
        let client = try ScriptedServer().client()
        let requests =
            post(target, "Content-Length: 5", "hello")
            + post(target, "Transfer-Encoding: chunked", "2\r\nhe\r\n3;x\r\nllo\r\n0\r\nT: v\r\n\r\n")
        for byte in Array(requests.utf8) { client.send([byte]) }
        #expect(client.answer()?.text == "hello")
        #expect(client.answer()?.text == "hello")
    }

    @Test(
        "the last answer of a connection says so, and then the server closes",
        arguments: [
            "GET /echo HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET /echo HTTP/1.0\r\n\r\n",
            "GET /later HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
            "GET /echo HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n",
        ])
    func lastAnswer(request: String) throws {
        let client = try ScriptedServer().client()
        client.send(request + get("/never"))
        let answer = client.answer()
        #expect(answer?.status == 200)
        #expect(answer?.fields.contains("connection: close") == true)
        #expect(client.rest() == "")
    }

    @Test("HTTP/1.0 keeps its connection when it asks for that")
    func oldKeepAlive() throws {
        let client = try ScriptedServer().client()
        for _ in 0..<2 {
            client.send("GET /echo HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            #expect(client.answer()?.fields.contains("connection: keep-alive") == true)
        }
    }

    @Test(
        "a client that has finished sending is still answered, and then closed",
        arguments: [
            "/echo", "/later", "/big?900", "/stream?20",
        ])
    func halfClose(target: String) throws {
        let client = try ScriptedServer { $0.idleTime = .seconds(60) }.client(patience: 4_000)
        client.send(get(target) + get(target))
        client.finishSending()
        #expect(client.answer()?.status == 200)
        #expect(client.answer()?.status == 200)
        #expect(client.rest() == "")
    }

    @Test(
        "half a request of a client that has finished sending is not answered",
        arguments: [
            "GET /echo HT", "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nab",
        ])
    func halfRequest(text: String) throws {
        let server = try ScriptedServer()
        let client = try server.client()
        client.send(text)
        client.finishSending()
        #expect(client.rest() == "")
        #expect(server.script.targets.isEmpty)
    }

    @Test(
        "100 Continue comes once, before the body that will be read",
        arguments: [
            "Content-Length: 2", "Transfer-Encoding: chunked",
        ])
    func expectContinue(framing: String) throws {
        let client = try ScriptedServer().client()
        client.send(post("/echo", "\(framing)\r\nExpect: 100-continue"))
        #expect(client.take("HTTP/1.1 100 Continue\r\n\r\n"))
        client.send(framing.hasPrefix("C") ? "ok" : "2\r\nok\r\n0\r\n\r\n")
        let answer = client.answer()
        #expect(answer?.status == 200)
        #expect(answer?.text == "ok")
    }

    @Test(
        "100 Continue does not come when the body has begun, is refused or is none",
        arguments: [
            ("/echo", "Content-Length: 2", "ok", 200), ("/private", "Content-Length: 2", "", 401),
            ("/echo", "Content-Length: 99999999", "", 413), ("/echo", "Content-Length: 0", "", 200),
            ("/echo", "Content-Length: x", "", 400),
        ])
    func noContinue(target: String, length: String, body: String, status: Int) throws {
        let client = try ScriptedServer().client()
        client.send(post(target, "\(length)\r\nExpect: 100-continue", body))
        #expect(client.answer()?.status == status)
    }

    @Test(
        "an early refusal can be read although the client goes on sending",
        arguments: [
            ("/private", 401), ("/echo", 413),
        ])
    func earlyRefusal(target: String, status: Int) throws {
        let server = try ScriptedServer()
        let client = try server.client()
        client.send(post(target, "Content-Length: 50000000"))
        for _ in 0..<12 { client.send([UInt8](repeating: 65, count: 64 << 10)) }
        let answer = client.answer()
        #expect(answer?.status == status)
        #expect(answer?.fields.contains("connection: close") == true)
        #expect(client.rest() == "")
        #expect(server.script.targets.isEmpty)
    }

    @Test(
        "nothing behind a refused request is processed",
        arguments: [
            ("GET / HTTP/1.1\r\nBad Name: x\r\n\r\n", 400), ("GET / HTTP/1.1\nHost: a\n\n", 400),
            ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501), ("GET / HTTP/2.0\r\n\r\n", 505),
            ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", 400),
            ("POST / HTTP/1.1\r\nHost: a\r\nExpect: x\r\nContent-Length: 1\r\n\r\n", 417),
            ("GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        ])
    func nothingAfterAnError(bad: String, status: Int) throws {
        let server = try ScriptedServer()
        let client = try server.client()
        client.send(get("/echo/1") + bad + get("/echo/2"))
        #expect(client.answer()?.text == "/echo/1")
        #expect(client.answer()?.status == status)
        #expect(client.rest() == "")
        #expect(server.script.targets == ["/echo/1"])
    }

    @Test("HEAD is answered like GET, without the body", arguments: ["/echo", "/later", "/big?100"])
    func head(target: String) throws {
        let client = try ScriptedServer().client()
        client.send(get(target) + "HEAD \(target) HTTP/1.1\r\nHost: a\r\n\r\n" + get("/echo/next"))
        let whole = client.answer()
        let head = client.answer(toHead: true)
        #expect(head?.status == whole?.status)
        #expect(
            head?.fields.filter { !$0.hasPrefix("date") } == whole?.fields.filter { !$0.hasPrefix("date") })
        #expect(client.answer()?.text == "/echo/next")
    }

    @Test("HEAD of a stream has its fields and no body, and the connection goes on")
    func headOfStream() throws {
        let server = try ScriptedServer()
        let client = try server.client()
        client.send("HEAD /stream?5 HTTP/1.1\r\nHost: a\r\n\r\n")
        let answer = client.answer(toHead: true)
        #expect(answer?.fields.contains("transfer-encoding: chunked") == true)
        client.send("GET /echo/next HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.answer()?.text == "/echo/next")
        #expect(server.script.madePieceCount == 0)
    }

    @Test(
        "a HEAD request that is refused unread is answered without a body",
        arguments: [
            "HEAD /x HTTP/1.1\r\n\r\n", "\r\nHEAD /x HTTP/1.1\r\nHost: a b\r\n\r\n",
            "HEAD /%zz HTTP/1.1\r\nHost: a\r\n\r\n",
        ])
    func refusedHead(text: String) throws {
        let client = try ScriptedServer().client()
        client.send("GET /echo HTTP/1.1\r\nHost: a\r\n\r\n" + text)
        #expect(client.answer()?.status == 200)
        let rest = try #require(client.rest())
        #expect(rest.hasPrefix("HTTP/1.1 400 ") && rest.hasSuffix("\r\n\r\n"))
    }

    @Test("an error behind a HEAD request is answered with its body")
    func errorBehindHead() throws {
        let server = try ScriptedServer(loopCount: 1)
        let client = try server.client()
        client.send("HEAD /echo HTTP/1.1\r\nHost: a\r\n\r\nGET / HTTP/1.1\nHost: a\n\n")
        #expect(client.answer(toHead: true)?.status == 200)
        #expect(client.answer()?.text == "request_line_invalid")
        #expect(Set(server.script.records.map(\.id)).count == 2, "each record is of one request")
    }

    @Test("a client that leaves before its answer is recorded as such")
    func abandoned() throws {
        let server = try ScriptedServer(loopCount: 1)
        let client = try server.client()
        client.send("GET /held/x HTTP/1.1\r\nHost: a\r\n\r\n")
        server.script.waitForArrival()
        server.stop(grace: .zero)
        #expect(client.rest() == "")
        #expect(server.ends(within: 5))
        #expect(server.script.records.map(\.target) == ["/held/x"])
        #expect(server.script.records.map(\.status) == [0])
        #expect(server.script.records.map(\.isComplete) == [false])
    }

    @Test("answers tell how long they took, when that is wanted", arguments: [true, false])
    func timing(isWanted: Bool) throws {
        let server = try ScriptedServer(tellsTiming: isWanted)
        let client = try server.client()
        for target in ["/echo", "/later", "/stream?1"] {
            client.send("GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n")
            let field = client.answer()?.fields.first { $0.hasPrefix("server-timing: ") }
            #expect((field?.wholeMatch(of: /server-timing: total;dur=\d+\.\d{3}/) != nil) == isWanted)
        }
    }

    @Test("a stream with pauses goes on when it is told to, and the connection behind it too")
    func pauses() throws {
        let server = try ScriptedServer(loopCount: 1)
        let client = try server.client()
        client.send(
            "GET /events?3 HTTP/1.1\r\nHost: a\r\n\r\nGET /echo/next HTTP/1.1\r\nHost: a\r\n\r\n")
        server.script.waitForArrival()
        // The first line comes by itself, the others and the end one by one.
        #expect(client.wait(for: "line 1\n"))
        #expect(server.script.madePieceCount == 1)
        server.script.answerHeld(times: 3)
        #expect(client.answer()?.text == "line 1\nline 2\nline 3\n")
        #expect(client.answer()?.text == "/echo/next")
    }

    @Test("a stop ends a stream that pauses, and a client that leaves one is noticed")
    func endOfPause() throws {
        let server = try ScriptedServer(loopCount: 1)
        let client = try server.client()
        client.send("GET /events?3 HTTP/1.1\r\nHost: a\r\n\r\n")
        server.script.waitForArrival()
        #expect(client.wait(for: "line 1\n"))
        server.stop(grace: .seconds(60))
        #expect(client.answer()?.text == "line 1\n")
        #expect(client.rest() == "")
        client.finishSending()
        #expect(server.ends(within: 5))
    }
}

import TestSupport
import Testing

@testable import HTTP

/// Long bodies, long answers, clients that read slowly or go away, and requests that were damaged on the way.
@Suite("Load over real sockets", .serialized)
struct ServerLoadTests {
    private func get(_ target: String, _ more: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: a\r\n\(more)\r\n"
    }

    @Test("requests behind a stream in the same run are answered", arguments: [1, 3, 4, 50])
    func behindStream(pieceCount: Int) throws {
        let client = try ScriptedServer().client(patience: 3_000)
        client.send(
            get("/stream?\(pieceCount)") + get("/echo/1") + get("/stream?\(pieceCount)") + get("/echo/2"))
        #expect(client.answer()?.body.count == pieceCount << 16)
        #expect(client.answer()?.text == "/echo/1")
        #expect(client.answer()?.body.count == pieceCount << 16)
        #expect(client.answer()?.text == "/echo/2")
    }

    @Test("long answers in one run all come", arguments: [64, 300])
    func longAnswers(kibibyteCount: Int) throws {
        let client = try ScriptedServer().client(patience: 3_000)
        client.send(String(repeating: get("/big?\(kibibyteCount)"), count: 100) + get("/echo"))
        for number in 0..<100 {
            guard client.answer()?.body.count == kibibyteCount << 10 else {
                Issue.record("Answer \(number) did not come whole.")
                return
            }
        }
        #expect(client.answer()?.text == "/echo")
    }

    @Test("long bodies arrive, whatever their length is beside that of the server's buffers")
    func longBodies() throws {
        let client = try ScriptedServer().client(patience: 3_000)
        // From 12 to 20 times 64 KiB in steps that meet no multiple of it.
        for count in stride(from: 12 << 16, to: 20 << 16, by: 20_011) {
            let body = [UInt8](repeating: UInt8(ascii: "x"), count: count)
            let head = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: \(count)\r\n\r\n"
            client.send(Array(head.utf8) + body)
            let answer = client.answer()
            #expect(answer?.body.count == count)
            guard answer != nil else { return }
        }
    }

    @Test("a body behind long answers in the same run is read")
    func bodyBehindLongAnswers() throws {
        let client = try ScriptedServer(loopCount: 1).client(patience: 3_000)
        let post = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"
        for count in 1...20 {
            client.send(String(repeating: get("/big?300"), count: count) + post)
            for _ in 0..<count { #expect(client.answer()?.body.count == 300 << 10) }
            #expect(client.answer()?.text == "hello")
        }
    }

    @Test("a flood of requests on one connection lets another have its turn")
    func fairness() throws {
        let server = try ScriptedServer(loopCount: 1)
        let flood = try server.client()
        let other = try server.client()
        other.send(get("/echo/warm"))
        #expect(other.answer()?.text == "/echo/warm")
        // While the loop stands still both have sent; the flood is first.
        let blocker = try server.client()
        blocker.send(get("/block"))
        server.script.waitForArrival()
        flood.send(String(repeating: get("/echo/flood"), count: 500))
        other.send(get("/echo/other"))
        server.script.openGate()
        #expect(blocker.answer()?.status == 200)
        #expect(other.answer()?.text == "/echo/other")
        for _ in 0..<500 { #expect(flood.answer()?.text == "/echo/flood") }
        let targets = server.script.targets
        let place = try #require(targets.firstIndex(of: "/echo/other"))
        #expect(targets[..<place].count { $0 == "/echo/flood" } <= 32)
    }

    @Test("a long body that arrived while its loop was busy is read to its end")
    func waitingBody() throws {
        let server = try ScriptedServer(loopCount: 1)
        for count in [1_000_000, 1_040_000, 2_000_000] {
            let busy = try server.client()
            busy.send(get("/block"))
            server.script.waitForArrival()
            let client = try server.client(patience: 3_000)
            client.send(
                Array("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: \(count)\r\n\r\n".utf8)
                    + [UInt8](repeating: UInt8(ascii: "x"), count: count))
            server.script.openGate()
            #expect(client.answer()?.body.count == count)
            #expect(busy.answer()?.status == 200)
        }
    }

    @Test("a long stream to a slow reader is made only as fast as it is read")
    func backPressure() throws {
        let server = try ScriptedServer()
        let client = try server.client(receiveByteCount: 4_096)
        client.send(get("/stream?200"))
        #expect(client.wait(forByteCount: 100_000))
        // 200 pieces are 12 MiB; what the sockets and one buffer hold is a fraction.
        #expect(server.script.madePieceCount < 40)
        #expect(client.answer()?.body.count == 200 << 16)
        #expect(server.script.madePieceCount == 200)
        client.send(get("/echo"))
        #expect(client.answer()?.text == "/echo")
    }

    @Test("a stream on HTTP/1.0 is not chunked and ends with its connection")
    func oldStream() throws {
        let client = try ScriptedServer().client()
        client.send("GET /stream?3 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        let text = try #require(client.rest())
        #expect(!text.contains("transfer-encoding"))
        #expect(text.contains("connection: close\r\n"))
        #expect(text.hasSuffix("\r\n\r\n" + String(repeating: "s", count: 3 << 16)))
    }

    @Test("a client that vanishes before its answer leaves it to nobody else")
    func vanished() throws {
        let server = try ScriptedServer(loopCount: 1)
        for _ in 0..<100 {
            try server.client().send(get("/held/gone"))
            server.script.waitForArrival()
        }
        let client = try server.client()
        client.send(get("/held/mine"))
        server.script.waitForArrival()
        server.script.answerHeld()
        #expect(client.answer()?.text == "/held/mine")
        client.send(get("/echo"))
        #expect(client.answer()?.text == "/echo")
    }

    @Test("a client that vanishes in the middle of a stream or body harms nobody")
    func vanishedInTheMiddle() throws {
        let server = try ScriptedServer(loopCount: 1)
        for _ in 0..<20 {
            let reader = try server.client()
            reader.send(get("/stream?100"))
            #expect(reader.wait(forByteCount: 1_000))
            try server.client().send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc")
        }
        let client = try server.client()
        client.send(get("/echo"))
        #expect(client.answer()?.text == "/echo")
    }

    @Test("two hundred connections come and go, and their places are free again")
    func churn() throws {
        // The last one fits only if those before it were counted out.
        let server = try ScriptedServer { $0.connectionCountPerAddress = 20 }
        for number in 0..<200 {
            let client = try server.client()
            client.send(get("/echo/\(number)", "Connection: close\r\n"))
            #expect(client.answer()?.text == "/echo/\(number)")
            #expect(client.rest() == "")
        }
    }

    @Test("two thousand damaged requests end with an answer or the connection, and the server goes on")
    func damaged() throws {
        let server = try ScriptedServer()
        let seeds = [
            get("/echo/%41?a=%20b&c", "Connection: keep-alive\r\n"), "HEAD /stream?2 HTTP/1.0\r\n\r\n",
            "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello" + get("/later"),
            "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5;x=y\r\nhello\r\n1\r\n!\r\n0\r\nT: v\r\n\r\n",
            "OPTIONS http://[::1]:80/x HTTP/1.1\r\nHost: [::1]\r\nX: a\r\nX: b\r\n\r\n",
        ].map { Array($0.utf8) }
        let telling = Array("\r\n\0 :;,%/?#0 9AFaf+-\t\u{7F}".utf8)
        // A linear congruential generator with a fixed seed: the same requests every time.
        var state: UInt64 = 9_112
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for round in 0..<2_000 {
            var bytes = seeds[random(seeds.count)]
            for _ in 0...random(4) where !bytes.isEmpty {
                let place = random(bytes.count)
                switch random(6) {
                case 0: bytes[place] = UInt8(random(256))
                case 1: bytes[place] = telling[random(telling.count)]
                case 2: bytes.remove(at: place)
                case 3: bytes.insert(telling[random(telling.count)], at: place)
                case 4: bytes.removeSubrange(place...)
                default: bytes += bytes[place...]
                }
            }
            let client = try server.client(patience: 4_000)
            client.send(bytes)
            client.finishSending()
            client.drain()
            guard client.end != .timedOut else {
                Issue.record(
                    "Round \(round) never ended: \(String(decoding: bytes, as: UTF8.self).debugDescription)")
                return
            }
        }
        let client = try server.client()
        client.send(get("/echo/alive"))
        #expect(client.answer()?.text == "/echo/alive")
    }
}

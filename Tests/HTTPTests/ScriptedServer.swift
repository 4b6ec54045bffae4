import Dispatch
import Locking
import TestSupport
import Testing

@testable import HTTP

/// The real server on a free port of loopback, with a handler that shows each way of answering.
///
/// ```
/// /echo       the body, or the target when there is none
/// /later      the same from another thread
/// /held       the same when the test says so
/// /block      the same, but the loop stands still until the test says so
/// /big?n      n KiB
/// /stream?n   n pieces of 64 KiB
/// /events?n   n lines, each when the test says so
/// /private    a body is refused with 401 before it is read
/// ```
final class ScriptedServer {
    let port: UInt16
    let script = Script()
    private let server: HTTPServer
    private let ended = DispatchSemaphore(value: 0)

    init(loopCount: Int = 2, tellsTiming: Bool = false, _ change: (inout HTTPLimits) -> Void = { _ in })
        throws
    {
        var configuration = HTTPConfiguration()
        configuration.port = 0
        configuration.loopCount = loopCount
        configuration.tellsTiming = tellsTiming
        change(&configuration.limits)
        let script = script
        server = HTTPServer(configuration: configuration) { ScriptedHandler(script) }
        port = try server.start()
    }

    deinit { server.stop(grace: .zero) {} }

    func client(receiveByteCount: Int32? = nil, patience: Int = 8_000) throws -> SocketClient {
        let client = try SocketClient(port: port, receiveByteCount: receiveByteCount, patience: patience)
        client.server = self
        return client
    }

    func stop(grace: Duration) {
        let ended = ended
        server.stop(grace: grace) { ended.signal() }
    }

    /// Whether all loops end within the time after `stop`.
    func ends(within seconds: Double) -> Bool { ended.wait(timeout: .now() + seconds) == .success }
}

/// What tests and handlers tell each other.
final class Script: Sendable {
    private let held = Lock<[@Sendable () -> Void]>([])
    private let arrived = DispatchSemaphore(value: 0)
    private let gate = DispatchSemaphore(value: 0)
    private let pieceCount = Lock(0)
    private let seen = Lock<[String]>([])
    private let recorded = Lock<[AccessRecord]>([])

    /// Waits for one more request to be held or to block its loop.
    func waitForArrival(at location: SourceLocation = #_sourceLocation) {
        #expect(arrived.wait(timeout: .now() + 8) == .success, sourceLocation: location)
    }

    /// Answers everything that is held, each as often as said.
    func answerHeld(times: Int = 1) {
        let answers = held.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        for answer in answers {
            for _ in 0..<times { answer() }
        }
    }

    /// Lets one blocked loop go on.
    func openGate() { gate.signal() }

    var madePieceCount: Int { pieceCount.withLock { $0 } }
    /// The targets that reached a handler.
    var targets: [String] { seen.withLock { $0 } }
    var records: [AccessRecord] { recorded.withLock { $0 } }

    fileprivate func hold(_ answer: @escaping @Sendable () -> Void) {
        held.withLock { $0.append(answer) }
        arrived.signal()
    }

    fileprivate func block() {
        arrived.signal()
        // Bounded, so that a test that fails does not keep its loop for ever.
        _ = gate.wait(timeout: .now() + 8)
    }

    fileprivate func countPiece() { pieceCount.withLock { $0 += 1 } }
    fileprivate func see(_ target: String) { seen.withLock { $0.append(target) } }
    fileprivate func record(_ record: AccessRecord) { recorded.withLock { $0.append(record) } }
}

private final class ScriptedHandler: RequestHandler {
    private let script: Script

    init(_ script: Script) { self.script = script }

    var wantsRecords: Bool { true }
    func finished(_ record: AccessRecord) { script.record(record) }
    func batchBegins() {}

    func admit(_ request: Request, _ response: inout Response) -> BodyAdmission {
        guard request.path.first == "private" else { return .read(limit: 2 << 20) }
        response.status = Status(401)
        return .refuse
    }

    func handle(_ request: Request, _ response: inout Response) -> Handling {
        script.see(request.targetText)
        let number = Int(request.query.first?.name ?? "") ?? 1
        var late = Response()
        late.body = request.body.isEmpty ? Array(request.targetText.utf8) : request.body
        let answer: @Sendable () -> Void = { [ticket = request.ticket, late] in ticket.answer(late) }
        switch request.path.first {
        case "later":
            DispatchQueue.global().async(execute: answer)
            return .deferred
        case "held":
            script.hold(answer)
            return .deferred
        case "block":
            script.block()
            response.body += late.body
        case "big": response.body += [UInt8](repeating: UInt8(ascii: "b"), count: number << 10)
        case "events": return .streaming(Lines(number, script, request.ticket))
        case "stream": return .streaming(Pieces(number, script))
        default: response.body += late.body
        }
        return .answered
    }

    func refuse(_ error: RequestError, _ request: RefusedRequest?, _ response: inout Response) {
        response.body += Array(error.code.utf8)
    }

    /// A line each time it is asked, with a pause behind it.
    private final class Lines: BodySource {
        private let count: Int
        private var made = 0
        private let script: Script

        init(_ count: Int, _ script: Script, _ ticket: Ticket) {
            self.count = count
            self.script = script
            script.hold { ticket.resume() }
        }

        func next(into bytes: inout [UInt8]) -> BodyProgress {
            guard made < count else { return .end }
            made += 1
            script.countPiece()
            bytes += Array("line \(made)\n".utf8)
            return .pause
        }
    }

    private final class Pieces: BodySource {
        private var left: Int
        private let script: Script

        init(_ count: Int, _ script: Script) {
            left = count
            self.script = script
        }

        func next(into bytes: inout [UInt8]) -> BodyProgress {
            guard left > 0 else { return .end }
            left -= 1
            script.countPiece()
            bytes += [UInt8](repeating: UInt8(ascii: "s"), count: 64 << 10)
            return .more
        }
    }
}

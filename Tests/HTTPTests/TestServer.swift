import Dispatch
import Glibc
import Locking
import Testing

@testable import HTTP

/// The real server on a free port with a handler that shows each way of answering.
///
/// ```
/// /echo       the body, or the path when there is none
/// /later      the same, from another thread
/// /hold       never
/// /stream?n   n pieces of 64 KiB
/// /private    a body is refused with 401 before it is read
/// ```
final class TestServer {
    let server: HTTPServer
    let port: UInt16
    let pieces = Pieces()

    init(host: String = "127.0.0.1", _ change: (inout HTTPLimits) -> Void = { _ in }) throws {
        var configuration = HTTPConfiguration()
        configuration.host = host
        configuration.port = 0
        configuration.loopCount = 2
        change(&configuration.limits)
        let pieces = pieces
        server = HTTPServer(configuration: configuration) { TestHandler(pieces: pieces) }
        port = try server.start()
    }

    /// Ends the server and says whether it ended within ten seconds.
    @discardableResult
    func stop(grace: Duration = .seconds(5)) -> Bool {
        let ended = DispatchSemaphore(value: 0)
        server.stop(grace: grace) { ended.signal() }
        return ended.wait(timeout: .now() + 10) == .success
    }

    deinit { server.stop(grace: .zero) {} }

    func client(receiveBuffer: Int32? = nil) throws -> RawClient {
        try RawClient(port: port, receiveBuffer: receiveBuffer)
    }
}

/// How many pieces streams have made, over all loops.
final class Pieces: Sendable {
    private let count = Lock(0)
    var made: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
}

private final class TestHandler: RequestHandler {
    let pieces: Pieces
    init(pieces: Pieces) { self.pieces = pieces }

    var wantsRecords: Bool { false }
    func finished(_ record: AccessRecord) {}
    func batchBegins() {}

    func admit(_ request: Request, _ response: inout Response) -> BodyAdmission {
        guard request.path.first == "private" else { return .read(limit: 1 << 20) }
        response.status = Status(401)
        return .refuse
    }

    func handle(_ request: Request, _ response: inout Response) -> Handling {
        let body = request.body.isEmpty ? Array(request.targetText.utf8) : request.body
        switch request.path.first {
        case "later":
            let ticket = request.ticket
            DispatchQueue.global().async {
                var late = Response()
                late.body = body
                ticket.answer(late)
            }
            return .deferred
        case "hold": return .deferred
        case "stream": return .streaming(Source(Int(request.query.first?.name ?? "") ?? 1, pieces))
        default:
            response.body += body
            return .answered
        }
    }

    func refuse(_ error: RequestError, _ request: RefusedRequest?, _ response: inout Response) {
        response.body += Array(error.code.utf8)
    }

    private final class Source: BodySource {
        var left: Int
        let pieces: Pieces
        init(_ count: Int, _ pieces: Pieces) {
            left = count
            self.pieces = pieces
        }

        func next(into bytes: inout [UInt8]) -> Bool {
            guard left > 0 else { return false }
            left -= 1
            pieces.add()
            bytes += [UInt8](repeating: UInt8(ascii: "x"), count: 64 << 10)
            return true
        }
    }
}

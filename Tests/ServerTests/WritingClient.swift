import Dispatch
import Foundation
import TestSupport

/// A client that makes one panel after the other until it is told to stop.
final class WritingClient: Sendable {
    struct NoAnswers: Error {}

    private let condition = NSCondition()
    // Used under the condition's lock only.
    nonisolated(unsafe) private var answerCount = 0
    nonisolated(unsafe) private var isStopping = false
    private let done = DispatchSemaphore(value: 0)

    init(_ server: RunningServer, token: String) throws {
        let port = server.port
        Thread.detachNewThread { [self] in
            defer { done.signal() }
            guard let client = try? SocketClient(port: port) else { return }
            var number = 0
            while !condition.withLock({ isStopping }) {
                number += 1
                let body = """
                    {"slug":"p\(number)","name":"P\(number)","kind":"other","council":"C","coversEducation":false}
                    """
                client.send(
                    "POST /v1/panels HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(token)\r\n"
                        + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
                        + body)
                guard client.answer()?.status == 201 else { return }
                condition.withLock {
                    answerCount += 1
                    condition.broadcast()
                }
            }
        }
    }

    /// Waits until so many more panels have been made and returns how many there are in all.
    func waitForAnswers(more count: Int) throws -> Int {
        try condition.withLock {
            let wanted = answerCount + count
            let deadline = Date(timeIntervalSinceNow: 60)
            while answerCount < wanted { guard condition.wait(until: deadline) else { throw NoAnswers() } }
            return answerCount
        }
    }

    func stop() {
        condition.withLock { isStopping = true }
        done.wait()
    }
}

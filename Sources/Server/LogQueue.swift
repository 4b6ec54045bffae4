import Dispatch
import Glibc
import Locking

/// Takes the lines of the log to standard error, so that nobody who logs waits for whoever reads it.
///
/// Lines are collected and written in one go on a queue of their own. When the reader stands still, what would be too
/// much to keep is dropped and counted.
final class LogQueue: Sendable {
    private struct State {
        var waiting: [UInt8] = []
        var droppedCount = 0
        var isWriting = false
    }

    static let standardError = LogQueue(descriptor: STDERR_FILENO)

    private static let byteLimit = 1 << 20
    private let state = Lock(State())
    private let queue = DispatchQueue(label: "log")
    private let descriptor: Int32

    init(descriptor: Int32) { self.descriptor = descriptor }

    func append(_ line: String) {
        let mustStart = state.withLock { state in
            guard state.waiting.count + line.utf8.count < Self.byteLimit else {
                state.droppedCount += 1
                return false
            }
            state.waiting.append(contentsOf: line.utf8)
            state.waiting.append(UInt8(ascii: "\n"))
            defer { state.isWriting = true }
            return !state.isWriting
        }
        if mustStart { queue.async { self.writeAll() } }
    }

    /// Waits until all is written, but no longer than a second.
    func flush() {
        let done = DispatchSemaphore(value: 0)
        queue.async { done.signal() }
        _ = done.wait(timeout: .now() + 1)
    }

    private func writeAll() {
        while let bytes = takeWaiting() {
            var written = 0
            while written < bytes.count {
                let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                // Nobody reads it any more: the lines are lost, the service goes on.
                if count < 0, errno != EINTR { break }
                written += max(0, count)
            }
        }
    }

    private func takeWaiting() -> [UInt8]? {
        state.withLock { state in
            guard !state.waiting.isEmpty else {
                state.isWriting = false
                return nil
            }
            var taken: [UInt8] = []
            swap(&taken, &state.waiting)
            if state.droppedCount > 0 {
                taken += Array(
                    "\(state.droppedCount) lines of the log were dropped, because nobody read it.\n".utf8)
                state.droppedCount = 0
            }
            return taken
        }
    }
}

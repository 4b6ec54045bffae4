internal import CLinux
internal import Glibc
internal import Locking

/// How other threads reach a loop: they leave a letter and wake it.
///
/// Any thread posts, under the lock; only the loop takes. The descriptor is an eventfd (eventfd(2)).
final class Mailbox: Sendable {
    enum Letter: Sendable {
        /// Somebody answers the request that waits in this slot.
        case answer(slot: Int, serial: UInt64, Response)
        /// The source of the streamed answer in this slot has something again.
        case resume(slot: Int, serial: UInt64)
        /// Another loop has accepted a connection for this one.
        case connection(Int32, PeerAddress, ConnectionCounts.Verdict)
    }

    private struct State {
        var letters: [Letter] = []
        var isClosed = false
    }

    private let state = Lock(State())
    let descriptor: Int32

    init?() {
        descriptor = scrutiny_eventfd()
        guard descriptor >= 0 else { return nil }
    }

    deinit { Glibc.close(descriptor) }

    func post(_ letter: Letter) {
        let isTaken = state.withLock { state in
            if !state.isClosed { state.letters.append(letter) }
            return !state.isClosed
        }
        if isTaken { wake() } else { Self.drop(letter) }
    }

    /// Takes no more letters, and lets go of those that nobody will read.
    func close() {
        let left = state.withLock { state in
            state.isClosed = true
            return moved(&state.letters, leaving: [])
        }
        left.forEach(Self.drop)
    }

    private static func drop(_ letter: Letter) {
        if case .connection(let number, _, _) = letter { Glibc.close(number) }
    }

    /// Makes the loop look at its letters and at whether it should stop.
    func wake() {
        var one: UInt64 = 1
        _ = unsafe write(descriptor, &one, 8)
    }

    /// Everything posted so far, in order.
    func take() -> [Letter] {
        var count: UInt64 = 0
        _ = unsafe read(descriptor, &count, 8)
        return state.withLock { moved(&$0.letters, leaving: []) }
    }
}

/// The right to answer one request from any thread, once, or to go on with its stream. If its connection is gone
/// meanwhile, nothing happens.
package struct Ticket: Sendable {
    let mailbox: Mailbox
    let slot: Int
    /// Counts the requests of the loop, so that a slot used again never gets the answer meant for another.
    let serial: UInt64

    /// Asks the source of a streamed answer again, from any thread and as often as need be.
    package func resume() { mailbox.post(.resume(slot: slot, serial: serial)) }

    package func answer(_ response: Response) {
        mailbox.post(.answer(slot: slot, serial: serial, response))
    }
}

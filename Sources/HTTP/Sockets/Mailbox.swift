internal import CLinux
internal import Glibc
internal import Locking

/// How other threads reach a loop: they leave a letter and wake it.
///
/// Any thread posts, under the lock; only the loop takes. The descriptor is an eventfd (eventfd(2)).
final class Mailbox: Sendable {
    struct Letter: Sendable {
        let slot: Int
        let serial: UInt64
        let response: Response
    }

    private let letters = Lock<[Letter]>([])
    let descriptor: Int32

    init?() {
        descriptor = scrutiny_eventfd()
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    func post(_ letter: Letter) {
        letters.withLock { $0.append(letter) }
        wake()
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
        return letters.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
    }
}

/// The right to answer one request from any thread, once. If its connection is gone meanwhile, nothing happens.
package struct Ticket: Sendable {
    let mailbox: Mailbox
    let slot: Int
    /// Counts the requests of the loop, so that a slot used again never gets the answer meant for another.
    let serial: UInt64

    package func answer(_ response: Response) {
        mailbox.post(Mailbox.Letter(slot: slot, serial: serial, response: response))
    }
}

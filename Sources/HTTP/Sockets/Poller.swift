internal import CLinux
internal import Glibc

/// Waits for many descriptors at once. The only file that knows epoll (epoll(7)).
@safe
struct Poller: ~Copyable {
    /// What happened to one descriptor.
    struct Event {
        /// What it was registered with.
        let key: UInt64
        let isReadable: Bool
        let isWritable: Bool
        /// The other side is gone or the connection broke.
        let isGone: Bool
        /// The other side sends no more; the end of what it sent must be read, or nobody tells of it again.
        let isHalfClosed: Bool
    }

    private let descriptor: Descriptor
    private var events: [epoll_event]
    /// Events taken in one turn; what is left comes with the next.
    private let eventLimit = 512

    init?() {
        let number = scrutiny_epoll_create()
        guard number >= 0 else { return nil }
        descriptor = Descriptor(number)
        unsafe events = [epoll_event](repeating: epoll_event(), count: eventLimit)
    }

    /// Tells of a connection's changes once each: after an event, everything there is must be read or written.
    func addConnection(_ number: Int32, key: UInt64) -> Bool {
        let interest = scrutiny_read | scrutiny_write | EPOLLET.rawValue
        return scrutiny_epoll_control(descriptor.number, EPOLL_CTL_ADD, number, interest, key) == 0
    }

    /// Tells for as long as there is something to read.
    func add(_ number: Int32, key: UInt64) -> Bool {
        scrutiny_epoll_control(descriptor.number, EPOLL_CTL_ADD, number, EPOLLIN.rawValue, key) == 0
    }

    /// Several loops wait on one listener; each new connection wakes one of them.
    func addShared(_ number: Int32, key: UInt64) -> Bool {
        scrutiny_epoll_control(descriptor.number, EPOLL_CTL_ADD, number, scrutiny_exclusive, key) == 0
    }

    func remove(_ number: Int32) {
        _ = scrutiny_epoll_control(descriptor.number, EPOLL_CTL_DEL, number, 0, 0)
    }

    /// Waits for events, at most so long, and returns how many there are. Negative waits without end.
    mutating func wait(milliseconds: Int32) -> Int {
        let count = unsafe epoll_wait(descriptor.number, &events, Int32(eventLimit), milliseconds)
        // Interrupted by a signal: as if nothing had happened.
        return max(0, Int(count))
    }

    /// One event of the last wait.
    func event(_ index: Int) -> Event {
        var event = unsafe events[index]
        let bits = unsafe event.events
        return Event(
            key: unsafe scrutiny_event_data(&event), isReadable: bits & scrutiny_read != 0,
            isWritable: bits & scrutiny_write != 0, isGone: bits & scrutiny_gone != 0,
            isHalfClosed: bits & scrutiny_half_closed != 0)
    }
}

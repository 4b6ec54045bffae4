internal import CLinux
internal import Glibc

/// Moments of the monotonic clock, which nobody sets.
typealias Milliseconds = Int64
typealias Nanoseconds = Int64

enum MonotonicClock {
    /// Exact, for how long an answer took.
    static var nanoseconds: Nanoseconds { read(CLOCK_MONOTONIC) }

    /// A few milliseconds behind and much cheaper, for time-outs.
    static var milliseconds: Milliseconds { read(CLOCK_MONOTONIC_COARSE) / 1_000_000 }

    private static func read(_ clock: clockid_t) -> Nanoseconds {
        var time = timespec()
        unsafe clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension Duration {
    var inMilliseconds: Milliseconds {
        let (seconds, attoseconds) = components
        return seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    }
}

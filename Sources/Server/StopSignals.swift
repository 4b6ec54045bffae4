import Glibc

/// SIGTERM and SIGINT, kept until somebody takes them.
///
/// The signals are blocked in every thread from the start and taken one by one with sigwait(3), so none is lost
/// however early it comes: not while the server is still starting, not between two of them.
enum StopSignals {
    /// To be called before the first thread is made, because threads inherit what is blocked.
    static func hold() {
        var signals = set
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Waits for the next one and returns its number.
    static func next() -> Int32 {
        var signals = set
        var number: Int32 = 0
        while sigwait(&signals, &number) != 0 {}
        return number
    }

    private static var set: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        return signals
    }
}

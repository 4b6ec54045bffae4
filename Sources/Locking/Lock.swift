internal import Glibc

/// A mutual-exclusion lock that Thread Sanitizer understands, unlike `Synchronization.Mutex`.
///
/// Guards the state it is made with; nobody reaches the state without holding it. Holders do little and never
/// block, so waiting is short.
///
/// Safe to share, which the compiler cannot see: `state` is touched only between lock and unlock of the mutex, whose
/// address never changes because it lives in memory of its own.
@safe
package final class Lock<State>: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private var state: State

    package init(_ state: sending State) {
        self.state = state
        unsafe mutex = .allocate(capacity: 1)
        unsafe mutex.initialize(to: pthread_mutex_t())
        unsafe pthread_mutex_init(mutex, nil)
    }

    deinit {
        unsafe pthread_mutex_destroy(mutex)
        unsafe mutex.deallocate()
    }

    package func withLock<Answer>(_ body: (inout State) -> Answer) -> Answer {
        unsafe pthread_mutex_lock(mutex)
        defer { unsafe pthread_mutex_unlock(mutex) }
        return body(&state)
    }
}

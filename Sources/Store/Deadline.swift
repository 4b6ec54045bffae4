internal import CSQLite

/// Ends a query that runs past its time, so that one bad filter cannot hold up a loop.
///
/// SQLite asks every few thousand virtual-machine steps whether to go on
/// (https://www.sqlite.org/c3ref/progress_handler.html). Owned by one connection and used on its thread only.
final class Deadline {
    private var end: ContinuousClock.Instant?

    /// Called once per connection, which owns the deadline and therefore outlives the registration.
    func watch(_ database: OpaquePointer) {
        // 4,000 steps take well under a millisecond: often enough, and not felt by short queries.
        unsafe sqlite3_progress_handler(
            database, 4_000,
            { context in
                guard let context = unsafe context else { return 0 }
                let deadline = unsafe Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue()
                return deadline.isPassed ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    func start(_ limit: Duration) { end = .now + limit }
    func stop() { end = nil }

    private var isPassed: Bool { end.map { $0 < .now } ?? false }
}

internal import Dispatch
package import Domain
internal import Locking

/// Answers writes from all loops in few transactions.
///
/// Jobs wait in arrival order; one drain takes all that wait, runs each in its own savepoint, commits once, then
/// reports the outcomes. A job that discards or fails undoes only itself. Nobody is told that a job was kept
/// before the commit reached the disk (`synchronous = FULL`).
package final class Writer: Sendable {
    /// What a job decides about its own changes.
    package enum Decision<Answer: Sendable>: Sendable {
        case keep(Answer)
        case discard(Answer)
    }

    private let queue = DispatchQueue(label: "store.writer")
    // Loops append under the lock; a drain takes all under the lock.
    private let pending = Lock<[WriteJob]>([])
    // Used on `queue` only, apart from its making, so nobody ever waits for this lock.
    private let session: Lock<WriterSession>
    /// Tells this writer's commits from those of other processes.
    package let trail = CommitTrail()

    /// Opens the database for writing. The schema must be the program's own.
    package init(path: String, clock: @escaping @Sendable () -> Instant) throws(StoreError) {
        let connection = try Connection(path: path, mode: .readWrite)
        try Migrator().verify(connection)
        session = Lock(WriterSession(connection: connection, clock: clock, trail: trail))
    }

    /// Hands over a job and returns at once; `completion` runs on the writer's queue, after the commit.
    ///
    /// - Parameter actor: who writes, as the change log is to name it.
    package func submit<Answer: Sendable>(
        by actor: String,
        _ job: @escaping @Sendable (Transaction) throws(StoreError) -> Decision<Answer>,
        completion: @escaping @Sendable (Result<Answer, StoreError>) -> Void
    ) {
        let entry = WriteJob(by: actor, job, completion: completion)
        let isFirst = pending.withLock { jobs in
            jobs.append(entry)
            return jobs.count == 1
        }
        if isFirst { queue.async { self.drain() } }
    }

    /// Runs one job and waits for its outcome. For commands; never from a loop.
    package func perform<Answer: Sendable>(
        by actor: String,
        _ job: @escaping @Sendable (Transaction) throws(StoreError) -> Decision<Answer>
    ) throws(StoreError) -> Answer {
        let answer = Lock<Result<Answer, StoreError>?>(nil)
        submit(by: actor, job) { outcome in answer.withLock { $0 = outcome } }
        // Another thread's first job may not have queued its drain yet, so this one is not left to it.
        drainNow()
        guard let outcome = answer.withLock({ $0 }) else {
            preconditionFailure("A drain answers every job it took.")
        }
        return try outcome.get()
    }

    /// Waits until every job handed over so far has been answered, and folds the log into the file.
    package func close() {
        drainNow()
        queue.sync { session.withLock { $0.foldLog() } }
    }

    private func drainNow() { queue.sync { drain() } }

    private func drain() {
        let jobs = pending.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        guard !jobs.isEmpty else { return }
        let reports = session.withLock { $0.commit(jobs) }
        for report in reports { report() }
    }
}

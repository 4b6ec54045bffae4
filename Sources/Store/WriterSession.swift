internal import Domain

/// The writing connection with its clock: turns waiting jobs into one transaction.
struct WriterSession {
    let connection: Connection
    let clock: @Sendable () -> Instant
    let trail: CommitTrail
    private var others: Int64?

    init(connection: Connection, clock: @escaping @Sendable () -> Instant, trail: CommitTrail) {
        self.connection = connection
        self.clock = clock
        self.trail = trail
        noteCommit()
    }

    /// Runs the jobs in one transaction and returns what tells each of them its outcome.
    mutating func commit(_ jobs: [WriteJob]) -> [() -> Void] {
        var reports: [WriteJob.Report] = []
        var refusal: StoreError?
        do throws(StoreError) {
            try connection.run("BEGIN IMMEDIATE")
            trail.begin(connection.lastCommit)
            let transaction = Transaction(connection: connection, now: clock())
            for job in jobs {
                let (report, failure) = job.run(transaction)
                reports.append(report)
                // A full disk can end the whole transaction: nothing of it is kept, and what follows would commit
                // by itself.
                if let failure, !connection.isInTransaction { throw failure }
            }
            try transaction.signature.end(transaction)
            try connection.run("COMMIT")
            noteCommit()
        } catch {
            refusal = error
            if connection.isInTransaction { try? connection.run("ROLLBACK") }
        }
        let error = refusal
        let ran = reports.map { report in { report(error) } }
        guard let error else { return ran }
        return ran + jobs.dropFirst(reports.count).map { job in { job.fail(error) } }
    }

    /// Tells the trail which commit was the last one, unless somebody else's may have come behind our own.
    private mutating func noteCommit() {
        let mark = connection.lastCommit
        // Differs when another connection than this one has committed since it was asked last
        // (https://www.sqlite.org/pragma.html#pragma_data_version).
        let found = try? connection.integer("PRAGMA data_version")
        trail.commit(found == others || others == nil ? mark : nil)
        others = found
    }

    /// Copies the write-ahead log into the database file and empties it; a reader in the way leaves it for later.
    func foldLog() {
        // At the end of the program, which waits for nobody.
        try? connection.execute("PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)")
    }
}

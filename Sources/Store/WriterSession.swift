internal import Domain

/// The writing connection with its clock: turns waiting jobs into one transaction.
struct WriterSession {
    let connection: Connection
    let clock: @Sendable () -> Instant

    /// Runs the jobs in one transaction and returns what tells each of them its outcome.
    func commit(_ jobs: [WriteJob]) -> [() -> Void] {
        var reports: [WriteJob.Report] = []
        var refusal: StoreError?
        do throws(StoreError) {
            try connection.execute("BEGIN IMMEDIATE")
            let transaction = Transaction(connection: connection, now: clock())
            for job in jobs {
                reports.append(job.run(transaction))
                // A full disk can end the whole transaction; what follows would then commit by itself.
                guard connection.isInTransaction else { break }
            }
            try connection.execute("COMMIT")
        } catch {
            refusal = error
            if connection.isInTransaction { try? connection.execute("ROLLBACK") }
        }
        let error = refusal
        let ran = reports.map { report in { report(error) } }
        let never = jobs.dropFirst(reports.count).map { job in
            {
                job.fail(
                    error ?? .failed(SQLiteFailure(extendedCode: 0, message: "not run", statement: "job")))
            }
        }
        return ran + never
    }

    /// Copies the write-ahead log into the database file and empties it; a reader in the way leaves it for later.
    func foldLog() { try? connection.execute("PRAGMA wal_checkpoint(TRUNCATE)") }
}

package import Domain

/// The open write transaction, lent to a job for the length of its run.
package struct Transaction {
    package let connection: Connection
    /// The moment every record written in this transaction carries.
    package let now: Instant
    /// The same as text.
    let timestamp: String
    let signature = Signature()

    package init(connection: Connection, now: Instant) {
        self.connection = connection
        self.now = now
        timestamp = now.description
    }

    /// Runs a job so that it is kept whole or leaves nothing behind; the change log names its actor.
    func savepoint<Answer: Sendable>(
        by actor: String, _ job: (Transaction) throws(StoreError) -> Writer.Decision<Answer>
    ) -> Result<Writer.Decision<Answer>, StoreError> {
        do throws(StoreError) {
            try signature.begin(actor, self)
            try connection.run("SAVEPOINT job")
            do throws(StoreError) {
                let decision = try job(self)
                if case .discard = decision {
                    try connection.run("ROLLBACK TO job")
                    signature.undone()
                } else {
                    try signature.kept(self)
                }
                try connection.run("RELEASE job")
                return .success(decision)
            } catch {
                signature.undone()
                if connection.isInTransaction {
                    try connection.run("ROLLBACK TO job")
                    try connection.run("RELEASE job")
                }
                throw error
            }
        } catch {
            return .failure(error)
        }
    }
}

/// Who writes, as the change log is told by the one row of the table `writes`.
///
/// Jobs of one actor that follow each other in a transaction share the row; it is gone when the transaction ends, so
/// that whoever writes next says for himself who he is.
final class Signature {
    /// Whose row stands there, and says nothing but who he is.
    private var actor: String?
    /// Whether the job under hand put more into the row: an import, a rule of retention.
    private var isExtended = false

    /// Puts the actor's row there for a job that begins.
    func begin(_ actor: String, _ transaction: Transaction) throws(StoreError) {
        guard self.actor != actor else { return }
        try end(transaction)
        try transaction.connection.run(
            "INSERT INTO writes (id, at, actor) VALUES (1, ?, ?)",
            [.text(transaction.timestamp), .text(actor)])
        self.actor = actor
    }

    /// Says for the rest of the job what else is to be known of its writes.
    func extend(_ assignments: StaticString, _ values: [SQLValue], _ connection: Connection)
        throws(StoreError)
    {
        isExtended = true
        try connection.run("UPDATE writes SET \(assignments)", values)
    }

    /// A job has been kept. What it said of its own writes is not said of the next one's.
    func kept(_ transaction: Transaction) throws(StoreError) {
        if isExtended { try end(transaction) }
    }

    /// A job has been undone, and with it whatever it put into the row.
    func undone() { isExtended = false }

    /// Takes the row away.
    func end(_ transaction: Transaction) throws(StoreError) {
        guard actor != nil else { return }
        try transaction.connection.run("DELETE FROM writes")
        actor = nil
        isExtended = false
    }
}

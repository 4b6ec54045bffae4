extension Connection {
    /// Where the history of the database ends, for a person who compares a copy with the original.
    func lastChange() throws(StoreError) -> String {
        let hasLog = try integer("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'changes'")
        if hasLog != nil { return "last change \(try integer("SELECT max(seq) FROM changes") ?? 0)" }
        // A database from before the change log.
        return "last import \(try integer("SELECT max(id) FROM imports") ?? 0)"
    }
}

extension Connection {
    /// What SQLite finds wrong with the file: damaged pages, indexes that miss rows, broken constraints.
    func integrityProblems() throws(StoreError) -> [String] {
        var found: [String] = []
        // Without a number SQLite stops after a hundred.
        try run("PRAGMA integrity_check(1000000)") { row in
            found.append((row.text(0) ?? "").split(separator: "\n").joined(separator: " "))
        }
        return found == ["ok"] ? [] : found
    }

    /// Each reference to a record that does not exist.
    func foreignKeyProblems() throws(StoreError) -> [String] {
        var found: [String] = []
        try run("PRAGMA foreign_key_check") { row in
            found.append(
                "\(row.text(0) ?? "") \(row.text(1) ?? "") refers to a record of \(row.text(2) ?? "") that is not there"
            )
        }
        return found
    }

    /// Tables, indexes and triggers that are missing or read otherwise than in a new database, and the steps of the
    /// state machines that do.
    func schemaProblems() throws(StoreError) -> [String] {
        let new = try Connection(path: ":memory:", mode: .readWrite)
        _ = try Migrator().migrate(new)
        let (mine, right) = (try schema(), try new.schema())
        var problems: [String] = []
        for name in right.keys.sorted() where mine[name] != right[name] {
            problems.append(mine[name] == nil ? "\(name) is missing" : "\(name) was changed")
        }
        let (steps, rightSteps) = (try transitions(), try new.transitions())
        problems += rightSteps.subtracting(steps).sorted().map { "the step \($0) is missing" }
        problems += steps.subtracting(rightSteps).sorted().map { "the step \($0) is not the program's" }
        return problems
    }

    /// The text of everything that migrations made, by kind and name. SQLite's own objects have none.
    private func schema() throws(StoreError) -> [String: String] {
        var found: [String: String] = [:]
        try run("SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL") { row in
            found[row.text(0) ?? ""] = row.text(1)
        }
        // SQLite makes it when the first database with AUTOINCREMENT is filled, in its own words.
        found["table sqlite_sequence"] = nil
        return found
    }

    private func transitions() throws(StoreError) -> Set<String> {
        var found: Set<String> = []
        try run(
            """
            SELECT machine || ' ' || from_state || ' > ' || to_state || iif(needs_reason, ' with a reason', '')
            FROM state_transitions
            """
        ) { row in found.insert(row.text(0) ?? "") }
        return found
    }
}

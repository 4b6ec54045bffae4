/// Everything that can be asked of a database to know that it is sound.
package enum Checkup {
    /// Asks all checks of the database as it is at one moment, while others write to it, and changes nothing.
    ///
    /// A check that cannot be asked counts as one that found something. The rules of the data are asked only of a
    /// database with the program's schema.
    package static func run(path: String) throws(StoreError) -> [CheckResult] {
        let connection = try Connection(path: path, mode: .inspect)
        try connection.execute("BEGIN")
        let schema = result("schema") { () throws(StoreError) in
            try Migrator().verify(connection)
            return try connection.schemaProblems()
        }
        let file = [
            result("integrity") { () throws(StoreError) in try connection.integrityProblems() },
            result("foreign-keys") { () throws(StoreError) in try connection.foreignKeyProblems() },
            schema,
        ]
        guard schema.isOK else { return file }
        let log = result("change-log") { () throws(StoreError) in try connection.changeLogProblems() }
        return file + Check.all.map { ask($0, of: connection) } + [log]
    }

    /// Asks one rule.
    package static func ask(_ check: Check, of connection: Connection) -> CheckResult {
        result("\(check.name)", sentence: "\(check.sentence)") { () throws(StoreError) in
            var found: [String] = []
            try connection.run("\(check.sql)") { row in found.append(row.text(0) ?? "") }
            return found
        }
    }

    private static func result(
        _ name: String, sentence: String = "", _ problems: () throws(StoreError) -> [String]
    ) -> CheckResult {
        do throws(StoreError) {
            return CheckResult(name, try problems(), sentence: sentence)
        } catch {
            return CheckResult(name, ["\(error)"])
        }
    }
}

/// What a verified copy of a database holds.
package struct BackupContent: Equatable, Sendable {
    package let byteCount: Int
    /// Where the history in the copy ends, as in "last change 12".
    package let lastChange: String
    /// The last migration applied to it. One made by an older program needs `scrutiny migrate`.
    package let schema: Int
    package var needsMigration: Bool { schema < (Migrator.shipped.last?.number ?? 0) }

    /// Reads a copy that nobody writes to and refuses it unless every page, every foreign key and the schema are sound.
    /// - Parameter name: what the sentence of a refusal calls it.
    init(verifying path: String, as name: String) throws(BackupError) {
        let found: (problems: [String], schema: Int, lastChange: String)
        do throws(StoreError) {
            let connection = try Connection(path: path, mode: .inspect)
            let damage = try connection.integrityProblems()
            let problems = damage.isEmpty ? try connection.foreignKeyProblems() : damage
            let schema = problems.isEmpty ? try Migrator().applied(to: connection) : 0
            let isOurs = problems.isEmpty && schema > 0
            found = (problems, schema, isOurs ? try connection.lastChange() : "")
        } catch .cannotOpen(_, let failure) {
            throw .unsound(name, reason: "\(failure.message).")
        } catch {
            throw .unsound(name, reason: error.description)
        }
        guard found.problems.isEmpty else {
            let more = found.problems.count - 3
            throw .unsound(
                name,
                reason: found.problems.prefix(3).joined(separator: "; ")
                    + (more > 0 ? "; and \(more) more problems." : "."))
        }
        guard found.schema > 0 else { throw .unsound(name, reason: "it was not made by this program.") }
        byteCount = FilePlace.byteCount(path)
        schema = found.schema
        lastChange = found.lastChange
    }
}

extension BackupContent: CustomStringConvertible {
    package var description: String { "\(byteCount) bytes, \(lastChange)" }
}

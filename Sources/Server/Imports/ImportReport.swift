import Domain
import JSON

/// What became of every row of a pack.
struct ImportReport: Sendable {
    var results: [RowResult] = []

    var hasFailures: Bool { results.contains { $0.outcome == .failed } }

    func count(_ outcome: RowResult.Outcome) -> Int { results.count { $0.outcome == outcome } }

    /// Problems of all rows with pointers from the top of the document.
    func problems(_ severity: ValidationProblem.Severity) -> [ValidationProblem] {
        results.flatMap { result in
            result.problems.filter { $0.severity == severity }.map { $0.moved(under: result.row.pointer) }
        }
    }

    /// One JSON object a row.
    var rowsJSON: String {
        var json = JSONWriter()
        json.beginArray()
        for result in results {
            json.beginObject()
            json.key("collection")
            json.write(result.row.collection.text)
            json.key("pointer")
            json.write(result.row.pointer)
            json.key("ref")
            json.write(optional: result.row.ref)
            json.key("outcome")
            json.write(result.outcome.rawValue)
            json.key("id")
            if let id = result.id { json.write(id) } else { json.writeNull() }
            json.key("changes")
            json.beginArray()
            for change in result.changes { json.write(change) }
            json.endArray()
            json.key("problems")
            json.write(result.problems.map { ProblemEntry($0) })
            json.endObject()
        }
        json.endArray()
        return String(decoding: json.finish(), as: UTF8.self)
    }

    /// One of the objects above.
    static let rowSchema = Schema.object(
        [
            ("collection", .text), ("pointer", .text), ("ref", Schema.text.orNull),
            ("outcome", .choice(RowResult.Outcome.allCases.map(\.rawValue))),
            ("id", Schema.identifier.orNull),
            ("changes", .list(of: .text)), ("problems", .list(of: .component(OpenAPI.problemEntry))),
        ], required: ["collection", "pointer", "ref", "outcome", "id", "changes", "problems"])

    var warningsJSON: String {
        var json = JSONWriter()
        json.write(problems(.warning).map { ProblemEntry($0) })
        return String(decoding: json.finish(), as: UTF8.self)
    }
}

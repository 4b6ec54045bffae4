import Domain
import JSON
import Store

extension Problem {
    /// The body is not JSON: says where, and whether it was cut off on the way.
    static func unreadable(_ error: JSONReaderError) -> Problem {
        let hint =
            error.isTruncation ? " The document was probably cut off on its way; send it again whole." : ""
        return Problem(
            status: 400, code: error.isTruncation ? "body_truncated" : "body_not_json",
            title: "The body is not valid JSON",
            detail: "\(error)\(hint)")
    }

    static let keyReused = Problem(
        status: 422, code: "idempotency_key_reused", title: "The key belongs to another import",
        detail: "This Idempotency-Key came with a different body before. Use a new key for a new body.")

    static let keyMissing = Problem(
        status: 400, code: "idempotency_key_missing", title: "An import needs a key",
        detail: "Send a header Idempotency-Key of up to 200 characters, such as a hash of the file.")

    /// Rows could not be stored, so none was.
    static func importRefused(_ report: ImportReport) -> Problem {
        var problem = Problem.invalid(report.problems(.error))
        problem = Problem(
            status: 422, code: "import_refused", title: "The pack was not imported",
            detail:
                "\(report.count(.failed)) of \(report.results.count) rows cannot be stored, so nothing was. errors lists each.",
            entries: problem.entries)
        return problem
    }

    static func importNotApplied(state: String) -> Problem {
        .conflict("import_not_applied", "The import is \(state), so there is nothing to undo.")
    }

    /// Later changes build on the import: each is named, so that somebody can decide about it.
    static func importBuiltUpon(_ dependents: [UndoOutcome.Dependent]) -> Problem {
        let entries = dependents.prefix(100).map { dependent in
            ProblemEntry(
                .pointer(""), "later_change",
                "/v1/\(dependent.collection)/\(dependent.recordID) was changed or removed later (change \(dependent.seq))."
            )
        }
        return Problem(
            status: 409, code: "import_built_upon", title: "The import cannot be undone",
            detail:
                "\(dependents.count) later changes build on it, so nothing was undone. errors lists them.",
            entries: entries)
    }
}

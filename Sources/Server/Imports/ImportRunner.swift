import Crypto
import Domain
import JSON
import Store

/// Takes a pack into the store: the one path that `POST /v1/imports` and `scrutiny import` share.
///
/// The document is read and checked before the transaction begins. Then all of it goes in, or nothing does.
struct ImportRunner: Sendable {
    let caller: String
    /// From the client, so that a repeated post is answered and not done again; nil on the command line.
    let idempotencyKey: String?
    let isDryRun: Bool

    /// Deep enough for any pack, and far from what would cost stack.
    private static let depthLimit = 16

    /// Reads and checks the bytes of a document.
    static func pack(from body: [UInt8]) throws(Problem) -> Pack {
        if body.isEmpty { throw .malformed("body_missing", "Send an import document as the body.") }
        var limits = JSONReader.Limits()
        limits.byteCount = body.count
        limits.depth = depthLimit
        let document: JSONValue
        do throws(JSONReaderError) {
            document = try JSONReader.read(body, limits: limits)
        } catch {
            throw .unreadable(error)
        }
        return try Pack.read(document)
    }

    /// What the job leaves for whoever answers.
    enum Outcome: Sendable {
        /// The import with this id was applied now.
        case applied(Int64, ImportReport)
        /// The same key and body came before; this is the import it made then.
        case replayed(Int64)
        /// A dry run that would have gone through.
        case rehearsed(ImportReport)
        case refused(Problem)
    }

    /// The write job. A refused pack or a dry run leaves nothing behind.
    func run(
        _ pack: Pack, body: [UInt8], in transaction: Transaction
    ) throws(StoreError) -> Writer.Decision<Outcome> {
        let digest = hexadecimal(SHA256.hash(data: body))
        // A rehearsal leaves the key free and does not care what it was used for.
        let key = isDryRun ? nil : idempotencyKey
        if let key, let earlier = try transaction.importReceipt(caller: caller, key: key) {
            if earlier.bodySha256 == digest { return .discard(.replayed(earlier.id)) }
            return .discard(.refused(.keyReused))
        }
        let id = try transaction.beginImport(
            caller: caller, key: key, bodySha256: digest, system: pack.system, ref: pack.ref)
        let report = try write(pack, as: .import(id, from: pack.system), in: transaction)
        if report.hasFailures { return .discard(.refused(.importRefused(report))) }
        if isDryRun { return .discard(.rehearsed(report)) }
        try transaction.finishImport(
            id, created: report.count(.created), updated: report.count(.updated),
            unchanged: report.count(.unchanged),
            skipped: report.count(.skipped), rows: report.rowsJSON, warnings: report.warningsJSON)
        return .keep(.applied(id, report))
    }

    private func write(
        _ pack: Pack, as provenance: Provenance, in transaction: Transaction
    ) throws(StoreError) -> ImportReport {
        var report = ImportReport()
        var resolver = ReferenceResolver(transaction.connection)
        var meetingID: Int64?
        var collection: StaticString = ""
        for row in pack.rows {
            var result = RowResult(row: row, outcome: .failed)
            if !row.collection.isSame(as: collection) {
                // What it knows holds while nothing is written that can be referred to.
                resolver = ReferenceResolver(transaction.connection, meetingID: meetingID)
                collection = row.collection
            }
            resolver.problems = Problems()
            do throws(StoreError) {
                let outcome = try transaction.upsert(row.draft, ref: row.ref, by: provenance, &resolver)
                result.take(outcome)
            } catch {
                // Only a broken rule is the row's own; a full disk or a lock ends the whole import.
                guard case .constraint = error else { throw error }
                result.take(Problem(error), of: row)
            }
            if row.draft is MeetingDraft {
                meetingID = result.id
                resolver.meetingID = meetingID
            }
            report.results.append(result)
        }
        return report
    }
}

extension RowResult {
    fileprivate mutating func take(_ result: DraftOutcome) {
        switch result {
        case .created(let id):
            outcome = .created
            self.id = id
        case .changed(let id, .unchanged):
            outcome = .unchanged
            self.id = id
        case .changed(let id, .updated(let columns)):
            outcome = .updated
            self.id = id
            changes = columns
        case .changed(let id, .conflict(let updated, let kept)):
            outcome = updated.isEmpty ? .skipped : .updated
            self.id = id
            changes = updated
            problems.append(
                ValidationProblem(
                    pointer: "", code: "officer_owned_field", severity: .warning,
                    message:
                        "An officer set \(kept.joined(separator: ", ")) last; the import left it as it is."))
        case .refused(let found):
            outcome = .failed
            problems += found
        }
    }

    fileprivate mutating func take(_ problem: Problem, of row: PackRow) {
        // What was printed stays as it was first recorded, and a published paper as it was published; the pack
        // that says otherwise is told so, and the rest of it goes in.
        let isFrozen = problem.code == "published_is_frozen"
        outcome = isFrozen ? .skipped : .failed
        let detail = problem.entries.first?.message ?? problem.detail
        problems.append(
            ValidationProblem(
                pointer: "", code: problem.entries.first?.code ?? problem.code,
                severity: isFrozen ? .warning : .error,
                message: detail))
    }
}

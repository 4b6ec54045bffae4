import Domain
import Store

/// One record of a pack on its way into the store, with its place in the document.
struct PackRow: Sendable {
    /// The collection the record goes to.
    let collection: StaticString
    /// Where it stands in the document (RFC 6901).
    let pointer: String
    /// The reference the pack gives it; with the pack's system it names the record for good.
    let ref: String?
    let draft: any RecordDraft
}

/// What the store made of one row.
struct RowResult: Sendable {
    enum Outcome: String, CaseIterable, Sendable { case created, updated, unchanged, skipped, failed }

    let row: PackRow
    var outcome: Outcome
    var id: Int64?
    /// The columns that changed, by name.
    var changes: [String] = []
    var problems: [ValidationProblem] = []
}

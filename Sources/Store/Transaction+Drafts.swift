package import Domain

/// What came of writing one draft.
package enum DraftOutcome: Sendable {
    case created(Int64)
    case changed(Int64, RecordChange)
    /// The draft names records that do not exist, or breaks a rule about what is recorded already.
    case refused([ValidationProblem])
}

extension Transaction {
    /// Makes a new record.
    package func create(
        _ draft: some RecordDraft, ref: String? = nil, by provenance: Provenance,
        _ resolver: inout ReferenceResolver
    ) throws(StoreError) -> DraftOutcome {
        let columns = try draft.columns(&resolver)
        return try create(draft, columns, ref: ref, by: provenance, &resolver)
    }

    /// Brings a record to what the draft says.
    package func change(
        _ id: Int64, to draft: some RecordDraft, by provenance: Provenance,
        _ resolver: inout ReferenceResolver
    ) throws(StoreError) -> DraftOutcome {
        let columns = try draft.columns(&resolver)
        guard !resolver.problems.hasErrors else { return .refused(resolver.problems.all) }
        return .changed(id, try update(type(of: draft).table, id: id, to: columns, by: provenance))
    }

    /// Makes the record that an import describes, or brings it up to date if it is there already.
    package func upsert(
        _ draft: some RecordDraft, ref: String?, by provenance: Provenance,
        _ resolver: inout ReferenceResolver
    ) throws(StoreError) -> DraftOutcome {
        let columns = try draft.columns(&resolver)
        guard !resolver.problems.hasErrors else { return .refused(resolver.problems.all) }
        guard let id = try draft.existing(columns, ref: ref, by: provenance, on: connection) else {
            return try create(draft, columns, ref: ref, by: provenance, &resolver)
        }
        return .changed(
            id, try update(type(of: draft).table, id: id, to: columns + moved(draft, id), by: provenance))
    }

    private func create(
        _ draft: some RecordDraft, _ columns: [ColumnValue], ref: String?, by provenance: Provenance,
        _ resolver: inout ReferenceResolver
    ) throws(StoreError) -> DraftOutcome {
        guard !resolver.problems.hasErrors else { return .refused(resolver.problems.all) }
        let initial = try draft.initialColumns(columns, by: provenance, &resolver)
        guard !resolver.problems.hasErrors else { return .refused(resolver.problems.all) }
        let all =
            columns.filter { column in !initial.contains { $0.name.isSame(as: column.name) } } + initial
        let id = try insert(into: type(of: draft).table, all, sourceRef: ref, by: provenance)
        try draft.insertParts(of: id, on: connection, &resolver)
        return resolver.problems.hasErrors ? .refused(resolver.problems.all) : .created(id)
    }

    /// The column that moves an existing record to another state, when the import does that.
    private func moved(_ draft: some RecordDraft, _ id: Int64) throws(StoreError) -> [ColumnValue] {
        guard let state = try state(of: id, in: type(of: draft).table),
            let next = draft.importedState(from: state)
        else {
            return []
        }
        return [ColumnValue("state", .text(next))]
    }

    /// The state a record is in; nil for tables without one.
    package func state(of id: Int64, in table: StaticString) throws(StoreError) -> String? {
        let hasState = ["meetings", "reports", "actions", "recommendations", "minutes"].contains("\(table)")
        return hasState ? try connection.text("SELECT state FROM \(table) WHERE id = ?", [.integer(id)]) : nil
    }
}

internal import Domain

/// A draft of the domain as the store writes it: which table, which columns, and how to find it again.
package protocol RecordDraft: Sendable {
    static var table: StaticString { get }

    /// What the record's columns are to hold. References that name nothing are noted in the resolver.
    func columns(_ resolver: inout ReferenceResolver) throws(StoreError) -> [ColumnValue]

    /// What is added when the record is new: its first state, its revision.
    func initialColumns(
        _ columns: [ColumnValue], by provenance: Provenance, _ resolver: inout ReferenceResolver
    ) throws(StoreError) -> [ColumnValue]

    /// The id of the record that an import's draft is about, found by its natural key.
    func existing(
        _ columns: [ColumnValue], ref: String?, by provenance: Provenance, on connection: Connection
    ) throws(StoreError) -> Int64?

    /// The state an import brings an existing record to, if it moves it at all.
    func importedState(from current: String) -> String?

    /// Writes the rows of other tables that belong to a record made just now.
    func insertParts(
        of id: Int64, on connection: Connection, _ resolver: inout ReferenceResolver
    ) throws(StoreError)
}

extension RecordDraft {
    package func initialColumns(
        _ columns: [ColumnValue], by provenance: Provenance, _ resolver: inout ReferenceResolver
    ) throws(StoreError) -> [ColumnValue] { [] }

    package func importedState(from current: String) -> String? { nil }

    package func insertParts(
        of id: Int64, on connection: Connection, _ resolver: inout ReferenceResolver
    ) throws(StoreError) {}
}

extension [ColumnValue] {
    /// The value of a column that is certainly among them.
    func value(_ name: StaticString) -> SQLValue {
        guard let column = first(where: { $0.name.isSame(as: name) }) else {
            preconditionFailure("The draft has no column \(name).")
        }
        return column.value
    }

    /// First and last page, null where there are none.
    static func pages(_ pages: PageRange?) -> [ColumnValue] {
        [ColumnValue("page_from", .optional(pages?.from)), ColumnValue("page_to", .optional(pages?.to))]
    }
}

extension StaticString {
    /// Whether both are the same text, byte by byte and without making a `String` of either.
    package func isSame(as other: StaticString) -> Bool {
        // The compiler keeps a literal once, so most of them are the very same.
        if unsafe utf8Start == other.utf8Start, utf8CodeUnitCount == other.utf8CodeUnitCount { return true }
        return withUTF8Buffer { bytes in
            other.withUTF8Buffer { others in unsafe bytes.count == others.count && bytes.elementsEqual(others)
            }
        }
    }
}

extension SQLValue {
    static func optional(_ flag: Bool?) -> SQLValue { flag.map { .flag($0) } ?? .null }
    static func optional(_ date: CalendarDate?) -> SQLValue { .optional(date?.description) }
    static func optional(_ decimal: ExactDecimal?) -> SQLValue { .optional(decimal?.description) }
}

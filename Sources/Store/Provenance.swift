/// Who writes a record and where it comes from.
package struct Provenance: Sendable {
    package enum Origin: String, Sendable { case officer, `import` }

    package let origin: Origin
    package let importID: Int64?
    /// The system the pack came from; nil for an officer's own entry.
    package let sourceSystem: String?

    package static let officer = Provenance(origin: .officer, importID: nil, sourceSystem: nil)

    package static func `import`(_ id: Int64, from system: String) -> Provenance {
        Provenance(origin: .import, importID: id, sourceSystem: system)
    }
}

/// One column and what it is to hold. The name is a literal of the program, so no outside text can become SQL.
package struct ColumnValue: Sendable {
    package let name: StaticString
    package let value: SQLValue

    package init(_ name: StaticString, _ value: SQLValue) {
        self.name = name
        self.value = value
    }
}

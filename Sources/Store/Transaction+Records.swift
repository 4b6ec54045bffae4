internal import Domain

/// What came of writing one record.
package enum RecordChange: Equatable, Sendable {
    case unchanged
    /// The columns that hold something else now.
    case updated([String])
    /// An import wanted to change columns that an officer set last; those kept their values.
    case conflict(updated: [String], kept: [String])
}

extension Transaction {
    /// Adds a record and returns its id.
    ///
    /// Every column an officer fills belongs to the officer from then on: imports leave it alone.
    package func insert(
        into table: StaticString, _ columns: [ColumnValue], sourceRef: String? = nil,
        by provenance: Provenance
    ) throws(StoreError) -> Int64 {
        var owned: [StaticString] = []
        if provenance.origin == .officer {
            for column in columns where column.value != .null { owned.append(column.name) }
        }
        let all =
            columns + [
                ColumnValue("created_at", .text(timestamp)),
                ColumnValue("updated_at", .text(timestamp)),
                ColumnValue("origin", .text(provenance.origin.rawValue)),
                ColumnValue("officer_fields", .text(Self.names(owned))),
                ColumnValue("source_system", .optional(provenance.sourceSystem)),
                ColumnValue("source_ref", .optional(sourceRef)),
                ColumnValue("import_id", .optional(provenance.importID)),
            ]
        try connection.insert(into: table, all)
        return connection.lastInsertedID
    }

    /// Removes a record. Its parts go with it where the table says so; what others refer to is refused.
    package func delete(_ id: Int64, from table: StaticString) throws(StoreError) {
        try connection.run("DELETE FROM \(table) WHERE id = ?", [.integer(id)])
    }

    /// Brings a record to the given values. A record that holds them already keeps its version and its time.
    package func update(
        _ table: StaticString, id: Int64, to columns: [ColumnValue], by provenance: Provenance
    ) throws(StoreError) -> RecordChange {
        let (current, officerFields) = try held(table, id: id, columns)
        var changed = zip(columns, current).filter { $0.0.value != $0.1 }.map(\.0)
        var kept: [String] = []
        var owned = officerFields
        if provenance.origin == .officer {
            owned += changed.map { "\($0.name)" }.filter { !officerFields.contains($0) }
        } else {
            kept = changed.map { "\($0.name)" }.filter(officerFields.contains)
            changed = changed.filter { !officerFields.contains("\($0.name)") }
        }
        let names = changed.map { "\($0.name)" }
        if !changed.isEmpty {
            let written =
                changed + [
                    ColumnValue("updated_at", .text(timestamp)),
                    ColumnValue("origin", .text(provenance.origin.rawValue)),
                    ColumnValue("officer_fields", .text(Self.names(owned))),
                    ColumnValue("import_id", .optional(provenance.importID)),
                ]
            let assignments = written.map { "\($0.name) = ?" }.joined(separator: ", ")
            try connection.run(
                "UPDATE \(table) SET version = version + 1, \(assignments) WHERE id = ?",
                written.map(\.value) + [.integer(id)])
        }
        if !kept.isEmpty { return .conflict(updated: names, kept: kept) }
        return names.isEmpty ? .unchanged : .updated(names)
    }

    /// What the record holds in these columns now, and which columns an officer set last.
    private func held(
        _ table: StaticString, id: Int64, _ columns: [ColumnValue]
    ) throws(StoreError) -> (values: [SQLValue], officerFields: [String]) {
        var values: [SQLValue] = []
        var officerFields: [String] = []
        let wanted = columns + [ColumnValue("officer_fields", .null)]
        try connection.read(table, id: id, wanted) { row in
            values = columns.indices.map { row.value($0) }
            officerFields = Self.names(from: row.text(columns.count) ?? "[]")
        }
        precondition(
            values.count == columns.count, "A record is updated only after it was found in this transaction.")
        return (values, officerFields)
    }

    /// A JSON array of column names. They are literals of the program and need no escaping.
    private static func names(_ names: [String]) -> String {
        "[" + names.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }

    private static func names(_ names: [StaticString]) -> String {
        var json: [UInt8] = [UInt8(ascii: "[")]
        for (place, name) in names.enumerated() {
            if place > 0 { json.append(UInt8(ascii: ",")) }
            json.append(UInt8(ascii: "\""))
            name.withUTF8Buffer { unsafe json.append(contentsOf: $0) }
            json.append(UInt8(ascii: "\""))
        }
        json.append(UInt8(ascii: "]"))
        return String(decoding: json, as: UTF8.self)
    }

    private static func names(from json: String) -> [String] {
        json.split { "[],\"".contains($0) }.map(String.init)
    }
}

import Domain
import JSON
import Store

/// How the records of a resource are shown in one answer: which fields, and what is embedded.
struct Representation: Sendable {
    let resource: Resource
    let audience: Audience
    private(set) var fields: [Field]
    /// The same, ready to be written.
    private var shown: [ShownField]
    private(set) var expansions: [(expansion: Expansion, inner: Representation)] = []

    init(_ resource: Resource, for audience: Audience) {
        self.resource = resource
        self.audience = audience
        fields = resource.fields
        shown = resource.shownFields
    }

    /// The same for a list, without the fields that are too large for one.
    init(listing resource: Resource, for audience: Audience) {
        self.init(resource, for: audience)
        if fields.contains(where: \.isOnRecordOnly) { keep { !$0.isOnRecordOnly } }
    }

    /// Keeps only the named fields, and the id.
    mutating func choose(_ names: Set<String>) {
        keep { $0.name.text == "id" || names.contains($0.name.text) }
    }

    private mutating func keep(_ isWanted: (Field) -> Bool) {
        let kept = zip(fields, shown).filter { isWanted($0.0) }
        fields = kept.map(\.0)
        shown = kept.map(\.1)
    }

    /// Embeds the records at a dotted path such as `agendaItems.reports`.
    mutating func expand(_ path: ArraySlice<String>) {
        guard let name = path.first, let known = resource.expansions.first(where: { $0.name.text == name }),
            let collection = Resource.named(known.collection.text)
        else { return }
        let rest = path.dropFirst()
        if let index = expansions.firstIndex(where: { $0.expansion.name.text == name }) {
            expansions[index].inner.expand(rest)
        } else {
            var inner = Representation(listing: collection, for: audience)
            inner.expand(rest)
            expansions.append((known, inner))
        }
    }

    /// The query for the chosen fields; the id follows them as the last key of the order.
    var query: Query {
        var query = resource.query(for: audience)
        query.columns = fields.flatMap(\.columns)
        return query
    }

    /// Writes the current row as one JSON object.
    func write(
        _ row: borrowing Row, with reader: Reader, to json: inout JSONWriter,
        _ guardian: inout EmbeddingGuard
    ) throws(StoreError) {
        json.beginObject()
        try Self.write(shown, row, at: 0, with: reader, to: &json)
        if !expansions.isEmpty {
            // The id is always the first field and so the first column.
            let id = row.integer(0)
            for (expansion, inner) in expansions {
                json.key(expansion.name)
                try inner.writeChildren(of: id, at: expansion.parent, with: reader, to: &json, &guardian)
            }
        }
        json.endObject()
    }

    private func writeChildren(
        of id: Int64, at parent: StaticString, with reader: Reader, to json: inout JSONWriter,
        _ guardian: inout EmbeddingGuard
    ) throws(StoreError) {
        var query = query
        query.conditions.append(.compare(parent, .equal, [.integer(id)]))
        query.limit = guardian.room + 1
        json.beginArray()
        if !guardian.isExceeded {
            try reader.walk(query) { (row) throws(StoreError) -> Bool in
                guard guardian.take(byteCount: json.byteCount) else { return false }
                try write(row, with: reader, to: &json, &guardian)
                return !guardian.isExceeded
            }
        }
        json.endArray()
    }

    private static func write(
        _ fields: [ShownField], _ row: borrowing Row, at first: Int, with reader: Reader,
        to json: inout JSONWriter
    ) throws(StoreError) {
        var column = first
        for field in fields {
            json.key(field.key)
            try write(field, row, at: column, with: reader, to: &json)
            column += field.width
        }
    }

    private static func write(
        _ field: ShownField, _ row: borrowing Row, at column: Int, with reader: Reader,
        to json: inout JSONWriter
    ) throws(StoreError) {
        if row.isNull(column) { return json.writeNull() }
        switch field.value {
        case .integer: json.write(row.integer(column))
        case .flag: json.write(row.integer(column) != 0)
        case .text: row.withBytes(column) { json.write(utf8: $0) }
        case .decimal: row.withBytes(column) { json.writeNumber(utf8: $0) }
        case .json: row.withBytes(column) { json.writeRaw(utf8: $0) }
        case .reference(let address):
            writeReference(address, id: row.integer(column), row, label: column + 1, to: &json)
        case .object(let fields):
            json.beginObject()
            try write(fields, row, at: column, with: reader, to: &json)
            json.endObject()
        case .children(let children):
            try write(children, of: row.integer(column), with: reader, to: &json)
        }
    }

    private static func writeReference(
        _ address: String, id: Int64, _ row: borrowing Row, label: Int, to json: inout JSONWriter
    ) {
        json.beginObject()
        json.key(ShownField.id)
        json.write(id)
        json.key(ShownField.label)
        if row.isNull(label) { json.writeNull() } else { row.withBytes(label) { json.write(utf8: $0) } }
        json.key(ShownField.href)
        json.write(address, number: id)
        json.endObject()
    }

    /// The parts of a record as a list. They are part of what it is, and do not count as embedded.
    static func write(
        _ children: Children, of id: Int64, with reader: Reader, to json: inout JSONWriter
    ) throws(StoreError) {
        json.beginArray()
        try reader.read(children.query, [.integer(id)]) { (row) throws(StoreError) in
            json.beginObject()
            try write(children.shown, row, at: 0, with: reader, to: &json)
            json.endObject()
        }
        json.endArray()
    }
}

extension StaticString {
    /// The literal as a `String`, for comparing with what came from outside.
    var text: String { "\(self)" }
}

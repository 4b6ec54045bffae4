import Domain
import JSON
import Store

/// How the records of a resource are shown in one answer: which fields, and what is embedded.
struct Representation: Sendable {
    let resource: Resource
    let audience: Audience
    private(set) var fields: [Field]
    private(set) var expansions: [(expansion: Expansion, inner: Representation)] = []

    init(_ resource: Resource, for audience: Audience) {
        self.resource = resource
        self.audience = audience
        fields = resource.fields
    }

    /// The same for a list, without the fields that are too large for one.
    init(listing resource: Resource, for audience: Audience) {
        self.init(resource, for: audience)
        fields = fields.filter { !$0.isOnRecordOnly }
    }

    /// Keeps only the named fields, and the id.
    mutating func choose(_ names: Set<String>) {
        fields = fields.filter { $0.name.text == "id" || names.contains($0.name.text) }
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
        var column = 0
        for field in fields {
            json.key(field.name)
            try Self.write(field, row, at: column, with: reader, to: &json, &guardian)
            column += field.columns.count
        }
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
                guard guardian.take(byteCount: json.bytes.count) else { return false }
                try write(row, with: reader, to: &json, &guardian)
                return !guardian.isExceeded
            }
        }
        json.endArray()
    }

    private static func write(
        _ field: Field, _ row: borrowing Row, at column: Int, with reader: Reader,
        to json: inout JSONWriter, _ guardian: inout EmbeddingGuard
    ) throws(StoreError) {
        if row.isNull(column) { return json.writeNull() }
        switch field.kind {
        case .integer: json.write(row.integer(column))
        case .flag: json.write(row.integer(column) != 0)
        case .text: row.withBytes(column) { json.write(utf8: $0) }
        case .decimal: row.withBytes(column) { json.writeNumber(utf8: $0) }
        case .json: row.withBytes(column) { json.writeRaw(utf8: $0) }
        case .reference(let collection):
            writeReference(to: collection, id: row.integer(column), row, label: column + 1, to: &json)
        case .object(let fields):
            json.beginObject()
            var inner = column
            for field in fields {
                json.key(field.name)
                try write(field, row, at: inner, with: reader, to: &json, &guardian)
                inner += field.columns.count
            }
            json.endObject()
        case .children(let children):
            try write(children, of: row.integer(column), with: reader, to: &json, &guardian)
        }
    }

    private static func writeReference(
        to collection: StaticString, id: Int64, _ row: borrowing Row, label: Int, to json: inout JSONWriter
    ) {
        json.beginObject()
        json.key("id")
        json.write(id)
        json.key("label")
        if row.isNull(label) { json.writeNull() } else { row.withBytes(label) { json.write(utf8: $0) } }
        json.key("href")
        json.write("/v1/\(collection)/\(id)")
        json.endObject()
    }

    /// The parts of a record as a list. They are part of what it is, and do not count as embedded.
    static func write(
        _ children: Children, of id: Int64, with reader: Reader, to json: inout JSONWriter,
        _ guardian: inout EmbeddingGuard
    ) throws(StoreError) {
        let query = Query(
            columns: children.fields.flatMap(\.columns), from: children.source,
            conditions: [.compare(children.parent, .equal, [.integer(id)])],
            order: [Query.Order(children.order)])
        json.beginArray()
        try reader.read(query) { (row) throws(StoreError) in
            json.beginObject()
            var column = 0
            for field in children.fields {
                json.key(field.name)
                try write(field, row, at: column, with: reader, to: &json, &guardian)
                column += field.columns.count
            }
            json.endObject()
        }
        json.endArray()
    }
}

extension StaticString {
    /// The literal as a `String`, for comparing with what came from outside.
    var text: String { "\(self)" }
}

import JSON
import Store

/// How the fields of a change appear: only their names, or as they were and as they are.
enum ChangedFields { case named, shown }

extension JSONWriter {
    /// Writes one entry of the change log.
    ///
    /// Who made it, and in which import, only officers are told.
    mutating func write(_ change: Change, _ fields: ChangedFields, for audience: Audience) {
        beginObject()
        key("seq")
        write(change.seq)
        key("at")
        write(change.at)
        key("operation")
        write(change.operation)
        key("record")
        writeRecord(change.collection, change.recordID)
        key("version")
        write(optional: change.version)
        if audience == .officer {
            key("actor")
            write(change.actor)
            key("importId")
            write(optional: change.importID)
        }
        key("parents")
        beginArray()
        for member in Self.object(change.parents).members {
            if case .number(let number) = member.value, let id = number.int64 { writeRecord(member.name, id) }
        }
        endArray()
        writeFields(of: change, fields)
        endObject()
    }

    /// A record by its collection and id, with its address where it has one.
    private mutating func writeRecord(_ collection: String, _ id: Int64) {
        beginObject()
        key("collection")
        write(collection)
        key("id")
        write(id)
        key("href")
        write(optional: Resource.named(collection) == nil ? nil : "/v1/\(collection)/\(id)")
        endObject()
    }

    private mutating func writeFields(of change: Change, _ fields: ChangedFields) {
        let showsValues = fields == .shown
        let before = Self.object(change.before ?? "{}")
        let after = Self.object(change.after ?? "{}")
        let columns = (change.after == nil ? before : after).members.map(\.name)
        let changed = columns.filter { $0 != "officer_fields" && before[$0] != after[$0] }
        key("changed")
        if showsValues { beginObject() } else { beginArray() }
        for column in changed {
            let name = Self.fieldName(column)
            guard showsValues else {
                write(name)
                continue
            }
            key(name)
            beginObject()
            key("before")
            (before[column] ?? .null).write(to: &self)
            key("after")
            (after[column] ?? .null).write(to: &self)
            endObject()
        }
        if showsValues { endObject() } else { endArray() }
    }

    private static func object(_ text: String) -> JSONObject {
        guard case .object(let object)? = try? JSONReader.read(Array(text.utf8)) else { return JSONObject() }
        return object
    }

    /// `page_from` is `pageFrom`.
    private static func fieldName(_ column: String) -> String {
        let words = column.split(separator: "_")
        return words.dropFirst().reduce(String(words.first ?? "")) {
            $0 + $1.prefix(1).uppercased() + $1.dropFirst()
        }
    }
}

import Domain
import JSON

/// What a reader of bodies asked for: the members it knows, with what each may be.
struct InputDescription: Sendable {
    var members: [(name: String, schema: Schema)] = []
    /// Members that may be left out because what surrounds the body supplies them.
    var supplied: Set<String> = []

    /// Describes what a body of this reader holds, by letting it read an empty one.
    ///
    /// What it misses in an empty body is what is required.
    static func of(_ read: (inout FieldReader) -> Void) -> InputShape {
        var fields = FieldReader(JSONObject(), describing: InputDescription())
        read(&fields)
        let missing = fields.problems.all.filter { $0.code == "required" }.map(\.pointer)
        let description = fields.description ?? InputDescription()
        let required = description.members.map(\.name).filter {
            missing.contains("/\($0)") && !description.supplied.contains($0)
        }
        return InputShape(members: description.members, required: required)
    }
}

/// The members of a body and which of them must be there.
struct InputShape: Sendable {
    let members: [(name: String, schema: Schema)]
    let required: [String]

    /// A whole body: null is as good as leaving a member out, where it may be left out.
    var schema: Schema {
        .object(
            members.map { ($0.name, required.contains($0.name) ? $0.schema : $0.schema.orNull) },
            required: required, isClosed: true)
    }

    /// A whole record as it was read: what a client cannot set may stay in it.
    func whole(of resource: Resource) -> Schema {
        let shown = resource.fields.filter { field in !members.contains { $0.name == field.name.text } }
        let given = members.map { ($0.name, required.contains($0.name) ? $0.schema : $0.schema.orNull) }
        return .object(
            given
                + shown.map {
                    ($0.name.text, $0.schema(input: nil).about("Cannot be set; stays as it was read."))
                },
            required: required, isClosed: true)
    }

    /// A merge patch of these members: each may be left out, and null takes away what may be missing.
    func patch(of names: [String]) -> Schema {
        .object(
            members.filter { names.contains($0.name) }.map {
                ($0.name, required.contains($0.name) ? $0.schema : $0.schema.orNull)
            }, required: [], isClosed: true)
    }
}

extension FieldReader {
    /// A member that may be left out here because it stands further up in the document.
    mutating func supply(_ name: String, _ value: JSONValue?) {
        description?.supplied.insert(name)
        guard isAbsent(name), let value else { return }
        var members = object
        members[name] = value
        self = FieldReader(members, describing: description)
    }

    /// Narrows what the last member of this name may be, for rules that its reader keeps by hand.
    mutating func describe(_ name: String, as schema: Schema) {
        guard let place = description?.members.lastIndex(where: { $0.name == name }) else { return }
        description?.members[place].schema = schema
    }
}

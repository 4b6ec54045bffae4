import Domain
import JSON

extension Field {
    /// What the field shows in an answer.
    ///
    /// - Parameter input: what a client may send for it, which says more where no filter does.
    func schema(input: Schema?) -> Schema {
        let schema = isAlways ? value(input) : value(input).orNull
        return meaning.map { schema.about("\($0)") } ?? schema
    }

    private func value(_ input: Schema?) -> Schema {
        switch kind {
        case .integer: .integer
        case .flag: .flag
        case .decimal: .decimal
        case .text: form ?? filterForm ?? (isMoment(input) ? .moment : input.flatMap(Self.form) ?? .text)
        case .json(let shape): shape
        case .reference(let collection): .component(OpenAPI.referenceName(collection))
        case .object(let fields): Self.object(fields)
        case .children(let children): .list(of: Self.object(children.fields))
        }
    }

    private static func object(_ fields: [Field]) -> Schema {
        .object(fields.map { ($0.name.text, $0.schema(input: nil)) }, required: fields.map(\.name.text))
    }

    /// What the filter of the same name compares with.
    private var filterForm: Schema? {
        switch filters.first(where: { $0.name.text == name.text })?.kind {
        case .choice(_, let words): .choice(words)
        case .day: .day
        case .moment: .moment
        default: nil
        }
    }

    private func isMoment(_ input: Schema?) -> Bool {
        input?.json == Schema.anyOf([.moment, .localTime]).json
    }

    /// The form of a text that is sent; how long it may be is of no interest to whoever reads it.
    private static func form(_ input: Schema) -> Schema? {
        let isForm = input.json["enum"] != nil || input.json["$ref"] != nil
        return isForm ? input : nil
    }
}

extension Resource {
    /// What a client may send, by name.
    private var inputs: [String: Schema] {
        let members = writing?.shape.members ?? []
        return Dictionary(members.map { ($0.name, $0.schema) }) { first, _ in first }
    }

    /// One record as an answer shows it; with `fields` only the chosen members, and always the id.
    var schema: Schema {
        let inputs = inputs
        var members: [(name: String, schema: Schema)] = fields.map { field in
            (field.name.text, field.schema(input: inputs[field.name.text]))
        }
        for expansion in expansions {
            guard let inner = Resource.named(expansion.collection.text) else { continue }
            members.append(
                (
                    expansion.name.text,
                    .list(of: .component(inner.schemaName), limit: EmbeddingGuard.recordLimit)
                        .about("Shown when it is named in expand.")
                ))
        }
        return .object(members, required: ["id"]).about("\(about)")
    }

    /// `AgendaItem` for "agenda item".
    var schemaName: String {
        noun.text.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// `AgendaItems` for "agenda-items".
    var pluralName: String {
        path.text.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}

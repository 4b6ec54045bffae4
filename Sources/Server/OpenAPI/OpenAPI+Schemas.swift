import JSON

extension OpenAPI {
    static let referenceInput = "ReferenceInput"
    static let problemEntry = "ProblemEntry"

    /// `PanelReference` for "panels".
    static func referenceName(_ collection: StaticString) -> String {
        "\(Resource.named(collection.text)?.schemaName ?? collection.text)Reference"
    }

    static let schemas: JSONObject = {
        var schemas = JSONObject()
        for resource in Resource.all {
            schemas[resource.schemaName] = .object(resource.schema.json)
            schemas[resource.schemaName + "List"] = .object(list(of: resource.schemaName).json)
            schemas[referenceName(resource.path)] = .object(reference(to: resource).json)
            guard let writing = resource.writing else { continue }
            let shape = writing.shape
            if writing.makesAndRemoves {
                schemas[resource.schemaName + "Input"] = .object(shape.schema.json)
                schemas[resource.schemaName + "Whole"] = .object(shape.whole(of: resource).json)
            }
            let names = resource.fields.filter(\.isWritable).map(\.name.text)
            schemas[resource.schemaName + "Patch"] = .object(shape.patch(of: names).json)
        }
        for (name, schema) in Schema.named + shared { schemas[name] = .object(schema.json) }
        return schemas
    }()

    private static let shared: [(name: String, schema: Schema)] = [
        (referenceInput, referenceSchema), ("Problem", problem), (problemEntry, entry), ("Pack", pack),
        ("Rehearsal", rehearsal), ("SearchHits", page(of: "SearchHit", ["limit", "next"])),
        ("SearchHit", searchHit), ("Change", change(changed: .list(of: .text))), ("ChangePage", changePage),
        ("ChangeEvent", changeEvent), ("HistoryEntry", change(changed: beforeAndAfter)),
        ("History", .object([("data", .list(of: .component("HistoryEntry")))], required: ["data"])),
        ("Index", index),
        ("Health", .object([("status", .choice(["alive", "ready"]))], required: ["status"])),
    ]

    private static func list(of name: String) -> Schema { page(of: name, ["limit", "next"]) }

    private static func page(of name: String, _ required: [String]) -> Schema {
        let page = Schema.object(
            [("limit", .integer), ("next", Schema.text.orNull), ("count", .integer)], required: required)
        let links = Schema.object(
            [("self", .text), ("next", Schema.text.orNull)], required: ["self", "next"])
        return .object(
            [
                ("data", .list(of: .component(name))), ("page", page), ("links", links),
                ("warnings", .list(of: .component(problemEntry))),
            ], required: ["data", "page", "links", "warnings"])
    }

    private static func reference(to resource: Resource) -> Schema {
        .object(
            [
                ("id", .identifier), ("label", Schema.text.orNull),
                ("href", .text(pattern: "^/v1/\(resource.path)/[0-9]+$")),
            ], required: ["id", "label", "href"])
    }

    private static let referenceSchema = Schema.anyOf([
        .identifier, Schema.text.with("minLength", 1), .object([("id", .identifier)], required: ["id"]),
    ]).about("A record by its id, by the key people know it by, or as answers show it.")

    private static let pack = PackReader.shape.schema.about(
        "An agenda pack: the panel, one meeting and everything the pack says. Rows name each other by ref or key."
    )

    private static let rehearsal = Schema.object(
        [
            ("id", Schema(["type": "null"])), ("state", .choice(["validated"])), ("dryRun", .flag),
            ("source", .object([("system", .text), ("ref", .text)], required: ["system", "ref"])),
            ("totals", Schema(["type": "object", "additionalProperties": ["type": "integer"]])),
            ("warnings", .list(of: .component(problemEntry))), ("rows", .list(of: ImportReport.rowSchema)),
        ], required: ["id", "state", "dryRun", "source", "totals", "warnings", "rows"])

    private static let problem = Schema.object(
        [
            ("type", .text(pattern: "^urn:scrutiny:problem:")), ("title", .text),
            ("status", .integer(in: 400...599)), ("code", .text), ("detail", .text),
            ("instance", Schema.text.orNull), ("requestId", Schema.text.orNull),
            ("errors", .list(of: .component(problemEntry))),
        ], required: ["type", "title", "status", "code", "detail", "instance", "requestId"]
    ).about("A refusal (RFC 9457): errors lists every single problem with its place.")

    private static let entry = Schema.object(
        [
            ("pointer", Schema.text.about("The place in the body (RFC 6901).")),
            ("parameter", Schema.text.about("The parameter of the query.")), ("code", .text),
            ("message", Schema.text.about("What to do about it.")), ("allowed", .list(of: .text)),
            ("suggestion", .text),
        ], required: ["code", "message"])

    private static func optional(_ collection: StaticString) -> Schema {
        Schema.component(referenceName(collection)).orNull
    }

    private static let searchHit = Schema.object(
        [
            ("collection", .choice(SearchParameters.searchable)), ("id", .identifier), ("href", .text),
            ("title", .text), ("snippet", Schema.text.about("The words found stand between « and ».")),
            ("page", Schema.integer.orNull), ("pageFrom", Schema.integer.orNull),
            ("pageTo", Schema.integer.orNull), ("report", optional("reports")),
            ("meeting", optional("meetings")), ("panel", optional("panels")),
        ], required: ["collection", "id", "href", "title", "snippet"])

    private static let changedRecord = Schema.object(
        [("collection", .text), ("id", .identifier), ("href", Schema.text.orNull)],
        required: ["collection", "id", "href"])

    private static let beforeAndAfter = Schema([
        "type": "object",
        "additionalProperties": .object(
            Schema.object([("before", .any), ("after", .any)], required: ["before", "after"]).json),
    ])

    private static func change(changed: Schema) -> Schema {
        .object(
            [
                ("seq", .identifier), ("at", .moment), ("operation", .text), ("record", changedRecord),
                ("version", Schema.integer.orNull), ("actor", Schema.text.about("For officers only.")),
                ("importId", Schema.identifier.orNull.about("For officers only.")),
                (
                    "retentionRule",
                    Schema.text.orNull.about("The rule that removed the record; for officers only.")
                ),
                ("parents", .list(of: changedRecord)), ("changed", changed),
            ],
            required: [
                "seq", "at", "operation", "record", "version", "parents", "changed",
            ])
    }

    private static let changeEvent = Schema.object(
        [
            ("id", Schema.text(pattern: "^[0-9]+$").about("The number of the change.")),
            ("event", .choice(["change"])),
            (
                "data",
                Schema.text.with("contentMediaType", "application/json")
                    .with("contentSchema", .object(Schema.component("Change").json))
            ),
        ], required: ["id", "event", "data"]
    ).about("One server-sent event.")

    private static let changePage = Schema.object(
        [
            ("data", .list(of: .component("Change"))),
            (
                "page",
                .object([("limit", .integer), ("nextSince", .integer)], required: ["limit", "nextSince"])
            ),
        ], required: ["data", "page"])

    private static let index = Schema.object(
        [
            ("name", .text), ("version", .text),
            (
                "collections",
                .list(
                    of: .object(
                        [
                            ("name", .text), ("href", .text), ("filters", .list(of: .text)),
                            ("expand", .list(of: .text)), ("formats", .list(of: .text)),
                        ], required: ["name", "href", "filters", "expand", "formats"]))
            ), ("links", Schema(["type": "object", "additionalProperties": ["type": "string"]])),
        ], required: ["name", "version", "collections", "links"])
}

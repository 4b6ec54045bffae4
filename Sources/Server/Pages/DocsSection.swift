import JSON

/// One group of the reference: its operations, the fields of its records and the filters of its lists.
struct DocsSection {
    private let name: String
    private let about: String
    private let document: JSONValue
    /// Operations of the group; those that only say the same for HEAD and OPTIONS are left out.
    private let operations: [(method: String, path: String, value: JSONValue)]

    init(_ name: String, _ about: String, _ document: JSONValue) {
        self.name = name
        self.about = about
        self.document = document
        var operations: [(String, String, JSONValue)] = []
        for path in Self.members(document["paths"]) {
            for operation in Self.members(path.value) where !["head", "options"].contains(operation.name) {
                if case .array(let tags)? = operation.value["tags"], tags.contains(.string(name)) {
                    operations.append((operation.name.uppercased(), path.name, operation.value))
                }
            }
        }
        self.operations = operations
    }

    var html: String {
        """
        <section aria-labelledby="\(name)">
        <h2 id="\(name)">\(name)</h2>
        <p>\(about)</p>
        \(operationTable)\(parameterTables)\(recordTable)\(example)
        </section>
        """
    }

    private var operationTable: String {
        let rows = operations.map { operation in
            [
                "<code>\(operation.method) \(operation.path.escapedForHTML)</code>",
                DocsPage.text(operation.value["summary"]), token(operation.value),
            ]
        }
        return DocsTable("Operations of \(name)", ["Request", "What it does", "Token"], rows).html
    }

    private func token(_ operation: JSONValue) -> String {
        guard case .array(let choices)? = operation["security"] else { return "" }
        return choices.isEmpty || choices.contains([:]) ? "if at hand" : "needed"
    }

    /// What the list of the group takes, or else its only reading operation.
    private var parameterTables: String {
        guard let operation = operations.first(where: { $0.value["parameters"] != nil }),
            case .array(let parameters)? = operation.value["parameters"]
        else { return "" }
        var rows: [(name: String, operators: [String], row: JSONValue)] = []
        for parameter in parameters.map(resolved) where parameter["in"] == "query" {
            let parts = DocsPage.text(parameter["name"]).split(
                separator: "_", omittingEmptySubsequences: true)
            let name = String(parts.first ?? "")
            if parts.count == 2, let place = rows.firstIndex(where: { $0.name == name }) {
                rows[place].operators.append(String(parts[1]))
            } else {
                rows.append((name, [], parameter))
            }
        }
        let cells = rows.map { row in
            [
                "<code>\(row.name)</code>", DocsSchema(row.row["schema"]).words,
                row.operators.map { "<code>__\($0)</code>" }.joined(separator: " "),
                DocsPage.text(row.row["description"]),
            ]
        }
        let caption = "Parameters of \(operation.method) \(operation.path)"
        return DocsTable(caption, ["Name", "Value", "Operators", "Meaning"], cells).html
    }

    /// The fields of a record of the group.
    private var recordTable: String {
        guard let resource = Resource.named(name),
            let record = document["components"]?["schemas"]?[resource.schemaName]
        else { return "" }
        let patch = document["components"]?["schemas"]?["\(resource.schemaName)Patch"]
        let rows = Self.members(record["properties"]).map { member in
            [
                "<code>\(member.name)</code>", DocsSchema(member.value).words,
                patch?["properties"]?[member.name] == nil ? "" : "yes",
                DocsPage.text(member.value["description"]),
            ]
        }
        return DocsTable("Fields of \(resource.noun)", ["Field", "Value", "Can be set", "Meaning"], rows).html
    }

    private var example: String {
        guard let example = Resource.named(name)?.inputExample else { return "" }
        return "<h3>A body to send</h3>\n<pre>\(example.description.escapedForHTML)</pre>\n"
    }

    private func resolved(_ parameter: JSONValue) -> JSONValue {
        guard case .string(let reference)? = parameter["$ref"],
            let name = reference.split(separator: "/").last
        else { return parameter }
        return document["components"]?["parameters"]?[String(name)] ?? parameter
    }

    static func members(_ value: JSONValue?) -> [JSONObject.Member] {
        if case .object(let object)? = value { object.members } else { [] }
    }
}

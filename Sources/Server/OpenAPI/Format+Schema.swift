import JSON

extension Format {
    /// What a list of records is in this format.
    func schema(of resource: Resource) -> Schema {
        let records = Schema.component(resource.schemaName)
        switch self {
        case .json: return .anyOf([.component(resource.schemaName + "List"), .list(of: records)])
        case .ndjson:
            return Schema.text.about(
                "One record on each line, each as in components/schemas/\(resource.schemaName).")
        case .csv:
            return Schema.text.about(
                "A line with the names of the columns, then one for each record (RFC 4180).")
        case .calendar: return Schema.text.about("A calendar (RFC 5545).")
        case .feed: return Schema.text.about("A feed (RFC 4287), what changed last first.")
        }
    }

    /// The fields that answers in this format carry.
    var answerFields: [String] {
        switch self {
        case .json: ["ETag", "Link"]
        case .ndjson, .csv: ["StreamETag", "Content-Disposition"]
        case .calendar: ["ETag", "Content-Disposition"]
        case .feed: ["ETag"]
        }
    }
}

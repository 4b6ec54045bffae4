import Store

/// One collection of the API, declared once: router, filters, representation and error suggestions follow it.
///
/// A class, so that an endpoint carries a reference instead of a copy of all this.
final class Resource: Sendable {
    /// The collection's name in paths: `agenda-items`.
    let path: StaticString
    /// One record in a sentence: "agenda item".
    let noun: StaticString
    /// What the records are, in a sentence for the reference.
    let about: StaticString
    let table: StaticString
    /// What stands after FROM. The table itself is called `record` there.
    let source: StaticString
    /// Besides the id, what a record is found by in a path: a panel's slug.
    let key: StaticString?
    let fields: [Field]
    let shownFields: [ShownField]
    let defaultOrder: [Query.Order]
    /// What the public may see; nil when everything is public.
    let publicCondition: Condition?
    /// Whether the public is given these records only within the record they belong to, never as one list of all.
    let isWithinParentsOnly: Bool
    /// Records of other collections that can be shown inside this one.
    let expansions: [Expansion]
    /// How clients make and change records; nil for collections that only imports fill.
    let writing: Writing?
    /// How the records stand in a calendar and in a feed, where they do.
    let calendar: CalendarEntry?
    let feed: FeedEntry?
    /// Whether a record has a version, times and a source.
    let hasProvenance: Bool
    /// The query for one whole record by its id, for officers.
    let wholeRecord: PreparedQuery

    init(
        path: StaticString, noun: StaticString, about: StaticString, table: StaticString,
        source: StaticString,
        key: StaticString? = nil,
        fields: [Field], order: [Query.Order] = [], publicCondition: Condition? = nil,
        isWithinParentsOnly: Bool = false, expansions: [Expansion] = [], writing: Writing? = nil,
        calendar: CalendarEntry? = nil, feed: FeedEntry? = nil, hasProvenance: Bool = true
    ) {
        self.path = path
        self.noun = noun
        self.about = about
        self.table = table
        self.source = source
        self.key = key
        self.fields =
            [.identifier] + fields
            + (hasProvenance ? Self.provenance : [])
        shownFields = self.fields.map(ShownField.init)
        defaultOrder = order
        self.publicCondition = publicCondition
        self.isWithinParentsOnly = isWithinParentsOnly
        self.expansions = expansions
        self.writing = writing
        self.calendar = calendar
        self.feed = feed
        self.hasProvenance = hasProvenance
        wholeRecord =
            Query(
                columns: self.fields.flatMap(\.columns)
                    + (hasProvenance ? ["record.version", "record.updated_at"] : []), from: source,
                conditions: [.compare("record.id", .equal, [.null])], order: [Query.Order("record.id")]
            ).prepared
    }

    /// Whether every change to a record stands in the change log.
    var isLogged: Bool { hasProvenance }

    /// What every record carries about itself.
    private static let provenance: [Field] = [
        .text("createdAt", "record.created_at", as: .moment).always.sorted(),
        .text("updatedAt", "record.updated_at", as: .moment).always.sorted(),
        .integer("version", "record.version").always
            .meaning("Counts the changes of this record, from 1."),
        .object(
            "source",
            [
                .text("origin", "record.origin", as: .choice(["officer", "import"])).always,
                .text("system", "record.source_system"),
                .text("ref", "record.source_ref"),
                .integer("importId", "record.import_id"),
            ]
        ).always.meaning("Who made the record: an officer, or an import from another system."),
    ]

    /// The field that is the key, where a client can set it: a panel's slug.
    var keyField: Field? { fields.first { $0.isKey(of: self) && $0.isWritable } }

    var filters: [Filter] { fields.flatMap(\.filters) }

    var sortKeys: [(name: StaticString, expression: StaticString)] {
        fields.compactMap { field in field.sortExpression.map { (field.name, $0) } }
    }

    /// The query for the resource's rows, without conditions, in its default order with the id last.
    func query(for audience: Audience) -> Query {
        Query(
            columns: fields.flatMap(\.columns), from: source,
            conditions: audience == .officer ? [] : [publicCondition].compactMap { $0 },
            order: defaultOrder + [Query.Order("record.id")])
    }
}

extension Field {
    fileprivate static let identifier = Field.integer("id", "record.id").filtered(.integer("record.id"))
        .sorted().always.meaning("Never changes and is never used again.")
}

/// Records of another collection that belong to a record, as `expand` shows them.
struct Expansion: Sendable {
    let name: StaticString
    let collection: StaticString
    /// The column of the other collection that holds the record's id.
    let parent: StaticString
}

/// Who is reading. Wider audiences see everything that narrower ones see.
enum Audience: Sendable { case `public`, officer }

extension Resource {
    /// Every collection of the API, in the order in which the index shows them.
    static let all: [Resource] = [
        .panels, .people, .seats, .meetings, .agendaItems, .reports, .reportPages, .terms, .areas,
        .indicators, .indicatorVersions, .targets,
        .observations, .figures, .actions, .attendance, .declarations,
        .decisions, .namedVotes, .recommendations, .responses, .minutes, .imports,
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.path.text, $0) })

    static func named(_ path: String) -> Resource? { byName[path] }
}

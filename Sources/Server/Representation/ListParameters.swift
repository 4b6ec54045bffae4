import Domain
import Store

/// What a list was asked for, read from the query of its target; every problem at once.
///
/// Nothing is ignored: a name that is neither a filter of the resource nor one of the words every list knows is
/// refused with the nearest one that is.
struct ListParameters {
    private(set) var representation: Representation
    private(set) var conditions: [Condition] = []
    private(set) var order: [Query.Order]
    /// The order as text, so that a cursor is not used with another one.
    private(set) var orderName = ""
    private(set) var after: [SQLValue]?
    let format: Format
    private(set) var limit: Int?
    private(set) var isSorted = false
    /// Whether a byte order mark stands before CSV.
    private(set) var marksOrder = false
    private(set) var wantsCount = false
    private(set) var wantsBareArray = false
    private(set) var isPretty = false
    /// The moment whose records are asked for, when it is not the present one.
    private(set) var moment: Instant?

    /// Embedding multiplies what a page holds.
    static let limitWithExpansion = 100

    init(
        _ query: [(name: String, value: String)], of resource: Resource, for audience: Audience,
        as format: Format = .json, showsWholeRecord: Bool = false
    ) throws(Problem) {
        self.format = format
        limit = format.standardLimit
        representation =
            showsWholeRecord
            ? Representation(resource, for: audience) : Representation(listing: resource, for: audience)
        order = resource.defaultOrder + [Query.Order("record.id")]
        var problems: [ProblemEntry] = []
        var seen: Set<String> = []
        for (name, value) in query {
            if format.words.contains(name), !seen.insert(name).inserted {
                problems.append(.repeatedParameter(name))
            } else {
                take(name, value, of: resource, &problems)
            }
        }
        if let cursor = query.first(where: { $0.name == "cursor" })?.value { start(after: cursor, &problems) }
        if !representation.expansions.isEmpty, pageSize > Self.limitWithExpansion {
            if seen.contains("limit") {
                problems.append(
                    ProblemEntry(
                        .parameter("limit"), "limit_too_large",
                        "With expand a page has at most \(Self.limitWithExpansion) records."))
            }
            limit = Self.limitWithExpansion
        }
        guard problems.isEmpty else { throw .parameters(problems) }
    }

    /// The most records that one answer holds.
    var pageSize: Int { limit ?? .max }

    /// The query for one page, with a row more than it shows, which tells whether there is a next one.
    var query: Query {
        var query = representation.query
        query.conditions += conditions
        query.order = order
        query.after = after
        query.limit = pageSize + 1
        return query
    }

    private mutating func take(
        _ name: String, _ value: String, of resource: Resource, _ problems: inout [ProblemEntry]
    ) {
        switch format.words.contains(name) ? name : "" {
        case "cursor": break
        case "limit":
            if let number = Int(value), format.limits.contains(number) {
                limit = number
            } else {
                let (least, most) = (format.limits.lowerBound, format.limits.upperBound)
                problems.append(
                    ProblemEntry(
                        .parameter(name), "limit_invalid", "limit is a number from \(least) to \(most)."))
            }
        case "sort": sort(by: value, of: resource, &problems)
        case "fields":
            let names = value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let known = resource.fields.map(\.name.text)
            for unknown in names where !known.contains(unknown) {
                problems.append(.unknownName(unknown, in: "fields", known: known))
            }
            representation.choose(Set(names))
        case "expand": expand(value, of: resource, &problems)
        case "count": wantsCount = isSaid(name, value, &problems)
        case "shape": wantsBareArray = isSaid(name, value, &problems)
        case "asOf":
            moment = Self.moment(value)
            if moment == nil {
                problems.append(
                    ProblemEntry(
                        .parameter(name), "moment_invalid",
                        "asOf is a day, 2018-09-14, or a moment, 2018-09-14T13:00:00Z."))
            }
        case "pretty": isPretty = isSaid(name, value, &problems)
        case "bom": marksOrder = isSaid(name, value, &problems)
        default:
            let known = resource.filters.map(\.name.text)
            if let condition = FilterReader.condition(
                name, value, filters: resource.filters, others: format.words + known, &problems)
            {
                conditions.append(condition)
            }
        }
    }

    /// A day means what was recorded at its end, in London.
    private static func moment(_ text: String) -> Instant? {
        if let day = CalendarDate(text) { return LondonTime.moment("\(day)T23:59:59")?.instant }
        return OffsetDateTime(text)?.instant
    }

    /// Whether a word has the one value that it takes.
    private func isSaid(_ name: String, _ value: String, _ problems: inout [ProblemEntry]) -> Bool {
        guard let known = ListWord.value(of: name), value != known else { return true }
        problems.append(
            ProblemEntry(
                .parameter(name), "choice_unknown", "\(name) is \(known), or left out.", allowed: [known]))
        return false
    }

    private mutating func sort(by value: String, of resource: Resource, _ problems: inout [ProblemEntry]) {
        var keys: [Query.Order] = []
        for part in value.split(separator: ",", omittingEmptySubsequences: false) {
            let isDescending = part.hasPrefix("-")
            let name = String(isDescending ? part.dropFirst() : part)
            if let key = resource.sortKeys.first(where: { $0.name.text == name }) {
                keys.append(Query.Order(key.expression, descending: isDescending))
            } else {
                problems.append(.unknownName(name, in: "sort", known: resource.sortKeys.map(\.name.text)))
            }
        }
        orderName = value
        isSorted = true
        order = keys + [Query.Order("record.id")]
    }

    private mutating func expand(_ value: String, of resource: Resource, _ problems: inout [ProblemEntry]) {
        for path in value.split(separator: ",", omittingEmptySubsequences: false) {
            let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
            if names.count > 2 {
                problems.append(
                    ProblemEntry(
                        .parameter("expand"), "expand_too_deep",
                        "expand goes two levels deep, not \(names.count)."))
                continue
            }
            var current: Resource? = resource
            for name in names {
                let known = current?.expansions.map(\.name.text) ?? []
                guard let found = current?.expansions.first(where: { $0.name.text == name }) else {
                    problems.append(.unknownName(name, in: "expand", known: known))
                    current = nil
                    break
                }
                current = Resource.named(found.collection.text)
            }
            if current != nil { representation.expand(names[...]) }
        }
    }

    private mutating func start(after text: String, _ problems: inout [ProblemEntry]) {
        guard let cursor = Cursor(text), cursor.order == orderName,
            cursor.collection == representation.resource.path.text, cursor.keys.count == order.count
        else {
            problems.append(
                ProblemEntry(
                    .parameter("cursor"), "cursor_invalid",
                    "The cursor is not one of this list in this order. Start again without it."))
            return
        }
        after = cursor.keys
    }
}

extension ProblemEntry {
    /// A parameter that means nothing here, with the ones that do.
    static func unknownParameter(_ name: String, of whom: String, known: [String]) -> ProblemEntry {
        let suggestion = nearestName(to: name, in: known)
        let hint = suggestion.map { " Did you mean \"\($0)\"?" } ?? ""
        return ProblemEntry(
            .parameter(name), "parameter_unknown", "\(whom) knows no parameter \"\(name)\".\(hint)",
            allowed: known, suggestion: suggestion)
    }

    static func repeatedParameter(_ name: String) -> ProblemEntry {
        ProblemEntry(.parameter(name), "parameter_repeated", "Give \(name) once.")
    }

    /// A name that means nothing, with the ones that would.
    static func unknownName(_ name: String, in parameter: String, known: [String]) -> ProblemEntry {
        let suggestion = nearestName(to: name, in: known)
        let hint = suggestion.map { " Did you mean \"\($0)\"?" } ?? ""
        return ProblemEntry(
            .parameter(parameter), "name_unknown", "\(parameter) does not know \"\(name)\".\(hint)",
            allowed: known,
            suggestion: suggestion)
    }
}

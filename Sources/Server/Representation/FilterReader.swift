import Domain
import Store

/// Turns `field=value` and `field__op=value` into a condition, or into a problem that says what would do.
enum FilterReader {
    /// A comma list means any of them; at most this many, so that a statement stays small.
    static let valueLimit = 100

    /// - Parameter others: every name that would have been right, for the suggestion.
    static func condition(
        _ name: String, _ value: String, filters: [Filter], others: [String], _ problems: inout [ProblemEntry]
    ) -> Condition? {
        let (field, word) = split(name)
        guard let filter = filters.first(where: { $0.name.text == field }) else {
            let suggestion = nearestName(to: field, in: others)
            let hint = suggestion.map { " Did you mean \"\($0)\"?" } ?? ""
            problems.append(
                ProblemEntry(
                    .parameter(name), "parameter_unknown", "There is no parameter \"\(field)\" here.\(hint)",
                    allowed: others, suggestion: suggestion))
            return nil
        }
        let allowed = filter.comparisons
        guard let comparison = word.map(Condition.Comparison.init(rawValue:)) ?? .equal,
            allowed.contains(comparison)
        else {
            let names = allowed.map(\.rawValue)
            problems.append(
                ProblemEntry(
                    .parameter(name), "operator_unknown",
                    "\(field) can be compared with \(names.joined(separator: ", ")), not with \"\(word ?? "")\".",
                    allowed: names, suggestion: word.flatMap { nearestName(to: $0, in: names) }))
            return nil
        }
        if comparison == .isNull { return absence(of: filter, name, value, &problems) }
        let isList = comparison == .equal || comparison == .oneOf || comparison == .notEqual
        let values = isList ? elements(of: value) : [value]
        if values.count > 1, filter.takesOneValue {
            problems.append(
                ProblemEntry(.parameter(name), "list_too_long", "\(field) takes one value, not a list."))
            return nil
        }
        if values.count > valueLimit {
            problems.append(
                ProblemEntry(
                    .parameter(name), "list_too_long", "\(field) takes at most \(valueLimit) values at once.")
            )
            return nil
        }
        return condition(filter, comparison, values, name, &problems)
    }

    /// The values of a comma list. A comma that belongs to a value is written `\,`, a backslash before one `\\`.
    static func elements(of list: String) -> [String] {
        var elements = [""]
        var rest = list[...]
        while let character = rest.popFirst() {
            if character == "\\", let next = rest.first, next == "," || next == "\\" {
                elements[elements.count - 1].append(next)
                rest.removeFirst()
            } else if character == "," {
                elements.append("")
            } else {
                elements[elements.count - 1].append(character)
            }
        }
        return elements
    }

    private static func split(_ name: String) -> (field: String, comparison: String?) {
        // The last "__" divides; field names have none.
        let characters = Array(name)
        for index in stride(from: characters.count - 2, through: 1, by: -1)
        where characters[index] == "_" && characters[index + 1] == "_" {
            return (String(characters[..<index]), String(characters[(index + 2)...]))
        }
        return (name, nil)
    }

    private static func absence(
        of filter: Filter, _ name: String, _ value: String, _ problems: inout [ProblemEntry]
    ) -> Condition? {
        guard let flag = flag(value, name, &problems) else { return nil }
        let column: StaticString =
            switch filter.kind {
            case .integer(let column), .text(let column), .choice(let column, _), .flag(let column),
                .day(let column),
                .decimal(let column), .folded(let column), .absence(let column):
                column
            case .member(let column, _): column
            case .moment(_, let day): day
            case .reference(let id, _): id
            case .period(let kind, _, _): kind
            }
        return .compare(column, .isNull, [.flag(flag)])
    }

    private static func condition(
        _ filter: Filter, _ comparison: Condition.Comparison, _ texts: [String], _ name: String,
        _ problems: inout [ProblemEntry]
    ) -> Condition? {
        switch filter.kind {
        case .integer(let column):
            return compare(column, comparison, texts, name, "a whole number", &problems) {
                Int64($0).map(SQLValue.integer)
            }
        case .text(let column):
            return compare(column, comparison, texts, name, "text", &problems) { .text($0) }
        case .folded(let column):
            return compare(column, comparison, texts, name, "text", &problems) { .text(foldedKey($0)) }
        case .choice(let column, let allowed):
            return choice(column, comparison, texts, allowed, name, &problems)
        case .member(let column, let allowed):
            guard choice(column, .equal, texts, allowed, name, &problems) != nil else { return nil }
            return .any(texts.map { .compare(column, .contains, [.text("\"\($0)\"")]) })
        case .flag(let column):
            return flag(texts[0], name, &problems).map { .compare(column, .equal, [.flag($0)]) }
        case .absence(let column):
            return flag(texts[0], name, &problems).map { .compare(column, .isNull, [.flag($0)]) }
        case .day(let column):
            return compare(column, comparison, texts, name, "a day such as 2018-09-14", &problems) { text in
                CalendarDate(text).map { .text($0.description) }
            }
        case .moment(let utc, let day):
            return moment(utc, day, comparison, texts, name, &problems)
        case .decimal(let column):
            return compare(column, comparison, texts, name, "a number such as 34.0", &problems) { text in
                ExactDecimal(text).flatMap { Double($0.description) }.map(SQLValue.real)
            }
        case .reference(let id, let key):
            return reference(id, key, comparison, texts, name, &problems)
        case .period(let kind, let start, let end):
            return period(kind, start, end, texts, name, &problems)
        }
    }

    private static func compare(
        _ column: StaticString, _ comparison: Condition.Comparison, _ texts: [String], _ name: String,
        _ expected: String, _ problems: inout [ProblemEntry], _ value: (String) -> SQLValue?
    ) -> Condition? {
        let values = texts.compactMap { text in
            let value = value(text)
            if value == nil {
                problems.append(
                    ProblemEntry(
                        .parameter(name), "value_invalid", "\(name) is \(expected); \"\(text)\" is not."))
            }
            return value
        }
        return values.count == texts.count ? .compare(column, comparison, values) : nil
    }

    private static func choice(
        _ column: StaticString, _ comparison: Condition.Comparison, _ texts: [String], _ allowed: [String],
        _ name: String, _ problems: inout [ProblemEntry]
    ) -> Condition? {
        for text in texts where !allowed.contains(text) {
            problems.append(
                ProblemEntry(
                    .parameter(name), "choice_unknown",
                    "\"\(text)\" is not a \(name). It is one of: \(allowed.joined(separator: ", ")).",
                    allowed: allowed,
                    suggestion: nearestName(to: text, in: allowed)))
        }
        return texts.allSatisfy(allowed.contains)
            ? .compare(column, comparison, texts.map(SQLValue.text)) : nil
    }

    private static func flag(_ text: String, _ name: String, _ problems: inout [ProblemEntry]) -> Bool? {
        switch text {
        case "true", "1": return true
        case "false", "0": return false
        default:
            problems.append(
                ProblemEntry(
                    .parameter(name), "value_invalid", "\(name) is true or false.",
                    allowed: ["true", "false"]))
            return nil
        }
    }

    private static func moment(
        _ utc: StaticString, _ day: StaticString, _ comparison: Condition.Comparison, _ texts: [String],
        _ name: String, _ problems: inout [ProblemEntry]
    ) -> Condition? {
        let days = texts.filter { CalendarDate($0) != nil }
        let moments = texts.filter { CalendarDate($0) == nil }
        let inDays: Condition? =
            days.isEmpty ? nil : .compare(day, comparison, days.map(SQLValue.text))
        if moments.isEmpty { return inDays }
        let inMoments = compare(
            utc, comparison, moments, name, "a day such as 2018-09-14 or a time such as 2018-09-14T14:00",
            &problems
        ) { text in
            LondonTime.moment(text).map { .text($0.instant.description) }
        }
        return inMoments.map { either(comparison, [inDays, $0]) }
    }

    /// Two ways in which the values of one filter are given: any of them will do, or none of them may be it.
    private static func either(_ comparison: Condition.Comparison, _ conditions: [Condition?]) -> Condition {
        let given = conditions.compactMap { $0 }
        return comparison == .notEqual ? .all(given) : .any(given)
    }

    private static func reference(
        _ id: StaticString, _ key: StaticString?, _ comparison: Condition.Comparison, _ texts: [String],
        _ name: String,
        _ problems: inout [ProblemEntry]
    ) -> Condition? {
        let ids = texts.compactMap { Int64($0) }
        let keys = texts.filter { Int64($0) == nil }
        guard let key else {
            if keys.isEmpty { return .compare(id, comparison, ids.map(SQLValue.integer)) }
            problems.append(
                ProblemEntry(
                    .parameter(name), "value_invalid", "\(name) is the id of a record, a whole number."))
            return nil
        }
        return either(
            comparison,
            [
                ids.isEmpty ? nil : .compare(id, comparison, ids.map(SQLValue.integer)),
                keys.isEmpty ? nil : .compare(key, comparison, keys.map(SQLValue.text)),
            ])
    }

    private static func period(
        _ kind: StaticString, _ start: StaticString, _ end: StaticString, _ texts: [String], _ name: String,
        _ problems: inout [ProblemEntry]
    ) -> Condition? {
        let choices = texts.flatMap { text in
            let periods = PeriodName.periods(text)
            if periods.isEmpty {
                problems.append(
                    ProblemEntry(
                        .parameter(name), "value_invalid",
                        "\(name) is a year 2017-18, a quarter 2018-19-Q1, a month 2018-06, a calendar year 2018 or a day 2018-03-31; \"\(text)\" is none."
                    ))
            }
            return periods
        }
        let conditions = choices.map { period in
            Condition.all([
                .compare(kind, .equal, [.text(period.kind.rawValue)]),
                .compare(start, .equal, [.text(period.start.description)]),
                .compare(end, .equal, [.text(period.end.description)]),
            ])
        }
        return conditions.isEmpty ? nil : .any(conditions)
    }
}

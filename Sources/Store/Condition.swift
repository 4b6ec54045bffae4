/// A restriction on the rows of a query.
///
/// Its text is put together from literals of the program only; everything from outside is a bound value. That is
/// why the initialiser is private and every factory takes `StaticString`.
package struct Condition: Sendable {
    package enum Comparison: String, Sendable, CaseIterable {
        case equal = "eq"
        case notEqual = "ne"
        case greater = "gt"
        case greaterOrEqual = "gte"
        case less = "lt"
        case lessOrEqual = "lte"
        case oneOf = "in"
        case contains
        case startsWith = "startswith"
        case isNull = "isnull"
    }

    let sql: String
    let values: [SQLValue]

    private init(_ sql: String, _ values: [SQLValue] = []) {
        self.sql = sql
        self.values = values
    }

    /// A condition without values, for example `reports.access = 'public'`.
    package static func fixed(_ sql: StaticString) -> Condition { Condition("(\(sql))") }

    /// A condition of the program's own with its values, for example `search_index MATCH ?`.
    package static func fixed(_ sql: StaticString, _ values: [SQLValue]) -> Condition {
        Condition("(\(sql))", values)
    }

    /// The expression compared with one value; with several, any of them will do.
    ///
    /// A null is different from every value, so `notEqual` finds the rows that have none. `isNull` takes a flag.
    package static func compare(
        _ expression: StaticString, _ comparison: Comparison, _ values: [SQLValue]
    ) -> Condition {
        precondition(!values.isEmpty, "A comparison needs a value.")
        // In brackets, because `due_on IS NULL > ?` would be read as `due_on IS (NULL > ?)`.
        let expression = "(\(expression))"
        let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
        switch comparison {
        case .equal where values.count == 1: return Condition("\(expression) = ?", values)
        case .equal, .oneOf: return Condition("\(expression) IN (\(marks))", values)
        case .notEqual: return Condition("(\(expression) IS NULL OR \(expression) NOT IN (\(marks)))", values)
        case .greater: return each(values) { _ in "\(expression) > ?" }
        case .greaterOrEqual: return each(values) { _ in "\(expression) >= ?" }
        case .less: return each(values) { _ in "\(expression) < ?" }
        case .lessOrEqual: return each(values) { _ in "\(expression) <= ?" }
        case .contains:
            return each(values.map { pattern($0, prefix: "%") }) { _ in "\(expression) LIKE ? ESCAPE '\\'" }
        case .startsWith:
            return each(values.map { pattern($0, prefix: "") }) { _ in "\(expression) LIKE ? ESCAPE '\\'" }
        case .isNull:
            return Condition(values[0] == .integer(0) ? "\(expression) IS NOT NULL" : "\(expression) IS NULL")
        }
    }

    /// Whether the source has a record with the id that a column of the outer query holds; its table is `record` there.
    package static func exists(
        in source: StaticString, id column: StaticString, _ condition: Condition?
    ) -> Condition {
        let rest = condition.map { " AND \($0.sql)" } ?? ""
        return Condition(
            "EXISTS (SELECT 1 FROM \(source) WHERE record.id = \(column)\(rest))", condition?.values ?? [])
    }

    /// All of the conditions; none of them restricts nothing.
    package static func all(_ conditions: [Condition]) -> Condition {
        joined(conditions, " AND ", empty: "1")
    }

    /// Any of the conditions; none of them lets nothing through.
    package static func any(_ conditions: [Condition]) -> Condition { joined(conditions, " OR ", empty: "0") }

    private static func joined(_ conditions: [Condition], _ word: String, empty: String) -> Condition {
        guard !conditions.isEmpty else { return Condition(empty) }
        return Condition(
            "(" + conditions.map(\.sql).joined(separator: word) + ")", conditions.flatMap(\.values))
    }

    private static func each(_ values: [SQLValue], _ sql: (SQLValue) -> String) -> Condition {
        any(values.map { Condition(sql($0), [$0]) })
    }

    /// A LIKE pattern that takes the text literally.
    private static func pattern(_ value: SQLValue, prefix: String) -> SQLValue {
        guard case .text(let text) = value else { return value }
        let literal = text.reduce(into: "") { pattern, character in
            if "\\%_".contains(character) { pattern.append("\\") }
            pattern.append(character)
        }
        return .text(prefix + literal + "%")
    }
}

/// The text of a query whose values are given when it is asked.
package struct PreparedQuery: Sendable {
    let sql: String
}

/// One SELECT: what to read, which rows, in which order and from where on.
///
/// Rows follow the order keys and then the id, so no order is ever undefined and a page can begin after any row
/// (keyset paging: rows that are added meanwhile are neither skipped nor repeated).
package struct Query: Sendable {
    /// One key of the order.
    package struct Order: Sendable {
        package let expression: StaticString
        package let isDescending: Bool

        package init(_ expression: StaticString, descending: Bool = false) {
            self.expression = expression
            isDescending = descending
        }
    }

    package var columns: [StaticString]
    /// What stands after FROM, joins and all.
    package var source: StaticString
    package var conditions: [Condition] = []
    /// The last key is the id. The values of the keys follow the columns in every row.
    package var order: [Order]
    /// The keys of the row before the first one wanted.
    package var after: [SQLValue]?
    package var limit: Int?

    package init(
        columns: [StaticString], from source: StaticString, conditions: [Condition] = [], order: [Order],
        after: [SQLValue]? = nil, limit: Int? = nil
    ) {
        self.columns = columns
        self.source = source
        self.conditions = conditions
        self.order = order
        self.after = after
        self.limit = limit
    }

    /// Its text, made once for a query that is asked again and again.
    package var prepared: PreparedQuery { PreparedQuery(sql: sql) }

    package var sql: String {
        var text = "SELECT "
        text += (columns + order.map(\.expression)).map { "\($0)" }.joined(separator: ", ")
        text += " FROM \(source)"
        let restriction = restrictions
        if !restriction.isEmpty { text += " WHERE " + restriction.map(\.sql).joined(separator: " AND ") }
        if !order.isEmpty {
            text += " ORDER BY "
            text += order.map { "\($0.expression)" + ($0.isDescending ? " DESC" : "") }.joined(
                separator: ", ")
        }
        if limit != nil { text += " LIMIT ?" }
        return text
    }

    package var values: [SQLValue] {
        restrictions.flatMap(\.values) + (limit.map { [.integer(Int64($0))] } ?? [])
    }

    /// The same restrictions, counting instead of reading.
    package var counting: (sql: String, values: [SQLValue]) {
        let restriction = Condition.all(conditions)
        return ("SELECT count(*) FROM \(source) WHERE \(restriction.sql)", restriction.values)
    }

    private var restrictions: [Condition] {
        guard let after else { return conditions }
        precondition(after.count == order.count, "A page begins after one value for each key.")
        return conditions + [Self.beyond(Array(zip(order, after)))]
    }

    /// Rows behind the given keys. SQLite sorts nulls before everything else.
    private static func beyond(_ keys: [(order: Order, value: SQLValue)]) -> Condition {
        guard let (first, value) = keys.first.map({ ($0.order, $0.value) }) else { return .any([]) }
        var behind: [Condition] = []
        switch (first.isDescending, value) {
        case (false, .null): behind.append(.compare(first.expression, .isNull, [.integer(0)]))
        case (false, _): behind.append(.compare(first.expression, .greater, [value]))
        case (true, .null): break
        case (true, _):
            behind.append(.compare(first.expression, .less, [value]))
            behind.append(.compare(first.expression, .isNull, [.integer(1)]))
        }
        if keys.count > 1 {
            let same: Condition =
                value == .null
                ? .compare(first.expression, .isNull, [.integer(1)])
                : .compare(first.expression, .equal, [value])
            behind.append(.all([same, beyond(Array(keys.dropFirst()))]))
        }
        return .any(behind)
    }
}

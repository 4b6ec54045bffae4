package import Domain

extension Connection {
    /// How long each rule keeps: the program's periods, and those that were set instead.
    package func retentionPeriods() throws(StoreError) -> [RetentionRule: RetentionPeriod] {
        var periods = [RetentionRule: RetentionPeriod](
            uniqueKeysWithValues: RetentionRule.allCases.map { ($0, $0.standard) })
        try run("SELECT rule, months FROM retention_rules") { row in
            guard let rule = RetentionRule(rawValue: row.text(0) ?? "") else { return }
            periods[rule] = row.optionalInteger(1).map { .months(Int($0)) } ?? .permanent
        }
        return periods
    }

    /// What may go on a day, by rule and then by id. What does not say when its time began has to stay.
    ///
    /// - Parameter day: the day of a moment where the council is.
    package func due(
        on today: CalendarDate, day: (Instant) -> CalendarDate
    ) throws(StoreError) -> [RetentionItem] {
        let periods = try retentionPeriods()
        var items: [RetentionItem] = []
        for rule in RetentionRule.allCases where rule.hasRecords {
            guard let period = periods[rule] else { continue }
            let collection = rule == .actions ? "actions" : "imports"
            try run(rule == .actions ? Self.closedActions : Self.reportingImports) { row in
                guard let begin = OffsetDateTime(row.text(2) ?? ""),
                    let keptUntil = period.lastDay(from: day(begin.instant)), keptUntil < today
                else { return }
                items.append(
                    RetentionItem(
                        rule: rule, collection: collection, recordID: row.integer(0),
                        label: row.text(1) ?? "", keptUntil: keptUntil))
            }
        }
        return items
    }

    /// Those that can go no further, with the moment of their last step.
    private static let closedActions = """
        SELECT id, text, coalesce((SELECT occurred_at FROM action_events WHERE action_id = actions.id
            ORDER BY id DESC LIMIT 1), updated_at) FROM actions
        WHERE state IN ('closed', 'dismissed', 'cancelled', 'superseded', 'transferred') ORDER BY id
        """

    /// Asked of the removals, because the reports themselves are long.
    private static let reportingImports = """
        SELECT id, source_system || ' ' || source_ref, received_at FROM imports
        WHERE NOT EXISTS (SELECT 1 FROM retention_removals WHERE collection = 'imports' AND record_id = imports.id)
        ORDER BY id
        """
}

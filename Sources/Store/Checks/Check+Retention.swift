extension Check {
    /// Periods, and what was removed (migrations/0014_retention.sql).
    static let retention = [
        Check(
            "retention-floors", "These rules keep for less time than the law asks for",
            sql: """
                SELECT rule FROM retention_rules WHERE months IS NOT NULL AND (months NOT BETWEEN 1 AND 1200
                    OR rule IN ('papers', 'recommendations', 'declarations', 'figures')
                    OR (rule = 'background-papers' AND months < 48))
                """),
        Check(
            "retention-removed", "These were removed under a retention rule, and something of them is left",
            sql: """
                SELECT collection || ' ' || record_id FROM retention_removals AS removal
                WHERE (collection = 'actions' AND EXISTS (SELECT 1 FROM actions WHERE id = removal.record_id))
                    OR (collection = 'imports' AND EXISTS (SELECT 1 FROM imports
                        WHERE id = removal.record_id AND (result_rows <> 'null' OR warnings <> 'null')))
                    OR EXISTS (SELECT 1 FROM changes WHERE collection = removal.collection
                        AND record_id = removal.record_id AND (before <> '{}' OR after <> '{}'))
                """),
        Check(
            "retention-erased", "These changes hold nothing, though no retention rule removed their record",
            sql: """
                SELECT seq FROM changes AS entry WHERE (before = '{}' OR after = '{}') AND NOT EXISTS (
                    SELECT 1 FROM retention_removals AS removal
                    WHERE (removal.collection = entry.collection AND removal.record_id = entry.record_id)
                        OR (removal.collection = 'actions' AND entry.collection = 'action-events'
                            AND removal.record_id = json_extract(entry.parents, '$.actions'))) ORDER BY seq
                """),
    ]
}

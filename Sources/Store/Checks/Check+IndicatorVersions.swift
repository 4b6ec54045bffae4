extension Check {
    /// Dated definitions, targets and neighbour groups (migrations/0013_indicator_definitions.sql).
    static let indicatorVersions = [
        Check(
            "one-definition-a-day", "Definitions of one indicator are valid on the same day",
            sql: """
                SELECT 'indicator versions ' || own.id || ' and ' || other.id FROM indicator_versions AS own
                JOIN indicator_versions AS other ON other.indicator_id = own.indicator_id AND other.id > own.id
                WHERE own.valid_from <= coalesce(other.valid_to, '9999-12-31')
                    AND coalesce(own.valid_to, '9999-12-31') >= other.valid_from
                """),
        Check(
            "version-dates", "Definitions begin or end on no day, or end before they begin",
            sql: """
                SELECT id FROM indicator_versions WHERE date(valid_from, '+0 days') IS NOT valid_from
                    OR (valid_to IS NOT NULL AND date(valid_to, '+0 days') IS NOT valid_to) OR valid_from > valid_to
                """),
        Check(
            "target-versions", "Targets belong to a definition that is not valid when their period ends",
            sql: """
                SELECT targets.id FROM targets
                LEFT JOIN indicator_versions AS own ON own.id = targets.indicator_version_id
                WHERE own.id IS NULL OR period_end NOT BETWEEN own.valid_from AND coalesce(own.valid_to, '9999-12-31')
                """),
        Check(
            "one-target-a-period", "Local or national targets of one definition are for the same period",
            sql: """
                SELECT 'targets ' || group_concat(id, ' and ') FROM targets
                GROUP BY indicator_version_id, local_or_national, period_kind, period_start, period_end
                HAVING count(*) > 1
                """),
        Check(
            "target-values", "Targets have a value or a tolerance that is no decimal number",
            sql: """
                SELECT id FROM targets WHERE value GLOB '*[^-0-9.]*' OR value NOT GLOB '*[0-9]' OR value GLOB '?*-*'
                    OR ltrim(value, '-') NOT GLOB '[0-9]*' OR ltrim(value, '-') GLOB '0[0-9]*' OR value GLOB '*.*.*'
                    OR tolerance_value GLOB '*[^0-9.]*' OR tolerance_value NOT GLOB '[0-9]*'
                    OR tolerance_value NOT GLOB '*[0-9]' OR tolerance_value GLOB '0[0-9]*'
                    OR tolerance_value GLOB '*.*.*'
                """),
        Check(
            "target-tolerances", "Targets have a tolerance without its kind, or the other way round",
            sql: "SELECT id FROM targets WHERE (tolerance_value IS NULL) <> (tolerance_kind IS NULL)"),
        Check(
            "target-units", "Targets have a value outside the unit of their indicator",
            sql: """
                SELECT targets.id FROM targets JOIN indicator_versions AS own ON own.id = targets.indicator_version_id
                JOIN indicators ON indicators.id = own.indicator_id
                WHERE CASE
                    WHEN unit = 'percent' THEN CAST(value AS REAL) NOT BETWEEN 0 AND 100
                    WHEN unit = 'rank' AND CAST(value AS REAL) < 1 THEN 1
                    WHEN unit IN ('count', 'visits', 'rank')
                        THEN CAST(value AS REAL) < 0 OR CAST(value AS REAL) <> CAST(value AS INTEGER)
                    ELSE 0 END
                """),
        Check(
            "target-periods", "Targets have a period that is none of its kind",
            sql: """
                SELECT id FROM targets WHERE date(period_start, '+0 days') IS NOT period_start
                    OR date(period_end, '+0 days') IS NOT period_end OR period_start > period_end
                    OR NOT CASE period_kind
                    WHEN 'month' THEN substr(period_start, 9) = '01'
                        AND period_end = date(period_start, '+1 month', '-1 day')
                    WHEN 'quarter' THEN substr(period_start, 6) IN ('01-01', '04-01', '07-01', '10-01')
                        AND period_end = date(period_start, '+3 months', '-1 day')
                    WHEN 'financial_year' THEN substr(period_start, 6) = '04-01'
                        AND period_end = date(period_start, '+1 year', '-1 day')
                    WHEN 'academic_year' THEN substr(period_start, 6) = '09-01'
                        AND period_end = date(period_start, '+1 year', '-1 day')
                    WHEN 'calendar_year' THEN substr(period_start, 6) = '01-01'
                        AND period_end = date(period_start, '+1 year', '-1 day')
                    WHEN 'as_at' THEN period_start = period_end
                    WHEN 'rolling_12m' THEN period_end = date(period_start, '+1 year', '-1 day')
                    WHEN 'ytd' THEN 1
                    WHEN 'custom' THEN 1
                    ELSE 0 END
                """),
        Check(
            "area-owners", "Areas that are no neighbour groups have an owner or a model year",
            sql: """
                SELECT id FROM areas WHERE kind <> 'neighbour_group' AND coalesce(owner, model_year) IS NOT NULL
                """),
    ]
}

extension Check {
    /// The council's accepted values (migrations/0005_indicators.sql).
    static let observations = [
        Check(
            "observation-values", "Observations have a value that is no decimal number",
            sql: """
                SELECT id FROM observations WHERE value GLOB '*[^-0-9.]*' OR value NOT GLOB '*[0-9]'
                    OR value GLOB '?*-*' OR ltrim(value, '-') NOT GLOB '[0-9]*' OR ltrim(value, '-') GLOB '0[0-9]*'
                    OR value GLOB '*.*.*'
                """),
        Check(
            "observation-units", "Observations have a value outside the unit of their indicator",
            sql: """
                SELECT observations.id FROM observations JOIN indicators ON indicators.id = observations.indicator_id
                WHERE value IS NOT NULL AND CASE
                    WHEN unit = 'percent' THEN CAST(value AS REAL) NOT BETWEEN 0 AND 100
                    WHEN unit = 'rank' AND CAST(value AS REAL) < 1 THEN 1
                    WHEN unit IN ('count', 'visits', 'rank')
                        THEN CAST(value AS REAL) < 0 OR CAST(value AS REAL) <> CAST(value AS INTEGER)
                    ELSE 0 END
                """),
        Check(
            "observation-value-states",
            "Observations have a value and say there is none, or the other way round",
            sql: """
                SELECT id FROM observations
                WHERE (value IS NOT NULL) <> (value_state IN ('actual', 'low_reliability'))
                """),
        Check(
            "observation-denominators", "Observations have a denominator that is not above nought",
            sql: "SELECT id FROM observations WHERE CAST(denominator AS REAL) <= 0"),
        Check(
            "observation-revisions", "Revisions of a value do not count up from 1 without a gap",
            sql: """
                SELECT 'observations ' || group_concat(id, ' and ') FROM observations
                GROUP BY indicator_id, area_id, period_kind, period_start, period_end, coalesce(dimension, '')
                HAVING min(revision) <> 1 OR max(revision) <> count(*) OR count(DISTINCT revision) <> count(*)
                """),
        Check(
            "observation-reasons", "Revised observations have no reason, or are not marked as revised",
            sql: """
                SELECT id FROM observations WHERE (revision > 1 AND reason IS NULL)
                    OR (publication_state = 'revised') <> (revision > 1)
                """),
        Check(
            "observation-periods", "Observations have a period that is none of its kind",
            sql: """
                SELECT id FROM observations WHERE date(period_start, '+0 days') IS NOT period_start
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
    ]
}

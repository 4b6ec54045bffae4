extension Check {
    /// What papers printed (migrations/0005_indicators.sql).
    static let figures = [
        Check(
            "figure-places", "Figures stand on a page outside their report",
            sql: """
                SELECT figures.id FROM figures JOIN reports ON reports.id = figures.report_id
                WHERE figures.page_from < reports.page_from OR figures.page_to > reports.page_to
                """),
        Check(
            "figure-values",
            "Figures have a value without its printed text, or one that is no decimal number",
            sql: """
                SELECT id FROM figures WHERE (value IS NOT NULL AND value_text IS NULL)
                    OR value GLOB '*[^-0-9.]*' OR value NOT GLOB '*[0-9]' OR value GLOB '?*-*'
                    OR ltrim(value, '-') NOT GLOB '[0-9]*' OR ltrim(value, '-') GLOB '0[0-9]*' OR value GLOB '*.*.*'
                """),
        Check(
            "figure-units", "Figures have a value outside their unit",
            sql: """
                SELECT id FROM figures WHERE value IS NOT NULL AND CASE
                    WHEN unit = 'percent' THEN CAST(value AS REAL) NOT BETWEEN 0 AND 100
                    WHEN unit = 'rank' AND CAST(value AS REAL) < 1 THEN 1
                    WHEN unit IN ('count', 'visits', 'rank')
                        THEN CAST(value AS REAL) < 0 OR CAST(value AS REAL) <> CAST(value AS INTEGER)
                    ELSE 0 END
                """),
        Check(
            "figure-value-states", "Figures have a value and say there is none, or the other way round",
            sql: """
                SELECT id FROM figures WHERE (value IS NOT NULL) <> (value_state IN ('actual', 'low_reliability'))
                """),
        Check(
            "figure-pages",
            "Figures have half a page range, one that ends before it begins, or a page outside it",
            sql: """
                SELECT id FROM figures WHERE (page_from IS NULL) <> (page_to IS NULL) OR page_from > page_to
                    OR (page IS NOT NULL AND (page IS NOT page_from OR page IS NOT page_to))
                """),
        Check(
            "figure-periods", "Figures have a period that is none of its kind",
            sql: """
                SELECT id FROM figures WHERE coalesce(period_kind, period_start, period_end) IS NOT NULL
                    AND (date(period_start, '+0 days') IS NOT period_start OR period_start IS NULL
                    OR date(period_end, '+0 days') IS NOT period_end OR period_end IS NULL OR period_start > period_end
                    OR NOT coalesce(CASE period_kind
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
                    ELSE 0 END, 0))
                """),
    ]
}

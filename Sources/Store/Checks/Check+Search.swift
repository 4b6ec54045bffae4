extension Check {
    /// The full-text search and the records that it finds (migrations/0007_search.sql).
    static let search = [
        Check(
            "search-documents", "What the search knows of these records is missing, left over or out of date",
            sql: """
                WITH right AS (
                    SELECT 'report-pages' AS collection, page.id AS record_id, reports.title, page.text, panel_id,
                        meeting_id, reports.id AS report_id, page.page_from, page.page_to
                    FROM report_pages AS page JOIN reports ON reports.id = page.report_id
                    JOIN meetings ON meetings.id = reports.meeting_id
                    UNION ALL SELECT 'agenda-items', item.id, item.title, coalesce(instruction, ''), panel_id,
                        meeting_id, NULL, page_from, page_to
                    FROM agenda_items AS item JOIN meetings ON meetings.id = item.meeting_id
                    UNION ALL SELECT 'actions', id, text, coalesce(quote, ''), panel_id, meeting_id, report_id,
                        page_from, page_to
                    FROM actions
                    UNION ALL SELECT 'indicators', id, name, coalesce(topic, '') || ' ' || coalesce(definition, ''),
                        NULL, NULL, NULL, NULL, NULL
                    FROM indicators
                    UNION ALL SELECT 'terms', terms.id, upper(folded_term) || ': ' || meaning, '', panel_id,
                        meeting_id, reports.id, page, page
                    FROM terms JOIN reports ON reports.id = terms.report_id
                    JOIN meetings ON meetings.id = reports.meeting_id),
                known AS (
                    SELECT collection, record_id, title, text, panel_id, meeting_id, report_id, page_from, page_to
                    FROM search_documents)
                SELECT DISTINCT collection || ' ' || record_id FROM (
                    SELECT * FROM (SELECT * FROM right EXCEPT SELECT * FROM known)
                    UNION ALL SELECT * FROM (SELECT * FROM known EXCEPT SELECT * FROM right))
                """),
        Check(
            "search-index", "Documents of the search are not in its index, or only there",
            sql: """
                SELECT id FROM search_documents WHERE id NOT IN (SELECT id FROM search_index_docsize)
                UNION ALL SELECT id FROM search_index_docsize WHERE id NOT IN (SELECT id FROM search_documents)
                """),
    ]
}

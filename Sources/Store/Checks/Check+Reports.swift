extension Check {
    /// Papers, their text and their glossaries (migrations/0004_reports.sql).
    static let reports = [
        Check(
            "appendix-places", "Appendices belong to a report of another meeting, or to themselves",
            sql: """
                SELECT reports.id FROM reports JOIN reports AS parent ON parent.id = reports.parent_id
                WHERE parent.meeting_id <> reports.meeting_id OR parent.id = reports.id
                """),
        Check(
            "report-states", "Reports are in a state that their state machine does not have",
            sql: """
                SELECT id FROM reports WHERE state NOT IN (
                    SELECT from_state FROM state_transitions WHERE machine = 'report'
                    UNION SELECT to_state FROM state_transitions WHERE machine = 'report')
                """),
        Check(
            "report-items", "Reports belong to an agenda item of another meeting",
            sql: """
                SELECT reports.id FROM reports JOIN agenda_items ON agenda_items.id = reports.agenda_item_id
                WHERE agenda_items.meeting_id <> reports.meeting_id
                """),
        Check(
            "exempt-reasons", "Exempt reports lack their paragraphs or their public interest statement",
            sql: """
                SELECT id FROM reports WHERE access = 'exempt' AND (public_interest_statement IS NULL
                    OR NOT json_valid(exempt_paragraphs) OR json_array_length(exempt_paragraphs) = 0)
                """),
        Check(
            "exempt-paragraphs", "Reports name paragraphs of Schedule 12A other than 1 to 7",
            sql: """
                SELECT id FROM reports WHERE json_valid(exempt_paragraphs) AND EXISTS (
                    SELECT 1 FROM json_each(exempt_paragraphs) WHERE type <> 'integer' OR value NOT BETWEEN 1 AND 7)
                """),
        Check(
            "public-reasons", "Reports give a reason for an exemption that they do not have",
            sql: """
                SELECT id FROM reports WHERE access <> 'exempt'
                    AND (exempt_paragraphs <> '[]' OR public_interest_statement IS NOT NULL)
                """),
        Check(
            "confidential-reasons", "Reports are confidential without a reason, or have one and are not",
            sql: "SELECT id FROM reports WHERE (access = 'confidential') <> (confidential_reason IS NOT NULL)"
        ),
        Check(
            "report-page-ranges",
            "Reports or their pages have half a page range, or one that ends before it begins",
            sql: """
                SELECT 'report ' || id FROM reports
                WHERE (page_from IS NULL) <> (page_to IS NULL) OR page_from > page_to
                UNION ALL SELECT 'report page ' || id FROM report_pages
                WHERE (page_from IS NULL) <> (page_to IS NULL) OR page_from > page_to
                """),
    ]
}

-- Records from before there was a search are found too.

INSERT OR IGNORE INTO search_documents (
    collection, record_id, title, text, panel_id, meeting_id, report_id, page_from, page_to)
SELECT 'report-pages', page.id, reports.title, page.text, meetings.panel_id, reports.meeting_id, reports.id,
    page.page_from, page.page_to
FROM report_pages AS page JOIN reports ON reports.id = page.report_id JOIN meetings ON meetings.id = reports.meeting_id
UNION ALL SELECT 'agenda-items', item.id, item.title, coalesce(item.instruction, ''), meetings.panel_id, item.meeting_id,
    NULL, item.page_from, item.page_to
FROM agenda_items AS item JOIN meetings ON meetings.id = item.meeting_id
UNION ALL SELECT 'actions', id, text, coalesce(quote, ''), panel_id, meeting_id, report_id, page_from, page_to FROM actions
UNION ALL SELECT 'indicators', id, name, coalesce(topic, '') || ' ' || coalesce(definition, ''), NULL, NULL, NULL, NULL, NULL
FROM indicators
UNION ALL SELECT 'terms', terms.id, upper(terms.folded_term) || ': ' || terms.meaning, '', meetings.panel_id,
    reports.meeting_id, reports.id, terms.page, terms.page
FROM terms JOIN reports ON reports.id = terms.report_id JOIN meetings ON meetings.id = reports.meeting_id;

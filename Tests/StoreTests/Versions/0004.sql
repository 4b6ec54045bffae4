-- What a database of version 4 holds beside that of the version before.

INSERT INTO reports (meeting_id, agenda_item_id, kind, title, state, background_papers, licence, access, created_at,
    updated_at, origin) VALUES
    (1, 1, 'report', 'R', 'received', 'none', 'unknown', 'public', 't', 't', 'import'),
    (1, 1, 'report', 'S', 'received', 'none', 'unknown', 'public', 't', 't', 'import');
INSERT INTO report_pages (report_id, page_from, page_to, text_kind, text, created_at, updated_at, origin) VALUES
    (1, 1, 1, 'full', 'Children were fostered privately.', 't', 't', 'import'),
    (2, 2, 2, 'full', 'Neglect and thresholds.', 't', 't', 'import');
INSERT INTO terms (report_id, term, folded_term, has_look_alikes, meaning, created_at, updated_at, origin)
    VALUES (1, 'CIN', 'cin', 0, 'Children in need', 't', 't', 'import');
UPDATE reports SET state = 'published' WHERE id = 2;

-- What a database of version 3 holds beside that of the version before.

INSERT INTO meetings (panel_id, starts_at, starts_at_local, starts_on, mode, kind, state, created_at, updated_at, origin)
    VALUES (1, '2018-09-14T13:00:00Z', '2018-09-14T14:00:00+01:00', '2018-09-14', 'in_person', 'ordinary', 'planned',
        't', 't', 'import'),
    (2, '2018-09-14T13:00:00Z', '2018-09-14T14:00:00+01:00', '2018-09-14', 'in_person', 'ordinary', 'planned',
        't', 't', 'import');
INSERT INTO agenda_items (meeting_id, printed_number, position, title, page_from, page_to, created_at, updated_at, origin)
    VALUES (1, '5', 5, 'T', 1, 38, 't', 't', 'import'), (1, '6', 6, 'U', 39, 48, 't', 't', 'import');

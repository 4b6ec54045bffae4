-- What a database of version 11 holds beside that of the version before.

INSERT INTO attendance (meeting_id, person_id, seat_id, role, status, substitute_for_id, created_at, updated_at, origin)
    VALUES (1, 1, 1, 'member', 'apologies', NULL, 't', 't', 'import'),
    (1, 2, NULL, 'substitute', 'present', 1, 't', 't', 'import');
INSERT INTO declarations (meeting_id, agenda_item_id, kind, person_id, interest_type, nature, is_sensitive, created_at,
    updated_at, origin)
    VALUES (1, 1, 'interest', 1, 'dpi', 'N', 0, 't', 't', 'officer'), (1, NULL, 'whip', 1, NULL, NULL, 0, 't', 't', 'import');
INSERT INTO decisions (meeting_id, agenda_item_id, kind, text, mover_id, votes_for, votes_against, created_at,
    updated_at, origin) VALUES (1, 1, 'agreed', 'T', 2, 1, 0, 't', 't', 'import');
INSERT INTO recommendations (panel_id, meeting_id, agenda_item_id, decision_id, municipal_year, ref, text, addressee,
    state, created_at, updated_at, origin)
    VALUES (1, 1, 1, 1, '2018-19', '1', 'T', 'Cabinet', 'drafted', 't', 't', 'import');
UPDATE recommendations SET state = 'agreed' WHERE id = 1;
UPDATE recommendations SET state = 'sent', received_on = '2018-09-20' WHERE id = 1;
INSERT INTO responses (recommendation_id, outcome, reasons, decided_by, decided_on, created_at, updated_at, origin)
    VALUES (1, 'noted', 'R', 'Cabinet', '2018-10-01', 't', 't', 'import');
-- Closed before it mattered whether its minutes are confirmed.
UPDATE meetings SET state = 'published' WHERE id = 2;
UPDATE meetings SET state = 'held' WHERE id = 2;
UPDATE meetings SET state = 'closed' WHERE id = 2;

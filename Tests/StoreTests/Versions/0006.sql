-- What a database of version 6 holds beside that of the version before.

INSERT INTO actions (panel_id, kind, text, state, created_at, updated_at, origin)
    VALUES (1, 'letter', 'W', 'proposed', 't', 't', 'import');
INSERT INTO actions (panel_id, kind, text, owner_role, due_kind, state, created_at, updated_at, origin)
    VALUES (1, 'visit', 'V', 'C', 'none', 'open', 't', 't', 'import');
INSERT INTO action_events (action_id, from_state, to_state, actor, occurred_at)
    VALUES (2, 'proposed', 'open', 'c', 't');

-- What a database of version 2 holds beside that of the version before.

INSERT INTO panels (slug, name, kind, council, covers_education, created_at, updated_at, origin) VALUES
    ('p', 'P', 'other', 'C', 1, 't', 't', 'import'), ('q', 'Q', 'other', 'C', 0, 't', 't', 'import');
INSERT INTO people (name, sort_name, is_executive_member, created_at, updated_at, origin) VALUES
    ('A', 'A', 0, 't', 't', 'import'), ('B', 'B', 0, 't', 't', 'import'), ('X', 'X', 1, 't', 't', 'import');
INSERT INTO seats (panel_id, position, kind, person_id, is_chair, created_at, updated_at, origin)
    VALUES (1, 1, 'councillor', 1, 1, 't', 't', 'import'), (1, 2, 'parent_governor_rep', NULL, 0, 't', 't', 'import');

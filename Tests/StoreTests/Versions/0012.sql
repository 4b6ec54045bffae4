-- What a database of version 12 holds beside that of the version before.

UPDATE meetings SET whip_answer = 'declared' WHERE id = 1;
UPDATE agenda_items SET education_matter = 0, education_decided_by = 'Director of Education' WHERE id = 1;
INSERT INTO named_votes (decision_id, person_id, vote, created_at, updated_at, origin)
    VALUES (1, 2, 'for', 't', 't', 'import');
INSERT INTO minutes (meeting_id, state, text, created_at, updated_at, origin) VALUES (1, 'draft', 'M', 't', 't', 'import');
UPDATE minutes SET state = 'published_draft', version = 2 WHERE id = 1;

-- The states of imports and values as data, like those of the other records, and what else of the published stays.

INSERT INTO state_transitions (machine, from_state, to_state, needs_reason) VALUES
    ('import', 'received', 'validated', 0),
    ('import', 'validated', 'applied', 0),
    ('import', 'validated', 'rejected', 0),
    ('import', 'applied', 'rolled_back', 0),
    ('observation', 'provisional', 'final', 0);
INSERT INTO initial_states (machine, state) VALUES
    ('import', 'received'), ('import', 'validated'),
    ('observation', 'provisional'), ('observation', 'final'), ('observation', 'revised');

CREATE TRIGGER imports_state_insert BEFORE INSERT ON imports
WHEN NEW.state NOT IN (SELECT state FROM initial_states WHERE machine = 'import')
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: An import begins as received or validated.');
END;
CREATE TRIGGER imports_state BEFORE UPDATE OF state ON imports
WHEN OLD.state IS NOT NEW.state AND NOT EXISTS (
    SELECT 1 FROM state_transitions WHERE machine = 'import' AND from_state = OLD.state AND to_state = NEW.state)
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: The import cannot go to that state from the one it is in.');
END;
CREATE TRIGGER observations_state BEFORE UPDATE OF publication_state ON observations
WHEN OLD.publication_state IS NOT NEW.publication_state AND NOT EXISTS (
    SELECT 1 FROM state_transitions
    WHERE machine = 'observation' AND from_state = OLD.publication_state AND to_state = NEW.publication_state)
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: The value cannot go to that state from the one it is in.');
END;

-- Which import brought what is part of the record. Only its report goes, by retention.
CREATE TRIGGER imports_update BEFORE UPDATE OF
    id, received_at, caller, idempotency_key, body_sha256, source_system, source_ref ON imports
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: What was imported, by whom and when, is never changed.');
END;
CREATE TRIGGER imports_delete BEFORE DELETE ON imports
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: An import stays in the list for ever. It can be undone.');
END;

-- The glossary of a published report is part of it.
CREATE TRIGGER terms_published_insert BEFORE INSERT ON terms
WHEN (SELECT state FROM reports WHERE id = NEW.report_id) IN ('published', 'superseded', 'withdrawn')
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: The glossary of a published report cannot be changed.');
END;
CREATE TRIGGER terms_published_update BEFORE UPDATE ON terms
WHEN EXISTS (SELECT 1 FROM reports
    WHERE id IN (OLD.report_id, NEW.report_id) AND state IN ('published', 'superseded', 'withdrawn'))
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: The glossary of a published report cannot be changed.');
END;
CREATE TRIGGER terms_published_delete BEFORE DELETE ON terms
WHEN (SELECT state FROM reports WHERE id = OLD.report_id) IN ('published', 'superseded', 'withdrawn')
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: The glossary of a published report cannot be deleted.');
END;

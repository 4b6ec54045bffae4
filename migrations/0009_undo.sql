-- An import can be undone. Then, and only then, what it brought may go, though it is frozen otherwise.

CREATE VIEW undone_records AS
SELECT changes.collection, changes.record_id
FROM writes JOIN changes ON changes.import_id = writes.undone_import_id AND changes.operation = 'created';

DROP TRIGGER observations_final_delete;
CREATE TRIGGER observations_final_delete BEFORE DELETE ON observations
WHEN OLD.publication_state IN ('final', 'revised') AND NOT EXISTS (
    SELECT 1 FROM undone_records WHERE collection = 'observations' AND record_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: A final value cannot be deleted.');
END;

DROP TRIGGER figures_delete;
CREATE TRIGGER figures_delete BEFORE DELETE ON figures
WHEN NOT EXISTS (SELECT 1 FROM undone_records WHERE collection = 'figures' AND record_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: A printed figure is never deleted.');
END;

DROP TRIGGER figure_comparators_delete;
CREATE TRIGGER figure_comparators_delete BEFORE DELETE ON figure_comparators
WHEN NOT EXISTS (SELECT 1 FROM undone_records WHERE collection = 'figure-comparators' AND record_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: A printed comparator is never deleted.');
END;

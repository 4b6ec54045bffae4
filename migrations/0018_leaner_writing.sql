-- Writing costs less, and the observations of an indicator are read in their order without sorting them.

-- What no import wrote needs no place in an index of imports.
DROP INDEX panels_by_import;
CREATE INDEX panels_by_import ON panels (import_id) WHERE import_id IS NOT NULL;
DROP INDEX people_by_import;
CREATE INDEX people_by_import ON people (import_id) WHERE import_id IS NOT NULL;
DROP INDEX seats_by_import;
CREATE INDEX seats_by_import ON seats (import_id) WHERE import_id IS NOT NULL;
DROP INDEX meetings_by_import;
CREATE INDEX meetings_by_import ON meetings (import_id) WHERE import_id IS NOT NULL;
DROP INDEX agenda_items_by_import;
CREATE INDEX agenda_items_by_import ON agenda_items (import_id) WHERE import_id IS NOT NULL;
DROP INDEX reports_by_import;
CREATE INDEX reports_by_import ON reports (import_id) WHERE import_id IS NOT NULL;
DROP INDEX report_pages_by_import;
CREATE INDEX report_pages_by_import ON report_pages (import_id) WHERE import_id IS NOT NULL;
DROP INDEX terms_by_import;
CREATE INDEX terms_by_import ON terms (import_id) WHERE import_id IS NOT NULL;
DROP INDEX areas_by_import;
CREATE INDEX areas_by_import ON areas (import_id) WHERE import_id IS NOT NULL;
DROP INDEX indicators_by_import;
CREATE INDEX indicators_by_import ON indicators (import_id) WHERE import_id IS NOT NULL;
DROP INDEX observations_by_import;
CREATE INDEX observations_by_import ON observations (import_id) WHERE import_id IS NOT NULL;
DROP INDEX figures_by_import;
CREATE INDEX figures_by_import ON figures (import_id) WHERE import_id IS NOT NULL;
DROP INDEX actions_by_import;
CREATE INDEX actions_by_import ON actions (import_id) WHERE import_id IS NOT NULL;
DROP INDEX changes_by_import;
CREATE INDEX changes_by_import ON changes (import_id) WHERE import_id IS NOT NULL;
DROP INDEX attendance_by_import;
CREATE INDEX attendance_by_import ON attendance (import_id) WHERE import_id IS NOT NULL;
DROP INDEX declarations_by_import;
CREATE INDEX declarations_by_import ON declarations (import_id) WHERE import_id IS NOT NULL;
DROP INDEX decisions_by_import;
CREATE INDEX decisions_by_import ON decisions (import_id) WHERE import_id IS NOT NULL;
DROP INDEX recommendations_by_import;
CREATE INDEX recommendations_by_import ON recommendations (import_id) WHERE import_id IS NOT NULL;
DROP INDEX responses_by_import;
CREATE INDEX responses_by_import ON responses (import_id) WHERE import_id IS NOT NULL;
DROP INDEX named_votes_by_import;
CREATE INDEX named_votes_by_import ON named_votes (import_id) WHERE import_id IS NOT NULL;
DROP INDEX minutes_by_import;
CREATE INDEX minutes_by_import ON minutes (import_id) WHERE import_id IS NOT NULL;
DROP INDEX indicator_versions_by_import;
CREATE INDEX indicator_versions_by_import ON indicator_versions (import_id) WHERE import_id IS NOT NULL;
DROP INDEX targets_by_import;
CREATE INDEX targets_by_import ON targets (import_id) WHERE import_id IS NOT NULL;

CREATE INDEX observations_in_order ON observations (indicator_id, period_end DESC);

-- One look at the earlier revisions of a value in place of two.
DROP TRIGGER observations_revised_insert;
DROP TRIGGER observations_revision;
CREATE TRIGGER observations_revision BEFORE INSERT ON observations
BEGIN
    SELECT CASE
        WHEN held.is_provisional
            THEN RAISE(ABORT, 'observation_exists: The value is held provisionally. Change that one.')
        WHEN NEW.revision <> 1 + coalesce(held.last, 0)
            THEN RAISE(ABORT, 'revision_gap: The next revision of a value is one more than its last.')
    END
    FROM (SELECT max(revision) AS last, max(publication_state = 'provisional') AS is_provisional
        FROM observations AS other
        WHERE other.indicator_id = NEW.indicator_id AND other.area_id = NEW.area_id
            AND other.period_kind = NEW.period_kind AND other.period_start = NEW.period_start
            AND other.period_end = NEW.period_end
            AND coalesce(other.dimension, '') = coalesce(NEW.dimension, '')) AS held;
END;

-- The same rules; a list of three words behind IN is a table that is made anew for each row.
DROP TRIGGER observations_unit_insert;
CREATE TRIGGER observations_unit_insert BEFORE INSERT ON observations
WHEN (SELECT CASE
        WHEN unit = 'percent' THEN CAST(NEW.value AS REAL) NOT BETWEEN 0 AND 100
        WHEN unit = 'rank' AND CAST(NEW.value AS REAL) < 1 THEN 1
        WHEN unit = 'count' OR unit = 'visits' OR unit = 'rank'
            THEN CAST(NEW.value AS REAL) < 0 OR CAST(NEW.value AS REAL) <> CAST(NEW.value AS INTEGER)
        ELSE 0 END FROM indicators WHERE id = NEW.indicator_id)
BEGIN
    SELECT RAISE(ABORT, 'value_outside_unit: A percent lies between 0 and 100; a count is whole and not negative.');
END;
DROP TRIGGER observations_unit_update;
CREATE TRIGGER observations_unit_update BEFORE UPDATE OF value, indicator_id ON observations
WHEN (SELECT CASE
        WHEN unit = 'percent' THEN CAST(NEW.value AS REAL) NOT BETWEEN 0 AND 100
        WHEN unit = 'rank' AND CAST(NEW.value AS REAL) < 1 THEN 1
        WHEN unit = 'count' OR unit = 'visits' OR unit = 'rank'
            THEN CAST(NEW.value AS REAL) < 0 OR CAST(NEW.value AS REAL) <> CAST(NEW.value AS INTEGER)
        ELSE 0 END FROM indicators WHERE id = NEW.indicator_id)
BEGIN
    SELECT RAISE(ABORT, 'value_outside_unit: A percent lies between 0 and 100; a count is whole and not negative.');
END;
DROP TRIGGER targets_unit_insert;
CREATE TRIGGER targets_unit_insert BEFORE INSERT ON targets
WHEN (SELECT CASE
        WHEN indicators.unit = 'percent' THEN CAST(NEW.value AS REAL) NOT BETWEEN 0 AND 100
        WHEN indicators.unit = 'rank' AND CAST(NEW.value AS REAL) < 1 THEN 1
        WHEN indicators.unit = 'count' OR indicators.unit = 'visits' OR indicators.unit = 'rank'
            THEN CAST(NEW.value AS REAL) < 0 OR CAST(NEW.value AS REAL) <> CAST(NEW.value AS INTEGER)
        ELSE 0 END
    FROM indicators JOIN indicator_versions AS own ON own.indicator_id = indicators.id
    WHERE own.id = NEW.indicator_version_id)
BEGIN
    SELECT RAISE(ABORT, 'value_outside_unit: A percent lies between 0 and 100; a count is whole and not negative.');
END;
DROP TRIGGER targets_unit_update;
CREATE TRIGGER targets_unit_update BEFORE UPDATE OF value, indicator_version_id ON targets
WHEN (SELECT CASE
        WHEN indicators.unit = 'percent' THEN CAST(NEW.value AS REAL) NOT BETWEEN 0 AND 100
        WHEN indicators.unit = 'rank' AND CAST(NEW.value AS REAL) < 1 THEN 1
        WHEN indicators.unit = 'count' OR indicators.unit = 'visits' OR indicators.unit = 'rank'
            THEN CAST(NEW.value AS REAL) < 0 OR CAST(NEW.value AS REAL) <> CAST(NEW.value AS INTEGER)
        ELSE 0 END
    FROM indicators JOIN indicator_versions AS own ON own.indicator_id = indicators.id
    WHERE own.id = NEW.indicator_version_id)
BEGIN
    SELECT RAISE(ABORT, 'value_outside_unit: A percent lies between 0 and 100; a count is whole and not negative.');
END;
DROP TRIGGER figure_comparators_unit_insert;
CREATE TRIGGER figure_comparators_unit_insert BEFORE INSERT ON figure_comparators
WHEN (SELECT CASE
        WHEN figures.unit = 'percent' THEN CAST(NEW.value AS REAL) NOT BETWEEN 0 AND 100
        WHEN figures.unit = 'rank' AND CAST(NEW.value AS REAL) < 1 THEN 1
        WHEN figures.unit = 'count' OR figures.unit = 'visits' OR figures.unit = 'rank'
            THEN CAST(NEW.value AS REAL) < 0 OR CAST(NEW.value AS REAL) <> CAST(NEW.value AS INTEGER)
        ELSE 0 END FROM figures WHERE id = NEW.figure_id)
BEGIN
    SELECT RAISE(ABORT, 'value_outside_unit: A percent lies between 0 and 100; a count is whole and not negative.');
END;

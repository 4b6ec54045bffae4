-- What an indicator measured from when to when, what was aimed at, and who owns a group of neighbours.

-- Unit and polarity stay with the indicator: what has another unit is another indicator (docs/decisions/0008).
CREATE TABLE indicator_versions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator_id INTEGER NOT NULL REFERENCES indicators (id),
    definition TEXT NOT NULL CHECK (length(definition) BETWEEN 1 AND 4000),
    numerator_def TEXT CHECK (length(numerator_def) BETWEEN 1 AND 2000),
    denominator_def TEXT CHECK (length(denominator_def) BETWEEN 1 AND 2000),
    denominator_source TEXT CHECK (length(denominator_source) BETWEEN 1 AND 300),
    -- Null where it is as the indicator itself says.
    decimals INTEGER CHECK (decimals BETWEEN 0 AND 6),
    official_source TEXT CHECK (length(official_source) BETWEEN 1 AND 300),
    valid_from TEXT NOT NULL,
    -- The last day; null while it goes on.
    valid_to TEXT,
    -- Null when nobody has said.
    comparable_with_previous INTEGER CHECK (comparable_with_previous IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    CONSTRAINT version_dates CHECK (date(valid_from, '+0 days') IS valid_from
        AND (valid_to IS NULL OR date(valid_to, '+0 days') IS valid_to)),
    CONSTRAINT version_range CHECK (valid_from <= valid_to)
) STRICT;

CREATE UNIQUE INDEX indicator_versions_by_indicator ON indicator_versions (indicator_id, valid_from);
CREATE INDEX indicator_versions_by_import ON indicator_versions (import_id);

CREATE TRIGGER indicator_versions_overlap_insert BEFORE INSERT ON indicator_versions
WHEN EXISTS (SELECT 1 FROM indicator_versions AS other WHERE other.indicator_id = NEW.indicator_id
    AND other.valid_from <= coalesce(NEW.valid_to, '9999-12-31')
    AND coalesce(other.valid_to, '9999-12-31') >= NEW.valid_from)
BEGIN
    SELECT RAISE(ABORT, 'versions_overlap: Another definition of the indicator is valid on one of these days. End it the day before this one begins.');
END;
CREATE TRIGGER indicator_versions_overlap_update BEFORE UPDATE OF id, valid_from, valid_to ON indicator_versions
WHEN EXISTS (SELECT 1 FROM indicator_versions AS other WHERE other.indicator_id = NEW.indicator_id
    AND other.id <> OLD.id AND other.valid_from <= coalesce(NEW.valid_to, '9999-12-31')
    AND coalesce(other.valid_to, '9999-12-31') >= NEW.valid_from)
BEGIN
    SELECT RAISE(ABORT, 'versions_overlap: Another definition of the indicator is valid on one of these days. End it the day before this one begins.');
END;
CREATE TRIGGER indicator_versions_indicator_update BEFORE UPDATE OF indicator_id ON indicator_versions
WHEN NEW.indicator_id <> OLD.indicator_id
BEGIN
    SELECT RAISE(ABORT, 'version_stays: A definition stays with its indicator. Make a new one there.');
END;

CREATE TABLE targets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator_version_id INTEGER NOT NULL REFERENCES indicator_versions (id),
    period_kind TEXT NOT NULL,
    period_start TEXT NOT NULL,
    period_end TEXT NOT NULL,
    value TEXT NOT NULL CONSTRAINT target_value CHECK (value NOT GLOB '*[^-0-9.]*' AND value GLOB '*[0-9]' AND value NOT GLOB '?*-*'
        AND ltrim(value, '-') GLOB '[0-9]*' AND ltrim(value, '-') NOT GLOB '0[0-9]*' AND value NOT GLOB '*.*.*'),
    tolerance_value TEXT CONSTRAINT target_tolerance CHECK (tolerance_value NOT GLOB '*[^0-9.]*'
        AND tolerance_value GLOB '[0-9]*' AND tolerance_value GLOB '*[0-9]' AND tolerance_value NOT GLOB '0[0-9]*'
        AND tolerance_value NOT GLOB '*.*.*'),
    tolerance_kind TEXT CHECK (tolerance_kind IN ('points', 'percent')),
    set_by TEXT NOT NULL CHECK (length(set_by) BETWEEN 1 AND 200),
    local_or_national TEXT NOT NULL CHECK (local_or_national IN ('local', 'national')),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    CONSTRAINT tolerance_whole CHECK ((tolerance_value IS NULL) = (tolerance_kind IS NULL)),
    CONSTRAINT target_period_dates CHECK (date(period_start, '+0 days') IS period_start
        AND date(period_end, '+0 days') IS period_end AND period_start <= period_end),
    CONSTRAINT target_period_shape CHECK (CASE period_kind
        WHEN 'month' THEN substr(period_start, 9) = '01'
            AND period_end = date(period_start, '+1 month', '-1 day')
        WHEN 'quarter' THEN substr(period_start, 6) IN ('01-01', '04-01', '07-01', '10-01')
            AND period_end = date(period_start, '+3 months', '-1 day')
        WHEN 'financial_year' THEN substr(period_start, 6) = '04-01'
            AND period_end = date(period_start, '+1 year', '-1 day')
        WHEN 'academic_year' THEN substr(period_start, 6) = '09-01'
            AND period_end = date(period_start, '+1 year', '-1 day')
        WHEN 'calendar_year' THEN substr(period_start, 6) = '01-01'
            AND period_end = date(period_start, '+1 year', '-1 day')
        WHEN 'as_at' THEN period_start = period_end
        WHEN 'rolling_12m' THEN period_end = date(period_start, '+1 year', '-1 day')
        WHEN 'ytd' THEN 1
        WHEN 'custom' THEN 1
        ELSE 0 END)
) STRICT;

CREATE UNIQUE INDEX targets_by_period ON targets (
    indicator_version_id, local_or_national, period_kind, period_start, period_end);
CREATE INDEX targets_by_import ON targets (import_id);

-- A target is set for the definition that is valid when its period ends.
CREATE TRIGGER targets_version_insert BEFORE INSERT ON targets
WHEN NOT EXISTS (SELECT 1 FROM indicator_versions WHERE id = NEW.indicator_version_id
    AND NEW.period_end BETWEEN valid_from AND coalesce(valid_to, '9999-12-31'))
BEGIN
    SELECT RAISE(ABORT, 'target_outside_version: The definition is not valid on the last day of the period. Name the one that is.');
END;
CREATE TRIGGER targets_version_update BEFORE UPDATE OF indicator_version_id, period_end ON targets
WHEN NOT EXISTS (SELECT 1 FROM indicator_versions WHERE id = NEW.indicator_version_id
    AND NEW.period_end BETWEEN valid_from AND coalesce(valid_to, '9999-12-31'))
BEGIN
    SELECT RAISE(ABORT, 'target_outside_version: The definition is not valid on the last day of the period. Name the one that is.');
END;
CREATE TRIGGER indicator_versions_targets_update BEFORE UPDATE OF valid_from, valid_to ON indicator_versions
WHEN EXISTS (SELECT 1 FROM targets WHERE indicator_version_id = OLD.id
    AND period_end NOT BETWEEN NEW.valid_from AND coalesce(NEW.valid_to, '9999-12-31'))
BEGIN
    SELECT RAISE(ABORT, 'version_has_targets: Targets of the definition are for periods that end outside these days. Delete them first.');
END;
CREATE TRIGGER targets_unit_insert BEFORE INSERT ON targets
WHEN (SELECT CASE
        WHEN indicators.unit = 'percent' THEN CAST(NEW.value AS REAL) NOT BETWEEN 0 AND 100
        WHEN indicators.unit = 'rank' AND CAST(NEW.value AS REAL) < 1 THEN 1
        WHEN indicators.unit IN ('count', 'visits', 'rank')
            THEN CAST(NEW.value AS REAL) < 0 OR CAST(NEW.value AS REAL) <> CAST(NEW.value AS INTEGER)
        ELSE 0 END
    FROM indicators JOIN indicator_versions AS own ON own.indicator_id = indicators.id
    WHERE own.id = NEW.indicator_version_id)
BEGIN
    SELECT RAISE(ABORT, 'value_outside_unit: A percent lies between 0 and 100; a count is whole and not negative.');
END;
CREATE TRIGGER targets_unit_update BEFORE UPDATE OF value, indicator_version_id ON targets
WHEN (SELECT CASE
        WHEN indicators.unit = 'percent' THEN CAST(NEW.value AS REAL) NOT BETWEEN 0 AND 100
        WHEN indicators.unit = 'rank' AND CAST(NEW.value AS REAL) < 1 THEN 1
        WHEN indicators.unit IN ('count', 'visits', 'rank')
            THEN CAST(NEW.value AS REAL) < 0 OR CAST(NEW.value AS REAL) <> CAST(NEW.value AS INTEGER)
        ELSE 0 END
    FROM indicators JOIN indicator_versions AS own ON own.indicator_id = indicators.id
    WHERE own.id = NEW.indicator_version_id)
BEGIN
    SELECT RAISE(ABORT, 'value_outside_unit: A percent lies between 0 and 100; a count is whole and not negative.');
END;
CREATE TRIGGER indicators_target_unit_update BEFORE UPDATE OF unit ON indicators
WHEN OLD.unit <> NEW.unit AND EXISTS (SELECT 1 FROM targets JOIN indicator_versions AS own
    ON own.id = targets.indicator_version_id WHERE own.indicator_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'unit_in_use: The unit of an indicator with targets cannot change. Make a new indicator.');
END;

-- The revision before a revision is final, and stays what and where it is: so there is never a gap.
CREATE TRIGGER observations_revised_insert BEFORE INSERT ON observations
WHEN EXISTS (SELECT 1 FROM observations AS other
    WHERE other.indicator_id = NEW.indicator_id AND other.area_id = NEW.area_id
        AND other.period_kind = NEW.period_kind AND other.period_start = NEW.period_start
        AND other.period_end = NEW.period_end AND coalesce(other.dimension, '') = coalesce(NEW.dimension, '')
        AND other.publication_state = 'provisional')
BEGIN
    SELECT RAISE(ABORT, 'observation_exists: The value is held provisionally. Change that one.');
END;
CREATE TRIGGER observations_revision_update BEFORE UPDATE OF revision ON observations
WHEN NEW.revision <> OLD.revision
BEGIN
    SELECT RAISE(ABORT, 'revision_gap: The number of a revision never changes.');
END;

-- What was printed was printed: only the link to an indicator may be set. A statement that sets the rest to what it is
-- changes nothing, as when an import that linked figures is undone.
DROP TRIGGER figures_update;
CREATE TRIGGER figures_update BEFORE UPDATE ON figures
WHEN (OLD.id, OLD.report_id, OLD.area_id, OLD.page, OLD.page_from, OLD.page_to, OLD.line, OLD.name, OLD.topic,
    OLD.dimension, OLD.unit, OLD.value, OLD.value_text, OLD.value_state, OLD.approximate, OLD.period_kind,
    OLD.period_start, OLD.period_end, OLD.period_text, OLD.period_basis, OLD.previous_value,
    OLD.previous_value_text, OLD.previous_period_kind, OLD.previous_period_start, OLD.previous_period_end,
    OLD.previous_period_text, OLD.previous_period_basis, OLD.stated_direction, OLD.quote, OLD.flags, OLD.note,
    OLD.confidence, OLD.created_at, OLD.source_system, OLD.source_ref)
    IS NOT (NEW.id, NEW.report_id, NEW.area_id, NEW.page, NEW.page_from, NEW.page_to, NEW.line, NEW.name,
    NEW.topic, NEW.dimension, NEW.unit, NEW.value, NEW.value_text, NEW.value_state, NEW.approximate,
    NEW.period_kind, NEW.period_start, NEW.period_end, NEW.period_text, NEW.period_basis, NEW.previous_value,
    NEW.previous_value_text, NEW.previous_period_kind, NEW.previous_period_start, NEW.previous_period_end,
    NEW.previous_period_text, NEW.previous_period_basis, NEW.stated_direction, NEW.quote, NEW.flags, NEW.note,
    NEW.confidence, NEW.created_at, NEW.source_system, NEW.source_ref)
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: A printed figure is never changed. Only its indicator may be set.');
END;

-- What stands beside a printed figure is of its unit, and of a period that has the shape of its kind.
CREATE TRIGGER figures_previous_insert BEFORE INSERT ON figures
WHEN NEW.previous_value IS NOT NULL AND CASE
        WHEN NEW.unit = 'percent' THEN CAST(NEW.previous_value AS REAL) NOT BETWEEN 0 AND 100
        WHEN NEW.unit = 'rank' AND CAST(NEW.previous_value AS REAL) < 1 THEN 1
        WHEN NEW.unit IN ('count', 'visits', 'rank')
            THEN CAST(NEW.previous_value AS REAL) < 0 OR CAST(NEW.previous_value AS REAL) <> CAST(NEW.previous_value AS INTEGER)
        ELSE 0 END
BEGIN
    SELECT RAISE(ABORT, 'value_outside_unit: A percent lies between 0 and 100; a count is whole and not negative.');
END;
CREATE TRIGGER figures_previous_period_insert BEFORE INSERT ON figures
WHEN coalesce(NEW.previous_period_kind, NEW.previous_period_start, NEW.previous_period_end) IS NOT NULL
    AND NOT coalesce(date(NEW.previous_period_start, '+0 days') IS NEW.previous_period_start
        AND date(NEW.previous_period_end, '+0 days') IS NEW.previous_period_end
        AND NEW.previous_period_start <= NEW.previous_period_end AND CASE NEW.previous_period_kind
            WHEN 'month' THEN substr(NEW.previous_period_start, 9) = '01'
                AND NEW.previous_period_end = date(NEW.previous_period_start, '+1 month', '-1 day')
            WHEN 'quarter' THEN substr(NEW.previous_period_start, 6) IN ('01-01', '04-01', '07-01', '10-01')
                AND NEW.previous_period_end = date(NEW.previous_period_start, '+3 months', '-1 day')
            WHEN 'financial_year' THEN substr(NEW.previous_period_start, 6) = '04-01'
                AND NEW.previous_period_end = date(NEW.previous_period_start, '+1 year', '-1 day')
            WHEN 'academic_year' THEN substr(NEW.previous_period_start, 6) = '09-01'
                AND NEW.previous_period_end = date(NEW.previous_period_start, '+1 year', '-1 day')
            WHEN 'calendar_year' THEN substr(NEW.previous_period_start, 6) = '01-01'
                AND NEW.previous_period_end = date(NEW.previous_period_start, '+1 year', '-1 day')
            WHEN 'as_at' THEN NEW.previous_period_start = NEW.previous_period_end
            WHEN 'rolling_12m' THEN NEW.previous_period_end = date(NEW.previous_period_start, '+1 year', '-1 day')
            WHEN 'ytd' THEN 1
            WHEN 'custom' THEN 1
            ELSE 0 END, 0)
BEGIN
    SELECT RAISE(ABORT, 'period_shape: The period before has not the shape of its kind.');
END;
CREATE TRIGGER figure_comparators_unit_insert BEFORE INSERT ON figure_comparators
WHEN (SELECT CASE
        WHEN figures.unit = 'percent' THEN CAST(NEW.value AS REAL) NOT BETWEEN 0 AND 100
        WHEN figures.unit = 'rank' AND CAST(NEW.value AS REAL) < 1 THEN 1
        WHEN figures.unit IN ('count', 'visits', 'rank')
            THEN CAST(NEW.value AS REAL) < 0 OR CAST(NEW.value AS REAL) <> CAST(NEW.value AS INTEGER)
        ELSE 0 END FROM figures WHERE id = NEW.figure_id)
BEGIN
    SELECT RAISE(ABORT, 'value_outside_unit: A percent lies between 0 and 100; a count is whole and not negative.');
END;
CREATE TRIGGER figure_comparators_period_insert BEFORE INSERT ON figure_comparators
WHEN coalesce(NEW.period_kind, NEW.period_start, NEW.period_end) IS NOT NULL
    AND NOT coalesce(NEW.period_start <= NEW.period_end AND CASE NEW.period_kind
            WHEN 'month' THEN substr(NEW.period_start, 9) = '01'
                AND NEW.period_end = date(NEW.period_start, '+1 month', '-1 day')
            WHEN 'quarter' THEN substr(NEW.period_start, 6) IN ('01-01', '04-01', '07-01', '10-01')
                AND NEW.period_end = date(NEW.period_start, '+3 months', '-1 day')
            WHEN 'financial_year' THEN substr(NEW.period_start, 6) = '04-01'
                AND NEW.period_end = date(NEW.period_start, '+1 year', '-1 day')
            WHEN 'academic_year' THEN substr(NEW.period_start, 6) = '09-01'
                AND NEW.period_end = date(NEW.period_start, '+1 year', '-1 day')
            WHEN 'calendar_year' THEN substr(NEW.period_start, 6) = '01-01'
                AND NEW.period_end = date(NEW.period_start, '+1 year', '-1 day')
            WHEN 'as_at' THEN NEW.period_start = NEW.period_end
            WHEN 'rolling_12m' THEN NEW.period_end = date(NEW.period_start, '+1 year', '-1 day')
            WHEN 'ytd' THEN 1
            WHEN 'custom' THEN 1
            ELSE 0 END, 0)
BEGIN
    SELECT RAISE(ABORT, 'period_shape: The period of the comparator has not the shape of its kind.');
END;

-- Who says which councils are neighbours, and in which year's model.
ALTER TABLE areas ADD COLUMN owner TEXT
    CONSTRAINT area_owner CHECK (owner IS NULL OR (kind = 'neighbour_group' AND length(owner) BETWEEN 1 AND 200));
ALTER TABLE areas ADD COLUMN model_year INTEGER
    CONSTRAINT area_model_year CHECK (model_year IS NULL OR (kind = 'neighbour_group' AND model_year BETWEEN 1900 AND 2999));

DROP TRIGGER areas_change_insert;
DROP TRIGGER areas_change_update;
DROP TRIGGER areas_change_delete;

CREATE TRIGGER areas_change_insert AFTER INSERT ON areas
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'areas', NEW.id, NEW.version,
        json_object(),
        NULL,
        json_object(
            'id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'kind', NEW.kind, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id, 'owner', NEW.owner,
            'model_year', NEW.model_year)
    FROM current_write;
END;

CREATE TRIGGER areas_change_update AFTER UPDATE ON areas
WHEN (OLD.id, OLD.code, OLD.name, OLD.kind, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin,
    OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id, OLD.owner, OLD.model_year)
    IS NOT (NEW.id, NEW.code, NEW.name, NEW.kind, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin,
    NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id, NEW.owner, NEW.model_year)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'areas', NEW.id, NEW.version,
        json_object(),
        json_object(
            'id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'kind', OLD.kind, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id, 'owner', OLD.owner,
            'model_year', OLD.model_year),
        json_object(
            'id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'kind', NEW.kind, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id, 'owner', NEW.owner,
            'model_year', NEW.model_year)
    FROM current_write;
END;

CREATE TRIGGER areas_change_delete AFTER DELETE ON areas
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'areas', OLD.id, OLD.version,
        json_object(),
        json_object(
            'id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'kind', OLD.kind, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id, 'owner', OLD.owner,
            'model_year', OLD.model_year),
        NULL
    FROM current_write;
END;

CREATE TRIGGER indicator_versions_change_insert AFTER INSERT ON indicator_versions
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'indicator-versions', NEW.id, NEW.version,
        json_object('indicators', NEW.indicator_id),
        NULL,
        json_object(
            'id', NEW.id, 'indicator_id', NEW.indicator_id, 'definition', NEW.definition,
            'numerator_def', NEW.numerator_def, 'denominator_def', NEW.denominator_def,
            'denominator_source', NEW.denominator_source, 'decimals', NEW.decimals,
            'official_source', NEW.official_source, 'valid_from', NEW.valid_from, 'valid_to', NEW.valid_to,
            'comparable_with_previous', NEW.comparable_with_previous, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER indicator_versions_change_update AFTER UPDATE ON indicator_versions
WHEN (OLD.id, OLD.indicator_id, OLD.definition, OLD.numerator_def, OLD.denominator_def, OLD.denominator_source,
    OLD.decimals, OLD.official_source, OLD.valid_from, OLD.valid_to, OLD.comparable_with_previous, OLD.version,
    OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref,
    OLD.import_id)
    IS NOT (NEW.id, NEW.indicator_id, NEW.definition, NEW.numerator_def, NEW.denominator_def,
    NEW.denominator_source, NEW.decimals, NEW.official_source, NEW.valid_from, NEW.valid_to,
    NEW.comparable_with_previous, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields,
    NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'indicator-versions', NEW.id, NEW.version,
        json_object('indicators', NEW.indicator_id),
        json_object(
            'id', OLD.id, 'indicator_id', OLD.indicator_id, 'definition', OLD.definition,
            'numerator_def', OLD.numerator_def, 'denominator_def', OLD.denominator_def,
            'denominator_source', OLD.denominator_source, 'decimals', OLD.decimals,
            'official_source', OLD.official_source, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to,
            'comparable_with_previous', OLD.comparable_with_previous, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'indicator_id', NEW.indicator_id, 'definition', NEW.definition,
            'numerator_def', NEW.numerator_def, 'denominator_def', NEW.denominator_def,
            'denominator_source', NEW.denominator_source, 'decimals', NEW.decimals,
            'official_source', NEW.official_source, 'valid_from', NEW.valid_from, 'valid_to', NEW.valid_to,
            'comparable_with_previous', NEW.comparable_with_previous, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER indicator_versions_change_delete AFTER DELETE ON indicator_versions
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'indicator-versions', OLD.id, OLD.version,
        json_object('indicators', OLD.indicator_id),
        json_object(
            'id', OLD.id, 'indicator_id', OLD.indicator_id, 'definition', OLD.definition,
            'numerator_def', OLD.numerator_def, 'denominator_def', OLD.denominator_def,
            'denominator_source', OLD.denominator_source, 'decimals', OLD.decimals,
            'official_source', OLD.official_source, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to,
            'comparable_with_previous', OLD.comparable_with_previous, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;

CREATE TRIGGER targets_change_insert AFTER INSERT ON targets
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'targets', NEW.id, NEW.version,
        json_object('indicator-versions', NEW.indicator_version_id),
        NULL,
        json_object(
            'id', NEW.id, 'indicator_version_id', NEW.indicator_version_id, 'period_kind', NEW.period_kind,
            'period_start', NEW.period_start, 'period_end', NEW.period_end, 'value', NEW.value,
            'tolerance_value', NEW.tolerance_value, 'tolerance_kind', NEW.tolerance_kind, 'set_by', NEW.set_by,
            'local_or_national', NEW.local_or_national, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER targets_change_update AFTER UPDATE ON targets
WHEN (OLD.id, OLD.indicator_version_id, OLD.period_kind, OLD.period_start, OLD.period_end, OLD.value,
    OLD.tolerance_value, OLD.tolerance_kind, OLD.set_by, OLD.local_or_national, OLD.version, OLD.created_at,
    OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.indicator_version_id, NEW.period_kind, NEW.period_start, NEW.period_end, NEW.value,
    NEW.tolerance_value, NEW.tolerance_kind, NEW.set_by, NEW.local_or_national, NEW.version, NEW.created_at,
    NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'targets', NEW.id, NEW.version,
        json_object('indicator-versions', NEW.indicator_version_id),
        json_object(
            'id', OLD.id, 'indicator_version_id', OLD.indicator_version_id, 'period_kind', OLD.period_kind,
            'period_start', OLD.period_start, 'period_end', OLD.period_end, 'value', OLD.value,
            'tolerance_value', OLD.tolerance_value, 'tolerance_kind', OLD.tolerance_kind, 'set_by', OLD.set_by,
            'local_or_national', OLD.local_or_national, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'indicator_version_id', NEW.indicator_version_id, 'period_kind', NEW.period_kind,
            'period_start', NEW.period_start, 'period_end', NEW.period_end, 'value', NEW.value,
            'tolerance_value', NEW.tolerance_value, 'tolerance_kind', NEW.tolerance_kind, 'set_by', NEW.set_by,
            'local_or_national', NEW.local_or_national, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER targets_change_delete AFTER DELETE ON targets
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'targets', OLD.id, OLD.version,
        json_object('indicator-versions', OLD.indicator_version_id),
        json_object(
            'id', OLD.id, 'indicator_version_id', OLD.indicator_version_id, 'period_kind', OLD.period_kind,
            'period_start', OLD.period_start, 'period_end', OLD.period_end, 'value', OLD.value,
            'tolerance_value', OLD.tolerance_value, 'tolerance_kind', OLD.tolerance_kind, 'set_by', OLD.set_by,
            'local_or_national', OLD.local_or_national, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;

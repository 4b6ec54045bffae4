-- Measures, the places they are measured in, the council's accepted values, and what papers printed.

CREATE TABLE areas (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE
        CONSTRAINT area_code CHECK (code GLOB '[a-z]*' AND code NOT GLOB '*[^a-z0-9-]*' AND length(code) <= 100),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind TEXT NOT NULL CHECK (kind IN (
        'county', 'country', 'region', 'district', 'neighbour_group', 'place', 'other')),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id)
) STRICT;

CREATE INDEX areas_by_import ON areas (import_id);

CREATE TABLE indicators (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE
        CONSTRAINT indicator_code CHECK (code GLOB '[a-z]*' AND code NOT GLOB '*[^a-z0-9-]*' AND length(code) <= 100),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    topic TEXT,
    definition TEXT,
    unit TEXT NOT NULL CHECK (unit IN (
        'count', 'percent', 'percent_change', 'rate_per_10000', 'per_month', 'weeks', 'months', 'gbp',
        'gbp_per_week', 'visits', 'index_score', 'rank', 'ratio')),
    -- Required, and without a default: nobody may guess whether more is better.
    polarity TEXT NOT NULL CHECK (polarity IN ('high_is_good', 'low_is_good', 'none', 'near_target')),
    decimals INTEGER NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6),
    official_source TEXT,
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id)
) STRICT;

CREATE INDEX indicators_by_topic ON indicators (topic);
CREATE INDEX indicators_by_import ON indicators (import_id);

CREATE TABLE observations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    indicator_id INTEGER NOT NULL REFERENCES indicators (id),
    area_id INTEGER NOT NULL REFERENCES areas (id),
    dimension TEXT CHECK (length(dimension) BETWEEN 1 AND 300),
    period_kind TEXT NOT NULL,
    period_start TEXT NOT NULL,
    period_end TEXT NOT NULL,
    -- An exact decimal as text: "34.0" stays "34.0".
    value TEXT CONSTRAINT observation_value CHECK (value NOT GLOB '*[^-0-9.]*' AND value GLOB '*[0-9]' AND value NOT GLOB '?*-*'
        AND ltrim(value, '-') GLOB '[0-9]*' AND ltrim(value, '-') NOT GLOB '0[0-9]*' AND value NOT GLOB '*.*.*'),
    numerator TEXT,
    denominator TEXT CONSTRAINT observation_denominator CHECK (CAST(denominator AS REAL) > 0),
    value_state TEXT NOT NULL CHECK (value_state IN (
        'actual', 'suppressed', 'not_available', 'not_applicable', 'rounds_to_zero', 'low_reliability',
        'not_extracted')),
    publication_state TEXT NOT NULL CHECK (publication_state IN ('provisional', 'final', 'revised')),
    revision INTEGER NOT NULL CHECK (revision >= 1),
    reason TEXT,
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    CONSTRAINT value_only_when_stated CHECK ((value IS NOT NULL) = (value_state IN ('actual', 'low_reliability'))),
    CONSTRAINT revision_needs_reason CHECK (revision = 1 OR reason IS NOT NULL),
    CONSTRAINT revised_has_number CHECK ((publication_state = 'revised') = (revision > 1)),
    CONSTRAINT period_dates CHECK (date(period_start, '+0 days') IS period_start AND date(period_end, '+0 days') IS period_end
        AND period_start <= period_end),
    CONSTRAINT period_shape CHECK (CASE period_kind
        WHEN 'month' THEN substr(period_start, 9) = '01' AND period_end = date(period_start, '+1 month', '-1 day')
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

CREATE UNIQUE INDEX observations_by_revision ON observations (
    indicator_id, area_id, period_kind, period_start, period_end, coalesce(dimension, ''), revision);
CREATE INDEX observations_by_period ON observations (period_end);
CREATE INDEX observations_by_area ON observations (area_id);
CREATE INDEX observations_by_import ON observations (import_id);

-- Revisions of one value count up without a gap.
CREATE TRIGGER observations_revision BEFORE INSERT ON observations
WHEN NEW.revision <> 1 + coalesce((SELECT max(revision) FROM observations AS other
    WHERE other.indicator_id = NEW.indicator_id AND other.area_id = NEW.area_id
        AND other.period_kind = NEW.period_kind AND other.period_start = NEW.period_start
        AND other.period_end = NEW.period_end AND coalesce(other.dimension, '') = coalesce(NEW.dimension, '')), 0)
BEGIN
    SELECT RAISE(ABORT, 'revision_gap: The next revision of a value is one more than its last.');
END;

-- The unit is the indicator's: shares lie in 0 to 100, counts are whole and not negative.
CREATE TRIGGER observations_unit_insert BEFORE INSERT ON observations
WHEN (SELECT CASE
        WHEN unit = 'percent' THEN CAST(NEW.value AS REAL) NOT BETWEEN 0 AND 100
        WHEN unit = 'rank' AND CAST(NEW.value AS REAL) < 1 THEN 1
        WHEN unit IN ('count', 'visits', 'rank')
            THEN CAST(NEW.value AS REAL) < 0 OR CAST(NEW.value AS REAL) <> CAST(NEW.value AS INTEGER)
        ELSE 0 END FROM indicators WHERE id = NEW.indicator_id)
BEGIN
    SELECT RAISE(ABORT, 'value_outside_unit: A percent lies between 0 and 100; a count is whole and not negative.');
END;
CREATE TRIGGER observations_unit_update BEFORE UPDATE OF value, indicator_id ON observations
WHEN (SELECT CASE
        WHEN unit = 'percent' THEN CAST(NEW.value AS REAL) NOT BETWEEN 0 AND 100
        WHEN unit = 'rank' AND CAST(NEW.value AS REAL) < 1 THEN 1
        WHEN unit IN ('count', 'visits', 'rank')
            THEN CAST(NEW.value AS REAL) < 0 OR CAST(NEW.value AS REAL) <> CAST(NEW.value AS INTEGER)
        ELSE 0 END FROM indicators WHERE id = NEW.indicator_id)
BEGIN
    SELECT RAISE(ABORT, 'value_outside_unit: A percent lies between 0 and 100; a count is whole and not negative.');
END;
CREATE TRIGGER indicators_unit_update BEFORE UPDATE OF unit ON indicators
WHEN OLD.unit <> NEW.unit AND EXISTS (SELECT 1 FROM observations WHERE indicator_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'unit_in_use: The unit of an indicator with observations cannot change. Make a new indicator.');
END;

-- A final or revised value is never overwritten: a change is a new revision.
CREATE TRIGGER observations_final_update BEFORE UPDATE ON observations
WHEN OLD.publication_state IN ('final', 'revised')
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: A final value cannot be changed. Post a new observation with a reason.');
END;
CREATE TRIGGER observations_final_delete BEFORE DELETE ON observations
WHEN OLD.publication_state IN ('final', 'revised')
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: A final value cannot be deleted.');
END;

CREATE TABLE figures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id INTEGER NOT NULL REFERENCES reports (id),
    indicator_id INTEGER REFERENCES indicators (id),
    area_id INTEGER REFERENCES areas (id),
    -- The certain pack page, or null; the range says where it must lie.
    page INTEGER,
    page_from INTEGER CHECK (page_from >= 1),
    page_to INTEGER,
    line INTEGER CHECK (line >= 1),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
    topic TEXT,
    dimension TEXT CHECK (length(dimension) BETWEEN 1 AND 300),
    unit TEXT NOT NULL CHECK (unit IN (
        'count', 'percent', 'percent_change', 'rate_per_10000', 'per_month', 'weeks', 'months', 'gbp',
        'gbp_per_week', 'visits', 'index_score', 'rank', 'ratio')),
    value TEXT CONSTRAINT figure_value CHECK (value NOT GLOB '*[^-0-9.]*' AND value GLOB '*[0-9]' AND value NOT GLOB '?*-*'
        AND ltrim(value, '-') GLOB '[0-9]*' AND ltrim(value, '-') NOT GLOB '0[0-9]*' AND value NOT GLOB '*.*.*'),
    value_text TEXT CHECK (length(value_text) BETWEEN 1 AND 200),
    value_state TEXT NOT NULL CHECK (value_state IN (
        'actual', 'suppressed', 'not_available', 'not_applicable', 'rounds_to_zero', 'low_reliability',
        'not_extracted')),
    approximate TEXT CHECK (approximate IN ('about', 'over', 'under')),
    period_kind TEXT,
    period_start TEXT,
    period_end TEXT,
    period_text TEXT,
    period_basis TEXT CHECK (period_basis IN ('printed', 'inferred')),
    previous_value TEXT CHECK (previous_value NOT GLOB '*[^-0-9.]*' AND previous_value GLOB '*[0-9]' AND previous_value NOT GLOB '?*-*'
        AND ltrim(previous_value, '-') GLOB '[0-9]*' AND ltrim(previous_value, '-') NOT GLOB '0[0-9]*' AND previous_value NOT GLOB '*.*.*'),
    previous_value_text TEXT,
    previous_period_kind TEXT,
    previous_period_start TEXT,
    previous_period_end TEXT,
    previous_period_text TEXT,
    previous_period_basis TEXT CHECK (previous_period_basis IN ('printed', 'inferred')),
    stated_direction TEXT,
    quote TEXT,
    flags TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(flags) AND json_type(flags) = 'array'),
    note TEXT,
    confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    CONSTRAINT figure_page_range CHECK ((page_from IS NULL) = (page_to IS NULL) AND page_from <= page_to
        AND (page IS NULL OR (page = page_from AND page = page_to))),
    CONSTRAINT figure_value_only_when_stated CHECK (
        (value IS NOT NULL) = (value_state IN ('actual', 'low_reliability'))),
    CONSTRAINT figure_value_as_printed CHECK (value IS NULL OR value_text IS NOT NULL),
    CONSTRAINT figure_value_outside_unit CHECK (CASE
        WHEN value IS NULL THEN 1
        WHEN unit = 'percent' THEN CAST(value AS REAL) BETWEEN 0 AND 100
        WHEN unit = 'rank' AND CAST(value AS REAL) < 1 THEN 0
        WHEN unit IN ('count', 'visits', 'rank')
            THEN CAST(value AS REAL) >= 0 AND CAST(value AS REAL) = CAST(value AS INTEGER)
        ELSE 1 END),
    CONSTRAINT figure_period CHECK (
        (period_kind IS NULL AND period_start IS NULL AND period_end IS NULL)
        OR (date(period_start, '+0 days') IS period_start AND date(period_end, '+0 days') IS period_end AND period_start <= period_end
            AND CASE period_kind
            WHEN 'month' THEN substr(period_start, 9) = '01' AND period_end = date(period_start, '+1 month', '-1 day')
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
            ELSE 0 END))
) STRICT;

-- What makes a printed figure that one and no other.
CREATE UNIQUE INDEX figures_as_printed ON figures (
    report_id, coalesce(page_from, 0), coalesce(line, 0), name, unit, coalesce(dimension, ''),
    coalesce(period_kind, ''), coalesce(period_start, ''), coalesce(period_end, ''), coalesce(value_text, ''));
CREATE INDEX figures_by_indicator ON figures (indicator_id, period_end);
CREATE INDEX figures_by_area ON figures (area_id);
CREATE INDEX figures_by_import ON figures (import_id);

CREATE TABLE figure_comparators (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    figure_id INTEGER NOT NULL REFERENCES figures (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    area_id INTEGER NOT NULL REFERENCES areas (id),
    value TEXT NOT NULL CHECK (value NOT GLOB '*[^-0-9.]*' AND value GLOB '*[0-9]' AND value NOT GLOB '?*-*'
        AND ltrim(value, '-') GLOB '[0-9]*' AND ltrim(value, '-') NOT GLOB '0[0-9]*' AND value NOT GLOB '*.*.*'),
    value_text TEXT NOT NULL,
    period_kind TEXT,
    period_start TEXT CHECK (date(period_start, '+0 days') IS period_start),
    period_end TEXT CHECK (date(period_end, '+0 days') IS period_end),
    period_text TEXT,
    period_basis TEXT CHECK (period_basis IN ('printed', 'inferred')),
    UNIQUE (figure_id, position)
) STRICT;

CREATE INDEX figure_comparators_by_area ON figure_comparators (area_id);

-- What was printed was printed. Only the link to an indicator may be set later.
CREATE TRIGGER figures_update BEFORE UPDATE OF
    report_id, area_id, page, page_from, page_to, line, name, topic, dimension, unit, value, value_text, value_state,
    approximate, period_kind, period_start, period_end, period_text, period_basis, previous_value,
    previous_value_text, previous_period_kind, previous_period_start, previous_period_end, previous_period_text,
    previous_period_basis, stated_direction, quote, flags, note, confidence ON figures
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: A printed figure is never changed. Only its indicator may be set.');
END;
CREATE TRIGGER figures_delete BEFORE DELETE ON figures
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: A printed figure is never deleted.');
END;
CREATE TRIGGER figure_comparators_update BEFORE UPDATE ON figure_comparators
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: A printed comparator is never changed.');
END;
CREATE TRIGGER figure_comparators_delete BEFORE DELETE ON figure_comparators
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: A printed comparator is never deleted.');
END;

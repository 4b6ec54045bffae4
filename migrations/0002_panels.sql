-- Panels, the people who sit on them, and their seats. A seat without a person is vacant.

CREATE TABLE panels (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Works wherever an id does, so it starts with a letter.
    slug TEXT NOT NULL UNIQUE
        CONSTRAINT panel_slug CHECK (slug GLOB '[a-z]*' AND slug NOT GLOB '*[^a-z0-9-]*' AND length(slug) <= 100),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind TEXT NOT NULL CHECK (kind IN ('scrutiny_panel', 'performance_board', 'task_and_finish', 'other')),
    council TEXT NOT NULL CHECK (length(council) BETWEEN 1 AND 200),
    covers_education INTEGER NOT NULL CHECK (covers_education IN (0, 1)),
    active_from TEXT CHECK (date(active_from, '+0 days') IS active_from),
    active_to TEXT CHECK (date(active_to, '+0 days') IS active_to),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    CONSTRAINT panel_active_range CHECK (active_from IS NULL OR active_to IS NULL OR active_from <= active_to)
) STRICT;

CREATE UNIQUE INDEX panels_by_active_name ON panels (name) WHERE active_to IS NULL;
CREATE INDEX panels_by_import ON panels (import_id);

CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
    sort_name TEXT NOT NULL CHECK (length(sort_name) BETWEEN 1 AND 200),
    is_executive_member INTEGER NOT NULL DEFAULT 0 CHECK (is_executive_member IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id)
) STRICT;

CREATE INDEX people_by_sort_name ON people (sort_name);
CREATE INDEX people_by_import ON people (import_id);

CREATE TABLE seats (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    panel_id INTEGER NOT NULL REFERENCES panels (id),
    position INTEGER NOT NULL CHECK (position >= 1),
    kind TEXT NOT NULL CHECK (kind IN (
        'councillor', 'church_rep_cofe', 'church_rep_rc', 'church_rep_other', 'parent_governor_rep',
        'voting_coopted', 'nonvoting_coopted')),
    person_id INTEGER REFERENCES people (id),
    political_group TEXT,
    display_title TEXT,
    -- What the seat is limited to, as printed ("for education matters").
    matters TEXT,
    is_chair INTEGER NOT NULL DEFAULT 0 CHECK (is_chair IN (0, 1)),
    is_vice_chair INTEGER NOT NULL DEFAULT 0 CHECK (is_vice_chair IN (0, 1)),
    held_from TEXT CHECK (date(held_from, '+0 days') IS held_from),
    held_to TEXT CHECK (date(held_to, '+0 days') IS held_to),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    CONSTRAINT vacant_seat_has_no_office CHECK (person_id IS NOT NULL OR (is_chair = 0 AND is_vice_chair = 0)),
    CONSTRAINT one_office_a_seat CHECK (is_chair = 0 OR is_vice_chair = 0),
    CONSTRAINT seat_held_range CHECK (held_from IS NULL OR held_to IS NULL OR held_from <= held_to)
) STRICT;

CREATE INDEX seats_by_panel ON seats (panel_id, position);
CREATE INDEX seats_by_person ON seats (person_id);
CREATE INDEX seats_by_import ON seats (import_id);
CREATE UNIQUE INDEX seats_one_current_chair ON seats (panel_id) WHERE is_chair = 1 AND held_to IS NULL;
CREATE UNIQUE INDEX seats_one_current_place ON seats (panel_id, person_id)
    WHERE person_id IS NOT NULL AND held_to IS NULL;
CREATE UNIQUE INDEX seats_by_source ON seats (panel_id, source_system, source_ref) WHERE source_ref IS NOT NULL;

-- Church and parent governor representatives sit only where the panel covers education
-- (Local Government Act 2000, Schedule A1, paragraphs 7 and 8).
CREATE TRIGGER seats_education_insert BEFORE INSERT ON seats
WHEN (NEW.kind LIKE 'church_rep%' OR NEW.kind = 'parent_governor_rep')
    AND (SELECT covers_education FROM panels WHERE id = NEW.panel_id) = 0
BEGIN
    SELECT RAISE(ABORT, 'seat_needs_education: Only a panel that covers education has church or parent governor seats.');
END;
CREATE TRIGGER seats_education_update BEFORE UPDATE OF kind, panel_id ON seats
WHEN (NEW.kind LIKE 'church_rep%' OR NEW.kind = 'parent_governor_rep')
    AND (SELECT covers_education FROM panels WHERE id = NEW.panel_id) = 0
BEGIN
    SELECT RAISE(ABORT, 'seat_needs_education: Only a panel that covers education has church or parent governor seats.');
END;
CREATE TRIGGER panels_education_update BEFORE UPDATE OF covers_education ON panels
WHEN NEW.covers_education = 0 AND EXISTS (
    SELECT 1 FROM seats WHERE panel_id = NEW.id AND (kind LIKE 'church_rep%' OR kind = 'parent_governor_rep'))
BEGIN
    SELECT RAISE(ABORT, 'seat_needs_education: The panel has church or parent governor seats, so it covers education.');
END;

-- An executive member cannot sit on a scrutiny panel (Local Government Act 2000, section 9FA).
CREATE TRIGGER seats_executive_insert BEFORE INSERT ON seats
WHEN NEW.held_to IS NULL AND (SELECT is_executive_member FROM people WHERE id = NEW.person_id) = 1
BEGIN
    SELECT RAISE(ABORT, 'executive_member_in_seat: A member of the executive cannot hold a seat on a scrutiny panel.');
END;
CREATE TRIGGER seats_executive_update BEFORE UPDATE OF person_id, held_to ON seats
WHEN NEW.held_to IS NULL AND (SELECT is_executive_member FROM people WHERE id = NEW.person_id) = 1
BEGIN
    SELECT RAISE(ABORT, 'executive_member_in_seat: A member of the executive cannot hold a seat on a scrutiny panel.');
END;
CREATE TRIGGER people_executive_update BEFORE UPDATE OF is_executive_member ON people
WHEN NEW.is_executive_member = 1 AND EXISTS (SELECT 1 FROM seats WHERE person_id = NEW.id AND held_to IS NULL)
BEGIN
    SELECT RAISE(ABORT, 'executive_member_in_seat: End the person''s seats on scrutiny panels first.');
END;

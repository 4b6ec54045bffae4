-- Meetings and their business. State machines are data here, held against the ones in the program by a test.

CREATE TABLE state_transitions (
    machine TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    needs_reason INTEGER NOT NULL CHECK (needs_reason IN (0, 1)),
    PRIMARY KEY (machine, from_state, to_state)
) STRICT, WITHOUT ROWID;

INSERT INTO state_transitions (machine, from_state, to_state, needs_reason) VALUES
    ('meeting', 'planned', 'published', 0),
    ('meeting', 'planned', 'cancelled', 1),
    ('meeting', 'planned', 'postponed', 1),
    ('meeting', 'published', 'held', 0),
    ('meeting', 'published', 'cancelled', 1),
    ('meeting', 'published', 'postponed', 1),
    ('meeting', 'published', 'abandoned_inquorate', 0),
    ('meeting', 'held', 'adjourned', 0),
    ('meeting', 'adjourned', 'held', 0),
    ('meeting', 'held', 'closed', 0);

CREATE TABLE meetings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    panel_id INTEGER NOT NULL REFERENCES panels (id),
    -- The same moment three ways: UTC to order by, London as shown, the London day to filter by.
    starts_at TEXT NOT NULL CHECK (length(starts_at) = 20 AND starts_at GLOB '*Z'),
    starts_at_local TEXT NOT NULL CHECK (length(starts_at_local) = 25),
    starts_on TEXT NOT NULL CHECK (date(starts_on, '+0 days') IS starts_on AND starts_on = substr(starts_at_local, 1, 10)),
    venue TEXT,
    mode TEXT NOT NULL CHECK (mode IN ('in_person', 'hybrid', 'remote')),
    kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'extraordinary', 'joint')),
    state TEXT NOT NULL CHECK (state IN (
        'planned', 'published', 'held', 'adjourned', 'closed', 'cancelled', 'postponed', 'abandoned_inquorate')),
    state_reason TEXT,
    agenda_published_on TEXT CHECK (date(agenda_published_on, '+0 days') IS agenda_published_on),
    participation_deadline TEXT CHECK (length(participation_deadline) = 25),
    webcast_url TEXT,
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    UNIQUE (panel_id, starts_at)
) STRICT;

CREATE INDEX meetings_by_start ON meetings (starts_at);
CREATE INDEX meetings_by_state ON meetings (state, starts_at);
CREATE INDEX meetings_by_import ON meetings (import_id);

CREATE TRIGGER meetings_state BEFORE UPDATE OF state ON meetings
WHEN OLD.state IS NOT NEW.state AND NOT EXISTS (
    SELECT 1 FROM state_transitions WHERE machine = 'meeting' AND from_state = OLD.state AND to_state = NEW.state)
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: The meeting cannot go to that state from the one it is in.');
END;

CREATE TABLE agenda_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    -- Text, as printed: "5", "4(ii)", "33A".
    printed_number TEXT NOT NULL CHECK (length(printed_number) BETWEEN 1 AND 20),
    position INTEGER NOT NULL CHECK (position >= 1),
    taken_position INTEGER CHECK (taken_position >= 1),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
    instruction TEXT,
    page_from INTEGER CHECK (page_from >= 1),
    page_to INTEGER,
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    UNIQUE (meeting_id, position),
    UNIQUE (meeting_id, taken_position),
    UNIQUE (meeting_id, printed_number),
    UNIQUE (id, meeting_id),
    CONSTRAINT item_page_range CHECK ((page_from IS NULL) = (page_to IS NULL) AND page_from <= page_to)
) STRICT;

CREATE INDEX agenda_items_by_import ON agenda_items (import_id);

-- Page ranges in one pack do not overlap.
CREATE TRIGGER agenda_items_pages_insert BEFORE INSERT ON agenda_items
WHEN EXISTS (SELECT 1 FROM agenda_items AS other WHERE other.meeting_id = NEW.meeting_id
    AND other.page_from <= NEW.page_to AND other.page_to >= NEW.page_from)
BEGIN
    SELECT RAISE(ABORT, 'item_pages_overlap: Two agenda items of one pack cannot share a page.');
END;
CREATE TRIGGER agenda_items_pages_update BEFORE UPDATE OF page_from, page_to, meeting_id ON agenda_items
WHEN EXISTS (SELECT 1 FROM agenda_items AS other WHERE other.meeting_id = NEW.meeting_id AND other.id <> NEW.id
    AND other.page_from <= NEW.page_to AND other.page_to >= NEW.page_from)
BEGIN
    SELECT RAISE(ABORT, 'item_pages_overlap: Two agenda items of one pack cannot share a page.');
END;

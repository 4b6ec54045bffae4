-- Actions and commitments, with the append-only history of their states.

INSERT INTO state_transitions (machine, from_state, to_state, needs_reason) VALUES
    ('action', 'proposed', 'open', 0),
    ('action', 'proposed', 'dismissed', 0),
    ('action', 'open', 'in_progress', 0),
    ('action', 'open', 'cancelled', 1),
    ('action', 'open', 'superseded', 1),
    ('action', 'open', 'transferred', 1),
    ('action', 'in_progress', 'reported_done', 0),
    ('action', 'in_progress', 'cancelled', 1),
    ('action', 'in_progress', 'superseded', 1),
    ('action', 'in_progress', 'transferred', 1),
    ('action', 'reported_done', 'closed', 0),
    ('action', 'reported_done', 'open', 0),
    ('action', 'reported_done', 'cancelled', 1),
    ('action', 'reported_done', 'superseded', 1),
    ('action', 'reported_done', 'transferred', 1),
    ('action', 'closed', 'open', 1);

CREATE TABLE actions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    panel_id INTEGER NOT NULL REFERENCES panels (id),
    meeting_id INTEGER REFERENCES meetings (id),
    agenda_item_id INTEGER,
    report_id INTEGER REFERENCES reports (id),
    minute_number TEXT,
    kind TEXT NOT NULL CHECK (kind IN (
        'information_request', 'officer_action', 'report_back', 'letter', 'visit', 'work_programme_addition',
        'data_request', 'panel_ask', 'commitment')),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
    owner_role TEXT CHECK (length(owner_role) BETWEEN 1 AND 200),
    due_kind TEXT CHECK (due_kind IN ('date', 'next_meeting', 'named_meeting', 'none')),
    due_on TEXT CHECK (date(due_on, '+0 days') IS due_on),
    due_text TEXT,
    state TEXT NOT NULL CHECK (state IN (
        'proposed', 'open', 'in_progress', 'reported_done', 'closed', 'dismissed', 'cancelled', 'superseded',
        'transferred')),
    state_reason TEXT,
    page INTEGER,
    page_from INTEGER CHECK (page_from >= 1),
    page_to INTEGER,
    line INTEGER CHECK (line >= 1),
    quote TEXT,
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    FOREIGN KEY (agenda_item_id, meeting_id) REFERENCES agenda_items (id, meeting_id),
    CONSTRAINT action_page_range CHECK ((page_from IS NULL) = (page_to IS NULL) AND page_from <= page_to
        AND (page IS NULL OR (page = page_from AND page = page_to))),
    CONSTRAINT item_needs_meeting CHECK (agenda_item_id IS NULL OR meeting_id IS NOT NULL),
    CONSTRAINT open_action_needs_owner CHECK (
        state IN ('proposed', 'dismissed') OR (owner_role IS NOT NULL AND due_kind IS NOT NULL)),
    CONSTRAINT due_date_missing CHECK (due_kind IS NOT 'date' OR due_on IS NOT NULL),
    CONSTRAINT due_kind_mismatch CHECK (due_on IS NULL OR due_kind IS 'date' OR due_kind IS 'named_meeting')
) STRICT;

CREATE INDEX actions_by_panel ON actions (panel_id, due_on);
CREATE INDEX actions_by_meeting ON actions (meeting_id);
CREATE INDEX actions_by_item ON actions (agenda_item_id, meeting_id);
CREATE INDEX actions_by_report ON actions (report_id);
CREATE INDEX actions_by_due ON actions (due_on);
CREATE INDEX actions_by_state ON actions (state, due_on);
CREATE INDEX actions_by_import ON actions (import_id);
-- A reference names an action within the pack of its meeting; the next pack may use it again.
CREATE UNIQUE INDEX actions_by_source ON actions (meeting_id, source_ref) WHERE source_ref IS NOT NULL;

CREATE TRIGGER actions_state BEFORE UPDATE OF state ON actions
WHEN OLD.state IS NOT NEW.state AND NOT EXISTS (
    SELECT 1 FROM state_transitions WHERE machine = 'action' AND from_state = OLD.state AND to_state = NEW.state)
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: The action cannot go to that state from the one it is in.');
END;

CREATE TABLE action_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    action_id INTEGER NOT NULL REFERENCES actions (id),
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    note TEXT,
    actor TEXT NOT NULL,
    occurred_at TEXT NOT NULL
) STRICT;

CREATE INDEX action_events_by_action ON action_events (action_id);

CREATE TRIGGER action_events_update BEFORE UPDATE ON action_events
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: The history of an action is never changed.');
END;
CREATE TRIGGER action_events_delete BEFORE DELETE ON action_events
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: The history of an action is never deleted.');
END;

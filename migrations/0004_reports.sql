-- Papers of every kind with their text by page, and their glossaries.

INSERT INTO state_transitions (machine, from_state, to_state, needs_reason) VALUES
    ('report', 'to_follow', 'received', 0),
    ('report', 'to_follow', 'cancelled', 1),
    ('report', 'received', 'published', 0),
    ('report', 'published', 'superseded', 0),
    ('report', 'published', 'withdrawn', 0);

CREATE TABLE reports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    agenda_item_id INTEGER,
    -- The covering report of an appendix.
    parent_id INTEGER REFERENCES reports (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'agenda_front_sheet', 'report', 'appendix', 'minutes', 'supplement', 'presentation', 'letter', 'recording')),
    label TEXT,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
    author_role TEXT,
    state TEXT NOT NULL CHECK (state IN (
        'to_follow', 'received', 'published', 'superseded', 'withdrawn', 'cancelled')),
    state_reason TEXT,
    expected_on TEXT CHECK (date(expected_on, '+0 days') IS expected_on),
    published_at TEXT,
    page_from INTEGER CHECK (page_from >= 1),
    page_to INTEGER,
    background_papers TEXT NOT NULL CHECK (background_papers IN ('listed', 'none', 'not_stated')),
    licence TEXT NOT NULL CHECK (licence IN ('OGL-3.0', 'crown_ogl', 'third_party', 'unknown')),
    access TEXT NOT NULL CHECK (access IN ('public', 'exempt', 'confidential')),
    exempt_paragraphs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(exempt_paragraphs) AND json_type(exempt_paragraphs) = 'array'),
    public_interest_statement TEXT,
    confidential_reason TEXT,
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    FOREIGN KEY (agenda_item_id, meeting_id) REFERENCES agenda_items (id, meeting_id),
    CONSTRAINT report_page_range CHECK ((page_from IS NULL) = (page_to IS NULL) AND page_from <= page_to),
    -- Local Government Act 1972, section 100A and Schedule 12A.
    CONSTRAINT exempt_reason_missing CHECK (
        access <> 'exempt' OR (json_array_length(exempt_paragraphs) >= 1 AND public_interest_statement IS NOT NULL)),
    CONSTRAINT exempt_reason_without_exemption CHECK (
        access = 'exempt' OR (json_array_length(exempt_paragraphs) = 0 AND public_interest_statement IS NULL)),
    CONSTRAINT confidential_reason_missing CHECK ((access = 'confidential') = (confidential_reason IS NOT NULL))
) STRICT;

CREATE INDEX reports_by_meeting ON reports (meeting_id);
CREATE INDEX reports_by_item ON reports (agenda_item_id, meeting_id);
CREATE INDEX reports_by_parent ON reports (parent_id);
CREATE INDEX reports_by_state ON reports (state);
CREATE INDEX reports_by_import ON reports (import_id);
CREATE UNIQUE INDEX reports_by_source ON reports (meeting_id, source_ref) WHERE source_ref IS NOT NULL;

CREATE TRIGGER reports_exempt_insert BEFORE INSERT ON reports
WHEN EXISTS (SELECT 1 FROM json_each(NEW.exempt_paragraphs) WHERE type <> 'integer' OR value NOT BETWEEN 1 AND 7)
BEGIN
    SELECT RAISE(ABORT, 'exempt_paragraph_unknown: Paragraphs of Schedule 12A run from 1 to 7.');
END;
CREATE TRIGGER reports_exempt_update BEFORE UPDATE OF exempt_paragraphs ON reports
WHEN EXISTS (SELECT 1 FROM json_each(NEW.exempt_paragraphs) WHERE type <> 'integer' OR value NOT BETWEEN 1 AND 7)
BEGIN
    SELECT RAISE(ABORT, 'exempt_paragraph_unknown: Paragraphs of Schedule 12A run from 1 to 7.');
END;
CREATE TRIGGER reports_state BEFORE UPDATE OF state ON reports
WHEN OLD.state IS NOT NEW.state AND NOT EXISTS (
    SELECT 1 FROM state_transitions WHERE machine = 'report' AND from_state = OLD.state AND to_state = NEW.state)
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: The report cannot go to that state from the one it is in.');
END;

-- A published paper is frozen: it can only be superseded or withdrawn as a whole.
CREATE TRIGGER reports_published_update BEFORE UPDATE OF
    meeting_id, agenda_item_id, parent_id, kind, label, title, author_role, expected_on, published_at, page_from,
    page_to, background_papers, licence, access, exempt_paragraphs, public_interest_statement,
    confidential_reason ON reports
WHEN OLD.state IN ('published', 'superseded', 'withdrawn')
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: A published report cannot be changed. Supersede or withdraw it.');
END;
CREATE TRIGGER reports_published_delete BEFORE DELETE ON reports
WHEN OLD.state IN ('published', 'superseded', 'withdrawn')
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: A published report cannot be deleted. Supersede or withdraw it.');
END;

CREATE TABLE report_pages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id INTEGER NOT NULL REFERENCES reports (id),
    -- Pages of the pack. Two different numbers are the range in which the text must lie.
    page_from INTEGER CHECK (page_from >= 1),
    page_to INTEGER,
    -- The report's own page number, where it prints one.
    document_page INTEGER CHECK (document_page >= 1),
    line INTEGER CHECK (line >= 1),
    -- full: the words of the page; summary: what it says in other words; lost: what was announced and is gone.
    text_kind TEXT NOT NULL CHECK (text_kind IN ('full', 'summary', 'lost')),
    text TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    CONSTRAINT page_text_range CHECK ((page_from IS NULL) = (page_to IS NULL) AND page_from <= page_to)
) STRICT;

CREATE UNIQUE INDEX report_pages_by_page ON report_pages (
    report_id, coalesce(page_from, 0), coalesce(page_to, 0), text_kind, coalesce(line, 0));
CREATE INDEX report_pages_by_import ON report_pages (import_id);

CREATE TRIGGER report_pages_published_insert BEFORE INSERT ON report_pages
WHEN (SELECT state FROM reports WHERE id = NEW.report_id) IN ('published', 'superseded', 'withdrawn')
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: The text of a published report cannot be changed.');
END;
CREATE TRIGGER report_pages_published_update BEFORE UPDATE ON report_pages
WHEN EXISTS (SELECT 1 FROM reports
    WHERE id IN (OLD.report_id, NEW.report_id) AND state IN ('published', 'superseded', 'withdrawn'))
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: The text of a published report cannot be changed.');
END;
CREATE TRIGGER report_pages_published_delete BEFORE DELETE ON report_pages
WHEN (SELECT state FROM reports WHERE id = OLD.report_id) IN ('published', 'superseded', 'withdrawn')
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: The text of a published report cannot be deleted.');
END;

CREATE TABLE terms (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id INTEGER NOT NULL REFERENCES reports (id),
    -- As printed, odd letters and all; folded_term is the key that finds it.
    term TEXT NOT NULL CHECK (length(term) BETWEEN 1 AND 200),
    folded_term TEXT NOT NULL CHECK (length(folded_term) BETWEEN 1 AND 200),
    has_look_alikes INTEGER NOT NULL CHECK (has_look_alikes IN (0, 1)),
    meaning TEXT NOT NULL CHECK (length(meaning) BETWEEN 1 AND 1000),
    page INTEGER CHECK (page >= 1),
    line INTEGER CHECK (line >= 1),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    UNIQUE (report_id, term)
) STRICT;

CREATE INDEX terms_by_folded_term ON terms (folded_term);
CREATE INDEX terms_by_import ON terms (import_id);

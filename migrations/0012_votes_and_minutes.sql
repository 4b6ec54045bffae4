-- Who may vote on what, how each voted, and the minutes that say so. What is new in older tables is null where it was
-- never said; it stands at the end of their entries in the change log.

-- Whether somebody may stand in for a member; null where the panel's rule is not known.
ALTER TABLE panels ADD COLUMN substitutes_allowed INTEGER CHECK (substitutes_allowed IN (0, 1));
-- The panel that took over from this one and confirms its last minutes.
ALTER TABLE panels ADD COLUMN successor_id INTEGER REFERENCES panels (id)
    CONSTRAINT panel_succeeds_itself CHECK (successor_id <> id);
CREATE INDEX panels_by_successor ON panels (successor_id);

-- What the meeting was told of party whips as a whole; null is not stated, which is not none.
ALTER TABLE meetings ADD COLUMN whip_answer TEXT CHECK (whip_answer IN ('none_declared', 'declared'));

-- Whether the item is a question of education functions, and the post that decided so; null while nobody has.
ALTER TABLE agenda_items ADD COLUMN education_matter INTEGER CHECK (education_matter IN (0, 1));
ALTER TABLE agenda_items ADD COLUMN education_decided_by TEXT
    CHECK (length(education_decided_by) BETWEEN 1 AND 200)
    CONSTRAINT education_needs_decider CHECK ((education_matter IS NULL) = (education_decided_by IS NULL));

-- A substitute only where the panel's rule allows one. The rule of today does not judge what was entered before.
CREATE TRIGGER attendance_substitution_insert BEFORE INSERT ON attendance
WHEN NEW.role = 'substitute' AND NEW.origin = 'officer' AND (SELECT panels.substitutes_allowed FROM meetings
    JOIN panels ON panels.id = meetings.panel_id WHERE meetings.id = NEW.meeting_id) = 0
BEGIN
    SELECT RAISE(ABORT, 'substitute_not_allowed: The panel''s rule allows no substitutes. Record an other_member.');
END;
CREATE TRIGGER attendance_substitution_update BEFORE UPDATE OF role, meeting_id, substitute_for_id ON attendance
WHEN NEW.role = 'substitute' AND NEW.origin = 'officer'
    AND (NEW.role, NEW.meeting_id, NEW.substitute_for_id) IS NOT (OLD.role, OLD.meeting_id, OLD.substitute_for_id)
    AND (SELECT panels.substitutes_allowed FROM meetings
        JOIN panels ON panels.id = meetings.panel_id WHERE meetings.id = NEW.meeting_id) = 0
BEGIN
    SELECT RAISE(ABORT, 'substitute_not_allowed: The panel''s rule allows no substitutes. Record an other_member.');
END;

-- A meeting at which no whip was declared has no declaration of one.
CREATE TRIGGER declarations_whip_insert BEFORE INSERT ON declarations
WHEN NEW.kind = 'whip' AND (SELECT whip_answer FROM meetings WHERE id = NEW.meeting_id) = 'none_declared'
BEGIN
    SELECT RAISE(ABORT, 'whip_answer_conflict: The meeting says that no whip was declared. Mend its whipAnswer first.');
END;
CREATE TRIGGER declarations_whip_update BEFORE UPDATE OF kind, meeting_id ON declarations
WHEN NEW.kind = 'whip' AND (SELECT whip_answer FROM meetings WHERE id = NEW.meeting_id) = 'none_declared'
BEGIN
    SELECT RAISE(ABORT, 'whip_answer_conflict: The meeting says that no whip was declared. Mend its whipAnswer first.');
END;
CREATE TRIGGER meetings_whip_update BEFORE UPDATE OF whip_answer ON meetings
WHEN NEW.whip_answer = 'none_declared' AND EXISTS (
    SELECT 1 FROM declarations WHERE meeting_id = OLD.id AND kind = 'whip')
BEGIN
    SELECT RAISE(ABORT, 'whip_answer_conflict: A whip was declared at the meeting. Remove the declaration first.');
END;

-- When members who attend from afar are present and vote: 4 April 2020 to 6 May 2021 (SI 2020/392; [2021] EWHC 1093).
CREATE TABLE remote_attendance_windows (
    first_day TEXT PRIMARY KEY CHECK (date(first_day, '+0 days') IS first_day),
    last_day TEXT NOT NULL CHECK (date(last_day, '+0 days') IS last_day AND last_day >= first_day)
) STRICT, WITHOUT ROWID;
INSERT INTO remote_attendance_windows VALUES ('2020-04-04', '2021-05-06');

-- Those who were there from afar when that did not count.
CREATE VIEW remote_observers AS
SELECT attendance.id AS attendance_id
FROM attendance JOIN meetings ON meetings.id = attendance.meeting_id
WHERE coalesce(attendance.mode, meetings.mode) = 'remote' AND NOT EXISTS (
    SELECT 1 FROM remote_attendance_windows WHERE meetings.starts_on BETWEEN first_day AND last_day);

DROP VIEW meeting_voters;
-- How many could have voted at most, for meetings whose attendance is recorded.
CREATE VIEW meeting_voters AS
SELECT attendance.meeting_id AS meeting_id, count(DISTINCT attendance.person_id) AS count
FROM attendance LEFT JOIN seats ON seats.id = attendance.seat_id
WHERE attendance.status = 'present' AND attendance.role IN ('member', 'substitute', 'coopted')
    AND seats.kind IS NOT 'nonvoting_coopted'
    AND NOT EXISTS (SELECT 1 FROM remote_observers WHERE attendance_id = attendance.id)
GROUP BY attendance.meeting_id;

-- For each item and each line of attendance at its meeting, whether that line lets the person vote, or why not. A seat
-- that the line does not name is the one that the member, or the member replaced, held on the panel that day.
-- rank: 0 a witness on the very item, who votes on it in no other part; 1 yes; 2 not known; 3 no.
CREATE VIEW voting_parts AS
SELECT item_id, person_id, reason, CASE
    WHEN reason = 'role' THEN iif(role = 'witness' AND status = 'present' AND is_there, 0, 3)
    WHEN reason = 'yes' THEN 1
    WHEN reason IN ('attendance_unknown', 'seat_unknown', 'education_undecided') THEN 2
    ELSE 3 END AS rank
FROM (SELECT item_id, person_id, role, status, is_there, CASE
    WHEN role NOT IN ('member', 'substitute', 'coopted') THEN 'role'
    WHEN status = 'not_recorded' THEN 'attendance_unknown'
    WHEN status <> 'present' OR NOT is_there THEN 'absent'
    WHEN is_observer THEN 'remote'
    WHEN seat_kind = 'nonvoting_coopted' THEN 'nonvoting'
    WHEN seat_kind LIKE 'church_rep%' OR seat_kind = 'parent_governor_rep' THEN
        CASE education_matter WHEN 1 THEN 'yes' WHEN 0 THEN 'not_education' ELSE 'education_undecided' END
    WHEN seat_kind IS NULL AND role = 'coopted' THEN 'seat_unknown'
    ELSE 'yes' END AS reason
FROM (SELECT item.id AS item_id, item.education_matter, attendance.person_id, attendance.role, attendance.status,
    attendance.id IN (SELECT attendance_id FROM remote_observers WHERE attendance_id = attendance.id) AS is_observer,
    -- Items were taken in the order of taken_position where that is known.
    coalesce(iif(item.taken_position IS NULL OR first.taken_position IS NULL,
        first.position <= item.position, first.taken_position <= item.taken_position), 1)
        AND coalesce(iif(item.taken_position IS NULL OR last.taken_position IS NULL,
            last.position >= item.position, last.taken_position >= item.taken_position), 1) AS is_there,
    (SELECT kind FROM seats WHERE id = coalesce(attendance.seat_id, (
        SELECT held.id FROM seats AS held WHERE held.panel_id = meeting.panel_id
            AND held.person_id = coalesce(attendance.substitute_for_id, attendance.person_id)
            AND coalesce(held.held_from, '') <= meeting.starts_on AND coalesce(held.held_to, '9') >= meeting.starts_on
        ORDER BY held.id DESC LIMIT 1))) AS seat_kind
FROM agenda_items AS item JOIN meetings AS meeting ON meeting.id = item.meeting_id
JOIN attendance ON attendance.meeting_id = item.meeting_id
LEFT JOIN agenda_items AS first ON first.id = attendance.item_from_id
LEFT JOIN agenda_items AS last ON last.id = attendance.item_to_id));

-- Whether a person may vote on an item (Local Government Act 2000, Schedule A1, paragraphs 7 and 8), and why not.
CREATE VIEW may_vote AS
SELECT agenda_item_id, person_id, reason, CASE
    WHEN reason = 'yes' THEN 'yes'
    WHEN reason IN ('attendance_unknown', 'seat_unknown', 'education_undecided') THEN 'undetermined'
    ELSE 'no' END AS may_vote
FROM (SELECT item.id AS agenda_item_id, person.id AS person_id, coalesce(
    (SELECT part.reason FROM voting_parts AS part WHERE part.item_id = item.id AND part.person_id = person.id
        ORDER BY part.rank LIMIT 1), 'attendance_unknown') AS reason
FROM agenda_items AS item JOIN people AS person);

CREATE TABLE named_votes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    decision_id INTEGER NOT NULL REFERENCES decisions (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    vote TEXT NOT NULL CHECK (vote IN ('for', 'against', 'abstain')),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    UNIQUE (decision_id, person_id)
) STRICT;

CREATE INDEX named_votes_by_person ON named_votes (person_id);
CREATE INDEX named_votes_by_import ON named_votes (import_id);

-- An officer records only votes that were allowed. Old minutes may hold others; they are kept as they are.
CREATE TRIGGER named_votes_allowed_insert BEFORE INSERT ON named_votes WHEN NEW.origin = 'officer'
BEGIN
    SELECT CASE (SELECT reason FROM may_vote WHERE person_id = NEW.person_id AND agenda_item_id = (
            SELECT agenda_item_id FROM decisions WHERE id = NEW.decision_id))
        WHEN 'role' THEN RAISE(ABORT, 'vote_not_allowed: Only members of the panel vote, and no witness on the item.')
        WHEN 'absent' THEN RAISE(ABORT, 'vote_not_allowed: The person was not present for the item.')
        WHEN 'remote' THEN RAISE(ABORT,
            'vote_not_allowed: Who attends from afar does not vote on the day of this meeting.')
        WHEN 'nonvoting' THEN RAISE(ABORT, 'vote_not_allowed: The person holds a co-opted seat without a vote.')
        WHEN 'not_education' THEN RAISE(ABORT, 'vote_not_allowed: A church or parent governor representative may vote only on education matters; the item is marked as none.')
        WHEN 'attendance_unknown' THEN RAISE(ABORT,
            'vote_undetermined: Nobody has recorded whether the person was present. Record the attendance first.')
        WHEN 'seat_unknown' THEN RAISE(ABORT,
            'vote_undetermined: Nobody has said in which seat the co-opted member sits. Record the seat first.')
        WHEN 'education_undecided' THEN RAISE(ABORT,
            'vote_undetermined: Nobody has decided whether the item is an education matter.')
        END;
END;
CREATE TRIGGER named_votes_allowed_update BEFORE UPDATE OF decision_id, person_id, origin ON named_votes
WHEN NEW.origin = 'officer'
BEGIN
    SELECT CASE (SELECT reason FROM may_vote WHERE person_id = NEW.person_id AND agenda_item_id = (
            SELECT agenda_item_id FROM decisions WHERE id = NEW.decision_id))
        WHEN 'role' THEN RAISE(ABORT, 'vote_not_allowed: Only members of the panel vote, and no witness on the item.')
        WHEN 'absent' THEN RAISE(ABORT, 'vote_not_allowed: The person was not present for the item.')
        WHEN 'remote' THEN RAISE(ABORT,
            'vote_not_allowed: Who attends from afar does not vote on the day of this meeting.')
        WHEN 'nonvoting' THEN RAISE(ABORT, 'vote_not_allowed: The person holds a co-opted seat without a vote.')
        WHEN 'not_education' THEN RAISE(ABORT, 'vote_not_allowed: A church or parent governor representative may vote only on education matters; the item is marked as none.')
        WHEN 'attendance_unknown' THEN RAISE(ABORT,
            'vote_undetermined: Nobody has recorded whether the person was present. Record the attendance first.')
        WHEN 'seat_unknown' THEN RAISE(ABORT,
            'vote_undetermined: Nobody has said in which seat the co-opted member sits. Record the seat first.')
        WHEN 'education_undecided' THEN RAISE(ABORT,
            'vote_undetermined: Nobody has decided whether the item is an education matter.')
        END;
END;

-- What an officer recorded and would not be allowed to.
CREATE VIEW barred_votes AS
SELECT vote.id AS named_vote_id, decision.meeting_id, decision.id AS decision_id, meeting.panel_id
FROM meetings AS meeting JOIN decisions AS decision ON decision.meeting_id = meeting.id
JOIN named_votes AS vote ON vote.decision_id = decision.id
WHERE vote.origin = 'officer' AND (SELECT reason FROM may_vote
    WHERE agenda_item_id = decision.agenda_item_id AND person_id = vote.person_id) <> 'yes';

-- So nothing that a recorded vote rests on changes under it.
CREATE TRIGGER attendance_named_votes_insert AFTER INSERT ON attendance
WHEN EXISTS (SELECT 1 FROM barred_votes WHERE meeting_id = NEW.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'vote_recorded: A vote was recorded that would not be allowed then. Remove the vote first.');
END;
CREATE TRIGGER attendance_named_votes_update AFTER UPDATE OF
    meeting_id, person_id, seat_id, role, status, mode, substitute_for_id, item_from_id, item_to_id ON attendance
WHEN EXISTS (SELECT 1 FROM barred_votes WHERE meeting_id IN (OLD.meeting_id, NEW.meeting_id))
BEGIN
    SELECT RAISE(ABORT, 'vote_recorded: A vote was recorded that would not be allowed then. Remove the vote first.');
END;
CREATE TRIGGER attendance_named_votes_delete AFTER DELETE ON attendance
WHEN EXISTS (SELECT 1 FROM barred_votes WHERE meeting_id = OLD.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'vote_recorded: A vote was recorded that would not be allowed then. Remove the vote first.');
END;
CREATE TRIGGER agenda_items_named_votes_update AFTER UPDATE OF
    meeting_id, position, taken_position, education_matter ON agenda_items
WHEN EXISTS (SELECT 1 FROM barred_votes WHERE meeting_id IN (OLD.meeting_id, NEW.meeting_id))
BEGIN
    SELECT RAISE(ABORT, 'vote_recorded: A vote was recorded that would not be allowed then. Remove the vote first.');
END;
CREATE TRIGGER decisions_named_votes_update AFTER UPDATE OF meeting_id, agenda_item_id ON decisions
WHEN EXISTS (SELECT 1 FROM barred_votes WHERE decision_id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'vote_recorded: A vote was recorded that would not be allowed then. Remove the vote first.');
END;
CREATE TRIGGER meetings_named_votes_update AFTER UPDATE OF panel_id, mode, starts_on ON meetings
WHEN EXISTS (SELECT 1 FROM barred_votes WHERE meeting_id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'vote_recorded: A vote was recorded that would not be allowed then. Remove the vote first.');
END;
CREATE TRIGGER seats_named_votes_insert AFTER INSERT ON seats
WHEN EXISTS (SELECT 1 FROM barred_votes WHERE panel_id = NEW.panel_id)
BEGIN
    SELECT RAISE(ABORT, 'vote_recorded: A vote was recorded that would not be allowed then. Remove the vote first.');
END;
CREATE TRIGGER seats_named_votes_update AFTER UPDATE OF kind, person_id, panel_id, held_from, held_to ON seats
WHEN EXISTS (SELECT 1 FROM barred_votes WHERE panel_id IN (OLD.panel_id, NEW.panel_id))
BEGIN
    SELECT RAISE(ABORT, 'vote_recorded: A vote was recorded that would not be allowed then. Remove the vote first.');
END;
CREATE TRIGGER seats_named_votes_delete AFTER DELETE ON seats
WHEN EXISTS (SELECT 1 FROM barred_votes WHERE panel_id = OLD.panel_id)
BEGIN
    SELECT RAISE(ABORT, 'vote_recorded: A vote was recorded that would not be allowed then. Remove the vote first.');
END;

-- A partial list of names is legal (SI 1993/202, Schedule 2, paragraph 1); more names than votes are not.
CREATE VIEW excess_named_votes AS
SELECT decision.id AS decision_id FROM decisions AS decision
WHERE (SELECT count(*) FROM named_votes WHERE decision_id = decision.id AND vote = 'for') > decision.votes_for
    OR (SELECT count(*) FROM named_votes WHERE decision_id = decision.id AND vote = 'against') > decision.votes_against
    OR (SELECT count(*) FROM named_votes WHERE decision_id = decision.id AND vote = 'abstain') > decision.votes_abstain;
CREATE TRIGGER named_votes_counted_insert AFTER INSERT ON named_votes
WHEN EXISTS (SELECT 1 FROM excess_named_votes WHERE decision_id = NEW.decision_id)
BEGIN
    SELECT RAISE(ABORT, 'named_votes_exceed_counted: There are more named votes of a kind than were counted.');
END;
CREATE TRIGGER named_votes_counted_update AFTER UPDATE OF decision_id, vote ON named_votes
WHEN EXISTS (SELECT 1 FROM excess_named_votes WHERE decision_id = NEW.decision_id)
BEGIN
    SELECT RAISE(ABORT, 'named_votes_exceed_counted: There are more named votes of a kind than were counted.');
END;
CREATE TRIGGER decisions_counted_update AFTER UPDATE OF votes_for, votes_against, votes_abstain ON decisions
WHEN EXISTS (SELECT 1 FROM excess_named_votes WHERE decision_id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'named_votes_exceed_counted: There are more named votes of a kind than were counted.');
END;

-- Who attends from afar is no voter either where votes are only counted.
CREATE TRIGGER attendance_votes_mode BEFORE UPDATE OF mode ON attendance
WHEN NEW.mode IS NOT OLD.mode AND NEW.status = 'present' AND NEW.role IN ('member', 'substitute', 'coopted')
    AND (SELECT kind FROM seats WHERE id = NEW.seat_id) IS NOT 'nonvoting_coopted'
    AND coalesce(NEW.mode, (SELECT mode FROM meetings WHERE id = NEW.meeting_id)) = 'remote'
    AND NOT EXISTS (SELECT 1 FROM remote_observers WHERE attendance_id = OLD.id)
    AND NOT EXISTS (SELECT 1 FROM remote_attendance_windows JOIN meetings ON meetings.id = NEW.meeting_id
        WHERE meetings.starts_on BETWEEN first_day AND last_day)
    AND EXISTS (SELECT 1 FROM decisions WHERE meeting_id = OLD.meeting_id
        AND votes_for + votes_against + coalesce(votes_abstain, 0)
            = (SELECT count FROM meeting_voters WHERE meeting_id = OLD.meeting_id))
BEGIN
    SELECT RAISE(ABORT, 'votes_exceed_voters: A decision counts the vote of this member. Mend the decision first.');
END;

INSERT INTO state_transitions (machine, from_state, to_state, needs_reason) VALUES
    ('minutes', 'draft', 'published_draft', 0),
    ('minutes', 'published_draft', 'presented', 0),
    ('minutes', 'presented', 'confirmed', 0),
    ('minutes', 'presented', 'draft', 0);

CREATE TABLE minutes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    -- The confirmed set that this one corrects, by resolution of a later meeting.
    corrects_id INTEGER UNIQUE REFERENCES minutes (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'published_draft', 'presented', 'confirmed')),
    state_reason TEXT,
    text TEXT CHECK (length(text) BETWEEN 1 AND 500000),
    -- The paper that holds them.
    report_id INTEGER REFERENCES reports (id),
    confirmed_at_meeting_id INTEGER REFERENCES meetings (id),
    -- As made when they were confirmed.
    amendments TEXT CHECK (length(amendments) BETWEEN 1 AND 4000),
    signed_on TEXT CHECK (date(signed_on, '+0 days') IS signed_on),
    -- The post, or the name as printed.
    signed_by TEXT CHECK (length(signed_by) BETWEEN 1 AND 200),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    CONSTRAINT minutes_empty CHECK (text IS NOT NULL OR report_id IS NOT NULL),
    CONSTRAINT confirmed_needs_meeting CHECK (state <> 'confirmed' OR confirmed_at_meeting_id IS NOT NULL),
    CONSTRAINT confirmed_at_itself CHECK (confirmed_at_meeting_id <> meeting_id),
    CONSTRAINT corrects_itself CHECK (corrects_id <> id)
) STRICT;

-- One set for a meeting; what follows it are corrections, one after the other.
CREATE UNIQUE INDEX minutes_one_set ON minutes (meeting_id) WHERE corrects_id IS NULL;
CREATE INDEX minutes_by_meeting ON minutes (meeting_id);
CREATE INDEX minutes_by_confirming ON minutes (confirmed_at_meeting_id);
CREATE INDEX minutes_by_report ON minutes (report_id);
CREATE INDEX minutes_by_import ON minutes (import_id);

CREATE TRIGGER minutes_begin BEFORE INSERT ON minutes
WHEN NEW.state <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: Minutes begin as a draft.');
END;
CREATE TRIGGER minutes_state BEFORE UPDATE OF state ON minutes
WHEN OLD.state IS NOT NEW.state AND NOT EXISTS (
    SELECT 1 FROM state_transitions WHERE machine = 'minutes' AND from_state = OLD.state AND to_state = NEW.state)
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: The minutes cannot go to that state from the one they are in.');
END;

-- Confirmed minutes are frozen. What has been shown to the public is not taken away.
CREATE TRIGGER minutes_confirmed_update BEFORE UPDATE ON minutes
WHEN OLD.state = 'confirmed'
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: Confirmed minutes cannot be changed. Record a correction of them.');
END;
CREATE TRIGGER minutes_published_delete BEFORE DELETE ON minutes
WHEN OLD.state <> 'draft'
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: Minutes that were published cannot be deleted.');
END;

-- Only what was presented is confirmed.
CREATE TRIGGER minutes_presented_insert BEFORE INSERT ON minutes
WHEN NEW.confirmed_at_meeting_id IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'minutes_not_presented: Present the minutes before you say which meeting confirmed them.');
END;
CREATE TRIGGER minutes_presented_update BEFORE UPDATE OF state, confirmed_at_meeting_id ON minutes
WHEN NEW.confirmed_at_meeting_id IS NOT NULL AND NEW.state NOT IN ('presented', 'confirmed')
    AND OLD.state <> 'confirmed'
BEGIN
    SELECT RAISE(ABORT, 'minutes_not_presented: Minutes that are not presented name no meeting that confirmed them. Clear confirmedAtMeeting first.');
END;

CREATE TRIGGER minutes_confirmed_at BEFORE UPDATE OF state ON minutes
WHEN NEW.state = 'confirmed' AND NEW.confirmed_at_meeting_id IS NULL
BEGIN
    SELECT RAISE(ABORT, 'confirmed_needs_meeting: Say in confirmedAtMeeting which later meeting confirmed the minutes.');
END;

-- A correction is of the confirmed minutes of the same meeting.
CREATE TRIGGER minutes_corrects_insert BEFORE INSERT ON minutes
WHEN NEW.corrects_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM minutes
    WHERE id = NEW.corrects_id AND state = 'confirmed' AND meeting_id = NEW.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'corrects_unconfirmed: Only confirmed minutes of the same meeting are corrected.');
END;
CREATE TRIGGER minutes_corrects_update BEFORE UPDATE OF corrects_id, meeting_id ON minutes
WHEN NEW.corrects_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM minutes
    WHERE id = NEW.corrects_id AND state = 'confirmed' AND meeting_id = NEW.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'corrects_unconfirmed: Only confirmed minutes of the same meeting are corrected.');
END;

-- A panel and all that took over from it, one after the other.
CREATE VIEW panel_successors AS
WITH RECURSIVE line (panel_id, successor_id) AS (
    SELECT id, id FROM panels
    UNION SELECT line.panel_id, panels.successor_id FROM line JOIN panels ON panels.id = line.successor_id
    WHERE panels.successor_id IS NOT NULL)
SELECT panel_id, successor_id FROM line;

-- Minutes confirmed at a meeting that is not later, never sat, or is one of another panel; a correction, also at one no
-- later than the meeting that confirmed what it corrects. One meeting may confirm several sets.
CREATE VIEW misconfirmed_minutes AS
SELECT record.id, record.meeting_id, record.confirmed_at_meeting_id
FROM minutes AS record JOIN meetings AS meeting ON meeting.id = record.meeting_id
JOIN meetings AS confirming ON confirming.id = record.confirmed_at_meeting_id
LEFT JOIN minutes AS corrected ON corrected.id = record.corrects_id
LEFT JOIN meetings AS earlier ON earlier.id = corrected.confirmed_at_meeting_id
WHERE confirming.starts_at <= meeting.starts_at OR confirming.starts_at <= earlier.starts_at
    OR (record.state = 'confirmed' AND confirming.state NOT IN ('held', 'adjourned', 'closed'))
    OR NOT EXISTS (SELECT 1 FROM panel_successors
        WHERE panel_id = meeting.panel_id AND successor_id = confirming.panel_id);
CREATE TRIGGER minutes_later_update AFTER UPDATE OF
    meeting_id, state, confirmed_at_meeting_id, corrects_id ON minutes
WHEN EXISTS (SELECT 1 FROM misconfirmed_minutes WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'confirmed_later: Minutes are confirmed at a later meeting of the panel, or of its successor, that was held.');
END;
CREATE TRIGGER meetings_minutes_update AFTER UPDATE OF panel_id, starts_at ON meetings
WHEN EXISTS (SELECT 1 FROM misconfirmed_minutes WHERE meeting_id = NEW.id OR confirmed_at_meeting_id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'confirmed_later: Minutes were confirmed at a later meeting of the panel, so neither moves past the other.');
END;
CREATE TRIGGER panels_minutes_update AFTER UPDATE OF successor_id ON panels
WHEN EXISTS (SELECT 1 FROM misconfirmed_minutes)
BEGIN
    SELECT RAISE(ABORT, 'confirmed_later: The successor confirmed minutes of the panel, so it stays its successor.');
END;

-- One entry of the change log for each record made, changed or removed, whoever does it.
DROP TRIGGER panels_change_insert;
DROP TRIGGER panels_change_update;
DROP TRIGGER panels_change_delete;
CREATE TRIGGER panels_change_insert AFTER INSERT ON panels
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'panels', NEW.id, NEW.version,
        json_object(),
        NULL,
        json_object(
            'id', NEW.id, 'slug', NEW.slug, 'name', NEW.name, 'kind', NEW.kind, 'council', NEW.council,
            'covers_education', NEW.covers_education, 'active_from', NEW.active_from,
            'active_to', NEW.active_to, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id,
            'substitutes_allowed', NEW.substitutes_allowed, 'successor_id', NEW.successor_id)
    FROM current_write;
END;

CREATE TRIGGER panels_change_update AFTER UPDATE ON panels
WHEN (OLD.id, OLD.slug, OLD.name, OLD.kind, OLD.council, OLD.covers_education, OLD.active_from, OLD.active_to,
    OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system,
    OLD.source_ref, OLD.import_id, OLD.substitutes_allowed, OLD.successor_id)
    IS NOT (NEW.id, NEW.slug, NEW.name, NEW.kind, NEW.council, NEW.covers_education, NEW.active_from, NEW.active_to,
    NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system,
    NEW.source_ref, NEW.import_id, NEW.substitutes_allowed, NEW.successor_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'panels', NEW.id, NEW.version,
        json_object(),
        json_object(
            'id', OLD.id, 'slug', OLD.slug, 'name', OLD.name, 'kind', OLD.kind, 'council', OLD.council,
            'covers_education', OLD.covers_education, 'active_from', OLD.active_from,
            'active_to', OLD.active_to, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id,
            'substitutes_allowed', OLD.substitutes_allowed, 'successor_id', OLD.successor_id),
        json_object(
            'id', NEW.id, 'slug', NEW.slug, 'name', NEW.name, 'kind', NEW.kind, 'council', NEW.council,
            'covers_education', NEW.covers_education, 'active_from', NEW.active_from,
            'active_to', NEW.active_to, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id,
            'substitutes_allowed', NEW.substitutes_allowed, 'successor_id', NEW.successor_id)
    FROM current_write;
END;

CREATE TRIGGER panels_change_delete AFTER DELETE ON panels
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'panels', OLD.id, OLD.version,
        json_object(),
        json_object(
            'id', OLD.id, 'slug', OLD.slug, 'name', OLD.name, 'kind', OLD.kind, 'council', OLD.council,
            'covers_education', OLD.covers_education, 'active_from', OLD.active_from,
            'active_to', OLD.active_to, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id,
            'substitutes_allowed', OLD.substitutes_allowed, 'successor_id', OLD.successor_id),
        NULL
    FROM current_write;
END;

DROP TRIGGER meetings_change_insert;
DROP TRIGGER meetings_change_update;
DROP TRIGGER meetings_change_delete;
CREATE TRIGGER meetings_change_insert AFTER INSERT ON meetings
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'meetings', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id),
        NULL,
        json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'starts_at', NEW.starts_at,
            'starts_at_local', NEW.starts_at_local, 'starts_on', NEW.starts_on, 'venue', NEW.venue,
            'mode', NEW.mode, 'kind', NEW.kind, 'state', NEW.state, 'state_reason', NEW.state_reason,
            'agenda_published_on', NEW.agenda_published_on,
            'participation_deadline', NEW.participation_deadline, 'webcast_url', NEW.webcast_url,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id, 'whip_answer', NEW.whip_answer)
    FROM current_write;
END;

CREATE TRIGGER meetings_change_update AFTER UPDATE ON meetings
WHEN (OLD.id, OLD.panel_id, OLD.starts_at, OLD.starts_at_local, OLD.starts_on, OLD.venue, OLD.mode, OLD.kind,
    OLD.state, OLD.state_reason, OLD.agenda_published_on, OLD.participation_deadline, OLD.webcast_url,
    OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system,
    OLD.source_ref, OLD.import_id, OLD.whip_answer)
    IS NOT (NEW.id, NEW.panel_id, NEW.starts_at, NEW.starts_at_local, NEW.starts_on, NEW.venue, NEW.mode, NEW.kind,
    NEW.state, NEW.state_reason, NEW.agenda_published_on, NEW.participation_deadline, NEW.webcast_url,
    NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system,
    NEW.source_ref, NEW.import_id, NEW.whip_answer)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'meetings', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id),
        json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'starts_at', OLD.starts_at,
            'starts_at_local', OLD.starts_at_local, 'starts_on', OLD.starts_on, 'venue', OLD.venue,
            'mode', OLD.mode, 'kind', OLD.kind, 'state', OLD.state, 'state_reason', OLD.state_reason,
            'agenda_published_on', OLD.agenda_published_on,
            'participation_deadline', OLD.participation_deadline, 'webcast_url', OLD.webcast_url,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id, 'whip_answer', OLD.whip_answer),
        json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'starts_at', NEW.starts_at,
            'starts_at_local', NEW.starts_at_local, 'starts_on', NEW.starts_on, 'venue', NEW.venue,
            'mode', NEW.mode, 'kind', NEW.kind, 'state', NEW.state, 'state_reason', NEW.state_reason,
            'agenda_published_on', NEW.agenda_published_on,
            'participation_deadline', NEW.participation_deadline, 'webcast_url', NEW.webcast_url,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id, 'whip_answer', NEW.whip_answer)
    FROM current_write;
END;

CREATE TRIGGER meetings_change_delete AFTER DELETE ON meetings
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'meetings', OLD.id, OLD.version,
        json_object('panels', OLD.panel_id),
        json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'starts_at', OLD.starts_at,
            'starts_at_local', OLD.starts_at_local, 'starts_on', OLD.starts_on, 'venue', OLD.venue,
            'mode', OLD.mode, 'kind', OLD.kind, 'state', OLD.state, 'state_reason', OLD.state_reason,
            'agenda_published_on', OLD.agenda_published_on,
            'participation_deadline', OLD.participation_deadline, 'webcast_url', OLD.webcast_url,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id, 'whip_answer', OLD.whip_answer),
        NULL
    FROM current_write;
END;

DROP TRIGGER agenda_items_change_insert;
DROP TRIGGER agenda_items_change_update;
DROP TRIGGER agenda_items_change_delete;
CREATE TRIGGER agenda_items_change_insert AFTER INSERT ON agenda_items
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'agenda-items', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id),
        NULL,
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'printed_number', NEW.printed_number,
            'position', NEW.position, 'taken_position', NEW.taken_position, 'title', NEW.title,
            'instruction', NEW.instruction, 'page_from', NEW.page_from, 'page_to', NEW.page_to,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id, 'education_matter', NEW.education_matter,
            'education_decided_by', NEW.education_decided_by)
    FROM current_write;
END;

CREATE TRIGGER agenda_items_change_update AFTER UPDATE ON agenda_items
WHEN (OLD.id, OLD.meeting_id, OLD.printed_number, OLD.position, OLD.taken_position, OLD.title, OLD.instruction,
    OLD.page_from, OLD.page_to, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields,
    OLD.source_system, OLD.source_ref, OLD.import_id, OLD.education_matter, OLD.education_decided_by)
    IS NOT (NEW.id, NEW.meeting_id, NEW.printed_number, NEW.position, NEW.taken_position, NEW.title, NEW.instruction,
    NEW.page_from, NEW.page_to, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields,
    NEW.source_system, NEW.source_ref, NEW.import_id, NEW.education_matter, NEW.education_decided_by)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'agenda-items', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id),
        json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'printed_number', OLD.printed_number,
            'position', OLD.position, 'taken_position', OLD.taken_position, 'title', OLD.title,
            'instruction', OLD.instruction, 'page_from', OLD.page_from, 'page_to', OLD.page_to,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id, 'education_matter', OLD.education_matter,
            'education_decided_by', OLD.education_decided_by),
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'printed_number', NEW.printed_number,
            'position', NEW.position, 'taken_position', NEW.taken_position, 'title', NEW.title,
            'instruction', NEW.instruction, 'page_from', NEW.page_from, 'page_to', NEW.page_to,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id, 'education_matter', NEW.education_matter,
            'education_decided_by', NEW.education_decided_by)
    FROM current_write;
END;

CREATE TRIGGER agenda_items_change_delete AFTER DELETE ON agenda_items
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'agenda-items', OLD.id, OLD.version,
        json_object('meetings', OLD.meeting_id),
        json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'printed_number', OLD.printed_number,
            'position', OLD.position, 'taken_position', OLD.taken_position, 'title', OLD.title,
            'instruction', OLD.instruction, 'page_from', OLD.page_from, 'page_to', OLD.page_to,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id, 'education_matter', OLD.education_matter,
            'education_decided_by', OLD.education_decided_by),
        NULL
    FROM current_write;
END;

CREATE TRIGGER named_votes_change_insert AFTER INSERT ON named_votes
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'named-votes', NEW.id, NEW.version,
        json_object('decisions', NEW.decision_id),
        NULL,
        json_object(
            'id', NEW.id, 'decision_id', NEW.decision_id, 'person_id', NEW.person_id, 'vote', NEW.vote,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER named_votes_change_update AFTER UPDATE ON named_votes
WHEN (OLD.id, OLD.decision_id, OLD.person_id, OLD.vote, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin,
    OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.decision_id, NEW.person_id, NEW.vote, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin,
    NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'named-votes', NEW.id, NEW.version,
        json_object('decisions', NEW.decision_id),
        json_object(
            'id', OLD.id, 'decision_id', OLD.decision_id, 'person_id', OLD.person_id, 'vote', OLD.vote,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'decision_id', NEW.decision_id, 'person_id', NEW.person_id, 'vote', NEW.vote,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER named_votes_change_delete AFTER DELETE ON named_votes
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'named-votes', OLD.id, OLD.version,
        json_object('decisions', OLD.decision_id),
        json_object(
            'id', OLD.id, 'decision_id', OLD.decision_id, 'person_id', OLD.person_id, 'vote', OLD.vote,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;

CREATE TRIGGER minutes_change_insert AFTER INSERT ON minutes
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'minutes', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id),
        NULL,
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'corrects_id', NEW.corrects_id, 'state', NEW.state,
            'state_reason', NEW.state_reason, 'text', NEW.text, 'report_id', NEW.report_id,
            'confirmed_at_meeting_id', NEW.confirmed_at_meeting_id, 'amendments', NEW.amendments,
            'signed_on', NEW.signed_on, 'signed_by', NEW.signed_by, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER minutes_change_update AFTER UPDATE ON minutes
WHEN (OLD.id, OLD.meeting_id, OLD.corrects_id, OLD.state, OLD.state_reason, OLD.text, OLD.report_id,
    OLD.confirmed_at_meeting_id, OLD.amendments, OLD.signed_on, OLD.signed_by, OLD.version, OLD.created_at,
    OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.meeting_id, NEW.corrects_id, NEW.state, NEW.state_reason, NEW.text, NEW.report_id,
    NEW.confirmed_at_meeting_id, NEW.amendments, NEW.signed_on, NEW.signed_by, NEW.version, NEW.created_at,
    NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'minutes', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id),
        json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'corrects_id', OLD.corrects_id, 'state', OLD.state,
            'state_reason', OLD.state_reason, 'text', OLD.text, 'report_id', OLD.report_id,
            'confirmed_at_meeting_id', OLD.confirmed_at_meeting_id, 'amendments', OLD.amendments,
            'signed_on', OLD.signed_on, 'signed_by', OLD.signed_by, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'corrects_id', NEW.corrects_id, 'state', NEW.state,
            'state_reason', NEW.state_reason, 'text', NEW.text, 'report_id', NEW.report_id,
            'confirmed_at_meeting_id', NEW.confirmed_at_meeting_id, 'amendments', NEW.amendments,
            'signed_on', NEW.signed_on, 'signed_by', NEW.signed_by, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER minutes_change_delete AFTER DELETE ON minutes
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'minutes', OLD.id, OLD.version,
        json_object('meetings', OLD.meeting_id),
        json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'corrects_id', OLD.corrects_id, 'state', OLD.state,
            'state_reason', OLD.state_reason, 'text', OLD.text, 'report_id', OLD.report_id,
            'confirmed_at_meeting_id', OLD.confirmed_at_meeting_id, 'amendments', OLD.amendments,
            'signed_on', OLD.signed_on, 'signed_by', OLD.signed_by, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;

-- A meeting is closed when its minutes are confirmed, or when it is said why they never will be.
INSERT INTO writes (id, at, actor) VALUES (1, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'migration');
UPDATE meetings SET state_reason = 'Closed before it was recorded here whether minutes are confirmed',
    version = version + 1, updated_at = (SELECT at FROM writes) WHERE state = 'closed' AND state_reason IS NULL;
DELETE FROM writes;
CREATE TRIGGER meetings_closed BEFORE UPDATE OF state ON meetings
WHEN NEW.state = 'closed' AND OLD.state = 'held'
    AND NOT EXISTS (SELECT 1 FROM minutes WHERE meeting_id = OLD.id AND state = 'confirmed')
    AND (NEW.state_reason IS NULL OR NEW.state_reason IS OLD.state_reason)
BEGIN
    SELECT RAISE(ABORT, 'minutes_unconfirmed: The minutes of the meeting are not confirmed. Confirm them, or say in note why they never will be.');
END;
CREATE TRIGGER meetings_closed_reason BEFORE UPDATE OF state_reason ON meetings
WHEN OLD.state = 'closed' AND NEW.state = 'closed' AND NEW.state_reason IS NULL
    AND NOT EXISTS (SELECT 1 FROM minutes WHERE meeting_id = OLD.id AND state = 'confirmed')
BEGIN
    SELECT RAISE(ABORT, 'minutes_unconfirmed: The meeting was closed without confirmed minutes, so the reason stays.');
END;

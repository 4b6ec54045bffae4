-- The record of a meeting: who was there, what was declared and decided, what the panel recommends to the executive
-- and what that answers.

CREATE TABLE attendance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    person_id INTEGER REFERENCES people (id),
    seat_id INTEGER REFERENCES seats (id),
    role TEXT NOT NULL CHECK (role IN (
        'member', 'substitute', 'coopted', 'other_member', 'executive_member', 'officer', 'partner', 'witness',
        'public_speaker')),
    -- What somebody who need not be named is: "Director of Children's Services".
    post TEXT CHECK (length(post) BETWEEN 1 AND 200),
    status TEXT NOT NULL CHECK (status IN ('present', 'apologies', 'absent', 'not_recorded')),
    mode TEXT CHECK (mode IN ('in_person', 'remote')),
    substitute_for_id INTEGER REFERENCES people (id),
    arrived_at TEXT CHECK (length(arrived_at) = 25),
    left_at TEXT CHECK (length(left_at) = 25),
    -- The first and the last item somebody was there for.
    item_from_id INTEGER,
    item_to_id INTEGER,
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    FOREIGN KEY (item_from_id, meeting_id) REFERENCES agenda_items (id, meeting_id),
    FOREIGN KEY (item_to_id, meeting_id) REFERENCES agenda_items (id, meeting_id),
    -- Officers and guests are there for their post; members are named.
    CONSTRAINT attender_unnamed CHECK (person_id IS NOT NULL OR role = 'public_speaker'
        OR (role IN ('officer', 'partner', 'witness') AND post IS NOT NULL)),
    CONSTRAINT speaker_is_unnamed CHECK (role <> 'public_speaker' OR person_id IS NULL),
    CONSTRAINT substitute_needs_member CHECK ((role = 'substitute') = (substitute_for_id IS NOT NULL)),
    CONSTRAINT substitute_for_self CHECK (substitute_for_id <> person_id),
    CONSTRAINT only_members_have_seats CHECK (seat_id IS NULL OR role IN ('member', 'substitute', 'coopted')),
    CONSTRAINT only_present_attend CHECK (status = 'present'
        OR (mode IS NULL AND arrived_at IS NULL AND left_at IS NULL AND item_from_id IS NULL AND item_to_id IS NULL)),
    CONSTRAINT attendance_range CHECK (julianday(arrived_at) <= julianday(left_at))
) STRICT;

CREATE UNIQUE INDEX attendance_by_meeting ON attendance (meeting_id, person_id, role) WHERE person_id IS NOT NULL;
CREATE INDEX attendance_by_person ON attendance (person_id);
CREATE INDEX attendance_by_seat ON attendance (seat_id);
CREATE UNIQUE INDEX attendance_one_substitute ON attendance (substitute_for_id, meeting_id)
    WHERE substitute_for_id IS NOT NULL;
CREATE INDEX attendance_by_item_from ON attendance (item_from_id, meeting_id);
CREATE INDEX attendance_by_item_to ON attendance (item_to_id, meeting_id);
CREATE INDEX attendance_by_import ON attendance (import_id);

CREATE TRIGGER attendance_seat_insert BEFORE INSERT ON attendance
WHEN (SELECT seats.panel_id FROM seats WHERE id = NEW.seat_id)
    <> (SELECT meetings.panel_id FROM meetings WHERE id = NEW.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'seat_of_other_panel: The seat belongs to another panel than the meeting.');
END;
CREATE TRIGGER attendance_seat_update BEFORE UPDATE OF seat_id, meeting_id ON attendance
WHEN (SELECT seats.panel_id FROM seats WHERE id = NEW.seat_id)
    <> (SELECT meetings.panel_id FROM meetings WHERE id = NEW.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'seat_of_other_panel: The seat belongs to another panel than the meeting.');
END;
CREATE TRIGGER seats_attendance_update BEFORE UPDATE OF panel_id ON seats
WHEN NEW.panel_id <> OLD.panel_id AND EXISTS (SELECT 1 FROM attendance WHERE seat_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'seat_of_other_panel: The seat was sat in at meetings of its panel, so it stays there.');
END;
CREATE TRIGGER meetings_attendance_update BEFORE UPDATE OF panel_id ON meetings
WHEN NEW.panel_id <> OLD.panel_id AND EXISTS (
    SELECT 1 FROM attendance WHERE meeting_id = OLD.id AND seat_id IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'seat_of_other_panel: Seats of the panel were sat in at the meeting, so it stays there.');
END;

-- Whoever is there needs no substitute.
CREATE TRIGGER attendance_substitute_insert BEFORE INSERT ON attendance
WHEN EXISTS (SELECT 1 FROM attendance AS other WHERE other.meeting_id = NEW.meeting_id
    AND ((other.person_id = NEW.substitute_for_id AND other.role IN ('member', 'coopted') AND other.status = 'present')
        OR (other.substitute_for_id = NEW.person_id AND NEW.role IN ('member', 'coopted') AND NEW.status = 'present')))
BEGIN
    SELECT RAISE(ABORT, 'member_is_present: A member who is present has no substitute.');
END;
CREATE TRIGGER attendance_substitute_update BEFORE UPDATE OF
    meeting_id, person_id, role, status, substitute_for_id ON attendance
WHEN EXISTS (SELECT 1 FROM attendance AS other WHERE other.meeting_id = NEW.meeting_id AND other.id <> NEW.id
    AND ((other.person_id = NEW.substitute_for_id AND other.role IN ('member', 'coopted') AND other.status = 'present')
        OR (other.substitute_for_id = NEW.person_id AND NEW.role IN ('member', 'coopted') AND NEW.status = 'present')))
BEGIN
    SELECT RAISE(ABORT, 'member_is_present: A member who is present has no substitute.');
END;

CREATE TABLE declarations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    agenda_item_id INTEGER,
    kind TEXT NOT NULL CHECK (kind IN ('interest', 'whip')),
    person_id INTEGER REFERENCES people (id),
    -- The group that is whipped.
    political_group TEXT CHECK (length(political_group) BETWEEN 1 AND 200),
    interest_type TEXT CHECK (interest_type IN ('dpi', 'odi', 'ori', 'nri', 'personal', 'prejudicial', 'not_stated')),
    nature TEXT CHECK (length(nature) BETWEEN 1 AND 2000),
    is_sensitive INTEGER NOT NULL CHECK (is_sensitive IN (0, 1)),
    -- What followed, as recorded: "spoke and did not vote".
    effect TEXT CHECK (length(effect) BETWEEN 1 AND 500),
    withdrew INTEGER CHECK (withdrew IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    FOREIGN KEY (agenda_item_id, meeting_id) REFERENCES agenda_items (id, meeting_id),
    CONSTRAINT interest_needs_person CHECK (
        kind <> 'interest' OR (person_id IS NOT NULL AND interest_type IS NOT NULL AND political_group IS NULL)),
    CONSTRAINT whip_needs_person_or_group CHECK (
        kind <> 'whip' OR person_id IS NOT NULL OR political_group IS NOT NULL),
    CONSTRAINT whip_is_no_interest CHECK (
        kind <> 'whip' OR (interest_type IS NULL AND is_sensitive = 0 AND withdrew IS NULL)),
    -- Of a sensitive interest only its existence is recorded (Localism Act 2011, section 32).
    CONSTRAINT sensitive_has_no_nature CHECK (is_sensitive = 0 OR nature IS NULL),
    -- Real minutes lack these; an officer's entry does not.
    CONSTRAINT declaration_needs_item CHECK (origin = 'import' OR agenda_item_id IS NOT NULL),
    CONSTRAINT declaration_needs_nature CHECK (origin = 'import' OR is_sensitive = 1
        OR (nature IS NOT NULL AND rtrim(lower(nature), '. ') NOT IN ('as recorded', 'as registered')))
) STRICT;

CREATE INDEX declarations_by_meeting ON declarations (meeting_id);
CREATE INDEX declarations_by_item ON declarations (agenda_item_id, meeting_id);
CREATE INDEX declarations_by_person ON declarations (person_id);
CREATE INDEX declarations_by_import ON declarations (import_id);

CREATE TABLE decisions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meeting_id INTEGER NOT NULL REFERENCES meetings (id),
    agenda_item_id INTEGER NOT NULL,
    minute_number TEXT CHECK (length(minute_number) BETWEEN 1 AND 50),
    kind TEXT NOT NULL CHECK (kind IN ('noted', 'agreed', 'recommended', 'deferred', 'excluded_public')),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    mover_id INTEGER REFERENCES people (id),
    seconder_id INTEGER REFERENCES people (id),
    votes_for INTEGER CHECK (votes_for >= 0),
    votes_against INTEGER CHECK (votes_against >= 0),
    votes_abstain INTEGER CHECK (votes_abstain >= 0),
    casting_vote TEXT CHECK (casting_vote IN ('for', 'against')),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    FOREIGN KEY (agenda_item_id, meeting_id) REFERENCES agenda_items (id, meeting_id),
    CONSTRAINT mover_is_seconder CHECK (mover_id <> seconder_id),
    CONSTRAINT votes_incomplete CHECK ((votes_for IS NULL) = (votes_against IS NULL)
        AND (votes_abstain IS NULL OR votes_for IS NOT NULL)),
    CONSTRAINT casting_vote_needs_tie CHECK (
        casting_vote IS NULL OR (votes_for IS NOT NULL AND votes_for = votes_against))
) STRICT;

CREATE INDEX decisions_by_meeting ON decisions (meeting_id);
CREATE INDEX decisions_by_item ON decisions (agenda_item_id, meeting_id);
CREATE INDEX decisions_by_mover ON decisions (mover_id);
CREATE INDEX decisions_by_seconder ON decisions (seconder_id);
CREATE INDEX decisions_by_import ON decisions (import_id);

-- How many could have voted at most, for meetings whose attendance is recorded.
CREATE VIEW meeting_voters AS
SELECT attendance.meeting_id AS meeting_id, count(DISTINCT attendance.person_id) AS count
FROM attendance LEFT JOIN seats ON seats.id = attendance.seat_id
WHERE attendance.status = 'present' AND attendance.role IN ('member', 'substitute', 'coopted')
    AND seats.kind IS NOT 'nonvoting_coopted'
GROUP BY attendance.meeting_id;

CREATE TRIGGER decisions_votes_insert BEFORE INSERT ON decisions
WHEN NEW.votes_for + NEW.votes_against + coalesce(NEW.votes_abstain, 0)
    > (SELECT count FROM meeting_voters WHERE meeting_id = NEW.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'votes_exceed_voters: There are more votes than members who were present and may vote.');
END;
CREATE TRIGGER decisions_votes_update BEFORE UPDATE OF
    meeting_id, votes_for, votes_against, votes_abstain ON decisions
WHEN NEW.votes_for + NEW.votes_against + coalesce(NEW.votes_abstain, 0)
    > (SELECT count FROM meeting_voters WHERE meeting_id = NEW.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'votes_exceed_voters: There are more votes than members who were present and may vote.');
END;
-- Attendance is entered line by line, so only taking away a voter whose vote was counted is refused.
CREATE TRIGGER attendance_votes_update BEFORE UPDATE OF meeting_id, seat_id, role, status ON attendance
WHEN OLD.status = 'present' AND OLD.role IN ('member', 'substitute', 'coopted')
    AND (SELECT kind FROM seats WHERE id = OLD.seat_id) IS NOT 'nonvoting_coopted'
    AND (NEW.status <> 'present' OR NEW.role NOT IN ('member', 'substitute', 'coopted')
        OR NEW.meeting_id <> OLD.meeting_id
        OR (SELECT kind FROM seats WHERE id = NEW.seat_id) IS 'nonvoting_coopted')
    AND EXISTS (SELECT 1 FROM decisions WHERE meeting_id = OLD.meeting_id
        AND votes_for + votes_against + coalesce(votes_abstain, 0)
            = (SELECT count FROM meeting_voters WHERE meeting_id = OLD.meeting_id))
BEGIN
    SELECT RAISE(ABORT, 'votes_exceed_voters: A decision counts the vote of this member. Mend the decision first.');
END;
CREATE TRIGGER attendance_votes_delete BEFORE DELETE ON attendance
WHEN OLD.status = 'present' AND OLD.role IN ('member', 'substitute', 'coopted')
    AND (SELECT kind FROM seats WHERE id = OLD.seat_id) IS NOT 'nonvoting_coopted'
    AND EXISTS (SELECT 1 FROM decisions WHERE meeting_id = OLD.meeting_id
        AND votes_for + votes_against + coalesce(votes_abstain, 0)
            = (SELECT count FROM meeting_voters WHERE meeting_id = OLD.meeting_id))
BEGIN
    SELECT RAISE(ABORT, 'votes_exceed_voters: A decision counts the vote of this member. Mend the decision first.');
END;

INSERT INTO state_transitions (machine, from_state, to_state, needs_reason) VALUES
    ('recommendation', 'drafted', 'agreed', 0),
    ('recommendation', 'agreed', 'sent', 0),
    ('recommendation', 'agreed', 'withdrawn', 0),
    ('recommendation', 'sent', 'responded', 0),
    ('recommendation', 'sent', 'withdrawn', 0),
    ('recommendation', 'responded', 'monitoring', 0),
    ('recommendation', 'responded', 'closed_rejected', 0),
    ('recommendation', 'monitoring', 'achieved', 0),
    ('recommendation', 'monitoring', 'stopped', 0);

CREATE TABLE recommendations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    panel_id INTEGER NOT NULL REFERENCES panels (id),
    -- The meeting that agreed it.
    meeting_id INTEGER REFERENCES meetings (id),
    agenda_item_id INTEGER,
    decision_id INTEGER REFERENCES decisions (id),
    -- The rejected recommendation that this one takes up again.
    follows_id INTEGER REFERENCES recommendations (id),
    -- The year from one annual meeting in May to the next: "2018-19".
    municipal_year TEXT NOT NULL CONSTRAINT municipal_year_shape CHECK (
        municipal_year GLOB '[12][0-9][0-9][0-9]-[0-9][0-9]'
        AND substr(municipal_year, 6) = substr(CAST(substr(municipal_year, 1, 4) AS INTEGER) + 1, 3)),
    ref TEXT NOT NULL CHECK (length(ref) BETWEEN 1 AND 50),
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
    addressee TEXT NOT NULL CHECK (length(addressee) BETWEEN 1 AND 200),
    state TEXT NOT NULL CHECK (state IN (
        'drafted', 'agreed', 'sent', 'responded', 'monitoring', 'achieved', 'stopped', 'withdrawn',
        'closed_rejected')),
    state_reason TEXT,
    notice_sent_on TEXT CHECK (date(notice_sent_on, '+0 days') IS notice_sent_on),
    -- When the executive had both the report and the notice.
    received_on TEXT CHECK (date(received_on, '+0 days') IS received_on),
    progress_judgement TEXT CHECK (progress_judgement IN (
        'achieved', 'not_fully_obstacle', 'not_fully_acceptable_continue', 'not_fully_unacceptable_continue',
        'stop_monitoring', 'not_for_review')),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    FOREIGN KEY (agenda_item_id, meeting_id) REFERENCES agenda_items (id, meeting_id),
    UNIQUE (panel_id, municipal_year, ref),
    CONSTRAINT item_needs_meeting CHECK (agenda_item_id IS NULL OR meeting_id IS NOT NULL),
    CONSTRAINT agreed_needs_meeting CHECK (state = 'drafted' OR meeting_id IS NOT NULL),
    CONSTRAINT received_before_notice CHECK (received_on >= notice_sent_on),
    CONSTRAINT follows_itself CHECK (follows_id <> id)
) STRICT;

CREATE INDEX recommendations_by_meeting ON recommendations (meeting_id);
CREATE INDEX recommendations_by_item ON recommendations (agenda_item_id, meeting_id);
CREATE INDEX recommendations_by_decision ON recommendations (decision_id);
CREATE INDEX recommendations_by_followed ON recommendations (follows_id);
CREATE INDEX recommendations_by_state ON recommendations (state);
CREATE INDEX recommendations_by_import ON recommendations (import_id);

CREATE TRIGGER recommendations_begin BEFORE INSERT ON recommendations
WHEN NEW.state <> 'drafted'
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: A recommendation begins as drafted.');
END;
CREATE TRIGGER recommendations_state BEFORE UPDATE OF state ON recommendations
WHEN OLD.state IS NOT NEW.state AND NOT EXISTS (
    SELECT 1 FROM state_transitions
    WHERE machine = 'recommendation' AND from_state = OLD.state AND to_state = NEW.state)
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: The recommendation cannot go to that state from the one it is in.');
END;

-- The meeting is one of the panel, unless several panels met together.
CREATE TRIGGER recommendations_panel_insert BEFORE INSERT ON recommendations
WHEN EXISTS (SELECT 1 FROM meetings WHERE id = NEW.meeting_id AND panel_id <> NEW.panel_id AND kind <> 'joint')
BEGIN
    SELECT RAISE(ABORT, 'meeting_of_other_panel: The meeting is one of another panel.');
END;
CREATE TRIGGER recommendations_panel_update BEFORE UPDATE OF panel_id, meeting_id ON recommendations
WHEN EXISTS (SELECT 1 FROM meetings WHERE id = NEW.meeting_id AND panel_id <> NEW.panel_id AND kind <> 'joint')
BEGIN
    SELECT RAISE(ABORT, 'meeting_of_other_panel: The meeting is one of another panel.');
END;
CREATE TRIGGER meetings_recommendations_panel BEFORE UPDATE OF panel_id, kind ON meetings
WHEN NEW.kind <> 'joint' AND EXISTS (
    SELECT 1 FROM recommendations WHERE meeting_id = OLD.id AND panel_id <> NEW.panel_id)
BEGIN
    SELECT RAISE(ABORT, 'meeting_of_other_panel: Another panel agreed recommendations at the meeting.');
END;

-- Its decision is one of its meeting.
CREATE TRIGGER recommendations_decision_insert BEFORE INSERT ON recommendations
WHEN (SELECT meeting_id FROM decisions WHERE id = NEW.decision_id) IS NOT NEW.meeting_id
    AND NEW.decision_id IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'decision_of_other_meeting: The decision was taken at another meeting.');
END;
CREATE TRIGGER recommendations_decision_update BEFORE UPDATE OF decision_id, meeting_id ON recommendations
WHEN (SELECT meeting_id FROM decisions WHERE id = NEW.decision_id) IS NOT NEW.meeting_id
    AND NEW.decision_id IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'decision_of_other_meeting: The decision was taken at another meeting.');
END;
CREATE TRIGGER decisions_recommendations_update BEFORE UPDATE OF meeting_id ON decisions
WHEN NEW.meeting_id <> OLD.meeting_id AND EXISTS (SELECT 1 FROM recommendations WHERE decision_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'decision_of_other_meeting: A recommendation rests on the decision, so its meeting stays.');
END;

-- Nothing is sent or received before the meeting that agreed it.
CREATE TRIGGER recommendations_days_insert BEFORE INSERT ON recommendations
WHEN min(coalesce(NEW.notice_sent_on, '9'), coalesce(NEW.received_on, '9'))
    < (SELECT starts_on FROM meetings WHERE id = NEW.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'before_meeting: Notice is sent and received on the day of the meeting or later.');
END;
CREATE TRIGGER recommendations_days_update BEFORE UPDATE OF
    meeting_id, notice_sent_on, received_on ON recommendations
WHEN min(coalesce(NEW.notice_sent_on, '9'), coalesce(NEW.received_on, '9'))
    < (SELECT starts_on FROM meetings WHERE id = NEW.meeting_id)
BEGIN
    SELECT RAISE(ABORT, 'before_meeting: Notice is sent and received on the day of the meeting or later.');
END;
CREATE TRIGGER meetings_recommendations_days BEFORE UPDATE OF starts_on ON meetings
WHEN EXISTS (SELECT 1 FROM recommendations WHERE meeting_id = OLD.id
    AND min(coalesce(notice_sent_on, '9'), coalesce(received_on, '9')) < NEW.starts_on)
BEGIN
    SELECT RAISE(ABORT, 'before_meeting: The notice of a recommendation was sent or received before that day.');
END;

CREATE TABLE responses (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    recommendation_id INTEGER NOT NULL REFERENCES recommendations (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'partly_accepted', 'rejected', 'noted', 'deferred')),
    reasons TEXT CHECK (length(reasons) BETWEEN 1 AND 4000),
    decided_by TEXT NOT NULL CHECK (length(decided_by) BETWEEN 1 AND 200),
    decided_on TEXT NOT NULL CHECK (date(decided_on, '+0 days') IS decided_on),
    lead_officer_role TEXT CHECK (length(lead_officer_role) BETWEEN 1 AND 200),
    target_on TEXT CHECK (date(target_on, '+0 days') IS target_on),
    published_on TEXT CHECK (date(published_on, '+0 days') IS published_on),
    version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('officer', 'import')),
    officer_fields TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(officer_fields)),
    source_system TEXT, source_ref TEXT, import_id INTEGER REFERENCES imports (id),
    -- Deferred or noted first, answered later: each answer has its day.
    UNIQUE (recommendation_id, decided_on),
    CONSTRAINT response_needs_reasons CHECK (outcome = 'accepted' OR reasons IS NOT NULL),
    CONSTRAINT published_before_decided CHECK (published_on >= decided_on)
) STRICT;

CREATE INDEX responses_by_import ON responses (import_id);

CREATE TRIGGER responses_sent_insert BEFORE INSERT ON responses
WHEN (SELECT state FROM recommendations WHERE id = NEW.recommendation_id) IN ('drafted', 'agreed', 'withdrawn')
BEGIN
    SELECT RAISE(ABORT, 'recommendation_not_sent: Only a recommendation that was sent has a response. Send it first.');
END;
CREATE TRIGGER responses_sent_update BEFORE UPDATE OF recommendation_id ON responses
WHEN NEW.recommendation_id <> OLD.recommendation_id
BEGIN
    SELECT RAISE(ABORT, 'response_stays: A response stays with its recommendation. Record another one.');
END;
-- An answered recommendation goes on to responded; it is not withdrawn any more.
CREATE TRIGGER recommendations_withdrawn BEFORE UPDATE OF state ON recommendations
WHEN NEW.state = 'withdrawn' AND OLD.state <> 'withdrawn' AND EXISTS (
    SELECT 1 FROM responses WHERE recommendation_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'recommendation_answered: The recommendation has a response, so it cannot be withdrawn.');
END;
CREATE TRIGGER recommendations_responded BEFORE UPDATE OF state ON recommendations
WHEN NEW.state = 'responded' AND OLD.state <> 'responded' AND NOT EXISTS (
    SELECT 1 FROM responses WHERE recommendation_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'response_missing: Record the response to the recommendation first.');
END;
CREATE TRIGGER recommendations_rejected BEFORE UPDATE OF state ON recommendations
WHEN NEW.state = 'closed_rejected' AND OLD.state <> 'closed_rejected' AND (
    SELECT outcome FROM responses WHERE recommendation_id = OLD.id ORDER BY decided_on DESC LIMIT 1) IS NOT 'rejected'
BEGIN
    SELECT RAISE(ABORT, 'response_not_rejected: Only a recommendation whose last response rejects it closes so.');
END;
CREATE TRIGGER responses_last_delete BEFORE DELETE ON responses
WHEN (SELECT state FROM recommendations WHERE id = OLD.recommendation_id) <> 'sent' AND NOT EXISTS (
    SELECT 1 FROM responses WHERE recommendation_id = OLD.recommendation_id AND id <> OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'response_missing: The recommendation has gone on from this response, so it stays.');
END;
CREATE TRIGGER responses_rejected_update BEFORE UPDATE OF outcome ON responses
WHEN OLD.outcome = 'rejected' AND NEW.outcome <> 'rejected'
    AND ((SELECT state FROM recommendations WHERE id = OLD.recommendation_id) = 'closed_rejected'
        OR EXISTS (SELECT 1 FROM recommendations WHERE follows_id = OLD.recommendation_id))
BEGIN
    SELECT RAISE(ABORT, 'response_not_rejected: The rejection was acted upon. Record another response.');
END;

-- What is taken up again was rejected.
CREATE TRIGGER recommendations_follows_insert BEFORE INSERT ON recommendations
WHEN NEW.follows_id IS NOT NULL AND (
    (SELECT state FROM recommendations WHERE id = NEW.follows_id) NOT IN ('responded', 'closed_rejected')
    OR (SELECT outcome FROM responses WHERE recommendation_id = NEW.follows_id ORDER BY decided_on DESC LIMIT 1)
        IS NOT 'rejected')
BEGIN
    SELECT RAISE(ABORT, 'follows_unrejected: Only a recommendation that was rejected is taken up again.');
END;
CREATE TRIGGER recommendations_follows_update BEFORE UPDATE OF follows_id ON recommendations
WHEN NEW.follows_id IS NOT OLD.follows_id AND NEW.follows_id IS NOT NULL AND (
    (SELECT state FROM recommendations WHERE id = NEW.follows_id) NOT IN ('responded', 'closed_rejected')
    OR (SELECT outcome FROM responses WHERE recommendation_id = NEW.follows_id ORDER BY decided_on DESC LIMIT 1)
        IS NOT 'rejected')
BEGIN
    SELECT RAISE(ABORT, 'follows_unrejected: Only a recommendation that was rejected is taken up again.');
END;

CREATE TRIGGER responses_days_insert BEFORE INSERT ON responses
WHEN NEW.decided_on < (SELECT received_on FROM recommendations WHERE id = NEW.recommendation_id)
BEGIN
    SELECT RAISE(ABORT, 'decided_before_received: A response is decided on the day of receipt or later.');
END;
CREATE TRIGGER responses_days_update BEFORE UPDATE OF decided_on ON responses
WHEN NEW.decided_on < (SELECT received_on FROM recommendations WHERE id = NEW.recommendation_id)
BEGIN
    SELECT RAISE(ABORT, 'decided_before_received: A response is decided on the day of receipt or later.');
END;
CREATE TRIGGER recommendations_received_update BEFORE UPDATE OF received_on ON recommendations
WHEN EXISTS (SELECT 1 FROM responses WHERE recommendation_id = OLD.id AND decided_on < NEW.received_on)
BEGIN
    SELECT RAISE(ABORT, 'decided_before_received: The recommendation was answered before that day.');
END;

-- One entry of the change log for each record made, changed or removed, whoever does it.
CREATE TRIGGER attendance_change_insert AFTER INSERT ON attendance
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'attendance', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id),
        NULL,
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'person_id', NEW.person_id, 'seat_id', NEW.seat_id,
            'role', NEW.role, 'post', NEW.post, 'status', NEW.status, 'mode', NEW.mode,
            'substitute_for_id', NEW.substitute_for_id, 'arrived_at', NEW.arrived_at, 'left_at', NEW.left_at,
            'item_from_id', NEW.item_from_id, 'item_to_id', NEW.item_to_id, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER attendance_change_update AFTER UPDATE ON attendance
WHEN (OLD.id, OLD.meeting_id, OLD.person_id, OLD.seat_id, OLD.role, OLD.post, OLD.status, OLD.mode,
    OLD.substitute_for_id, OLD.arrived_at, OLD.left_at, OLD.item_from_id, OLD.item_to_id, OLD.version,
    OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref,
    OLD.import_id)
    IS NOT (NEW.id, NEW.meeting_id, NEW.person_id, NEW.seat_id, NEW.role, NEW.post, NEW.status, NEW.mode,
    NEW.substitute_for_id, NEW.arrived_at, NEW.left_at, NEW.item_from_id, NEW.item_to_id, NEW.version,
    NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref,
    NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'attendance', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id),
        json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'person_id', OLD.person_id, 'seat_id', OLD.seat_id,
            'role', OLD.role, 'post', OLD.post, 'status', OLD.status, 'mode', OLD.mode,
            'substitute_for_id', OLD.substitute_for_id, 'arrived_at', OLD.arrived_at, 'left_at', OLD.left_at,
            'item_from_id', OLD.item_from_id, 'item_to_id', OLD.item_to_id, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'person_id', NEW.person_id, 'seat_id', NEW.seat_id,
            'role', NEW.role, 'post', NEW.post, 'status', NEW.status, 'mode', NEW.mode,
            'substitute_for_id', NEW.substitute_for_id, 'arrived_at', NEW.arrived_at, 'left_at', NEW.left_at,
            'item_from_id', NEW.item_from_id, 'item_to_id', NEW.item_to_id, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER attendance_change_delete AFTER DELETE ON attendance
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'attendance', OLD.id, OLD.version,
        json_object('meetings', OLD.meeting_id),
        json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'person_id', OLD.person_id, 'seat_id', OLD.seat_id,
            'role', OLD.role, 'post', OLD.post, 'status', OLD.status, 'mode', OLD.mode,
            'substitute_for_id', OLD.substitute_for_id, 'arrived_at', OLD.arrived_at, 'left_at', OLD.left_at,
            'item_from_id', OLD.item_from_id, 'item_to_id', OLD.item_to_id, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;

CREATE TRIGGER declarations_change_insert AFTER INSERT ON declarations
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'declarations', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id),
        NULL,
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'agenda_item_id', NEW.agenda_item_id,
            'kind', NEW.kind, 'person_id', NEW.person_id, 'political_group', NEW.political_group,
            'interest_type', NEW.interest_type, 'nature', NEW.nature, 'is_sensitive', NEW.is_sensitive,
            'effect', NEW.effect, 'withdrew', NEW.withdrew, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER declarations_change_update AFTER UPDATE ON declarations
WHEN (OLD.id, OLD.meeting_id, OLD.agenda_item_id, OLD.kind, OLD.person_id, OLD.political_group,
    OLD.interest_type, OLD.nature, OLD.is_sensitive, OLD.effect, OLD.withdrew, OLD.version, OLD.created_at,
    OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.meeting_id, NEW.agenda_item_id, NEW.kind, NEW.person_id, NEW.political_group,
    NEW.interest_type, NEW.nature, NEW.is_sensitive, NEW.effect, NEW.withdrew, NEW.version, NEW.created_at,
    NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'declarations', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id),
        json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'agenda_item_id', OLD.agenda_item_id,
            'kind', OLD.kind, 'person_id', OLD.person_id, 'political_group', OLD.political_group,
            'interest_type', OLD.interest_type, 'nature', OLD.nature, 'is_sensitive', OLD.is_sensitive,
            'effect', OLD.effect, 'withdrew', OLD.withdrew, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'agenda_item_id', NEW.agenda_item_id,
            'kind', NEW.kind, 'person_id', NEW.person_id, 'political_group', NEW.political_group,
            'interest_type', NEW.interest_type, 'nature', NEW.nature, 'is_sensitive', NEW.is_sensitive,
            'effect', NEW.effect, 'withdrew', NEW.withdrew, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER declarations_change_delete AFTER DELETE ON declarations
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'declarations', OLD.id, OLD.version,
        json_object('meetings', OLD.meeting_id),
        json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'agenda_item_id', OLD.agenda_item_id,
            'kind', OLD.kind, 'person_id', OLD.person_id, 'political_group', OLD.political_group,
            'interest_type', OLD.interest_type, 'nature', OLD.nature, 'is_sensitive', OLD.is_sensitive,
            'effect', OLD.effect, 'withdrew', OLD.withdrew, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;

CREATE TRIGGER decisions_change_insert AFTER INSERT ON decisions
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'decisions', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id),
        NULL,
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'agenda_item_id', NEW.agenda_item_id,
            'minute_number', NEW.minute_number, 'kind', NEW.kind, 'text', NEW.text, 'mover_id', NEW.mover_id,
            'seconder_id', NEW.seconder_id, 'votes_for', NEW.votes_for, 'votes_against', NEW.votes_against,
            'votes_abstain', NEW.votes_abstain, 'casting_vote', NEW.casting_vote, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER decisions_change_update AFTER UPDATE ON decisions
WHEN (OLD.id, OLD.meeting_id, OLD.agenda_item_id, OLD.minute_number, OLD.kind, OLD.text, OLD.mover_id,
    OLD.seconder_id, OLD.votes_for, OLD.votes_against, OLD.votes_abstain, OLD.casting_vote, OLD.version,
    OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref,
    OLD.import_id)
    IS NOT (NEW.id, NEW.meeting_id, NEW.agenda_item_id, NEW.minute_number, NEW.kind, NEW.text, NEW.mover_id,
    NEW.seconder_id, NEW.votes_for, NEW.votes_against, NEW.votes_abstain, NEW.casting_vote, NEW.version,
    NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref,
    NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'decisions', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id),
        json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'agenda_item_id', OLD.agenda_item_id,
            'minute_number', OLD.minute_number, 'kind', OLD.kind, 'text', OLD.text, 'mover_id', OLD.mover_id,
            'seconder_id', OLD.seconder_id, 'votes_for', OLD.votes_for, 'votes_against', OLD.votes_against,
            'votes_abstain', OLD.votes_abstain, 'casting_vote', OLD.casting_vote, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'agenda_item_id', NEW.agenda_item_id,
            'minute_number', NEW.minute_number, 'kind', NEW.kind, 'text', NEW.text, 'mover_id', NEW.mover_id,
            'seconder_id', NEW.seconder_id, 'votes_for', NEW.votes_for, 'votes_against', NEW.votes_against,
            'votes_abstain', NEW.votes_abstain, 'casting_vote', NEW.casting_vote, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER decisions_change_delete AFTER DELETE ON decisions
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'decisions', OLD.id, OLD.version,
        json_object('meetings', OLD.meeting_id),
        json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'agenda_item_id', OLD.agenda_item_id,
            'minute_number', OLD.minute_number, 'kind', OLD.kind, 'text', OLD.text, 'mover_id', OLD.mover_id,
            'seconder_id', OLD.seconder_id, 'votes_for', OLD.votes_for, 'votes_against', OLD.votes_against,
            'votes_abstain', OLD.votes_abstain, 'casting_vote', OLD.casting_vote, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;

CREATE TRIGGER recommendations_change_insert AFTER INSERT ON recommendations
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'recommendations', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id, 'meetings', NEW.meeting_id),
        NULL,
        json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'meeting_id', NEW.meeting_id,
            'agenda_item_id', NEW.agenda_item_id, 'decision_id', NEW.decision_id,
            'follows_id', NEW.follows_id, 'municipal_year', NEW.municipal_year, 'ref', NEW.ref,
            'text', NEW.text, 'addressee', NEW.addressee, 'state', NEW.state,
            'state_reason', NEW.state_reason, 'notice_sent_on', NEW.notice_sent_on,
            'received_on', NEW.received_on, 'progress_judgement', NEW.progress_judgement,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER recommendations_change_update AFTER UPDATE ON recommendations
WHEN (OLD.id, OLD.panel_id, OLD.meeting_id, OLD.agenda_item_id, OLD.decision_id, OLD.follows_id,
    OLD.municipal_year, OLD.ref, OLD.text, OLD.addressee, OLD.state, OLD.state_reason, OLD.notice_sent_on,
    OLD.received_on, OLD.progress_judgement, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin,
    OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.panel_id, NEW.meeting_id, NEW.agenda_item_id, NEW.decision_id, NEW.follows_id,
    NEW.municipal_year, NEW.ref, NEW.text, NEW.addressee, NEW.state, NEW.state_reason, NEW.notice_sent_on,
    NEW.received_on, NEW.progress_judgement, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin,
    NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'recommendations', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id, 'meetings', NEW.meeting_id),
        json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'meeting_id', OLD.meeting_id,
            'agenda_item_id', OLD.agenda_item_id, 'decision_id', OLD.decision_id,
            'follows_id', OLD.follows_id, 'municipal_year', OLD.municipal_year, 'ref', OLD.ref,
            'text', OLD.text, 'addressee', OLD.addressee, 'state', OLD.state,
            'state_reason', OLD.state_reason, 'notice_sent_on', OLD.notice_sent_on,
            'received_on', OLD.received_on, 'progress_judgement', OLD.progress_judgement,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'meeting_id', NEW.meeting_id,
            'agenda_item_id', NEW.agenda_item_id, 'decision_id', NEW.decision_id,
            'follows_id', NEW.follows_id, 'municipal_year', NEW.municipal_year, 'ref', NEW.ref,
            'text', NEW.text, 'addressee', NEW.addressee, 'state', NEW.state,
            'state_reason', NEW.state_reason, 'notice_sent_on', NEW.notice_sent_on,
            'received_on', NEW.received_on, 'progress_judgement', NEW.progress_judgement,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER recommendations_change_delete AFTER DELETE ON recommendations
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'recommendations', OLD.id, OLD.version,
        json_object('panels', OLD.panel_id, 'meetings', OLD.meeting_id),
        json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'meeting_id', OLD.meeting_id,
            'agenda_item_id', OLD.agenda_item_id, 'decision_id', OLD.decision_id,
            'follows_id', OLD.follows_id, 'municipal_year', OLD.municipal_year, 'ref', OLD.ref,
            'text', OLD.text, 'addressee', OLD.addressee, 'state', OLD.state,
            'state_reason', OLD.state_reason, 'notice_sent_on', OLD.notice_sent_on,
            'received_on', OLD.received_on, 'progress_judgement', OLD.progress_judgement,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;

CREATE TRIGGER responses_change_insert AFTER INSERT ON responses
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'responses', NEW.id, NEW.version,
        json_object('recommendations', NEW.recommendation_id),
        NULL,
        json_object(
            'id', NEW.id, 'recommendation_id', NEW.recommendation_id, 'outcome', NEW.outcome,
            'reasons', NEW.reasons, 'decided_by', NEW.decided_by, 'decided_on', NEW.decided_on,
            'lead_officer_role', NEW.lead_officer_role, 'target_on', NEW.target_on,
            'published_on', NEW.published_on, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER responses_change_update AFTER UPDATE ON responses
WHEN (OLD.id, OLD.recommendation_id, OLD.outcome, OLD.reasons, OLD.decided_by, OLD.decided_on,
    OLD.lead_officer_role, OLD.target_on, OLD.published_on, OLD.version, OLD.created_at, OLD.updated_at,
    OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.recommendation_id, NEW.outcome, NEW.reasons, NEW.decided_by, NEW.decided_on,
    NEW.lead_officer_role, NEW.target_on, NEW.published_on, NEW.version, NEW.created_at, NEW.updated_at,
    NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'responses', NEW.id, NEW.version,
        json_object('recommendations', NEW.recommendation_id),
        json_object(
            'id', OLD.id, 'recommendation_id', OLD.recommendation_id, 'outcome', OLD.outcome,
            'reasons', OLD.reasons, 'decided_by', OLD.decided_by, 'decided_on', OLD.decided_on,
            'lead_officer_role', OLD.lead_officer_role, 'target_on', OLD.target_on,
            'published_on', OLD.published_on, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'recommendation_id', NEW.recommendation_id, 'outcome', NEW.outcome,
            'reasons', NEW.reasons, 'decided_by', NEW.decided_by, 'decided_on', NEW.decided_on,
            'lead_officer_role', NEW.lead_officer_role, 'target_on', NEW.target_on,
            'published_on', NEW.published_on, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER responses_change_delete AFTER DELETE ON responses
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'responses', OLD.id, OLD.version,
        json_object('recommendations', OLD.recommendation_id),
        json_object(
            'id', OLD.id, 'recommendation_id', OLD.recommendation_id, 'outcome', OLD.outcome,
            'reasons', OLD.reasons, 'decided_by', OLD.decided_by, 'decided_on', OLD.decided_on,
            'lead_officer_role', OLD.lead_officer_role, 'target_on', OLD.target_on,
            'published_on', OLD.published_on, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;

-- Rules between records, and the first states of new ones.

-- Who presides (Local Government Act 1972, Schedule 12): the chair, a vice-chair, or somebody elected for the meeting.
ALTER TABLE meetings ADD COLUMN presiding_person_id INTEGER REFERENCES people (id);
CREATE INDEX meetings_by_presiding_person ON meetings (presiding_person_id);

-- A record begins in one of these.
CREATE TABLE initial_states (
    machine TEXT NOT NULL,
    state TEXT NOT NULL,
    PRIMARY KEY (machine, state)
) STRICT, WITHOUT ROWID;
INSERT INTO initial_states (machine, state) VALUES
    ('meeting', 'planned'), ('report', 'to_follow'), ('report', 'received'), ('action', 'proposed'),
    ('action', 'open'), ('recommendation', 'drafted'), ('minutes', 'draft');

CREATE TRIGGER meetings_state_insert BEFORE INSERT ON meetings
WHEN NEW.state NOT IN (SELECT state FROM initial_states WHERE machine = 'meeting')
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: A new meeting is planned. Its other states are reached by transitions.');
END;
CREATE TRIGGER reports_state_insert BEFORE INSERT ON reports
WHEN NEW.state NOT IN (SELECT state FROM initial_states WHERE machine = 'report')
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: A new report is to follow or received. Its other states are reached by transitions.');
END;
CREATE TRIGGER actions_state_insert BEFORE INSERT ON actions
WHEN NEW.state NOT IN (SELECT state FROM initial_states WHERE machine = 'action')
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: A new action is proposed or open. Its other states are reached by transitions.');
END;
CREATE TRIGGER recommendations_state_insert BEFORE INSERT ON recommendations
WHEN NEW.state NOT IN (SELECT state FROM initial_states WHERE machine = 'recommendation')
BEGIN
    SELECT RAISE(ABORT, 'invalid_transition: A new recommendation is drafted. Its other states are reached by transitions.');
END;

-- Some steps need a reason.
CREATE TRIGGER meetings_state_reason BEFORE UPDATE OF state ON meetings
WHEN OLD.state IS NOT NEW.state AND NEW.state_reason IS NULL AND EXISTS (
    SELECT 1 FROM state_transitions
    WHERE machine = 'meeting' AND from_state = OLD.state AND to_state = NEW.state AND needs_reason = 1)
BEGIN
    SELECT RAISE(ABORT, 'needs_reason: Say why the meeting goes to this state.');
END;
CREATE TRIGGER reports_state_reason BEFORE UPDATE OF state ON reports
WHEN OLD.state IS NOT NEW.state AND NEW.state_reason IS NULL AND EXISTS (
    SELECT 1 FROM state_transitions
    WHERE machine = 'report' AND from_state = OLD.state AND to_state = NEW.state AND needs_reason = 1)
BEGIN
    SELECT RAISE(ABORT, 'needs_reason: Say why the report goes to this state.');
END;
CREATE TRIGGER actions_state_reason BEFORE UPDATE OF state ON actions
WHEN OLD.state IS NOT NEW.state AND NEW.state_reason IS NULL AND EXISTS (
    SELECT 1 FROM state_transitions
    WHERE machine = 'action' AND from_state = OLD.state AND to_state = NEW.state AND needs_reason = 1)
BEGIN
    SELECT RAISE(ABORT, 'needs_reason: Say why the action goes to this state.');
END;

-- A meeting is published with a place and its agenda, and held under somebody who presides.
CREATE TRIGGER meetings_published BEFORE UPDATE OF state ON meetings
WHEN NEW.state = 'published' AND OLD.state <> 'published'
BEGIN
    SELECT CASE
        WHEN NEW.venue IS NULL AND NEW.mode <> 'remote' THEN
            RAISE(ABORT, 'venue_missing: A meeting is published with its place. Give venue first.')
        WHEN NOT EXISTS (SELECT 1 FROM reports
            WHERE meeting_id = NEW.id AND kind = 'agenda_front_sheet' AND state IN ('received', 'published')) THEN
            RAISE(ABORT, 'agenda_missing: A meeting is published with its agenda. Add its front sheet as a report first.')
        END;
END;
CREATE TRIGGER meetings_held BEFORE UPDATE OF state ON meetings
WHEN NEW.state = 'held' AND OLD.state = 'published' AND NEW.presiding_person_id IS NULL
BEGIN
    SELECT RAISE(ABORT, 'presiding_person_missing: Say who presided: set presidingPerson before the meeting is held.');
END;

-- An appendix belongs to a report of the same meeting, and no report to itself.
CREATE TRIGGER reports_parent_insert BEFORE INSERT ON reports
WHEN NEW.parent_id IS NOT NULL AND (SELECT meeting_id FROM reports WHERE id = NEW.parent_id) IS NOT NEW.meeting_id
    AND EXISTS (SELECT 1 FROM reports WHERE id = NEW.parent_id)
BEGIN
    SELECT RAISE(ABORT, 'parent_of_other_meeting: The covering report belongs to another meeting.');
END;
CREATE TRIGGER reports_parent_update BEFORE UPDATE OF parent_id, meeting_id ON reports
WHEN NEW.parent_id IS NOT NULL AND (SELECT meeting_id FROM reports WHERE id = NEW.parent_id) IS NOT NEW.meeting_id
    AND EXISTS (SELECT 1 FROM reports WHERE id = NEW.parent_id)
BEGIN
    SELECT RAISE(ABORT, 'parent_of_other_meeting: The covering report belongs to another meeting.');
END;
CREATE TRIGGER reports_parent_meeting BEFORE UPDATE OF meeting_id ON reports
WHEN NEW.meeting_id <> OLD.meeting_id AND EXISTS (SELECT 1 FROM reports WHERE parent_id = OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'parent_of_other_meeting: The report has appendices, which belong to its meeting.');
END;
CREATE TRIGGER reports_parent_circle BEFORE UPDATE OF parent_id ON reports
WHEN NEW.parent_id IS NOT NULL AND EXISTS (
    WITH RECURSIVE above (id) AS (
        SELECT NEW.parent_id
        UNION SELECT reports.parent_id FROM above JOIN reports ON reports.id = above.id
        WHERE reports.parent_id IS NOT NULL)
    SELECT 1 FROM above WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'parent_in_circle: A report cannot be an appendix of itself.');
END;

-- An action belongs to the panel of its meeting and its report.
CREATE TRIGGER actions_panel_insert BEFORE INSERT ON actions
WHEN EXISTS (SELECT 1 FROM meetings WHERE id = NEW.meeting_id AND panel_id <> NEW.panel_id)
BEGIN
    SELECT RAISE(ABORT, 'meeting_of_other_panel: The meeting belongs to another panel than the action.');
END;
CREATE TRIGGER actions_panel_update BEFORE UPDATE OF panel_id, meeting_id ON actions
WHEN EXISTS (SELECT 1 FROM meetings WHERE id = NEW.meeting_id AND panel_id <> NEW.panel_id)
BEGIN
    SELECT RAISE(ABORT, 'meeting_of_other_panel: The meeting belongs to another panel than the action.');
END;
CREATE TRIGGER actions_report_insert BEFORE INSERT ON actions
WHEN EXISTS (
    SELECT 1 FROM reports JOIN meetings ON meetings.id = reports.meeting_id
    WHERE reports.id = NEW.report_id AND meetings.panel_id <> NEW.panel_id)
BEGIN
    SELECT RAISE(ABORT, 'report_of_other_panel: The report belongs to another panel than the action.');
END;
CREATE TRIGGER actions_report_update BEFORE UPDATE OF panel_id, report_id ON actions
WHEN EXISTS (
    SELECT 1 FROM reports JOIN meetings ON meetings.id = reports.meeting_id
    WHERE reports.id = NEW.report_id AND meetings.panel_id <> NEW.panel_id)
BEGIN
    SELECT RAISE(ABORT, 'report_of_other_panel: The report belongs to another panel than the action.');
END;
CREATE TRIGGER meetings_actions_update BEFORE UPDATE OF panel_id ON meetings
WHEN NEW.panel_id <> OLD.panel_id AND (
    EXISTS (SELECT 1 FROM actions WHERE meeting_id = OLD.id)
    OR EXISTS (SELECT 1 FROM reports JOIN actions ON actions.report_id = reports.id WHERE reports.meeting_id = OLD.id))
BEGIN
    SELECT RAISE(ABORT, 'meeting_of_other_panel: Actions of the panel come from this meeting, so it stays there.');
END;

-- A figure stands on a page of its report.
CREATE TRIGGER figures_pages_insert BEFORE INSERT ON figures
WHEN EXISTS (
    SELECT 1 FROM reports WHERE id = NEW.report_id AND (NEW.page_from < page_from OR NEW.page_to > page_to))
BEGIN
    SELECT RAISE(ABORT, 'page_outside_report: The figure stands on a page outside its report.');
END;
CREATE TRIGGER reports_figures_update BEFORE UPDATE OF page_from, page_to ON reports
WHEN EXISTS (
    SELECT 1 FROM figures WHERE report_id = NEW.id AND (page_from < NEW.page_from OR page_to > NEW.page_to))
BEGIN
    SELECT RAISE(ABORT, 'page_outside_report: Figures of the report stand on pages outside that range.');
END;

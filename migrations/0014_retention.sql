-- What may be kept no longer is removed, as an operation of its own that leaves its own traces.

-- Periods that differ from the program's own; null is permanent.
CREATE TABLE retention_rules (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule TEXT NOT NULL UNIQUE CHECK (rule IN (
        'papers', 'background-papers', 'recommendations', 'declarations', 'contact-details', 'actions', 'figures',
        'import-logs')),
    months INTEGER CHECK (months BETWEEN 1 AND 1200),
    -- Local Government Act 1972, section 100D: four years from the meeting.
    CONSTRAINT retention_below_floor CHECK (rule <> 'background-papers' OR months IS NULL OR months >= 48),
    CONSTRAINT retention_is_permanent CHECK (
        rule NOT IN ('papers', 'recommendations', 'declarations', 'figures') OR months IS NULL)
) STRICT;

-- What was removed, when, under which rule, and the last day it had to be kept. The deletion itself stands in the
-- change log; what an import reported is no record, so this is its only trace.
CREATE TABLE retention_removals (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    rule TEXT NOT NULL CHECK (rule IN ('actions', 'import-logs')),
    collection TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    kept_until TEXT NOT NULL CHECK (date(kept_until, '+0 days') IS kept_until),
    UNIQUE (collection, record_id),
    CONSTRAINT removal_of_the_rule CHECK (collection = iif(rule = 'actions', 'actions', 'imports'))
) STRICT;

-- The rule under which the present write removes.
ALTER TABLE writes ADD COLUMN retention_rule TEXT;

-- What the present write removes, with the parts of its records.
CREATE VIEW removed_now AS
SELECT removal.collection, removal.record_id
FROM writes JOIN retention_removals AS removal ON removal.rule = writes.retention_rule AND removal.at = writes.at;

CREATE TRIGGER retention_removals_insert BEFORE INSERT ON retention_removals
WHEN NOT EXISTS (SELECT 1 FROM writes WHERE retention_rule = NEW.rule AND at = NEW.at)
    OR EXISTS (SELECT 1 FROM retention_removals WHERE id = NEW.id
        OR (collection = NEW.collection AND record_id = NEW.record_id))
BEGIN
    SELECT RAISE(ABORT, 'retention_is_frozen: Only a retention run says what it removes, and once.');
END;
-- A day may have begun in London that has not in UTC.
CREATE TRIGGER retention_removals_due BEFORE INSERT ON retention_removals
WHEN NEW.kept_until > date('now')
    OR (NEW.collection = 'actions' AND NOT EXISTS (SELECT 1 FROM actions WHERE id = NEW.record_id
        AND state IN ('closed', 'dismissed', 'cancelled', 'superseded', 'transferred')))
    OR (NEW.collection = 'imports' AND NOT EXISTS (SELECT 1 FROM imports WHERE id = NEW.record_id))
BEGIN
    SELECT RAISE(ABORT, 'retention_not_due: The record has to be kept for longer.');
END;
CREATE TRIGGER retention_removals_update BEFORE UPDATE ON retention_removals
BEGIN
    SELECT RAISE(ABORT, 'retention_is_frozen: What was removed stays on record.');
END;
CREATE TRIGGER retention_removals_delete BEFORE DELETE ON retention_removals
BEGIN
    SELECT RAISE(ABORT, 'retention_is_frozen: What was removed stays on record.');
END;

-- The history of an action goes with the action, and only then.
DROP TRIGGER action_events_delete;
CREATE TRIGGER action_events_delete BEFORE DELETE ON action_events
WHEN NOT EXISTS (SELECT 1 FROM removed_now WHERE collection = 'actions' AND record_id = OLD.action_id)
BEGIN
    SELECT RAISE(ABORT, 'published_is_frozen: The history of an action is never deleted.');
END;

-- The log keeps who changed a removed record when, and nothing of what it held: both sides become empty objects.
DROP TRIGGER changes_update;
CREATE TRIGGER changes_update BEFORE UPDATE ON changes
WHEN (NEW.seq, NEW.at, NEW.actor, NEW.import_id, NEW.operation, NEW.collection, NEW.record_id, NEW.version, NEW.parents)
    IS NOT (OLD.seq, OLD.at, OLD.actor, OLD.import_id, OLD.operation, OLD.collection, OLD.record_id, OLD.version,
        OLD.parents)
    OR NEW.before IS NOT iif(OLD.before IS NULL, NULL, '{}') OR NEW.after IS NOT iif(OLD.after IS NULL, NULL, '{}')
    OR NOT EXISTS (SELECT 1 FROM removed_now WHERE (collection = OLD.collection AND record_id = OLD.record_id)
        OR (collection = 'actions' AND OLD.collection = 'action-events'
            AND record_id = json_extract(OLD.parents, '$.actions')))
BEGIN
    SELECT RAISE(ABORT, 'change_log_is_frozen: The change log is never changed.');
END;

CREATE TRIGGER retention_rules_change_insert AFTER INSERT ON retention_rules
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'retention-rules', NEW.id, NULL,
        json_object(),
        NULL,
        json_object('id', NEW.id, 'rule', NEW.rule, 'months', NEW.months)
    FROM current_write;
END;

CREATE TRIGGER retention_rules_change_update AFTER UPDATE ON retention_rules
WHEN (OLD.id, OLD.rule, OLD.months) IS NOT (NEW.id, NEW.rule, NEW.months)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'retention-rules', NEW.id, NULL,
        json_object(),
        json_object('id', OLD.id, 'rule', OLD.rule, 'months', OLD.months),
        json_object('id', NEW.id, 'rule', NEW.rule, 'months', NEW.months)
    FROM current_write;
END;

CREATE TRIGGER retention_rules_change_delete AFTER DELETE ON retention_rules
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'retention-rules', OLD.id, NULL,
        json_object(),
        json_object('id', OLD.id, 'rule', OLD.rule, 'months', OLD.months),
        NULL
    FROM current_write;
END;

-- The change log: one entry for each record that a committed write made, changed or removed, written by triggers, so
-- that nothing can write around it. It gives the change feed, the history of a record, and what was recorded then.

-- Who writes now: one row while a job of the program runs, none at other times.
CREATE TABLE writes (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    at TEXT NOT NULL,
    actor TEXT NOT NULL CHECK (length(actor) BETWEEN 1 AND 200),
    -- The import that writes, and the one that is being undone.
    import_id INTEGER,
    undone_import_id INTEGER
) STRICT;

-- The same, also for those who write with another program and say nothing of themselves.
CREATE VIEW current_write AS
SELECT coalesce(writes.at, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')) AS at,
    coalesce(writes.actor, 'another program') AS actor, writes.import_id AS import_id
FROM (SELECT 1) LEFT JOIN writes;

CREATE TABLE changes (
    -- Without a gap, in the order of the commits: a transaction that is undone gives its numbers back.
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    import_id INTEGER REFERENCES imports (id),
    operation TEXT NOT NULL CHECK (operation IN ('created', 'updated', 'deleted')),
    collection TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    -- The record's own; null for parts that have none.
    version INTEGER,
    -- The records that this one belongs to, by collection.
    parents TEXT NOT NULL CHECK (json_valid(parents)),
    -- The whole row by column, as it was and as it is.
    before TEXT,
    after TEXT,
    CONSTRAINT change_has_its_sides CHECK (
        (before IS NULL) = (operation = 'created') AND (after IS NULL) = (operation = 'deleted'))
) STRICT;

CREATE INDEX changes_by_record ON changes (collection, record_id, seq);
CREATE INDEX changes_by_import ON changes (import_id);

CREATE TRIGGER changes_insert AFTER INSERT ON changes
WHEN NEW.seq <> 1 AND NOT EXISTS (SELECT 1 FROM changes WHERE seq = NEW.seq - 1)
BEGIN
    SELECT RAISE(ABORT, 'change_log_is_frozen: The change log has no gaps.');
END;
CREATE TRIGGER changes_replace BEFORE INSERT ON changes
WHEN EXISTS (SELECT 1 FROM changes WHERE seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'change_log_is_frozen: The change log is never changed.');
END;
CREATE TRIGGER changes_update BEFORE UPDATE ON changes
BEGIN
    SELECT RAISE(ABORT, 'change_log_is_frozen: The change log is never changed.');
END;
CREATE TRIGGER changes_delete BEFORE DELETE ON changes
BEGIN
    SELECT RAISE(ABORT, 'change_log_is_frozen: Nothing is ever removed from the change log.');
END;

-- What was recorded before there was a log stands in it as created then.
INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT created_at, 'migration', import_id, 'created', 'panels', id, version,
    json_object(), NULL, json_object(
        'id', id, 'slug', slug, 'name', name, 'kind', kind, 'council', council,
        'covers_education', covers_education, 'active_from', active_from, 'active_to', active_to,
        'version', version, 'created_at', created_at, 'updated_at', updated_at, 'origin', origin,
        'officer_fields', officer_fields, 'source_system', source_system, 'source_ref', source_ref,
        'import_id', import_id)
FROM panels ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT created_at, 'migration', import_id, 'created', 'people', id, version,
    json_object(), NULL, json_object(
        'id', id, 'name', name, 'sort_name', sort_name, 'is_executive_member', is_executive_member,
        'version', version, 'created_at', created_at, 'updated_at', updated_at, 'origin', origin,
        'officer_fields', officer_fields, 'source_system', source_system, 'source_ref', source_ref,
        'import_id', import_id)
FROM people ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT created_at, 'migration', import_id, 'created', 'areas', id, version,
    json_object(), NULL, json_object(
        'id', id, 'code', code, 'name', name, 'kind', kind, 'version', version, 'created_at', created_at,
        'updated_at', updated_at, 'origin', origin, 'officer_fields', officer_fields,
        'source_system', source_system, 'source_ref', source_ref, 'import_id', import_id)
FROM areas ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT created_at, 'migration', import_id, 'created', 'indicators', id, version,
    json_object(), NULL, json_object(
        'id', id, 'code', code, 'name', name, 'topic', topic, 'definition', definition, 'unit', unit,
        'polarity', polarity, 'decimals', decimals, 'official_source', official_source, 'version', version,
        'created_at', created_at, 'updated_at', updated_at, 'origin', origin, 'officer_fields', officer_fields,
        'source_system', source_system, 'source_ref', source_ref, 'import_id', import_id)
FROM indicators ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT created_at, 'migration', import_id, 'created', 'seats', id, version,
    json_object('panels', panel_id), NULL, json_object(
        'id', id, 'panel_id', panel_id, 'position', position, 'kind', kind, 'person_id', person_id,
        'political_group', political_group, 'display_title', display_title, 'matters', matters,
        'is_chair', is_chair, 'is_vice_chair', is_vice_chair, 'held_from', held_from, 'held_to', held_to,
        'version', version, 'created_at', created_at, 'updated_at', updated_at, 'origin', origin,
        'officer_fields', officer_fields, 'source_system', source_system, 'source_ref', source_ref,
        'import_id', import_id)
FROM seats ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT created_at, 'migration', import_id, 'created', 'meetings', id, version,
    json_object('panels', panel_id), NULL, json_object(
        'id', id, 'panel_id', panel_id, 'starts_at', starts_at, 'starts_at_local', starts_at_local,
        'starts_on', starts_on, 'venue', venue, 'mode', mode, 'kind', kind, 'state', state,
        'state_reason', state_reason, 'agenda_published_on', agenda_published_on,
        'participation_deadline', participation_deadline, 'webcast_url', webcast_url, 'version', version,
        'created_at', created_at, 'updated_at', updated_at, 'origin', origin, 'officer_fields', officer_fields,
        'source_system', source_system, 'source_ref', source_ref, 'import_id', import_id)
FROM meetings ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT created_at, 'migration', import_id, 'created', 'agenda-items', id, version,
    json_object('meetings', meeting_id), NULL, json_object(
        'id', id, 'meeting_id', meeting_id, 'printed_number', printed_number, 'position', position,
        'taken_position', taken_position, 'title', title, 'instruction', instruction, 'page_from', page_from,
        'page_to', page_to, 'version', version, 'created_at', created_at, 'updated_at', updated_at,
        'origin', origin, 'officer_fields', officer_fields, 'source_system', source_system,
        'source_ref', source_ref, 'import_id', import_id)
FROM agenda_items ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT created_at, 'migration', import_id, 'created', 'reports', id, version,
    json_object('meetings', meeting_id), NULL, json_object(
        'id', id, 'meeting_id', meeting_id, 'agenda_item_id', agenda_item_id, 'parent_id', parent_id,
        'kind', kind, 'label', label, 'title', title, 'author_role', author_role, 'state', state,
        'state_reason', state_reason, 'expected_on', expected_on, 'published_at', published_at,
        'page_from', page_from, 'page_to', page_to, 'background_papers', background_papers, 'licence', licence,
        'access', access, 'exempt_paragraphs', exempt_paragraphs,
        'public_interest_statement', public_interest_statement, 'confidential_reason', confidential_reason,
        'version', version, 'created_at', created_at, 'updated_at', updated_at, 'origin', origin,
        'officer_fields', officer_fields, 'source_system', source_system, 'source_ref', source_ref,
        'import_id', import_id)
FROM reports ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT created_at, 'migration', import_id, 'created', 'report-pages', id, version,
    json_object('reports', report_id), NULL, json_object(
        'id', id, 'report_id', report_id, 'page_from', page_from, 'page_to', page_to,
        'document_page', document_page, 'line', line, 'text_kind', text_kind, 'text', text, 'version', version,
        'created_at', created_at, 'updated_at', updated_at, 'origin', origin, 'officer_fields', officer_fields,
        'source_system', source_system, 'source_ref', source_ref, 'import_id', import_id)
FROM report_pages ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT created_at, 'migration', import_id, 'created', 'terms', id, version,
    json_object('reports', report_id), NULL, json_object(
        'id', id, 'report_id', report_id, 'term', term, 'folded_term', folded_term,
        'has_look_alikes', has_look_alikes, 'meaning', meaning, 'page', page, 'line', line, 'version', version,
        'created_at', created_at, 'updated_at', updated_at, 'origin', origin, 'officer_fields', officer_fields,
        'source_system', source_system, 'source_ref', source_ref, 'import_id', import_id)
FROM terms ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT created_at, 'migration', import_id, 'created', 'observations', id, version,
    json_object('indicators', indicator_id), NULL, json_object(
        'id', id, 'indicator_id', indicator_id, 'area_id', area_id, 'dimension', dimension,
        'period_kind', period_kind, 'period_start', period_start, 'period_end', period_end, 'value', value,
        'numerator', numerator, 'denominator', denominator, 'value_state', value_state,
        'publication_state', publication_state, 'revision', revision, 'reason', reason, 'version', version,
        'created_at', created_at, 'updated_at', updated_at, 'origin', origin, 'officer_fields', officer_fields,
        'source_system', source_system, 'source_ref', source_ref, 'import_id', import_id)
FROM observations ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT created_at, 'migration', import_id, 'created', 'figures', id, version,
    json_object('reports', report_id, 'indicators', indicator_id), NULL, json_object(
        'id', id, 'report_id', report_id, 'indicator_id', indicator_id, 'area_id', area_id, 'page', page,
        'page_from', page_from, 'page_to', page_to, 'line', line, 'name', name, 'topic', topic,
        'dimension', dimension, 'unit', unit, 'value', value, 'value_text', value_text,
        'value_state', value_state, 'approximate', approximate, 'period_kind', period_kind,
        'period_start', period_start, 'period_end', period_end, 'period_text', period_text,
        'period_basis', period_basis, 'previous_value', previous_value,
        'previous_value_text', previous_value_text, 'previous_period_kind', previous_period_kind,
        'previous_period_start', previous_period_start, 'previous_period_end', previous_period_end,
        'previous_period_text', previous_period_text, 'previous_period_basis', previous_period_basis,
        'stated_direction', stated_direction, 'quote', quote, 'flags', flags, 'note', note,
        'confidence', confidence, 'version', version, 'created_at', created_at, 'updated_at', updated_at,
        'origin', origin, 'officer_fields', officer_fields, 'source_system', source_system,
        'source_ref', source_ref, 'import_id', import_id)
FROM figures ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'migration', NULL, 'created', 'figure-comparators', id, NULL,
    json_object('figures', figure_id), NULL, json_object(
        'id', id, 'figure_id', figure_id, 'position', position, 'area_id', area_id, 'value', value,
        'value_text', value_text, 'period_kind', period_kind, 'period_start', period_start,
        'period_end', period_end, 'period_text', period_text, 'period_basis', period_basis)
FROM figure_comparators ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT created_at, 'migration', import_id, 'created', 'actions', id, version,
    json_object('panels', panel_id, 'meetings', meeting_id), NULL, json_object(
        'id', id, 'panel_id', panel_id, 'meeting_id', meeting_id, 'agenda_item_id', agenda_item_id,
        'report_id', report_id, 'minute_number', minute_number, 'kind', kind, 'text', text,
        'owner_role', owner_role, 'due_kind', due_kind, 'due_on', due_on, 'due_text', due_text, 'state', state,
        'state_reason', state_reason, 'page', page, 'page_from', page_from, 'page_to', page_to, 'line', line,
        'quote', quote, 'version', version, 'created_at', created_at, 'updated_at', updated_at,
        'origin', origin, 'officer_fields', officer_fields, 'source_system', source_system,
        'source_ref', source_ref, 'import_id', import_id)
FROM actions ORDER BY id;

INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
SELECT occurred_at, 'migration', NULL, 'created', 'action-events', id, NULL,
    json_object('actions', action_id), NULL, json_object(
        'id', id, 'action_id', action_id, 'from_state', from_state, 'to_state', to_state, 'note', note,
        'actor', actor, 'occurred_at', occurred_at)
FROM action_events ORDER BY id;

-- One entry for each record made, changed or removed, whoever does it.
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
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER panels_change_update AFTER UPDATE ON panels
WHEN (OLD.id, OLD.slug, OLD.name, OLD.kind, OLD.council, OLD.covers_education, OLD.active_from, OLD.active_to,
    OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system,
    OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.slug, NEW.name, NEW.kind, NEW.council, NEW.covers_education, NEW.active_from, NEW.active_to,
    NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system,
    NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'panels', NEW.id, NEW.version,
        json_object(),
        json_object(
            'id', OLD.id, 'slug', OLD.slug, 'name', OLD.name, 'kind', OLD.kind, 'council', OLD.council,
            'covers_education', OLD.covers_education, 'active_from', OLD.active_from,
            'active_to', OLD.active_to, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'slug', NEW.slug, 'name', NEW.name, 'kind', NEW.kind, 'council', NEW.council,
            'covers_education', NEW.covers_education, 'active_from', NEW.active_from,
            'active_to', NEW.active_to, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
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
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;


CREATE TRIGGER people_change_insert AFTER INSERT ON people
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'people', NEW.id, NEW.version,
        json_object(),
        NULL,
        json_object(
            'id', NEW.id, 'name', NEW.name, 'sort_name', NEW.sort_name,
            'is_executive_member', NEW.is_executive_member, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER people_change_update AFTER UPDATE ON people
WHEN (OLD.id, OLD.name, OLD.sort_name, OLD.is_executive_member, OLD.version, OLD.created_at, OLD.updated_at,
    OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.name, NEW.sort_name, NEW.is_executive_member, NEW.version, NEW.created_at, NEW.updated_at,
    NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'people', NEW.id, NEW.version,
        json_object(),
        json_object(
            'id', OLD.id, 'name', OLD.name, 'sort_name', OLD.sort_name,
            'is_executive_member', OLD.is_executive_member, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'name', NEW.name, 'sort_name', NEW.sort_name,
            'is_executive_member', NEW.is_executive_member, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER people_change_delete AFTER DELETE ON people
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'people', OLD.id, OLD.version,
        json_object(),
        json_object(
            'id', OLD.id, 'name', OLD.name, 'sort_name', OLD.sort_name,
            'is_executive_member', OLD.is_executive_member, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;


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
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER areas_change_update AFTER UPDATE ON areas
WHEN (OLD.id, OLD.code, OLD.name, OLD.kind, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin,
    OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.code, NEW.name, NEW.kind, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin,
    NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'areas', NEW.id, NEW.version,
        json_object(),
        json_object(
            'id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'kind', OLD.kind, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'kind', NEW.kind, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
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
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;


CREATE TRIGGER indicators_change_insert AFTER INSERT ON indicators
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'indicators', NEW.id, NEW.version,
        json_object(),
        NULL,
        json_object(
            'id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'topic', NEW.topic, 'definition', NEW.definition,
            'unit', NEW.unit, 'polarity', NEW.polarity, 'decimals', NEW.decimals,
            'official_source', NEW.official_source, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER indicators_change_update AFTER UPDATE ON indicators
WHEN (OLD.id, OLD.code, OLD.name, OLD.topic, OLD.definition, OLD.unit, OLD.polarity, OLD.decimals,
    OLD.official_source, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields,
    OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.code, NEW.name, NEW.topic, NEW.definition, NEW.unit, NEW.polarity, NEW.decimals,
    NEW.official_source, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields,
    NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'indicators', NEW.id, NEW.version,
        json_object(),
        json_object(
            'id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'topic', OLD.topic, 'definition', OLD.definition,
            'unit', OLD.unit, 'polarity', OLD.polarity, 'decimals', OLD.decimals,
            'official_source', OLD.official_source, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'topic', NEW.topic, 'definition', NEW.definition,
            'unit', NEW.unit, 'polarity', NEW.polarity, 'decimals', NEW.decimals,
            'official_source', NEW.official_source, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER indicators_change_delete AFTER DELETE ON indicators
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'indicators', OLD.id, OLD.version,
        json_object(),
        json_object(
            'id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'topic', OLD.topic, 'definition', OLD.definition,
            'unit', OLD.unit, 'polarity', OLD.polarity, 'decimals', OLD.decimals,
            'official_source', OLD.official_source, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;


CREATE TRIGGER seats_change_insert AFTER INSERT ON seats
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'seats', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id),
        NULL,
        json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'position', NEW.position, 'kind', NEW.kind,
            'person_id', NEW.person_id, 'political_group', NEW.political_group,
            'display_title', NEW.display_title, 'matters', NEW.matters, 'is_chair', NEW.is_chair,
            'is_vice_chair', NEW.is_vice_chair, 'held_from', NEW.held_from, 'held_to', NEW.held_to,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER seats_change_update AFTER UPDATE ON seats
WHEN (OLD.id, OLD.panel_id, OLD.position, OLD.kind, OLD.person_id, OLD.political_group, OLD.display_title,
    OLD.matters, OLD.is_chair, OLD.is_vice_chair, OLD.held_from, OLD.held_to, OLD.version, OLD.created_at,
    OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.panel_id, NEW.position, NEW.kind, NEW.person_id, NEW.political_group, NEW.display_title,
    NEW.matters, NEW.is_chair, NEW.is_vice_chair, NEW.held_from, NEW.held_to, NEW.version, NEW.created_at,
    NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'seats', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id),
        json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'position', OLD.position, 'kind', OLD.kind,
            'person_id', OLD.person_id, 'political_group', OLD.political_group,
            'display_title', OLD.display_title, 'matters', OLD.matters, 'is_chair', OLD.is_chair,
            'is_vice_chair', OLD.is_vice_chair, 'held_from', OLD.held_from, 'held_to', OLD.held_to,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'position', NEW.position, 'kind', NEW.kind,
            'person_id', NEW.person_id, 'political_group', NEW.political_group,
            'display_title', NEW.display_title, 'matters', NEW.matters, 'is_chair', NEW.is_chair,
            'is_vice_chair', NEW.is_vice_chair, 'held_from', NEW.held_from, 'held_to', NEW.held_to,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER seats_change_delete AFTER DELETE ON seats
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'seats', OLD.id, OLD.version,
        json_object('panels', OLD.panel_id),
        json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'position', OLD.position, 'kind', OLD.kind,
            'person_id', OLD.person_id, 'political_group', OLD.political_group,
            'display_title', OLD.display_title, 'matters', OLD.matters, 'is_chair', OLD.is_chair,
            'is_vice_chair', OLD.is_vice_chair, 'held_from', OLD.held_from, 'held_to', OLD.held_to,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;


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
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER meetings_change_update AFTER UPDATE ON meetings
WHEN (OLD.id, OLD.panel_id, OLD.starts_at, OLD.starts_at_local, OLD.starts_on, OLD.venue, OLD.mode, OLD.kind,
    OLD.state, OLD.state_reason, OLD.agenda_published_on, OLD.participation_deadline, OLD.webcast_url,
    OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system,
    OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.panel_id, NEW.starts_at, NEW.starts_at_local, NEW.starts_on, NEW.venue, NEW.mode, NEW.kind,
    NEW.state, NEW.state_reason, NEW.agenda_published_on, NEW.participation_deadline, NEW.webcast_url,
    NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system,
    NEW.source_ref, NEW.import_id)
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
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'starts_at', NEW.starts_at,
            'starts_at_local', NEW.starts_at_local, 'starts_on', NEW.starts_on, 'venue', NEW.venue,
            'mode', NEW.mode, 'kind', NEW.kind, 'state', NEW.state, 'state_reason', NEW.state_reason,
            'agenda_published_on', NEW.agenda_published_on,
            'participation_deadline', NEW.participation_deadline, 'webcast_url', NEW.webcast_url,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
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
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;


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
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER agenda_items_change_update AFTER UPDATE ON agenda_items
WHEN (OLD.id, OLD.meeting_id, OLD.printed_number, OLD.position, OLD.taken_position, OLD.title, OLD.instruction,
    OLD.page_from, OLD.page_to, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields,
    OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.meeting_id, NEW.printed_number, NEW.position, NEW.taken_position, NEW.title, NEW.instruction,
    NEW.page_from, NEW.page_to, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields,
    NEW.source_system, NEW.source_ref, NEW.import_id)
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
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'printed_number', NEW.printed_number,
            'position', NEW.position, 'taken_position', NEW.taken_position, 'title', NEW.title,
            'instruction', NEW.instruction, 'page_from', NEW.page_from, 'page_to', NEW.page_to,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
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
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;


CREATE TRIGGER reports_change_insert AFTER INSERT ON reports
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'reports', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id),
        NULL,
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'agenda_item_id', NEW.agenda_item_id,
            'parent_id', NEW.parent_id, 'kind', NEW.kind, 'label', NEW.label, 'title', NEW.title,
            'author_role', NEW.author_role, 'state', NEW.state, 'state_reason', NEW.state_reason,
            'expected_on', NEW.expected_on, 'published_at', NEW.published_at, 'page_from', NEW.page_from,
            'page_to', NEW.page_to, 'background_papers', NEW.background_papers, 'licence', NEW.licence,
            'access', NEW.access, 'exempt_paragraphs', NEW.exempt_paragraphs,
            'public_interest_statement', NEW.public_interest_statement,
            'confidential_reason', NEW.confidential_reason, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER reports_change_update AFTER UPDATE ON reports
WHEN (OLD.id, OLD.meeting_id, OLD.agenda_item_id, OLD.parent_id, OLD.kind, OLD.label, OLD.title, OLD.author_role,
    OLD.state, OLD.state_reason, OLD.expected_on, OLD.published_at, OLD.page_from, OLD.page_to,
    OLD.background_papers, OLD.licence, OLD.access, OLD.exempt_paragraphs, OLD.public_interest_statement,
    OLD.confidential_reason, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields,
    OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.meeting_id, NEW.agenda_item_id, NEW.parent_id, NEW.kind, NEW.label, NEW.title, NEW.author_role,
    NEW.state, NEW.state_reason, NEW.expected_on, NEW.published_at, NEW.page_from, NEW.page_to,
    NEW.background_papers, NEW.licence, NEW.access, NEW.exempt_paragraphs, NEW.public_interest_statement,
    NEW.confidential_reason, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields,
    NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'reports', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id),
        json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'agenda_item_id', OLD.agenda_item_id,
            'parent_id', OLD.parent_id, 'kind', OLD.kind, 'label', OLD.label, 'title', OLD.title,
            'author_role', OLD.author_role, 'state', OLD.state, 'state_reason', OLD.state_reason,
            'expected_on', OLD.expected_on, 'published_at', OLD.published_at, 'page_from', OLD.page_from,
            'page_to', OLD.page_to, 'background_papers', OLD.background_papers, 'licence', OLD.licence,
            'access', OLD.access, 'exempt_paragraphs', OLD.exempt_paragraphs,
            'public_interest_statement', OLD.public_interest_statement,
            'confidential_reason', OLD.confidential_reason, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'agenda_item_id', NEW.agenda_item_id,
            'parent_id', NEW.parent_id, 'kind', NEW.kind, 'label', NEW.label, 'title', NEW.title,
            'author_role', NEW.author_role, 'state', NEW.state, 'state_reason', NEW.state_reason,
            'expected_on', NEW.expected_on, 'published_at', NEW.published_at, 'page_from', NEW.page_from,
            'page_to', NEW.page_to, 'background_papers', NEW.background_papers, 'licence', NEW.licence,
            'access', NEW.access, 'exempt_paragraphs', NEW.exempt_paragraphs,
            'public_interest_statement', NEW.public_interest_statement,
            'confidential_reason', NEW.confidential_reason, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER reports_change_delete AFTER DELETE ON reports
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'reports', OLD.id, OLD.version,
        json_object('meetings', OLD.meeting_id),
        json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'agenda_item_id', OLD.agenda_item_id,
            'parent_id', OLD.parent_id, 'kind', OLD.kind, 'label', OLD.label, 'title', OLD.title,
            'author_role', OLD.author_role, 'state', OLD.state, 'state_reason', OLD.state_reason,
            'expected_on', OLD.expected_on, 'published_at', OLD.published_at, 'page_from', OLD.page_from,
            'page_to', OLD.page_to, 'background_papers', OLD.background_papers, 'licence', OLD.licence,
            'access', OLD.access, 'exempt_paragraphs', OLD.exempt_paragraphs,
            'public_interest_statement', OLD.public_interest_statement,
            'confidential_reason', OLD.confidential_reason, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;


CREATE TRIGGER report_pages_change_insert AFTER INSERT ON report_pages
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'report-pages', NEW.id, NEW.version,
        json_object('reports', NEW.report_id),
        NULL,
        json_object(
            'id', NEW.id, 'report_id', NEW.report_id, 'page_from', NEW.page_from, 'page_to', NEW.page_to,
            'document_page', NEW.document_page, 'line', NEW.line, 'text_kind', NEW.text_kind, 'text', NEW.text,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER report_pages_change_update AFTER UPDATE ON report_pages
WHEN (OLD.id, OLD.report_id, OLD.page_from, OLD.page_to, OLD.document_page, OLD.line, OLD.text_kind, OLD.text,
    OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system,
    OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.report_id, NEW.page_from, NEW.page_to, NEW.document_page, NEW.line, NEW.text_kind, NEW.text,
    NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system,
    NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'report-pages', NEW.id, NEW.version,
        json_object('reports', NEW.report_id),
        json_object(
            'id', OLD.id, 'report_id', OLD.report_id, 'page_from', OLD.page_from, 'page_to', OLD.page_to,
            'document_page', OLD.document_page, 'line', OLD.line, 'text_kind', OLD.text_kind, 'text', OLD.text,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'report_id', NEW.report_id, 'page_from', NEW.page_from, 'page_to', NEW.page_to,
            'document_page', NEW.document_page, 'line', NEW.line, 'text_kind', NEW.text_kind, 'text', NEW.text,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER report_pages_change_delete AFTER DELETE ON report_pages
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'report-pages', OLD.id, OLD.version,
        json_object('reports', OLD.report_id),
        json_object(
            'id', OLD.id, 'report_id', OLD.report_id, 'page_from', OLD.page_from, 'page_to', OLD.page_to,
            'document_page', OLD.document_page, 'line', OLD.line, 'text_kind', OLD.text_kind, 'text', OLD.text,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;


CREATE TRIGGER terms_change_insert AFTER INSERT ON terms
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'terms', NEW.id, NEW.version,
        json_object('reports', NEW.report_id),
        NULL,
        json_object(
            'id', NEW.id, 'report_id', NEW.report_id, 'term', NEW.term, 'folded_term', NEW.folded_term,
            'has_look_alikes', NEW.has_look_alikes, 'meaning', NEW.meaning, 'page', NEW.page, 'line', NEW.line,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER terms_change_update AFTER UPDATE ON terms
WHEN (OLD.id, OLD.report_id, OLD.term, OLD.folded_term, OLD.has_look_alikes, OLD.meaning, OLD.page, OLD.line,
    OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system,
    OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.report_id, NEW.term, NEW.folded_term, NEW.has_look_alikes, NEW.meaning, NEW.page, NEW.line,
    NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system,
    NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'terms', NEW.id, NEW.version,
        json_object('reports', NEW.report_id),
        json_object(
            'id', OLD.id, 'report_id', OLD.report_id, 'term', OLD.term, 'folded_term', OLD.folded_term,
            'has_look_alikes', OLD.has_look_alikes, 'meaning', OLD.meaning, 'page', OLD.page, 'line', OLD.line,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'report_id', NEW.report_id, 'term', NEW.term, 'folded_term', NEW.folded_term,
            'has_look_alikes', NEW.has_look_alikes, 'meaning', NEW.meaning, 'page', NEW.page, 'line', NEW.line,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER terms_change_delete AFTER DELETE ON terms
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'terms', OLD.id, OLD.version,
        json_object('reports', OLD.report_id),
        json_object(
            'id', OLD.id, 'report_id', OLD.report_id, 'term', OLD.term, 'folded_term', OLD.folded_term,
            'has_look_alikes', OLD.has_look_alikes, 'meaning', OLD.meaning, 'page', OLD.page, 'line', OLD.line,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;


CREATE TRIGGER observations_change_insert AFTER INSERT ON observations
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'observations', NEW.id, NEW.version,
        json_object('indicators', NEW.indicator_id),
        NULL,
        json_object(
            'id', NEW.id, 'indicator_id', NEW.indicator_id, 'area_id', NEW.area_id, 'dimension', NEW.dimension,
            'period_kind', NEW.period_kind, 'period_start', NEW.period_start, 'period_end', NEW.period_end,
            'value', NEW.value, 'numerator', NEW.numerator, 'denominator', NEW.denominator,
            'value_state', NEW.value_state, 'publication_state', NEW.publication_state,
            'revision', NEW.revision, 'reason', NEW.reason, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER observations_change_update AFTER UPDATE ON observations
WHEN (OLD.id, OLD.indicator_id, OLD.area_id, OLD.dimension, OLD.period_kind, OLD.period_start, OLD.period_end,
    OLD.value, OLD.numerator, OLD.denominator, OLD.value_state, OLD.publication_state, OLD.revision, OLD.reason,
    OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system,
    OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.indicator_id, NEW.area_id, NEW.dimension, NEW.period_kind, NEW.period_start, NEW.period_end,
    NEW.value, NEW.numerator, NEW.denominator, NEW.value_state, NEW.publication_state, NEW.revision, NEW.reason,
    NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system,
    NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'observations', NEW.id, NEW.version,
        json_object('indicators', NEW.indicator_id),
        json_object(
            'id', OLD.id, 'indicator_id', OLD.indicator_id, 'area_id', OLD.area_id, 'dimension', OLD.dimension,
            'period_kind', OLD.period_kind, 'period_start', OLD.period_start, 'period_end', OLD.period_end,
            'value', OLD.value, 'numerator', OLD.numerator, 'denominator', OLD.denominator,
            'value_state', OLD.value_state, 'publication_state', OLD.publication_state,
            'revision', OLD.revision, 'reason', OLD.reason, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'indicator_id', NEW.indicator_id, 'area_id', NEW.area_id, 'dimension', NEW.dimension,
            'period_kind', NEW.period_kind, 'period_start', NEW.period_start, 'period_end', NEW.period_end,
            'value', NEW.value, 'numerator', NEW.numerator, 'denominator', NEW.denominator,
            'value_state', NEW.value_state, 'publication_state', NEW.publication_state,
            'revision', NEW.revision, 'reason', NEW.reason, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER observations_change_delete AFTER DELETE ON observations
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'observations', OLD.id, OLD.version,
        json_object('indicators', OLD.indicator_id),
        json_object(
            'id', OLD.id, 'indicator_id', OLD.indicator_id, 'area_id', OLD.area_id, 'dimension', OLD.dimension,
            'period_kind', OLD.period_kind, 'period_start', OLD.period_start, 'period_end', OLD.period_end,
            'value', OLD.value, 'numerator', OLD.numerator, 'denominator', OLD.denominator,
            'value_state', OLD.value_state, 'publication_state', OLD.publication_state,
            'revision', OLD.revision, 'reason', OLD.reason, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;


CREATE TRIGGER figures_change_insert AFTER INSERT ON figures
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'figures', NEW.id, NEW.version,
        json_object('reports', NEW.report_id, 'indicators', NEW.indicator_id),
        NULL,
        json_object(
            'id', NEW.id, 'report_id', NEW.report_id, 'indicator_id', NEW.indicator_id, 'area_id', NEW.area_id,
            'page', NEW.page, 'page_from', NEW.page_from, 'page_to', NEW.page_to, 'line', NEW.line,
            'name', NEW.name, 'topic', NEW.topic, 'dimension', NEW.dimension, 'unit', NEW.unit,
            'value', NEW.value, 'value_text', NEW.value_text, 'value_state', NEW.value_state,
            'approximate', NEW.approximate, 'period_kind', NEW.period_kind, 'period_start', NEW.period_start,
            'period_end', NEW.period_end, 'period_text', NEW.period_text, 'period_basis', NEW.period_basis,
            'previous_value', NEW.previous_value, 'previous_value_text', NEW.previous_value_text,
            'previous_period_kind', NEW.previous_period_kind,
            'previous_period_start', NEW.previous_period_start, 'previous_period_end', NEW.previous_period_end,
            'previous_period_text', NEW.previous_period_text,
            'previous_period_basis', NEW.previous_period_basis, 'stated_direction', NEW.stated_direction,
            'quote', NEW.quote, 'flags', NEW.flags, 'note', NEW.note, 'confidence', NEW.confidence,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER figures_change_update AFTER UPDATE ON figures
WHEN (OLD.id, OLD.report_id, OLD.indicator_id, OLD.area_id, OLD.page, OLD.page_from, OLD.page_to, OLD.line,
    OLD.name, OLD.topic, OLD.dimension, OLD.unit, OLD.value, OLD.value_text, OLD.value_state, OLD.approximate,
    OLD.period_kind, OLD.period_start, OLD.period_end, OLD.period_text, OLD.period_basis, OLD.previous_value,
    OLD.previous_value_text, OLD.previous_period_kind, OLD.previous_period_start, OLD.previous_period_end,
    OLD.previous_period_text, OLD.previous_period_basis, OLD.stated_direction, OLD.quote, OLD.flags, OLD.note,
    OLD.confidence, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields,
    OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.report_id, NEW.indicator_id, NEW.area_id, NEW.page, NEW.page_from, NEW.page_to, NEW.line,
    NEW.name, NEW.topic, NEW.dimension, NEW.unit, NEW.value, NEW.value_text, NEW.value_state, NEW.approximate,
    NEW.period_kind, NEW.period_start, NEW.period_end, NEW.period_text, NEW.period_basis, NEW.previous_value,
    NEW.previous_value_text, NEW.previous_period_kind, NEW.previous_period_start, NEW.previous_period_end,
    NEW.previous_period_text, NEW.previous_period_basis, NEW.stated_direction, NEW.quote, NEW.flags, NEW.note,
    NEW.confidence, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields,
    NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'figures', NEW.id, NEW.version,
        json_object('reports', NEW.report_id, 'indicators', NEW.indicator_id),
        json_object(
            'id', OLD.id, 'report_id', OLD.report_id, 'indicator_id', OLD.indicator_id, 'area_id', OLD.area_id,
            'page', OLD.page, 'page_from', OLD.page_from, 'page_to', OLD.page_to, 'line', OLD.line,
            'name', OLD.name, 'topic', OLD.topic, 'dimension', OLD.dimension, 'unit', OLD.unit,
            'value', OLD.value, 'value_text', OLD.value_text, 'value_state', OLD.value_state,
            'approximate', OLD.approximate, 'period_kind', OLD.period_kind, 'period_start', OLD.period_start,
            'period_end', OLD.period_end, 'period_text', OLD.period_text, 'period_basis', OLD.period_basis,
            'previous_value', OLD.previous_value, 'previous_value_text', OLD.previous_value_text,
            'previous_period_kind', OLD.previous_period_kind,
            'previous_period_start', OLD.previous_period_start, 'previous_period_end', OLD.previous_period_end,
            'previous_period_text', OLD.previous_period_text,
            'previous_period_basis', OLD.previous_period_basis, 'stated_direction', OLD.stated_direction,
            'quote', OLD.quote, 'flags', OLD.flags, 'note', OLD.note, 'confidence', OLD.confidence,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'report_id', NEW.report_id, 'indicator_id', NEW.indicator_id, 'area_id', NEW.area_id,
            'page', NEW.page, 'page_from', NEW.page_from, 'page_to', NEW.page_to, 'line', NEW.line,
            'name', NEW.name, 'topic', NEW.topic, 'dimension', NEW.dimension, 'unit', NEW.unit,
            'value', NEW.value, 'value_text', NEW.value_text, 'value_state', NEW.value_state,
            'approximate', NEW.approximate, 'period_kind', NEW.period_kind, 'period_start', NEW.period_start,
            'period_end', NEW.period_end, 'period_text', NEW.period_text, 'period_basis', NEW.period_basis,
            'previous_value', NEW.previous_value, 'previous_value_text', NEW.previous_value_text,
            'previous_period_kind', NEW.previous_period_kind,
            'previous_period_start', NEW.previous_period_start, 'previous_period_end', NEW.previous_period_end,
            'previous_period_text', NEW.previous_period_text,
            'previous_period_basis', NEW.previous_period_basis, 'stated_direction', NEW.stated_direction,
            'quote', NEW.quote, 'flags', NEW.flags, 'note', NEW.note, 'confidence', NEW.confidence,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER figures_change_delete AFTER DELETE ON figures
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'figures', OLD.id, OLD.version,
        json_object('reports', OLD.report_id, 'indicators', OLD.indicator_id),
        json_object(
            'id', OLD.id, 'report_id', OLD.report_id, 'indicator_id', OLD.indicator_id, 'area_id', OLD.area_id,
            'page', OLD.page, 'page_from', OLD.page_from, 'page_to', OLD.page_to, 'line', OLD.line,
            'name', OLD.name, 'topic', OLD.topic, 'dimension', OLD.dimension, 'unit', OLD.unit,
            'value', OLD.value, 'value_text', OLD.value_text, 'value_state', OLD.value_state,
            'approximate', OLD.approximate, 'period_kind', OLD.period_kind, 'period_start', OLD.period_start,
            'period_end', OLD.period_end, 'period_text', OLD.period_text, 'period_basis', OLD.period_basis,
            'previous_value', OLD.previous_value, 'previous_value_text', OLD.previous_value_text,
            'previous_period_kind', OLD.previous_period_kind,
            'previous_period_start', OLD.previous_period_start, 'previous_period_end', OLD.previous_period_end,
            'previous_period_text', OLD.previous_period_text,
            'previous_period_basis', OLD.previous_period_basis, 'stated_direction', OLD.stated_direction,
            'quote', OLD.quote, 'flags', OLD.flags, 'note', OLD.note, 'confidence', OLD.confidence,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;


CREATE TRIGGER figure_comparators_change_insert AFTER INSERT ON figure_comparators
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'figure-comparators', NEW.id, NULL,
        json_object('figures', NEW.figure_id),
        NULL,
        json_object(
            'id', NEW.id, 'figure_id', NEW.figure_id, 'position', NEW.position, 'area_id', NEW.area_id,
            'value', NEW.value, 'value_text', NEW.value_text, 'period_kind', NEW.period_kind,
            'period_start', NEW.period_start, 'period_end', NEW.period_end, 'period_text', NEW.period_text,
            'period_basis', NEW.period_basis)
    FROM current_write;
END;

CREATE TRIGGER figure_comparators_change_update AFTER UPDATE ON figure_comparators
WHEN (OLD.id, OLD.figure_id, OLD.position, OLD.area_id, OLD.value, OLD.value_text, OLD.period_kind,
    OLD.period_start, OLD.period_end, OLD.period_text, OLD.period_basis)
    IS NOT (NEW.id, NEW.figure_id, NEW.position, NEW.area_id, NEW.value, NEW.value_text, NEW.period_kind,
    NEW.period_start, NEW.period_end, NEW.period_text, NEW.period_basis)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'figure-comparators', NEW.id, NULL,
        json_object('figures', NEW.figure_id),
        json_object(
            'id', OLD.id, 'figure_id', OLD.figure_id, 'position', OLD.position, 'area_id', OLD.area_id,
            'value', OLD.value, 'value_text', OLD.value_text, 'period_kind', OLD.period_kind,
            'period_start', OLD.period_start, 'period_end', OLD.period_end, 'period_text', OLD.period_text,
            'period_basis', OLD.period_basis),
        json_object(
            'id', NEW.id, 'figure_id', NEW.figure_id, 'position', NEW.position, 'area_id', NEW.area_id,
            'value', NEW.value, 'value_text', NEW.value_text, 'period_kind', NEW.period_kind,
            'period_start', NEW.period_start, 'period_end', NEW.period_end, 'period_text', NEW.period_text,
            'period_basis', NEW.period_basis)
    FROM current_write;
END;

CREATE TRIGGER figure_comparators_change_delete AFTER DELETE ON figure_comparators
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'figure-comparators', OLD.id, NULL,
        json_object('figures', OLD.figure_id),
        json_object(
            'id', OLD.id, 'figure_id', OLD.figure_id, 'position', OLD.position, 'area_id', OLD.area_id,
            'value', OLD.value, 'value_text', OLD.value_text, 'period_kind', OLD.period_kind,
            'period_start', OLD.period_start, 'period_end', OLD.period_end, 'period_text', OLD.period_text,
            'period_basis', OLD.period_basis),
        NULL
    FROM current_write;
END;


CREATE TRIGGER actions_change_insert AFTER INSERT ON actions
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'actions', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id, 'meetings', NEW.meeting_id),
        NULL,
        json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'meeting_id', NEW.meeting_id,
            'agenda_item_id', NEW.agenda_item_id, 'report_id', NEW.report_id,
            'minute_number', NEW.minute_number, 'kind', NEW.kind, 'text', NEW.text,
            'owner_role', NEW.owner_role, 'due_kind', NEW.due_kind, 'due_on', NEW.due_on,
            'due_text', NEW.due_text, 'state', NEW.state, 'state_reason', NEW.state_reason, 'page', NEW.page,
            'page_from', NEW.page_from, 'page_to', NEW.page_to, 'line', NEW.line, 'quote', NEW.quote,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER actions_change_update AFTER UPDATE ON actions
WHEN (OLD.id, OLD.panel_id, OLD.meeting_id, OLD.agenda_item_id, OLD.report_id, OLD.minute_number, OLD.kind,
    OLD.text, OLD.owner_role, OLD.due_kind, OLD.due_on, OLD.due_text, OLD.state, OLD.state_reason, OLD.page,
    OLD.page_from, OLD.page_to, OLD.line, OLD.quote, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin,
    OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (NEW.id, NEW.panel_id, NEW.meeting_id, NEW.agenda_item_id, NEW.report_id, NEW.minute_number, NEW.kind,
    NEW.text, NEW.owner_role, NEW.due_kind, NEW.due_on, NEW.due_text, NEW.state, NEW.state_reason, NEW.page,
    NEW.page_from, NEW.page_to, NEW.line, NEW.quote, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin,
    NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'actions', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id, 'meetings', NEW.meeting_id),
        json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'meeting_id', OLD.meeting_id,
            'agenda_item_id', OLD.agenda_item_id, 'report_id', OLD.report_id,
            'minute_number', OLD.minute_number, 'kind', OLD.kind, 'text', OLD.text,
            'owner_role', OLD.owner_role, 'due_kind', OLD.due_kind, 'due_on', OLD.due_on,
            'due_text', OLD.due_text, 'state', OLD.state, 'state_reason', OLD.state_reason, 'page', OLD.page,
            'page_from', OLD.page_from, 'page_to', OLD.page_to, 'line', OLD.line, 'quote', OLD.quote,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'meeting_id', NEW.meeting_id,
            'agenda_item_id', NEW.agenda_item_id, 'report_id', NEW.report_id,
            'minute_number', NEW.minute_number, 'kind', NEW.kind, 'text', NEW.text,
            'owner_role', NEW.owner_role, 'due_kind', NEW.due_kind, 'due_on', NEW.due_on,
            'due_text', NEW.due_text, 'state', NEW.state, 'state_reason', NEW.state_reason, 'page', NEW.page,
            'page_from', NEW.page_from, 'page_to', NEW.page_to, 'line', NEW.line, 'quote', NEW.quote,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id)
    FROM current_write;
END;

CREATE TRIGGER actions_change_delete AFTER DELETE ON actions
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'actions', OLD.id, OLD.version,
        json_object('panels', OLD.panel_id, 'meetings', OLD.meeting_id),
        json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'meeting_id', OLD.meeting_id,
            'agenda_item_id', OLD.agenda_item_id, 'report_id', OLD.report_id,
            'minute_number', OLD.minute_number, 'kind', OLD.kind, 'text', OLD.text,
            'owner_role', OLD.owner_role, 'due_kind', OLD.due_kind, 'due_on', OLD.due_on,
            'due_text', OLD.due_text, 'state', OLD.state, 'state_reason', OLD.state_reason, 'page', OLD.page,
            'page_from', OLD.page_from, 'page_to', OLD.page_to, 'line', OLD.line, 'quote', OLD.quote,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        NULL
    FROM current_write;
END;


CREATE TRIGGER action_events_change_insert AFTER INSERT ON action_events
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'created', 'action-events', NEW.id, NULL,
        json_object('actions', NEW.action_id),
        NULL,
        json_object(
            'id', NEW.id, 'action_id', NEW.action_id, 'from_state', NEW.from_state, 'to_state', NEW.to_state,
            'note', NEW.note, 'actor', NEW.actor, 'occurred_at', NEW.occurred_at)
    FROM current_write;
END;

CREATE TRIGGER action_events_change_update AFTER UPDATE ON action_events
WHEN (OLD.id, OLD.action_id, OLD.from_state, OLD.to_state, OLD.note, OLD.actor, OLD.occurred_at)
    IS NOT (NEW.id, NEW.action_id, NEW.from_state, NEW.to_state, NEW.note, NEW.actor, NEW.occurred_at)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'updated', 'action-events', NEW.id, NULL,
        json_object('actions', NEW.action_id),
        json_object(
            'id', OLD.id, 'action_id', OLD.action_id, 'from_state', OLD.from_state, 'to_state', OLD.to_state,
            'note', OLD.note, 'actor', OLD.actor, 'occurred_at', OLD.occurred_at),
        json_object(
            'id', NEW.id, 'action_id', NEW.action_id, 'from_state', NEW.from_state, 'to_state', NEW.to_state,
            'note', NEW.note, 'actor', NEW.actor, 'occurred_at', NEW.occurred_at)
    FROM current_write;
END;

CREATE TRIGGER action_events_change_delete AFTER DELETE ON action_events
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    SELECT at, actor, import_id, 'deleted', 'action-events', OLD.id, NULL,
        json_object('actions', OLD.action_id),
        json_object(
            'id', OLD.id, 'action_id', OLD.action_id, 'from_state', OLD.from_state, 'to_state', OLD.to_state,
            'note', OLD.note, 'actor', OLD.actor, 'occurred_at', OLD.occurred_at),
        NULL
    FROM current_write;
END;

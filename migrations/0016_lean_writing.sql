-- Writing costs less: the triggers of the change log look up who writes in place of joining a view, and the checks of
-- the busiest tables compare word by word. A list behind IN is a table of its own for SQLite, made anew for each row.

-- The words are the same; only how they are compared changes. What is stored is not touched
-- (https://www.sqlite.org/lang_altertable.html, section 7).
PRAGMA writable_schema = ON;

UPDATE sqlite_schema SET sql = replace(sql
    , 'operation IN (''created'', ''updated'', ''deleted'')',
        '(operation = ''created'' OR operation = ''updated'' OR operation = ''deleted'')')
WHERE type = 'table' AND name = 'changes';

UPDATE sqlite_schema SET sql = replace(replace(sql
    , 'value_state IN (
        ''actual'', ''suppressed'', ''not_available'', ''not_applicable'', ''rounds_to_zero'', ''low_reliability'',
        ''not_extracted'')',
        '(value_state = ''actual'' OR value_state = ''suppressed'' OR value_state = ''not_available'' OR
        value_state = ''not_applicable'' OR value_state = ''rounds_to_zero'' OR value_state = ''low_reliability'' OR
        value_state = ''not_extracted'')')
    , 'publication_state IN (''provisional'', ''final'', ''revised'')',
        '(publication_state = ''provisional'' OR publication_state = ''final'' OR publication_state = ''revised'')')
WHERE type = 'table' AND name = 'observations';

UPDATE sqlite_schema SET sql = replace(replace(replace(replace(replace(sql
    , 'unit IN (
        ''count'', ''percent'', ''percent_change'', ''rate_per_10000'', ''per_month'', ''weeks'', ''months'', ''gbp'',
        ''gbp_per_week'', ''visits'', ''index_score'', ''rank'', ''ratio'')',
        '(unit = ''count'' OR unit = ''percent'' OR unit = ''percent_change'' OR
        unit = ''rate_per_10000'' OR unit = ''per_month'' OR unit = ''weeks'' OR
        unit = ''months'' OR unit = ''gbp'' OR unit = ''gbp_per_week'' OR
        unit = ''visits'' OR unit = ''index_score'' OR unit = ''rank'' OR
        unit = ''ratio'')')
    , 'value_state IN (
        ''actual'', ''suppressed'', ''not_available'', ''not_applicable'', ''rounds_to_zero'', ''low_reliability'',
        ''not_extracted'')',
        '(value_state = ''actual'' OR value_state = ''suppressed'' OR value_state = ''not_available'' OR
        value_state = ''not_applicable'' OR value_state = ''rounds_to_zero'' OR value_state = ''low_reliability'' OR
        value_state = ''not_extracted'')')
    , 'approximate IN (''about'', ''over'', ''under'')',
        '(approximate = ''about'' OR approximate = ''over'' OR approximate = ''under'')')
    , 'confidence IN (''high'', ''medium'', ''low'')',
        '(confidence = ''high'' OR confidence = ''medium'' OR confidence = ''low'')')
    , 'unit IN (''count'', ''visits'', ''rank'')',
        '(unit = ''count'' OR unit = ''visits'' OR unit = ''rank'')')
WHERE type = 'table' AND name = 'figures';

PRAGMA writable_schema = RESET;

DROP TRIGGER people_change_insert;
CREATE TRIGGER people_change_insert AFTER INSERT ON people
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'people', NEW.id, NEW.version,
        json_object(), NULL, json_object(
            'id', NEW.id, 'name', NEW.name, 'sort_name', NEW.sort_name,
            'is_executive_member', NEW.is_executive_member, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER people_change_update;
CREATE TRIGGER people_change_update AFTER UPDATE ON people
WHEN (
        OLD.id, OLD.name, OLD.sort_name, OLD.is_executive_member, OLD.version, OLD.created_at, OLD.updated_at,
        OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.name, NEW.sort_name, NEW.is_executive_member, NEW.version, NEW.created_at, NEW.updated_at,
        NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'people', NEW.id, NEW.version,
        json_object(), json_object(
            'id', OLD.id, 'name', OLD.name, 'sort_name', OLD.sort_name,
            'is_executive_member', OLD.is_executive_member, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'name', NEW.name, 'sort_name', NEW.sort_name,
            'is_executive_member', NEW.is_executive_member, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER people_change_delete;
CREATE TRIGGER people_change_delete AFTER DELETE ON people
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'people', OLD.id, OLD.version,
        json_object(), json_object(
            'id', OLD.id, 'name', OLD.name, 'sort_name', OLD.sort_name,
            'is_executive_member', OLD.is_executive_member, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER indicators_change_insert;
CREATE TRIGGER indicators_change_insert AFTER INSERT ON indicators
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'indicators', NEW.id, NEW.version,
        json_object(), NULL, json_object(
            'id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'topic', NEW.topic, 'definition', NEW.definition,
            'unit', NEW.unit, 'polarity', NEW.polarity, 'decimals', NEW.decimals,
            'official_source', NEW.official_source, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER indicators_change_update;
CREATE TRIGGER indicators_change_update AFTER UPDATE ON indicators
WHEN (
        OLD.id, OLD.code, OLD.name, OLD.topic, OLD.definition, OLD.unit, OLD.polarity, OLD.decimals,
        OLD.official_source, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields,
        OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.code, NEW.name, NEW.topic, NEW.definition, NEW.unit, NEW.polarity, NEW.decimals,
        NEW.official_source, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields,
        NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'indicators', NEW.id, NEW.version,
        json_object(), json_object(
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
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER indicators_change_delete;
CREATE TRIGGER indicators_change_delete AFTER DELETE ON indicators
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'indicators', OLD.id, OLD.version,
        json_object(), json_object(
            'id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'topic', OLD.topic, 'definition', OLD.definition,
            'unit', OLD.unit, 'polarity', OLD.polarity, 'decimals', OLD.decimals,
            'official_source', OLD.official_source, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER seats_change_insert;
CREATE TRIGGER seats_change_insert AFTER INSERT ON seats
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'seats', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id), NULL, json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'position', NEW.position, 'kind', NEW.kind,
            'person_id', NEW.person_id, 'political_group', NEW.political_group, 'display_title', NEW.display_title,
            'matters', NEW.matters, 'is_chair', NEW.is_chair, 'is_vice_chair', NEW.is_vice_chair,
            'held_from', NEW.held_from, 'held_to', NEW.held_to, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER seats_change_update;
CREATE TRIGGER seats_change_update AFTER UPDATE ON seats
WHEN (
        OLD.id, OLD.panel_id, OLD.position, OLD.kind, OLD.person_id, OLD.political_group, OLD.display_title,
        OLD.matters, OLD.is_chair, OLD.is_vice_chair, OLD.held_from, OLD.held_to, OLD.version, OLD.created_at,
        OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.panel_id, NEW.position, NEW.kind, NEW.person_id, NEW.political_group, NEW.display_title,
        NEW.matters, NEW.is_chair, NEW.is_vice_chair, NEW.held_from, NEW.held_to, NEW.version, NEW.created_at,
        NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'seats', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id), json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'position', OLD.position, 'kind', OLD.kind,
            'person_id', OLD.person_id, 'political_group', OLD.political_group, 'display_title', OLD.display_title,
            'matters', OLD.matters, 'is_chair', OLD.is_chair, 'is_vice_chair', OLD.is_vice_chair,
            'held_from', OLD.held_from, 'held_to', OLD.held_to, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'position', NEW.position, 'kind', NEW.kind,
            'person_id', NEW.person_id, 'political_group', NEW.political_group, 'display_title', NEW.display_title,
            'matters', NEW.matters, 'is_chair', NEW.is_chair, 'is_vice_chair', NEW.is_vice_chair,
            'held_from', NEW.held_from, 'held_to', NEW.held_to, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER seats_change_delete;
CREATE TRIGGER seats_change_delete AFTER DELETE ON seats
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'seats', OLD.id, OLD.version,
        json_object('panels', OLD.panel_id), json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'position', OLD.position, 'kind', OLD.kind,
            'person_id', OLD.person_id, 'political_group', OLD.political_group, 'display_title', OLD.display_title,
            'matters', OLD.matters, 'is_chair', OLD.is_chair, 'is_vice_chair', OLD.is_vice_chair,
            'held_from', OLD.held_from, 'held_to', OLD.held_to, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER reports_change_insert;
CREATE TRIGGER reports_change_insert AFTER INSERT ON reports
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'reports', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id), NULL, json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'agenda_item_id', NEW.agenda_item_id,
            'parent_id', NEW.parent_id, 'kind', NEW.kind, 'label', NEW.label, 'title', NEW.title,
            'author_role', NEW.author_role, 'state', NEW.state, 'state_reason', NEW.state_reason,
            'expected_on', NEW.expected_on, 'published_at', NEW.published_at, 'page_from', NEW.page_from,
            'page_to', NEW.page_to, 'background_papers', NEW.background_papers, 'licence', NEW.licence,
            'access', NEW.access, 'exempt_paragraphs', NEW.exempt_paragraphs,
            'public_interest_statement', NEW.public_interest_statement,
            'confidential_reason', NEW.confidential_reason, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER reports_change_update;
CREATE TRIGGER reports_change_update AFTER UPDATE ON reports
WHEN (
        OLD.id, OLD.meeting_id, OLD.agenda_item_id, OLD.parent_id, OLD.kind, OLD.label, OLD.title, OLD.author_role,
        OLD.state, OLD.state_reason, OLD.expected_on, OLD.published_at, OLD.page_from, OLD.page_to,
        OLD.background_papers, OLD.licence, OLD.access, OLD.exempt_paragraphs, OLD.public_interest_statement,
        OLD.confidential_reason, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields,
        OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.meeting_id, NEW.agenda_item_id, NEW.parent_id, NEW.kind, NEW.label, NEW.title, NEW.author_role,
        NEW.state, NEW.state_reason, NEW.expected_on, NEW.published_at, NEW.page_from, NEW.page_to,
        NEW.background_papers, NEW.licence, NEW.access, NEW.exempt_paragraphs, NEW.public_interest_statement,
        NEW.confidential_reason, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields,
        NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'reports', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id), json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'agenda_item_id', OLD.agenda_item_id,
            'parent_id', OLD.parent_id, 'kind', OLD.kind, 'label', OLD.label, 'title', OLD.title,
            'author_role', OLD.author_role, 'state', OLD.state, 'state_reason', OLD.state_reason,
            'expected_on', OLD.expected_on, 'published_at', OLD.published_at, 'page_from', OLD.page_from,
            'page_to', OLD.page_to, 'background_papers', OLD.background_papers, 'licence', OLD.licence,
            'access', OLD.access, 'exempt_paragraphs', OLD.exempt_paragraphs,
            'public_interest_statement', OLD.public_interest_statement,
            'confidential_reason', OLD.confidential_reason, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'agenda_item_id', NEW.agenda_item_id,
            'parent_id', NEW.parent_id, 'kind', NEW.kind, 'label', NEW.label, 'title', NEW.title,
            'author_role', NEW.author_role, 'state', NEW.state, 'state_reason', NEW.state_reason,
            'expected_on', NEW.expected_on, 'published_at', NEW.published_at, 'page_from', NEW.page_from,
            'page_to', NEW.page_to, 'background_papers', NEW.background_papers, 'licence', NEW.licence,
            'access', NEW.access, 'exempt_paragraphs', NEW.exempt_paragraphs,
            'public_interest_statement', NEW.public_interest_statement,
            'confidential_reason', NEW.confidential_reason, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER reports_change_delete;
CREATE TRIGGER reports_change_delete AFTER DELETE ON reports
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'reports', OLD.id, OLD.version,
        json_object('meetings', OLD.meeting_id), json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'agenda_item_id', OLD.agenda_item_id,
            'parent_id', OLD.parent_id, 'kind', OLD.kind, 'label', OLD.label, 'title', OLD.title,
            'author_role', OLD.author_role, 'state', OLD.state, 'state_reason', OLD.state_reason,
            'expected_on', OLD.expected_on, 'published_at', OLD.published_at, 'page_from', OLD.page_from,
            'page_to', OLD.page_to, 'background_papers', OLD.background_papers, 'licence', OLD.licence,
            'access', OLD.access, 'exempt_paragraphs', OLD.exempt_paragraphs,
            'public_interest_statement', OLD.public_interest_statement,
            'confidential_reason', OLD.confidential_reason, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER report_pages_change_insert;
CREATE TRIGGER report_pages_change_insert AFTER INSERT ON report_pages
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'report-pages', NEW.id, NEW.version,
        json_object('reports', NEW.report_id), NULL, json_object(
            'id', NEW.id, 'report_id', NEW.report_id, 'page_from', NEW.page_from, 'page_to', NEW.page_to,
            'document_page', NEW.document_page, 'line', NEW.line, 'text_kind', NEW.text_kind, 'text', NEW.text,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER report_pages_change_update;
CREATE TRIGGER report_pages_change_update AFTER UPDATE ON report_pages
WHEN (
        OLD.id, OLD.report_id, OLD.page_from, OLD.page_to, OLD.document_page, OLD.line, OLD.text_kind, OLD.text,
        OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system,
        OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.report_id, NEW.page_from, NEW.page_to, NEW.document_page, NEW.line, NEW.text_kind, NEW.text,
        NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system,
        NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'report-pages', NEW.id, NEW.version,
        json_object('reports', NEW.report_id), json_object(
            'id', OLD.id, 'report_id', OLD.report_id, 'page_from', OLD.page_from, 'page_to', OLD.page_to,
            'document_page', OLD.document_page, 'line', OLD.line, 'text_kind', OLD.text_kind, 'text', OLD.text,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'report_id', NEW.report_id, 'page_from', NEW.page_from, 'page_to', NEW.page_to,
            'document_page', NEW.document_page, 'line', NEW.line, 'text_kind', NEW.text_kind, 'text', NEW.text,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER report_pages_change_delete;
CREATE TRIGGER report_pages_change_delete AFTER DELETE ON report_pages
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'report-pages', OLD.id, OLD.version,
        json_object('reports', OLD.report_id), json_object(
            'id', OLD.id, 'report_id', OLD.report_id, 'page_from', OLD.page_from, 'page_to', OLD.page_to,
            'document_page', OLD.document_page, 'line', OLD.line, 'text_kind', OLD.text_kind, 'text', OLD.text,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER terms_change_insert;
CREATE TRIGGER terms_change_insert AFTER INSERT ON terms
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'terms', NEW.id, NEW.version,
        json_object('reports', NEW.report_id), NULL, json_object(
            'id', NEW.id, 'report_id', NEW.report_id, 'term', NEW.term, 'folded_term', NEW.folded_term,
            'has_look_alikes', NEW.has_look_alikes, 'meaning', NEW.meaning, 'page', NEW.page, 'line', NEW.line,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER terms_change_update;
CREATE TRIGGER terms_change_update AFTER UPDATE ON terms
WHEN (
        OLD.id, OLD.report_id, OLD.term, OLD.folded_term, OLD.has_look_alikes, OLD.meaning, OLD.page, OLD.line,
        OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system,
        OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.report_id, NEW.term, NEW.folded_term, NEW.has_look_alikes, NEW.meaning, NEW.page, NEW.line,
        NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system,
        NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'terms', NEW.id, NEW.version,
        json_object('reports', NEW.report_id), json_object(
            'id', OLD.id, 'report_id', OLD.report_id, 'term', OLD.term, 'folded_term', OLD.folded_term,
            'has_look_alikes', OLD.has_look_alikes, 'meaning', OLD.meaning, 'page', OLD.page, 'line', OLD.line,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'report_id', NEW.report_id, 'term', NEW.term, 'folded_term', NEW.folded_term,
            'has_look_alikes', NEW.has_look_alikes, 'meaning', NEW.meaning, 'page', NEW.page, 'line', NEW.line,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER terms_change_delete;
CREATE TRIGGER terms_change_delete AFTER DELETE ON terms
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'terms', OLD.id, OLD.version,
        json_object('reports', OLD.report_id), json_object(
            'id', OLD.id, 'report_id', OLD.report_id, 'term', OLD.term, 'folded_term', OLD.folded_term,
            'has_look_alikes', OLD.has_look_alikes, 'meaning', OLD.meaning, 'page', OLD.page, 'line', OLD.line,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER observations_change_insert;
CREATE TRIGGER observations_change_insert AFTER INSERT ON observations
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'observations', NEW.id, NEW.version,
        json_object('indicators', NEW.indicator_id), NULL, json_object(
            'id', NEW.id, 'indicator_id', NEW.indicator_id, 'area_id', NEW.area_id, 'dimension', NEW.dimension,
            'period_kind', NEW.period_kind, 'period_start', NEW.period_start, 'period_end', NEW.period_end,
            'value', NEW.value, 'numerator', NEW.numerator, 'denominator', NEW.denominator,
            'value_state', NEW.value_state, 'publication_state', NEW.publication_state, 'revision', NEW.revision,
            'reason', NEW.reason, 'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER observations_change_update;
CREATE TRIGGER observations_change_update AFTER UPDATE ON observations
WHEN (
        OLD.id, OLD.indicator_id, OLD.area_id, OLD.dimension, OLD.period_kind, OLD.period_start, OLD.period_end,
        OLD.value, OLD.numerator, OLD.denominator, OLD.value_state, OLD.publication_state, OLD.revision, OLD.reason,
        OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system,
        OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.indicator_id, NEW.area_id, NEW.dimension, NEW.period_kind, NEW.period_start, NEW.period_end,
        NEW.value, NEW.numerator, NEW.denominator, NEW.value_state, NEW.publication_state, NEW.revision, NEW.reason,
        NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system,
        NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'observations', NEW.id, NEW.version,
        json_object('indicators', NEW.indicator_id), json_object(
            'id', OLD.id, 'indicator_id', OLD.indicator_id, 'area_id', OLD.area_id, 'dimension', OLD.dimension,
            'period_kind', OLD.period_kind, 'period_start', OLD.period_start, 'period_end', OLD.period_end,
            'value', OLD.value, 'numerator', OLD.numerator, 'denominator', OLD.denominator,
            'value_state', OLD.value_state, 'publication_state', OLD.publication_state, 'revision', OLD.revision,
            'reason', OLD.reason, 'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'indicator_id', NEW.indicator_id, 'area_id', NEW.area_id, 'dimension', NEW.dimension,
            'period_kind', NEW.period_kind, 'period_start', NEW.period_start, 'period_end', NEW.period_end,
            'value', NEW.value, 'numerator', NEW.numerator, 'denominator', NEW.denominator,
            'value_state', NEW.value_state, 'publication_state', NEW.publication_state, 'revision', NEW.revision,
            'reason', NEW.reason, 'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER observations_change_delete;
CREATE TRIGGER observations_change_delete AFTER DELETE ON observations
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'observations', OLD.id, OLD.version,
        json_object('indicators', OLD.indicator_id), json_object(
            'id', OLD.id, 'indicator_id', OLD.indicator_id, 'area_id', OLD.area_id, 'dimension', OLD.dimension,
            'period_kind', OLD.period_kind, 'period_start', OLD.period_start, 'period_end', OLD.period_end,
            'value', OLD.value, 'numerator', OLD.numerator, 'denominator', OLD.denominator,
            'value_state', OLD.value_state, 'publication_state', OLD.publication_state, 'revision', OLD.revision,
            'reason', OLD.reason, 'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER figures_change_insert;
CREATE TRIGGER figures_change_insert AFTER INSERT ON figures
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'figures', NEW.id, NEW.version,
        json_object('reports', NEW.report_id, 'indicators', NEW.indicator_id), NULL, json_object(
            'id', NEW.id, 'report_id', NEW.report_id, 'indicator_id', NEW.indicator_id, 'area_id', NEW.area_id,
            'page', NEW.page, 'page_from', NEW.page_from, 'page_to', NEW.page_to, 'line', NEW.line, 'name', NEW.name,
            'topic', NEW.topic, 'dimension', NEW.dimension, 'unit', NEW.unit, 'value', NEW.value,
            'value_text', NEW.value_text, 'value_state', NEW.value_state, 'approximate', NEW.approximate,
            'period_kind', NEW.period_kind, 'period_start', NEW.period_start, 'period_end', NEW.period_end,
            'period_text', NEW.period_text, 'period_basis', NEW.period_basis, 'previous_value', NEW.previous_value,
            'previous_value_text', NEW.previous_value_text, 'previous_period_kind', NEW.previous_period_kind,
            'previous_period_start', NEW.previous_period_start, 'previous_period_end', NEW.previous_period_end,
            'previous_period_text', NEW.previous_period_text, 'previous_period_basis', NEW.previous_period_basis,
            'stated_direction', NEW.stated_direction, 'quote', NEW.quote, 'flags', NEW.flags, 'note', NEW.note,
            'confidence', NEW.confidence, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER figures_change_update;
CREATE TRIGGER figures_change_update AFTER UPDATE ON figures
WHEN (
        OLD.id, OLD.report_id, OLD.indicator_id, OLD.area_id, OLD.page, OLD.page_from, OLD.page_to, OLD.line,
        OLD.name, OLD.topic, OLD.dimension, OLD.unit, OLD.value, OLD.value_text, OLD.value_state, OLD.approximate,
        OLD.period_kind, OLD.period_start, OLD.period_end, OLD.period_text, OLD.period_basis, OLD.previous_value,
        OLD.previous_value_text, OLD.previous_period_kind, OLD.previous_period_start, OLD.previous_period_end,
        OLD.previous_period_text, OLD.previous_period_basis, OLD.stated_direction, OLD.quote, OLD.flags, OLD.note,
        OLD.confidence, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields,
        OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.report_id, NEW.indicator_id, NEW.area_id, NEW.page, NEW.page_from, NEW.page_to, NEW.line,
        NEW.name, NEW.topic, NEW.dimension, NEW.unit, NEW.value, NEW.value_text, NEW.value_state, NEW.approximate,
        NEW.period_kind, NEW.period_start, NEW.period_end, NEW.period_text, NEW.period_basis, NEW.previous_value,
        NEW.previous_value_text, NEW.previous_period_kind, NEW.previous_period_start, NEW.previous_period_end,
        NEW.previous_period_text, NEW.previous_period_basis, NEW.stated_direction, NEW.quote, NEW.flags, NEW.note,
        NEW.confidence, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields,
        NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'figures', NEW.id, NEW.version,
        json_object('reports', NEW.report_id, 'indicators', NEW.indicator_id), json_object(
            'id', OLD.id, 'report_id', OLD.report_id, 'indicator_id', OLD.indicator_id, 'area_id', OLD.area_id,
            'page', OLD.page, 'page_from', OLD.page_from, 'page_to', OLD.page_to, 'line', OLD.line, 'name', OLD.name,
            'topic', OLD.topic, 'dimension', OLD.dimension, 'unit', OLD.unit, 'value', OLD.value,
            'value_text', OLD.value_text, 'value_state', OLD.value_state, 'approximate', OLD.approximate,
            'period_kind', OLD.period_kind, 'period_start', OLD.period_start, 'period_end', OLD.period_end,
            'period_text', OLD.period_text, 'period_basis', OLD.period_basis, 'previous_value', OLD.previous_value,
            'previous_value_text', OLD.previous_value_text, 'previous_period_kind', OLD.previous_period_kind,
            'previous_period_start', OLD.previous_period_start, 'previous_period_end', OLD.previous_period_end,
            'previous_period_text', OLD.previous_period_text, 'previous_period_basis', OLD.previous_period_basis,
            'stated_direction', OLD.stated_direction, 'quote', OLD.quote, 'flags', OLD.flags, 'note', OLD.note,
            'confidence', OLD.confidence, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'report_id', NEW.report_id, 'indicator_id', NEW.indicator_id, 'area_id', NEW.area_id,
            'page', NEW.page, 'page_from', NEW.page_from, 'page_to', NEW.page_to, 'line', NEW.line, 'name', NEW.name,
            'topic', NEW.topic, 'dimension', NEW.dimension, 'unit', NEW.unit, 'value', NEW.value,
            'value_text', NEW.value_text, 'value_state', NEW.value_state, 'approximate', NEW.approximate,
            'period_kind', NEW.period_kind, 'period_start', NEW.period_start, 'period_end', NEW.period_end,
            'period_text', NEW.period_text, 'period_basis', NEW.period_basis, 'previous_value', NEW.previous_value,
            'previous_value_text', NEW.previous_value_text, 'previous_period_kind', NEW.previous_period_kind,
            'previous_period_start', NEW.previous_period_start, 'previous_period_end', NEW.previous_period_end,
            'previous_period_text', NEW.previous_period_text, 'previous_period_basis', NEW.previous_period_basis,
            'stated_direction', NEW.stated_direction, 'quote', NEW.quote, 'flags', NEW.flags, 'note', NEW.note,
            'confidence', NEW.confidence, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER figures_change_delete;
CREATE TRIGGER figures_change_delete AFTER DELETE ON figures
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'figures', OLD.id, OLD.version,
        json_object('reports', OLD.report_id, 'indicators', OLD.indicator_id), json_object(
            'id', OLD.id, 'report_id', OLD.report_id, 'indicator_id', OLD.indicator_id, 'area_id', OLD.area_id,
            'page', OLD.page, 'page_from', OLD.page_from, 'page_to', OLD.page_to, 'line', OLD.line, 'name', OLD.name,
            'topic', OLD.topic, 'dimension', OLD.dimension, 'unit', OLD.unit, 'value', OLD.value,
            'value_text', OLD.value_text, 'value_state', OLD.value_state, 'approximate', OLD.approximate,
            'period_kind', OLD.period_kind, 'period_start', OLD.period_start, 'period_end', OLD.period_end,
            'period_text', OLD.period_text, 'period_basis', OLD.period_basis, 'previous_value', OLD.previous_value,
            'previous_value_text', OLD.previous_value_text, 'previous_period_kind', OLD.previous_period_kind,
            'previous_period_start', OLD.previous_period_start, 'previous_period_end', OLD.previous_period_end,
            'previous_period_text', OLD.previous_period_text, 'previous_period_basis', OLD.previous_period_basis,
            'stated_direction', OLD.stated_direction, 'quote', OLD.quote, 'flags', OLD.flags, 'note', OLD.note,
            'confidence', OLD.confidence, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER figure_comparators_change_insert;
CREATE TRIGGER figure_comparators_change_insert AFTER INSERT ON figure_comparators
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'figure-comparators', NEW.id, NULL,
        json_object('figures', NEW.figure_id), NULL, json_object(
            'id', NEW.id, 'figure_id', NEW.figure_id, 'position', NEW.position, 'area_id', NEW.area_id,
            'value', NEW.value, 'value_text', NEW.value_text, 'period_kind', NEW.period_kind,
            'period_start', NEW.period_start, 'period_end', NEW.period_end, 'period_text', NEW.period_text,
            'period_basis', NEW.period_basis));
END;
DROP TRIGGER figure_comparators_change_update;
CREATE TRIGGER figure_comparators_change_update AFTER UPDATE ON figure_comparators
WHEN (
        OLD.id, OLD.figure_id, OLD.position, OLD.area_id, OLD.value, OLD.value_text, OLD.period_kind,
        OLD.period_start, OLD.period_end, OLD.period_text, OLD.period_basis)
    IS NOT (
        NEW.id, NEW.figure_id, NEW.position, NEW.area_id, NEW.value, NEW.value_text, NEW.period_kind,
        NEW.period_start, NEW.period_end, NEW.period_text, NEW.period_basis)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'figure-comparators', NEW.id, NULL,
        json_object('figures', NEW.figure_id), json_object(
            'id', OLD.id, 'figure_id', OLD.figure_id, 'position', OLD.position, 'area_id', OLD.area_id,
            'value', OLD.value, 'value_text', OLD.value_text, 'period_kind', OLD.period_kind,
            'period_start', OLD.period_start, 'period_end', OLD.period_end, 'period_text', OLD.period_text,
            'period_basis', OLD.period_basis),
        json_object(
            'id', NEW.id, 'figure_id', NEW.figure_id, 'position', NEW.position, 'area_id', NEW.area_id,
            'value', NEW.value, 'value_text', NEW.value_text, 'period_kind', NEW.period_kind,
            'period_start', NEW.period_start, 'period_end', NEW.period_end, 'period_text', NEW.period_text,
            'period_basis', NEW.period_basis));
END;
DROP TRIGGER figure_comparators_change_delete;
CREATE TRIGGER figure_comparators_change_delete AFTER DELETE ON figure_comparators
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'figure-comparators', OLD.id, NULL,
        json_object('figures', OLD.figure_id), json_object(
            'id', OLD.id, 'figure_id', OLD.figure_id, 'position', OLD.position, 'area_id', OLD.area_id,
            'value', OLD.value, 'value_text', OLD.value_text, 'period_kind', OLD.period_kind,
            'period_start', OLD.period_start, 'period_end', OLD.period_end, 'period_text', OLD.period_text,
            'period_basis', OLD.period_basis), NULL);
END;

DROP TRIGGER actions_change_insert;
CREATE TRIGGER actions_change_insert AFTER INSERT ON actions
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'actions', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id, 'meetings', NEW.meeting_id), NULL, json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'meeting_id', NEW.meeting_id,
            'agenda_item_id', NEW.agenda_item_id, 'report_id', NEW.report_id, 'minute_number', NEW.minute_number,
            'kind', NEW.kind, 'text', NEW.text, 'owner_role', NEW.owner_role, 'due_kind', NEW.due_kind,
            'due_on', NEW.due_on, 'due_text', NEW.due_text, 'state', NEW.state, 'state_reason', NEW.state_reason,
            'page', NEW.page, 'page_from', NEW.page_from, 'page_to', NEW.page_to, 'line', NEW.line,
            'quote', NEW.quote, 'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER actions_change_update;
CREATE TRIGGER actions_change_update AFTER UPDATE ON actions
WHEN (
        OLD.id, OLD.panel_id, OLD.meeting_id, OLD.agenda_item_id, OLD.report_id, OLD.minute_number, OLD.kind,
        OLD.text, OLD.owner_role, OLD.due_kind, OLD.due_on, OLD.due_text, OLD.state, OLD.state_reason, OLD.page,
        OLD.page_from, OLD.page_to, OLD.line, OLD.quote, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin,
        OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.panel_id, NEW.meeting_id, NEW.agenda_item_id, NEW.report_id, NEW.minute_number, NEW.kind,
        NEW.text, NEW.owner_role, NEW.due_kind, NEW.due_on, NEW.due_text, NEW.state, NEW.state_reason, NEW.page,
        NEW.page_from, NEW.page_to, NEW.line, NEW.quote, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin,
        NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'actions', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id, 'meetings', NEW.meeting_id), json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'meeting_id', OLD.meeting_id,
            'agenda_item_id', OLD.agenda_item_id, 'report_id', OLD.report_id, 'minute_number', OLD.minute_number,
            'kind', OLD.kind, 'text', OLD.text, 'owner_role', OLD.owner_role, 'due_kind', OLD.due_kind,
            'due_on', OLD.due_on, 'due_text', OLD.due_text, 'state', OLD.state, 'state_reason', OLD.state_reason,
            'page', OLD.page, 'page_from', OLD.page_from, 'page_to', OLD.page_to, 'line', OLD.line,
            'quote', OLD.quote, 'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'meeting_id', NEW.meeting_id,
            'agenda_item_id', NEW.agenda_item_id, 'report_id', NEW.report_id, 'minute_number', NEW.minute_number,
            'kind', NEW.kind, 'text', NEW.text, 'owner_role', NEW.owner_role, 'due_kind', NEW.due_kind,
            'due_on', NEW.due_on, 'due_text', NEW.due_text, 'state', NEW.state, 'state_reason', NEW.state_reason,
            'page', NEW.page, 'page_from', NEW.page_from, 'page_to', NEW.page_to, 'line', NEW.line,
            'quote', NEW.quote, 'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at,
            'origin', NEW.origin, 'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system,
            'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER actions_change_delete;
CREATE TRIGGER actions_change_delete AFTER DELETE ON actions
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'actions', OLD.id, OLD.version,
        json_object('panels', OLD.panel_id, 'meetings', OLD.meeting_id), json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'meeting_id', OLD.meeting_id,
            'agenda_item_id', OLD.agenda_item_id, 'report_id', OLD.report_id, 'minute_number', OLD.minute_number,
            'kind', OLD.kind, 'text', OLD.text, 'owner_role', OLD.owner_role, 'due_kind', OLD.due_kind,
            'due_on', OLD.due_on, 'due_text', OLD.due_text, 'state', OLD.state, 'state_reason', OLD.state_reason,
            'page', OLD.page, 'page_from', OLD.page_from, 'page_to', OLD.page_to, 'line', OLD.line,
            'quote', OLD.quote, 'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at,
            'origin', OLD.origin, 'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system,
            'source_ref', OLD.source_ref, 'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER action_events_change_insert;
CREATE TRIGGER action_events_change_insert AFTER INSERT ON action_events
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'action-events', NEW.id, NULL,
        json_object('actions', NEW.action_id), NULL, json_object(
            'id', NEW.id, 'action_id', NEW.action_id, 'from_state', NEW.from_state, 'to_state', NEW.to_state,
            'note', NEW.note, 'actor', NEW.actor, 'occurred_at', NEW.occurred_at));
END;
DROP TRIGGER action_events_change_update;
CREATE TRIGGER action_events_change_update AFTER UPDATE ON action_events
WHEN (
        OLD.id, OLD.action_id, OLD.from_state, OLD.to_state, OLD.note, OLD.actor, OLD.occurred_at)
    IS NOT (
        NEW.id, NEW.action_id, NEW.from_state, NEW.to_state, NEW.note, NEW.actor, NEW.occurred_at)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'action-events', NEW.id, NULL,
        json_object('actions', NEW.action_id), json_object(
            'id', OLD.id, 'action_id', OLD.action_id, 'from_state', OLD.from_state, 'to_state', OLD.to_state,
            'note', OLD.note, 'actor', OLD.actor, 'occurred_at', OLD.occurred_at),
        json_object(
            'id', NEW.id, 'action_id', NEW.action_id, 'from_state', NEW.from_state, 'to_state', NEW.to_state,
            'note', NEW.note, 'actor', NEW.actor, 'occurred_at', NEW.occurred_at));
END;
DROP TRIGGER action_events_change_delete;
CREATE TRIGGER action_events_change_delete AFTER DELETE ON action_events
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'action-events', OLD.id, NULL,
        json_object('actions', OLD.action_id), json_object(
            'id', OLD.id, 'action_id', OLD.action_id, 'from_state', OLD.from_state, 'to_state', OLD.to_state,
            'note', OLD.note, 'actor', OLD.actor, 'occurred_at', OLD.occurred_at), NULL);
END;

DROP TRIGGER attendance_change_insert;
CREATE TRIGGER attendance_change_insert AFTER INSERT ON attendance
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'attendance', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id), NULL, json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'person_id', NEW.person_id, 'seat_id', NEW.seat_id,
            'role', NEW.role, 'post', NEW.post, 'status', NEW.status, 'mode', NEW.mode,
            'substitute_for_id', NEW.substitute_for_id, 'arrived_at', NEW.arrived_at, 'left_at', NEW.left_at,
            'item_from_id', NEW.item_from_id, 'item_to_id', NEW.item_to_id, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER attendance_change_update;
CREATE TRIGGER attendance_change_update AFTER UPDATE ON attendance
WHEN (
        OLD.id, OLD.meeting_id, OLD.person_id, OLD.seat_id, OLD.role, OLD.post, OLD.status, OLD.mode,
        OLD.substitute_for_id, OLD.arrived_at, OLD.left_at, OLD.item_from_id, OLD.item_to_id, OLD.version,
        OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref,
        OLD.import_id)
    IS NOT (
        NEW.id, NEW.meeting_id, NEW.person_id, NEW.seat_id, NEW.role, NEW.post, NEW.status, NEW.mode,
        NEW.substitute_for_id, NEW.arrived_at, NEW.left_at, NEW.item_from_id, NEW.item_to_id, NEW.version,
        NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref,
        NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'attendance', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id), json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'person_id', OLD.person_id, 'seat_id', OLD.seat_id,
            'role', OLD.role, 'post', OLD.post, 'status', OLD.status, 'mode', OLD.mode,
            'substitute_for_id', OLD.substitute_for_id, 'arrived_at', OLD.arrived_at, 'left_at', OLD.left_at,
            'item_from_id', OLD.item_from_id, 'item_to_id', OLD.item_to_id, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'person_id', NEW.person_id, 'seat_id', NEW.seat_id,
            'role', NEW.role, 'post', NEW.post, 'status', NEW.status, 'mode', NEW.mode,
            'substitute_for_id', NEW.substitute_for_id, 'arrived_at', NEW.arrived_at, 'left_at', NEW.left_at,
            'item_from_id', NEW.item_from_id, 'item_to_id', NEW.item_to_id, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER attendance_change_delete;
CREATE TRIGGER attendance_change_delete AFTER DELETE ON attendance
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'attendance', OLD.id, OLD.version,
        json_object('meetings', OLD.meeting_id), json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'person_id', OLD.person_id, 'seat_id', OLD.seat_id,
            'role', OLD.role, 'post', OLD.post, 'status', OLD.status, 'mode', OLD.mode,
            'substitute_for_id', OLD.substitute_for_id, 'arrived_at', OLD.arrived_at, 'left_at', OLD.left_at,
            'item_from_id', OLD.item_from_id, 'item_to_id', OLD.item_to_id, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER declarations_change_insert;
CREATE TRIGGER declarations_change_insert AFTER INSERT ON declarations
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'declarations', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id), NULL, json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'agenda_item_id', NEW.agenda_item_id, 'kind', NEW.kind,
            'person_id', NEW.person_id, 'political_group', NEW.political_group, 'interest_type', NEW.interest_type,
            'nature', NEW.nature, 'is_sensitive', NEW.is_sensitive, 'effect', NEW.effect, 'withdrew', NEW.withdrew,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER declarations_change_update;
CREATE TRIGGER declarations_change_update AFTER UPDATE ON declarations
WHEN (
        OLD.id, OLD.meeting_id, OLD.agenda_item_id, OLD.kind, OLD.person_id, OLD.political_group, OLD.interest_type,
        OLD.nature, OLD.is_sensitive, OLD.effect, OLD.withdrew, OLD.version, OLD.created_at, OLD.updated_at,
        OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.meeting_id, NEW.agenda_item_id, NEW.kind, NEW.person_id, NEW.political_group, NEW.interest_type,
        NEW.nature, NEW.is_sensitive, NEW.effect, NEW.withdrew, NEW.version, NEW.created_at, NEW.updated_at,
        NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'declarations', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id), json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'agenda_item_id', OLD.agenda_item_id, 'kind', OLD.kind,
            'person_id', OLD.person_id, 'political_group', OLD.political_group, 'interest_type', OLD.interest_type,
            'nature', OLD.nature, 'is_sensitive', OLD.is_sensitive, 'effect', OLD.effect, 'withdrew', OLD.withdrew,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'agenda_item_id', NEW.agenda_item_id, 'kind', NEW.kind,
            'person_id', NEW.person_id, 'political_group', NEW.political_group, 'interest_type', NEW.interest_type,
            'nature', NEW.nature, 'is_sensitive', NEW.is_sensitive, 'effect', NEW.effect, 'withdrew', NEW.withdrew,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER declarations_change_delete;
CREATE TRIGGER declarations_change_delete AFTER DELETE ON declarations
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'declarations', OLD.id, OLD.version,
        json_object('meetings', OLD.meeting_id), json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'agenda_item_id', OLD.agenda_item_id, 'kind', OLD.kind,
            'person_id', OLD.person_id, 'political_group', OLD.political_group, 'interest_type', OLD.interest_type,
            'nature', OLD.nature, 'is_sensitive', OLD.is_sensitive, 'effect', OLD.effect, 'withdrew', OLD.withdrew,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER decisions_change_insert;
CREATE TRIGGER decisions_change_insert AFTER INSERT ON decisions
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'decisions', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id), NULL, json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'agenda_item_id', NEW.agenda_item_id,
            'minute_number', NEW.minute_number, 'kind', NEW.kind, 'text', NEW.text, 'mover_id', NEW.mover_id,
            'seconder_id', NEW.seconder_id, 'votes_for', NEW.votes_for, 'votes_against', NEW.votes_against,
            'votes_abstain', NEW.votes_abstain, 'casting_vote', NEW.casting_vote, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER decisions_change_update;
CREATE TRIGGER decisions_change_update AFTER UPDATE ON decisions
WHEN (
        OLD.id, OLD.meeting_id, OLD.agenda_item_id, OLD.minute_number, OLD.kind, OLD.text, OLD.mover_id,
        OLD.seconder_id, OLD.votes_for, OLD.votes_against, OLD.votes_abstain, OLD.casting_vote, OLD.version,
        OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref,
        OLD.import_id)
    IS NOT (
        NEW.id, NEW.meeting_id, NEW.agenda_item_id, NEW.minute_number, NEW.kind, NEW.text, NEW.mover_id,
        NEW.seconder_id, NEW.votes_for, NEW.votes_against, NEW.votes_abstain, NEW.casting_vote, NEW.version,
        NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref,
        NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'decisions', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id), json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'agenda_item_id', OLD.agenda_item_id,
            'minute_number', OLD.minute_number, 'kind', OLD.kind, 'text', OLD.text, 'mover_id', OLD.mover_id,
            'seconder_id', OLD.seconder_id, 'votes_for', OLD.votes_for, 'votes_against', OLD.votes_against,
            'votes_abstain', OLD.votes_abstain, 'casting_vote', OLD.casting_vote, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'agenda_item_id', NEW.agenda_item_id,
            'minute_number', NEW.minute_number, 'kind', NEW.kind, 'text', NEW.text, 'mover_id', NEW.mover_id,
            'seconder_id', NEW.seconder_id, 'votes_for', NEW.votes_for, 'votes_against', NEW.votes_against,
            'votes_abstain', NEW.votes_abstain, 'casting_vote', NEW.casting_vote, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER decisions_change_delete;
CREATE TRIGGER decisions_change_delete AFTER DELETE ON decisions
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'decisions', OLD.id, OLD.version,
        json_object('meetings', OLD.meeting_id), json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'agenda_item_id', OLD.agenda_item_id,
            'minute_number', OLD.minute_number, 'kind', OLD.kind, 'text', OLD.text, 'mover_id', OLD.mover_id,
            'seconder_id', OLD.seconder_id, 'votes_for', OLD.votes_for, 'votes_against', OLD.votes_against,
            'votes_abstain', OLD.votes_abstain, 'casting_vote', OLD.casting_vote, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER recommendations_change_insert;
CREATE TRIGGER recommendations_change_insert AFTER INSERT ON recommendations
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'recommendations', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id, 'meetings', NEW.meeting_id), NULL, json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'meeting_id', NEW.meeting_id,
            'agenda_item_id', NEW.agenda_item_id, 'decision_id', NEW.decision_id, 'follows_id', NEW.follows_id,
            'municipal_year', NEW.municipal_year, 'ref', NEW.ref, 'text', NEW.text, 'addressee', NEW.addressee,
            'state', NEW.state, 'state_reason', NEW.state_reason, 'notice_sent_on', NEW.notice_sent_on,
            'received_on', NEW.received_on, 'progress_judgement', NEW.progress_judgement, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER recommendations_change_update;
CREATE TRIGGER recommendations_change_update AFTER UPDATE ON recommendations
WHEN (
        OLD.id, OLD.panel_id, OLD.meeting_id, OLD.agenda_item_id, OLD.decision_id, OLD.follows_id,
        OLD.municipal_year, OLD.ref, OLD.text, OLD.addressee, OLD.state, OLD.state_reason, OLD.notice_sent_on,
        OLD.received_on, OLD.progress_judgement, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin,
        OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.panel_id, NEW.meeting_id, NEW.agenda_item_id, NEW.decision_id, NEW.follows_id,
        NEW.municipal_year, NEW.ref, NEW.text, NEW.addressee, NEW.state, NEW.state_reason, NEW.notice_sent_on,
        NEW.received_on, NEW.progress_judgement, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin,
        NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'recommendations', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id, 'meetings', NEW.meeting_id), json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'meeting_id', OLD.meeting_id,
            'agenda_item_id', OLD.agenda_item_id, 'decision_id', OLD.decision_id, 'follows_id', OLD.follows_id,
            'municipal_year', OLD.municipal_year, 'ref', OLD.ref, 'text', OLD.text, 'addressee', OLD.addressee,
            'state', OLD.state, 'state_reason', OLD.state_reason, 'notice_sent_on', OLD.notice_sent_on,
            'received_on', OLD.received_on, 'progress_judgement', OLD.progress_judgement, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'meeting_id', NEW.meeting_id,
            'agenda_item_id', NEW.agenda_item_id, 'decision_id', NEW.decision_id, 'follows_id', NEW.follows_id,
            'municipal_year', NEW.municipal_year, 'ref', NEW.ref, 'text', NEW.text, 'addressee', NEW.addressee,
            'state', NEW.state, 'state_reason', NEW.state_reason, 'notice_sent_on', NEW.notice_sent_on,
            'received_on', NEW.received_on, 'progress_judgement', NEW.progress_judgement, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER recommendations_change_delete;
CREATE TRIGGER recommendations_change_delete AFTER DELETE ON recommendations
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'recommendations', OLD.id, OLD.version,
        json_object('panels', OLD.panel_id, 'meetings', OLD.meeting_id), json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'meeting_id', OLD.meeting_id,
            'agenda_item_id', OLD.agenda_item_id, 'decision_id', OLD.decision_id, 'follows_id', OLD.follows_id,
            'municipal_year', OLD.municipal_year, 'ref', OLD.ref, 'text', OLD.text, 'addressee', OLD.addressee,
            'state', OLD.state, 'state_reason', OLD.state_reason, 'notice_sent_on', OLD.notice_sent_on,
            'received_on', OLD.received_on, 'progress_judgement', OLD.progress_judgement, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER responses_change_insert;
CREATE TRIGGER responses_change_insert AFTER INSERT ON responses
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'responses', NEW.id, NEW.version,
        json_object('recommendations', NEW.recommendation_id), NULL, json_object(
            'id', NEW.id, 'recommendation_id', NEW.recommendation_id, 'outcome', NEW.outcome, 'reasons', NEW.reasons,
            'decided_by', NEW.decided_by, 'decided_on', NEW.decided_on, 'lead_officer_role', NEW.lead_officer_role,
            'target_on', NEW.target_on, 'published_on', NEW.published_on, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER responses_change_update;
CREATE TRIGGER responses_change_update AFTER UPDATE ON responses
WHEN (
        OLD.id, OLD.recommendation_id, OLD.outcome, OLD.reasons, OLD.decided_by, OLD.decided_on,
        OLD.lead_officer_role, OLD.target_on, OLD.published_on, OLD.version, OLD.created_at, OLD.updated_at,
        OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.recommendation_id, NEW.outcome, NEW.reasons, NEW.decided_by, NEW.decided_on,
        NEW.lead_officer_role, NEW.target_on, NEW.published_on, NEW.version, NEW.created_at, NEW.updated_at,
        NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'responses', NEW.id, NEW.version,
        json_object('recommendations', NEW.recommendation_id), json_object(
            'id', OLD.id, 'recommendation_id', OLD.recommendation_id, 'outcome', OLD.outcome, 'reasons', OLD.reasons,
            'decided_by', OLD.decided_by, 'decided_on', OLD.decided_on, 'lead_officer_role', OLD.lead_officer_role,
            'target_on', OLD.target_on, 'published_on', OLD.published_on, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'recommendation_id', NEW.recommendation_id, 'outcome', NEW.outcome, 'reasons', NEW.reasons,
            'decided_by', NEW.decided_by, 'decided_on', NEW.decided_on, 'lead_officer_role', NEW.lead_officer_role,
            'target_on', NEW.target_on, 'published_on', NEW.published_on, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER responses_change_delete;
CREATE TRIGGER responses_change_delete AFTER DELETE ON responses
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'responses', OLD.id, OLD.version,
        json_object('recommendations', OLD.recommendation_id), json_object(
            'id', OLD.id, 'recommendation_id', OLD.recommendation_id, 'outcome', OLD.outcome, 'reasons', OLD.reasons,
            'decided_by', OLD.decided_by, 'decided_on', OLD.decided_on, 'lead_officer_role', OLD.lead_officer_role,
            'target_on', OLD.target_on, 'published_on', OLD.published_on, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER panels_change_insert;
CREATE TRIGGER panels_change_insert AFTER INSERT ON panels
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'panels', NEW.id, NEW.version,
        json_object(), NULL, json_object(
            'id', NEW.id, 'slug', NEW.slug, 'name', NEW.name, 'kind', NEW.kind, 'council', NEW.council,
            'covers_education', NEW.covers_education, 'active_from', NEW.active_from, 'active_to', NEW.active_to,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id, 'substitutes_allowed', NEW.substitutes_allowed,
            'successor_id', NEW.successor_id));
END;
DROP TRIGGER panels_change_update;
CREATE TRIGGER panels_change_update AFTER UPDATE ON panels
WHEN (
        OLD.id, OLD.slug, OLD.name, OLD.kind, OLD.council, OLD.covers_education, OLD.active_from, OLD.active_to,
        OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system,
        OLD.source_ref, OLD.import_id, OLD.substitutes_allowed, OLD.successor_id)
    IS NOT (
        NEW.id, NEW.slug, NEW.name, NEW.kind, NEW.council, NEW.covers_education, NEW.active_from, NEW.active_to,
        NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system,
        NEW.source_ref, NEW.import_id, NEW.substitutes_allowed, NEW.successor_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'panels', NEW.id, NEW.version,
        json_object(), json_object(
            'id', OLD.id, 'slug', OLD.slug, 'name', OLD.name, 'kind', OLD.kind, 'council', OLD.council,
            'covers_education', OLD.covers_education, 'active_from', OLD.active_from, 'active_to', OLD.active_to,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id, 'substitutes_allowed', OLD.substitutes_allowed,
            'successor_id', OLD.successor_id),
        json_object(
            'id', NEW.id, 'slug', NEW.slug, 'name', NEW.name, 'kind', NEW.kind, 'council', NEW.council,
            'covers_education', NEW.covers_education, 'active_from', NEW.active_from, 'active_to', NEW.active_to,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id, 'substitutes_allowed', NEW.substitutes_allowed,
            'successor_id', NEW.successor_id));
END;
DROP TRIGGER panels_change_delete;
CREATE TRIGGER panels_change_delete AFTER DELETE ON panels
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'panels', OLD.id, OLD.version,
        json_object(), json_object(
            'id', OLD.id, 'slug', OLD.slug, 'name', OLD.name, 'kind', OLD.kind, 'council', OLD.council,
            'covers_education', OLD.covers_education, 'active_from', OLD.active_from, 'active_to', OLD.active_to,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id, 'substitutes_allowed', OLD.substitutes_allowed,
            'successor_id', OLD.successor_id), NULL);
END;

DROP TRIGGER meetings_change_insert;
CREATE TRIGGER meetings_change_insert AFTER INSERT ON meetings
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'meetings', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id), NULL, json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'starts_at', NEW.starts_at,
            'starts_at_local', NEW.starts_at_local, 'starts_on', NEW.starts_on, 'venue', NEW.venue, 'mode', NEW.mode,
            'kind', NEW.kind, 'state', NEW.state, 'state_reason', NEW.state_reason,
            'agenda_published_on', NEW.agenda_published_on, 'participation_deadline', NEW.participation_deadline,
            'webcast_url', NEW.webcast_url, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id,
            'whip_answer', NEW.whip_answer, 'presiding_person_id', NEW.presiding_person_id));
END;
DROP TRIGGER meetings_change_update;
CREATE TRIGGER meetings_change_update AFTER UPDATE ON meetings
WHEN (
        OLD.id, OLD.panel_id, OLD.starts_at, OLD.starts_at_local, OLD.starts_on, OLD.venue, OLD.mode, OLD.kind,
        OLD.state, OLD.state_reason, OLD.agenda_published_on, OLD.participation_deadline, OLD.webcast_url,
        OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system,
        OLD.source_ref, OLD.import_id, OLD.whip_answer, OLD.presiding_person_id)
    IS NOT (
        NEW.id, NEW.panel_id, NEW.starts_at, NEW.starts_at_local, NEW.starts_on, NEW.venue, NEW.mode, NEW.kind,
        NEW.state, NEW.state_reason, NEW.agenda_published_on, NEW.participation_deadline, NEW.webcast_url,
        NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system,
        NEW.source_ref, NEW.import_id, NEW.whip_answer, NEW.presiding_person_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'meetings', NEW.id, NEW.version,
        json_object('panels', NEW.panel_id), json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'starts_at', OLD.starts_at,
            'starts_at_local', OLD.starts_at_local, 'starts_on', OLD.starts_on, 'venue', OLD.venue, 'mode', OLD.mode,
            'kind', OLD.kind, 'state', OLD.state, 'state_reason', OLD.state_reason,
            'agenda_published_on', OLD.agenda_published_on, 'participation_deadline', OLD.participation_deadline,
            'webcast_url', OLD.webcast_url, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id,
            'whip_answer', OLD.whip_answer, 'presiding_person_id', OLD.presiding_person_id),
        json_object(
            'id', NEW.id, 'panel_id', NEW.panel_id, 'starts_at', NEW.starts_at,
            'starts_at_local', NEW.starts_at_local, 'starts_on', NEW.starts_on, 'venue', NEW.venue, 'mode', NEW.mode,
            'kind', NEW.kind, 'state', NEW.state, 'state_reason', NEW.state_reason,
            'agenda_published_on', NEW.agenda_published_on, 'participation_deadline', NEW.participation_deadline,
            'webcast_url', NEW.webcast_url, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id,
            'whip_answer', NEW.whip_answer, 'presiding_person_id', NEW.presiding_person_id));
END;
DROP TRIGGER meetings_change_delete;
CREATE TRIGGER meetings_change_delete AFTER DELETE ON meetings
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'meetings', OLD.id, OLD.version,
        json_object('panels', OLD.panel_id), json_object(
            'id', OLD.id, 'panel_id', OLD.panel_id, 'starts_at', OLD.starts_at,
            'starts_at_local', OLD.starts_at_local, 'starts_on', OLD.starts_on, 'venue', OLD.venue, 'mode', OLD.mode,
            'kind', OLD.kind, 'state', OLD.state, 'state_reason', OLD.state_reason,
            'agenda_published_on', OLD.agenda_published_on, 'participation_deadline', OLD.participation_deadline,
            'webcast_url', OLD.webcast_url, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id,
            'whip_answer', OLD.whip_answer, 'presiding_person_id', OLD.presiding_person_id), NULL);
END;

DROP TRIGGER agenda_items_change_insert;
CREATE TRIGGER agenda_items_change_insert AFTER INSERT ON agenda_items
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'agenda-items', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id), NULL, json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'printed_number', NEW.printed_number,
            'position', NEW.position, 'taken_position', NEW.taken_position, 'title', NEW.title,
            'instruction', NEW.instruction, 'page_from', NEW.page_from, 'page_to', NEW.page_to,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id, 'education_matter', NEW.education_matter,
            'education_decided_by', NEW.education_decided_by));
END;
DROP TRIGGER agenda_items_change_update;
CREATE TRIGGER agenda_items_change_update AFTER UPDATE ON agenda_items
WHEN (
        OLD.id, OLD.meeting_id, OLD.printed_number, OLD.position, OLD.taken_position, OLD.title, OLD.instruction,
        OLD.page_from, OLD.page_to, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields,
        OLD.source_system, OLD.source_ref, OLD.import_id, OLD.education_matter, OLD.education_decided_by)
    IS NOT (
        NEW.id, NEW.meeting_id, NEW.printed_number, NEW.position, NEW.taken_position, NEW.title, NEW.instruction,
        NEW.page_from, NEW.page_to, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields,
        NEW.source_system, NEW.source_ref, NEW.import_id, NEW.education_matter, NEW.education_decided_by)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'agenda-items', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id), json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'printed_number', OLD.printed_number,
            'position', OLD.position, 'taken_position', OLD.taken_position, 'title', OLD.title,
            'instruction', OLD.instruction, 'page_from', OLD.page_from, 'page_to', OLD.page_to,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id, 'education_matter', OLD.education_matter,
            'education_decided_by', OLD.education_decided_by),
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'printed_number', NEW.printed_number,
            'position', NEW.position, 'taken_position', NEW.taken_position, 'title', NEW.title,
            'instruction', NEW.instruction, 'page_from', NEW.page_from, 'page_to', NEW.page_to,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id, 'education_matter', NEW.education_matter,
            'education_decided_by', NEW.education_decided_by));
END;
DROP TRIGGER agenda_items_change_delete;
CREATE TRIGGER agenda_items_change_delete AFTER DELETE ON agenda_items
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'agenda-items', OLD.id, OLD.version,
        json_object('meetings', OLD.meeting_id), json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'printed_number', OLD.printed_number,
            'position', OLD.position, 'taken_position', OLD.taken_position, 'title', OLD.title,
            'instruction', OLD.instruction, 'page_from', OLD.page_from, 'page_to', OLD.page_to,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id, 'education_matter', OLD.education_matter,
            'education_decided_by', OLD.education_decided_by), NULL);
END;

DROP TRIGGER named_votes_change_insert;
CREATE TRIGGER named_votes_change_insert AFTER INSERT ON named_votes
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'named-votes', NEW.id, NEW.version,
        json_object('decisions', NEW.decision_id), NULL, json_object(
            'id', NEW.id, 'decision_id', NEW.decision_id, 'person_id', NEW.person_id, 'vote', NEW.vote,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER named_votes_change_update;
CREATE TRIGGER named_votes_change_update AFTER UPDATE ON named_votes
WHEN (
        OLD.id, OLD.decision_id, OLD.person_id, OLD.vote, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin,
        OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.decision_id, NEW.person_id, NEW.vote, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin,
        NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'named-votes', NEW.id, NEW.version,
        json_object('decisions', NEW.decision_id), json_object(
            'id', OLD.id, 'decision_id', OLD.decision_id, 'person_id', OLD.person_id, 'vote', OLD.vote,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'decision_id', NEW.decision_id, 'person_id', NEW.person_id, 'vote', NEW.vote,
            'version', NEW.version, 'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER named_votes_change_delete;
CREATE TRIGGER named_votes_change_delete AFTER DELETE ON named_votes
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'named-votes', OLD.id, OLD.version,
        json_object('decisions', OLD.decision_id), json_object(
            'id', OLD.id, 'decision_id', OLD.decision_id, 'person_id', OLD.person_id, 'vote', OLD.vote,
            'version', OLD.version, 'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER minutes_change_insert;
CREATE TRIGGER minutes_change_insert AFTER INSERT ON minutes
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'minutes', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id), NULL, json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'corrects_id', NEW.corrects_id, 'state', NEW.state,
            'state_reason', NEW.state_reason, 'text', NEW.text, 'report_id', NEW.report_id,
            'confirmed_at_meeting_id', NEW.confirmed_at_meeting_id, 'amendments', NEW.amendments,
            'signed_on', NEW.signed_on, 'signed_by', NEW.signed_by, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER minutes_change_update;
CREATE TRIGGER minutes_change_update AFTER UPDATE ON minutes
WHEN (
        OLD.id, OLD.meeting_id, OLD.corrects_id, OLD.state, OLD.state_reason, OLD.text, OLD.report_id,
        OLD.confirmed_at_meeting_id, OLD.amendments, OLD.signed_on, OLD.signed_by, OLD.version, OLD.created_at,
        OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.meeting_id, NEW.corrects_id, NEW.state, NEW.state_reason, NEW.text, NEW.report_id,
        NEW.confirmed_at_meeting_id, NEW.amendments, NEW.signed_on, NEW.signed_by, NEW.version, NEW.created_at,
        NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'minutes', NEW.id, NEW.version,
        json_object('meetings', NEW.meeting_id), json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'corrects_id', OLD.corrects_id, 'state', OLD.state,
            'state_reason', OLD.state_reason, 'text', OLD.text, 'report_id', OLD.report_id,
            'confirmed_at_meeting_id', OLD.confirmed_at_meeting_id, 'amendments', OLD.amendments,
            'signed_on', OLD.signed_on, 'signed_by', OLD.signed_by, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'meeting_id', NEW.meeting_id, 'corrects_id', NEW.corrects_id, 'state', NEW.state,
            'state_reason', NEW.state_reason, 'text', NEW.text, 'report_id', NEW.report_id,
            'confirmed_at_meeting_id', NEW.confirmed_at_meeting_id, 'amendments', NEW.amendments,
            'signed_on', NEW.signed_on, 'signed_by', NEW.signed_by, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER minutes_change_delete;
CREATE TRIGGER minutes_change_delete AFTER DELETE ON minutes
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'minutes', OLD.id, OLD.version,
        json_object('meetings', OLD.meeting_id), json_object(
            'id', OLD.id, 'meeting_id', OLD.meeting_id, 'corrects_id', OLD.corrects_id, 'state', OLD.state,
            'state_reason', OLD.state_reason, 'text', OLD.text, 'report_id', OLD.report_id,
            'confirmed_at_meeting_id', OLD.confirmed_at_meeting_id, 'amendments', OLD.amendments,
            'signed_on', OLD.signed_on, 'signed_by', OLD.signed_by, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER areas_change_insert;
CREATE TRIGGER areas_change_insert AFTER INSERT ON areas
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'areas', NEW.id, NEW.version,
        json_object(), NULL, json_object(
            'id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'kind', NEW.kind, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id, 'owner', NEW.owner, 'model_year', NEW.model_year));
END;
DROP TRIGGER areas_change_update;
CREATE TRIGGER areas_change_update AFTER UPDATE ON areas
WHEN (
        OLD.id, OLD.code, OLD.name, OLD.kind, OLD.version, OLD.created_at, OLD.updated_at, OLD.origin,
        OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id, OLD.owner, OLD.model_year)
    IS NOT (
        NEW.id, NEW.code, NEW.name, NEW.kind, NEW.version, NEW.created_at, NEW.updated_at, NEW.origin,
        NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id, NEW.owner, NEW.model_year)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'areas', NEW.id, NEW.version,
        json_object(), json_object(
            'id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'kind', OLD.kind, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id, 'owner', OLD.owner, 'model_year', OLD.model_year),
        json_object(
            'id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'kind', NEW.kind, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id, 'owner', NEW.owner, 'model_year', NEW.model_year));
END;
DROP TRIGGER areas_change_delete;
CREATE TRIGGER areas_change_delete AFTER DELETE ON areas
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'areas', OLD.id, OLD.version,
        json_object(), json_object(
            'id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'kind', OLD.kind, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id, 'owner', OLD.owner, 'model_year', OLD.model_year), NULL);
END;

DROP TRIGGER indicator_versions_change_insert;
CREATE TRIGGER indicator_versions_change_insert AFTER INSERT ON indicator_versions
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'indicator-versions', NEW.id, NEW.version,
        json_object('indicators', NEW.indicator_id), NULL, json_object(
            'id', NEW.id, 'indicator_id', NEW.indicator_id, 'definition', NEW.definition,
            'numerator_def', NEW.numerator_def, 'denominator_def', NEW.denominator_def,
            'denominator_source', NEW.denominator_source, 'decimals', NEW.decimals,
            'official_source', NEW.official_source, 'valid_from', NEW.valid_from, 'valid_to', NEW.valid_to,
            'comparable_with_previous', NEW.comparable_with_previous, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER indicator_versions_change_update;
CREATE TRIGGER indicator_versions_change_update AFTER UPDATE ON indicator_versions
WHEN (
        OLD.id, OLD.indicator_id, OLD.definition, OLD.numerator_def, OLD.denominator_def, OLD.denominator_source,
        OLD.decimals, OLD.official_source, OLD.valid_from, OLD.valid_to, OLD.comparable_with_previous, OLD.version,
        OLD.created_at, OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref,
        OLD.import_id)
    IS NOT (
        NEW.id, NEW.indicator_id, NEW.definition, NEW.numerator_def, NEW.denominator_def, NEW.denominator_source,
        NEW.decimals, NEW.official_source, NEW.valid_from, NEW.valid_to, NEW.comparable_with_previous, NEW.version,
        NEW.created_at, NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref,
        NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'indicator-versions', NEW.id, NEW.version,
        json_object('indicators', NEW.indicator_id), json_object(
            'id', OLD.id, 'indicator_id', OLD.indicator_id, 'definition', OLD.definition,
            'numerator_def', OLD.numerator_def, 'denominator_def', OLD.denominator_def,
            'denominator_source', OLD.denominator_source, 'decimals', OLD.decimals,
            'official_source', OLD.official_source, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to,
            'comparable_with_previous', OLD.comparable_with_previous, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'indicator_id', NEW.indicator_id, 'definition', NEW.definition,
            'numerator_def', NEW.numerator_def, 'denominator_def', NEW.denominator_def,
            'denominator_source', NEW.denominator_source, 'decimals', NEW.decimals,
            'official_source', NEW.official_source, 'valid_from', NEW.valid_from, 'valid_to', NEW.valid_to,
            'comparable_with_previous', NEW.comparable_with_previous, 'version', NEW.version,
            'created_at', NEW.created_at, 'updated_at', NEW.updated_at, 'origin', NEW.origin,
            'officer_fields', NEW.officer_fields, 'source_system', NEW.source_system, 'source_ref', NEW.source_ref,
            'import_id', NEW.import_id));
END;
DROP TRIGGER indicator_versions_change_delete;
CREATE TRIGGER indicator_versions_change_delete AFTER DELETE ON indicator_versions
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'indicator-versions', OLD.id, OLD.version,
        json_object('indicators', OLD.indicator_id), json_object(
            'id', OLD.id, 'indicator_id', OLD.indicator_id, 'definition', OLD.definition,
            'numerator_def', OLD.numerator_def, 'denominator_def', OLD.denominator_def,
            'denominator_source', OLD.denominator_source, 'decimals', OLD.decimals,
            'official_source', OLD.official_source, 'valid_from', OLD.valid_from, 'valid_to', OLD.valid_to,
            'comparable_with_previous', OLD.comparable_with_previous, 'version', OLD.version,
            'created_at', OLD.created_at, 'updated_at', OLD.updated_at, 'origin', OLD.origin,
            'officer_fields', OLD.officer_fields, 'source_system', OLD.source_system, 'source_ref', OLD.source_ref,
            'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER targets_change_insert;
CREATE TRIGGER targets_change_insert AFTER INSERT ON targets
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'targets', NEW.id, NEW.version,
        json_object('indicator-versions', NEW.indicator_version_id), NULL, json_object(
            'id', NEW.id, 'indicator_version_id', NEW.indicator_version_id, 'period_kind', NEW.period_kind,
            'period_start', NEW.period_start, 'period_end', NEW.period_end, 'value', NEW.value,
            'tolerance_value', NEW.tolerance_value, 'tolerance_kind', NEW.tolerance_kind, 'set_by', NEW.set_by,
            'local_or_national', NEW.local_or_national, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER targets_change_update;
CREATE TRIGGER targets_change_update AFTER UPDATE ON targets
WHEN (
        OLD.id, OLD.indicator_version_id, OLD.period_kind, OLD.period_start, OLD.period_end, OLD.value,
        OLD.tolerance_value, OLD.tolerance_kind, OLD.set_by, OLD.local_or_national, OLD.version, OLD.created_at,
        OLD.updated_at, OLD.origin, OLD.officer_fields, OLD.source_system, OLD.source_ref, OLD.import_id)
    IS NOT (
        NEW.id, NEW.indicator_version_id, NEW.period_kind, NEW.period_start, NEW.period_end, NEW.value,
        NEW.tolerance_value, NEW.tolerance_kind, NEW.set_by, NEW.local_or_national, NEW.version, NEW.created_at,
        NEW.updated_at, NEW.origin, NEW.officer_fields, NEW.source_system, NEW.source_ref, NEW.import_id)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'targets', NEW.id, NEW.version,
        json_object('indicator-versions', NEW.indicator_version_id), json_object(
            'id', OLD.id, 'indicator_version_id', OLD.indicator_version_id, 'period_kind', OLD.period_kind,
            'period_start', OLD.period_start, 'period_end', OLD.period_end, 'value', OLD.value,
            'tolerance_value', OLD.tolerance_value, 'tolerance_kind', OLD.tolerance_kind, 'set_by', OLD.set_by,
            'local_or_national', OLD.local_or_national, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id),
        json_object(
            'id', NEW.id, 'indicator_version_id', NEW.indicator_version_id, 'period_kind', NEW.period_kind,
            'period_start', NEW.period_start, 'period_end', NEW.period_end, 'value', NEW.value,
            'tolerance_value', NEW.tolerance_value, 'tolerance_kind', NEW.tolerance_kind, 'set_by', NEW.set_by,
            'local_or_national', NEW.local_or_national, 'version', NEW.version, 'created_at', NEW.created_at,
            'updated_at', NEW.updated_at, 'origin', NEW.origin, 'officer_fields', NEW.officer_fields,
            'source_system', NEW.source_system, 'source_ref', NEW.source_ref, 'import_id', NEW.import_id));
END;
DROP TRIGGER targets_change_delete;
CREATE TRIGGER targets_change_delete AFTER DELETE ON targets
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'targets', OLD.id, OLD.version,
        json_object('indicator-versions', OLD.indicator_version_id), json_object(
            'id', OLD.id, 'indicator_version_id', OLD.indicator_version_id, 'period_kind', OLD.period_kind,
            'period_start', OLD.period_start, 'period_end', OLD.period_end, 'value', OLD.value,
            'tolerance_value', OLD.tolerance_value, 'tolerance_kind', OLD.tolerance_kind, 'set_by', OLD.set_by,
            'local_or_national', OLD.local_or_national, 'version', OLD.version, 'created_at', OLD.created_at,
            'updated_at', OLD.updated_at, 'origin', OLD.origin, 'officer_fields', OLD.officer_fields,
            'source_system', OLD.source_system, 'source_ref', OLD.source_ref, 'import_id', OLD.import_id), NULL);
END;

DROP TRIGGER retention_rules_change_insert;
CREATE TRIGGER retention_rules_change_insert AFTER INSERT ON retention_rules
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'created', 'retention-rules', NEW.id, NULL,
        json_object(), NULL, json_object(
            'id', NEW.id, 'rule', NEW.rule, 'months', NEW.months));
END;
DROP TRIGGER retention_rules_change_update;
CREATE TRIGGER retention_rules_change_update AFTER UPDATE ON retention_rules
WHEN (
        OLD.id, OLD.rule, OLD.months)
    IS NOT (
        NEW.id, NEW.rule, NEW.months)
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'updated', 'retention-rules', NEW.id, NULL,
        json_object(), json_object(
            'id', OLD.id, 'rule', OLD.rule, 'months', OLD.months),
        json_object(
            'id', NEW.id, 'rule', NEW.rule, 'months', NEW.months));
END;
DROP TRIGGER retention_rules_change_delete;
CREATE TRIGGER retention_rules_change_delete AFTER DELETE ON retention_rules
BEGIN
    INSERT INTO changes (at, actor, import_id, operation, collection, record_id, version, parents, before, after)
    VALUES (coalesce((SELECT at FROM writes), strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        coalesce((SELECT actor FROM writes), 'another program'), (SELECT import_id FROM writes),
        'deleted', 'retention-rules', OLD.id, NULL,
        json_object(), json_object(
            'id', OLD.id, 'rule', OLD.rule, 'months', OLD.months), NULL);
END;

DROP VIEW current_write;

-- Full-text search: one document for each page of a report, agenda item, action, indicator and glossary term.
-- Triggers keep it, so no writer can forget it. The documents hold only text and the way back to their record.

CREATE TABLE search_documents (
    id INTEGER PRIMARY KEY,
    collection TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    panel_id INTEGER REFERENCES panels (id),
    meeting_id INTEGER REFERENCES meetings (id),
    report_id INTEGER REFERENCES reports (id),
    page_from INTEGER,
    page_to INTEGER,
    UNIQUE (collection, record_id)
) STRICT;

CREATE INDEX search_documents_by_panel ON search_documents (panel_id);
CREATE INDEX search_documents_by_meeting ON search_documents (meeting_id);
CREATE INDEX search_documents_by_report ON search_documents (report_id);

-- Stemming finds "fostered" for "fostering"; accents do not matter.
CREATE VIRTUAL TABLE search_index USING fts5(
    title, text, content = 'search_documents', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2');

CREATE TRIGGER search_documents_insert AFTER INSERT ON search_documents BEGIN
    INSERT INTO search_index (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
END;
CREATE TRIGGER search_documents_delete AFTER DELETE ON search_documents BEGIN
    INSERT INTO search_index (search_index, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text);
END;
CREATE TRIGGER search_documents_update AFTER UPDATE OF title, text ON search_documents BEGIN
    INSERT INTO search_index (search_index, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text);
    INSERT INTO search_index (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
END;

CREATE TRIGGER report_pages_search_insert AFTER INSERT ON report_pages BEGIN
    INSERT INTO search_documents (collection, record_id, title, text, panel_id, meeting_id, report_id, page_from, page_to)
    SELECT 'report-pages', NEW.id, reports.title, NEW.text, meetings.panel_id, reports.meeting_id, reports.id,
        NEW.page_from, NEW.page_to
    FROM reports JOIN meetings ON meetings.id = reports.meeting_id WHERE reports.id = NEW.report_id;
END;
CREATE TRIGGER report_pages_search_update AFTER UPDATE ON report_pages BEGIN
    UPDATE search_documents SET (title, text, panel_id, meeting_id, report_id, page_from, page_to) = (
        SELECT reports.title, NEW.text, meetings.panel_id, reports.meeting_id, reports.id, NEW.page_from, NEW.page_to
        FROM reports JOIN meetings ON meetings.id = reports.meeting_id WHERE reports.id = NEW.report_id)
    WHERE collection = 'report-pages' AND record_id = NEW.id;
END;
CREATE TRIGGER report_pages_search_delete AFTER DELETE ON report_pages BEGIN
    DELETE FROM search_documents WHERE collection = 'report-pages' AND record_id = OLD.id;
END;
CREATE TRIGGER reports_search_update AFTER UPDATE OF title ON reports BEGIN
    UPDATE search_documents SET title = NEW.title WHERE report_id = NEW.id AND collection = 'report-pages';
END;
CREATE TRIGGER reports_search_move AFTER UPDATE OF meeting_id ON reports BEGIN
    UPDATE search_documents SET meeting_id = NEW.meeting_id,
        panel_id = (SELECT panel_id FROM meetings WHERE id = NEW.meeting_id)
    WHERE report_id = NEW.id AND collection IN ('report-pages', 'terms');
END;
CREATE TRIGGER meetings_search_move AFTER UPDATE OF panel_id ON meetings BEGIN
    UPDATE search_documents SET panel_id = NEW.panel_id
    WHERE meeting_id = NEW.id AND collection IN ('report-pages', 'terms', 'agenda-items');
END;

CREATE TRIGGER agenda_items_search_insert AFTER INSERT ON agenda_items BEGIN
    INSERT INTO search_documents (collection, record_id, title, text, panel_id, meeting_id, page_from, page_to)
    SELECT 'agenda-items', NEW.id, NEW.title, coalesce(NEW.instruction, ''), panel_id, id, NEW.page_from, NEW.page_to
    FROM meetings WHERE id = NEW.meeting_id;
END;
CREATE TRIGGER agenda_items_search_update AFTER UPDATE ON agenda_items BEGIN
    UPDATE search_documents
    SET title = NEW.title, text = coalesce(NEW.instruction, ''), meeting_id = NEW.meeting_id,
        panel_id = (SELECT panel_id FROM meetings WHERE id = NEW.meeting_id),
        page_from = NEW.page_from, page_to = NEW.page_to
    WHERE collection = 'agenda-items' AND record_id = NEW.id;
END;
CREATE TRIGGER agenda_items_search_delete AFTER DELETE ON agenda_items BEGIN
    DELETE FROM search_documents WHERE collection = 'agenda-items' AND record_id = OLD.id;
END;

CREATE TRIGGER actions_search_insert AFTER INSERT ON actions BEGIN
    INSERT INTO search_documents (collection, record_id, title, text, panel_id, meeting_id, report_id, page_from, page_to)
    VALUES ('actions', NEW.id, NEW.text, coalesce(NEW.quote, ''), NEW.panel_id, NEW.meeting_id, NEW.report_id,
        NEW.page_from, NEW.page_to);
END;
CREATE TRIGGER actions_search_update AFTER UPDATE OF text, quote, panel_id, meeting_id, report_id, page_from, page_to ON actions BEGIN
    UPDATE search_documents SET title = NEW.text, text = coalesce(NEW.quote, ''), panel_id = NEW.panel_id,
        meeting_id = NEW.meeting_id, report_id = NEW.report_id, page_from = NEW.page_from, page_to = NEW.page_to
    WHERE collection = 'actions' AND record_id = NEW.id;
END;
CREATE TRIGGER actions_search_delete AFTER DELETE ON actions BEGIN
    DELETE FROM search_documents WHERE collection = 'actions' AND record_id = OLD.id;
END;

CREATE TRIGGER indicators_search_insert AFTER INSERT ON indicators BEGIN
    INSERT INTO search_documents (collection, record_id, title, text)
    VALUES ('indicators', NEW.id, NEW.name, coalesce(NEW.topic, '') || ' ' || coalesce(NEW.definition, ''));
END;
CREATE TRIGGER indicators_search_update AFTER UPDATE OF name, topic, definition ON indicators BEGIN
    UPDATE search_documents
    SET title = NEW.name, text = coalesce(NEW.topic, '') || ' ' || coalesce(NEW.definition, '')
    WHERE collection = 'indicators' AND record_id = NEW.id;
END;
CREATE TRIGGER indicators_search_delete AFTER DELETE ON indicators BEGIN
    DELETE FROM search_documents WHERE collection = 'indicators' AND record_id = OLD.id;
END;

-- Terms are found by their folded form, so that look-alike letters do not hide them.
CREATE TRIGGER terms_search_insert AFTER INSERT ON terms BEGIN
    INSERT INTO search_documents (collection, record_id, title, text, panel_id, meeting_id, report_id, page_from, page_to)
    SELECT 'terms', NEW.id, upper(NEW.folded_term) || ': ' || NEW.meaning, '', meetings.panel_id, reports.meeting_id,
        reports.id, NEW.page, NEW.page
    FROM reports JOIN meetings ON meetings.id = reports.meeting_id WHERE reports.id = NEW.report_id;
END;
CREATE TRIGGER terms_search_update AFTER UPDATE OF folded_term, meaning, page ON terms BEGIN
    UPDATE search_documents SET title = upper(NEW.folded_term) || ': ' || NEW.meaning,
        page_from = NEW.page, page_to = NEW.page
    WHERE collection = 'terms' AND record_id = NEW.id;
END;
CREATE TRIGGER terms_search_delete AFTER DELETE ON terms BEGIN
    DELETE FROM search_documents WHERE collection = 'terms' AND record_id = OLD.id;
END;

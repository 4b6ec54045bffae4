-- What a database of version 5 holds beside that of the version before.

INSERT INTO areas (code, name, kind, created_at, updated_at, origin) VALUES ('a', 'A', 'county', 't', 't', 'import');
INSERT INTO indicators (code, name, unit, polarity, created_at, updated_at, origin) VALUES
    ('share', 'Share', 'percent', 'none', 't', 't', 'import'), ('number', 'Number', 'count', 'none', 't', 't', 'import');
INSERT INTO observations (indicator_id, area_id, period_kind, period_start, period_end, value, value_state,
    publication_state, revision, created_at, updated_at, origin)
    VALUES (1, 1, 'as_at', '2018-03-31', '2018-03-31', '34.0', 'actual', 'final', 1, 't', 't', 'import'),
    (2, 1, 'as_at', '2018-03-31', '2018-03-31', '5', 'actual', 'provisional', 1, 't', 't', 'import');
INSERT INTO figures (report_id, name, unit, value, value_text, value_state, confidence, created_at, updated_at, origin)
    VALUES (1, 'N', 'percent', '34.0', '34.0', 'actual', 'high', 't', 't', 'import');
INSERT INTO figure_comparators (figure_id, position, area_id, value, value_text) VALUES (1, 1, 1, '5', '5');

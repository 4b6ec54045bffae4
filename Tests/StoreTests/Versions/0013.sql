-- What a database of version 13 holds beside that of the version before.

INSERT INTO areas (code, name, kind, owner, model_year, created_at, updated_at, origin)
    VALUES ('neighbours-2018', 'N', 'neighbour_group', 'CIPFA', 2018, 't', 't', 'officer');
INSERT INTO indicator_versions (indicator_id, definition, valid_from, valid_to, created_at, updated_at, origin)
    VALUES (1, 'D', '2015-04-01', '2018-03-31', 't', 't', 'officer'), (1, 'E', '2018-04-01', NULL, 't', 't', 'officer');
INSERT INTO targets (indicator_version_id, period_kind, period_start, period_end, value, tolerance_value,
    tolerance_kind, set_by, local_or_national, created_at, updated_at, origin)
    VALUES (2, 'financial_year', '2018-04-01', '2019-03-31', '40.0', '5', 'points', 'Cabinet', 'local', 't', 't', 'officer');

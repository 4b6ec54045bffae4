-- What a database of version 14 holds beside that of the version before: a period, and a removal.

INSERT INTO retention_rules (rule, months) VALUES ('actions', 96);
INSERT INTO writes (id, at, actor, retention_rule) VALUES (1, '2020-01-01T00:00:00Z', 'retention', 'import-logs');
INSERT INTO retention_removals (at, rule, collection, record_id, kept_until)
    VALUES ('2020-01-01T00:00:00Z', 'import-logs', 'imports', 1, '2019-09-06');
UPDATE imports SET result_rows = 'null', warnings = 'null' WHERE id = 1;
DELETE FROM writes;

-- What a database of version 1 holds beside that of the version before.

INSERT INTO imports (received_at, caller, idempotency_key, body_sha256, state, source_system, source_ref, created_count, updated_count,
    unchanged_count, skipped_count, result_rows, warnings)
VALUES ('2018-09-07T02:00:00Z', 'nightly', 'k', '0000000000000000000000000000000000000000000000000000000000000000', 'applied', 's', 'r', 1, 0, 0, 0, '[]', '[]');
INSERT INTO tokens (name, secret_sha256, scopes, created_at) VALUES ('nightly', zeroblob(32), '["import"]', '2018-09-01T00:00:00Z');

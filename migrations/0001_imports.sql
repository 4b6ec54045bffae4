-- What was imported, and who may call. Both stand first because every record may name its import.

CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    received_at TEXT NOT NULL,
    caller TEXT NOT NULL CHECK (length(caller) BETWEEN 1 AND 200),
    -- The command line gives none; the API requires one.
    idempotency_key TEXT CHECK (length(idempotency_key) BETWEEN 1 AND 200),
    body_sha256 TEXT NOT NULL CHECK (length(body_sha256) = 64),
    state TEXT NOT NULL CHECK (state IN ('received', 'validated', 'applied', 'rejected', 'rolled_back')),
    source_system TEXT NOT NULL,
    source_ref TEXT NOT NULL,
    created_count INTEGER NOT NULL CHECK (created_count >= 0),
    updated_count INTEGER NOT NULL CHECK (updated_count >= 0),
    unchanged_count INTEGER NOT NULL CHECK (unchanged_count >= 0),
    skipped_count INTEGER NOT NULL CHECK (skipped_count >= 0),
    -- One JSON object a row of the pack: collection, pointer, ref, outcome, id, problems, changes.
    result_rows TEXT NOT NULL CHECK (json_valid(result_rows)),
    warnings TEXT NOT NULL CHECK (json_valid(warnings))
) STRICT;

CREATE UNIQUE INDEX imports_by_key ON imports (caller, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX imports_by_source ON imports (source_system, source_ref);

CREATE TABLE tokens (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
    -- SHA-256 of the secret; the secret itself is shown once and never stored.
    secret_sha256 BLOB NOT NULL CHECK (length(secret_sha256) = 32),
    scopes TEXT NOT NULL CHECK (json_valid(scopes) AND json_array_length(scopes) >= 1),
    created_at TEXT NOT NULL,
    expires_at TEXT,
    revoked_at TEXT
) STRICT;

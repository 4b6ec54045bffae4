internal import Crypto

/// Brings a database to the schema this program knows, one numbered file of `migrations/` after the other.
///
/// Each migration runs in a transaction of its own and is recorded with its SHA-256 in `schema_migrations`.
/// Migrations only go forward. A file that changed after it was applied, or a database that is newer than the
/// program, is refused before anything is done.
package struct Migrator {
    /// One file of `migrations/`, built into the program.
    package struct Migration: Sendable {
        package let number: Int
        package let name: String
        package let sql: String

        package var checksum: String {
            SHA256.hash(data: [UInt8](sql.utf8)).reduce(into: "") { text, byte in
                text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
    }

    package let migrations: [Migration]

    package init(migrations: [Migration] = Migrator.shipped) { self.migrations = migrations }

    /// Applies what is missing and returns the numbers applied now.
    package func migrate(_ connection: Connection) throws(StoreError) -> [Int] {
        try connection.execute(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL
            ) STRICT
            """)
        let applied = try check(connection)
        var now: [Int] = []
        for migration in migrations where migration.number > applied {
            try apply(migration, to: connection)
            now.append(migration.number)
        }
        return now
    }

    /// Refuses a database whose schema is not exactly the program's.
    package func verify(_ connection: Connection) throws(StoreError) {
        let applied = try applied(to: connection)
        guard applied == latest else { throw .schema(.older(database: applied, program: latest)) }
    }

    /// The number of the last migration applied, 0 when there is none. Refuses a database that is newer than the
    /// program or has a migration that reads otherwise.
    package func applied(to connection: Connection) throws(StoreError) -> Int {
        let recorded = try connection.integer(
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'")
        return recorded == 0 ? 0 : try check(connection)
    }

    private var latest: Int { migrations.last?.number ?? 0 }

    /// The number of the last migration applied, after holding every recorded one against the program's own.
    private func check(_ connection: Connection) throws(StoreError) -> Int {
        var recorded: [(number: Int, checksum: String)] = []
        try connection.run("SELECT number, checksum FROM schema_migrations ORDER BY number") { row in
            recorded.append((Int(row.integer(0)), row.text(1) ?? ""))
        }
        let applied = recorded.last?.number ?? 0
        if applied > latest { throw .schema(.newer(database: applied, program: latest)) }
        for (number, checksum) in recorded {
            guard let known = migrations.first(where: { $0.number == number }) else {
                throw .schema(.newer(database: number, program: latest))
            }
            if known.checksum != checksum { throw .schema(.changed(number: number, name: known.name)) }
        }
        let gap = zip(migrations, recorded).first { $0.0.number != $0.1.number }
        if let missing = gap?.0 { throw .schema(.missing(number: missing.number, name: missing.name)) }
        return applied
    }

    private func apply(_ migration: Migration, to connection: Connection) throws(StoreError) {
        try connection.execute("BEGIN IMMEDIATE")
        do throws(StoreError) {
            // Another process may have applied it while this one waited for the lock.
            let already = try connection.integer(
                "SELECT 1 FROM schema_migrations WHERE number = ?", [.integer(Int64(migration.number))])
            if already == nil {
                try connection.withOpenSchema { () throws(StoreError) in try connection.execute(migration.sql)
                }
                try connection.run(
                    """
                    INSERT INTO schema_migrations (number, name, checksum, applied_at)
                    VALUES (?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
                    """,
                    [.integer(Int64(migration.number)), .text(migration.name), .text(migration.checksum)])
            }
            try connection.execute("COMMIT")
        } catch {
            try? connection.execute("ROLLBACK")
            throw error
        }
    }
}

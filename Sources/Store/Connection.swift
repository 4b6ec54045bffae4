internal import CSQLite

/// One open SQLite connection with its prepared statements. Confined to the thread that uses it.
///
/// Opened with `SQLITE_OPEN_NOMUTEX`: SQLite itself then locks nothing, and the compiler keeps the object in
/// one place, because it is not `Sendable`. WAL mode, foreign keys on, FULL durability, five seconds of patience
/// with other processes (https://www.sqlite.org/pragma.html).
@safe
package final class Connection {
    package enum Mode: Sendable {
        case readOnly
        /// Makes the file when there is none.
        case readWrite
        /// Changes nothing either. SQLite forgets CHECK constraints, and so cannot check them, where it may not write.
        case inspect
        /// Refused with `busy`, at once, while any other process has the database open, and keeps them all out
        /// afterwards. Folds the log into the file and removes it.
        case alone
    }

    let handle: OpaquePointer
    private var statements: [String: Statement] = [:]
    private var recordStatements = RecordStatements()
    private let deadline: Deadline
    // Where SQLite keeps the index of the log in memory, until this connection is closed.
    private(set) lazy var logIndex: UnsafeRawPointer? = unsafe UnsafeRawPointer(scrutiny_log_index(handle))

    /// Opens the file, and makes it when `mode` is `readWrite` and there is none.
    package init(path: String, mode: Mode) throws(StoreError) {
        _ = Self.isPrepared
        var opened: OpaquePointer?
        let code = unsafe sqlite3_open_v2(path, &opened, mode.flags | SQLITE_OPEN_NOMUTEX, nil)
        guard let opened = unsafe opened, code == SQLITE_OK else {
            let message = unsafe String(cString: sqlite3_errstr(code))
            unsafe sqlite3_close_v2(opened)
            throw .cannotOpen(
                path: path, SQLiteFailure(extendedCode: code, message: message, statement: "open"))
        }
        unsafe handle = opened
        deadline = Deadline()
        unsafe sqlite3_extended_result_codes(opened, 1)
        // How long a writer waits for another process before it gives up with `busy`.
        unsafe sqlite3_busy_timeout(opened, mode == .alone ? 0 : 5_000)
        unsafe scrutiny_be_defensive(opened, 1)
        unsafe deadline.watch(opened)
        do throws(StoreError) {
            try configure(mode)
        } catch {
            guard case .failed(let failure) = error else { throw error }
            throw .cannotOpen(path: path, failure)
        }
    }

    /// Whether this process has told SQLite not to count its memory; done once, before the first connection.
    private static let isPrepared = scrutiny_count_no_memory() == SQLITE_OK

    private func configure(_ mode: Mode) throws(StoreError) {
        try execute("PRAGMA foreign_keys = ON")
        // Without it a REPLACE would delete frozen rows past their triggers.
        try execute("PRAGMA recursive_triggers = ON")
        switch mode {
        case .readWrite:
            try requireWriting()
            try execute("PRAGMA journal_mode = WAL")
            try execute("PRAGMA synchronous = FULL")
            // A long reader lets the log grow. When it has gone, the next turn of the log cuts it back to 16 MiB.
            try execute("PRAGMA journal_size_limit = 16777216")
        case .readOnly, .inspect:
            try execute("PRAGMA query_only = ON")
        case .alone:
            try requireWriting()
            try execute("PRAGMA locking_mode = EXCLUSIVE")
            try execute("PRAGMA journal_mode = DELETE")
            try execute("BEGIN EXCLUSIVE")
        }
        // 16 MiB of page cache and 256 MiB of mapped file: an old council's database fits whole.
        try execute("PRAGMA cache_size = -16384")
        // What a savepoint may have to undo is kept in memory instead of a file in /var/tmp.
        try execute("PRAGMA temp_store = MEMORY")
        try execute("PRAGMA mmap_size = 268435456")
    }

    /// SQLite opens a file that it may not write for reading only; better said now than at the first write.
    private func requireWriting() throws(StoreError) {
        guard unsafe sqlite3_db_readonly(handle, "main") == 1 else { return }
        let message = unsafe String(cString: sqlite3_errstr(SQLITE_READONLY))
        throw .readOnly(SQLiteFailure(extendedCode: SQLITE_READONLY, message: message, statement: "open"))
    }

    deinit {
        statements.removeAll()
        recordStatements.removeAll()
        unsafe sqlite3_close_v2(handle)
    }

    /// The prepared statement for this text, made at its first use and kept.
    func statement(_ sql: String) throws(StoreError) -> Statement {
        if let known = statements[sql] {
            // One that is running already belongs to a query around this one: records inside records of their kind.
            return known.isRunning ? try Statement(sql, on: self) : known
        }
        // Lists with many different filters would otherwise keep a statement each for ever.
        if statements.count >= 256 { statements.removeAll(keepingCapacity: true) }
        let made = try Statement(sql, on: self)
        statements[sql] = made
        return made
    }

    /// Adds a row with these columns.
    func insert(into table: StaticString, _ columns: [ColumnValue]) throws(StoreError) {
        try recordStatements.statement(.insert, table, columns, on: self).run(columns.map(\.value), on: self)
    }

    /// Lends the row with this id; its columns are those asked for, in their order.
    func read(
        _ table: StaticString, id: Int64, _ columns: [ColumnValue],
        _ row: (borrowing Row) throws(StoreError) -> Void
    ) throws(StoreError) {
        try recordStatements.statement(.read, table, columns, on: self).run(
            [.integer(id)], on: self, each: row)
    }

    /// Runs statements that take no values and whose rows nobody reads; the text may hold several.
    package func execute(_ sql: String) throws(StoreError) {
        let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
        guard code == SQLITE_OK else { throw failure(code, statement: sql) }
    }

    /// Runs one statement with values and lends each of its rows in turn.
    package func run(
        _ sql: String, _ values: [SQLValue] = [],
        each row: (borrowing Row) throws(StoreError) -> Void = { (_) throws(StoreError) in }
    ) throws(StoreError) {
        try statement(sql).run(values, on: self, each: row)
    }

    /// The same until a row is answered with false.
    func walk(
        _ sql: String, _ values: [SQLValue], while row: (borrowing Row) throws(StoreError) -> Bool
    ) throws(StoreError) {
        try statement(sql).walk(values, on: self, while: row)
    }

    /// The first column of the first row as an integer, or nil when there is no row or it is null.
    package func integer(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) -> Int64? {
        var found: Int64?
        try run(sql, values) { row in
            if found == nil { found = row.optionalInteger(0) }
        }
        return found
    }

    /// The first column of the first row as text, or nil when there is no row or it is null.
    package func text(_ sql: String, _ values: [SQLValue] = []) throws(StoreError) -> String? {
        var found: String?
        try run(sql, values) { row in
            if found == nil { found = row.text(0) }
        }
        return found
    }

    package var lastInsertedID: Int64 { unsafe sqlite3_last_insert_rowid(handle) }
    /// Whether a transaction is open; SQLite ends one by itself when the disk is full.
    var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

    /// Lets `body` change the schema as text, which is how a migration mends a constraint without moving the rows.
    func withOpenSchema<Answer>(_ body: () throws(StoreError) -> Answer) throws(StoreError) -> Answer {
        unsafe scrutiny_be_defensive(handle, 0)
        defer { unsafe scrutiny_be_defensive(handle, 1) }
        return try body()
    }

    /// Ends any query of `body` that takes longer than `limit` with `deadlineExceeded`.
    package func within<Answer>(
        _ limit: Duration, _ body: () throws(StoreError) -> Answer
    ) throws(StoreError) -> Answer {
        deadline.start(limit)
        defer { deadline.stop() }
        return try body()
    }

    /// What `code` means to callers, with the message SQLite holds for this connection.
    func failure(_ code: Int32, statement: String) -> StoreError {
        let message = unsafe String(cString: sqlite3_errmsg(handle))
        return StoreError(code: code, message: message, statement: statement)
    }
}

extension Connection.Mode {
    fileprivate var flags: Int32 {
        switch self {
        case .readOnly: SQLITE_OPEN_READONLY
        case .readWrite: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        case .inspect, .alone: SQLITE_OPEN_READWRITE
        }
    }
}

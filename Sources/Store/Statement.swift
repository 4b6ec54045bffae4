internal import CSQLite

/// One prepared statement: bound, stepped and reset in one call, so that nothing of a run outlives it.
@safe
final class Statement {
    private let handle: OpaquePointer
    private let sql: String
    private(set) var isRunning = false

    init(_ sql: String, on connection: Connection) throws(StoreError) {
        var prepared: OpaquePointer?
        let code = unsafe sqlite3_prepare_v3(
            connection.handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
        guard let prepared = unsafe prepared, code == SQLITE_OK else {
            throw connection.failure(code, statement: sql)
        }
        unsafe handle = prepared
        self.sql = sql
    }

    deinit { unsafe sqlite3_finalize(handle) }

    /// Binds the values to the placeholders in order and lends each row.
    func run(
        _ values: [SQLValue], on connection: Connection,
        each row: (borrowing Row) throws(StoreError) -> Void = { (_) throws(StoreError) in }
    ) throws(StoreError) {
        try walk(values, on: connection) { (lent) throws(StoreError) in
            try row(lent)
            return true
        }
    }

    /// Binds the values to the placeholders in order and lends each row. Throws before the first row or
    /// after the last one lent; the statement is ready for its next run either way.
    ///
    /// - Parameter row: says whether to go on to the next row.
    func walk(
        _ values: [SQLValue], on connection: Connection, while row: (borrowing Row) throws(StoreError) -> Bool
    ) throws(StoreError) {
        isRunning = true
        defer {
            isRunning = false
            unsafe sqlite3_reset(handle)
            unsafe sqlite3_clear_bindings(handle)
        }
        precondition(
            unsafe Int(sqlite3_bind_parameter_count(handle)) == values.count,
            "A statement is run with one value for each of its placeholders.")
        for (offset, value) in values.enumerated() {
            let code = bind(value, at: Int32(offset + 1))
            guard code == SQLITE_OK else { throw connection.failure(code, statement: sql) }
        }
        while true {
            switch unsafe sqlite3_step(handle) {
            case SQLITE_ROW: guard try row(unsafe Row(handle)) else { return }
            case SQLITE_DONE: return
            case let code: throw connection.failure(code, statement: sql)
            }
        }
    }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        case .null:
            return unsafe sqlite3_bind_null(handle, index)
        case .integer(let integer):
            return unsafe sqlite3_bind_int64(handle, index, integer)
        case .real(let real):
            return unsafe sqlite3_bind_double(handle, index, real)
        case .text(var text):
            return text.withUTF8 { bytes in
                // An empty string has no address; SQLite would take nil for NULL.
                let start = unsafe UnsafeRawPointer(bytes.baseAddress) ?? UnsafeRawPointer(emptyText)
                return unsafe scrutiny_bind_text(
                    handle, index, start.assumingMemoryBound(to: CChar.self), UInt64(bytes.count))
            }
        case .blob(let bytes):
            return unsafe bytes.withUnsafeBytes { raw in
                unsafe scrutiny_bind_blob(
                    handle, index, raw.baseAddress ?? UnsafeRawPointer(emptyText), UInt64(raw.count))
            }
        }
    }
}

/// A C string of no characters, alive for as long as the process.
///
/// Safe to share between threads: written once before anybody reads it, never changed, never freed.
nonisolated(unsafe) private let emptyText: UnsafePointer<CChar> = {
    let memory = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    unsafe memory.initialize(to: 0)
    return unsafe UnsafePointer(memory)
}()

internal import CSQLite

/// The current row of a running statement, lent for the length of a closure.
///
/// Column numbers count from 0. Text is lent as bytes where it is only passed on, so that a row goes from
/// SQLite's page to the answer without an object in between.
@safe
package struct Row: ~Copyable {
    private let statement: OpaquePointer

    init(_ statement: OpaquePointer) { unsafe self.statement = statement }

    package var columnCount: Int { unsafe Int(sqlite3_column_count(statement)) }

    package func isNull(_ column: Int) -> Bool {
        unsafe sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL
    }

    /// The integer in the column; 0 for null.
    package func integer(_ column: Int) -> Int64 { unsafe sqlite3_column_int64(statement, Int32(column)) }

    package func optionalInteger(_ column: Int) -> Int64? { isNull(column) ? nil : integer(column) }

    /// The text in the column, or nil for null.
    package func text(_ column: Int) -> String? {
        guard let bytes = unsafe sqlite3_column_text(statement, Int32(column)) else { return nil }
        let count = unsafe Int(sqlite3_column_bytes(statement, Int32(column)))
        return unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// Lends the UTF-8 bytes of the column; none for null. Valid only inside `body`.
    package func withBytes<Answer>(_ column: Int, _ body: (Span<UInt8>) -> Answer) -> Answer {
        let bytes = unsafe sqlite3_column_text(statement, Int32(column))
        let count = unsafe Int(sqlite3_column_bytes(statement, Int32(column)))
        return body(unsafe UnsafeBufferPointer(start: bytes, count: unsafe bytes == nil ? 0 : count).span)
    }

    package func blob(_ column: Int) -> [UInt8] {
        let bytes = unsafe sqlite3_column_blob(statement, Int32(column))
        let count = unsafe Int(sqlite3_column_bytes(statement, Int32(column)))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
    }

    package func value(_ column: Int) -> SQLValue {
        switch unsafe sqlite3_column_type(statement, Int32(column)) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer(integer(column))
        case SQLITE_FLOAT: .real(unsafe sqlite3_column_double(statement, Int32(column)))
        case SQLITE_BLOB: .blob(blob(column))
        default: .text(text(column) ?? "")
        }
    }
}

/// The tables that the change log records, as the database itself knows them.
///
/// Names of tables and columns come from the schema of the program's own migrations, never from outside.
extension Connection {
    /// Those whose rows are records or parts of records, as their triggers tell.
    func loggedTables() throws(StoreError) -> [String] {
        var tables: [String] = []
        try run(
            """
            SELECT substr(name, 1, length(name) - length('_change_insert')) FROM sqlite_schema
            WHERE type = 'trigger' AND name LIKE '%\\_change\\_insert' ESCAPE '\\' ORDER BY 1
            """
        ) { row in tables.append(row.text(0) ?? "") }
        return tables
    }

    func columns(of table: String) throws(StoreError) -> [String] {
        var columns: [String] = []
        try run("SELECT name FROM pragma_table_info(?) ORDER BY cid", [.text(table)]) { row in
            columns.append(row.text(0) ?? "")
        }
        return columns
    }

    /// The name of a table in paths and in the log: `agenda-items`.
    static func collection(of table: String) -> String { table.split(separator: "_").joined(separator: "-") }
}

/// What was recorded at an earlier moment, read from the change log.
///
/// Each table of records is given a namesake for the length of a query, made of the last entry of each record up to
/// the moment, so that any query reads then what it reads now. What a retention rule removed is in no moment.
///
/// ```
/// WITH as_of (at) AS (VALUES (?)), panels AS (SELECT … FROM changes …), … SELECT … FROM panels …
/// ```
struct Snapshot {
    /// Stands before the query; its one value is the moment.
    let prefix: String

    init(_ connection: Connection) throws(StoreError) {
        var parts = ["as_of (at) AS (VALUES (?))"]
        for table in try connection.loggedTables() { parts.append(try Self.namesake(of: table, connection)) }
        prefix = "WITH " + parts.joined(separator: ", ") + " "
    }

    /// The names come from the schema of the program's own migrations.
    private static func namesake(of table: String, _ connection: Connection) throws(StoreError) -> String {
        let columns = try connection.columns(of: table)
        let collection = Connection.collection(of: table)
        // The id comes from a column of the log that has an index.
        let values = columns.map {
            $0 == "id" ? "entry.record_id AS id" : "json_extract(entry.after, '$.\($0)') AS \($0)"
        }
        return """
            \(table) AS (SELECT \(values.joined(separator: ", ")) FROM changes AS entry
            WHERE entry.collection = '\(collection)' AND entry.after <> '{}' AND entry.seq = (
            SELECT max(seq) FROM changes WHERE collection = entry.collection AND record_id = entry.record_id
            AND at <= (SELECT at FROM as_of)))
            """
    }
}

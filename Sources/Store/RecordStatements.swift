/// The statements that write and read records, found by table and columns without putting their text together again.
///
/// Kept by a ``Connection`` for as long as it is open: the columns of a table come in few different lists.
struct RecordStatements {
    enum Purpose { case insert, read }

    fileprivate struct Entry {
        let purpose: Purpose
        let table: StaticString
        let columns: [StaticString]
        let statement: Statement
    }

    private var entries: [Entry] = []

    /// The statement for these columns in this order; made at its first use.
    mutating func statement(
        _ purpose: Purpose, _ table: StaticString, _ columns: [ColumnValue], on connection: Connection
    ) throws(StoreError) -> Statement {
        if let known = entries.first(where: { $0.serves(purpose, table, columns) }) { return known.statement }
        let names = columns.map(\.name)
        let made = try Statement(purpose.sql(table, names), on: connection)
        entries.append(Entry(purpose: purpose, table: table, columns: names, statement: made))
        return made
    }

    mutating func removeAll() { entries.removeAll() }
}

extension RecordStatements.Entry {
    fileprivate func serves(
        _ purpose: RecordStatements.Purpose, _ table: StaticString, _ columns: [ColumnValue]
    ) -> Bool {
        purpose == self.purpose && columns.count == self.columns.count && table.isSame(as: self.table)
            && zip(columns, self.columns).allSatisfy { $0.name.isSame(as: $1) }
    }
}

extension RecordStatements.Purpose {
    fileprivate func sql(_ table: StaticString, _ columns: [StaticString]) -> String {
        let names = columns.map { "\($0)" }.joined(separator: ", ")
        switch self {
        case .insert:
            let places = columns.map { _ in "?" }.joined(separator: ", ")
            return "INSERT INTO \(table) (\(names)) VALUES (\(places))"
        case .read:
            return "SELECT \(names) FROM \(table) WHERE id = ?"
        }
    }
}

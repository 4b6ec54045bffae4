import Dispatch
import Domain
import Store
import Testing

/// Properties of the schema as a whole, and the writer when several threads wait for it.
@Suite("Schema and waiting writers")
struct SchemaTests {
    @Test("every foreign key begins an index, so no delete and no expansion scans a table")
    func foreignKeys() throws {
        let connection = try TestDatabase(filled: false).connection
        var keys: [(table: String, column: String)] = []
        try connection.run(
            """
            SELECT tables.name, keys."from" FROM sqlite_schema AS tables
            JOIN pragma_foreign_key_list(tables.name) AS keys WHERE tables.type = 'table' AND keys.seq = 0
            """
        ) { row in keys.append((row.text(0) ?? "", row.text(1) ?? "")) }
        #expect(keys.count >= 25)
        for key in keys {
            let count = try connection.integer(
                """
                SELECT count(*) FROM pragma_index_list(?) AS list JOIN pragma_index_info(list.name) AS parts
                WHERE parts.seqno = 0 AND parts.name = ?
                """, [.text(key.table), .text(key.column)])
            #expect(count != 0, "\(key.table).\(key.column)")
        }
    }

    @Test("threads that wait for their jobs at once all get their own answer")
    func waitingThreads() throws {
        let database = try TestDatabase()
        let writer = try Writer(path: database.path) { Instant(seconds: 0) }
        DispatchQueue.concurrentPerform(iterations: 20_000) { number in
            let answer = try? writer.perform(by: "test") { (_) throws(StoreError) -> Writer.Decision<Int> in
                .discard(number)
            }
            if answer != number { Issue.record("\(number) was answered with \(String(describing: answer))") }
        }
        writer.close()
    }
}

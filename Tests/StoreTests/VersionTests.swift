import Foundation
import Store
import TestSupport
import Testing

/// A database of each earlier version, with data, is brought forward and has everything it had and what is new.
@Suite("Databases of earlier versions")
struct VersionTests {
    private static let shipped = Migrator.shipped

    /// The database as a program of that version left it.
    private func database(of version: Int) throws -> (TemporaryFolder, Connection) {
        let folder = try TemporaryFolder()
        let connection = try Connection(path: folder.path("old.sqlite"), mode: .readWrite)
        for number in 1...version {
            _ = try Migrator(migrations: Array(Self.shipped.prefix(number))).migrate(connection)
            let name = "0000".dropLast("\(number)".count) + "\(number).sql"
            let file = Checkout.root.appending(path: "Tests/StoreTests/Versions/\(name)")
            if let data = try? String(contentsOf: file, encoding: .utf8) { try connection.execute(data) }
        }
        return (folder, connection)
    }

    private func counts(_ connection: Connection) throws -> [String: Int64] {
        var tables: [String] = []
        try connection.run(
            """
            SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search%'
                AND name NOT IN ('schema_migrations', 'state_transitions', 'initial_states', 'changes')
            """
        ) { row in tables.append(row.text(0) ?? "") }
        return try Dictionary(
            uniqueKeysWithValues: tables.map {
                ($0, try connection.integer("SELECT count(*) FROM \($0)") ?? 0)
            })
    }

    @Test("a database of an earlier version is brought forward whole", arguments: 1..<shipped.count)
    func forward(version: Int) throws {
        let (folder, connection) = try database(of: version)
        let before = try counts(connection)
        #expect(before.values.contains { $0 > 0 })
        #expect(try Migrator().migrate(connection) == Array((version + 1)...Self.shipped.count))
        let after = try counts(connection)
        for (table, count) in before { #expect(after[table] == count, "\(table)") }
        for result in try Checkup.run(path: folder.path("old.sqlite")) { #expect(result.isOK, "\(result)") }
        // Records from before change as any other, though their entries in the log lack what came later.
        try connection.execute(
            """
            UPDATE panels SET substitutes_allowed = 0, version = version + 1 WHERE id = 1;
            UPDATE meetings SET whip_answer = 'declared', version = version + 1 WHERE id = 1;
            UPDATE agenda_items SET education_matter = 1, education_decided_by = 'P', version = version + 1 WHERE id = 1;
            """)
        for result in try Checkup.run(path: folder.path("old.sqlite")) { #expect(result.isOK, "\(result)") }
        // A second run finds nothing to do.
        #expect(try Migrator().migrate(connection) == [])
    }

    /// The checksums of the migrations as they were released. A new one is added at the end; none is ever changed.
    private static let released = [
        "8815822163f7cb0bd4023c700c263b2e826e156828b4549ebf77c2c46b3b62be",
        "ae2c2339bd50386282c66b328b3c9e57c7e07753528c39a8d904da3ee8e08768",
        "e38f59b037b4059f18238e591d66b494573ad5b38338fb0a996b3aa437995ce9",
        "7f7f007d2338715a08a9f0a54589d599fd35c68aa944fceed519b7d3f71a4579",
        "296b1f8c87f28f27468ea1cf739430fd6353e8d04b5db163e35f992100596c42",
        "5447ed8d19c086220794ec7c484a0c05c8d4e0c78639304b64d09d8c6c12c3c7",
        "f7aa9a0cc7668201e76f0934de74fbf7d19da5a8b6a136344094f8324773fa44",
        "5f92204938ad744d0c8e042be808d0e00d8a78450ec424c3815139dd6a4a13d6",
        "052b4b624e1af8321216512a6897ac621c835bade3d834b3e4386fd149f9a58e",
        "53102db26b780b0db3d90058abb9a38dd9b28edc750f404f2772f0b2fc8c7bf5",
        "c44d28cee7be1f60c6816080b27851035a4341c17877b2b760d238e193eb3182",
        "ac67b9ab7439509f83e11040cb9ed391bf98dd7f346c0a87ffb194cf0c5ca9dc",
        "cba2a28c905790fcd4abe9e80c5dae0696211b0aa899b7087cc195f2ee66c24b",
        "f0efacde91b757e2982673f019ad86457f1033d749287454bd93522b42154c49",
        "f33bbb8aebd5e8c98ac959250d3f2436d8e70cb7e14ea914eae0fe807cbc0c88",
        "f0fe4afcc6237f13645ff7ec37af54d0e703912f9aedaf1e769daea9c46ac454",
        "f6e87ecd9a96a25dc6972066f010741f7277a8b776ea52c93cfec0681675bace",
        "98066781207983b0fa6cbb6a0449b844009d5bcd2cae58e6708261cfd49d2b88",
    ]

    @Test("what was released is never changed")
    func frozen() {
        #expect(Self.shipped.map(\.checksum) == Self.released)
    }
}

import Foundation
import Store
import TestSupport
import Testing

@Suite("Migrations")
struct MigratorTests {
    let folder: TemporaryFolder
    let connection: Connection

    init() throws {
        folder = try TemporaryFolder()
        connection = try Connection(path: folder.path("d.sqlite"), mode: .readWrite)
    }

    @Test("the files built into the program are those of the folder, in order")
    func shippedFiles() throws {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: Checkout.root.appending(path: "migrations").path
        )
        .filter { $0.hasSuffix(".sql") }.sorted()
        #expect(names.count == Migrator.shipped.count)
        for (name, migration) in zip(names, Migrator.shipped) {
            let number =
                String(repeating: "0", count: 4 - "\(migration.number)".count) + "\(migration.number)"
            #expect(name == "\(number)_\(migration.name).sql")
            #expect(
                try String(contentsOf: Checkout.root.appending(path: "migrations/\(name)"), encoding: .utf8)
                    == migration.sql)
        }
        #expect(Migrator.shipped.map(\.number) == Array(1...names.count))
    }

    @Test("a new database gets all of them once, and then none")
    func fresh() throws {
        #expect(try Migrator().migrate(connection) == Migrator.shipped.map(\.number))
        #expect(try Migrator().migrate(connection).isEmpty)
        try Migrator().verify(connection)
    }

    @Test("a database that lacks some goes forward and keeps its data")
    func forward() throws {
        #expect(try Migrator(migrations: Array(Migrator.shipped.prefix(2))).migrate(connection) == [1, 2])
        try connection.execute(
            """
            INSERT INTO panels (slug, name, kind, council, covers_education, created_at, updated_at, origin)
            VALUES ('p', 'P', 'other', 'C', 0, '2018-01-01T00:00:00Z', '2018-01-01T00:00:00Z', 'officer')
            """)
        #expect(throws: StoreError.schema(.older(database: 2, program: Migrator.shipped.count))) {
            try Migrator().verify(connection)
        }
        #expect(try Migrator().migrate(connection) == Array(3...Migrator.shipped.count))
        #expect(try connection.text("SELECT name FROM panels") == "P")
    }

    @Test("a migration that changed after it was applied is refused by name")
    func changed() throws {
        _ = try Migrator().migrate(connection)
        var other = Migrator.shipped
        other[1] = Migrator.Migration(number: 2, name: "panels", text: "CREATE TABLE panels (id INTEGER)")
        #expect(throws: StoreError.schema(.changed(number: 2, name: "panels"))) {
            try Migrator(migrations: other).migrate(connection)
        }
    }

    @Test("a migration that is not recorded, though later ones are, is refused by name")
    func missing() throws {
        _ = try Migrator().migrate(connection)
        try connection.execute("DELETE FROM schema_migrations WHERE number = 2")
        #expect(throws: StoreError.schema(.missing(number: 2, name: "panels"))) {
            try Migrator().verify(connection)
        }
        #expect(throws: StoreError.schema(.missing(number: 2, name: "panels"))) {
            try Migrator().migrate(connection)
        }
    }

    @Test("a database of a newer program is refused")
    func newer() throws {
        let next = Migrator.Migration(
            number: Migrator.shipped.count + 1, name: "next", text: "CREATE TABLE next (id INTEGER)")
        _ = try Migrator(migrations: Migrator.shipped + [next]).migrate(connection)
        let expected = StoreError.schema(.newer(database: next.number, program: Migrator.shipped.count))
        #expect(throws: expected) { try Migrator().migrate(connection) }
        #expect(throws: expected) { try Migrator().verify(connection) }
    }

    @Test("a migration that fails leaves nothing of itself behind")
    func failing() throws {
        let broken = Migrator.Migration(
            number: 1, name: "broken", text: "CREATE TABLE half (id INTEGER); CREATE TABLE half (id INTEGER);"
        )
        #expect(throws: StoreError.self) { try Migrator(migrations: [broken]).migrate(connection) }
        #expect(try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'half'") == 0)
        #expect(try connection.integer("SELECT count(*) FROM schema_migrations") == 0)
    }
}

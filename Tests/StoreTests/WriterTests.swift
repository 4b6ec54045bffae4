import Dispatch
import Domain
import Foundation
import Store
import TestSupport
import Testing

/// The writer, with readers and other processes beside it.
@Suite("Writing")
struct WriterTests {
    let database: TestDatabase
    let writer: Writer

    init() throws {
        database = try TestDatabase()
        writer = try Writer(path: database.path) { Instant(seconds: 1_536_930_000) }
    }

    private static func insert(_ code: String, _ transaction: Transaction) throws(StoreError) -> Int64 {
        var resolver = ReferenceResolver(transaction.connection)
        let draft = AreaDraft(code: code, name: code, kind: .place)
        guard case .created(let id) = try transaction.create(draft, by: .officer, &resolver) else { return 0 }
        return id
    }

    private func count(_ connection: Connection) throws -> Int64? {
        try connection.integer("SELECT count(*) FROM areas WHERE code <> 'a'")
    }

    @Test("many writers at once are all answered, and only after their commit can be seen")
    func concurrent() throws {
        let group = DispatchGroup()
        let seen = Counter()
        let path = database.path
        let writer = writer
        for number in 0..<400 {
            group.enter()
            DispatchQueue.global().async {
                writer.submit(by: "test") { (transaction) throws(StoreError) in
                    .keep(try Self.insert("area-\(number)", transaction))
                } completion: { result in
                    // A connection of its own: only what is committed is there.
                    if number.isMultiple(of: 50), let id = try? result.get(),
                        let reader = try? Reader(path: path)
                    {
                        let found = try? reader.connection.integer(
                            "SELECT 1 FROM areas WHERE id = ?", [.integer(id)])
                        if found == .some(1) { seen.add() }
                    }
                    group.leave()
                }
            }
        }
        #expect(group.wait(timeout: .now() + 30) == .success)
        #expect(try count(database.connection) == 400)
        #expect(seen.value == 8)
    }

    @Test("a job that fails undoes itself and none of its neighbours")
    func failing() throws {
        let group = DispatchGroup()
        let failures = Counter()
        for number in 0..<20 {
            group.enter()
            writer.submit(by: "test") { (transaction) throws(StoreError) in
                let id = try Self.insert("area-\(number)", transaction)
                // The code is taken already.
                if number.isMultiple(of: 5) { _ = try Self.insert("area-\(number)", transaction) }
                return .keep(id)
            } completion: { (result: Result<Int64, StoreError>) in
                if case .failure(.constraint) = result { failures.add() }
                group.leave()
            }
        }
        #expect(group.wait(timeout: .now() + 30) == .success)
        #expect(failures.value == 4)
        #expect(try count(database.connection) == 16)
    }

    @Test("a job that discards has its answer and leaves nothing")
    func discarding() throws {
        let answer = try writer.perform(by: "test") {
            (transaction) throws(StoreError) -> Writer.Decision<Int64> in
            .discard(try Self.insert("gone", transaction))
        }
        #expect(answer > 0)
        #expect(try count(database.connection) == 0)
    }

    @Test("readers see the state before a transaction until it is committed")
    func isolation() throws {
        let reader = try Reader(path: database.path)
        let other = try Connection(path: database.path, mode: .readWrite)
        try other.execute("BEGIN IMMEDIATE")
        try other.execute("UPDATE areas SET name = 'B'")
        #expect(try reader.connection.text("SELECT name FROM areas") == "A")
        try other.execute("COMMIT")
        #expect(try reader.connection.text("SELECT name FROM areas") == "B")
    }

    @Test("a log that grew beside a long reader is cut back once that reader has ended")
    func longReader() throws {
        let reader = try Reader(path: database.path)
        try reader.connection.execute("BEGIN; SELECT count(*) FROM areas")
        try fill(byteCount: 20_000_000)
        #expect(try logSize() > 20_000_000)
        try reader.connection.execute("COMMIT")
        // The first write copies the whole log into the file, the second begins it anew.
        for _ in 0..<2 { try fill(byteCount: 1) }
        #expect(try logSize() <= 16 << 20)
    }

    @Test("closing does not wait for somebody else's reader")
    func closing() throws {
        let reader = try Reader(path: database.path)
        try reader.connection.execute("BEGIN; SELECT count(*) FROM areas")
        try fill(byteCount: 1)
        let time = ContinuousClock().measure { writer.close() }
        #expect(time < .seconds(2))
        try reader.connection.execute("COMMIT")
    }

    /// Writes a table of so many bytes.
    private func fill(byteCount: Int64) throws {
        try writer.perform(by: "test") { (transaction) throws(StoreError) in
            try transaction.connection.execute("CREATE TABLE IF NOT EXISTS filler (bytes BLOB)")
            try transaction.connection.run(
                "INSERT INTO filler VALUES (randomblob(?))", [.integer(byteCount)])
            return .keep(())
        }
    }

    private func logSize() throws -> Int {
        try FileManager.default.attributesOfItem(atPath: database.path + "-wal")[.size] as? Int ?? 0
    }

    @Test("a record that holds the values already keeps its version")
    func unchanged() throws {
        var resolver = ReferenceResolver(database.connection)
        let transaction = Transaction(connection: database.connection, now: Instant(seconds: 0))
        let same = AreaDraft(code: "a", name: "A", kind: .county)
        guard case .changed(1, .unchanged) = try transaction.change(1, to: same, by: .officer, &resolver)
        else {
            Issue.record("A change was made.")
            return
        }
        #expect(try database.connection.integer("SELECT version FROM areas") == 1)
        let other = AreaDraft(code: "a", name: "B", kind: .county)
        guard
            case .changed(1, .updated(["name"])) = try transaction.change(
                1, to: other, by: .officer, &resolver)
        else {
            Issue.record("The change was not made as one of the name.")
            return
        }
        #expect(try database.connection.integer("SELECT version FROM areas") == 2)
    }

    @Test("an import leaves alone what an officer set last, and takes the rest")
    func officerOwned() throws {
        try database.connection.execute(
            """
            INSERT INTO imports (received_at, caller, body_sha256, state, source_system, source_ref, created_count,
                updated_count, unchanged_count, skipped_count, result_rows, warnings)
            VALUES ('t', 'c', '\(String(repeating: "0", count: 64))', 'validated', 's', 'r', 0, 0, 0, 0, '[]', '[]')
            """)
        var resolver = ReferenceResolver(database.connection)
        let transaction = Transaction(connection: database.connection, now: Instant(seconds: 0))
        _ = try transaction.change(
            1, to: AreaDraft(code: "a", name: "Mine", kind: .county), by: .officer, &resolver)
        let incoming = AreaDraft(code: "a", name: "Theirs", kind: .region)
        let outcome = try transaction.upsert(incoming, ref: nil, by: .import(1, from: "s"), &resolver)
        guard case .changed(1, .conflict(updated: ["kind"], kept: ["name"])) = outcome else {
            Issue.record("Not the expected conflict: \(outcome)")
            return
        }
        #expect(try database.connection.text("SELECT name || ' ' || kind FROM areas") == "Mine region")
    }
}

/// A number that several threads raise.
private final class Counter: @unchecked Sendable {
    // Touched only under the lock.
    private let lock = NSLock()
    private var number = 0
    var value: Int { lock.withLock { number } }
    func add() { lock.withLock { number += 1 } }
}

import Gzip
import HTTP
import Store

/// All records of a list, made piece by piece in the order of their ids.
///
/// Each piece is a read of its own, so no snapshot is held open behind a slow client and the log of the database
/// cannot grow because of one. A record that stays as it is comes exactly once; of one that is changed meanwhile the
/// client gets one of its versions. Confined to the loop of its connection, with the loop's own reader.
final class Export: BodySource {
    /// Rows looked at in one step, whether the filters let them through or not.
    private static let windowSize = 1_000
    /// A step ends with the record that fills this.
    private static let pieceSize = 64 << 10

    private let reader: Reader
    private let table: StaticString
    private let query: Query
    private let encoder: RowEncoder
    private let failed: (StoreError) -> Void
    private var lastID: Int64 = 0
    private var room: Int?
    private var gzip: Gzip?
    /// What was made before it was known that the whole is too large to be kept.
    private var beginning: [UInt8] = []

    /// - Parameter failed: hears why the export breaks off.
    init(
        _ query: Query, of table: StaticString, _ encoder: RowEncoder, limit: Int?, reader: Reader,
        failed: @escaping (StoreError) -> Void
    ) {
        var query = query
        query.order = [Query.Order("record.id")]
        self.query = query
        self.table = table
        self.encoder = encoder
        self.reader = reader
        self.failed = failed
        room = limit
    }

    /// Appends the records of the next window; false when there are none behind it.
    func step(into bytes: inout [UInt8]) throws(StoreError) -> Bool {
        if room == 0 { return false }
        guard let end = try reader.lastID(of: table, after: lastID, next: Self.windowSize) else {
            return false
        }
        var query = query
        query.conditions += [
            .compare("record.id", .greater, [.integer(lastID)]),
            .compare("record.id", .lessOrEqual, [.integer(end)]),
        ]
        let start = bytes.count
        var reached = end
        try reader.walk(query) { (row) throws(StoreError) -> Bool in
            try encoder.write(row, with: reader, to: &bytes)
            if let left = room { room = left - 1 }
            guard room != 0, bytes.count - start < Self.pieceSize else {
                // The id is always the first field and so the first column.
                reached = row.integer(0)
                return false
            }
            return true
        }
        lastID = reached
        return room != 0
    }

    /// Goes on as a stream behind what `step` has made so far.
    func stream(behind bytes: [UInt8], compressed: Bool) {
        beginning = bytes
        if compressed { gzip = Gzip() }
    }

    var isCompressed: Bool { gzip != nil }

    func next(into bytes: inout [UInt8]) -> BodyProgress {
        var piece: [UInt8] = []
        swap(&piece, &beginning)
        var goesOn = true
        if piece.isEmpty {
            do throws(StoreError) {
                goesOn = try step(into: &piece)
            } catch {
                failed(error)
                return .broken
            }
        }
        guard let gzip else {
            bytes += piece
            return goesOn ? .more : .end
        }
        gzip.append(piece, to: &bytes)
        if goesOn { return .more }
        gzip.finish(into: &bytes)
        return .end
    }
}

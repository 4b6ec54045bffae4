import JSON
import Store

/// Writes records one after the other in a format that has no end: NDJSON or CSV.
struct RowEncoder {
    private let representation: Representation
    private let table: CSVTable?

    init(_ representation: Representation, as format: Format) {
        self.representation = representation
        table = format == .csv ? CSVTable(representation.fields) : nil
    }

    /// What stands before the first record.
    /// - Parameter marksOrder: whether a byte order mark comes first, by which Excel knows UTF-8.
    func begin(marksOrder: Bool, in bytes: inout [UInt8]) {
        if marksOrder { bytes += [0xEF, 0xBB, 0xBF] }
        table?.writeHeader(to: &bytes)
    }

    func write(_ row: borrowing Row, with reader: Reader, to bytes: inout [UInt8]) throws(StoreError) {
        if let table { return try table.write(row, with: reader, to: &bytes) }
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        var json = JSONWriter(reusing: taken)
        var guardian = EmbeddingGuard()
        try representation.write(row, with: reader, to: &json, &guardian)
        json.endLine()
        bytes = json.finish()
    }
}

import JSON
import Store

/// Rows as CSV: the columns follow from the declared fields.
///
/// ```
/// panel        panel.id, panel.label
/// source       source.origin, source.system, …
/// events       one column with the list as JSON
/// ```
struct CSVTable {
    private let fields: [Field]

    init(_ fields: [Field]) { self.fields = fields }

    /// The names of the columns.
    var names: [String] { Self.names(fields, under: "") }

    private static func names(_ fields: [Field], under prefix: String) -> [String] {
        fields.flatMap { field in
            let name = prefix + field.name.text
            return switch field.kind {
            case .integer, .flag, .text, .decimal, .json, .children: [name]
            case .reference: [name + ".id", name + ".label"]
            case .object(let inner): names(inner, under: name + ".")
            }
        }
    }

    func writeHeader(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: names.joined(separator: ",").utf8)
        bytes.append(contentsOf: "\r\n".utf8)
    }

    func write(_ row: borrowing Row, with reader: Reader, to bytes: inout [UInt8]) throws(StoreError) {
        var column = 0
        try Self.write(fields, row, &column, isNull: false, with: reader, to: &bytes)
        bytes.append(contentsOf: "\r\n".utf8)
    }

    /// - Parameter isNull: whether the object around the fields is null, which leaves their cells empty.
    private static func write(
        _ fields: [Field], _ row: borrowing Row, _ column: inout Int, isNull: Bool, with reader: Reader,
        to bytes: inout [UInt8]
    ) throws(StoreError) {
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            let isEmpty = isNull || row.isNull(column)
            switch field.kind {
            case .object(let inner):
                try write(inner, row, &column, isNull: isEmpty, with: reader, to: &bytes)
                continue
            case .reference:
                if !isEmpty { CSVCell.append(plain: "\(row.integer(column))", to: &bytes) }
                bytes.append(UInt8(ascii: ","))
                if !isEmpty { row.withBytes(column + 1) { CSVCell.append(text: $0, to: &bytes) } }
            case .integer: if !isEmpty { CSVCell.append(plain: "\(row.integer(column))", to: &bytes) }
            case .flag:
                if !isEmpty { CSVCell.append(plain: row.integer(column) == 0 ? "false" : "true", to: &bytes) }
            // A number that is negative begins with a minus and computes nothing.
            case .decimal: if !isEmpty { CSVCell.append(plain: row.text(column) ?? "", to: &bytes) }
            case .text, .json: if !isEmpty { row.withBytes(column) { CSVCell.append(text: $0, to: &bytes) } }
            case .children(let children):
                var json = JSONWriter()
                try Representation.write(children, of: row.integer(column), with: reader, to: &json)
                CSVCell.append(text: json.finish().span, to: &bytes)
            }
            column += field.columns.count
        }
    }
}

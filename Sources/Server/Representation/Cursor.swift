import JSON
import Store

/// Where a page ended: the order it followed and the keys of its last row, as opaque text.
///
/// ```
/// cursor = hex( JSON array: [ order, key ... ] )
/// ```
///
/// It carries no secret; a client that makes one up gets a page of its own making, or a 400.
struct Cursor: Equatable {
    let order: String
    let keys: [SQLValue]

    var text: String {
        var json = JSONWriter()
        json.beginArray()
        json.write(order)
        for key in keys {
            switch key {
            case .null, .blob: json.writeNull()
            case .integer(let integer): json.write(integer)
            // Swift prints a real so that it reads back as the same one, and always with a point or exponent.
            case .real(let real): json.writeNumber("\(real)")
            case .text(let text): json.write(text)
            }
        }
        json.endArray()
        return hexadecimal(json.finish())
    }

    init(order: String, keys: [SQLValue]) {
        self.order = order
        self.keys = keys
    }

    init?(_ text: String) {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2), digits.count <= 8_000 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            let pair = String(decoding: digits[index...(index + 1)], as: UTF8.self)
            guard let byte = UInt8(pair, radix: 16) else { return nil }
            bytes.append(byte)
        }
        guard case .array(let elements)? = try? JSONReader.read(bytes),
            case .string(let order)? = elements.first
        else {
            return nil
        }
        var keys: [SQLValue] = []
        for element in elements.dropFirst() {
            switch element {
            case .null: keys.append(.null)
            case .string(let text): keys.append(.text(text))
            case .number(let number):
                if let integer = number.int64 {
                    keys.append(.integer(integer))
                } else if let real = Double(number.text) {
                    keys.append(.real(real))
                } else {
                    return nil
                }
            case .bool, .array, .object: return nil
            }
        }
        self.init(order: order, keys: keys)
    }
}

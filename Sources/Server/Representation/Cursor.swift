import Crypto
import JSON
import Store

/// Where a page ended: the collection, the order it followed and the keys of its last row, as opaque text.
///
/// ```
/// cursor = hex( JSON array: [ collection, order, key ... ] ) hash
/// ```
///
/// It carries no secret. By the hash a cursor that was cut, changed or made up is known and refused, so that keys always
/// have the types that the order gives them.
struct Cursor: Equatable {
    let collection: String
    let order: String
    let keys: [SQLValue]

    private static let hashLength = 32

    var text: String {
        var json = JSONWriter()
        json.beginArray()
        json.write(collection)
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
        let bytes = json.finish()
        return hexadecimal(bytes) + Self.hash(bytes)
    }

    init(order: String, of resource: Resource, keys: [SQLValue]) {
        self.init(collection: resource.path.text, order: order, keys: keys)
    }

    private init(collection: String, order: String, keys: [SQLValue]) {
        self.collection = collection
        self.order = order
        self.keys = keys
    }

    init?(_ text: String) {
        let whole = Array(text.utf8)
        guard whole.count.isMultiple(of: 2), (Self.hashLength...8_000).contains(whole.count) else {
            return nil
        }
        let digits = whole.dropLast(Self.hashLength)
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            let pair = String(decoding: digits[index...(index + 1)], as: UTF8.self)
            guard let byte = UInt8(pair, radix: 16) else { return nil }
            bytes.append(byte)
        }
        guard Array(Self.hash(bytes).utf8) == Array(whole.suffix(Self.hashLength)),
            case .array(let elements)? = try? JSONReader.read(bytes), elements.count >= 2,
            case .string(let collection) = elements[0], case .string(let order) = elements[1]
        else {
            return nil
        }
        var keys: [SQLValue] = []
        for element in elements.dropFirst(2) {
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
        self.init(collection: collection, order: order, keys: keys)
    }

    private static func hash(_ bytes: [UInt8]) -> String {
        hexadecimal(Array(SHA256.hash(data: Array("cursor".utf8) + bytes).prefix(hashLength / 2)))
    }
}

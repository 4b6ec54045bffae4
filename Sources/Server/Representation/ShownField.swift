import JSON
import Store

/// A field as it is written: its key ready made, its columns counted.
///
/// Made once of a declaration. A class, so that a row is written without a copy of it.
final class ShownField: Sendable {
    enum Value: Sendable {
        case integer
        case flag
        case text
        case decimal
        case json
        /// The beginning of the record's address: `/v1/panels/`.
        case reference(address: String)
        case object([ShownField])
        case children(Children)
    }

    let key: JSONKey
    let value: Value
    /// How many columns it is read from.
    let width: Int

    init(_ field: Field) {
        key = JSONKey(field.name)
        value =
            switch field.kind {
            case .integer: .integer
            case .flag: .flag
            case .text: .text
            case .decimal: .decimal
            case .json: .json
            case .reference(let collection): .reference(address: "/v1/\(collection)/")
            case .object(let fields): .object(fields.map(ShownField.init))
            case .children(let children): .children(children)
            }
        width = field.columns.count
    }

    static let id = JSONKey("id")
    static let label = JSONKey("label")
    static let href = JSONKey("href")
}

/// A value to bind to a statement or to compare a column with.
package enum SQLValue: Equatable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    package static func optional(_ text: String?) -> SQLValue { text.map(SQLValue.text) ?? .null }
    package static func optional(_ integer: Int?) -> SQLValue { integer.map { .integer(Int64($0)) } ?? .null }
    package static func optional(_ integer: Int64?) -> SQLValue { integer.map(SQLValue.integer) ?? .null }
    package static func flag(_ isTrue: Bool) -> SQLValue { .integer(isTrue ? 1 : 0) }
}

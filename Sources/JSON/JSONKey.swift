/// A member name known when the program was built, as it stands in the text: in quotation marks, with its colon.
package struct JSONKey: Sendable {
    @usableFromInline let bytes: [UInt8]

    /// - Parameter name: must need no escape.
    package init(_ name: StaticString) {
        precondition(
            name.withUTF8Buffer { unsafe JSONText.firstSpecial(in: $0.span, from: 0) == $0.count },
            "A static key must need no escape.")
        bytes = Array("\"\(name)\":".utf8)
    }
}

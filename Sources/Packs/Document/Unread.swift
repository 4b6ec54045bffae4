/// Something that the reader did not understand, with its place. Nothing is guessed for it.
struct Unread: Sendable {
    enum Kind: String, Sendable {
        /// Remnants of a picture: ticks and labels without values.
        case chart
        /// A table whose columns or rows say nothing of what they are.
        case table
        case number
        /// A note or an appendix that is named and not there.
        case reference
        /// An announced list or picture with nothing behind it.
        case lost
        /// A line that may name a child.
        case withheld
        case link
        case fragment
        case structure
    }

    let line: Int
    let kind: Kind
    let what: String
}

/// Appends JSON text to bytes, with the commas and the nesting looked after.
///
/// ```swift
/// var writer = JSONWriter(reusing: buffer)
/// writer.beginObject()
/// writer.key("name")
/// writer.write("Children and Families")
/// writer.endObject()
/// buffer = writer.finish()
/// ```
///
/// The writer collects the text in memory of its own. A loop moves its buffer in and takes it back with
/// ``finish()``, so that its capacity stays. The text then stands behind what the buffer held already.
///
/// A value without a key in an object, a key in an array, a wrong end or a second value at the top is
/// a programming error and stops the program: what the writer hands out is always one whole JSON text
/// (or, with ``endLine()``, one on each line).
package struct JSONWriter: ~Copyable {
    /// The text so far.
    @usableFromInline var bytes = ByteBuffer(capacity: 8_192)
    private var buffer: [UInt8]

    /// One bit for each open container, the innermost lowest: 1 for an object, 0 for an array.
    @usableFromInline var nesting: UInt128 = 0
    @usableFromInline var depth = 0
    /// A value stands before the next one in the same container, or at the top.
    @usableFromInline var hasSibling = false
    /// A key was written and its value has not been begun.
    @usableFromInline var isAfterKey = false
    @usableFromInline let isPretty: Bool

    /// The deepest nesting the writer allows: one bit each in ``nesting``.
    package static let maximumDepth = 128

    /// Starts a JSON text after the bytes of a buffer that the caller gives up.
    ///
    /// `pretty` puts each member on a line of its own, indented by two spaces a level.
    package init(reusing buffer: consuming [UInt8] = [], pretty: Bool = false) {
        self.buffer = buffer
        isPretty = pretty
    }

    /// Hands the bytes back; the text must be complete.
    package consuming func finish() -> [UInt8] {
        precondition(depth == 0, "A JSON text was finished with an open object or array.")
        bytes.append(to: &buffer)
        return buffer
    }

    /// How long the text is so far.
    package var byteCount: Int { bytes.count }

    /// Ends a line of newline-delimited JSON; another value may follow.
    package mutating func endLine() {
        precondition(depth == 0, "A line of JSON was ended with an open object or array.")
        bytes.append(UInt8(ascii: "\n"))
        hasSibling = false
    }

    @inlinable
    package mutating func beginObject() {
        begin(isObject: true)
        bytes.append(UInt8(ascii: "{"))
    }

    @inlinable
    package mutating func endObject() {
        precondition(depth > 0 && nesting & 1 == 1, "There is no open object to end.")
        end()
        bytes.append(UInt8(ascii: "}"))
    }

    @inlinable
    package mutating func beginArray() {
        begin(isObject: false)
        bytes.append(UInt8(ascii: "["))
    }

    @inlinable
    package mutating func endArray() {
        precondition(depth > 0 && nesting & 1 == 0, "There is no open array to end.")
        end()
        bytes.append(UInt8(ascii: "]"))
    }

    @inlinable
    mutating func begin(isObject: Bool) {
        prepareForValue()
        precondition(depth < Self.maximumDepth, "JSON may not be nested deeper than 128 levels.")
        nesting = nesting << 1 | (isObject ? 1 : 0)
        depth += 1
        hasSibling = false
    }

    /// Closes the innermost container; its parent then has at least this one value.
    @inlinable
    mutating func end() {
        precondition(!isAfterKey, "A key was written without a value.")
        nesting >>= 1
        depth -= 1
        if isPretty && hasSibling { breakLine() }
        hasSibling = true
    }

    /// Places what stands before a value: a comma, a line break, or nothing after a key.
    @inlinable
    mutating func prepareForValue() {
        if isAfterKey {
            isAfterKey = false
        } else {
            precondition(depth == 0 || nesting & 1 == 0, "A value in an object needs a key.")
            precondition(depth > 0 || !hasSibling, "A JSON text has one value at the top.")
            separate()
        }
        hasSibling = true
    }

    /// Places what stands before a key.
    @inlinable
    mutating func prepareForKey() {
        precondition(depth > 0 && nesting & 1 == 1, "A key may stand in an object only.")
        precondition(!isAfterKey, "A key was written without a value.")
        separate()
        hasSibling = true
    }

    @inlinable
    mutating func separate() {
        if hasSibling { bytes.append(UInt8(ascii: ",")) }
        if isPretty && depth > 0 { breakLine() }
    }

    @usableFromInline
    mutating func breakLine() {
        bytes.append(UInt8(ascii: "\n"))
        for _ in 0..<(2 * depth) { bytes.append(UInt8(ascii: " ")) }
    }
}

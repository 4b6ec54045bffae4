/// Why a file cannot be read as a pack. Nothing of it is then used.
package enum PackError: Error, Equatable, Sendable {
    case empty
    case tooLarge(limit: Int)
    case lineTooLong(line: Int, limit: Int)
    case binary(at: Int)
    case wrongEncoding(String, at: Int)
    /// There is text, but neither an agenda nor minutes.
    case notAPack(missing: [String])
    case brokenPage(String)

    /// A sentence for whoever sent the file.
    package var message: String {
        switch self {
        case .empty: "The file is empty. Nothing was read."
        case .tooLarge(let limit):
            "The file is larger than \(limit >> 20) MB. A pack of 200 pages has about 1 MB of text."
        case .lineTooLong(let line, let limit):
            "Line \(line) has more than \(limit) characters. This is not the text of a pack."
        case .binary(let offset):
            "The file is not text: byte \(offset) is one that no text has. A PDF would begin with %PDF."
        case .wrongEncoding(let found, let offset):
            "The text must be UTF-8; this is \(found) (byte \(offset)). Save it again as UTF-8."
        case .notAPack(let missing):
            "This is not an agenda pack or minutes: \(missing.joined(separator: ", and ")) was not found."
        case .brokenPage(let reason): "The web page could not be read: \(reason)."
        }
    }
}

import Store

/// How the records of a resource stand in a feed: the columns of an entry.
struct FeedEntry: Sendable {
    let title: StaticString
    let summary: StaticString
    /// When it was published, in UTC; null while it is not.
    let published: StaticString

    /// What a query reads for each entry, besides.
    var columns: [StaticString] {
        ["record.id", "record.created_at", "record.updated_at", title, summary, published]
    }
}

/// An Atom feed under construction (RFC 4287): one entry for each record, what changed last first.
struct FeedWriter {
    private let path: StaticString
    private let head: String
    private var entries: [UInt8] = []
    private var updated: String?

    /// - Parameter target: the address of the feed itself.
    init(title: String, author: String, of path: StaticString, at target: String) {
        self.path = path
        head = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
            <id>urn:scrutiny:feed:\(Self.escaped(target))</id>
            <title>\(Self.escaped(title))</title>
            <author><name>\(Self.escaped(author))</name></author>
            <generator>Scrutiny</generator>
            <link rel="self" type="application/atom+xml" href="\(Self.escaped(target))"/>

            """
    }

    /// Adds the record of the row; its columns are those of the entry.
    mutating func write(_ row: borrowing Row) {
        let created = row.text(1) ?? ""
        let changed = row.text(2) ?? ""
        updated = updated ?? changed
        let id = row.integer(0)
        // The moment it was made keeps databases of different councils apart.
        let mark = created.filter { $0 != "-" && $0 != ":" }
        var entry = """
            <entry>
            <id>urn:scrutiny:\(path):\(id):\(mark)</id>
            <title>\(Self.escaped(row.text(3) ?? "Untitled"))</title>
            <updated>\(changed)</updated>

            """
        if let published = row.text(5) { entry += "<published>\(published)</published>\n" }
        entry += "<link rel=\"alternate\" href=\"/v1/\(path)/\(id)\"/>\n"
        if let summary = row.text(4) { entry += "<summary>\(Self.escaped(summary))</summary>\n" }
        entries.append(contentsOf: (entry + "</entry>\n").utf8)
    }

    consuming func finish() -> [UInt8] {
        // A feed must say when it changed last; one without entries never did.
        let moment = updated ?? "1970-01-01T00:00:00Z"
        return Array((head + "<updated>\(moment)</updated>\n").utf8) + entries + Array("</feed>\n".utf8)
    }

    /// Text between or inside tags; characters that XML 1.0 has no place for become a question mark's sign.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, character in
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped.unicodeScalars.append(character)
            case "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(character.value < 32 ? "\u{FFFD}" : character)
            }
        }
    }
}

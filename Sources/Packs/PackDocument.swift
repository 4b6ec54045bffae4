import Domain
package import JSON

/// What one file gave: the import document, and what to tell people about it.
package struct PackResult: Sendable {
    /// The document that `POST /v1/imports` takes.
    package let document: JSONValue
    package let figureCount: Int
    package let unreadCount: Int
    package let isMinutes: Bool
    package let title: String
}

/// Reads an agenda pack or a page of minutes. Pure: bytes in, structure out.
package enum PackDocument {
    /// The largest file that is taken.
    package static let byteLimit = PackText.byteLimit

    /// - Parameter withText: whether the words of the pages go into the document.
    package static func read(_ bytes: [UInt8], name: String = "", withText: Bool = true) throws(PackError)
        -> PackResult
    {
        let text = try PackText(WebPage.isPage(bytes) ? WebPage.text(of: bytes) : bytes)
        return try result(PackScan(text).reading, withText: withText)
    }

    static func result(_ reading: PackReading, withText: Bool) throws(PackError) -> PackResult {
        var missing: [String] = []
        // Stored copies of minutes often lack day and panel; what they tell can still be read, and waits for both.
        if reading.meeting == nil, !reading.isMinutes {
            missing.append("the name of a panel with the day of its meeting")
        }
        if reading.items.isEmpty && !reading.isMinutes { missing.append("a list of agenda items") }
        if !missing.isEmpty { throw .notAPack(missing: missing) }
        let document = ImportDocument(reading: reading, withText: withText).value()
        let count = if case .array(let rows)? = document["figures"] { rows.count } else { 0 }
        return PackResult(
            document: document, figureCount: count, unreadCount: reading.unread.count,
            isMinutes: reading.isMinutes,
            title: "\(reading.meeting?.panel ?? ""), \(reading.meeting?.day.description ?? "")")
    }
}

import CHTML

/// The text of a web page as lines: a block of the page is a line, a row of a plain table has tabs between its cells.
///
/// libxml2 reads the page; what is not content (scripts, styles, forms' fields, navigation) is left out. A council's list of
/// items is a table whose first cell is the number and whose second holds paragraphs: the number goes in front of the title.
struct WebPage {
    private var lines: [String] = []
    private var current = ""
    private var depth = 0
    /// Deeper than any page that people write; what is nested further is noise.
    private static let depthLimit = 400

    static func isPage(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(2_000), as: UTF8.self).lowercased()
        return head.contains("<!doctype html") || head.contains("<html")
            || (head.contains("<body") && head.contains("<"))
    }

    /// The bytes of the page as plain text.
    static func text(of bytes: [UInt8]) throws(PackError) -> [UInt8] {
        let options = Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue)
        let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
        let document = bytes.withUnsafeBytes { buffer in
            htmlReadMemory(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil,
                isUTF8 ? "UTF-8" : nil, options)
        }
        guard let document else { throw .brokenPage("it holds no elements") }
        defer { xmlFreeDoc(document) }
        guard let root = xmlDocGetRootElement(document) else { throw .brokenPage("it holds no elements") }
        var page = WebPage()
        page.walk(root)
        page.close()
        return Array(page.lines.joined(separator: "\n").utf8) + [10]
    }

    private static let skipped: Set<String> = [
        "script", "style", "nav", "noscript", "head", "input", "select", "button", "textarea", "svg",
        "iframe", "template", "footer",
    ]
    private static let blocks: Set<String> = [
        "p", "div", "section", "article", "header", "main", "aside", "ul", "ol", "dl", "dt", "dd", "table",
        "tbody", "thead", "tfoot", "form", "fieldset",
        "blockquote", "pre", "figure", "address", "hr", "caption", "legend",
    ]

    private mutating func walk(_ node: xmlNodePtr) {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.depthLimit else { return }
        switch node.pointee.type {
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: append(Self.content(node))
        case XML_ELEMENT_NODE: element(node, Self.name(node))
        default: break
        }
    }

    private mutating func element(_ node: xmlNodePtr, _ name: String) {
        if Self.skipped.contains(name) { return }
        switch name {
        case "br": close()
        case "h1", "h2", "h3", "h4", "h5", "h6":
            close()
            blank()
            children(node)
            close()
            blank()
        case "li":
            close()
            current = "- "
            children(node)
            if current == "- " { current = "" }
            close()
        case "tr":
            close()
            row(node)
            close()
        case _ where Self.blocks.contains(name):
            close()
            children(node)
            close()
            if name == "p" || name == "table" || name == "ul" || name == "ol" { blank() }
        default: children(node)
        }
    }

    /// A row of plain cells is one line; cells with paragraphs are lines of their own.
    private mutating func row(_ node: xmlNodePtr) {
        let cells = Self.elements(node).filter { ["td", "th"].contains(Self.name($0)) }
        let texts = cells.map { Self.folded(Self.allText($0)) }
        let isPlain = !cells.contains { Self.blockCount($0) > 1 }
        if isPlain, cells.count > 1, !Self.isNumbered(texts) {
            lines.append(texts.joined(separator: "\t"))
            return
        }
        for (index, cell) in cells.enumerated() {
            // The number of an item goes in front of its title.
            if index == 0, cells.count > 1, AgendaReader.isItemNumber(texts[0].filter { !".:".contains($0) }),
                !texts[0].isEmpty
            {
                blank()
                current = texts[0].hasSuffix(".") ? texts[0] + " " : texts[0] + ". "
                continue
            }
            children(cell)
            close()
        }
    }

    /// Two cells, the first a number: an item with its title.
    private static func isNumbered(_ texts: [String]) -> Bool {
        texts.count == 2 && AgendaReader.isItemNumber(texts[0].filter { !".:".contains($0) })
            && !texts[0].isEmpty && texts[1].utf8.count > 12
    }

    private mutating func children(_ node: xmlNodePtr) {
        var child = node.pointee.children
        while let next = child {
            walk(next)
            child = next.pointee.next
        }
    }

    private mutating func append(_ text: String) {
        for character in text.unicodeScalars {
            if character.properties.isWhitespace || character == "\u{A0}" {
                if !current.isEmpty, current.last != " " { current.append(" ") }
            } else {
                current.unicodeScalars.append(character)
            }
        }
    }

    private mutating func close() {
        let line = current.trimmed
        current = ""
        // A number whose title is still to come waits for it.
        if line.utf8.count <= 6, line.hasSuffix("."), AgendaReader.isItemNumber(String(line.dropLast())) {
            current = line + " "
            return
        }
        if !line.isEmpty, line != "-" { lines.append(line) }
    }

    private mutating func blank() { if let last = lines.last, !last.isEmpty { lines.append("") } }

    private static func name(_ node: xmlNodePtr) -> String {
        node.pointee.name.map { String(cString: $0).lowercased() } ?? ""
    }
    private static func content(_ node: xmlNodePtr) -> String {
        node.pointee.content.map { String(cString: $0) } ?? ""
    }

    private static func elements(_ node: xmlNodePtr) -> [xmlNodePtr] {
        var found: [xmlNodePtr] = []
        var child = node.pointee.children
        while let next = child {
            if next.pointee.type == XML_ELEMENT_NODE { found.append(next) }
            child = next.pointee.next
        }
        return found
    }

    private static func allText(_ node: xmlNodePtr) -> String {
        guard let text = xmlNodeGetContent(node) else { return "" }
        defer { scrutiny_html_free(text) }
        return String(cString: text)
    }

    private static func blockCount(_ node: xmlNodePtr) -> Int {
        elements(node).count {
            ["p", "div", "ul", "ol", "table", "h2", "h3", "h4"].contains(name($0))
                && !folded(allText($0)).isEmpty
        }
    }

    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "\u{A0}" }).joined(separator: " ")
    }
}

import JSON

/// `GET /docs`: the reference for people, made from the OpenAPI document alone.
enum DocsPage {
    static let page = Page(title: "Scrutiny: reference", style: style, body: body)

    private static let style = """
        :root{color-scheme:light dark}
        body{font:1rem/1.55 sans-serif;max-width:68rem;margin:0 auto;padding:0 1rem 4rem}
        a.skip{position:absolute;left:-99rem}a.skip:focus{left:1rem}
        nav ul{columns:14rem;padding-left:1.2rem}
        section{margin-top:3rem;border-top:1px solid #888}
        code,pre{font-family:monospace;font-size:.95em}
        pre{overflow-x:auto;padding:.6rem;border:1px solid #888}
        table{border-collapse:collapse;width:100%;margin:.6rem 0 1.4rem}
        caption{text-align:left;font-weight:bold;padding:.3rem 0}
        th,td{text-align:left;vertical-align:top;padding:.25rem .6rem .25rem 0;border-bottom:1px solid #8886}
        td{overflow-wrap:anywhere}
        """

    private static let document = OpenAPI.document

    private static let body = """
        <a class="skip" href="#reference">Skip to the reference</a>
        <header>
        <h1>Scrutiny: reference</h1>
        <p>\(text(document["info"]?["description"]))</p>
        <p>For programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1).</p>
        <nav aria-label="Sections">
        <ul>
        \(tags.map { "<li><a href=\"#\($0.name)\">\($0.name)</a></li>" }.joined(separator: "\n"))
        <li><a href="#errors">errors</a></li>
        </ul>
        </nav>
        </header>
        <main id="reference">
        \(tags.map { DocsSection($0.name, $0.about, document).html }.joined(separator: "\n"))
        \(DocsErrors(document).html)
        </main>
        """

    private static let tags: [(name: String, about: String)] = {
        guard case .array(let tags)? = document["tags"] else { return [] }
        return tags.map { (text($0["name"]), text($0["description"])) }
    }()

    /// The text of a member, ready for HTML.
    static func text(_ value: JSONValue?) -> String {
        guard case .string(let text)? = value else { return "" }
        return text.escapedForHTML
    }
}

/// `GET /`: a short page for people.
enum HomePage {
    static let page = Page(
        title: "Scrutiny",
        style: "body{font:1.1rem/1.6 sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}",
        body: """
            <main>
            <h1>Scrutiny</h1>
            <p>Panels, meetings, reports, performance indicators and actions of a council's scrutiny, as JSON.</p>
            <ul>
            <li><a href="/docs">Reference</a>, and the <a href="/openapi.json">OpenAPI document</a> for programs</li>
            <li><a href="/v1">Index of the collections</a></li>
            <li><a href="/v1/meetings">Meetings</a></li>
            <li><a href="/v1/search?q=annual+report">A search</a></li>
            <li><a href="/health">Health</a></li>
            </ul>
            </main>
            """)
}

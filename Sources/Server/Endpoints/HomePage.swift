import HTTP

/// `GET /`: a short page for people.
enum HomePage {
    static func write(to response: inout Response) {
        response.body.append(contentsOf: page.utf8)
        response.set(.contentType, "text/html; charset=utf-8")
        response.set(.cacheControl, "public, max-age=300")
        response.set(.contentSecurityPolicy, "default-src 'none'; style-src 'unsafe-inline'")
    }

    private static let page = """
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Scrutiny</title>
        <style>body{font:1.1rem/1.6 sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}</style>
        </head>
        <body>
        <main>
        <h1>Scrutiny</h1>
        <p>Panels, meetings, reports, performance indicators and actions of a council's scrutiny, as JSON.</p>
        <ul>
        <li><a href="/docs">Reference</a> and <a href="/openapi.json">OpenAPI document</a></li>
        <li><a href="/v1">Index of the collections</a></li>
        <li><a href="/v1/meetings">Meetings</a></li>
        <li><a href="/v1/search?q=annual+report">A search</a></li>
        <li><a href="/health">Health</a></li>
        </ul>
        </main>
        </body>
        </html>

        """
}

import JSON

/// The refusals: one table for each status, with the code, what it means and an example's words.
struct DocsErrors {
    let html: String

    init(_ document: JSONValue) {
        let tables = DocsSection.members(document["components"]?["responses"]).map { response in
            let content = response.value["content"]?["application/problem+json"]
            let rows = DocsSection.members(content?["examples"]).map { example in
                [
                    "<code>\(example.name)</code>", DocsPage.text(example.value["summary"]),
                    DocsPage.text(example.value["value"]?["detail"]),
                ]
            }
            return DocsTable("Status \(response.name)", ["Code", "Title", "Such as"], rows).html
        }
        html = """
            <section aria-labelledby="errors">
            <h2 id="errors">errors</h2>
            <p>Every refusal is <code>application/problem+json</code> (RFC 9457).</p>
            \(tables.joined())
            </section>
            """
    }
}

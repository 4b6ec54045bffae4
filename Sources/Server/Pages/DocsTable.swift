/// A table with a caption and named columns, as screen readers like it; nothing when there are no rows.
struct DocsTable {
    let html: String

    /// - Parameter rows: cells that are HTML already; the first of each row names it.
    init(_ caption: String, _ columns: [String], _ rows: [[String]]) {
        guard !rows.isEmpty else {
            html = ""
            return
        }
        let head = columns.map { "<th scope=\"col\">\($0)</th>" }.joined()
        let body = rows.map { cells in
            "<tr><th scope=\"row\">\(cells[0])</th>" + cells.dropFirst().map { "<td>\($0)</td>" }.joined()
                + "</tr>"
        }
        html = """
            <table>
            <caption>\(caption.escapedForHTML)</caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(body.joined(separator: "\n"))
            </tbody>
            </table>

            """
    }
}

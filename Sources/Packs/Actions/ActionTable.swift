/// A table of tasks: what, who, by when.
struct ActionTable {
    struct Row: Sendable {
        let line: Int
        let text: String
        let owner: String?
        let due: String?
    }

    let rows: [Row]

    init?(_ table: Table) {
        guard let header = table.rows.first?.cells.map({ $0.lowercased().trimmed }) else { return nil }
        guard
            let what = header.firstIndex(where: {
                ["action", "actions", "task", "what", "agreed action", "action required", "recommendation"]
                    .contains($0) || $0.hasPrefix("action ")
            }),
            let who = header.firstIndex(where: { name in
                ["owner", "lead", "responsib", "who", "officer", "by whom"].contains { name.hasPrefix($0) }
            }) ?? header.firstIndex(where: { $0.contains("officer") })
        else { return nil }
        let when = header.firstIndex { name in
            ["date", "deadline", "due", "timescale", "by when", "when", "target date", "completion"].contains
            { name.hasPrefix($0) }
        }
        rows = table.rows.dropFirst().compactMap { row in
            let text = row.cell(what).trimmed
            guard text.utf8.count > 3 else { return nil }
            let owner = row.cell(who).trimmed
            let due = when.map { row.cell($0).trimmed } ?? ""
            // A name is no post.
            return Row(
                line: row.line, text: String(text.prefix(1_900)),
                owner: owner.isEmpty || (People.isName(owner) && !Posts.isPost(owner))
                    ? nil : String(owner.prefix(190)), due: due.isEmpty ? nil : due)
        }
    }
}

package import Domain

/// A question to the full-text index.
package struct Search: Sendable {
    package let words: SearchWords
    package let limit: Int
    package let offset: Int
    /// Only these collections; all of them when empty.
    package var collections: [String] = []
    package var panel: Reference<PanelDraft>?
    package var meetingID: Int64?
    /// Leaves out what stands in papers that are not open to the public.
    package var isPublic = true

    package init(words: SearchWords, limit: Int, offset: Int) {
        self.words = words
        self.limit = limit
        self.offset = offset
    }
}

/// One place where the words stand.
package struct SearchHit {
    package let collection: String
    package let recordID: Int64
    package let title: String
    /// A passage around the words, which stand between « and ».
    package let snippet: String
    package let pageFrom: Int64?
    package let pageTo: Int64?
    package let reportID: Int64?
    package let reportTitle: String?
    package let meetingID: Int64?
    package let meetingStart: String?
    package let panelID: Int64?
    package let panelName: String?
}

extension Reader {
    /// Lends the hits, best first (BM25, titles weighing double), and one more than the limit if there are more.
    ///
    /// The index is ranked first and passages are cut only for the rows that are shown.
    package func search(_ search: Search, each hit: (borrowing SearchHit) -> Void) throws(StoreError) {
        let conditions = search.conditions
        let sql = """
            SELECT document.collection, document.record_id, document.title,
                snippet(search_index, -1, '«', '»', '…', 24), document.page_from, document.page_to,
                report.id, report.title, meeting.id, meeting.starts_at_local, panel.id, panel.name
            FROM search_index
            JOIN search_documents AS document ON document.id = search_index.rowid
            LEFT JOIN reports AS report ON report.id = document.report_id
            LEFT JOIN meetings AS meeting ON meeting.id = document.meeting_id
            LEFT JOIN panels AS panel ON panel.id = document.panel_id
            WHERE search_index MATCH ? AND search_index.rowid IN (
                SELECT found.rowid FROM search_index AS found
                JOIN search_documents AS document ON document.id = found.rowid
                LEFT JOIN reports AS report ON report.id = document.report_id
                LEFT JOIN panels AS panel ON panel.id = document.panel_id
                WHERE found.search_index MATCH ? AND \(conditions.sql)
                ORDER BY bm25(found.search_index, 2.0, 1.0), found.rowid LIMIT ? OFFSET ?)
            ORDER BY bm25(search_index, 2.0, 1.0), search_index.rowid
            """
        let match = SQLValue.text(search.words.query)
        let values =
            [match, match] + conditions.values + [
                .integer(Int64(search.limit + 1)), .integer(Int64(search.offset)),
            ]
        try connection.within(limit) { () throws(StoreError) in
            try connection.run(sql, values) { row in
                hit(
                    SearchHit(
                        collection: row.text(0) ?? "", recordID: row.integer(1), title: row.text(2) ?? "",
                        snippet: row.text(3) ?? "", pageFrom: row.optionalInteger(4),
                        pageTo: row.optionalInteger(5),
                        reportID: row.optionalInteger(6), reportTitle: row.text(7),
                        meetingID: row.optionalInteger(8),
                        meetingStart: row.text(9), panelID: row.optionalInteger(10), panelName: row.text(11)))
            }
        }
    }
}

extension Search {
    fileprivate var conditions: Condition {
        var conditions: [Condition] = []
        if isPublic { conditions.append(.fixed("report.id IS NULL OR report.access = 'public'")) }
        if !collections.isEmpty {
            conditions.append(.compare("document.collection", .oneOf, collections.map(SQLValue.text)))
        }
        switch panel {
        case .id(let id): conditions.append(.compare("document.panel_id", .equal, [.integer(id.rawValue)]))
        case .key(let slug): conditions.append(.compare("panel.slug", .equal, [.text(slug)]))
        case .current, nil: break
        }
        if let meetingID { conditions.append(.compare("document.meeting_id", .equal, [.integer(meetingID)])) }
        return .all(conditions)
    }
}

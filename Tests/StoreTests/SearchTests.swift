import Store
import Testing

/// What people and programs type into the search, and what it may cost.
@Suite("Searching")
struct SearchTests {
    let database: TestDatabase

    init() throws { database = try TestDatabase() }

    @Test("four thousand random strings are questions and never errors")
    func randomWords() throws {
        let reader = try Reader(path: database.path)
        var generator = SeededGenerator(state: 7396)
        let letters = Array(
            "\"*a(²½١)^:-+{}\u{0}é\u{301}\u{200D}漢ﬁİßⅧ\u{FFFD}NOTEAR \n',;_%😀\u{345}ǅ".unicodeScalars)
        for _ in 0..<4_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...12, using: &generator) {
                text.append(letters[Int.random(in: 0..<letters.count, using: &generator)])
            }
            let words = SearchWords(String(text))
            guard !words.isEmpty else { continue }
            #expect(throws: Never.self, "\(words.query.debugDescription)") {
                try reader.search(Search(words: words, limit: 3, offset: 0)) { _ in }
            }
        }
    }

    @Test("a search that takes too long is ended like any other query")
    func deadline() throws {
        try database.connection.execute(
            """
            WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
            INSERT INTO report_pages (report_id, page_from, page_to, text_kind, text, created_at, updated_at, origin)
            SELECT 1, i, i, 'full', 'alpha beta alpha ' || i, 't', 't', 'import' FROM n
            """)
        let impatient = try Reader(path: database.path, limit: .zero)
        #expect(throws: StoreError.deadlineExceeded) {
            try impatient.search(Search(words: SearchWords("alpha"), limit: 10, offset: 0)) { _ in }
        }
    }

    @Test("pages of hits follow each other, and one more than asked tells that there are more")
    func pages() throws {
        try database.connection.execute(
            """
            WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < 22)
            INSERT INTO report_pages (report_id, page_from, page_to, text_kind, text, created_at, updated_at, origin)
            SELECT 1, i, i, 'full', 'alpha', 't', 't', 'import' FROM n
            """)
        let reader = try Reader(path: database.path)
        var found: [Int64] = []
        for offset in stride(from: 0, to: 15, by: 5) {
            var page: [Int64] = []
            try reader.search(Search(words: SearchWords("alpha"), limit: 5, offset: offset)) { hit in
                page.append(hit.recordID)
            }
            #expect(page.count == (offset < 10 ? 6 : 3))
            found += page.prefix(5)
        }
        #expect(Set(found).count == 13)
    }

    @Test("an action from a paper that is not public is hidden, and one of its own is not")
    func actionsOfExemptReports() throws {
        try database.connection.execute(
            """
            UPDATE reports SET access = 'exempt', exempt_paragraphs = '[3]', public_interest_statement = 'W' WHERE id = 1;
            UPDATE actions SET text = 'zebra' WHERE id = 1;
            """)
        let reader = try Reader(path: database.path)
        #expect(try count(reader, isPublic: true) == 1)
        try database.connection.execute("UPDATE actions SET report_id = 1 WHERE id = 1")
        #expect(try count(reader, isPublic: true) == 0)
        #expect(try count(reader, isPublic: false) == 1)
    }

    private func count(_ reader: Reader, isPublic: Bool) throws -> Int {
        var search = Search(words: SearchWords("zebra"), limit: 10, offset: 0)
        search.isPublic = isPublic
        var count = 0
        try reader.search(search) { _ in count += 1 }
        return count
    }
}

/// Random numbers that are the same in every run (splitmix64).
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

import Foundation
import TestSupport
import Testing

/// Lists in other formats than JSON.
@Suite("Formats")
struct FormatTests {
    let server: RunningServer

    init() throws { server = try RunningServer() }

    @Test(
        "Accept chooses by weight and by how exactly it names a format",
        arguments: [
            ("text/csv", "text/csv; charset=utf-8; header=present"),
            ("text/csv;q=0.4, application/json;q=0.5", "application/json"),
            ("text/*", "text/csv; charset=utf-8; header=present"),
            ("text/html, */*;q=0.1", "application/json"),
            ("application/*;q=0.2, application/x-ndjson;q=0.3", "application/x-ndjson"),
            ("*/*, application/json;q=0", "application/x-ndjson"),
            ("TEXT/CSV ; Q=1", "text/csv; charset=utf-8; header=present"),
        ])
    func accept(field: String, type: String) throws {
        let answer = try server.curl("/v1/areas", fields: ["Accept: \(field)"])
        #expect(answer.status == 200)
        #expect(answer.fields["content-type"] == type)
        #expect(answer.fields["vary"] == "Authorization, Accept, Accept-Encoding")
    }

    @Test(
        "what a path does not give is refused with the list of what it gives",
        arguments: [
            ("/v1/areas", "text/html", 3), ("/v1/meetings", "image/png", 4),
            ("/v1/meetings/1", "text/csv", 1),
            ("/v1/search?q=plan", "text/csv", 1), ("/v1", "text/csv", 1),
        ])
    func notAcceptable(target: String, field: String, count: Int) throws {
        let answer = try server.curl(target, fields: ["Accept: \(field)"])
        #expect(answer.status == 406)
        #expect(answer.errors.first?.text("code") == "not_acceptable")
        #expect((answer.errors.first?.members["allowed"] as? [String])?.count == count)
    }

    @Test("a suffix stands before Accept, on lists of every collection and on lists of members")
    func suffix() throws {
        let token = try server.token("admin")
        let collections = try server.curl("/v1").json.list("collections")
        #expect(collections.count > 15)
        for collection in collections {
            let href = try #require(collection.text("href"))
            for format in try #require(collection.members["formats"] as? [String]) {
                let answer = try server.curl(
                    "\(href).\(format)", token: token, fields: ["Accept: image/png"])
                #expect(answer.status == 200, "\(href).\(format)")
                #expect(answer.fields["vary"] == "Authorization, Accept-Encoding")
            }
        }
        #expect(try server.curl("/v1/meetings/1/agenda-items.csv").status == 200)
        #expect(try server.curl("/v1/areas.ics").status == 404)
        #expect(try server.curl("/v1/meetings.csv", "POST", token: token).status == 405)
    }

    @Test("NDJSON has one record on each line, the same as the list")
    func lines() throws {
        let lines = try server.curl("/v1/indicators.ndjson").text.split(separator: "\n")
        let count = try server.curl("/v1/indicators?count=exact&limit=1").json.object("page")?.integer(
            "count")
        #expect(lines.count == count)
        let ids = try lines.map { line in
            try #require(
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["id"] as? Int
        }
        #expect(ids == ids.sorted { $0 ?? 0 < $1 ?? 0 })
        let one = try server.curl("/v1/indicators/\(ids[0] ?? 0)").text
        #expect(String(lines[0]) == one)
    }

    @Test("CSV ends its lines as RFC 4180 says, and text that computes is disarmed")
    func disarmed() throws {
        let clerk = try server.token("write")
        let names = ["=1+1", "+44", "-5", "@SUM(A1)", "'=1", "'quoted'", "a,b", "say \"£\"", "\u{FF1D}1"]
        for (number, name) in names.enumerated() {
            let draft = try JSONSerialization.data(
                withJSONObject: ["slug": "p\(number)", "name": name, "kind": "other", "council": "C"])
            #expect(try server.curl("/v1/panels", "POST", token: clerk, body: draft).status == 201)
        }
        let text = try server.curl("/v1/panels.csv?fields=name&kind=other").text
        let cells = text.components(separatedBy: "\r\n").dropFirst().dropLast().map {
            String($0.drop { $0 != "," }.dropFirst())
        }
        #expect(
            cells == [
                "'=1+1", "'+44", "'-5", "'@SUM(A1)", "''=1", "'quoted'", "\"a,b\"", "\"say \"\"£\"\"\"",
                "'\u{FF1D}1",
            ])
        let marked = try server.curl("/v1/panels.csv?bom=1")
        #expect(marked.body.starts(with: [0xEF, 0xBB, 0xBF]))
    }

    @Test("a sorted export is whole, follows the order and refuses what it cannot hold")
    func sorted() throws {
        let text = try server.curl("/v1/indicators.csv?sort=-code&fields=code").text
        let codes = text.components(separatedBy: "\r\n").dropFirst().dropLast().map {
            String($0.drop { $0 != "," }.dropFirst())
        }
        #expect(codes.count > 50)
        #expect(codes == codes.sorted(by: >))
        let few = try server.curl("/v1/figures.csv?sort=topic&limit=3").text
        #expect(few.components(separatedBy: "\r\n").count == 5)
        for (target, code) in [
            ("/v1/figures.csv?expand=comparators", "parameter_unknown"),
            ("/v1/figures.ndjson?bom=1", "parameter_unknown"), ("/v1/figures.csv?limit=0", "limit_invalid"),
            ("/v1/meetings.ics?fields=venue", "parameter_unknown"),
        ] {
            let answer = try server.curl(target)
            #expect(answer.status == 400)
            #expect(answer.errors.first?.text("code") == code)
        }
    }

    @Test("a large export is streamed: every record once, in order, with records made meanwhile")
    func streamed() throws {
        let clerk = try server.token("write")
        let client = try server.client(receiveByteCount: 4_096)
        // Larger than what is made at once, and than what the sockets hold.
        try fill(panels: 6_000)
        client.send("GET /v1/panels.csv?council=Fill HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.wait(for: "transfer-encoding: chunked"))
        let late = #"{"slug":"late","name":"Late","kind":"other","council":"Fill"}"#
        #expect(try server.post("/v1/panels", late, token: clerk).status == 201)
        let answer = try #require(client.answer())
        #expect(!answer.fields.contains { $0.hasPrefix("content-length") })
        let ids = answer.text.components(separatedBy: "\r\n").dropFirst().dropLast().map {
            Int($0.prefix { $0 != "," })
        }
        #expect(ids.count == 6_001)
        #expect(Set(ids).count == ids.count)
        #expect(answer.text.contains(",late,Late,"))
        // The connection goes on.
        client.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(client.answer()?.status == 200)
        // Compressed it says the same.
        let plain = try server.curl("/v1/panels.csv")
        let packed = try server.curl("/v1/panels.csv", fields: ["Accept-Encoding: gzip"])
        #expect(packed.fields["content-encoding"] == "gzip")
        #expect(packed.body.count < plain.body.count / 4)
        #expect(try unpacked(packed.body) == plain.body)
        // A client that has it is told so, without the records.
        let tag = try #require(plain.fields["etag"])
        #expect(packed.fields["etag"] == tag.dropLast() + "-gzip\"")
        #expect(try server.curl("/v1/panels.csv", fields: ["If-None-Match: \(tag)"]).status == 304)
    }

    @Test("a filter that lets little through costs no client its turn and finds what there is")
    func sparse() throws {
        try fill(panels: 30_000)
        let text = try server.curl("/v1/panels.csv?name__contains=29999&fields=name").text
        #expect(text.components(separatedBy: "\r\n").count == 3)
    }

    @Test("embedding stops before it fills the memory, and says what to do")
    func embedding() throws {
        try fill(panels: 1, meetings: 5_001)
        let panel = try server.curl("/v1/panels?slug=fill-1").data.first?.integer("id") ?? 0
        let answer = try server.curl("/v1/panels/\(panel)?expand=meetings")
        #expect(answer.status == 400)
        #expect(answer.errors.first?.text("code") == "expand_too_large")
        #expect(try server.curl("/v1/panels/\(panel)/meetings.ics").status == 200)
        // Records inside records of their own kind.
        let inner = try server.curl("/v1/reports?expand=appendices.appendices").data
        #expect(inner.flatMap { $0.list("appendices") }.allSatisfy { $0.members["appendices"] != nil })
        #expect(inner.contains { !$0.list("appendices").isEmpty })
    }

    /// Puts panels, and meetings of the first of them, straight into the database.
    private func fill(panels: Int, meetings: Int = 0) throws {
        let sql = """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(panels))
            INSERT INTO panels (slug, name, kind, council, covers_education, created_at, updated_at, origin)
            SELECT 'fill-' || i, 'Größe £' || i, 'other', 'Fill', 0, '2026-01-01T00:00:00Z',
                '2026-01-01T00:00:00Z', 'officer' FROM n;
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(meetings))
            INSERT INTO meetings (panel_id, starts_at, starts_at_local, starts_on, mode, kind, state, created_at,
                updated_at, origin)
            SELECT (SELECT id FROM panels WHERE slug = 'fill-1'),
                strftime('%Y-%m-%dT12:00:00Z', '2000-01-01', i || ' days'),
                strftime('%Y-%m-%dT12:00:00+00:00', '2000-01-01', i || ' days'),
                date('2000-01-01', i || ' days'), 'hybrid', 'ordinary', 'planned', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'officer'
            FROM n WHERE \(meetings) > 0;
            """
        let script = "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.executescript(sys.argv[2])"
        let run = try Command.run(
            URL(filePath: "/usr/bin/env"), ["python3", "-c", script, server.database, sql])
        try #require(run.status == 0, "\(run.errors)")
    }

    private func unpacked(_ bytes: Data) throws -> Data {
        let folder = try TemporaryFolder()
        try bytes.write(to: URL(filePath: folder.path("a.gz")))
        let run = try Command.run(
            URL(filePath: "/usr/bin/env"), ["gzip", "--decompress", folder.path("a.gz")])
        #expect(run.status == 0)
        return try Data(contentsOf: URL(filePath: folder.path("a")))
    }
}

import Foundation
import TestSupport
import Testing

/// `scrutiny read`: files in, import documents out.
@Suite("Reading packs")
struct ReadCommandTests {
    let folder: TemporaryFolder
    static let fixtures = Checkout.root.appending(path: "Tests/PacksTests/Fixtures")

    init() throws { folder = try TemporaryFolder() }

    private func copy(_ name: String, as other: String? = nil) throws -> String {
        let path = folder.path(other ?? name)
        try FileManager.default.copyItem(at: Self.fixtures.appending(path: name), to: URL(filePath: path))
        return path
    }

    private func json(_ text: String) throws -> JSONObject {
        JSONObject(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:])
    }

    @Test("one pack gives one document, and says on standard error what was read")
    func one() throws {
        let run = try Command.scrutiny("read", try copy("northvale-quarter.txt"))
        #expect(run.status == 0)
        let document = try json(run.output)
        #expect(document.text("format") == "scrutiny-pack-1")
        #expect(document.object("panel")?.text("slug") == "housing-and-communities")
        #expect(
            document.list("reports").contains {
                $0.list("pages").contains { $0.text("text")?.contains("rough sleepers") == true }
            })
        #expect(
            run.errors.hasPrefix(
                "northvale-quarter.txt: Housing and Communities Scrutiny Committee, 2020-02-11: "))
    }

    @Test("a document that was read can be imported, and the same again changes nothing")
    func imported() throws {
        let database = folder.path("scrutiny.sqlite")
        #expect(try Command.scrutiny("migrate", "--database", database).status == 0)
        for name in [
            "northvale-quarter.txt", "millbrook-children.md", "fenwick-minutes.txt", "severnside-minutes.txt",
            "castlebury-inquorate.txt", "harrowdale-page.html", "stonebridge-layout.txt",
            "wexcombe-phrases.txt",
        ] {
            let run = try Command.scrutiny("read", try copy(name))
            let file = folder.path("\(name).json")
            try run.output.write(toFile: file, atomically: true, encoding: .utf8)
            let first = try Command.scrutiny("import", file, "--database", database)
            #expect(first.status == 0, "\(name): \(first.errors)")
            let second = try Command.scrutiny("import", file, "--database", database)
            #expect(second.output.contains(" 0 created, 0 updated,"), "\(name): \(second.output)")
        }
        #expect(try Command.scrutiny("check", "--database", database).status == 0)
    }

    @Test("a folder gives a document a line; what is no pack is named, and the exit code is 1")
    func many() throws {
        let packs = folder.path("packs")
        try FileManager.default.createDirectory(atPath: packs, withIntermediateDirectories: false)
        for name in ["northvale-quarter.txt", "fenwick-minutes.txt"] {
            _ = try copy(name, as: "packs/\(name)")
        }
        try Data("Dear all,\nno pack today.\n".utf8).write(to: URL(filePath: "\(packs)/letter.txt"))
        try Data().write(to: URL(filePath: "\(packs)/nothing.md"))
        try Data([0x89, 0x50, 0, 1]).write(to: URL(filePath: "\(packs)/picture.txt"))
        try Data("ignored".utf8).write(to: URL(filePath: "\(packs)/notes.docx"))
        let run = try Command.scrutiny("read", packs)
        #expect(run.status == 1)
        #expect(run.output.split(separator: "\n").count == 2)
        #expect(run.errors.contains("letter.txt: This is not an agenda pack or minutes"))
        #expect(run.errors.contains("nothing.md: The file is empty."))
        #expect(run.errors.contains("picture.txt: The file is not text"))
        #expect(!run.errors.contains("notes.docx"))
    }

    @Test("a file that is not there, and a folder without packs")
    func missing() throws {
        let run = try Command.scrutiny("read", folder.path("nowhere.txt"))
        #expect(run.status == 1)
        #expect(run.errors.contains("cannot be read"))
        let empty = try Command.scrutiny("read", folder.url.path)
        #expect(empty.status == 1)
        #expect(empty.errors.contains("no pack lies in this folder"))
    }

    @Test("a PDF is read through pdftotext")
    func pdf() throws {
        let text = try String(
            contentsOf: Self.fixtures.appending(path: "stonebridge-layout.txt"), encoding: .utf8)
        let file = folder.path("pack.pdf")
        try SmallPDF(pages: text.components(separatedBy: "\u{C}").map { $0.components(separatedBy: "\n") })
            .data.write(to: URL(filePath: file))
        let run = try Command.scrutiny("read", file)
        #expect(run.status == 0, "\(run.errors)")
        let document = try json(run.output)
        #expect(document.object("panel")?.text("slug") == "performance-and-resources")
        let recycling = document.list("figures").first { $0.text("valueText") == "47.3%" }
        #expect(recycling?.integer("page") == 2)
        #expect(recycling?.object("previous")?.text("valueText") == "45.1%")
    }

    @Test("without pdftotext a PDF is refused with what to install")
    func withoutProgram() throws {
        let file = folder.path("pack.pdf")
        try SmallPDF(pages: [["Agenda"]]).data.write(to: URL(filePath: file))
        let run = try Command.run(Checkout.program, ["read", file], environment: ["PATH": folder.url.path])
        #expect(run.status == 1)
        #expect(run.errors.contains("Install the package poppler-utils."))
    }

    @Test("a spoilt PDF is refused with pdftotext's own reason")
    func spoiltPDF() throws {
        let file = folder.path("pack.pdf")
        try Data("%PDF-1.4\nnothing of one\n".utf8).write(to: URL(filePath: file))
        let run = try Command.scrutiny("read", file)
        #expect(run.status == 1)
        #expect(run.errors.contains("is a PDF that pdftotext cannot read"))
    }

    @Test("with --post the document goes to a server, once however often it is posted")
    func post() throws {
        let server = try RunningServer(sample: false)
        let token = folder.path("token")
        try (server.token("import") + "\n").write(toFile: token, atomically: true, encoding: .utf8)
        let pack = try copy("northvale-quarter.txt")
        for _ in 1...2 {
            let run = try Command.scrutiny("read", pack, "--post", server.url, "--token-file", token)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errors.contains("posted"))
        }
        #expect(try server.curl("/v1/panels").data.count == 1)
        #expect(try server.curl("/v1/imports", token: server.token("admin")).data.count == 1)
        withExtendedLifetime(server) {}
    }

    @Test("--post and --token-file come together")
    func options() throws {
        #expect(try Command.scrutiny("read", "pack.txt", "--post", "http://127.0.0.1:1").status == 64)
        #expect(
            try Command.scrutiny("read", "pack.txt", "--post", "ftp://x", "--token-file", "t").status == 64)
    }
}

/// A PDF of lines in Courier, enough for pdftotext to find its columns again.
struct SmallPDF {
    let data: Data

    init(pages: [[String]]) {
        var objects: [String] = ["<< /Type /Catalog /Pages 2 0 R >>"]
        let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
        objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
        objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
        for (index, lines) in pages.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 1000] /Contents \(5 + 2 * index) 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            )
            let shown = lines.map { line in
                let safe = line.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(
                    of: "(", with: "\\("
                ).replacingOccurrences(of: ")", with: "\\)").replacingOccurrences(of: "£", with: "\\243")
                return "(\(safe)) Tj T*"
            }
            let stream = "BT /F1 10 Tf 14 TL 40 960 Td\n\(shown.joined(separator: "\n"))\nET"
            objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
        }
        var text = "%PDF-1.4\n"
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for offset in offsets {
            text += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n"
        }
        text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        data = Data(text.utf8)
    }
}

import Foundation
import JSON
import Packs
import TestSupport
import Testing

/// Packs and minutes of councils that do not exist, each in the habits of real ones, with their answers read by hand.
@Suite("Packs of other councils")
struct FixtureTests {
    static let folder = Checkout.root.appending(path: "Tests/PacksTests/Fixtures")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { !$0.hasSuffix(".expected") }.sorted()
    }()

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: folder.appending(path: name)))
    }

    @Test("there are packs and minutes of at least six councils")
    func count() { #expect(Self.names.count >= 8) }

    @Test("what is read is what stands there", arguments: names)
    func expected(name: String) throws {
        let facts = Facts(try PackDocument.read(Self.bytes(name)).document)
        let file = Self.folder.appending(path: name + ".expected")
        if ProcessInfo.processInfo.environment["SHOW_FACTS"] != nil {
            print(facts.lines.joined(separator: "\n"))
        }
        let expected = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
            .filter { !$0.hasPrefix("#") }
        let differences = Facts.differences(facts.lines, expected)
        #expect(differences.isEmpty, "\(name):\n\(differences)")
    }

    @Test("the same bytes always give the same document", arguments: names)
    func repeatable(name: String) throws {
        let bytes = try Self.bytes(name)
        #expect(
            try PackDocument.read(bytes).document.encoded() == PackDocument.read(bytes).document.encoded())
    }

    @Test(
        "every quotation stands in its line, in at most twelve words",
        arguments: names.filter { !$0.hasSuffix(".html") })
    func quotes(name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        let lines = text.replacing("\u{C}", with: "").split(separator: "\n", omittingEmptySubsequences: false)
        guard case .array(let figures)? = try PackDocument.read(Self.bytes(name)).document["figures"] else {
            return
        }
        for figure in figures {
            guard let quote = figure["quote"].text, let number = figure["line"].text.flatMap({ Int($0) })
            else { continue }
            // A paragraph that the width of a page cuts runs on over the lines below.
            let near = lines[(number - 1)..<min(lines.count, number + 4)].joined(separator: " ").replacing(
                "**", with: "")
            let folded = near.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(folded.contains(quote), "line \(number): \(quote)")
            #expect(quote.split(separator: " ").count <= 12)
        }
    }
}

import Foundation
import JSON
import Packs
import TestSupport
import Testing

/// Where the real pack lies.
enum PracticePack {
    static let folder: URL = {
        let named = ProcessInfo.processInfo.environment["SHARED"].map { URL(filePath: $0) }
        return (named ?? Checkout.root.deletingLastPathComponent().appending(path: "shared")).appending(
            path: "packs")
    }()
    static let name = "worcestershire-2018-09-14"
    static var isThere: Bool {
        FileManager.default.fileExists(atPath: folder.appending(path: "\(name).txt").path)
    }
}

/// The real pack beside the checkout, held against two answers that people wrote: the practice key, a third of its
/// statements, and the hand-made sample, nearly all of them.
///
/// Runs where the variable SHARED names the folder with the pack, or it lies beside the checkout.
@Suite("The practice pack", .enabled(if: PracticePack.isThere))
struct PracticeTests {
    let document: JSONValue
    let figures: [Statement]

    init() throws {
        document = try PackDocument.read(
            [UInt8](Data(contentsOf: PracticePack.folder.appending(path: "\(PracticePack.name).txt")))
        ).document
        figures = Statement.ofDocument(document)
    }

    @Test(
        "at least 95 of 100 statements of the practice key are found with value, unit, period, area and page")
    func practice() throws {
        let key = try Statement.ofPractice(
            PracticePack.folder.appending(path: "\(PracticePack.name).practice.json"))
        let score = Score(found: figures, expected: key)
        print("practice key: \(score)")
        #expect(key.count == 138)
        #expect(score.right * 100 >= key.count * 95, "\(score.report)")
    }

    @Test("at most 5 of 100 that are emitted are wrong, by the hand-made sample")
    func sample() throws {
        let sample = try Statement.ofDocument(JSONReader.read([UInt8](Data(contentsOf: Checkout.sample))))
        let score = Score(found: figures, expected: sample)
        print("hand-made sample: \(score)")
        #expect(score.right * 100 >= sample.count * 95, "\(score.report)")
        #expect((figures.count - score.right) * 100 <= figures.count * 5, "\(score.report)")
    }

    @Test("the agenda of the key is the agenda that is read")
    func agenda() throws {
        let key = try JSONReader.read(
            [UInt8](
                Data(contentsOf: PracticePack.folder.appending(path: "\(PracticePack.name).practice.json"))))
        guard case .array(let expected)? = key["agendaItems"],
            case .array(let items)? = document["agendaItems"]
        else {
            Issue.record("no agenda")
            return
        }
        func row(_ item: JSONValue, _ number: String, _ from: String, _ to: String) -> String {
            let title = (item["title"].text ?? "").replacing("2017- 18", with: "2017-18")
            return "\(item[number].text ?? "") \(title) \(item[from].text ?? "-")-\(item[to].text ?? "-")"
        }
        #expect(
            items.map { row($0, "printedNumber", "pageFrom", "pageTo") }
                == expected.map { row($0, "number", "page_from", "page_to") })
    }

    @Test("each difference between the reading and the hand-made sample stands in the list of differences")
    func differences() throws {
        let sample = try JSONReader.read([UInt8](Data(contentsOf: Checkout.sample)))
        let found = SampleDifferences(document, sample).lines
        let file = Checkout.root.appending(path: "samples/\(PracticePack.name).differences.txt")
        if ProcessInfo.processInfo.environment["WRITE_DIFFERENCES"] != nil {
            try (found.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
        }
        let recorded = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
        let differences = Facts.differences(found, recorded)
        #expect(differences.isEmpty, "\(differences)")
    }

    @Test("the regenerated sample is what the reader makes of the pack, without the words of its pages")
    func regenerated() throws {
        let file = Checkout.root.appending(path: "samples/\(PracticePack.name).read.json")
        let bytes = [UInt8](
            try Data(contentsOf: PracticePack.folder.appending(path: "\(PracticePack.name).txt")))
        let made = try PackDocument.read(bytes, withText: false).document.encoded(pretty: true) + [10]
        if ProcessInfo.processInfo.environment["WRITE_DIFFERENCES"] != nil { try Data(made).write(to: file) }
        #expect(
            try made == [UInt8](Data(contentsOf: file)),
            "Run scrutiny read --no-text on the pack and keep its output.")
    }

    @Test("no child is named: neither in people nor in words of a line that tells of one")
    func children() throws {
        guard case .array(let people)? = document["people"] else { return }
        #expect(people.count == 10)
        let lines = try String(
            contentsOf: PracticePack.folder.appending(path: "\(PracticePack.name).txt"), encoding: .utf8
        ).split(separator: "\n", omittingEmptySubsequences: false)
        // Two lines of the pack tell of single children.
        for line in [736, 1464] {
            let words = lines[line - 1].split(separator: " ").prefix(9).joined(separator: " ")
            #expect(!document.description.contains(words), "line \(line)")
        }
    }
}

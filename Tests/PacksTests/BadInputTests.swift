import JSON
import Packs
import Testing

@Suite("What is no pack")
struct BadInputTests {
    private func error(_ bytes: [UInt8]) -> PackError? {
        do throws(PackError) {
            _ = try PackDocument.read(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test("an empty file, and one with blank lines only")
    func empty() {
        #expect(error([]) == .empty)
        #expect(error(Array("\n \n\t\n".utf8)) == .empty)
    }

    @Test("bytes that no text has")
    func binary() {
        #expect(error([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]) == .binary(at: 8))
    }

    @Test("text in another encoding, with the byte where it shows")
    func encoding() {
        #expect(error([0xFF, 0xFE, 0x41, 0]) == .wrongEncoding("UTF-16", at: 0))
        #expect(error(Array("Cost: ".utf8) + [0xA3] + Array("5".utf8)) == .wrongEncoding("not UTF-8", at: 6))
    }

    @Test("text that is something else says what was looked for")
    func otherText() {
        guard case .notAPack(let missing)? = error(Array("Dear all,\n\nThe kettle is broken.\n".utf8)) else {
            Issue.record("it was taken for a pack")
            return
        }
        #expect(missing.count == 2)
    }

    @Test("a byte order mark and line ends of Windows change nothing")
    func lineEnds() throws {
        let plain = try FixtureTests.bytes("northvale-quarter.txt")
        let windows: [UInt8] =
            [0xEF, 0xBB, 0xBF] + plain.flatMap { byte -> [UInt8] in byte == 10 ? [13, 10] : [byte] }
        #expect(
            try Facts(PackDocument.read(windows).document).lines
                == Facts(PackDocument.read(plain).document).lines)
    }

    @Test("a page of the web without a meeting is no pack")
    func otherPage() {
        #expect(error(Array("<!DOCTYPE html><html><body><p>Hello</p></body></html>".utf8)) != nil)
    }

    @Test("nested beyond all measure, a page is still read in bounded depth")
    func deepPage() {
        let page = "<html><body>" + String(repeating: "<div>", count: 20_000) + "x" + "</body></html>"
        #expect(error(Array(page.utf8)) != nil)
    }

    @Test("a line of a million characters is noise")
    func longLine() {
        #expect(error([UInt8](repeating: 97, count: 1_000_000)) == .lineTooLong(line: 1, limit: 200_000))
    }

    @Test("letters of another script, a caution under a table and a sentence against its table are marked")
    func flags() throws {
        let text = """
            Testshire County Council
            Housing Scrutiny Panel
            Tuesday 5 March 2019 at 10.00 am, County Hall

            Agenda

            1. Apologies
            2. Homes Report (Pages 3 - 5)

            Agenda Item 2

            Homes Report

            In March 2017 there were 512 empty homes and 91 \u{0421}ME letters.

            Measure\tMarch 2017\tMarch 2018
            Empty homes\t498\t512
            Lets\t41\t44

            Note: these numbers are provisional.
            """
        let document = try PackDocument.read(Array(text.utf8)).document
        guard case .array(let rows)? = document["figures"] else {
            Issue.record("no figures")
            return
        }
        func flags(_ line: Int, _ value: String) -> String {
            let row = rows.first { $0["line"].text == "\(line)" && $0["value"].text == value }
            return (row?["flags"]?.description ?? "no row").filter { !$0.isWhitespace }
        }
        #expect(flags(14, "512") == "[\"mixed_script\",\"period_conflict\"]")
        #expect(flags(17, "512") == "[\"caveat\"]")
        #expect(flags(18, "44") == "[\"caveat\"]")
    }
}

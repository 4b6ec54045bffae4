import Testing

@testable import Domain

/// How names are found although they are scanned, retyped or mistyped.
@Suite("Names")
struct NameTests {
    /// Names that clients filter by, in the order in which the service lists them.
    private static let filters = [
        "panel", "meeting", "state", "kind", "dueKind", "dueBefore", "ownerRole", "indicator", "area",
        "period",
        "periodKind", "updatedSince", "limit", "cursor", "fields",
    ]

    @Test(
        "abbreviations that look Latin are found under their Latin letters",
        arguments: [
            ("\u{421}\u{41C}\u{415}", "cme"), ("\u{421}\u{420}\u{421}", "cpc"),
            ("\u{421}\u{420}\u{420}", "cpp"),
            ("\u{415}\u{41D}\u{415}", "ehe"), ("\u{41D}\u{41C}\u{406}\u{421}", "hmic"),
            ("C\u{41C}E", "cme"), ("\u{441}\u{440}\u{441}", "cpc"), ("\u{39A}\u{395}\u{3A5}", "key"),
            ("\u{405}\u{3A4}\u{410}\u{422}", "stat"),
        ])
    func lookAlikes(text: String, key: String) {
        #expect(foldedKey(text) == key)
        #expect(containsLookAlikes(text))
    }

    @Test(
        "letters that look like nothing Latin stay, and their text has no look-alikes",
        arguments: [
            ("ДЖ", "дж"), ("Ω", "ω"), ("\u{401}", "\u{451}"), ("Ñandú", "ñandú"), ("ÅÆØ", "åæø"),
            ("Σ", "σ"), ("日本", "日本"), ("👩‍👧 A", "👩‍👧 a"), ("a-b_c/d", "a-b_c/d"), ("£10", "£10"),
            ("CSE", "cse"),
        ])
    func others(text: String, key: String) {
        #expect(foldedKey(text) == key)
        #expect(!containsLookAlikes(text))
    }

    @Test(
        "white space of any kind is one space between words and nothing at the ends",
        arguments: [
            ("", ""), (" ", ""), ("\t\r\n", ""), (" a", "a"), ("a ", "a"), ("a  b", "a b"),
            ("a\u{A0}b", "a b"),
            ("a\u{2003}\u{3000}b", "a b"), ("\n a \t b \r\n c ", "a b c"), ("a\r\nb", "a b"),
        ])
    func spaces(text: String, key: String) {
        #expect(foldedKey(text) == key)
    }

    @Test("a key is its own key")
    func idempotent() {
        var broken: [String] = []
        for value in UInt32(0x20)...0x24F {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let key = foldedKey("x \(Character(scalar))y")
            if foldedKey(key) != key { broken.append("\\u{\(String(value, radix: 16))}") }
        }
        for value in UInt32(0x370)...0x4FF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let key = foldedKey("x \(Character(scalar))y")
            if foldedKey(key) != key { broken.append("\\u{\(String(value, radix: 16))}") }
        }
        #expect(broken == [])
    }

    @Test("a term of a glossary keeps its printed form beside its key")
    func terms() {
        let printed = "\u{421}\u{41C}\u{415}"
        let term = TermDraft(report: .current, term: printed, meaning: "Children Missing Education")
        #expect(term.term == printed)
        #expect(term.foldedTerm == "cme")
        #expect(term.hasLookAlikes)
        #expect(!TermDraft(report: .current, term: "CME", meaning: "M").hasLookAlikes)
    }

    @Test(
        "a wrong filter gets the name that was meant",
        arguments: [
            ("pannel", "panel"), ("panl", "panel"), ("apnel", "panel"), ("panels", "panel"),
            ("PANEL", "panel"),
            ("panel_id", "panel"), ("meetng", "meeting"), ("meetings", "meeting"), ("stat", "state"),
            ("staet", "state"), ("status", "state"), ("due_kind", "dueKind"), ("due-before", "dueBefore"),
            ("due before", "dueBefore"), ("owner", "ownerRole"), ("owner_roles", "ownerRole"),
            ("indic", "indicator"),
            ("updated_since", "updatedSince"), ("updated", "updatedSince"), ("updatedsinse", "updatedSince"),
            ("limt", "limit"), ("limits", "limit"), ("curser", "cursor"), ("field", "fields"),
            ("kin", "kind"),
            ("per", "period"), ("areas", "area"),
        ])
    func meant(wrong: String, right: String) {
        #expect(nearestName(to: wrong, in: Self.filters) == right)
    }

    @Test(
        "a filter that is like none gets no name",
        arguments: ["", "-", "_ _", "x", "zz", "sort", "offset", "q", "committee", "format", "日本", "'; drop"])
    func noneMeant(wrong: String) {
        #expect(nearestName(to: wrong, in: Self.filters) == nil)
    }

    @Test(
        "one mistake in three letters, rounded up from two, is forgiven and one more is not",
        arguments: [
            ("xursor", "cursor"), ("xurxor", "cursor"), ("xurxox", nil), ("curxyz", nil),
            ("xxxicator", "indicator"), ("xxxxcator", nil), ("sxatx", "state"), ("sxxtx", nil),
            ("arex", "area"), ("arxx", nil),
        ])
    func forgiven(wrong: String, right: String?) {
        #expect(nearestName(to: wrong, in: Self.filters) == right)
    }

    @Test("the fewest mistakes win, then the first in order, and without names there is none")
    func ties() {
        #expect(nearestName(to: "cat", in: ["bat", "rat", "cart"]) == "bat")
        #expect(nearestName(to: "cat", in: ["rat", "bat"]) == "rat")
        #expect(nearestName(to: "meeting", in: ["meetings", "meeting"]) == "meeting")
        #expect(nearestName(to: "meeting", in: []) == nil)
    }

    @Test("a name of more than 64 bytes is not compared, on either side")
    func longNames() {
        let long = String(repeating: "a", count: 64)
        #expect(nearestName(to: long, in: [long]) == long)
        #expect(nearestName(to: long + "a", in: [long]) == nil)
        #expect(nearestName(to: long, in: [long + "a"]) == nil)
    }
}

import Testing

@testable import Domain

@Suite("Values and names")
struct ValueTests {
    @Test(
        "decimals keep the digits they were printed with",
        arguments: [
            "0", "34.0", "34", "-83746", "0.05", "-0.5", "3418", "999999999999999999", "0.000001", "-0",
        ])
    func kept(text: String) {
        // There is one zero; a sign before it says nothing.
        #expect(ExactDecimal(text)?.description == (text == "-0" ? "0" : text))
    }

    @Test(
        "what is no plain decimal is refused",
        arguments: [
            "", "-", ".5", "5.", "1e3", "+1", "01", "1,000", "1 000", "٣", "1.2.3", "1234567890123456789",
            "NaN", " 1",
        ])
    func refused(text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test(
        "decimals are ordered by value",
        arguments: [
            ("34.0", "34.1"), ("-34.1", "-34.0"), ("-1", "1"), ("0.09", "0.1"), ("9.99", "10"),
            ("-10", "-9.99"),
            ("999999999999999998.0", "999999999999999999"), ("-0.5", "0"),
        ])
    func order(low: String, high: String) throws {
        guard let low = ExactDecimal(low), let high = ExactDecimal(high) else { return }
        #expect(low < high)
        #expect(!(high < low))
    }

    @Test("34 and 34.0 are worth the same and are not the same")
    func precision() throws {
        let whole = try #require(ExactDecimal("34"))
        let tenth = try #require(ExactDecimal("34.0"))
        #expect(whole != tenth)
        #expect(!(whole < tenth) && !(tenth < whole))
        #expect(tenth.isWhole)
        #expect(ExactDecimal("34.5")?.isWhole == false)
    }

    @Test(
        "units bound their values",
        arguments: [
            (Unit.percent, "0", true), (.percent, "100", true), (.percent, "100.0", true),
            (.percent, "100.1", false),
            (.percent, "-0.1", false), (.percentChange, "-45", true), (.count, "0", true),
            (.count, "-1", false),
            (.count, "1.5", false), (.count, "2.0", true), (.visits, "17634", true), (.rank, "0", false),
            (.rank, "111", true),
            (.gbp, "-122647", true),
        ])
    func units(unit: Unit, value: String, isRight: Bool) throws {
        let decimal = try #require(ExactDecimal(value))
        #expect((unit.problem(with: decimal, at: "/value") == nil) == isRight)
    }

    @Test(
        "look-alike letters fold to Latin, and the text says that it has some",
        arguments: [
            ("\u{421}\u{41C}\u{415}", "cme", true), ("\u{421}\u{420}\u{421}", "cpc", true),
            ("\u{415}\u{41D}\u{415}", "ehe", true),
            ("\u{41D}\u{41C}\u{406}\u{421}", "hmic", true), ("CiN", "cin", false),
            ("  WFADA \t&  SV ", "wfada & sv", false),
            ("Café", "café", false), ("", "", false),
        ])
    func folding(text: String, key: String, hasLookAlikes: Bool) {
        #expect(foldedKey(text) == key)
        #expect(containsLookAlikes(text) == hasLookAlikes)
    }

    @Test(
        "the nearest name is the one that was meant",
        arguments: [
            ("panle", "panel"), ("pannel", "panel"), ("starts_at", "startsAt"), ("StartsAt", "startsAt"),
            ("starts", "startsAt"),
            ("due-on", "dueOn"), ("dueo", "dueOn"), ("ownerole", "ownerRole"), ("xyzzy", nil), ("", nil),
            ("q", nil),
            (String(repeating: "panel", count: 1_000), nil),
        ])
    func nearest(wrong: String, right: String?) {
        #expect(nearestName(to: wrong, in: ["panel", "startsAt", "dueOn", "ownerRole", "state"]) == right)
    }

    @Test("ids are above nought", arguments: [(Int64(1), true), (.max, true), (0, false), (-1, false)])
    func identifiers(number: Int64, isID: Bool) {
        #expect((PanelID(number) != nil) == isID)
    }
}

import Testing

@testable import Domain

/// Decimals against a second reckoning in units of the smallest place.
@Suite("Exact decimals")
struct ExactDecimalTests {
    private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

    @Test(
        "digits and scale are those of the text, which comes back as it was",
        arguments: [
            ("0", 0, 0), ("0.0", 0, 1), ("0.00", 0, 2), ("7", 7, 0), ("34.0", 340, 1), ("34.00", 3_400, 2),
            ("-34.50", -3_450, 2), ("0.05", 5, 2), ("-0.05", -5, 2), ("10", 10, 0), ("100.01", 10_001, 2),
            ("999999999999999999", 999_999_999_999_999_999, 0),
            ("-999999999999999999", -999_999_999_999_999_999, 0),
            ("0.00000000000000001", 1, 17), ("-9.99999999999999999", -999_999_999_999_999_999, 17),
            ("123456789.012345678", 123_456_789_012_345_678, 9),
        ] as [(String, Int64, Int)])
    func parts(text: String, digits: Int64, scale: Int) throws {
        let decimal = try decimal(text)
        #expect(decimal.digits == digits)
        #expect(decimal.scale == scale)
        #expect(decimal.description == text)
    }

    @Test(
        "what is no plain decimal, or one of more than 18 digits, is refused",
        arguments: [
            "", " ", "-", "--1", "+1", "-+1", "1-", ".", ".5", "-.5", "5.", "-5.", "00", "01", "-01", "00.5",
            "1e3", "1E3", "1.5e0", "0x10", "1_000", "1,5", "1.000,5", "1 000", " 1", "1 ", "1\n", "1.2.3",
            "1..2", "NaN", "nan", "inf", "Infinity", "٣", "１", "½", "²", "1\u{0}", "\u{2212}1", "£5", "5%",
            "1000000000000000000", "-1000000000000000000", "0.000000000000000001", "1.000000000000000000",
            "9223372036854775807", "99999999999999999999999999",
        ])
    func refused(text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test("numbers of every sign and scale are ordered by their value")
    func order() throws {
        // In ten-thousandths, so that each value is spelled with every scale that holds it.
        let values = [
            -1_000_000, -100_001, -100_000, -99_999, -10_000, -9_000, -5_000, -900, -1, 0, 1, 900, 5_000,
            9_000, 9_999, 10_000, 10_001, 99_999, 100_000, 100_001, 340_000, 340_500, 1_000_000,
        ]
        var spelled: [(value: Int, decimal: ExactDecimal)] = []
        for value in values {
            for scale in 0...4 {
                let unit = [10_000, 1_000, 100, 10, 1][scale]
                guard value.isMultiple(of: unit) else { continue }
                let digits = String((value / unit).magnitude)
                let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
                let text = scale == 0 ? padded : "\(padded.dropLast(scale)).\(padded.suffix(scale))"
                spelled.append((value, try decimal(value < 0 ? "-" + text : text)))
            }
        }
        var broken: [String] = []
        for left in spelled {
            for right in spelled where (left.decimal < right.decimal) != (left.value < right.value) {
                broken.append("\(left.decimal) < \(right.decimal)")
            }
        }
        #expect(spelled.count > values.count)
        #expect(broken == [])
    }

    @Test(
        "the largest numbers are compared without running over",
        arguments: [
            ("-999999999999999999", "-9.99999999999999999"), ("-9.99999999999999999", "-9.99999999999999998"),
            ("-9", "0.00000000000000001"), ("0", "0.00000000000000001"), ("-0.00000000000000001", "0"),
            ("9.99999999999999999", "10"), ("9.99999999999999999", "999999999999999999"),
            ("99999999999999999.8", "99999999999999999.9"), ("99999999999999999.9", "100000000000000000"),
            ("-99999999999999999.9", "-99999999999999999"),
        ])
    func extremes(low: String, high: String) throws {
        let low = try decimal(low)
        let high = try decimal(high)
        #expect(low < high && low <= high)
        #expect(!(high < low) && !(high <= low))
    }

    @Test(
        "the same value with another precision is neither before nor equal",
        arguments: [("34", "34.0"), ("34.0", "34.00"), ("0", "0.00"), ("-5", "-5.000"), ("0.5", "0.50")])
    func precision(short: String, long: String) throws {
        let short = try decimal(short)
        let long = try decimal(long)
        #expect(short != long)
        #expect(!(short < long) && !(long < short))
        #expect(short <= long && long <= short)
    }

    @Test(
        "a number is whole when nothing but noughts stand behind its point",
        arguments: [
            ("0", true), ("0.0", true), ("-3", true), ("34.000", true), ("-34.00", true), ("34.5", false),
            ("34.01", false), ("-0.5", false), ("0.00000000000000001", false), ("1.00000000000000000", true),
            ("999999999999999999", true),
        ])
    func whole(text: String, isWhole: Bool) throws {
        #expect(try decimal(text).isWhole == isWhole)
    }

    @Test("nought has one spelling for each scale, and a sign before it says nothing")
    func nought() throws {
        #expect(ExactDecimal.zero.description == "0")
        #expect(try decimal("-0") == .zero)
        #expect(try decimal("-0.00") == decimal("0.00"))
        #expect(try decimal("-0.00").description == "0.00")
    }

    @Test(
        "a value outside its unit is one problem at the place that was given",
        arguments: [
            (.percent, "100.00000000000001"), (.percent, "-0.00001"), (.percent, "101"), (.count, "-1"),
            (.count, "0.5"), (.count, "-0.5"), (.visits, "-1"), (.visits, "2.01"), (.rank, "0"),
            (.rank, "0.00"),
            (.rank, "-3"), (.rank, "1.5"),
        ] as [(Unit, String)])
    func outside(unit: Unit, text: String) throws {
        let problem = try #require(unit.problem(with: decimal(text), at: "/here"))
        #expect(problem.pointer == "/here")
        #expect(problem.code == "value_outside_unit")
        #expect(problem.severity == .error)
        #expect(problem.message.contains(text))
    }

    @Test("units without bounds take any number", arguments: Unit.allCases)
    func unbounded(unit: Unit) throws {
        let isBounded = [.percent, .count, .visits, .rank].contains(unit)
        for text in ["-999999999999999999", "-0.5", "999.25"] {
            #expect((unit.problem(with: try decimal(text), at: "") != nil) == isBounded)
        }
        #expect(unit.problem(with: try decimal("1.0"), at: "") == nil)
        #expect(unit.problem(with: try decimal("100"), at: "") == nil)
    }
}

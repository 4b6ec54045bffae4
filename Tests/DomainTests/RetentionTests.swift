import Domain
import Testing

/// How long things are kept, to the day, and what the law does not allow.
@Suite("Retention rules")
struct RetentionTests {
    @Test(
        "a period counts its first day and ends where the law's examples end",
        arguments: [
            ("6y", "2018-09-14", "2024-09-13"), ("4y", "2018-09-14", "2022-09-13"),
            ("6y", "2024-02-29", "2030-02-28"), ("4y", "2024-02-29", "2028-02-28"),
            ("12m", "2023-03-01", "2024-02-29"), ("12m", "2024-02-29", "2025-02-28"),
            ("6m", "2018-08-31", "2019-02-28"), ("1m", "2018-01-31", "2018-02-28"),
            ("1m", "2018-02-28", "2018-03-27"), ("1y", "2018-01-01", "2018-12-31"),
        ])
    func lastDays(period: String, first: String, last: String) throws {
        let period = try #require(RetentionPeriod(period))
        let day = try #require(CalendarDate(first))
        #expect(period.lastDay(from: day)?.description == last)
    }

    @Test("what is permanent has no last day")
    func permanent() throws {
        let day = try #require(CalendarDate("2018-09-14"))
        #expect(RetentionPeriod.permanent.lastDay(from: day) == nil)
    }

    @Test(
        "a period is a number of years or months, or permanent",
        arguments: [
            ("6y", RetentionPeriod.months(72)), ("18m", .months(18)), ("1m", .months(1)),
            ("100y", .months(1_200)),
            ("permanent", .permanent), ("", nil), ("y", nil), ("6", nil), ("0y", nil), ("101y", nil),
            ("1201m", nil), ("-6y", nil),
            ("6Y", nil), ("6 y", nil), ("６y", nil), ("9999999999y", nil), ("Permanent", nil),
        ])
    func reading(text: String, period: RetentionPeriod?) {
        #expect(RetentionPeriod(text) == period)
    }

    @Test(
        "a period reads well",
        arguments: [(12, "1 year"), (72, "6 years"), (18, "18 months"), (1, "1 month")])
    func printing(months: Int, text: String) {
        #expect(RetentionPeriod.months(months).description == text)
    }

    @Test("less than the law asks for is refused with the law's name")
    func floors() {
        #expect(
            RetentionRule.papers.refusal(of: .months(71))
                == "papers cannot be kept for 71 months only: section 100C of the Local Government Act 1972 keeps them "
                + "open for six years. Set at least 6 years.")
        #expect(
            RetentionRule.backgroundPapers.refusal(of: .months(47))
                == "background-papers cannot be kept for 47 months only: section 100D of the Local Government Act 1972 "
                + "keeps them open for four years. Set at least 4 years.")
        #expect(RetentionRule.backgroundPapers.refusal(of: .months(48)) == nil)
        for rule in [RetentionRule.actions, .importLogs, .contactDetails] {
            #expect(rule.refusal(of: .months(1)) == nil)
        }
    }

    @Test("what the public record rests on stays permanent, and each rule allows its own period")
    func standards() {
        for rule in RetentionRule.allCases {
            #expect(rule.refusal(of: rule.standard) == nil)
            #expect(rule.refusal(of: .permanent) == nil)
        }
        for rule in [RetentionRule.papers, .recommendations, .declarations, .figures] {
            #expect(
                rule.refusal(of: .months(120))
                    == "\(rule.rawValue) are kept permanently: this program never removes them.")
        }
    }
}

import Testing

@testable import Domain

/// The rules of dated definitions, targets and neighbour groups, all problems at once.
@Suite("Rules of definitions, targets and areas")
struct IndicatorVersionRuleTests {
    private func codes(_ check: (inout Problems) -> Void) -> [String] {
        var problems = Problems()
        check(&problems)
        return problems.all.map { "\($0.pointer) \($0.code)" }
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test(
        "a definition ends on or after its first day",
        arguments: [("2018-04-01", true), ("2018-03-31", false), ("2019-03-31", true)])
    func dates(last: String, isRight: Bool) throws {
        let draft = IndicatorVersionDraft(
            indicator: .key("i"), definition: "D", validFrom: try day("2018-04-01"), validTo: try day(last))
        #expect(codes { draft.check(&$0) } == (isRight ? [] : ["/validTo version_range"]))
    }

    @Test("a tolerance has a size and a kind, and is not negative")
    func tolerances() throws {
        let period = try Period(kind: .asAt, start: try day("2018-03-31"), end: try day("2018-03-31"))
        var draft = TargetDraft(
            indicatorVersion: .key("v"), period: period, value: .zero, setBy: "C", localOrNational: .local)
        #expect(codes { draft.check(&$0) } == [])
        draft.toleranceValue = ExactDecimal("-0.5")
        #expect(
            codes { draft.check(&$0) } == [
                "/toleranceKind tolerance_whole", "/toleranceValue tolerance_negative",
            ])
        draft.toleranceKind = .points
        draft.toleranceValue = ExactDecimal("0.5")
        #expect(codes { draft.check(&$0) } == [])
        draft.toleranceValue = nil
        #expect(codes { draft.check(&$0) } == ["/toleranceValue tolerance_whole"])
    }

    @Test("only a group of neighbours has an owner and a model year", arguments: AreaKind.allCases)
    func owners(kind: AreaKind) {
        let draft = AreaDraft(code: "a", name: "A", kind: kind, owner: "CIPFA", modelYear: 2018)
        let wrong = ["/owner only_groups_have_owners", "/modelYear only_groups_have_owners"]
        #expect(codes { draft.check(&$0) } == (kind == .neighbourGroup ? [] : wrong))
    }
}

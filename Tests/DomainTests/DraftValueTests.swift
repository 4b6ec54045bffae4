import Testing

@testable import Domain

/// The rules of observations and figures, and how problems are gathered.
@Suite("Rules of values")
struct DraftValueTests {
    private func problems(_ check: (inout Problems) -> Void) -> [ValidationProblem] {
        var problems = Problems()
        check(&problems)
        return problems.all
    }

    private func codes(_ check: (inout Problems) -> Void) -> [String] {
        problems(check).map { "\($0.pointer) \($0.code)" }
    }

    private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

    private func period() throws -> Period {
        let day = try #require(CalendarDate("2018-03-31"))
        return try Period(kind: .asAt, start: day, end: day)
    }

    @Test("a value is given exactly when its state says that there is one", arguments: ValueState.allCases)
    func states(state: ValueState) throws {
        let hasValue = [.actual, .lowReliability].contains(state)
        #expect(state.hasValue == hasValue)
        let missing = hasValue ? ["/value value_missing"] : []
        let notAllowed = hasValue ? [] : ["/value value_not_allowed"]
        for (value, found) in [(nil, missing), (try decimal("0"), notAllowed)] {
            let observation = ObservationDraft(
                indicator: .id(1), area: .id(1), period: try period(), value: value, valueState: state)
            #expect(codes { observation.check(&$0) } == found)
            let figure = FigureDraft(
                report: .id(1), name: "N", unit: .count, value: value, valueText: "0", valueState: state)
            #expect(codes { figure.check(&$0) } == found)
        }
    }

    @Test("the sentence of a value too many names its state")
    func stateNamed() throws {
        let observation = ObservationDraft(
            indicator: .id(1), area: .id(1), period: try period(), value: .zero, valueState: .roundsToZero)
        #expect(problems { observation.check(&$0) }.first?.message.contains("\"rounds_to_zero\"") == true)
    }

    @Test(
        "a denominator is above 0 with any precision",
        arguments: [
            ("1", true), ("0.00001", true), ("100", true), ("0", false), ("0.000", false), ("-0", false),
            ("-1", false), ("-0.5", false),
        ])
    func denominators(text: String, isRight: Bool) throws {
        let observation = ObservationDraft(
            indicator: .id(1), area: .id(1), period: try period(), value: try decimal("1"),
            numerator: try decimal("-1"), denominator: try decimal(text))
        let found = isRight ? [] : ["/denominator denominator_not_positive"]
        #expect(codes { observation.check(&$0) } == found)
    }

    @Test("a figure with a value says how it was printed; one without may say so too")
    func valueTexts() throws {
        var figure = FigureDraft(
            report: .id(1), name: "N", unit: .gbp, value: try decimal("-83746"), valueText: nil)
        #expect(codes { figure.check(&$0) } == ["/valueText value_text_missing"])
        figure.valueText = "\u{2212}£83,746"
        #expect(codes { figure.check(&$0) } == [])
        figure.value = nil
        figure.valueState = .suppressed
        figure.valueText = "*"
        #expect(codes { figure.check(&$0) } == [])
        figure.valueText = nil
        #expect(codes { figure.check(&$0) } == [])
    }

    @Test("the value and the one printed before it keep to the unit, each at its place")
    func unitsOfFigures() throws {
        var figure = FigureDraft(
            report: .id(1), name: "N", unit: .percent, value: try decimal("100"), valueText: "100%")
        figure.previous = PrintedValue(value: try decimal("0.0"), valueText: "0.0%", period: nil)
        #expect(codes { figure.check(&$0) } == [])
        figure.previous?.value = try decimal("100.1")
        #expect(codes { figure.check(&$0) } == ["/previous/value value_outside_unit"])
        figure.value = try decimal("-1")
        #expect(
            codes { figure.check(&$0) } == [
                "/value value_outside_unit", "/previous/value value_outside_unit",
            ])
        figure.unit = .percentChange
        #expect(codes { figure.check(&$0) } == [])
    }

    @Test("every known flag is taken, any other is refused at its place with the one that was meant")
    func flags() throws {
        var figure = FigureDraft(report: .id(1), name: "N", unit: .count, value: .zero, valueText: "nil")
        figure.flags = FigureDraft.knownFlags
        #expect(codes { figure.check(&$0) } == [])
        figure.flags = ["caveat", "cavaet", "unlabelled", "xyzzy", "Caveat"]
        let found = problems { figure.check(&$0) }
        #expect(found.map(\.pointer) == ["/flags/1", "/flags/3", "/flags/4"])
        #expect(found.map(\.suggestion) == ["caveat", nil, "caveat"])
        #expect(found.allSatisfy { $0.code == "choice_unknown" && $0.allowed == FigureDraft.knownFlags })
    }

    @Test("problems keep their order, and a missing one adds nothing")
    func gathered() {
        var problems = Problems()
        #expect(problems.count == 0 && !problems.hasErrors)
        problems.add(nil)
        #expect(problems == Problems())
        problems.add("/b", "second", "S.")
        problems.add(ValidationProblem(pointer: "/a", code: "first", message: "F."))
        #expect(problems.all.map(\.code) == ["second", "first"])
        #expect(problems.count == 2)
    }

    @Test("a warning alone is no error")
    func warnings() {
        var problems = Problems()
        problems.add(ValidationProblem(pointer: "", code: "odd", severity: .warning, message: "O."))
        #expect(problems.count == 1 && !problems.hasErrors)
        problems.add("", "wrong", "W.")
        #expect(problems.hasErrors)
    }

    @Test(
        "a pointer seen from further out begins with the way there, and nothing else changes",
        arguments: [
            ("", "", ""), ("/value", "", "/value"), ("", "/figures/0", "/figures/0"),
            ("/previous/value", "/figures/12", "/figures/12/previous/value"),
            ("/a~1b/~0", "/x", "/x/a~1b/~0"),
        ])
    func pointers(inner: String, prefix: String, outer: String) {
        let problem = ValidationProblem(
            pointer: inner, code: "c", severity: .warning, message: "M.", allowed: ["x", "y"], suggestion: "x"
        )
        let moved = ValidationProblem(
            pointer: outer, code: "c", severity: .warning, message: "M.", allowed: ["x", "y"], suggestion: "x"
        )
        #expect(problem.moved(under: prefix) == moved)
        var record = Problems()
        record.add(problem)
        var whole = Problems()
        whole.add("/first", "f", "F.")
        whole.add(record, under: prefix)
        #expect(whole.all.dropFirst() == [moved])
        #expect(whole.all.first?.pointer == "/first")
    }
}

import Domain

extension AreaDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let code = fields.requiredText("code", limit: 100)
        fields.describe("code", as: .code)
        let name = fields.requiredText("name", limit: 200)
        let kind = fields.requiredChoice("kind", AreaKind.self)
        let owner = fields.text("owner", limit: 200)
        let modelYear = fields.integer("modelYear", in: 1900...2999)
        guard let code, let name, let kind else { return nil }
        self.init(code: code, name: name, kind: kind, owner: owner, modelYear: modelYear)
        check(&fields.problems)
    }
}

extension IndicatorDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let code = fields.requiredText("code", limit: 100)
        fields.describe("code", as: .code)
        let name = fields.requiredText("name", limit: 300)
        let topic = fields.text("topic", limit: 200)
        let definition = fields.text("definition", limit: 4_000)
        let unit = fields.requiredChoice("unit", Unit.self)
        let polarity = fields.requiredChoice("polarity", Polarity.self)
        let decimals = fields.integer("decimals", in: 0...6)
        let officialSource = fields.text("officialSource", limit: 300)
        guard let code, let name, let unit, let polarity else { return nil }
        self.init(
            code: code, name: name, topic: topic, definition: definition, unit: unit, polarity: polarity,
            decimals: decimals ?? 0, officialSource: officialSource)
        check(&fields.problems)
    }
}

extension ObservationDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let indicator: Reference<IndicatorDraft>? = fields.requiredReference("indicator")
        let indicatorVersion: Reference<IndicatorVersionDraft>? = fields.reference("indicatorVersion")
        let area: Reference<AreaDraft>? = fields.requiredReference("area")
        let dimension = fields.text("dimension", limit: 300)
        let period = fields.requiredPeriod()
        let value = fields.decimal("value")
        let valueState = fields.choice("valueState", ValueState.self)
        let numerator = fields.decimal("numerator")
        let denominator = fields.decimal("denominator")
        let state = fields.choice("publicationState", PublicationState.self)
        let reason = fields.text("reason", limit: 2_000)
        guard let indicator, let area, let period else { return nil }
        self.init(
            indicator: indicator, indicatorVersion: indicatorVersion, area: area, dimension: dimension,
            period: period, value: value, valueState: valueState ?? .actual, numerator: numerator,
            denominator: denominator,
            isFinal: state == .final || state == .revised, reason: reason)
        check(&fields.problems)
    }
}

extension FieldReader {
    mutating func requiredPeriod() -> Period? {
        let period = nested("period") { Period(&$0) }
        if period == nil, isAbsent("period") {
            missing("period", "Give the period with its kind, start and end.")
        }
        return period
    }
}

extension Period {
    /// `{"kind", "start", "end"}`, of the shape its kind has.
    init?(_ fields: inout FieldReader) {
        let kind = fields.requiredChoice("kind", PeriodKind.self)
        let start = fields.day("start")
        let end = fields.day("end")
        if start == nil, fields.isAbsent("start") {
            fields.missing("start", "Give the first day of the period.")
        }
        if end == nil, fields.isAbsent("end") { fields.missing("end", "Give the last day of the period.") }
        guard let kind, let start, let end else { return nil }
        do throws(PeriodProblem) {
            try self.init(kind: kind, start: start, end: end)
        } catch {
            fields.problems.add("", "period_shape", error.message)
            return nil
        }
    }
}

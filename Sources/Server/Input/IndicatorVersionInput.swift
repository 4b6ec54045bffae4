import Domain

extension IndicatorVersionDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let indicator: Reference<IndicatorDraft>? = fields.requiredReference("indicator")
        let definition = fields.requiredText("definition", limit: 4_000)
        let numeratorDef = fields.text("numeratorDef", limit: 2_000)
        let denominatorDef = fields.text("denominatorDef", limit: 2_000)
        let denominatorSource = fields.text("denominatorSource", limit: 300)
        let decimals = fields.integer("decimals", in: 0...6)
        let officialSource = fields.text("officialSource", limit: 300)
        let validFrom = fields.day("validFrom")
        if validFrom == nil, fields.isAbsent("validFrom") {
            fields.missing("validFrom", "Give the first day on which the definition is valid.")
        }
        let validTo = fields.day("validTo")
        let comparable = fields.answer("comparableWithPrevious")
        guard let indicator, let definition, let validFrom else { return nil }
        self.init(
            indicator: indicator, definition: definition, numeratorDef: numeratorDef,
            denominatorDef: denominatorDef, denominatorSource: denominatorSource, decimals: decimals,
            officialSource: officialSource, validFrom: validFrom, validTo: validTo,
            comparableWithPrevious: comparable)
        check(&fields.problems)
    }
}

extension TargetDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let version: Reference<IndicatorVersionDraft>? = fields.requiredReference("indicatorVersion")
        let period = fields.requiredPeriod()
        let value = fields.decimal("value")
        if value == nil, fields.isAbsent("value") {
            fields.missing("value", "Give the value that is to be reached.")
        }
        let toleranceValue = fields.decimal("toleranceValue")
        let toleranceKind = fields.choice("toleranceKind", ToleranceKind.self)
        let setBy = fields.requiredText("setBy", limit: 200)
        let localOrNational = fields.requiredChoice("localOrNational", LocalOrNational.self)
        guard let version, let period, let value, let setBy, let localOrNational else { return nil }
        self.init(
            indicatorVersion: version, period: period, value: value, toleranceValue: toleranceValue,
            toleranceKind: toleranceKind, setBy: setBy, localOrNational: localOrNational)
        check(&fields.problems)
    }
}

import Domain

extension FigureDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let report: Reference<ReportDraft>? = fields.requiredReference("report")
        let indicator: Reference<IndicatorDraft>? = fields.reference("indicator")
        let area: Reference<AreaDraft>? = fields.reference("area")
        let pages = fields.pages()
        let line = fields.integer("line", in: 1...10_000_000)
        let name = fields.requiredText("name", limit: 300)
        let topic = fields.text("topic", limit: 200)
        let dimension = fields.text("dimension", limit: 300)
        let unit = fields.requiredChoice("unit", Unit.self)
        let value = fields.decimal("value")
        let valueText = fields.text("valueText", limit: 200)
        let valueState = fields.choice("valueState", ValueState.self)
        let approximation = fields.choice("approximate", Approximation.self)
        let period = fields.nested("period") { StatedPeriod(&$0) }
        let previous = fields.nested("previous") { PrintedValue(&$0) }
        let comparators = fields.list("comparators", limit: 50) { entry in
            let area: Reference<AreaDraft>? = entry.requiredReference("area")
            let printed = PrintedValue(&entry)
            return area.flatMap { area in printed.map { Comparator(area: area, printed: $0) } }
        }
        let statedDirection = fields.text("statedDirection", limit: 200)
        let quote = fields.text("quote", limit: 500)
        let flags = fields.texts("flags")
        let note = fields.text("note", limit: 1_000)
        let confidence = fields.choice("confidence", Confidence.self)
        guard let report, let name, let unit else { return nil }
        self.init(
            report: report, indicator: indicator, area: area, pages: pages, line: line, name: name,
            topic: topic,
            dimension: dimension, unit: unit, value: value, valueText: valueText,
            valueState: valueState ?? .actual, approximation: approximation, period: period,
            previous: previous,
            comparators: comparators, statedDirection: statedDirection, quote: quote, flags: flags,
            note: note,
            confidence: confidence ?? .high)
        check(&fields.problems)
    }
}

extension FigureLinkDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        self.init(indicator: fields.reference("indicator"))
    }
}

extension StatedPeriod {
    fileprivate init?(_ fields: inout FieldReader) {
        let text = fields.text("text", limit: 200)
        let basis = fields.choice("basis", PeriodBasis.self)
        guard let period = Period(&fields) else { return nil }
        self.init(period: period, text: text, basis: basis ?? .printed)
    }
}

extension PrintedValue {
    fileprivate init?(_ fields: inout FieldReader) {
        let value = fields.decimal("value")
        let valueText = fields.requiredText("valueText", limit: 200)
        let period = fields.nested("period") { StatedPeriod(&$0) }
        if value == nil, fields.isAbsent("value") {
            fields.missing("value", "Give the value printed beside it.")
        }
        guard let value, let valueText else { return nil }
        self.init(value: value, valueText: valueText, period: period)
    }
}

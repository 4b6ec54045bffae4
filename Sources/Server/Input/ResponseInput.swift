import Domain

extension ResponseDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let recommendation: Reference<RecommendationDraft>? = fields.requiredReference("recommendation")
        let outcome = fields.requiredChoice("outcome", ResponseOutcome.self)
        let reasons = fields.text("reasons", limit: 4_000)
        let decidedBy = fields.requiredText("decidedBy", limit: 200)
        let decidedOn = fields.day("decidedOn")
        if decidedOn == nil, fields.isAbsent("decidedOn") {
            fields.missing("decidedOn", "Give the day of the response.")
        }
        let leadOfficerRole = fields.text("leadOfficerRole", limit: 200)
        let targetOn = fields.day("targetOn")
        let publishedOn = fields.day("publishedOn")
        guard let recommendation, let outcome, let decidedBy, let decidedOn else { return nil }
        self.init(
            recommendation: recommendation, outcome: outcome, reasons: reasons, decidedBy: decidedBy,
            decidedOn: decidedOn, leadOfficerRole: leadOfficerRole, targetOn: targetOn,
            publishedOn: publishedOn)
        check(&fields.problems)
    }
}

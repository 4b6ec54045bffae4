import Domain

extension RecommendationDraft: ReadableDraft {
    init?(_ fields: inout FieldReader, _ context: ReadingContext) {
        let panel = context.panel ?? fields.requiredReference("panel")
        let meeting = context.meeting ?? fields.reference("meeting")
        let item: Reference<AgendaItemDraft>? = fields.reference("item")
        let decision: Reference<DecisionDraft>? = fields.reference("decision")
        let follows: Reference<RecommendationDraft>? = fields.reference("follows")
        let municipalYear = fields.requiredText("municipalYear", limit: 50)
        let ref = fields.requiredText("ref", limit: 50)
        let text = fields.requiredText("text", limit: 4_000)
        let addressee = fields.requiredText("addressee", limit: 200)
        let noticeSentOn = fields.day("noticeSentOn")
        let receivedOn = fields.day("receivedOn")
        let progressJudgement = fields.choice("progressJudgement", ProgressJudgement.self)
        guard let panel, let municipalYear, let ref, let text, let addressee else { return nil }
        self.init(
            panel: panel, meeting: meeting, item: item, decision: decision, follows: follows,
            municipalYear: municipalYear, ref: ref, text: text, addressee: addressee,
            noticeSentOn: noticeSentOn, receivedOn: receivedOn, progressJudgement: progressJudgement)
        check(&fields.problems)
    }
}

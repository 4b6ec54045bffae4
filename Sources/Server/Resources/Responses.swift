import Domain
import Store

extension Resource {
    /// The public sees a response from the day on which it was published.
    static let responses = Resource(
        path: "responses", noun: "response",
        about: "The executive's answer to a recommendation.",
        table: "responses",
        source: """
            responses AS record JOIN recommendations AS recommendation ON recommendation.id = record.recommendation_id
            JOIN panels AS panel ON panel.id = recommendation.panel_id
            """,
        fields: [
            .reference(
                "recommendation", to: "recommendations", id: "record.recommendation_id",
                label: "recommendation.ref"
            ).always
                .filtered(.reference(id: "record.recommendation_id", key: nil))
                .filtered(by: [
                    Filter("panel", .reference(id: "recommendation.panel_id", key: "panel.slug")),
                    Filter("meeting", .reference(id: "recommendation.meeting_id", key: nil)),
                    Filter("municipalYear", .text("recommendation.municipal_year")),
                ]).writable,
            .text("outcome", "record.outcome").always.filtered(
                .choice("record.outcome", ResponseOutcome.names)
            )
            .sorted().writable,
            .text("reasons", "record.reasons").filtered(.text("record.reasons")).writable,
            .text("decidedBy", "record.decided_by").always.filtered(.text("record.decided_by")).sorted()
                .writable,
            .text("decidedOn", "record.decided_on").always.filtered(.day("record.decided_on")).sorted()
                .writable,
            .text("leadOfficerRole", "record.lead_officer_role").filtered(.text("record.lead_officer_role"))
                .writable,
            .text("targetOn", "record.target_on").filtered(.day("record.target_on")).sorted().writable,
            .text("publishedOn", "record.published_on").filtered(.day("record.published_on")).sorted()
                .writable,
        ],
        order: [Query.Order("record.decided_on", descending: true)],
        publicCondition: .fixed("record.published_on <= date('now')"),
        writing: Writing(
            ResponseDraft.self,
            example: """
                {"recommendation":1,"outcome":"accepted","decidedBy":"Cabinet","decidedOn":"2018-12-14"}
                """))
}

import Domain
import Store

extension Resource {
    static let panels = Resource(
        path: "panels", noun: "panel",
        about:
            "A body of the council that scrutinises: an overview and scrutiny panel, a performance board, a task and finish group.",
        table: "panels",
        source: "panels AS record LEFT JOIN panels AS successor ON successor.id = record.successor_id",
        key: "record.slug",
        fields: [
            .text("slug", "record.slug").always.filtered(.text("record.slug")).sorted().writable,
            .text("name", "record.name").always.filtered(.text("record.name")).sorted().writable,
            .text("kind", "record.kind").always.filtered(.choice("record.kind", PanelKind.names)).writable,
            .text("council", "record.council").always.filtered(.text("record.council")).sorted().writable,
            .flag("coversEducation", "record.covers_education").always.filtered(
                .flag("record.covers_education")
            )
            .writable,
            .text("activeFrom", "record.active_from").filtered(.day("record.active_from")).writable,
            .text("activeTo", "record.active_to").filtered(.day("record.active_to")).writable,
            .flag("substitutesAllowed", "record.substitutes_allowed").filtered(
                .flag("record.substitutes_allowed")
            ).writable,
            .reference("successor", to: "panels", id: "successor.id", label: "successor.name")
                .filtered(.reference(id: "successor.id", key: "successor.slug")).writable,
        ],
        order: [Query.Order("record.name")],
        expansions: [
            Expansion(name: "seats", collection: "seats", parent: "record.panel_id"),
            Expansion(name: "meetings", collection: "meetings", parent: "record.panel_id"),
            Expansion(name: "reports", collection: "reports", parent: "meeting.panel_id"),
            Expansion(name: "actions", collection: "actions", parent: "record.panel_id"),
            Expansion(name: "recommendations", collection: "recommendations", parent: "record.panel_id"),
        ],
        writing: Writing(
            PanelDraft.self,
            example: """
                {"slug":"adults-and-health","name":"Adults and Health Overview and Scrutiny Panel","kind":"scrutiny_panel",
                "council":"Worcestershire County Council","coversEducation":false}
                """))

    static let people = Resource(
        path: "people", noun: "person",
        about: "Somebody who sits on a panel, in public office.",
        table: "people", source: "people AS record",
        fields: [
            .text("name", "record.name").always.filtered(.text("record.name")).sorted().writable,
            .text("sortName", "record.sort_name").always.filtered(.text("record.sort_name")).sorted()
                .writable,
            .flag("isExecutiveMember", "record.is_executive_member").always.filtered(
                .flag("record.is_executive_member")
            ).writable,
        ],
        order: [Query.Order("record.sort_name")],
        expansions: [
            Expansion(name: "seats", collection: "seats", parent: "record.person_id"),
            Expansion(name: "attendance", collection: "attendance", parent: "record.person_id"),
            Expansion(name: "namedVotes", collection: "named-votes", parent: "record.person_id"),
        ],
        writing: Writing(
            PersonDraft.self,
            example: """
                {"name":"A N Other","sortName":"Other, A N"}
                """))

    static let seats = Resource(
        path: "seats", noun: "seat",
        about: "A place on a panel, with who holds it; a seat may be vacant.",
        table: "seats",
        source: """
            seats AS record JOIN panels AS panel ON panel.id = record.panel_id
            LEFT JOIN people AS person ON person.id = record.person_id
            """,
        fields: [
            .reference("panel", to: "panels", id: "record.panel_id", label: "panel.name").always
                .filtered(.reference(id: "record.panel_id", key: "panel.slug")).writable,
            .integer("position", "record.position").always.filtered(.integer("record.position")).sorted()
                .writable,
            .text("kind", "record.kind").always.filtered(.choice("record.kind", SeatKind.names)).writable,
            .flag("isVacant", "record.person_id IS NULL").always.filtered(.absence("record.person_id")),
            .reference("person", to: "people", id: "record.person_id", label: "person.name")
                .filtered(.reference(id: "record.person_id", key: "person.name")).writable,
            .flag("isChair", "record.is_chair").always.filtered(.flag("record.is_chair")).writable,
            .flag("isViceChair", "record.is_vice_chair").always.filtered(.flag("record.is_vice_chair"))
                .writable,
            .text("displayTitle", "record.display_title").filtered(.text("record.display_title")).writable,
            .text("matters", "record.matters").writable,
            .text("politicalGroup", "record.political_group").filtered(.text("record.political_group"))
                .writable,
            .text("heldFrom", "record.held_from").filtered(.day("record.held_from")).writable,
            .text("heldTo", "record.held_to").filtered(.day("record.held_to")).writable,
        ],
        order: [Query.Order("record.panel_id"), Query.Order("record.position")],
        writing: Writing(
            SeatDraft.self,
            example: """
                {"panel":"children-and-families","position":12,"kind":"councillor"}
                """))
}

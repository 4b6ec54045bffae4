package enum AreaKind: String, CaseIterable, Sendable {
    case county, country, region, district
    case neighbourGroup = "neighbour_group"
    case place, other
}

/// What a client may say about a place or group that values are measured in.
package struct AreaDraft: Equatable, Sendable {
    package var code: String
    package var name: String
    package var kind: AreaKind
    /// Who says which councils are neighbours, and in which year's model: groups change.
    package var owner: String?
    package var modelYear: Int?

    package init(
        code: String, name: String, kind: AreaKind, owner: String? = nil, modelYear: Int? = nil
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.owner = owner
        self.modelYear = modelYear
    }

    package func check(_ problems: inout Problems) {
        checkCode(code, at: "/code", noun: "code", &problems)
        guard kind != .neighbourGroup else { return }
        for (name, isGiven) in [("owner", owner != nil), ("modelYear", modelYear != nil)] where isGiven {
            problems.add(
                "/\(name)", "only_groups_have_owners",
                "Only a neighbour_group has an owner and a model year. Leave \(name) out.")
        }
    }
}

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

    package init(code: String, name: String, kind: AreaKind) {
        self.code = code
        self.name = name
        self.kind = kind
    }

    package func check(_ problems: inout Problems) { checkCode(code, at: "/code", noun: "code", &problems) }
}

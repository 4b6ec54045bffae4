/// What a client may say about a measure.
package struct IndicatorDraft: Equatable, Sendable {
    package var code: String
    package var name: String
    package var topic: String?
    package var definition: String?
    package var unit: Unit
    /// Required, without a default: nobody may guess whether more is better.
    package var polarity: Polarity
    package var decimals: Int
    package var officialSource: String?

    package init(
        code: String, name: String, topic: String? = nil, definition: String? = nil, unit: Unit,
        polarity: Polarity, decimals: Int = 0, officialSource: String? = nil
    ) {
        self.code = code
        self.name = name
        self.topic = topic
        self.definition = definition
        self.unit = unit
        self.polarity = polarity
        self.decimals = decimals
        self.officialSource = officialSource
    }

    package func check(_ problems: inout Problems) { checkCode(code, at: "/code", noun: "code", &problems) }
}

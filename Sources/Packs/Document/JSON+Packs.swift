import Domain
import JSON

extension JSONValue {
    static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    static func integer(_ number: Int?) -> JSONValue {
        number.map { .number(JSONNumber(Int64($0))) } ?? .null
    }
    static func decimal(_ value: ExactDecimal?) -> JSONValue {
        value.flatMap { JSONNumber($0.description) }.map { .number($0) } ?? .null
    }

    static func period(_ stated: StatedPeriod?) -> JSONValue {
        guard let stated else { return .null }
        return [
            "kind": .string(stated.period.kind.rawValue), "start": .string(stated.period.start.description),
            "end": .string(stated.period.end.description), "text": .text(stated.text),
            "basis": .string(stated.basis.rawValue),
        ]
    }

    /// `page` is the certain page; the first and the last that it can be stand beside it.
    static func pages(_ range: PageRange?) -> [(String, JSONValue)] {
        [
            ("page", .integer(range?.page)), ("pageFrom", .integer(range?.from)),
            ("pageTo", .integer(range?.to)),
        ]
    }

    static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        var object = JSONObject()
        for (name, value) in members { object[name] = value }
        return .object(object)
    }
}

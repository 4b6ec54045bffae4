import Domain
import JSON

/// Takes the members of one JSON object apart, and notes every problem instead of stopping at the first.
///
/// Each member that was asked for counts as known; what is left at the end is refused by name. A reader that describes
/// notes instead what it was asked for, so that the schema of a body is what its reader reads.
struct FieldReader {
    let object: JSONObject
    var problems = Problems()
    private var known: [String] = []
    /// Which members were asked for, by their places, and where the next one probably stands.
    private var isTaken: [Bool]
    private var next = 0
    /// What was asked for so far; nil when values are read.
    var description: InputDescription?

    init(_ object: JSONObject, describing description: InputDescription? = nil) {
        self.object = object
        isTaken = Array(repeating: false, count: object.count)
        self.description = description
    }

    /// Notes what a member may be, when the reader describes.
    mutating func describe(_ name: String, _ schema: @autoclosure () -> Schema) {
        guard let description, !description.members.contains(where: { $0.name == name }) else { return }
        self.description?.members.append((name, schema()))
    }

    /// The member, or nil when it is absent or null.
    mutating func value(_ name: String) -> JSONValue? {
        known.append(name)
        guard let place = object.place(of: name, near: next) else { return nil }
        isTaken[place] = true
        next = place + 1
        let value = object.members[place].value
        // Written out, because a literal nil would stand for JSON's null here.
        if value == .null { return .none }
        return value
    }

    /// Whether the member is left out or null.
    func isAbsent(_ name: String) -> Bool { object[name] ?? .null == .null }

    /// Text without white space at its ends. Empty text is refused: unknown is null or left out.
    mutating func text(_ name: String, limit: Int = 500) -> String? {
        describe(name, .text(limit: limit))
        guard let value = value(name) else { return nil }
        guard case .string(let raw) = value else { return refuse(name, value, expected: "text") }
        let text = raw.trimmingWhitespace
        if text.isEmpty {
            problems.add(
                "/\(name)", "text_empty",
                "Leave \(name) out, or null, when there is none; do not send empty text.")
            return nil
        }
        if text.utf8.count > limit, text.unicodeScalars.count > limit {
            problems.add("/\(name)", "text_too_long", "\(name) has at most \(limit) characters.")
            return nil
        }
        if text.utf8.contains(where: { $0 < 32 && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\t") }) {
            problems.add("/\(name)", "text_invalid", "\(name) holds control characters. Remove them.")
            return nil
        }
        return text
    }

    /// Text that must be there; problems already say so when it is not.
    mutating func requiredText(_ name: String, limit: Int = 500) -> String? {
        let before = problems.count
        let text = text(name, limit: limit)
        if text == nil, problems.count == before { missing(name, "Give \(name).") }
        return text
    }

    mutating func flag(_ name: String, default fallback: Bool = false) -> Bool {
        describe(name, .flag)
        guard let value = value(name) else { return fallback }
        guard case .bool(let flag) = value else {
            refuse(name, value, expected: "true or false") as Never?
            return fallback
        }
        return flag
    }

    /// Yes, no, or nil where nobody has said.
    mutating func answer(_ name: String) -> Bool? {
        describe(name, .flag)
        guard let value = value(name) else { return nil }
        guard case .bool(let answer) = value else {
            return refuse(name, value, expected: "true, false or null")
        }
        return answer
    }

    mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        describe(name, .integer(in: Int64(range.lowerBound)...Int64(range.upperBound)))
        guard let value = value(name) else { return nil }
        guard case .number(let number) = value, let integer = number.int64.flatMap({ Int(exactly: $0) })
        else {
            return refuse(name, value, expected: "a whole number")
        }
        guard range.contains(integer) else {
            problems.add(
                "/\(name)", "number_out_of_range",
                "\(name) lies between \(range.lowerBound) and \(range.upperBound).")
            return nil
        }
        return integer
    }

    /// An exact decimal, as a JSON number or as text; either keeps its printed precision.
    mutating func decimal(_ name: String) -> ExactDecimal? {
        describe(name, .anyOf([.decimal, .printedDecimal]))
        guard let value = value(name) else { return nil }
        let text: String
        switch value {
        case .number(let number): text = number.text
        case .string(let string): text = string
        default: return refuse(name, value, expected: "a number")
        }
        guard let decimal = ExactDecimal(text) else {
            problems.add(
                "/\(name)", "number_invalid",
                "\(name) is a plain decimal number of at most 18 digits, such as 34.0; \"\(text)\" is not.")
            return nil
        }
        return decimal
    }

    mutating func day(_ name: String) -> CalendarDate? {
        describe(name, .day)
        guard let value = value(name) else { return nil }
        guard case .string(let text) = value else { return refuse(name, value, expected: "a day as text") }
        guard let day = CalendarDate(text) else {
            problems.add(
                "/\(name)", "date_invalid", "\(name) is a day such as 2018-09-14; \"\(text)\" is not one.")
            return nil
        }
        return day
    }

    /// A moment in British local time: with an offset, or without one as a clock in London shows it.
    mutating func moment(_ name: String) -> OffsetDateTime? {
        describe(name, .anyOf([.moment, .localTime]))
        guard let value = value(name) else { return nil }
        guard case .string(let text) = value else {
            return refuse(name, value, expected: "a date and time as text")
        }
        guard let moment = LondonTime.moment(text) else {
            problems.add(
                "/\(name)", "time_invalid",
                "\(name) is a date and time such as 2018-09-14T14:00:00+01:00 or 2018-09-14T14:00; \"\(text)\" is not one."
            )
            return nil
        }
        return moment
    }

    /// A word of a fixed vocabulary.
    mutating func choice<Word: RawRepresentable<String> & CaseIterable>(_ name: String, _ type: Word.Type)
        -> Word?
    {
        describe(name, .choice(Word.allCases.map(\.rawValue)))
        guard let value = value(name) else { return nil }
        guard case .string(let text) = value else { return refuse(name, value, expected: "text") }
        guard let word = Word(rawValue: text) else {
            unknownChoice(name, text, allowed: Word.allCases.map(\.rawValue))
            return nil
        }
        return word
    }

    mutating func requiredChoice<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ type: Word.Type
    ) -> Word? {
        let before = problems.count
        let word = choice(name, type)
        if word == nil, problems.count == before {
            let allowed = Word.allCases.map(\.rawValue)
            problems.add(
                ValidationProblem(
                    pointer: "/\(name)", code: "required",
                    message: "Give \(name): \(allowed.joined(separator: ", ")).",
                    allowed: allowed))
        }
        return word
    }

    /// Another record: its id as a number, its key as text, or an object with `id` as answers show it.
    mutating func reference<Record>(_ name: String) -> Reference<Record>? {
        describe(name, .component(OpenAPI.referenceInput))
        guard let value = value(name) else { return nil }
        switch value {
        case .number(let number):
            if let id = number.int64.flatMap({ Identifier<Record>($0) }) { return .id(id) }
        // Text is always a key: the item printed as "5" is not the record with the id 5.
        case .string(let key): if !key.isEmpty { return .key(key) }
        case .object(let object):
            if case .number(let number) = object["id"],
                let id = number.int64.flatMap({ Identifier<Record>($0) })
            {
                refuseOthers(in: object, of: name)
                return .id(id)
            }
        default: break
        }
        return refuse(name, value, expected: "an id, or the key of the record as text")
    }

    /// A reference is shown as `id`, `label` and `href`; anything else in it would be ignored.
    private mutating func refuseOthers(in object: JSONObject, of name: String) {
        let known = ["id", "label", "href"]
        for member in object.members where !known.contains(member.name) {
            problems.add(
                ValidationProblem(
                    pointer: "/\(name)/\(member.name.escapedForPointer)", code: "field_unknown",
                    message: "A reference has no member \"\(member.name)\".", allowed: known,
                    suggestion: nearestName(to: member.name, in: known)))
        }
    }

    mutating func requiredReference<Record>(_ name: String) -> Reference<Record>? {
        let before = problems.count
        let reference: Reference<Record>? = reference(name)
        if reference == nil, problems.count == before {
            missing(name, "Say which \(name) it is, by id or key.")
        }
        return reference
    }

    mutating func unknownChoice(_ name: String, _ text: String, allowed: [String]) {
        problems.add(
            ValidationProblem(
                pointer: "/\(name)", code: "choice_unknown",
                message: "\"\(text)\" is not a \(name). It is one of: \(allowed.joined(separator: ", ")).",
                allowed: allowed,
                suggestion: nearestName(to: text, in: allowed)))
    }

    mutating func missing(_ name: String, _ message: String) { problems.add("/\(name)", "required", message) }

    /// Refuses every member that nothing asked for, naming the nearest one that means something.
    mutating func finish() {
        for (member, isTaken) in zip(object.members, isTaken) where !isTaken {
            problems.add(
                ValidationProblem(
                    pointer: "/\(member.name.escapedForPointer)", code: "field_unknown",
                    message: "There is no field \"\(member.name)\" here.", allowed: known,
                    suggestion: nearestName(to: member.name, in: known)))
        }
    }

    @discardableResult
    private mutating func refuse<Answer>(_ name: String, _ value: JSONValue, expected: String) -> Answer? {
        problems.add("/\(name)", "type_wrong", "\(name) is \(expected), not \(value.kindName).")
        return nil
    }
}

extension String {
    /// The text without spaces, tabs and line ends around it.
    var trimmingWhitespace: String {
        // Most text begins and ends with a visible character of ASCII, and then there is nothing to do.
        let visible: ClosedRange<UInt8> = 0x21...0x7E
        if let first = utf8.first, let last = utf8.last, visible.contains(first), visible.contains(last) {
            return self
        }
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }

    /// The name as one step of a JSON Pointer (RFC 6901, section 3).
    var escapedForPointer: String {
        reduce(into: "") { text, character in
            switch character {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.append(character)
            }
        }
    }
}

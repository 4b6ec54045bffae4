import Domain
import JSON
import Store

/// A draft that can be read from JSON: one initialiser serves POST, PATCH and every row of an import.
protocol ReadableDraft: RecordDraft {
    /// Reads what it needs and notes every problem; nil when something required is missing or unreadable.
    init?(_ fields: inout FieldReader, _ context: ReadingContext)
}

/// What surrounds a record that is being read.
struct ReadingContext: Sendable {
    /// A new record typed in, a change to one that exists, or a row of a pack.
    enum Source: Sendable { case officer, change, pack }

    let source: Source
    /// In a pack, what stands above the rows: the panel and the meeting they belong to.
    var panel: Reference<PanelDraft>?
    var meeting: Reference<MeetingDraft>?
    /// In a pack, the place of the row in its list, from 1.
    var position = 1

    static let officer = ReadingContext(source: .officer)
}

/// How the records of a resource are made and changed.
struct Writing: Sendable {
    let read: @Sendable (inout FieldReader, ReadingContext) -> (any RecordDraft)?
    /// Whether clients also make and remove records; otherwise they only change what is there.
    let makesAndRemoves: Bool
    /// What an officer may send.
    let shape: InputShape
    /// A body that makes a record beside those of the sample, or changes one where none are made.
    let example: StaticString

    init<Draft: ReadableDraft>(_ type: Draft.Type, makesAndRemoves: Bool = true, example: StaticString) {
        self.makesAndRemoves = makesAndRemoves
        read = { fields, context in
            let draft = Draft(&fields, context)
            fields.finish()
            return fields.problems.hasErrors ? nil : draft
        }
        shape = InputDescription.of { _ = Draft(&$0, .officer) }
        self.example = example
    }
}

extension FieldReader {
    /// The place among its like, from 1; in a pack the rows stand in their order.
    mutating func place(_ context: ReadingContext) -> Int? {
        if context.source != .pack, isAbsent("position") {
            missing("position", "Say at which place it stands.")
        }
        return integer("position", in: 1...1_000) ?? (context.source == .pack ? context.position : nil)
    }

    /// First and last page of a pack; `page` alone is both.
    mutating func pages() -> PageRange? {
        let page = integer("page", in: 1...100_000)
        let from = integer("pageFrom", in: 1...100_000) ?? page
        let to = integer("pageTo", in: 1...100_000) ?? page ?? from
        guard from != nil || to != nil else { return nil }
        guard let from, let to, let range = PageRange(from: from, to: to) else {
            problems.add(
                "/pageFrom", "page_range_invalid",
                "pageFrom and pageTo are the first and the last page, in that order.")
            return nil
        }
        if let page, page != from || page != to {
            problems.add(
                "/page", "page_range_invalid",
                "page is the certain page, so pageFrom and pageTo are the same or left out.")
        }
        return range
    }

    /// The members of an inner object, read by `body`; its problems carry the member's pointer.
    mutating func nested<Answer>(_ name: String, _ body: (inout FieldReader) -> Answer?) -> Answer? {
        describe(name, InputDescription.of { _ = body(&$0) }.schema)
        guard let value = value(name) else { return nil }
        guard case .object(let object) = value else {
            problems.add("/\(name)", "type_wrong", "\(name) is an object, not \(value.kindName).")
            return nil
        }
        var inner = FieldReader(object)
        let answer = body(&inner)
        inner.finish()
        problems.add(inner.problems, under: "/\(name)")
        return inner.problems.hasErrors ? nil : answer
    }

    /// The elements of a list of objects, each read by `body`.
    mutating func list<Answer>(_ name: String, limit: Int, _ body: (inout FieldReader) -> Answer?) -> [Answer]
    {
        describe(name, .list(of: InputDescription.of { _ = body(&$0) }.schema, limit: limit))
        guard let value = value(name) else { return [] }
        guard case .array(let elements) = value else {
            problems.add("/\(name)", "type_wrong", "\(name) is a list, not \(value.kindName).")
            return []
        }
        guard elements.count <= limit else {
            problems.add("/\(name)", "list_too_long", "\(name) has at most \(limit) entries.")
            return []
        }
        var answers: [Answer] = []
        for (index, element) in elements.enumerated() {
            guard case .object(let object) = element else {
                problems.add("/\(name)/\(index)", "type_wrong", "Each entry of \(name) is an object.")
                continue
            }
            var inner = FieldReader(object)
            let answer = body(&inner)
            inner.finish()
            problems.add(inner.problems, under: "/\(name)/\(index)")
            if let answer { answers.append(answer) }
        }
        return answers
    }

    /// A list of texts.
    mutating func texts(_ name: String) -> [String] {
        describe(name, .list(of: .text))
        guard let value = value(name) else { return [] }
        guard case .array(let elements) = value else {
            problems.add("/\(name)", "type_wrong", "\(name) is a list, not \(value.kindName).")
            return []
        }
        return elements.enumerated().compactMap { index, element in
            if case .string(let text) = element { return text }
            problems.add("/\(name)/\(index)", "type_wrong", "Each entry of \(name) is text.")
            return nil
        }
    }
}

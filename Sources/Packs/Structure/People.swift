import Domain

/// One place on the panel as the agenda prints it.
struct SeatFacts: Sendable {
    var kind: SeatKind
    /// Nil where the seat is vacant.
    var person: String?
    var title: String?
    var limit: String?
    var group: String?
    var isChair = false
    var isViceChair = false
    var line: Int
}

/// Reads names from lists as councils print them: in one sentence, one to a line, with roles and groups in brackets.
enum People {
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord", "lady", "rev", "revd", "professor",
        "prof", "canon", "father", "reverend",
    ]
    private static let prefixes = [
        "councillors", "councillor", "cllrs", "cllr", "county councillor", "the worshipful", "members",
        "present",
    ]

    /// A name without "Councillor", and what stands in brackets behind it.
    static func entry(_ text: String) -> (name: String, notes: [String])? {
        var body = text.trimmed
        var notes: [String] = []
        while let open = body.firstIndex(of: "("), let close = body[open...].firstIndex(of: ")") {
            notes.append(String(body[body.index(after: open)..<close]).trimmed)
            body = (String(body[..<open]) + " " + String(body[body.index(after: close)...])).trimmed
        }
        if let open = body.firstIndex(of: "("), open > body.startIndex {
            body = String(body[..<open]).trimmed
        }
        // "Jane Smith - Chair"
        for dash in [" - ", " – "] {
            if let place = body.range(of: dash) {
                notes.append(String(body[place.upperBound...]).trimmed)
                body = String(body[..<place.lowerBound]).trimmed
            }
        }
        while let last = body.last, " .,;:".contains(last) { body.removeLast() }
        for chair in [" in the chair", " presiding"] where body.lowercased().hasSuffix(chair) {
            body = String(body.dropLast(chair.count)).trimmed
            notes.append("in the Chair")
        }
        var isStripped = true
        while isStripped {
            isStripped = false
            for prefix in prefixes
            where body.lowercased().hasPrefix(prefix + " ") || body.lowercased().hasPrefix(prefix + ".")
                || body.lowercased().hasPrefix(prefix + ":")
            {
                body = String(body.dropFirst(prefix.count + 1)).trimmed
                isStripped = true
            }
        }
        body = body.split(separator: " ").joined(separator: " ")
        return isName(body) ? (body, notes) : nil
    }

    /// Two to six words with capitals, of which one is a surname.
    static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (2...6).contains(words.count), text.utf8.count <= 60 else { return false }
        let particles: Set<String> = ["de", "van", "der", "von", "la", "le", "du", "al", "bin", "st"]
        guard
            words.allSatisfy({ word in
                guard let first = word.unicodeScalars.first else { return false }
                return (first.properties.isUppercase || particles.contains(word.lowercased()))
                    && !word.unicodeScalars.contains {
                        (48...57).contains($0.value) || "@/:&".unicodeScalars.contains($0)
                    }
            }), let last = words.last, last.count >= 2
        else { return false }
        return !words.contains { notNames.contains($0.lowercased().filter(\.isLetter)) }
    }

    private static let notNames: Set<String> = [
        "council", "committee", "panel", "board", "agenda", "minutes", "membership", "members", "councillors",
        "vacancy", "vacant", "item", "subject", "page",
        "church", "school", "parent", "governor", "governors", "representative", "representatives",
        "director", "officer", "officers", "the", "date", "time", "hall", "services", "report",
        "democratic", "scrutiny", "apologies", "absence", "declarations", "interest", "public", "group",
        "conservative", "labour", "liberal", "independent", "head", "manager", "cabinet",
        "education", "health", "children's", "childrens", "assistant", "lead", "team", "chief", "executive",
        "strategic", "service", "room", "street", "road", "county", "city", "voting", "non-voting",
        "co-opted", "coopted", "none", "also", "attendance", "present", "quorum", "substitutes", "contact",
    ]

    /// The entries of a list on one line, divided by commas, semicolons and the last "and"; brackets stay whole.
    static func divided(_ text: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var depth = 0
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(0, depth - 1) }
            if depth == 0, character == "," || character == ";" {
                parts.append(part)
                part = ""
            } else {
                part.append(character)
            }
        }
        parts.append(part)
        return parts.flatMap { splitAnd($0) }.map(\.trimmed).filter { !$0.isEmpty }
    }

    private static func splitAnd(_ text: String) -> [String] {
        let body = text.trimmed
        if body.hasPrefix("and ") { return [String(body.dropFirst(4))] }
        guard let place = body.range(of: " and ") else { return [body] }
        let left = String(body[..<place.lowerBound])
        let right = String(body[place.upperBound...])
        return [left, right]
    }

    /// The order of sorting: "Smith, J A".
    static func sortName(_ name: String) -> String {
        var words = name.split(separator: " ").map(String.init)
        while words.count > 1, titles.contains(words[0].lowercased().filter(\.isLetter)) {
            words.removeFirst()
        }
        // Letters behind a name, such as MBE, are no surname.
        while words.count > 2, let last = words.last, last.count >= 2, last == last.uppercased() {
            words.removeLast()
        }
        guard words.count > 1, let last = words.last else { return words.first ?? name }
        return "\(last), \(words.dropLast().joined(separator: " "))"
    }

    static func isChair(_ note: String) -> Bool {
        let lower = note.lowercased()
        return ["chair", "chairman", "chairwoman", "chairperson", "in the chair", "convenor"].contains(lower)
            || lower.hasPrefix("chair ") || lower.hasPrefix("chairman ") || lower.hasPrefix("chair of")
    }

    static func isViceChair(_ note: String) -> Bool {
        let lower = note.lowercased()
        return (lower.contains("vice") || lower.contains("deputy")) && lower.contains("chair")
    }

    private static let groups = [
        "labour", "lab", "conservative", "con", "liberal democrat", "liberal democrats", "lib dem", "ld",
        "green", "independent", "ind", "ukip", "reform", "reform uk", "labour and co-operative",
    ]

    static func isGroup(_ note: String) -> Bool {
        groups.contains(note.lowercased().replacing(" group", with: "").trimmed)
    }
}

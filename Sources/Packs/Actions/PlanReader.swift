/// Projects of a plan: workstreams under letters, projects with codes such as A1, the owner on a line in capitals.
struct PlanReader {
    struct Project: Sendable {
        let code: String
        let line: Int
        var text: String
        /// The owner's post; the name of a person is no owner.
        let owner: String?
    }

    static func read(_ lines: [TextLine], people text: PackText) -> [Project] {
        var projects: [Project] = []
        var owner: String?
        var stream: Character?
        var known: [String: String?] = [:]
        for line in lines where !line.isBlank && line.cells == nil {
            if let code = code(line.text) {
                guard
                    stream == nil || code.text.first == stream
                        || code.text.first.map({ $0.isUppercase }) == true
                else { continue }
                stream = code.text.first
                projects.append(Project(code: code.text, line: line.number, text: code.rest, owner: owner))
            } else if isStream(line.text) {
                stream = line.text.first
                owner = nil
            } else if isName(line.text) {
                // A plan has few owners; each is looked for once.
                if known[line.text] == nil, known.count < 40 {
                    known[line.text] = posts(of: line.text, in: text)
                }
                owner = known[line.text] ?? nil
            }
        }
        // A lone code is a reference; a plan has several.
        return projects.count >= 4 ? projects : []
    }

    /// `A1.`, `B12:`.
    private static func code(_ text: String) -> (text: String, rest: String)? {
        guard let space = text.firstIndex(of: " ") else { return nil }
        var head = String(text[..<space])
        guard let mark = head.last, mark == "." || mark == ":" else { return nil }
        head.removeLast()
        guard let letter = head.utf8.first, (65...90).contains(letter), head.utf8.count >= 2,
            head.utf8.count <= 4, head.utf8.dropFirst().allSatisfy({ (48...57).contains($0) })
        else { return nil }
        var rest = String(text[space...]).trimmed
        if rest.hasSuffix(":") { rest = String(rest.dropLast()) }
        return rest.utf8.count > 3 ? (head, rest) : nil
    }

    private static func isStream(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count > 6, (65...90).contains(bytes[0]), text == text.uppercased() else { return false }
        let rest = text.dropFirst().drop { $0 == " " }
        return rest.first == "-" || rest.first == "–"
    }

    /// Names in capitals on a line of their own, two with a stroke between.
    private static func isName(_ text: String) -> Bool {
        guard text == text.uppercased(), text.utf8.count < 60 else { return false }
        return text.split(separator: "/").allSatisfy {
            People.isName(
                $0.trimmed.lowercased().split(separator: " ").map { $0.capitalisedFirst }.joined(
                    separator: " "))
        }
    }

    /// The post that the text gives a name elsewhere: "Jane Smith, Director of Housing".
    private static func posts(of names: String, in text: PackText) -> String? {
        let found = names.split(separator: "/").compactMap { part -> String? in
            let name = part.trimmed.lowercased().split(separator: " ").map { $0.capitalisedFirst }.joined(
                separator: " ")
            for line in text.lines {
                guard let place = line.text.firstRange(of: name + ", ") else { continue }
                let rest = line.text[place.upperBound...]
                let tokens = Tokenizer.tokens(of: String(rest.prefix(120)))
                var words: [String] = []
                for token in tokens {
                    guard
                        token.isCapitalised && token.kind == .word
                            || ["of", "for", "and", ","].contains(token.key)
                    else { break }
                    words.append(token.key == "," ? "," : token.text)
                }
                while let last = words.last, [",", "and", "of", "for"].contains(last) { words.removeLast() }
                let post = words.joined(separator: " ").replacing(" ,", with: ",")
                if Posts.isPost(post) { return post }
            }
            return nil
        }
        return found.isEmpty ? nil : String(found.joined(separator: " / ").prefix(190))
    }
}

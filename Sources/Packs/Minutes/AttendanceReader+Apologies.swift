import Domain

/// Who sent apologies and who came instead, as sentences tell it.
extension AttendanceReader {
    /// "Apologies for absence were received from ..." and "Councillor A attended as substitute for Councillor B".
    static func addApologies(
        _ lines: [TextLine], to attenders: inout [MinutesFacts.Attender], seats: [SeatFacts]
    ) {
        var reader = AttendanceReader(seats: seats)
        reader.found = attenders
        for line in lines {
            let lower = ActionReader.withoutNumber(line.text).lowercased()
            if lower.hasPrefix("none") || lower.contains("no apologies") || lower.hasPrefix("there were no") {
                continue
            }
            for sentence in sentences(ActionReader.withoutNumber(line.text)) {
                reader.takeSentence(sentence, line.number)
            }
        }
        attenders = reader.found
    }

    private static let senders = [
        "received on behalf of", "submitted on behalf of", "received from", "submitted from", "on behalf of",
        "given by", "from",
    ]

    private mutating func takeSentence(_ sentence: String, _ line: Int) {
        let lower = sentence.lowercased()
        if lower.contains("substitut"), takeSubstitute(sentence, lower, line) { return }
        guard lower.contains("apolog") || People.entry(sentence) != nil else { return }
        // "Members were informed that, as the Chairman had given apologies, ..." names nobody who is away.
        guard !lower.contains("given apologies") || !lower.contains("informed") else { return }
        if let sent = lower.firstRange(of: " sent apologies") ?? lower.firstRange(of: " gave apologies") {
            take(
                String(sentence.prefix(lower.distance(from: lower.startIndex, to: sent.lowerBound))),
                .apologies, line)
            return
        }
        guard let cue = Self.senders.lazy.compactMap({ lower.firstRange(of: $0) }).first else { return }
        let names = String(sentence.dropFirst(lower.distance(from: lower.startIndex, to: cue.upperBound)))
        takeWithSubstitutes(names, line)
    }

    /// "Councillor Moring (substitute: Councillor Nelson) and Councillor Dent".
    private mutating func takeWithSubstitutes(_ names: String, _ line: Int) {
        for piece in People.divided(names) {
            let bare = piece.lowercased().hasPrefix("from ") ? String(piece.dropFirst(5)) : piece
            let lower = bare.lowercased()
            guard let open = bare.firstIndex(of: "("), let mark = lower.firstRange(of: "substitut"),
                lower.distance(from: lower.startIndex, to: mark.lowerBound)
                    > bare.distance(from: bare.startIndex, to: open)
            else {
                take(
                    names.lowercased().contains("councillor") && !lower.contains("councillor")
                        && Self.surname(bare, in: names) != nil ? "Councillor \(bare)" : bare, .apologies,
                    line)
                continue
            }
            let away = String(bare[..<open]).trimmed
            let inside = bare[bare.index(after: open)...].filter { $0 != ")" }
            take(
                away.lowercased().contains("c") && Self.surname(away, in: names) != nil
                    ? "Councillor \(away.replacing("Councillors ", with: "").replacing("Councillor ", with: ""))"
                    : away, .apologies, line)
            let name =
                inside.firstIndex(of: ":").map { String(inside[inside.index(after: $0)...]).trimmed }
                ?? inside.replacing("substituting", with: "").trimmed
            if let member = found.last?.name { addSubstitute(name, for: member, line) }
        }
    }

    /// "A substituted for B", "A attended the meeting as substitute for B", "A and B attended as substitutes".
    private mutating func takeSubstitute(_ sentence: String, _ lower: String, _ line: Int) -> Bool {
        let verbs = [
            " substituted for ", " as a substitute for ", " as substitute for ", " substituting for ",
            " as the substitute for ",
        ]
        guard verbs.contains(where: { lower.contains($0) }) else {
            guard lower.contains("as substitutes") || lower.contains("as a substitute"),
                !lower.contains("apolog")
            else { return false }
            // Who replaced whom is not said.
            let head = String(
                sentence.prefix(
                    lower.distance(
                        from: lower.startIndex,
                        to: lower.firstRange(of: " attended")?.lowerBound ?? lower.endIndex)))
            for piece in People.divided(head) {
                guard let name = (People.entry(piece) ?? Self.surname(piece, in: head))?.name,
                    !found.contains(where: { $0.name == name })
                else { continue }
                found.append(
                    .init(name: name, role: .otherMember, post: "Substitute", status: .present, line: line))
            }
            return true
        }
        // Several substitutes in one sentence are divided by semicolons.
        for part in sentence.split(separator: ";") {
            let text = String(part).trimmed
            let low = text.lowercased()
            guard let here = verbs.lazy.compactMap({ low.firstRange(of: $0) }).first else { continue }
            var who = String(text.prefix(low.distance(from: low.startIndex, to: here.lowerBound)))
            for cut in [" attended", " was in attendance", " was present", " acted"] {
                if let place = who.lowercased().firstRange(of: cut) {
                    who = String(
                        who.prefix(
                            who.lowercased().distance(from: who.lowercased().startIndex, to: place.lowerBound)
                        ))
                }
            }
            var whom = String(text.dropFirst(low.distance(from: low.startIndex, to: here.upperBound)))
            while let last = whom.last, ".,;".contains(last) { whom.removeLast() }
            guard let member = (People.entry(whom) ?? Self.surname(whom, in: sentence))?.name else {
                continue
            }
            addSubstitute(who, for: member, line)
            if !found.contains(where: { $0.name == member }) {
                append(member, [], .apologies, .apologies, line, isCouncillor: true)
            }
        }
        return true
    }

    private mutating func addSubstitute(_ printed: String, for member: String, _ line: Int) {
        guard let name = (People.entry(printed) ?? Self.surname(printed, in: "Councillor " + printed))?.name,
            name != member
        else { return }
        if let place = found.firstIndex(where: { $0.name == name }) {
            found[place].role = .substitute
            found[place].substituteFor = member
            found[place].post = nil
        } else {
            found.append(
                .init(
                    name: name, role: .substitute, post: nil, status: .present, substituteFor: member,
                    line: line))
        }
    }

    private static func sentences(_ text: String) -> [String] {
        let tokens = Tokenizer.tokens(of: text)
        let bytes = Array(text.utf8)
        return Sentences.ranges(of: tokens).map {
            String(
                decoding: bytes[tokens[$0.lowerBound].start..<tokens[$0.upperBound - 1].end], as: UTF8.self)
        }
    }
}

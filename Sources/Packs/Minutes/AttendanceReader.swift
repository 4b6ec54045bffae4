import Domain

/// Reads who came: lists under "Present", "Also in attendance" and "Apologies", in lines, sentences or a table.
struct AttendanceReader {
    private let seats: [SeatFacts]
    private var found: [MinutesFacts.Attender] = []
    private enum Part { case none, present, also, officers, apologies, absent }

    static func read(_ lines: [TextLine], seats: [SeatFacts]) -> [MinutesFacts.Attender] {
        var reader = AttendanceReader(seats: seats)
        reader.run(lines)
        return reader.found
    }

    private init(seats: [SeatFacts]) { self.seats = seats }

    private mutating func run(_ lines: [TextLine]) {
        var part = Part.none
        for line in lines {
            if line.isBlank { continue }
            if let cells = line.cells, takeRow(cells.map(\.trimmed), line.number) { continue }
            let text = line.cells.map { $0.joined(separator: " ") } ?? line.text
            // "Statutory Co-opted Members: ..."
            if let colon = text.firstIndex(of: ":"), text[..<colon].lowercased().contains("co-opt"),
                text.distance(from: text.startIndex, to: colon) < 60
            {
                takeCoopted(String(text[text.index(after: colon)...]), line.number)
                continue
            }
            if let next = Self.part(text) {
                part = next.part
                if !next.rest.isEmpty { take(next.rest, part, line.number) }
                continue
            }
            if Self.isEnd(text) { part = .none }
            if part != .none { take(text, part, line.number) }
        }
    }

    private mutating func takeCoopted(_ names: String, _ line: Int) {
        let before = found.count
        take(names, .present, line)
        for index in before..<found.count where found[index].role == .member { found[index].role = .coopted }
    }

    private static func part(_ text: String) -> (part: Part, rest: String)? {
        let lower = text.lowercased()
        let labels: [(String, Part)] = [
            ("also in attendance", .also), ("also present", .also), ("also attended", .also),
            ("in attendance", .also), ("officers in attendance", .officers),
            ("officers present", .officers), ("officers also present", .officers),
            ("officer attendance", .officers), ("officers", .officers), ("council officers", .officers),
            ("apologies for absence were", .apologies), ("apologies for absence", .apologies),
            ("apologies were", .apologies), ("apologies received", .apologies), ("apologies", .apologies),
            ("members present", .present), ("councillors present", .present), ("present", .present),
            ("attendance", .present), ("committee members present", .present),
            ("absent", .absent), ("members absent", .absent), ("cabinet members", .also),
            ("other members present", .also), ("other members in attendance", .also),
            ("other councillors present", .also),
            ("co-opted members", .present), ("co-opted member", .present), ("substitutes", .present),
            ("guests", .also), ("witnesses", .also), ("partners", .also),
        ]
        for (label, part) in labels.sorted(by: { $0.0.utf8.count > $1.0.utf8.count })
        where lower.hasPrefix(label) {
            var rest = String(text.dropFirst(label.count)).trimmed
            guard rest.isEmpty || ":-–".contains(rest.first ?? " ") || part == .apologies else { return nil }
            while let first = rest.first, ":-– ".contains(first) { rest = String(rest.dropFirst()) }
            if part == .apologies {
                for lead in [
                    "received from", "were received from", "received on behalf of", "given by", "from",
                    "were given by", "submitted by", "were submitted by",
                ] where rest.lowercased().hasPrefix(lead) {
                    rest = String(rest.dropFirst(lead.count)).trimmed
                    break
                }
            }
            return (part, rest)
        }
        return nil
    }

    private static func isEnd(_ text: String) -> Bool {
        let lower = text.lowercased()
        return lower.hasPrefix("the meeting ") || lower.hasPrefix("contact") || lower.hasPrefix("venue")
            || lower.hasPrefix("items") || lower.hasPrefix("available papers")
            || lower.hasPrefix("the members had before") || lower.hasPrefix("media")
    }

    /// A row of the table "Attendance details": name, role, "Present".
    private mutating func takeRow(_ cells: [String], _ line: Int) -> Bool {
        guard cells.count >= 2, let entry = People.entry(cells[0]),
            let last = cells.last(where: { !$0.isEmpty })?.lowercased()
        else { return false }
        let status: AttendanceStatus
        if last.hasPrefix("present") || last.hasPrefix("attended") || last.hasPrefix("in attendance")
            || last == "virtual"
        {
            status = .present
        } else if last.hasPrefix("apolog") {
            status = .apologies
        } else if last.hasPrefix("absent") {
            status = .absent
        } else if last.hasPrefix("expected") {
            status = .notRecorded
        } else {
            return false
        }
        let middle = cells.dropFirst().dropLast().joined(separator: " ")
        append(entry.name, entry.notes + [middle], Part.present, status, line)
        return true
    }

    private mutating func take(_ text: String, _ part: Part, _ line: Int) {
        let status: AttendanceStatus = part == .apologies ? .apologies : part == .absent ? .absent : .present
        var last: Int?
        for piece in People.divided(text) {
            // "Jane Smith, Director of Housing" is one person.
            if let index = last, Posts.isPost(piece), People.entry(piece) == nil || Self.isPostAlone(piece) {
                setPost(index, piece)
                continue
            }
            let bare = piece.lowercased().hasPrefix("from ") ? String(piece.dropFirst(5)) : piece
            guard let entry = People.entry(bare) ?? Self.surname(bare, in: text) else {
                // A post alone: "Head of Housing".
                if Posts.isPost(bare), part == .also || part == .officers, bare.utf8.count < 120 {
                    found.append(.init(name: nil, role: .officer, post: bare, status: status, line: line))
                }
                continue
            }
            let before = found.count
            append(
                entry.name, entry.notes, part, status, line,
                isCouncillor: Self.isCouncillor(piece) || Self.isCouncillor(text))
            last = found.count > before ? before : nil
        }
    }

    /// "Councillors Hill and Cooper": surnames alone.
    private static func surname(_ piece: String, in list: String) -> (name: String, notes: [String])? {
        guard list.lowercased().contains("councillor") || list.lowercased().contains("cllr") else {
            return nil
        }
        var body = piece.trimmed
        var notes: [String] = []
        while let last = body.last, ".,;".contains(last) { body.removeLast() }
        if body.lowercased().hasSuffix(" in the chair") {
            body = String(body.dropLast(13)).trimmed
            notes.append("in the Chair")
        }
        if let open = body.firstIndex(of: "("), let close = body.lastIndex(of: ")"), open < close {
            notes.append(String(body[body.index(after: open)..<close]))
            body = String(body[..<open]).trimmed
        }
        while let last = body.last, ".,;".contains(last) { body.removeLast() }
        for prefix in ["Councillors ", "Councillor ", "Cllrs ", "Cllr "] where body.hasPrefix(prefix) {
            body = String(body.dropFirst(prefix.count))
        }
        guard !body.contains(" "), body.utf8.count >= 3, body.first?.isUppercase == true,
            body.dropFirst().contains(where: \.isLowercase),
            body.allSatisfy({ $0.isLetter || "-'".contains($0) })
        else { return nil }
        return ("Councillor \(body)", notes)
    }

    private static func isCouncillor(_ text: String) -> Bool {
        let lower = text.lowercased()
        return lower.hasPrefix("cllr") || lower.hasPrefix("councillor")
    }

    private static func isPostAlone(_ text: String) -> Bool { Posts.isPost(text) }

    private mutating func setPost(_ index: Int, _ post: String) {
        guard found[index].role != .member, found[index].post == nil else { return }
        found[index].post = String(post.trimmed.prefix(190))
        let lower = post.lowercased()
        if found[index].role == .otherMember,
            ["executive member", "cabinet member", "portfolio"].contains(where: { lower.contains($0) })
        {
            found[index].role = .executiveMember
        }
        if found[index].role == .officer { found[index].name = nil }
    }

    private mutating func append(
        _ name: String, _ notes: [String], _ part: Part, _ status: AttendanceStatus, _ line: Int,
        isCouncillor: Bool = false
    ) {
        guard !found.contains(where: { $0.name == name }) else { return }
        var attender = MinutesFacts.Attender(name: name, role: .member, post: nil, status: status, line: line)
        let all = notes.joined(separator: " ").lowercased()
        let post = notes.first { Posts.isPost($0) && !People.isChair($0) && !People.isViceChair($0) }
        let seat = seats.first { $0.person.map { Self.isSame($0, name) } ?? false }
        if let place = all.firstRange(of: "substitut") {
            let rest = all[place.lowerBound...]
            if let forPlace = rest.firstRange(of: " for ") ?? rest.firstRange(of: " of ") {
                let replaced = String(rest[forPlace.upperBound...]).trimmed
                attender.substituteFor =
                    found.compactMap(\.name).first {
                        replaced.contains($0.lowercased().split(separator: " ").last.map(String.init) ?? "-")
                    } ?? Self.name(in: notes)
                if attender.substituteFor != nil { attender.role = .substitute }
            }
        }
        if attender.role != .substitute {
            if all.contains("cabinet member") || all.contains("executive member")
                || all.contains("portfolio holder")
            {
                attender.role = .executiveMember
            } else if let seat {
                attender.role = seat.kind == .councillor ? .member : .coopted
            } else if all.contains("co-opted") || all.contains("church") || all.contains("governor")
                || all.contains("diocese")
            {
                attender.role = .coopted
            } else if part == .present || (part == .apologies && (isCouncillor || post == nil))
                || part == .absent
            {
                attender.role = post != nil && !isCouncillor && part != .present ? .officer : .member
            } else if isCouncillor {
                attender.role = .otherMember
            } else {
                attender.role = .officer
            }
        }
        if let post, attender.role == .officer {
            attender.post = String(post.prefix(190))
            attender.name = nil
        }
        found.append(attender)
    }

    private static func name(in notes: [String]) -> String? {
        for note in notes {
            guard let place = note.firstRange(of: " for ") else { continue }
            return People.entry(String(note[place.upperBound...]))?.name
        }
        return nil
    }

    /// Names that differ in titles and initials only.
    static func isSame(_ left: String, _ right: String) -> Bool {
        left == right || People.sortName(left) == People.sortName(right)
    }

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

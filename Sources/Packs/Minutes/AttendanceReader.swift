import Domain

/// Reads who came: lists under "Present", "Also in attendance" and "Apologies", in lines, sentences or a table.
struct AttendanceReader {
    private let seats: [SeatFacts]
    var found: [MinutesFacts.Attender] = []
    enum Part { case none, present, substitutes, also, officers, apologies, absent }

    static func read(_ lines: [TextLine], seats: [SeatFacts]) -> [MinutesFacts.Attender] {
        var reader = AttendanceReader(seats: seats)
        reader.run(lines)
        return reader.found
    }

    init(seats: [SeatFacts]) { self.seats = seats }

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
            ("co-opted members", .present), ("co-opted member", .present), ("substitutes", .substitutes),
            ("substitute", .substitutes), ("substitute members", .substitutes),
            ("substitute member", .substitutes),
            ("apologies for absence and substitutions", .apologies),
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

    mutating func take(_ text: String, _ part: Part, _ line: Int) {
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
                // A post alone: "Head of Housing", in a sentence "the Head of Housing".
                let post = bare.lowercased().hasPrefix("the ") ? String(bare.dropFirst(4)) : bare
                if let partner = Self.partner(bare), part == .also {
                    found.append(.init(name: nil, role: .partner, post: partner, status: status, line: line))
                } else if Posts.isPost(post), [.also, .officers, .apologies].contains(part),
                    post.utf8.count < 120
                {
                    let name = post.hasSuffix(".") ? String(post.dropLast()) : post
                    found.append(.init(name: nil, role: .officer, post: name, status: status, line: line))
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

    /// "Mr A Deakin of Wendle Housing": the body that a guest comes from.
    private static func partner(_ text: String) -> String? {
        for joiner in [" of the ", " from the ", " of ", " from ", " representing "] {
            guard let place = text.firstRange(of: joiner),
                People.entry(String(text[..<place.lowerBound])) != nil
            else { continue }
            let body = String(text[place.upperBound...]).trimmed
            return body.first?.isUppercase == true && body.utf8.count <= 120 ? body : nil
        }
        return nil
    }

    /// "Councillors Hill and Cooper": surnames alone.
    static func surname(_ piece: String, in list: String) -> (name: String, notes: [String])? {
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

    static func isCouncillor(_ text: String) -> Bool {
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

    mutating func append(
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
        if part == .substitutes, let whom = Self.name(in: notes.map { " " + $0 }) {
            attender.role = .substitute
            attender.substituteFor = found.compactMap(\.name).first { Self.isSame($0, whom) } ?? whom
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
            } else if part == .present || part == .substitutes
                || (part == .apologies && (isCouncillor || post == nil))
                || part == .absent
            {
                attender.role = post != nil && !isCouncillor && part != .present ? .officer : .member
            } else if isCouncillor {
                attender.role = .otherMember
            } else {
                attender.role = .officer
            }
        }
        if let post, attender.role == .officer || attender.role == .executiveMember {
            attender.post = String(post.prefix(190))
            if attender.role == .officer { attender.name = nil }
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
}

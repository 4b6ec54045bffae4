import Domain
import Store

/// How the records of a resource stand in a calendar: the columns of an event.
struct CalendarEntry: Sendable {
    /// The moment in UTC, `2018-09-14T13:00:00Z`.
    let start: StaticString
    let summary: StaticString
    let location: StaticString
    let state: StaticString
    /// One text that says more.
    let description: StaticString

    /// What a query reads for each event, besides.
    var columns: [StaticString] {
        [
            "record.id", "record.version", "record.created_at", "record.updated_at", start, summary, location,
            state, description,
        ]
    }
}

/// A calendar under construction (RFC 5545): one event for each record.
///
/// An event keeps its UID for ever, its SEQUENCE counts the versions of the record, and what is cancelled stays in with
/// that state. Times are in UTC, which every program shows in the zone of its user. How long a meeting lasts nobody
/// knows beforehand, so there is no end.
struct CalendarWriter {
    private var bytes: [UInt8] = []

    init(name: String) {
        line("BEGIN", "VCALENDAR")
        line("VERSION", "2.0")
        line("PRODID", "-//Scrutiny//Scrutiny \(Version.number)//EN")
        line("CALSCALE", "GREGORIAN")
        line("METHOD", "PUBLISH")
        // What calendars show as the name: RFC 7986, section 5.1, and the older name of the same.
        line("NAME", Self.escaped(name))
        line("X-WR-CALNAME", Self.escaped(name))
    }

    /// Adds the record of the row; its columns are those of the entry.
    mutating func write(_ row: borrowing Row) {
        let created = Self.moment(row.text(2) ?? "")
        let updated = Self.moment(row.text(3) ?? "")
        let state = row.text(7) ?? ""
        let isCancelled = state == "cancelled" || state == "postponed"
        line("BEGIN", "VEVENT")
        // The moment it was made keeps databases of different councils apart.
        line("UID", "meeting-\(row.integer(0))-\(created)@scrutiny")
        line("SEQUENCE", "\(max(0, row.integer(1) - 1))")
        line("DTSTAMP", updated)
        line("CREATED", created)
        line("LAST-MODIFIED", updated)
        line("DTSTART", Self.moment(row.text(4) ?? ""))
        let summary = Self.escaped(row.text(5) ?? "")
        // Many programs do not show the status.
        line(
            "SUMMARY",
            isCancelled ? "\(state == "postponed" ? "Postponed" : "Cancelled"): \(summary)" : summary)
        if let location = row.text(6) { line("LOCATION", Self.escaped(location)) }
        line("STATUS", isCancelled ? "CANCELLED" : state == "planned" ? "TENTATIVE" : "CONFIRMED")
        if let description = row.text(8) { line("DESCRIPTION", Self.escaped(description)) }
        line("END", "VEVENT")
    }

    mutating func finish() -> [UInt8] {
        line("END", "VCALENDAR")
        return bytes
    }

    /// One content line, folded so that no piece has more than 75 octets and no character is cut (section 3.1).
    private mutating func line(_ name: StaticString, _ value: String) {
        var room = 75
        for character in ("\(name):" + value).unicodeScalars {
            let encoded = UTF8.encode(character)
            let count = encoded?.count ?? 0
            if count > room {
                bytes.append(contentsOf: "\r\n ".utf8)
                room = 74
            }
            if let encoded { bytes.append(contentsOf: encoded) }
            room -= count
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    /// Text as a value (section 3.3.11); control characters have no place in one.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, character in
            switch character {
            case "\\", ";", ",": escaped += "\\\(character)"
            case "\n": escaped += "\\n"
            default:
                if character.value >= 32, character.value != 127 { escaped.unicodeScalars.append(character) }
            }
        }
    }

    /// `2018-09-14T13:00:00Z` is `20180914T130000Z`.
    private static func moment(_ text: String) -> String { text.filter { $0 != "-" && $0 != ":" } }
}

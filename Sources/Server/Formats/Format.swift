import HTTP

/// A way in which a list is given out, chosen by a suffix of the path or by Accept.
enum Format: String, CaseIterable, Sendable {
    case json, ndjson, csv
    case calendar = "ics"
    case feed = "atom"

    /// The suffix on the last segment of a path: `.csv`.
    var suffix: String { rawValue }

    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .ndjson: "application/x-ndjson"
        case .csv: "text/csv"
        case .calendar: "text/calendar"
        case .feed: "application/atom+xml"
        }
    }

    /// The media type with its parameters, as answers carry it.
    var contentType: HeaderValue {
        switch self {
        case .json: "application/json"
        case .ndjson: "application/x-ndjson"
        case .csv: "text/csv; charset=utf-8; header=present"
        case .calendar: "text/calendar; charset=utf-8"
        case .feed: "application/atom+xml; charset=utf-8"
        }
    }

    /// The parameters that mean something in this format, besides the filters.
    var words: [String] { Self.words[self] ?? [] }

    private static let words = Dictionary(
        uniqueKeysWithValues: allCases.map { format in
            (format, ListWord.all.filter { $0.formats.contains(format) }.map(\.name))
        })

    /// How many records there are without a `limit`; nil for all of them.
    var standardLimit: Int? {
        switch self {
        case .json: 50
        case .ndjson, .csv: nil
        case .calendar: 1_000
        case .feed: 100
        }
    }

    /// Whether programs of readers come back for it by its address, as calendars and readers of feeds do.
    var isToSubscribe: Bool { self == .calendar || self == .feed }

    /// What `limit` may be.
    var limits: ClosedRange<Int> {
        switch self {
        case .json, .feed: 1...500
        case .calendar: 1...5_000
        case .ndjson, .csv: 1...1_000_000_000
        }
    }

    /// `meetings.csv` as `meetings` and the format; a name without a known suffix has none.
    static func split(_ segment: String) -> (name: String, format: Format?) {
        guard let dot = segment.lastIndex(of: "."),
            let format = Format(rawValue: String(segment[segment.index(after: dot)...]))
        else { return (segment, nil) }
        return (String(segment[..<dot]), format)
    }
}

extension Resource {
    /// The formats that lists of this collection can have; the first is what comes without a wish.
    var formats: [Format] {
        [.json, .ndjson, .csv] + (calendar == nil ? [] : [.calendar]) + (feed == nil ? [] : [.feed])
    }
}

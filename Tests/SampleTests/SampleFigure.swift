import Foundation

/// One printed value of the sample.
struct SampleFigure: Decodable {
    var report: String
    var page: Int?
    var pageFrom: Int
    var pageTo: Int
    var line: Int
    var indicator: String?
    var name: String
    var topic: String
    var area: String
    var dimension: String?
    var valueText: String?
    var value: Decimal?
    var valueState: String
    var approximate: String?
    var unit: String
    var period: SamplePeriod?
    var previous: Previous?
    var comparators: [Comparator]?
    var statedDirection: String?
    var quote: String?
    var flags: [String]
    var note: String?
    var confidence: String

    /// Where it stands, for a failed check.
    var place: String { "line \(line), \(name), \(valueText ?? "no value")" }

    /// What makes a figure the same statement as another one.
    var identity: String {
        let parts: [String?] = [
            report, "\(pageFrom)", "\(line)", indicator, name, dimension, period?.start, period?.end,
            period?.kind, valueText,
        ]
        return parts.map { $0 ?? "-" }.joined(separator: "|")
    }

    struct Previous: Decodable {
        var valueText: String
        var value: Decimal
        var period: SamplePeriod?
    }

    struct Comparator: Decodable {
        var area: String
        var valueText: String
        var value: Decimal
        var period: SamplePeriod?
    }
}

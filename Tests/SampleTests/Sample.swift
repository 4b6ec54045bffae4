import Foundation

/// The sample pack as the import document writes it, with the members that the checks read.
struct Sample: Decodable {
    var format: String
    var source: Source
    var council: Council
    var panel: Panel
    var people: [Person]
    var seats: [Seat]
    var meeting: Meeting
    var agendaItems: [AgendaItem]
    var reports: [Report]
    var areas: [Area]
    var indicators: [Indicator]
    var figures: [SampleFigure]
    var actions: [SampleAction]
    var terms: [Term]
    var lost: [Lost]

    static func load() throws -> Sample {
        try JSONDecoder().decode(Sample.self, from: Data(contentsOf: Checkout.sampleFile))
    }

    struct Source: Decodable {
        var system: String
        var ref: String
        var title: String
    }

    struct Council: Decodable {
        var name: String
    }

    struct Panel: Decodable {
        var slug: String
        var name: String
        var kind: String
        var coversEducation: Bool
    }

    struct Person: Decodable {
        var name: String
        var sortName: String
    }

    struct Seat: Decodable {
        var ref: String
        var kind: String
        var person: String?
        var isChair: Bool
        var isViceChair: Bool
        var displayTitle: String?
        var limit: String?
    }

    struct Meeting: Decodable {
        var startsAt: String
        var venue: String
        var kind: String
        var mode: String
        var agendaPublishedOn: String
        var participationDeadline: String
    }

    struct AgendaItem: Decodable {
        var printedNumber: String
        var position: Int
        var title: String
        var instruction: String?
        var pageFrom: Int?
        var pageTo: Int?
    }

    struct Report: Decodable {
        var ref: String
        var item: String
        var parent: String?
        var kind: String
        var label: String?
        var title: String
        var state: String
        var pageFrom: Int?
        var pageTo: Int?
        var backgroundPapers: String
        var pages: [Page]?
    }

    struct Page: Decodable {
        var pageFrom: Int
        var pageTo: Int
        var documentPage: Int?
        var textKind: String
        var text: String
    }

    struct Area: Decodable {
        var code: String
        var name: String
        var kind: String
    }

    struct Indicator: Decodable {
        var code: String
        var name: String
        var topic: String
        var unit: String
        var polarity: String
        var decimals: Int
    }

    struct Term: Decodable {
        var report: String
        var page: Int
        var line: Int
        var term: String
        var meaning: String
    }

    struct Lost: Decodable {
        var report: String
        var page: Int?
        var pageFrom: Int
        var pageTo: Int
        var line: Int
        var what: String
    }
}

import Domain
import JSON
import Store

/// Takes an import document apart into rows, collecting every problem with its pointer.
struct PackReader {
    var fields: FieldReader
    private var rows: [PackRow] = []
    private var context = ReadingContext(source: .pack)

    /// A pack of 200 pages has some thousand rows; a list beyond this is not a pack.
    private static let listLimit = 20_000

    init(_ object: JSONObject) { self.init(FieldReader(object)) }

    private init(_ fields: FieldReader) { self.fields = fields }

    /// What a pack may hold.
    static let shape = InputDescription.of { fields in
        var reader = PackReader(fields)
        _ = reader.read()
        fields = reader.fields
    }

    /// The pack, or nil when problems were found.
    mutating func read() -> Pack? {
        if let format = fields.requiredText("format"), format != Pack.format {
            fields.problems.add(
                "/format", "format_unknown", "This service reads the format \"\(Pack.format)\".")
        }
        fields.describe("format", as: .choice([Pack.format]))
        let source = fields.nested("source") { inner -> (system: String, ref: String)? in
            let system = inner.requiredText("system", limit: 200)
            let ref = inner.requiredText("ref", limit: 300)
            _ = inner.text("title")
            guard let system, let ref else { return nil }
            return (system, ref)
        }
        if source == nil, fields.isAbsent("source") {
            fields.missing("source", "Say with source.system and source.ref where the pack comes from.")
        }
        readPanelAndMeeting()
        readReports()
        readFacts()
        fields.finish()
        guard let source, !fields.problems.hasErrors else { return nil }
        return Pack(system: source.system, ref: source.ref, rows: rows)
    }

    private mutating func readPanelAndMeeting() {
        let council = fields.nested("council") { $0.requiredText("name", limit: 200) }
        let panel = fields.nested("panel") { inner -> PanelDraft? in
            // The council stands once, at the top of the document.
            inner.supply("council", council.map(JSONValue.string))
            return PanelDraft(&inner, ReadingContext(source: .pack))
        }
        if panel == nil, fields.isAbsent("panel") { fields.missing("panel", "Say which panel met.") }
        guard let panel else {
            // Without a panel nothing below has a place, but the rows are still read for their own problems.
            context.panel = .current
            readBusiness()
            return
        }
        rows.append(PackRow(collection: "panels", pointer: "/panel", ref: nil, draft: panel))
        context.panel = .key(panel.slug)
        readBusiness()
    }

    private mutating func readBusiness() {
        take("people", into: "people") { PersonDraft(&$0, $1) }
        take("seats", into: "seats", needsRef: true) { SeatDraft(&$0, $1) }
        let context = context
        let meeting = fields.nested("meeting") { MeetingDraft(&$0, context) }
        if meeting == nil, fields.isAbsent("meeting") {
            fields.missing("meeting", "Say which meeting the pack is for.")
        }
        if let meeting {
            rows.append(PackRow(collection: "meetings", pointer: "/meeting", ref: nil, draft: meeting))
        }
        self.context.meeting = .current
        take("agendaItems", into: "agenda-items") { AgendaItemDraft(&$0, $1) }
    }

    /// Reports, covering ones before their appendices, each followed by its pages.
    private mutating func readReports() {
        var pages: [PackRow] = []
        let first = rows.count
        take("reports", into: "reports", needsRef: true) { inner, context in
            let draft = ReportDraft(&inner, context)
            // The pages name their report by the reference it has in this pack.
            let report = Reference<ReportDraft>.key(inner.text("ref", limit: 300) ?? "")
            var number = -1
            let drafts = inner.list("pages", limit: Self.listLimit) { page -> (Int, ReportPageDraft)? in
                number += 1
                let place = number
                return ReportPageDraft(&page, of: report).map { (place, $0) }
            }
            pages += drafts.map { place, draft in
                PackRow(
                    collection: "report-pages", pointer: "/reports/\(context.position - 1)/pages/\(place)",
                    ref: nil,
                    draft: draft)
            }
            return draft
        }
        let reports = rows[first...]
        let isAppendix: (PackRow) -> Bool = { ($0.draft as? ReportDraft)?.parent != nil }
        rows.replaceSubrange(
            first..., with: reports.filter { !isAppendix($0) } + reports.filter(isAppendix) + pages)
    }

    private mutating func readFacts() {
        take("areas", into: "areas") { AreaDraft(&$0, $1) }
        take("indicators", into: "indicators") { IndicatorDraft(&$0, $1) }
        take("figures", into: "figures") { FigureDraft(&$0, $1) }
        take("actions", into: "actions", needsRef: true) { ActionDraft(&$0, $1) }
        take("terms", into: "terms") { TermDraft(&$0, $1) }
        take("lost", into: "report-pages") { fields, _ in ReportPageDraft(lost: &fields) }
        take("attendance", into: "attendance") { AttendanceDraft(&$0, $1) }
        take("declarations", into: "declarations") { DeclarationDraft(&$0, $1) }
        take("decisions", into: "decisions") { DecisionDraft(&$0, $1) }
        // What `scrutiny read` notes for people beside the records.
        for name in ["reading", "unread", "summary"] { _ = fields.value(name) }
    }

    /// Reads one list of the document, each of its objects by `read`.
    ///
    /// - Parameter needsRef: whether the pack must name each record, because nothing else would find it again.
    private mutating func take(
        _ name: String, into collection: StaticString, needsRef: Bool = false,
        _ read: (inout FieldReader, ReadingContext) -> (any RecordDraft)?
    ) {
        var index = -1
        let context = context
        rows += fields.list(name, limit: Self.listLimit) { inner -> PackRow? in
            index += 1
            var here = context
            here.position = index + 1
            let ref = needsRef ? inner.requiredText("ref", limit: 300) : inner.text("ref", limit: 300)
            let draft = read(&inner, here)
            return draft.map {
                PackRow(collection: collection, pointer: "/\(name)/\(index)", ref: ref, draft: $0)
            }
        }
    }
}

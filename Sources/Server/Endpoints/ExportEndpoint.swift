import Domain
import Gzip
import HTTP
import Store

/// Lists in formats that are not pages: exports of every record, calendars and feeds.
extension LoopHandler {
    /// Exports that stay below this are made at once; larger ones are streamed.
    private static let wholeSize = 512 << 10
    /// How often a filter that lets little through is looked for more before the client gets its first bytes.
    private static let stepLimit = 8
    /// What can be sorted, or read from the past, is made at once and must fit.
    private static let sortedLimit = 5_000
    private static let sortedSize = 16 << 20

    func export(
        _ listing: Listing, _ parameters: ListParameters, _ description: Description, for caller: Caller,
        _ request: Request, _ response: inout Response
    ) throws(Problem) -> Handling {
        var query = parameters.representation.query
        query.conditions += parameters.conditions + listing.restriction
        let isCompressed = AcceptField.takesGzip(request.header("accept-encoding"))
        let streamTag = streamTag(of: listing, description, for: caller)?.text(isCompressed: isCompressed)
        if let streamTag, let known = request.header("if-none-match"),
            EntityTag.matches(streamTag, known, weakly: true), known.trimmingWhitespace != "*"
        {
            describe(description, for: caller, &response)
            _ = try isSettled(streamTag, request, &response)
            return .answered
        }
        let encoder = RowEncoder(parameters.representation, as: parameters.format)
        let name = "\(listing.resource.path).\(parameters.format.suffix)"
        response.setData(.contentDisposition, "attachment; filename=\"\(name)\"")
        var body = response.takeBody()
        encoder.begin(marksOrder: parameters.marksOrder, in: &body)
        if parameters.isSorted || parameters.moment != nil {
            query.order = parameters.order
            try write(query, parameters.limit, encoder, to: &body)
            response.body = body
            try finish(&response, for: caller, request, description)
            return .answered
        }
        let logger = services
        let id = request.id
        let export = Export(
            query, of: listing.resource.table, encoder, limit: parameters.limit, reader: reader
        ) {
            _ = logger.problem(for: $0, of: id)
        }
        for _ in 0..<Self.stepLimit where body.count < Self.wholeSize {
            let goesOn = try stored { () throws(StoreError) in try export.step(into: &body) }
            if goesOn { continue }
            response.body = body
            try finish(&response, for: caller, request, description)
            return .answered
        }
        describe(description, for: caller, &response)
        if let streamTag, try isSettled(streamTag, request, &response) { return .answered }
        export.stream(behind: body, compressed: isCompressed)
        if export.isCompressed { response.set(.contentEncoding, "gzip") }
        return .streaming(export)
    }

    /// What is too long to be hashed before it is sent has a tag of the point of the change log, where the client may
    /// know of every change to the collection; otherwise it has none.
    private func streamTag(of listing: Listing, _ description: Description, for caller: Caller) -> EntityTag?
    {
        guard let place = description.place,
            caller.audience == .officer || listing.resource.publicCondition == nil
        else { return nil }
        let moment = place.moment
        // Salted, so that nobody reads the number of changes out of it.
        return EntityTag(of: Array("\(services.tags.salt) \(place.key) \(moment.change) \(moment.hour)".utf8))
    }

    /// Writes all records of the query, which must not be more than can be held at once.
    private func write(
        _ query: Query, _ limit: Int?, _ encoder: RowEncoder, to body: inout [UInt8]
    ) throws(Problem) {
        var query = query
        query.limit = min(limit ?? .max, Self.sortedLimit) + 1
        var count = 0
        var isTooLarge = false
        try stored { () throws(StoreError) in
            try reader.walk(query) { (row) throws(StoreError) -> Bool in
                if count == limit { return false }
                isTooLarge = count == Self.sortedLimit || body.count > Self.sortedSize
                if isTooLarge { return false }
                try encoder.write(row, with: reader, to: &body)
                count += 1
                return true
            }
        }
        guard isTooLarge else { return }
        throw .parameters([
            ProblemEntry(
                .parameter("sort"), "export_too_large",
                "With sort or asOf an export has at most \(Self.sortedLimit) records and \(Self.sortedSize >> 20) MiB. Leave both out, use filters, or give a limit."
            )
        ])
    }

    func writeCalendar(
        of listing: Listing, _ parameters: ListParameters, _ response: inout Response
    ) throws(Problem) {
        guard let entry = listing.resource.calendar else { throw .notAcceptable(listing.resource.formats) }
        var calendar = CalendarWriter(name: try title(of: listing))
        try read(entry.columns, listing.resource.defaultOrder, of: listing, parameters) { calendar.write($0) }
        response.setData(
            .contentDisposition, "attachment; filename=\"\(listing.resource.path).\(Format.calendar.suffix)\""
        )
        response.body = calendar.finish()
    }

    func writeFeed(
        of listing: Listing, _ parameters: ListParameters, _ request: Request, _ response: inout Response
    ) throws(Problem) {
        guard let entry = listing.resource.feed else { throw .notAcceptable(listing.resource.formats) }
        let title = try title(of: listing)
        var feed = FeedWriter(
            title: title, author: try ownerName(of: listing) ?? "Overview and Scrutiny",
            of: listing.resource.path, at: request.targetText)
        let order = [Query.Order("record.updated_at", descending: true)]
        try read(entry.columns, order, of: listing, parameters) { feed.write($0) }
        response.body = feed.finish()
    }

    private func read(
        _ columns: [StaticString], _ order: [Query.Order], of listing: Listing, _ parameters: ListParameters,
        _ write: (borrowing Row) -> Void
    ) throws(Problem) {
        var query = parameters.representation.query
        query.columns = columns
        query.conditions += parameters.conditions + listing.restriction
        query.order = order + [Query.Order("record.id", descending: order.last?.isDescending ?? false)]
        query.limit = parameters.pageSize
        try stored { () throws(StoreError) in try reader.read(query) { row in write(row) } }
    }

    /// `Meetings: Children and Families Overview and Scrutiny Panel`.
    private func title(of listing: Listing) throws(Problem) -> String {
        let name = listing.resource.path.text
        let kind = name.prefix(1).uppercased() + name.dropFirst()
        return try ownerName(of: listing).map { "\(kind): \($0)" } ?? kind
    }

    /// What the record is called whose members are listed.
    private func ownerName(of listing: Listing) throws(Problem) -> String? {
        guard let (owner, id) = listing.owner else { return nil }
        guard let field = owner.fields.first(where: { ["name", "title"].contains($0.name.text) }) else {
            return "\(owner.noun) \(id)"
        }
        let query = Query(
            columns: field.columns, from: owner.source,
            conditions: [.compare("record.id", .equal, [.integer(id)])], order: [])
        var name: String?
        try stored { () throws(StoreError) in try reader.read(query) { row in name = row.text(0) } }
        return name
    }
}

import Domain
import Gzip
import HTTP
import Store

/// What every answer to a GET carries, and the conditions under which it is not sent (RFC 9110, section 13).
extension LoopHandler {
    /// How an answer is described to the client and to caches.
    struct Description {
        var type: HeaderValue = "application/json"
        /// Whether Accept had a say: it has none where the path names the format.
        var variesByAccept = true
        /// Of the record that is shown, if it is one.
        var version: Int64?
        var lastModified: String?
        /// Where its tag is remembered.
        var place: TagPlace?
    }

    /// An address as one audience sees it, at the present point of the change log.
    struct TagPlace {
        let key: String
        let moment: TagMemory.Moment
    }

    /// Shorter bodies are not worth compressing: they fit one packet anyway.
    private static let longBody = 1_024

    func tagPlace(_ request: Request, for caller: Caller, as format: Format = .json) throws(Problem)
        -> TagPlace
    {
        let change = try stored { () throws(StoreError) in try reader.lastChange() }
        let audience = caller.audience == .officer ? "officer" : "public"
        return TagPlace(
            key: "\(audience) \(format.rawValue) \(request.targetText)",
            moment: TagMemory.Moment(change: change, hour: services.clock().seconds / 3_600))
    }

    /// Answers with 304 when the client has what this address gave at the same point of the change log.
    func isAnsweredFromMemory(
        _ description: Description, for caller: Caller, _ request: Request, _ response: inout Response
    ) -> Bool {
        guard let list = request.header("if-none-match"), let place = description.place,
            let entry = services.tags.entry(place.key, at: place.moment)
        else { return false }
        let isCompressed = entry.isLong && AcceptField.takesGzip(request.header("accept-encoding"))
        let tag = entry.tag.text(isCompressed: isCompressed)
        guard EntityTag.matches(tag, list, weakly: true) else { return false }
        describe(description, for: caller, &response)
        if let lastModified = entry.lastModified { response.setData(.lastModified, lastModified) }
        response.setData(.etag, tag)
        response.status = .notModified
        return true
    }

    /// Completes the answer: its fields, its tag, and 304, 412 or a compressed body where the request asks for them.
    func finish(
        _ response: inout Response, for caller: Caller, _ request: Request,
        _ description: Description = Description()
    ) throws(Problem) {
        describe(description, for: caller, &response)
        let tag = EntityTag(of: response.body, version: description.version)
        let isLong = response.body.count >= Self.longBody
        let lastModified = description.lastModified.flatMap { OffsetDateTime($0) }
            .map { DateField.text($0.instant.seconds) }
        if let place = description.place {
            services.tags.keep(
                TagMemory.Entry(
                    moment: place.moment, tag: tag, isLong: isLong, lastModified: lastModified), place.key)
        }
        if let lastModified { response.setData(.lastModified, lastModified) }
        let isCompressed = isLong && AcceptField.takesGzip(request.header("accept-encoding"))
        if try isSettled(tag.text(isCompressed: isCompressed), request, &response) { return }
        if isCompressed, let compressed = Gzip.whole(response.body) {
            response.body = compressed
            response.set(.contentEncoding, "gzip")
        }
    }

    /// Sets the tag; whether the request's conditions make it a 304. They may also refuse it with 412.
    func isSettled(_ tag: String, _ request: Request, _ response: inout Response) throws(Problem) -> Bool {
        if let list = request.header("if-match"), !EntityTag.matches(tag, list, weakly: false) {
            throw .preconditionFailed
        }
        response.setData(.etag, tag)
        guard let list = request.header("if-none-match"), EntityTag.matches(tag, list, weakly: true) else {
            return false
        }
        response.status = .notModified
        response.body.removeAll(keepingCapacity: true)
        return true
    }

    /// What the answer is, what it depends on, and who may keep it: anybody what anybody may read, but asking again
    /// each time; and only the client itself what a token has opened.
    func describe(_ description: Description, for caller: Caller, _ response: inout Response) {
        response.set(.contentType, description.type)
        switch (description.variesByAccept, services.settings.crossOrigin.origins == nil) {
        case (true, true): response.set(.vary, "Authorization, Accept, Accept-Encoding")
        case (false, true): response.set(.vary, "Authorization, Accept-Encoding")
        case (true, false): response.set(.vary, "Authorization, Accept, Accept-Encoding, Origin")
        case (false, false): response.set(.vary, "Authorization, Accept-Encoding, Origin")
        }
        if case .anonymous = caller {
            response.set(.cacheControl, "public, no-cache")
        } else {
            response.set(.cacheControl, "private, no-cache")
        }
    }

    /// Refuses a client that takes no JSON where there is nothing else.
    func requireJSONTaken(_ request: Request) throws(Problem) {
        if !AcceptField.takes(Format.json.mediaType, request.header("accept")) {
            throw .notAcceptable([.json])
        }
    }
}

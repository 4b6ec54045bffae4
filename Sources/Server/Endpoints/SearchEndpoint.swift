import Domain
import HTTP
import JSON
import Store

/// `GET /v1/search`: full text over pages of reports, agenda items, actions, indicators and glossary terms.
extension LoopHandler {
    func search(for caller: Caller, _ request: Request, _ response: inout Response) throws(Problem) {
        try requireReading(caller)
        try requireJSONTaken(request)
        let description = Description(place: try tagPlace(request, for: caller))
        if isAnsweredFromMemory(description, for: caller, request, &response) { return }
        let parameters = try SearchParameters(request.query)
        var search = Search(words: parameters.words, limit: parameters.limit, offset: parameters.offset)
        search.collections = parameters.collections
        search.isPublic = caller.audience == .public
        search.panel = parameters.panel
        search.meetingID = parameters.meetingID
        var json = JSONWriter(reusing: response.takeBody(), pretty: parameters.isPretty)
        json.beginObject()
        json.key("data")
        json.beginArray()
        var written = 0
        var hasMore = false
        try stored { () throws(StoreError) in
            try reader.search(search) { hit in
                guard written < parameters.limit else {
                    hasMore = true
                    return
                }
                Self.write(hit, to: &json)
                written += 1
            }
        }
        json.endArray()
        let next = hasMore ? String(parameters.offset + parameters.limit) : nil
        json.key("page")
        json.beginObject()
        json.key("limit")
        json.write(Int64(parameters.limit))
        json.key("next")
        json.write(optional: next)
        json.endObject()
        json.key("links")
        json.beginObject()
        json.key("self")
        json.write(request.targetText)
        json.key("next")
        json.write(optional: next.map { request.target(withCursor: $0) })
        json.endObject()
        json.key("warnings")
        json.beginArray()
        json.endArray()
        json.endObject()
        response.body = json.finish()
        try finish(&response, for: caller, request, description)
    }

    private static func write(_ hit: borrowing SearchHit, to json: inout JSONWriter) {
        json.beginObject()
        json.key("collection")
        json.write(hit.collection)
        json.key("id")
        json.write(hit.recordID)
        json.key("href")
        json.write("/v1/\(hit.collection)/\(hit.recordID)")
        json.key("title")
        json.write(hit.title)
        json.key("snippet")
        json.write(hit.snippet)
        json.key("page")
        if let from = hit.pageFrom, hit.pageFrom == hit.pageTo { json.write(from) } else { json.writeNull() }
        json.key("pageFrom")
        if let from = hit.pageFrom { json.write(from) } else { json.writeNull() }
        json.key("pageTo")
        if let to = hit.pageTo { json.write(to) } else { json.writeNull() }
        json.key("report")
        json.writeReference("reports", hit.reportID, hit.reportTitle)
        json.key("meeting")
        json.writeReference("meetings", hit.meetingID, hit.meetingStart)
        json.key("panel")
        json.writeReference("panels", hit.panelID, hit.panelName)
        json.endObject()
    }
}

extension JSONWriter {
    fileprivate mutating func writeReference(_ collection: StaticString, _ id: Int64?, _ label: String?) {
        guard let id else { return writeNull() }
        beginObject()
        key("id")
        write(id)
        key("label")
        write(optional: label)
        key("href")
        write("/v1/\(collection)/\(id)")
        endObject()
    }
}

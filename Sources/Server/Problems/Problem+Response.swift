import HTTP
import JSON

extension Problem {
    /// The refusal as an answer of its own.
    func response(instance: String, requestID: RequestID?) -> Response {
        var response = Response()
        fill(&response, instance: instance, requestID: requestID)
        return response
    }

    func write(to response: inout Response, of request: Request) {
        fill(&response, instance: request.targetText, requestID: request.id)
    }

    func write(to response: inout Response, requestID: RequestID?) {
        fill(&response, instance: nil, requestID: requestID)
    }

    private func fill(_ response: inout Response, instance: String?, requestID: RequestID?) {
        response.status = Status(status)
        var body = response.takeBody()
        body.removeAll(keepingCapacity: true)
        var json = JSONWriter(reusing: body)
        json.beginObject()
        json.key("type")
        json.write("urn:scrutiny:problem:\(code)")
        json.key("title")
        json.write(title)
        json.key("status")
        json.write(Int64(status))
        json.key("code")
        json.write(code)
        json.key("detail")
        json.write(detail)
        json.key("instance")
        json.write(optional: instance)
        json.key("requestId")
        json.write(optional: requestID.map { "\($0)" })
        if !entries.isEmpty {
            json.key("errors")
            json.write(entries)
        }
        json.endObject()
        response.body = json.finish()
        response.set(.contentType, "application/problem+json")
        response.set(.cacheControl, "no-store")
        for field in fields { response.setData(HeaderName(field.name), field.value) }
    }
}

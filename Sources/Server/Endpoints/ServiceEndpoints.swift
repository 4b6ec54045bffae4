import HTTP
import JSON
import Logging
import Store

/// What the service says about itself.
extension LoopHandler {
    /// `GET /v1`: every collection with its link.
    func writeIndex(_ request: Request, _ response: inout Response) throws(Problem) {
        try requireJSONTaken(request)
        var json = JSONWriter(reusing: response.takeBody())
        json.beginObject()
        json.key("name")
        json.write("Scrutiny")
        json.key("version")
        json.write(Version.number)
        json.key("collections")
        json.beginArray()
        for resource in Resource.all {
            json.beginObject()
            json.key("name")
            json.write(resource.path.text)
            json.key("href")
            json.write("/v1/\(resource.path)")
            json.key("filters")
            json.beginArray()
            for filter in resource.filters { json.write(filter.name.text) }
            json.endArray()
            json.key("expand")
            json.beginArray()
            for expansion in resource.expansions { json.write(expansion.name.text) }
            json.endArray()
            json.key("formats")
            json.beginArray()
            for format in resource.formats { json.write(format.suffix) }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.key("links")
        json.beginObject()
        json.key("search")
        json.write("/v1/search")
        json.key("changes")
        json.write("/v1/changes")
        json.key("openapi")
        json.write("/openapi.json")
        json.key("docs")
        json.write("/docs")
        json.key("health")
        json.write("/health")
        json.endObject()
        json.endObject()
        response.body = json.finish()
        try finish(&response, for: .anonymous, request)
    }

    /// `GET /ready`: 200 when the database answers with the right schema and can be written to, 503 when not.
    func writeReadiness(to response: inout Response) throws(Problem) {
        do throws(StoreError) {
            try Migrator().verify(reader.connection)
        } catch {
            services.logger.error("not ready: \(error)")
            throw .unavailable("The database does not answer as it should.")
        }
        switch DiskRoom(of: services.settings.databasePath) {
        case .enough: Health.write("ready", to: &response)
        case .none: throw .unavailable("There is no room left for the database.")
        case .readOnly: throw .unavailable("The database lies on a file system that cannot be written to.")
        }
    }
}

/// `GET /health`: the process is alive and its loop turns.
enum Health {
    static func writeAlive(to response: inout Response) { write("alive", to: &response) }

    static func write(_ state: StaticString, to response: inout Response) {
        var json = JSONWriter(reusing: response.takeBody())
        json.beginObject()
        json.key("status")
        json.write("\(state)")
        json.endObject()
        response.body = json.finish()
        response.set(.contentType, "application/json")
        response.set(.cacheControl, "no-store")
    }
}

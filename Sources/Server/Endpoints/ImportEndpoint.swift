import Dispatch
import Domain
import HTTP
import JSON
import Store

/// `POST /v1/imports`: what the nightly job posts.
extension LoopHandler {
    func postImport(by caller: Caller, _ request: Request, _ response: inout Response) throws(Problem)
        -> Handling
    {
        try caller.require(.import)
        try Body.requireJSON(request)
        let isDryRun = try Self.isDryRun(request.query)
        let key = request.header("idempotency-key").map(\.trimmingWhitespace) ?? ""
        guard !key.isEmpty, key.utf8.count <= 200 else { throw .keyMissing }
        let job = ImportJob(
            services: services,
            runner: ImportRunner(caller: caller.name, idempotencyKey: key, isDryRun: isDryRun),
            body: request.body, ticket: request.ticket, instance: request.targetText, requestID: request.id,
            origin: request.header("origin"))
        services.importQueue.async { job.run() }
        return .deferred
    }

    /// `POST /v1/imports/{id}/undo`: takes an import back as one step.
    func undoImport(_ key: String, by caller: Caller, _ request: Request) throws(Problem) -> Handling {
        try caller.require(.import)
        let parameters = try PrettyParameter(request.query)
        guard let id = Int64(key) else { throw .recordUnknown("import", key) }
        let isOwn: Condition = .compare("record.caller", .equal, [.text(caller.name)])
        let isKnown = try stored { () throws(StoreError) in
            var query = Resource.imports.query(for: .officer)
            query.columns = []
            query.conditions = [identity(of: .imports, key)] + (caller.has(.admin) ? [] : [isOwn])
            return try reader.count(query) == 1
        }
        guard isKnown else { throw .recordUnknown("import", key) }
        submit(request, by: caller) { (transaction) throws(StoreError) in
            switch try transaction.undoImport(id) {
            case .undone: return .keep(try Self.representation(of: .imports, id, parameters, in: transaction))
            case .unknown: return .refuse(.recordUnknown("import", key))
            case .notApplied(let state): return .refuse(.importNotApplied(state: state))
            case .blocked(let dependents): return .refuse(.importBuiltUpon(dependents))
            }
        }
        return .deferred
    }

    static let dryRun = QueryParameter(
        "dryRun", .flagWord, "Does everything but keep it, and gives the same answer without an id.")

    private static func isDryRun(_ query: [(name: String, value: String)]) throws(Problem) -> Bool {
        var isDryRun = false
        var problems: [ProblemEntry] = []
        var seen: Set<String> = []
        for (name, value) in query {
            if name != "dryRun" {
                problems.append(.unknownParameter(name, of: "An import", known: ["dryRun"]))
            } else if !seen.insert(name).inserted {
                problems.append(.repeatedParameter(name))
            } else if value == "true" || value == "1" {
                isDryRun = true
            } else if value != "false" && value != "0" {
                problems.append(
                    ProblemEntry(
                        .parameter(name), "value_invalid", "dryRun is true or false.",
                        allowed: ["true", "false"]))
            }
        }
        guard problems.isEmpty else { throw .parameters(problems) }
        return isDryRun
    }
}

extension ImportReport {
    /// The answer to a dry run: the same members as an import, but it has no id and nothing was kept.
    func rehearsal(of pack: Pack) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("id")
        json.writeNull()
        json.key("state")
        json.write("validated")
        json.key("dryRun")
        json.write(true)
        json.key("source")
        json.beginObject()
        json.key("system")
        json.write(pack.system)
        json.key("ref")
        json.write(pack.ref)
        json.endObject()
        json.key("totals")
        json.beginObject()
        for outcome in [RowResult.Outcome.created, .updated, .unchanged, .skipped] {
            json.key(outcome.rawValue)
            json.write(Int64(count(outcome)))
        }
        json.endObject()
        json.key("warnings")
        json.writeRaw(warningsJSON)
        json.key("rows")
        json.writeRaw(rowsJSON)
        json.endObject()
        return json.finish()
    }
}

public import Foundation

/// One answer, as the program curl received it.
public struct Answer: Sendable {
    public let status: Int
    /// By lower-case name.
    public let fields: [String: String]
    public let body: Data

    public var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as JSON; anything but an object is an empty one.
    public var json: JSONObject {
        JSONObject((try? JSONSerialization.jsonObject(with: body)) as? [String: Any] ?? [:])
    }

    /// The records of a list.
    public var data: [JSONObject] { json.list("data") }

    /// The single problems of a refusal.
    public var errors: [JSONObject] { json.list("errors") }
}

/// A JSON object that reads well in expectations.
public struct JSONObject: @unchecked Sendable {
    // Safe to share: made by JSONSerialization and never changed.
    public let members: [String: Any]

    public init(_ members: [String: Any]) { self.members = members }

    public func text(_ name: String) -> String? { members[name] as? String }
    public func number(_ name: String) -> Double? { (members[name] as? NSNumber)?.doubleValue }
    public func integer(_ name: String) -> Int? { (members[name] as? NSNumber)?.intValue }
    public func flag(_ name: String) -> Bool? { members[name] as? Bool }
    public func object(_ name: String) -> JSONObject? {
        (members[name] as? [String: Any]).map(JSONObject.init)
    }
    public func list(_ name: String) -> [JSONObject] {
        (members[name] as? [[String: Any]])?.map(JSONObject.init) ?? []
    }
    public func isNull(_ name: String) -> Bool { members[name] is NSNull }
}

extension RunningServer {
    /// Sends one request with curl; the server is judged by a client that others wrote.
    public func curl(
        _ target: String, _ method: String = "GET", token: String? = nil, fields: [String] = [],
        body: Data? = nil
    ) throws -> Answer {
        let head = folder.path("head-\(UUID().uuidString)")
        let out = folder.path("body-\(UUID().uuidString)")
        var arguments = [
            "--silent", "--show-error", "--max-time", "60", "--dump-header", head, "--output", out,
        ]
        arguments += method == "HEAD" ? ["--head"] : ["--request", method]
        if let token { arguments += ["--header", "Authorization: Bearer \(token)"] }
        for field in fields { arguments += ["--header", field] }
        if let body {
            let file = folder.path("sent-\(UUID().uuidString)")
            try body.write(to: URL(filePath: file))
            arguments += ["--header", "Content-Type: application/json", "--data-binary", "@\(file)"]
        }
        let run = try Command.run(URL(filePath: "/usr/bin/curl"), arguments + [url + target])
        guard run.status == 0 else { throw Failure.commandFailed(run) }
        return try Self.answer(head: head, body: out)
    }

    public func post(_ target: String, _ json: String, token: String, fields: [String] = []) throws -> Answer
    {
        try curl(target, "POST", token: token, fields: fields, body: Data(json.utf8))
    }

    private static func answer(head: String, body: String) throws -> Answer {
        // A 100 Continue comes before the answer; the last block counts.
        let text = try String(contentsOfFile: head, encoding: .utf8)
        let block = text.components(separatedBy: "\r\n\r\n").last { !$0.isEmpty } ?? ""
        let lines = block.components(separatedBy: "\r\n")
        let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2 {
                fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
            }
        }
        return Answer(
            status: status, fields: fields, body: (try? Data(contentsOf: URL(filePath: body))) ?? Data())
    }
}

/// What `curl` is told on its standard input to post a pack: so the token is in no list of processes, and no value is
/// ever read by a shell.
struct PostConfiguration {
    let url: String
    let token: String
    let file: String
    let key: String
    var isDryRun = false
    /// Further lines of curl's configuration, without values from outside.
    var more: [StaticString] = []

    var text: String {
        let base = url.hasSuffix("/") ? String(url.dropLast()) : url
        return """
            silent
            show-error
            max-time = 300
            request = "POST"
            url = \(Self.quoted("\(base)/v1/imports\(isDryRun ? "?dryRun=true" : "")"))
            header = \(Self.quoted("Authorization: Bearer \(token)"))
            header = "Content-Type: application/json"
            header = "Expect:"
            header = \(Self.quoted("Idempotency-Key: \(key)"))
            data-binary = \(Self.quoted("@\(file)"))
            \(more.map { "\($0)" }.joined(separator: "\n"))

            """
    }

    /// Text as curl's configuration takes it in quotation marks.
    private static func quoted(_ text: String) -> String {
        let escaped = text.reduce(into: "") { result, character in
            switch character {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            default: result.append(character)
            }
        }
        return "\"\(escaped)\""
    }
}

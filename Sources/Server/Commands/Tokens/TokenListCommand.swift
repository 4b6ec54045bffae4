import ArgumentParser
import Domain
import Store

struct TokenListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the tokens: what each may do, and whether it still works.",
        discussion: "Columns are separated by tabs. The tokens themselves are not stored and cannot be shown."
    )

    @OptionGroup var options: DatabaseOption

    func run() throws {
        let database = options.database
        let reader = try Console.refusing { () throws(StoreError) in try Reader(path: database) }
        let tokens = try Console.refusing { () throws(StoreError) in try Token.all(on: reader.connection) }
        Console.answer("id\tname\tscopes\tcreated\tstate")
        let now = Clock.now()
        for token in tokens {
            let scopes = token.scopes.map(\.rawValue).joined(separator: ",")
            Console.answer(
                "\(token.id)\t\(token.name)\t\(scopes)\t\(token.createdAt)\t\(token.state(at: now))")
        }
    }
}

extension Token.Description {
    /// Whether it works, in words.
    fileprivate func state(at now: Instant) -> String {
        if let revokedAt { return "revoked \(revokedAt)" }
        guard let expiresAt else { return "valid" }
        return (expiresAt > now.description ? "valid until " : "expired ") + expiresAt
    }
}

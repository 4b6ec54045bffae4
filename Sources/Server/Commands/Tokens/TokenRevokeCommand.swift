import ArgumentParser
import Store

struct TokenRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Ends a token at once, also for a server that is running.",
        discussion: "It stays in the list, and its name is not given again, because the change log names it.")

    @OptionGroup var options: DatabaseOption
    @Option(name: .long, help: "The token's name, as \"scrutiny token list\" shows it.")
    var name: String

    func run() throws {
        let writer = try options.writer()
        defer { writer.close() }
        let name = name
        let outcome = try Console.refusing { () throws(StoreError) in
            try writer.perform(by: "command line") { (transaction) throws(StoreError) in
                .keep(try Token.revoke(name, in: transaction))
            }
        }
        switch outcome {
        case .revoked: Console.answer("\(name) is revoked")
        case .wasRevoked: Console.answer("\(name) was revoked already")
        case .unknown(let suggestion):
            let hint = suggestion.map { " Did you mean \"\($0)\"?" } ?? ""
            Console.note("scrutiny: there is no token named \"\(name)\".\(hint)")
            throw ExitCode(1)
        }
    }
}

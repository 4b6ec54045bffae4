import ArgumentParser
import Domain
import Store

struct TokenCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Makes a token and prints it, once and nothing else.",
        discussion: "Only a hash is stored: a token that is lost is replaced by a new one.")

    @OptionGroup var options: DatabaseOption
    @Option(name: .long, help: "What the token is for, such as \"nightly\". One name, one token.")
    var name: String
    @Option(
        name: .long, parsing: .upToNextOption,
        help: "What it may do: read:member, read:officer, write, import, admin.")
    var scope: [Scope]
    @Option(
        name: .long,
        help: "The last day it works, such as 2027-03-31. Without it the token works until revoked.")
    var expires: String?

    func validate() throws {
        if scope.isEmpty {
            throw ValidationError(
                "Give at least one --scope: read:member, read:officer, write, import, admin.")
        }
        if name.trimmingWhitespace.isEmpty || name.utf8.count > 200 {
            throw ValidationError("--name has 1 to 200 characters.")
        }
        if let expires, CalendarDate(expires) == nil {
            throw ValidationError("--expires is a day such as 2027-03-31; \"\(expires)\" is not one.")
        }
    }

    func run() throws {
        try Console.startLondonTime()
        let writer = try options.writer()
        defer { writer.close() }
        let (name, scopes) = (name, scope)
        // The whole of the last day in London still counts.
        let expiresAt = expires.flatMap(CalendarDate.init).flatMap {
            LondonTime.moment("\($0.addingDays(1))T00:00")?.instant
        }
        do throws(StoreError) {
            let token = try writer.perform(by: "command line") { (transaction) throws(StoreError) in
                .keep(try Token.create(name: name, scopes: scopes, expiresAt: expiresAt, in: transaction))
            }
            Console.answer(token)
        } catch .constraint(let violation) where violation.kind == .unique {
            Console.note("scrutiny: there is a token named \"\(name)\" already. Choose another name.")
            throw ExitCode(1)
        } catch {
            Console.note("scrutiny: \(error)")
            throw ExitCode(1)
        }
    }
}

extension Scope: ExpressibleByArgument {}

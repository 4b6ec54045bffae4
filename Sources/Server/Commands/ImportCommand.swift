import ArgumentParser
import Crypto
import Domain
import Store

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Imports one pack, into a database or into a running server.",
        discussion: """
            The whole pack goes in, or nothing does. The same pack again changes nothing. Standard output is one line \
            with the totals; problems are listed on standard error, each with its place, and the exit code is 1.
            """)

    @Argument(help: "The import document, a JSON file.")
    var file: String
    @Option(name: .long, help: "Write straight into this database file.")
    var database: String?
    @Option(name: .long, help: "Post to the server at this address, such as http://127.0.0.1:8080.")
    var url: String?
    @Option(name: .long, help: "The token to post with; without it the variable SCRUTINY_TOKEN is used.")
    var token: String?
    @Flag(name: .long, help: "Do everything but keep it, and say what would have happened.")
    var dryRun = false
    @Flag(name: .long, help: "Leave a database that has a panel already as it is.")
    var onlyIfEmpty = false

    func validate() throws {
        if (database == nil) == (url == nil) {
            throw ValidationError("Give either --database FILE or --url URL.")
        }
        if let url, !url.hasPrefix("http://"), !url.hasPrefix("https://") {
            throw ValidationError("--url begins with http:// or https://.")
        }
    }

    func run() throws {
        try Console.startLondonTime()
        guard let body = FileBytes.read(file) else {
            Console.note("scrutiny: cannot read \(file): \(FileBytes.lastError).")
            throw ExitCode(1)
        }
        if let url {
            try ImportPost(
                url: url, token: token, file: file, key: hexadecimal(SHA256.hash(data: body)),
                isDryRun: dryRun
            ).run()
        } else if let database {
            try importDirectly(body, into: database)
        }
    }

    private func importDirectly(_ body: [UInt8], into database: String) throws {
        let pack: Pack
        do throws(Problem) {
            pack = try ImportRunner.pack(from: body)
        } catch {
            throw refused(error)
        }
        let writer = try Console.writer(database)
        defer { writer.close() }
        if onlyIfEmpty, try Console.refusing({ () throws(StoreError) in try hasPanel(in: database) }) {
            return Console.answer("\(database) has records; nothing was imported")
        }
        let runner = ImportRunner(caller: "command line", idempotencyKey: nil, isDryRun: dryRun)
        let outcome = try Console.refusing { () throws(StoreError) in
            try writer.perform(by: "command line") { (transaction) throws(StoreError) in
                try runner.run(pack, body: body, in: transaction)
            }
        }
        switch outcome {
        case .applied(let id, let report): Console.answer("import \(id): \(totals(report))")
        case .replayed(let id): Console.answer("import \(id): done before")
        case .rehearsed(let report): Console.answer("dry run: \(totals(report))")
        case .refused(let problem): throw refused(problem)
        }
    }

    private func hasPanel(in database: String) throws(StoreError) -> Bool {
        try Reader(path: database).connection.integer("SELECT 1 FROM panels LIMIT 1") != nil
    }

    private func totals(_ report: ImportReport) -> String {
        for warning in report.problems(.warning) { Console.note("\(warning.pointer): \(warning.message)") }
        return [RowResult.Outcome.created, .updated, .unchanged, .skipped]
            .map { "\(report.count($0)) \($0.rawValue)" }.joined(separator: ", ")
    }

    private func refused(_ problem: Problem) -> ExitCode {
        Console.note("scrutiny: \(file): \(problem.detail)")
        for entry in problem.entries {
            if case .pointer(let pointer) = entry.place { Console.note("  \(pointer): \(entry.message)") }
        }
        return ExitCode(1)
    }
}

import ArgumentParser
import Store

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Looks for anything wrong in the database.",
        discussion: """
            Asks the file, its references, its schema and every rule of the data, one line each: ok, or what is wrong \
            with which records. Changes nothing; the server may run. The exit code is 1 when something is wrong.
            """)

    @OptionGroup var options: DatabaseOption

    func run() throws {
        let results = try Console.refusing { () throws(StoreError) in try Checkup.run(path: options.database)
        }
        for result in results { Console.answer("\(result)") }
        let failed = results.filter { !$0.isOK }
        if !failed.isEmpty {
            Console.note("scrutiny: \(failed.count) of \(results.count) checks found something wrong.")
            throw ExitCode(1)
        }
    }
}

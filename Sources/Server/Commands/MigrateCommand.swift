import ArgumentParser
import Store

struct MigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Makes the database, or brings it to the schema of this program.",
        discussion: "Safe to run again: what has been applied is left alone. Migrations only go forward.")

    @OptionGroup var options: DatabaseOption

    func run() throws {
        let path = options.database
        let applied = try Console.refusing { () throws(StoreError) in
            try Migrator().migrate(try Connection(path: path, mode: .readWrite))
        }
        Console.answer(
            applied.isEmpty
                ? "\(path) is up to date"
                : "\(path): applied \(applied.map(String.init).joined(separator: ", "))")
    }
}

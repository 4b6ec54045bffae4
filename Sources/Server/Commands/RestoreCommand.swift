import ArgumentParser
import Store

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a backup into the place of the database.",
        discussion: """
            Stop the server first; a database that another process has open is refused. The backup is verified \
            before anything is changed, and takes the place of the database in one step.
            """)

    @Argument(help: "The backup.")
    var file: String
    @OptionGroup var options: DatabaseOption
    @Flag(name: .long, help: "Replace the database when there is one. What only it holds is lost.")
    var force = false

    func run() throws {
        let database = options.database
        let content = try Console.refusing { () throws(BackupError) in
            try Restore.run(from: file, to: database, replacing: force)
        }
        Console.answer("\(database): \(content)")
        if content.needsMigration {
            Console.note(
                "scrutiny: an older program made this backup. Run \"scrutiny migrate\" before you serve it.")
        }
    }
}

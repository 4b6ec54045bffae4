import ArgumentParser
import Store

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies the database into one file, while the server runs.",
        discussion: """
            The copy is the database as it was at one moment, verified and on the disk before it gets its name. Only \
            its owner can read it. Standard output is one line: its size, and where the history in it ends.
            """)

    @Argument(help: "The file to make.")
    var file: String
    @OptionGroup var options: DatabaseOption
    @Flag(name: .long, help: "Replace FILE when it exists; it stays as it is until the copy is verified.")
    var force = false

    func run() throws {
        let content = try Console.refusing { () throws(BackupError) in
            try Backup.make(of: options.database, at: file, replacing: force)
        }
        Console.answer("\(file): \(content)")
    }
}

import ArgumentParser
import Glibc

/// The program: a server and the commands around it.
@main
struct Scrutiny: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scrutiny",
        abstract:
            "Keeps a council's panels, meetings, reports, indicators and actions, and answers questions about them.",
        version: Version.number,
        subcommands: [
            ServeCommand.self, MigrateCommand.self, ImportCommand.self, ReadCommand.self, NightlyCommand.self,
            TokenCommand.self, BackupCommand.self, RestoreCommand.self, CheckCommand.self,
            RetentionCommand.self, VersionCommand.self,
        ])

    static func main() {
        // A limit on the size of files is an error of the write that meets it, not the end of the process.
        signal(SIGXFSZ, SIG_IGN)
        main(nil)
    }
}

/// The version of the program; the changelog says what each one brought.
enum Version {
    static let number = "0.1.0"
}

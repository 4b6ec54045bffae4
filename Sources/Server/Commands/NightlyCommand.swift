import ArgumentParser
import Glibc

struct NightlyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nightly",
        abstract: "Reads and posts every pack in an inbox, and moves each to done or failed.",
        discussion: """
            Each file is read, posted with a key made from its content, and moved with a report beside it. A file that \
            is still being written, or whose post found no server, stays for the next run. The run can be killed at any \
            moment and begun again: nothing is posted twice and no file is lost. The exit code is 0 when the inbox is \
            empty, 1 when a file failed, 2 when files wait for a server.
            """)

    @Option(name: .long, help: "The folder with new packs.")
    var inbox: String
    @Option(name: .long, help: "The folder for packs that were posted.")
    var done: String
    @Option(name: .long, help: "The folder for packs that could not be read or were refused.")
    var failed: String
    @Option(name: .long, help: "The server's address, such as http://127.0.0.1:8080.")
    var url: String
    @Option(name: .long, help: "The file that holds the token, of scope import.")
    var tokenFile: String
    @Option(name: .long, help: "How often a post is tried while the server is away.")
    var attempts = 6
    @Option(
        name: .long,
        help: "Seconds before the second try; each further wait is twice as long, up to five minutes.")
    var firstWait = 2.0

    func validate() throws {
        if !url.hasPrefix("http://"), !url.hasPrefix("https://") {
            throw ValidationError("--url begins with http:// or https://.")
        }
        if !(1...20).contains(attempts) { throw ValidationError("--attempts lies between 1 and 20.") }
        if !(0...300).contains(firstWait) { throw ValidationError("--first-wait lies between 0 and 300.") }
    }

    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        guard let token = FileBytes.token(in: tokenFile) else {
            Console.note("scrutiny: no token in \(tokenFile): \(FileBytes.lastError).")
            throw ExitCode(1)
        }
        for folder in [inbox, done, failed] where mkdir(folder, 0o750) != 0 && errno != EEXIST {
            Console.note("scrutiny: cannot make \(folder): \(FileBytes.lastError).")
            throw ExitCode(1)
        }
        guard let lock = RunLock(folder: inbox) else {
            Console.note("scrutiny: another run works on \(inbox).")
            throw ExitCode(2)
        }
        let outcome = NightlyRun(
            inbox: inbox, done: done, failed: failed, post: PackPost(url: url, token: token, folder: inbox),
            attempts: attempts,
            firstWait: firstWait
        ).run()
        withExtendedLifetime(lock) {}
        if outcome.failed > 0 { throw ExitCode(1) }
        if outcome.waiting > 0 { throw ExitCode(2) }
    }
}

import ArgumentParser
import Glibc
import JSON

struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Reads agenda packs and minutes, and writes import documents.",
        discussion: """
            Takes text or Markdown, PDF (with the program pdftotext) and saved web pages of minutes; a folder stands for \
            the files in it. One file gives one document, indented; several give one document a line. With --post each \
            document goes to a server instead. A file that is no pack is said so on standard error, nothing of it is \
            posted, and the exit code is 1. What was not understood stands in "unread" with its line and page.
            """)

    @Argument(help: "Packs, or folders with packs.")
    var files: [String]
    @Option(name: .long, help: "Post to the server at this address, such as http://127.0.0.1:8080.")
    var post: String?
    @Option(name: .long, help: "The file that holds the token to post with.")
    var tokenFile: String?
    @Flag(name: .long, help: "Leave the words of the pages out, and all but twelve words of anything else.")
    var noText = false

    func validate() throws {
        if let post, !post.hasPrefix("http://"), !post.hasPrefix("https://") {
            throw ValidationError("--post begins with http:// or https://.")
        }
        if (post == nil) != (tokenFile == nil) {
            throw ValidationError("Give --post and --token-file together.")
        }
    }

    func run() throws {
        // A reader that ends early, such as head, is no reason to be killed.
        signal(SIGPIPE, SIG_IGN)
        var all: [String] = []
        var failed = 0
        for name in files {
            if let found = PackFile.files(at: name) {
                if found.isEmpty {
                    Console.note("scrutiny: \(name): no pack lies in this folder.")
                    failed += 1
                }
                all += found
            } else {
                Console.note("scrutiny: \(name): cannot be read: \(FileBytes.lastError).")
                failed += 1
            }
        }
        let sender = try sender()
        var progress = Progress(count: all.count, besideAnswers: true)
        for file in all {
            let name = file.split(separator: "/").last.map(String.init) ?? file
            do throws(PackFile.Failure) {
                let document = try PackFile(path: file).document(withText: !noText)
                if let sender {
                    failed += send(document, name, sender, &progress) ? 0 : 1
                } else {
                    Console.answer(text(document, isAlone: files.count == 1 && all.count == 1))
                    progress.finish(
                        name, "\(document.title): \(document.figures) figures, \(document.unread) not read")
                }
            } catch {
                failed += 1
                progress.finish(name, "not read")
                progress.fail(name, error.message)
            }
        }
        if failed > 0 { throw ExitCode(1) }
    }

    private func sender() throws -> PackPost? {
        guard let post, let tokenFile else { return nil }
        guard let token = FileBytes.token(in: tokenFile) else {
            Console.note("scrutiny: no token in \(tokenFile): \(FileBytes.lastError).")
            throw ExitCode(1)
        }
        return PackPost(
            url: post, token: token, folder: getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")
    }

    private func text(_ document: PackFile.Document, isAlone: Bool) -> String {
        String(decoding: isAlone ? document.value.encoded(pretty: true) : document.bytes, as: UTF8.self)
    }

    private func send(
        _ document: PackFile.Document, _ name: String, _ sender: PackPost, _ progress: inout Progress
    ) -> Bool {
        switch sender.send(document.bytes) {
        case .accepted(_, let answer):
            Console.answer(answer)
            progress.finish(name, "posted, \(document.figures) figures, \(document.unread) not read")
            return true
        case .refused(let status, let answer):
            Console.answer(answer)
            progress.finish(name, "refused")
            progress.fail(name, "the server refused the document with \(status); its answer says why.")
        case .away(let reason):
            progress.finish(name, "not posted")
            progress.fail(name, "\(reason).")
        }
        return false
    }
}

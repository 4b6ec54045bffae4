import ArgumentParser
import Glibc

/// Posts a pack to a running server with the program `curl`, which knows TLS, proxies and redirects better than
/// code of ours would.
struct ImportPost {
    let url: String
    let token: String?
    let file: String
    let key: String
    let isDryRun: Bool

    func run() throws {
        guard let token = token ?? environmentToken else {
            Console.note("scrutiny: a token is needed to post. Give --token, or set SCRUTINY_TOKEN.")
            throw ExitCode(1)
        }
        guard let pipe = popen("curl --config -", "w") else {
            Console.note("scrutiny: cannot start curl.")
            throw ExitCode(1)
        }
        var text =
            PostConfiguration(
                url: url, token: token, file: file, key: key, isDryRun: isDryRun,
                more: ["fail-with-body", #"write-out = "\n""#]
            ).text
        text.withUTF8 { bytes in _ = fwrite(bytes.baseAddress, 1, bytes.count, pipe) }
        let status = pclose(pipe)
        // The shell says 127 when there is no such program; curl says 22 for an answer of 400 and above.
        switch (status >> 8) & 0xFF {
        case 0: return
        case 127: Console.note("scrutiny: the program curl is needed to post. Install the package curl.")
        case 22: Console.note("scrutiny: the server refused the pack; its answer says why.")
        default: Console.note("scrutiny: the server at \(url) could not be reached.")
        }
        throw ExitCode(1)
    }

    private var environmentToken: String? { getenv("SCRUTINY_TOKEN").map { String(cString: $0) } }
}

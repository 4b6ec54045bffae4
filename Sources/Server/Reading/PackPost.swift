import Crypto
import Glibc
import JSON

/// Posts import documents to a server with the program `curl`; see decision 0005.
struct PackPost {
    let url: String
    let token: String
    /// Where the document lies while curl sends it.
    let folder: String

    enum Outcome {
        /// The server took it, now or when it came before.
        case accepted(status: Int, answer: String)
        case refused(status: Int, answer: String)
        /// Nobody answered, or the server was busy: it can be tried again.
        case away(String)
    }

    /// The same document always has the same key, so that a post which is repeated is not done twice.
    static func key(of document: [UInt8]) -> String { hexadecimal(SHA256.hash(data: document)) }

    func send(_ document: [UInt8]) -> Outcome {
        guard let file = TemporaryFile(document, in: folder) else {
            return .away("cannot write to \(folder): \(FileBytes.lastError)")
        }
        defer { file.remove() }
        let configuration = PostConfiguration(
            url: url, token: token, file: file.path, key: Self.key(of: document),
            more: [#"write-out = "\n%{http_code}\n""#])
        let run: ProgramRun
        do throws(ProgramRun.Failure) {
            run = try ProgramRun.run(
                "curl", ["--config", "-"],
                input: Array(configuration.text.utf8), limit: 64 << 20)
        } catch {
            switch error {
            case .notFound: return .away("the program curl is needed to post. Install the package curl")
            case .cannotStart(let reason): return .away("curl did not start: \(reason)")
            }
        }
        guard run.status == 0 else {
            let reason =
                run.errors.split(separator: "\n").last.map(String.init) ?? "curl ended with \(run.status)"
            return .away("the server at \(url) could not be reached: \(reason)")
        }
        let text = String(decoding: run.output, as: UTF8.self)
        let status = text.split(separator: "\n").last.flatMap { Int($0) } ?? 0
        let answer = text.split(separator: "\n").dropLast().joined(separator: "\n")
        switch status {
        case 200..<300: return .accepted(status: status, answer: answer)
        // Too busy, draining, or still at the same post: worth another try.
        case 408, 409, 425, 429, 500...: return .away("the server at \(url) answered \(status)")
        default: return .refused(status: status, answer: answer)
        }
    }
}

/// A file that only its owner can read, gone when it is not needed any more.
struct TemporaryFile {
    let path: String

    init?(_ bytes: [UInt8], in folder: String) {
        var name = Array("\(folder)/.scrutiny-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { return nil }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let isWhole = FileBytes.write(bytes, to: descriptor)
        close(descriptor)
        if !isWhole {
            unlink(path)
            return nil
        }
    }

    func remove() { unlink(path) }
}

extension FileBytes {
    /// Writes all of the bytes; false when the disk does not take them.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return false
            }
            sent += count
        }
        return true
    }

    /// The token in a file, without the line's end.
    static func token(in path: String) -> String? {
        guard let bytes = read(path) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).first
        return text.map(String.init)
    }
}

import Crypto
import Domain
import Glibc
import JSON
import Packs

/// One run over the inbox.
///
/// For each file, in this order: read, post, write the report, move the file. A run that ends between any two of them is made
/// good by the next: the post is repeated under the same key, which the server answers and does not do again, the report is
/// written anew, and the file moves last.
struct NightlyRun {
    let inbox: String
    let done: String
    let failed: String
    let post: PackPost
    let attempts: Int
    let firstWait: Double

    struct Outcome {
        var done = 0
        var failed = 0
        var waiting = 0
    }

    func run() -> Outcome {
        var outcome = Outcome()
        removeLeftovers()
        let files = PackFile.files(at: inbox, with: [".json"]) ?? []
        var progress = Progress(count: files.count, besideAnswers: false)
        var isAway = false
        for path in files {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let result = isAway ? .waiting("the server is away") : take(path, name)
            switch result {
            case .done:
                outcome.done += 1
                progress.finish(name, "done")
            case .failed(let reason):
                outcome.failed += 1
                progress.finish(name, "failed")
                progress.fail(name, reason)
            case .waiting(let reason):
                outcome.waiting += 1
                progress.finish(name, "kept for the next run: \(reason)")
            case .away(let reason):
                outcome.waiting += 1
                // The others would only wait as long again.
                isAway = true
                progress.finish(name, "kept for the next run: \(reason)")
            }
        }
        return outcome
    }

    private enum Step {
        case done
        case failed(String)
        case waiting(String)
        case away(String)
    }

    private func take(_ path: String, _ name: String) -> Step {
        var report = NightlyReport(file: name)
        let document: [UInt8]
        do throws(PackFile.Failure) {
            let file = PackFile(path: path)
            if name.lowercased().hasSuffix(".json") {
                document = try file.settledBytes()
            } else {
                let read = try file.document(withText: true)
                document = read.bytes
                report.take(read)
            }
        } catch {
            if case .changing = error { return .waiting("it is still being written") }
            report.outcome = "unreadable"
            report.reason = error.message
            return move(path, name, to: failed, report).map { .waiting($0) } ?? .failed(error.message)
        }
        report.key = PackPost.key(of: document)
        switch send(document) {
        case .accepted(let status, let answer):
            report.outcome = "posted"
            report.status = status
            report.answer = answer
            return move(path, name, to: done, report).map { .waiting($0) } ?? .done
        case .refused(let status, let answer):
            report.outcome = "refused"
            report.status = status
            report.answer = answer
            return move(path, name, to: failed, report).map { .waiting($0) }
                ?? .failed("the server refused it with \(status)")
        case .away(let reason): return .away(reason)
        }
    }

    /// Tries again with longer and longer waits while nobody answers.
    private func send(_ document: [UInt8]) -> PackPost.Outcome {
        var wait = firstWait
        for attempt in 1...attempts {
            let outcome = post.send(document)
            guard case .away(let reason) = outcome, attempt < attempts else { return outcome }
            Console.note("scrutiny: \(reason); trying again in \(Int(wait.rounded(.up))) s")
            var pause = timespec(
                tv_sec: Int(wait), tv_nsec: Int((wait - wait.rounded(.down)) * 1_000_000_000))
            var rest = timespec()
            while nanosleep(&pause, &rest) != 0, errno == EINTR { pause = rest }
            wait = min(300, wait * 2)
        }
        return .away("the server is away")
    }

    /// Writes the report and moves the file; a sentence when the disk does not let it.
    private func move(_ path: String, _ name: String, to folder: String, _ report: NightlyReport) -> String? {
        let target = freeName(name, in: folder, for: path)
        guard report.write(to: "\(folder)/\(target).report.json", in: folder) else {
            return "the report could not be written to \(folder): \(FileBytes.lastError)"
        }
        if rename(path, "\(folder)/\(target)") == 0 { return nil }
        guard errno == EXDEV else { return "it could not be moved to \(folder): \(FileBytes.lastError)" }
        // Another disk: copied whole under a hidden name, then named, then taken away here.
        guard let bytes = FileBytes.read(path), let copy = TemporaryFile(bytes, in: folder),
            rename(copy.path, "\(folder)/\(target)") == 0
        else {
            return "it could not be copied to \(folder): \(FileBytes.lastError)"
        }
        unlink(path)
        return nil
    }

    /// The file's own name, or one with its digest where another file has it.
    private func freeName(_ name: String, in folder: String, for path: String) -> String {
        guard access("\(folder)/\(name)", F_OK) == 0 else { return name }
        let digest = FileBytes.read(path).map { String(PackPost.key(of: $0).prefix(12)) } ?? "again"
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "\(name)-\(digest)" }
        return "\(name[..<dot])-\(digest)\(name[dot...])"
    }

    /// What a killed run left half written.
    private func removeLeftovers() {
        for folder in [inbox, done, failed] {
            guard let handle = opendir(folder) else { continue }
            defer { closedir(handle) }
            while let entry = readdir(handle) {
                let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                }
                if name.hasPrefix(".scrutiny-") { unlink("\(folder)/\(name)") }
            }
        }
    }
}

/// Keeps a second run away from the same inbox; the system lets go when the process ends, however it ends.
final class RunLock {
    private let descriptor: Int32

    init?(folder: String) {
        descriptor = open("\(folder)/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else { return nil }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }
}

/// What stands beside a file that the nightly run moved.
struct NightlyReport {
    let file: String
    var key: String?
    var outcome = ""
    var reason: String?
    var status: Int?
    var answer: String?
    private var summary: JSONValue = .null
    private var unread: JSONValue = .null

    init(file: String) { self.file = file }

    mutating func take(_ document: PackFile.Document) {
        summary = document.value["summary"] ?? .null
        unread = document.value["unread"] ?? .null
    }

    func write(to path: String, in folder: String) -> Bool {
        let body =
            answer.flatMap { try? JSONReader.read(Array($0.utf8), limits: Self.limits) } ?? answer.map {
                .string($0)
            } ?? .null
        let value: JSONValue = [
            "file": .string(file), "outcome": .string(outcome), "reason": reason.map { .string($0) } ?? .null,
            "idempotencyKey": key.map { .string($0) } ?? .null,
            "status": status.map { .number(JSONNumber(Int64($0))) } ?? .null,
            "summary": summary, "unread": unread, "answer": body,
        ]
        guard let temporary = TemporaryFile(value.encoded(pretty: true) + [10], in: folder) else {
            return false
        }
        if rename(temporary.path, path) == 0 { return true }
        temporary.remove()
        return false
    }

    private static let limits = {
        var limits = JSONReader.Limits()
        limits.byteCount = 64 << 20
        return limits
    }()
}

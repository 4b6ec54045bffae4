import Glibc
import JSON
import Packs

/// A file to be read as a pack: text, a web page, a PDF, or an import document that is there already.
struct PackFile {
    let path: String

    /// Why a file gives no document. Nothing of it is posted.
    enum Failure: Error {
        case unreadable(String)
        /// Written to while it was read: the next run takes it.
        case changing
        case pack(PackError)

        var message: String {
            switch self {
            case .unreadable(let reason): reason
            case .changing:
                "The file changed while it was read. It is left alone; read it again when it is complete."
            case .pack(let error): error.message
            }
        }
    }

    /// What a file gave.
    struct Document {
        let bytes: [UInt8]
        let value: JSONValue
        let title: String
        let figures: Int
        let unread: Int
    }

    private static let kinds = [".txt", ".md", ".markdown", ".text", ".pdf", ".html", ".htm"]

    /// The files that a name stands for: itself, or what lies in the folder.
    static func files(at path: String, with others: [String] = []) -> [String]? {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        guard info.st_mode & S_IFMT == S_IFDIR else { return [path] }
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var found: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix("."), (kinds + others).contains(where: { name.lowercased().hasSuffix($0) })
            else { continue }
            let whole = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
            guard stat(whole, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { continue }
            found.append(whole)
        }
        return found.sorted()
    }

    /// Reads the file and makes the import document of it.
    func document(withText: Bool) throws(Failure) -> Document {
        let bytes = try settledBytes()
        guard isPDF(bytes) || bytes.isEmpty || !path.lowercased().hasSuffix(".pdf") else {
            throw .unreadable(
                "is named .pdf and is no PDF: nothing in its first 1,024 bytes says %PDF. Fetch it again, or name it for what it is."
            )
        }
        let text = isPDF(bytes) ? try text(ofPDF: bytes) : bytes
        let result: PackResult
        do throws(PackError) {
            result = try PackDocument.read(text, withText: withText)
        } catch {
            throw .pack(error)
        }
        return Document(
            bytes: result.document.encoded(), value: result.document, title: result.title,
            figures: result.figureCount,
            unread: result.unreadCount)
    }

    /// The bytes of a file that nobody wrote to meanwhile.
    func settledBytes() throws(Failure) -> [UInt8] {
        let before = mark()
        if let before, before.size > PackDocument.byteLimit {
            throw .pack(.tooLarge(limit: PackDocument.byteLimit))
        }
        guard before != nil, let bytes = FileBytes.read(path) else {
            throw .unreadable("cannot be read: \(FileBytes.lastError).")
        }
        guard mark() == before, before?.size == bytes.count || before?.isRegular == false else {
            throw .changing
        }
        return bytes
    }

    private struct Mark: Equatable {
        let inode: UInt
        let size: Int
        let seconds: Int
        let nanoseconds: Int
        let isRegular: Bool
    }

    private func mark() -> Mark? {
        var info = stat()
        guard stat(path, &info) == 0, info.st_mode & S_IFMT != S_IFDIR else { return nil }
        return Mark(
            inode: UInt(info.st_ino), size: Int(info.st_size), seconds: info.st_mtim.tv_sec,
            nanoseconds: info.st_mtim.tv_nsec,
            isRegular: info.st_mode & S_IFMT == S_IFREG)
    }

    /// Some programs write a few bytes in front of the mark.
    private func isPDF(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(1_024), as: UTF8.self)
        return head.hasPrefix("%PDF") || path.lowercased().hasSuffix(".pdf") && head.contains("%PDF-")
    }

    /// The text of a PDF as poppler's `pdftotext` lays it out.
    private func text(ofPDF bytes: [UInt8]) throws(Failure) -> [UInt8] {
        let run: ProgramRun
        do throws(ProgramRun.Failure) {
            run = try ProgramRun.run(
                "pdftotext", ["-layout", "-enc", "UTF-8", "-", "-"], input: bytes,
                limit: PackDocument.byteLimit)
        } catch {
            switch error {
            case .notFound:
                throw .unreadable(
                    "is a PDF, and the program pdftotext is needed for it. Install the package poppler-utils."
                )
            case .cannotStart(let reason):
                throw .unreadable("is a PDF, and pdftotext did not start: \(reason).")
            }
        }
        guard run.status == 0 else {
            let reason =
                run.errors.split(separator: "\n").first.map(String.init) ?? "it ended with \(run.status)"
            throw .unreadable("is a PDF that pdftotext cannot read: \(reason).")
        }
        guard run.output.contains(where: { $0 > 32 }) else {
            throw .unreadable("is a PDF without text: its pages are pictures. Have them recognised first.")
        }
        return run.output
    }
}

import Glibc

/// Reading whole files.
enum FileBytes {
    /// The bytes of a file, or nil when it cannot be read; `lastError` then says why.
    static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        // Grows by what is there, so pipes and files are read alike.
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&chunk, 1, chunk.count, file)
            bytes.append(contentsOf: chunk.prefix(count))
            if count < chunk.count { return ferror(file) == 0 ? bytes : nil }
        }
    }

    static var lastError: String { String(cString: strerror(errno)) }
}

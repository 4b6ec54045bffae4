internal import Glibc

/// A descriptor that is closed once.
struct OpenFile: ~Copyable {
    let descriptor: Int32

    init(reading path: String) throws(BackupError) {
        descriptor = try SystemCall.check("read \(path)") { unsafe open(path, O_RDONLY | O_CLOEXEC) }
    }

    init(changing path: String) throws(BackupError) {
        descriptor = try SystemCall.check("open \(path)") { unsafe open(path, O_RDWR | O_CLOEXEC) }
    }

    /// Makes a file that only its owner can read. There must be none of that name.
    init(making path: String) throws(BackupError) {
        descriptor = try SystemCall.check("make \(path)") {
            unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        }
    }

    deinit { close(descriptor) }

    /// Appends everything of the other file.
    func copy(from other: borrowing OpenFile, step: String) throws(BackupError) {
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = try SystemCall.check(step) {
                unsafe read(other.descriptor, &buffer, buffer.count)
            }
            if count == 0 { return }
            var done = 0
            while done < count {
                done += try SystemCall.check(step) {
                    unsafe buffer.withUnsafeBytes { raw in
                        unsafe write(descriptor, raw.baseAddress.map { unsafe $0 + done }, count - done)
                    }
                }
            }
        }
    }

    /// Returns once everything is on the disk.
    func sync(step: String) throws(BackupError) {
        try SystemCall.check(step) { fsync(descriptor) }
    }
}

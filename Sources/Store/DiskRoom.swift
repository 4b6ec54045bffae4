internal import Glibc

/// Whether the file system of a database can take another write.
package enum DiskRoom: Sendable {
    case enough
    case none
    case readOnly

    /// One write needs a few pages of the log; a file system that has less than this is as good as full.
    private static let leastByteCount: UInt64 = 1 << 20

    /// Asks the file system (statvfs(3)); one that does not answer is taken to have room.
    package init(of path: String) {
        var figures = Glibc.statvfs()
        guard unsafe statvfs(path, &figures) == 0 else {
            self = .enough
            return
        }
        if figures.f_flag & UInt(ST_RDONLY) != 0 {
            self = .readOnly
        } else {
            self = UInt64(figures.f_bavail) * UInt64(figures.f_frsize) < Self.leastByteCount ? .none : .enough
        }
    }
}

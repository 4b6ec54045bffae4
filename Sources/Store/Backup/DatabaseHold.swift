internal import Glibc

/// Keeps every other process out of a database for as long as this object lives.
///
/// Also out of one that is damaged: SQLite's locks are locks on bytes of the file that hold no data
/// (https://www.sqlite.org/fileformat2.html, section 1.4), and these can be taken without reading the file.
final class DatabaseHold {
    private let connection: Connection?
    private let file: OpenFile?

    /// Refuses a database that another process has open. Its log is folded into the file, so that it is whole alone.
    init(_ place: FilePlace) throws(BackupError) {
        do throws(StoreError) {
            connection = try Connection(path: place.path, mode: .alone)
            file = nil
        } catch .busy {
            throw .inUse(place.path)
        } catch .corrupt {
            connection = nil
            file = try Self.locked(place)
        } catch {
            throw .store(error)
        }
    }

    private static func locked(_ place: FilePlace) throws(BackupError) -> OpenFile {
        let file = try OpenFile(changing: place.path)
        var bytes = flock()
        bytes.l_type = Int16(F_WRLCK)
        bytes.l_whence = Int16(SEEK_SET)
        // Every process that has the database open holds a read lock in these 512 bytes.
        bytes.l_start = 0x4000_0000
        bytes.l_len = 512
        guard unsafe fcntl(file.descriptor, F_SETLK, &bytes) == 0 else { throw .inUse(place.path) }
        return file
    }
}

internal import Glibc

/// A file that is written under a temporary name and comes to its place whole or not at all.
///
/// ```
/// d.backup.partial-9f3c…    while it is written; left over only by a process that was killed
/// d.backup                  after `keep`
/// ```
///
/// Only its owner can read it. Let go of without `keep`, it is removed.
final class NewFile {
    let path: String
    private let place: FilePlace
    private let file: OpenFile
    private var isKept = false

    init(for place: FilePlace) throws(BackupError) {
        try place.mustBeFileOrNothing()
        self.place = place
        // Not the process's number: in a container that is the same one every night.
        path = place.path + ".partial-" + String(UInt64.random(in: .min ... .max), radix: 16)
        file = try OpenFile(making: path)
    }

    deinit {
        if !isKept { unsafe unlink(path) }
        // What SQLite keeps beside the copy while it is open, when it was interrupted.
        for ending in FilePlace.sideEndings { unsafe unlink(path + ending) }
    }

    func fill(from source: FilePlace) throws(BackupError) {
        try file.copy(from: try OpenFile(reading: source.path), step: "copy \(source.path) to \(path)")
    }

    /// Gives it the owner and the permissions of the file it is going to replace.
    func takeOwner(of old: stat) throws(BackupError) {
        let step = "give \(path) the owner of the old database; run the command as that owner or as root"
        try SystemCall.check(step) { fchown(file.descriptor, old.st_uid, old.st_gid) }
        try SystemCall.check(step) { fchmod(file.descriptor, old.st_mode & 0o7777) }
    }

    /// Writes everything to the disk, so that only the name is left to change.
    func sync() throws(BackupError) { try file.sync(step: "write \(path)") }

    /// Moves it to its place, over what lies there, and returns once the disk knows.
    func keep() throws(BackupError) {
        try sync()
        try SystemCall.check("move \(path) to \(place.path)") { unsafe rename(path, place.path) }
        isKept = true
        try OpenFile(reading: place.folder).sync(step: "write the folder \(place.folder)")
    }
}

import Foundation

/// What lies in a folder, seen and spoiled from outside the program.
public enum FolderLook {
    /// Overwrites bytes of a file, by default a few pages in its middle.
    public static func overwrite(_ path: String, at offset: UInt64? = nil, count: Int = 12_288) throws {
        let file = try FileHandle(forUpdating: URL(filePath: path))
        let size = try file.seekToEnd()
        try file.seek(toOffset: offset ?? size / 2)
        try file.write(contentsOf: Data(repeating: 0xA5, count: count))
        try file.close()
    }

    /// The permissions of a file, such as 0o600.
    public static func permissions(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    /// The names in a folder, sorted.
    public static func names(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    }
}

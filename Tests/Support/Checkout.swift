public import Foundation

/// Where things lie: the checkout, the built program, and the material beside the checkout.
public enum Checkout {
    /// The folder that holds Package.swift.
    public static let root: URL = {
        var folder = URL(filePath: #filePath)
        repeat { folder.deleteLastPathComponent() } while !exists(folder.appending(path: "Package.swift"))
        return folder
    }()

    /// The program that was built together with these tests.
    public static let program: URL = {
        var folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        while !exists(folder.appending(path: "scrutiny")), folder.path != "/" {
            folder.deleteLastPathComponent()
        }
        return folder.appending(path: "scrutiny")
    }()

    public static let sample = root.appending(path: "samples/worcestershire-2018-09-14.json")

    private static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }
}

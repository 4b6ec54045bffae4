import Foundation

/// Where the sample and the pack it was read from lie on this machine.
///
/// The package root is the nearest folder above this file that holds `Package.swift`. The pack lies in
/// the folder that the variable `SHARED` names, else in `shared` beside the package root.
enum Checkout {
    static let name = "worcestershire-2018-09-14"

    static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while folder.path != "/" {
            let manifest = folder.appendingPathComponent("Package.swift")
            if FileManager.default.fileExists(atPath: manifest.path) { return folder }
            folder = folder.deletingLastPathComponent()
        }
        preconditionFailure("No folder above this file holds Package.swift.")
    }()

    static let sampleFile = root.appendingPathComponent("samples/\(name).json")

    static let packs: URL = {
        let named = ProcessInfo.processInfo.environment["SHARED"].map { URL(fileURLWithPath: $0) }
        let beside = root.deletingLastPathComponent().appendingPathComponent("shared")
        return (named ?? beside).appendingPathComponent("packs")
    }()

    static let textFile = packs.appendingPathComponent("\(name).txt")
    static let practiceFile = packs.appendingPathComponent("\(name).practice.json")

    /// Whether the checks against the pack must run: they are left out only where nobody promised the pack.
    static var expectsPack: Bool {
        let environment = ProcessInfo.processInfo.environment
        return environment["SHARED"] != nil || environment["CI"] == "true"
            || FileManager.default.fileExists(atPath: packs.path)
    }
}

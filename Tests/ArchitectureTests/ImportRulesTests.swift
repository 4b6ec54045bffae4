import Foundation
import TestSupport
import Testing

/// The layers of docs/architecture.md, held against the import lines.
@Suite("Architecture")
struct ImportRulesTests {
    private static let allowed: [String: Set<String>] = [
        "Domain": [],
        "JSON": [],
        "Locking": ["Glibc"],
        "Gzip": ["CZlib"],
        "HTTP": ["CLinux", "Dispatch", "Glibc", "Locking", "Synchronization"],
        "Store": ["CSQLite", "Crypto", "Dispatch", "Domain", "Glibc", "Locking"],
        "Packs": ["CHTML", "Domain", "JSON"],
        "Server": [
            "ArgumentParser", "Crypto", "Dispatch", "Domain", "Glibc", "Gzip", "HTTP", "JSON", "Locking",
            "Logging", "Packs", "Store",
        ],
    ]

    private static func sources(_ module: String) throws -> [URL] {
        let folder = Checkout.root.appending(path: "Sources/\(module)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    }

    @Test("each module imports only what its layer may", arguments: Array(allowed.keys))
    func imports(module: String) throws {
        let files = try Self.sources(module)
        #expect(!files.isEmpty)
        for file in files {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                guard
                    let match = line.wholeMatch(
                        of: /(?:@\w+ )?(?:package |internal |public |private )?import (\w+)/)
                else { continue }
                #expect(
                    Self.allowed[module]?.contains(String(match.1)) == true,
                    "\(file.lastPathComponent): \(line)")
            }
        }
    }

    @Test("no source file is longer than 400 lines", arguments: Array(allowed.keys))
    func length(module: String) throws {
        for file in try Self.sources(module) {
            let count = try String(contentsOf: file, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false
            ).count
            #expect(count <= 400, "\(file.lastPathComponent) has \(count) lines")
        }
    }

    @Test("unchecked sharing stands only where it is proved", arguments: Array(allowed.keys))
    func unchecked(module: String) throws {
        let proved = ["Locking/Lock.swift", "Store/Statement.swift"]
        for file in try Self.sources(module) {
            let text = try String(contentsOf: file, encoding: .utf8)
            guard text.contains("@unchecked Sendable") || text.contains("nonisolated(unsafe)") else {
                continue
            }
            #expect(proved.contains { file.path.hasSuffix($0) }, "\(file.lastPathComponent)")
        }
    }

    @Test("nothing in the product may stop it by force", arguments: Array(allowed.keys))
    func force(module: String) throws {
        for file in try Self.sources(module) {
            let text = try String(contentsOf: file, encoding: .utf8)
            for word in ["try!", "as!", "fatalError(", "TODO", "FIXME"] {
                #expect(!text.contains(word), "\(file.lastPathComponent): \(word)")
            }
        }
    }
}

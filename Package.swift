// swift-tools-version: 6.2
import PackageDescription

/// What every module of the product is compiled with: Swift 6 rules, and no warning gets through.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Modules that touch raw memory must say `unsafe` where they do.
let memorySafe = strict + [.strictMemorySafety()]

/// What lies beside Store's sources and migrations/; its target reaches over the whole package to embed the latter.
let elsewhere = [
    "CHANGELOG.md", "LICENSE", "Makefile", "README.md", "Sources/CHTML", "Sources/CLinux", "Sources/CSQLite",
    "Sources/CZlib", "Sources/Domain", "Sources/Gzip", "Sources/HTTP", "Sources/JSON", "Sources/Locking",
    "Sources/Packs", "Sources/Server", "Tests", "bench", "docker", "docs",
    "examples", "samples",
    "scripts", "systemd",
]

let package = Package(
    name: "scrutiny",
    products: [.executable(name: "scrutiny", targets: ["Server"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    ],
    targets: [
        .systemLibrary(name: "CLinux", path: "Sources/CLinux"),
        .systemLibrary(
            name: "CSQLite", path: "Sources/CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(
            name: "CHTML", path: "Sources/CHTML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Gzip", dependencies: ["CZlib"], path: "Sources/Gzip", swiftSettings: memorySafe),
        .target(name: "Domain", path: "Sources/Domain", swiftSettings: strict),
        .target(name: "JSON", path: "Sources/JSON", swiftSettings: memorySafe),
        .target(name: "Locking", path: "Sources/Locking", swiftSettings: memorySafe),
        .target(
            name: "HTTP", dependencies: ["CLinux", "Locking"], path: "Sources/HTTP", swiftSettings: memorySafe
        ),
        .target(
            name: "Packs", dependencies: ["CHTML", "Domain", "JSON"], path: "Sources/Packs",
            swiftSettings: strict),
        // The path is the package itself so that the top-level folder migrations/ can be built in.
        .target(
            name: "Store",
            dependencies: [
                "CSQLite", "Domain", "Locking", .product(name: "Crypto", package: "swift-crypto"),
            ],
            path: ".", exclude: elsewhere, sources: ["Sources/Store"],
            resources: [.embedInCode("migrations")],
            swiftSettings: memorySafe),
        .executableTarget(
            name: "Server",
            dependencies: [
                "Domain", "Gzip", "HTTP", "JSON", "Locking", "Packs", "Store",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Sources/Server", swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: strict),
        .testTarget(
            name: "StoreTests", dependencies: ["Domain", "Store", "TestSupport"], path: "Tests/StoreTests",
            exclude: ["Versions"],
            swiftSettings: strict),
        .testTarget(
            name: "DomainTests", dependencies: ["Domain"], path: "Tests/DomainTests", swiftSettings: strict),
        .testTarget(
            name: "JSONTests", dependencies: ["JSON"], path: "Tests/JSONTests", swiftSettings: strict),
        .testTarget(
            name: "HTTPTests", dependencies: ["HTTP", "Locking", "TestSupport"], path: "Tests/HTTPTests",
            swiftSettings: strict),
        .testTarget(
            name: "PacksTests", dependencies: ["Domain", "JSON", "Packs", "TestSupport"],
            path: "Tests/PacksTests",
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(name: "SampleTests", path: "Tests/SampleTests", swiftSettings: strict),
        // Depends on Server, so that the program is built before the tests that run it.
        .testTarget(
            name: "ServerTests", dependencies: ["Domain", "Server", "Store", "TestSupport"],
            path: "Tests/ServerTests",
            swiftSettings: strict),
        .testTarget(
            name: "ArchitectureTests", dependencies: ["TestSupport"], path: "Tests/ArchitectureTests",
            swiftSettings: strict),
    ])

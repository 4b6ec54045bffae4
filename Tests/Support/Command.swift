public import Foundation

/// One run of a program to its end.
public struct Command: Sendable {
    public let status: Int32
    public let output: String
    public let errors: String

    /// Runs the program and waits for it. Its output goes through files, so that no pipe can fill up.
    public static func run(
        _ program: URL, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> Command {
        let files = try TemporaryFolder()
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = try handle(files.path("output"))
        let errors = try handle(files.path("errors"))
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Command(
            status: process.terminationStatus, output: try text(files.path("output")),
            errors: try text(files.path("errors")))
    }

    /// Runs the built program.
    public static func scrutiny(_ arguments: String..., in folder: URL? = nil) throws -> Command {
        try run(Checkout.program, arguments, in: folder)
    }

    static func handle(_ path: String) throws -> FileHandle {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        return try FileHandle(forWritingTo: URL(filePath: path))
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    }
}

public import Foundation

/// The built program serving a database of its own on a free port of loopback, ended with the test.
public final class RunningServer {
    public let folder: TemporaryFolder
    public let database: String
    public let url: String
    private let process: Process

    public enum Failure: Error {
        case commandFailed(Command)
        case neverListened(String)
    }

    /// - Parameter sample: whether the sample pack is imported first.
    public init(sample: Bool = true, arguments: [String] = []) throws {
        folder = try TemporaryFolder()
        database = folder.path("scrutiny.sqlite")
        try Self.succeed(.scrutiny("migrate", "--database", database))
        if sample { try Self.succeed(.scrutiny("import", Checkout.sample.path, "--database", database)) }
        (process, url) = try Self.serve(database, folder, arguments)
    }

    /// Serves a database that is there already; its folder is the caller's.
    public init(serving database: String) throws {
        folder = try TemporaryFolder()
        self.database = database
        (process, url) = try Self.serve(database, folder, [])
    }

    deinit { stop() }

    /// A socket to the server, which runs for as long as the client is in use.
    public func client(receiveByteCount: Int32? = nil) throws -> SocketClient {
        let client = try SocketClient(port: port, receiveByteCount: receiveByteCount)
        client.server = self
        return client
    }

    public var port: UInt16 { url.split(separator: ":").last.flatMap { UInt16($0) } ?? 0 }
    public var processID: Int32 { process.processIdentifier }

    /// What the server has written to standard error so far.
    public var log: String { (try? String(contentsOfFile: folder.path("log"), encoding: .utf8)) ?? "" }

    /// Runs SQL on the database as another program would.
    public func sqlite(_ sql: String) throws {
        let script =
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.commit()"
        try Self.succeed(
            Command.run(URL(filePath: "/usr/bin/env"), ["python3", "-c", script, database, sql]))
    }

    /// Makes a token and returns it.
    public func token(_ scopes: String...) throws -> String {
        let arguments =
            ["token", "create", "--database", database, "--name", UUID().uuidString, "--scope"] + scopes
        let made = try Command.run(Checkout.program, arguments)
        try Self.succeed(made)
        return made.output.trimmingCharacters(in: .newlines)
    }

    /// Asks the server to end, waits for it, and returns its exit status.
    @discardableResult
    public func stop(with signal: Int32 = SIGTERM) -> Int32 {
        if process.isRunning { kill(process.processIdentifier, signal) }
        process.waitUntilExit()
        return process.terminationStatus
    }

    private static func serve(
        _ database: String, _ folder: TemporaryFolder, _ arguments: [String]
    ) throws -> (Process, String) {
        let process = Process()
        process.executableURL = Checkout.program
        process.arguments = ["serve", "--database", database, "--port", "0"] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = try Command.handle(folder.path("log"))
        process.standardInput = FileHandle.nullDevice
        // Not in the source tree: the program must run from anywhere.
        process.currentDirectoryURL = folder.url
        try process.run()
        // The first line comes once connections are accepted.
        var line = ""
        while !line.hasSuffix("\n") {
            guard let byte = try pipe.fileHandleForReading.read(upToCount: 1), !byte.isEmpty else {
                process.waitUntilExit()
                throw Failure.neverListened(
                    (try? String(contentsOfFile: folder.path("log"), encoding: .utf8)) ?? "")
            }
            line += String(decoding: byte, as: UTF8.self)
        }
        let prefix = "listening on "
        guard line.hasPrefix(prefix) else { throw Failure.neverListened(line) }
        return (process, line.dropFirst(prefix.count).trimmingCharacters(in: .newlines))
    }

    private static func succeed(_ command: Command) throws {
        guard command.status == 0 else { throw Failure.commandFailed(command) }
    }
}

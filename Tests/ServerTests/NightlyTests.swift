import Foundation
import TestSupport
import Testing

/// `scrutiny nightly`: an inbox, a server, and what becomes of each file.
@Suite("The nightly job")
struct NightlyTests {
    let folder: TemporaryFolder
    let inbox: String
    let done: String
    let failed: String
    private static let fixtures = Checkout.root.appending(path: "Tests/PacksTests/Fixtures")

    init() throws {
        folder = try TemporaryFolder()
        inbox = folder.path("inbox")
        done = folder.path("done")
        failed = folder.path("failed")
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: false)
    }

    private func put(_ name: String, as other: String? = nil) throws {
        try FileManager.default.copyItem(
            at: Self.fixtures.appending(path: name), to: URL(filePath: "\(inbox)/\(other ?? name)"))
    }

    private func arguments(_ url: String, _ more: [String] = []) -> [String] {
        [
            "nightly", "--inbox", inbox, "--done", done, "--failed", failed, "--url", url, "--token-file",
            folder.path("token"),
        ] + more
    }

    private func run(_ url: String, _ more: String...) throws -> Command {
        try Command.run(Checkout.program, arguments(url, more))
    }

    private func names(_ path: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: path).filter { !$0.hasPrefix(".") }
            .sorted()
    }

    private func report(_ path: String) throws -> JSONObject {
        JSONObject(
            try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: Any]
                ?? [:])
    }

    private func serving() throws -> RunningServer {
        let server = try RunningServer(sample: false)
        try server.token("import").write(toFile: folder.path("token"), atomically: true, encoding: .utf8)
        return server
    }

    @Test("each file is posted and moved with its report; what is no pack goes to failed")
    func moved() throws {
        let server = try serving()
        try put("northvale-quarter.txt")
        try put("fenwick-minutes.txt")
        try Data("nothing of a pack".utf8).write(to: URL(filePath: "\(inbox)/letter.txt"))
        try FileManager.default.copyItem(at: Checkout.sample, to: URL(filePath: "\(inbox)/ready.json"))
        let first = try run(server.url)
        #expect(first.status == 1, "\(first.errors)")
        #expect(try names(inbox) == [])
        #expect(
            try names(done) == [
                "fenwick-minutes.txt", "fenwick-minutes.txt.report.json", "northvale-quarter.txt",
                "northvale-quarter.txt.report.json", "ready.json", "ready.json.report.json",
            ])
        #expect(try names(failed) == ["letter.txt", "letter.txt.report.json"])
        let good = try report("\(done)/northvale-quarter.txt.report.json")
        #expect(good.text("outcome") == "posted" && good.integer("status") == 201)
        #expect((good.object("summary")?.integer("figures") ?? 0) >= 15)
        #expect(good.object("answer")?.object("totals")?.integer("created") ?? 0 > 0)
        #expect(try report("\(failed)/letter.txt.report.json").text("outcome") == "unreadable")
        // Nothing is left to do.
        #expect(try run(server.url).status == 0)
        // The same file again is answered by the server and done once.
        try put("northvale-quarter.txt")
        #expect(try run(server.url).status == 0)
        #expect(
            try server.curl("/v1/imports?count=exact", token: server.token("admin")).json.object("page")?
                .integer("count") == 3)
        #expect(try names(done).count { $0.hasPrefix("northvale-quarter") } == 4)
        #expect(try server.curl("/v1/meetings").data.allSatisfy { $0.text("state") != "published" })
        withExtendedLifetime(server) {}
    }

    @Test("while the server is away files stay, and the next run takes them")
    func away() throws {
        let server = try serving()
        let url = server.url
        server.stop()
        try put("northvale-quarter.txt")
        try put("fenwick-minutes.txt")
        let first = try run(url, "--attempts", "2", "--first-wait", "0")
        #expect(first.status == 2)
        #expect(first.errors.contains("trying again"))
        #expect(try names(inbox) == ["fenwick-minutes.txt", "northvale-quarter.txt"])
        let other = try serving()
        #expect(try run(other.url).status == 0)
        #expect(try names(inbox) == [])
        withExtendedLifetime(other) {}
    }

    @Test("a refused document goes to failed with the server's answer")
    func refused() throws {
        let server = try serving()
        try "wrong-token".write(toFile: folder.path("token"), atomically: true, encoding: .utf8)
        try put("northvale-quarter.txt")
        #expect(try run(server.url).status == 1)
        let report = try report("\(failed)/northvale-quarter.txt.report.json")
        #expect(report.text("outcome") == "refused" && report.integer("status") == 401)
        withExtendedLifetime(server) {}
    }

    @Test("killed again and again, it loses no file and posts none twice")
    func killed() throws {
        let server = try serving()
        let packs = [
            "northvale-quarter.txt", "fenwick-minutes.txt", "millbrook-children.md", "severnside-minutes.txt",
            "castlebury-inquorate.txt",
        ]
        for name in packs { try put(name) }
        for _ in packs {
            let process = Process()
            process.executableURL = Checkout.program
            process.arguments = arguments(server.url)
            let pipe = Pipe()
            process.standardError = pipe
            process.standardInput = FileHandle.nullDevice
            try process.run()
            // The first word of the run comes when a file is dealt with; the kill falls into the next one.
            _ = try pipe.fileHandleForReading.read(upToCount: 1)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        #expect(try run(server.url).status == 0)
        #expect(try names(inbox) == [])
        #expect(try names(done) == packs.flatMap { [$0, "\($0).report.json"] }.sorted())
        #expect(try names(failed) == [])
        #expect(
            try server.curl("/v1/imports?count=exact", token: server.token("admin")).json.object("page")?
                .integer("count") == packs.count)
        #expect(
            try server.curl("/v1/meetings?count=exact").json.object("page")?.integer("count") == packs.count)
        // Half-written files of killed runs are gone.
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox).sorted() == [".lock"])
        withExtendedLifetime(server) {}
    }

    @Test("a second run on the same inbox waits for none and does nothing")
    func alone() throws {
        try "token".write(toFile: folder.path("token"), atomically: true, encoding: .utf8)
        try put("northvale-quarter.txt")
        let lock = open("\(inbox)/.lock", O_RDWR | O_CREAT, 0o640)
        #expect(flock(lock, LOCK_EX) == 0)
        let second = try run("http://127.0.0.1:9")
        #expect(second.status == 2)
        #expect(second.errors.contains("another run works on"))
        #expect(try names(inbox) == ["northvale-quarter.txt"])
        close(lock)
    }
}

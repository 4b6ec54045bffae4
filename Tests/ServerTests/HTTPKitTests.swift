import Foundation
import TestSupport
import Testing

/// The kit of raw requests in Python, which knows nothing of our parser.
@Suite("The HTTP kit")
struct HTTPKitTests {
    @Test("no case of the kit fails")
    func kit() throws {
        let server = try RunningServer(sample: false)
        let port = try #require(server.url.split(separator: ":").last)
        let kit = Checkout.root.appending(path: "Tests/HTTPKit/kit.py").path
        let run = try Command.run(
            URL(filePath: "/usr/bin/env"), ["python3", "-B", kit, "127.0.0.1", String(port)])
        #expect(run.status == 0)
        #expect(run.output.hasSuffix(" passed, 0 failed\n"), "\(run.output)\(run.errors)")
        let passed =
            run.output.split(separator: "\n").last?.split(separator: " ").first.flatMap { Int($0) } ?? 0
        #expect(passed >= 150)
    }
}

import Foundation
import TestSupport
import Testing

private let hasIPv6 =
    FileManager.default.contents(atPath: "/proc/net/if_inet6").map { !$0.isEmpty } ?? false

/// The addresses the program listens on.
@Suite("Addresses", .enabled(if: hasIPv6, "this machine has no IPv6"))
struct AddressTests {
    @Test("IPv6 is served, and the log names its clients as they are written")
    func version6() throws {
        let server = try RunningServer(sample: false, arguments: ["--host", "::1"])
        #expect(server.url.hasPrefix("http://[::1]:"))
        #expect(try server.curl("/health").status == 200)
        server.stop()
        #expect(server.log.contains("from=::1 "))
    }

    @Test("an address for both versions serves both, and an IPv4 client keeps its name")
    func bothVersions() throws {
        let server = try RunningServer(sample: false, arguments: ["--host", "::"])
        let client = try server.client()
        client.send("GET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        #expect(client.answer()?.status == 200)
        server.stop()
        #expect(server.log.contains("from=127.0.0.1 "))
    }
}

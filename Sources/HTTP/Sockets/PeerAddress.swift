internal import CLinux
internal import Glibc

/// Where a connection comes from.
struct PeerAddress: Equatable, Sendable {
    /// As it is usually written: `192.0.2.7`, `2001:db8::7`.
    let text: String
    /// What is counted as one client: an IPv4 address, or the /64 that one subscriber of IPv6 has to himself
    /// (RFC 6177, section 2).
    let network: UInt64

    static let unknown = PeerAddress(text: "unknown", network: 0)

    private init(text: String, network: UInt64) {
        self.text = text
        self.network = network
    }

    init(_ storage: sockaddr_storage) {
        let bytes = unsafe withUnsafeBytes(of: storage) { unsafe Array($0) }
        switch Int32(storage.ss_family) {
        case AF_INET: self.init(version4: bytes[4..<8])
        // An IPv4 client of a socket that takes both (RFC 4291, section 2.5.5.2).
        case AF_INET6 where bytes[8..<20].elementsEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]):
            self.init(version4: bytes[20..<24])
        case AF_INET6: self.init(version6: Array(bytes[8..<24]))
        default: self = .unknown
        }
    }

    private init(version4 bytes: ArraySlice<UInt8>) {
        text = bytes.map(String.init).joined(separator: ".")
        network = Self.number(bytes)
    }

    private init(version6 bytes: [UInt8]) {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let isWritten = unsafe inet_ntop(AF_INET6, bytes, &buffer, socklen_t(buffer.count)) != nil
        let characters = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        text = isWritten ? String(decoding: characters, as: UTF8.self) : Self.unknown.text
        network = Self.number(bytes[..<8])
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
}

internal import CLinux
internal import Glibc

/// Why the server could not start listening.
package enum ServerStartError: Error, Equatable, Sendable, CustomStringConvertible {
    case hostUnknown(String)
    case addressInUse(host: String, port: UInt16)
    case notPermitted(host: String, port: UInt16)
    case failed(String)

    package var description: String {
        switch self {
        case .hostUnknown(let host):
            "\(host) is not an address of this machine. Use an IP address such as 127.0.0.1 or ::1."
        case .addressInUse(let host, let port):
            "Port \(port) of \(host) is in use. Choose another with --port; 0 picks a free one."
        case .notPermitted(_, let port):
            "Port \(port) needs more rights than this user has. Choose one above 1023."
        case .failed(let reason): "The server cannot listen: \(reason)."
        }
    }
}

/// The listening socket that all loops share.
struct Listener: ~Copyable {
    private let descriptor: Descriptor
    let port: UInt16

    var number: Int32 { descriptor.number }

    init(host: String, port: UInt16) throws(ServerStartError) {
        var hints = unsafe addrinfo()
        unsafe hints.ai_family = AF_UNSPEC
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        var found: UnsafeMutablePointer<addrinfo>?
        guard unsafe getaddrinfo(host, "\(port)", &hints, &found) == 0, let address = unsafe found else {
            throw .hostUnknown(host)
        }
        defer { unsafe freeaddrinfo(address) }
        let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let number = unsafe socket(address.pointee.ai_family, type, 0)
        guard number >= 0 else { throw .failed(Self.reason) }
        let descriptor = Descriptor(number)
        // A port whose last connections are still winding down can be taken at once after a restart.
        _ = scrutiny_set_flag(number, SOL_SOCKET, SO_REUSEADDR)
        guard unsafe scrutiny_bind(number, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0 else {
            switch errno {
            case EADDRINUSE: throw .addressInUse(host: host, port: port)
            case EACCES: throw .notPermitted(host: host, port: port)
            case EADDRNOTAVAIL: throw .hostUnknown(host)
            default: throw .failed(Self.reason)
            }
        }
        // The kernel caps the backlog at net.core.somaxconn.
        guard listen(number, 4_096) == 0 else { throw .failed(Self.reason) }
        self.port = UInt16(clamping: scrutiny_bound_port(number))
        self.descriptor = descriptor
    }

    private static var reason: String { unsafe String(cString: strerror(errno)) }
}

/// What `accept` brought.
enum Accepted {
    case connection(Int32, from: PeerAddress)
    /// Nobody is waiting.
    case none
    /// No descriptor is left for the connection.
    case exhausted

    /// Takes one waiting connection of the listener, non-blocking and with TCP_NODELAY set.
    static func next(from listener: Int32) -> Accepted {
        while true {
            var address = sockaddr_storage()
            let number = unsafe scrutiny_accept(listener, &address)
            if number >= 0 {
                _ = scrutiny_set_flag(number, Int32(IPPROTO_TCP), TCP_NODELAY)
                _ = scrutiny_bound_unsent(number, 128 << 10)
                return .connection(number, from: PeerAddress(address))
            }
            switch errno {
            // The client gave up between its knock and our opening.
            case EINTR, ECONNABORTED: continue
            case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted
            default: return .none
            }
        }
    }
}

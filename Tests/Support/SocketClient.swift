import Glibc

/// A socket to loopback that sends any bytes and knows how the server ended the connection.
public final class SocketClient {
    public enum End { case open, closed, reset, timedOut }

    public struct Answer: Equatable {
        public var status = 0
        public var fields: [String] = []
        public var body: [UInt8] = []
        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    public struct NotConnected: Error {}

    /// Keeps the server running for as long as the client is in use.
    public var server: AnyObject?
    private let descriptor: Int32
    private var received: [UInt8] = []
    public private(set) var end = End.open

    /// - Parameter patience: milliseconds that one read or write may take; far longer than any that succeeds.
    public init(port: UInt16, receiveByteCount: Int32? = nil, patience: Int = 8_000) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: patience / 1_000, tv_usec: patience % 1_000 * 1_000)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        if var size = receiveByteCount {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw NotConnected() }
    }

    deinit { close(descriptor) }

    /// False when the server takes no more.
    @discardableResult
    public func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                Glibc.send(
                    descriptor, raw.baseAddress.map { $0 + sent }, raw.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    public func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    public func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Everything until the server closes; nil when the connection ends in another way.
    public func rest() -> String? {
        while receive() {}
        defer { received = [] }
        return end == .closed ? String(decoding: received, as: UTF8.self) : nil
    }

    /// Reads until the connection ends in any way.
    public func drain() {
        while receive() { received = [] }
    }

    /// Waits until so many bytes have come, without using them.
    public func wait(forByteCount count: Int) -> Bool {
        while received.count < count { guard receive() else { return false } }
        return true
    }

    /// Waits until this text has come, without using it.
    public func wait(for text: String) -> Bool {
        while !hasReceived(text) { guard receive() else { return false } }
        return true
    }

    /// Whether this text is among what has come and is not used.
    public func hasReceived(_ text: String) -> Bool {
        String(decoding: received, as: UTF8.self).contains(text)
    }

    /// Uses the next bytes when they are these.
    public func take(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard wait(forByteCount: bytes.count), received.starts(with: bytes) else { return false }
        received.removeFirst(bytes.count)
        return true
    }

    /// The next whole answer; nil when the connection ends before it does.
    public func answer(toHead isHead: Bool = false) -> Answer? {
        guard let head = line(endingWith: "\r\n\r\n") else { return nil }
        let lines = head.split(separator: "\r\n").map(String.init)
        var answer = Answer(
            status: Int(lines[0].split(separator: " ")[1]) ?? 0, fields: Array(lines.dropFirst()))
        if isHead { return answer }
        if answer.fields.contains("transfer-encoding: chunked") {
            while let size = line(endingWith: "\r\n").flatMap({
                Int($0.prefix(while: \.isHexDigit), radix: 16)
            }) {
                guard let chunk = bytes(size + 2) else { return nil }
                if size == 0 { return answer }
                answer.body += chunk.dropLast(2)
            }
            return nil
        }
        let length = answer.fields.first { $0.hasPrefix("content-length: ") }.flatMap {
            Int($0.dropFirst(16))
        }
        guard let body = bytes(length ?? 0) else { return nil }
        answer.body = body
        return answer
    }

    private func bytes(_ count: Int) -> [UInt8]? {
        guard wait(forByteCount: count) else { return nil }
        defer { received.removeFirst(count) }
        return Array(received[..<count])
    }

    private func line(endingWith ending: String) -> String? {
        let ending = Array(ending.utf8)
        var count = ending.count
        while wait(forByteCount: count) {
            if received[count - ending.count..<count].elementsEqual(ending) {
                return bytes(count).map { String(decoding: $0, as: UTF8.self) }
            }
            count += 1
        }
        return nil
    }

    private func receive() -> Bool {
        guard end == .open else { return false }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count > 0 {
            received += buffer[..<count]
        } else {
            end = count == 0 ? .closed : errno == EAGAIN ? .timedOut : .reset
        }
        return count > 0
    }
}

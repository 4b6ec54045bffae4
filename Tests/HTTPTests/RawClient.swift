import Glibc

/// A socket to loopback that sends any bytes and reads until something is true or time is over.
final class RawClient {
    let descriptor: Int32
    private(set) var received: [UInt8] = []
    private(set) var isAtEnd = false

    struct NotConnected: Error {}

    init(port: UInt16, address host: UInt32 = 0x7F00_0001, receiveBuffer: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        // No wait may be longer than a test may take.
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        if var size = receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = host.bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else {
            close(descriptor)
            throw NotConnected()
        }
    }

    deinit { close(descriptor) }

    /// False when the server takes no more.
    @discardableResult
    func send(_ bytes: some Sequence<UInt8>) -> Bool {
        let bytes = Array(bytes)
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
    func send(_ text: String) -> Bool { send(text.utf8) }

    func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Reads until the condition holds, the server ends the connection, or ten seconds are over.
    @discardableResult
    func read(until isEnough: ([UInt8]) -> Bool) -> String {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while !isAtEnd, !isEnough(received) {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else {
                isAtEnd = true
                break
            }
            received += buffer[..<count]
        }
        return text
    }

    func readToEnd() -> String { read { _ in false } }

    var text: String { String(decoding: received, as: UTF8.self) }

    /// Reads whole answers, told apart by their lengths, and takes them out of what was received.
    func answers(_ count: Int) -> [(status: Int, body: String)] {
        var answers: [(Int, String)] = []
        while answers.count < count {
            guard let answer = takeAnswer() else {
                let before = received.count
                read { $0.count > before }
                if received.count == before { break }
                continue
            }
            answers.append(answer)
        }
        return answers
    }

    private func takeAnswer() -> (Int, String)? {
        guard let end = Self.headEnd(received) else { return nil }
        let head = String(decoding: received[..<end], as: UTF8.self).split(separator: "\r\n")
        let status = Int(head.first?.split(separator: " ").dropFirst().first ?? "") ?? 0
        let length = head.first { $0.hasPrefix("content-length: ") }.flatMap { Int($0.dropFirst(16)) } ?? 0
        guard received.count >= end + length else { return nil }
        let body = String(decoding: received[end..<(end + length)], as: UTF8.self)
        received.removeFirst(end + length)
        return (status, body)
    }

    private static func headEnd(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        for index in 3..<bytes.count
        where bytes[index] == 10 && bytes[index - 1] == 13 && bytes[index - 2] == 10 && bytes[index - 3] == 13
        {
            return index + 1
        }
        return nil
    }
}

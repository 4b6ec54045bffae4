internal import CZlib

/// One gzip stream (RFC 1952) under construction, made by zlib piece by piece. Confined to the thread that uses it.
///
/// The same pieces give the same bytes: the frame holds no time and no name.
@safe
package final class Gzip {
    private let stream: UnsafeMutablePointer<z_stream>
    private var scratch = [UInt8](repeating: 0, count: 16 << 10)

    /// Nil when there is no memory for it.
    package init?() {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // Level 4: most of what is to be won, at a third of the time of zlib's own choice.
        guard unsafe scrutiny_gzip_begin(stream, 4) == Z_OK else { return nil }
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Compresses the bytes and appends what is ready; some of it may come with a later piece.
    package func append(_ bytes: [UInt8], to output: inout [UInt8]) {
        if !bytes.isEmpty { compress(bytes, Z_NO_FLUSH, to: &output) }
    }

    /// Appends the rest of the stream. Nothing may follow.
    package func finish(into output: inout [UInt8]) { compress([], Z_FINISH, to: &output) }

    private func compress(_ bytes: [UInt8], _ flush: Int32, to output: inout [UInt8]) {
        // zlib only reads what next_in points to, and neither pointer outlives the call.
        var input = bytes
        unsafe input.withUnsafeMutableBufferPointer { source in
            unsafe stream.pointee.next_in = source.baseAddress
            unsafe stream.pointee.avail_in = UInt32(source.count)
            var isFull = true
            while isFull {
                let count = unsafe scratch.withUnsafeMutableBufferPointer { target in
                    unsafe stream.pointee.next_out = target.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(target.count)
                    unsafe deflate(stream, flush)
                    return unsafe target.count - Int(stream.pointee.avail_out)
                }
                output.append(contentsOf: scratch[..<count])
                isFull = count == scratch.count
            }
            unsafe stream.pointee.next_in = nil
        }
    }

    /// The bytes as one gzip stream; nil when there is no memory for it.
    package static func whole(_ bytes: [UInt8]) -> [UInt8]? {
        guard let gzip = Gzip() else { return nil }
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count / 4)
        gzip.append(bytes, to: &output)
        gzip.finish(into: &output)
        return output
    }
}

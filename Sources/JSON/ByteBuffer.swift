/// Bytes that grow at their end, in memory of their own.
///
/// An array asks at each append whether somebody else holds it too; here nobody can. A page of 50 records is some
/// 6,000 appends.
@safe
@usableFromInline
struct ByteBuffer: ~Copyable {
    // From here on `capacity` bytes are this buffer's own, of which the first `count` are initialised.
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    @usableFromInline var count = 0
    @usableFromInline var capacity: Int

    init(capacity: Int) {
        unsafe start = .allocate(capacity: capacity)
        self.capacity = capacity
    }

    deinit { unsafe start.deallocate() }

    @inlinable
    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(by: 1) }
        unsafe (start + count).initialize(to: byte)
        count += 1
    }

    @inlinable
    mutating func append(contentsOf run: Span<UInt8>) {
        // The span keeps its storage alive for the call, and this buffer is another allocation.
        unsafe run.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    @inlinable
    mutating func append(contentsOf run: UnsafeBufferPointer<UInt8>) {
        guard let source = run.baseAddress else { return }
        let length = run.count
        if length > capacity - count { grow(by: length) }
        unsafe (start + count).initialize(from: source, count: length)
        count += length
    }

    /// Makes room for so many bytes more, and for as many again as there are.
    @usableFromInline
    mutating func grow(by length: Int) {
        let larger = max(2 * capacity, count + length)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe moved.moveInitialize(from: start, count: count)
        unsafe start.deallocate()
        unsafe start = moved
        capacity = larger
    }

    /// Puts the bytes behind those of an array.
    func append(to array: inout [UInt8]) {
        unsafe array.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    }
}

internal import CLinux
internal import Glibc

/// One client's connection: its descriptor, what has arrived and is not used yet, what is to be sent, and where it
/// stands. Belongs to one loop.
final class Connection {
    /// What the connection does now. Requests are answered one after the other, so there is only one of these.
    enum Phase {
        /// Waiting for a head, or in the middle of one.
        case head
        case body
        /// Somebody answers later.
        case waiting
        /// A body source gives the answer piece by piece.
        case streaming
        /// The last answer is on its way; then the connection ends.
        case closing
        /// All is sent; what still comes is read and dropped, so that the client can read the answer.
        case lingering
    }

    let number: Int32
    let slot: Int
    /// Tells this connection from earlier ones in the same slot and with the same descriptor.
    let generation: UInt32
    let address: PeerAddress

    var phase = Phase.head
    /// Bytes that have arrived; those before `consumed` are used. Given back to the loop when it is empty.
    var input: [UInt8] = []
    var consumed = 0
    var scanner = HeadScanner()
    var decoder: BodyDecoder?
    /// The request whose body is being read.
    var request: Request?
    /// Bytes to send; those before `sentCount` are gone. Given back to the loop when it is empty.
    var output: [UInt8] = []
    var sentCount = 0
    var source: (any BodySource)?
    var exchange: Exchange?
    /// The request that a ticket may still answer.
    var awaitedSerial: UInt64 = 0

    var canReceive = true
    var canSend = true
    /// The end of what the client sends has arrived and is not read yet.
    var isEndInSight = false
    var isListedAsReady = false
    /// Requests were left unread because there was too much to send, or because others had to have their turn.
    var canGoOn = false
    var streamKeepsAlive = false
    /// The source of a stream has nothing for now.
    var isPaused = false
    var requestCount = 0

    /// When the phase began and output last moved.
    var phaseStart: Milliseconds
    var lastProgress: Milliseconds
    /// How much of a body, or of what is dropped, has come in this phase.
    var receivedCount = 0
    var receivePace: Pace
    /// How much has been given to the kernel since the connection began.
    var sentTotal = 0
    var sendPace: Pace

    init(number: Int32, slot: Int, generation: UInt32, address: PeerAddress, now: Milliseconds) {
        self.number = number
        self.slot = slot
        self.generation = generation
        self.address = address
        phaseStart = now
        lastProgress = now
        receivePace = Pace(from: now)
        sendPace = Pace(from: now)
    }

    deinit { close(number) }

    var key: UInt64 { UInt64(generation) << 32 | UInt64(slot) }
    var hasInput: Bool { consumed < input.count }
    var hasOutput: Bool { sentCount < output.count }
    var isIdle: Bool { phase == .head && !hasInput && !hasOutput }
    var wantsInput: Bool { phase == .head || phase == .body || phase == .lingering }

    /// Adds to what is to be sent. The buffer is moved out meanwhile, which spares the checks for overlapping access.
    @inline(__always)
    func write(_ body: (inout [UInt8]) -> Void) {
        var lent = moved(&output, leaving: [])
        body(&lent)
        output = lent
    }

    /// The beginning of the request that was not understood, as far as it can be shown: one line of visible ASCII.
    func firstLine(at start: Int) -> String {
        let request = input[min(start, input.count)...]
        let line = request.starts(with: "\r\n".utf8) ? request.dropFirst(2) : request
        let visible = line.prefix(200).prefix { (0x20..<0x7F).contains($0) }
        return String(decoding: visible, as: UTF8.self)
    }

    /// Forgets what is sent once it is the larger part, so that a client which takes its answers slowly costs no
    /// more than what it has yet to take.
    func dropWhatIsSent() {
        guard sentCount > 0, sentCount >= output.count / 2 else { return }
        let sent = sentCount
        sentCount = 0
        write { output in
            if sent == output.count {
                output.removeAll(keepingCapacity: true)
            } else {
                output.removeFirst(sent)
            }
        }
    }

    func enter(_ next: Phase, at now: Milliseconds) {
        phase = next
        phaseStart = now
        receivedCount = 0
        receivePace.restart(at: now, count: 0)
    }

    /// Bytes that the kernel holds because the client has not taken them yet (tcp(7), SIOCOUTQ).
    var untakenCount: Int { scrutiny_unsent_byte_count(number) }
}

/// What is remembered of a request while it is answered.
struct Exchange {
    let id: RequestID
    let isHead: Bool
    let minorVersion: Int
    let keepsAlive: Bool
    /// Of the monotonic clock; 0 where nobody asks for the duration.
    let start: Nanoseconds
    /// Only when records are wanted.
    let method: String
    let target: String
    var bodyByteCount = 0
    var status: UInt16 = 0
}

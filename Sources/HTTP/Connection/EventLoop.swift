internal import CLinux
internal import Glibc

/// One thread that serves many connections: wait, read, answer, send, look at the clock.
///
/// Everything it owns is made on its own queue and never leaves it, so nothing here needs a lock. What other
/// threads want of it comes through the mailbox.
///
/// ```
/// turn = wait for events
///        letters from the mailbox, new connections, then each connection that can go on
///        every quarter of a second: what has taken too long
/// ```
final class EventLoop {
    let number: Int
    let limits: HTTPLimits
    let tellsTiming: Bool
    let parser: RequestParser
    let handler: any RequestHandler
    let mailbox: Mailbox
    let shared: SharedState
    var poller: Poller
    var slots: [Connection?] = []
    private var freeSlots: [Int] = []
    private var nextGeneration: UInt32 = 1
    private(set) var connectionCount = 0
    /// Connections that could go on but gave way to others.
    private var ready: [Int] = []
    /// False for a moment when there is no descriptor left to accept with.
    private var isListening = true

    // Buffers that go round between connections; those at rest hold none.
    var scratch = [UInt8](repeating: 0, count: 64 << 10)
    var spareInput: [UInt8] = []
    var spareOutput: [UInt8] = []
    var spareRequest: Request
    var spareResponse = Response()
    var date = DateField()
    var now: Milliseconds = 0
    var requestCount: UInt64 = 0
    /// Requests that the connection under hand may still have answered in this turn.
    var requestAllowance = 0
    /// Requests under way are finished, and answers say that the connection ends.
    private(set) var isStopping = false
    /// What is new is answered with 503.
    private(set) var refusesRequests = false
    private var stopTime: Milliseconds = .max
    private var lastTick: Milliseconds = 0
    private var hasBegunBatch = false

    /// Keys of the poller that are no connection's.
    private static let listenerKey = UInt64.max
    private static let mailboxKey = UInt64.max - 1
    /// How often time-outs are looked at: far finer than any of them.
    private static let tick: Milliseconds = 250

    init?(
        number: Int, configuration: HTTPConfiguration, handler: any RequestHandler, shared: SharedState
    ) {
        guard let poller = Poller() else { return nil }
        self.poller = poller
        self.number = number
        limits = configuration.limits
        tellsTiming = configuration.tellsTiming
        self.handler = handler
        mailbox = shared.mailboxes[number]
        self.shared = shared
        parser = RequestParser(limits: limits)
        spareRequest = Request(ticket: Ticket(mailbox: mailbox, slot: 0, serial: 0))
        guard self.poller.addShared(shared.listener.number, key: Self.listenerKey),
            self.poller.add(mailbox.descriptor, key: Self.mailboxKey)
        else { return nil }
    }

    /// Serves until the server is stopped and the last connection is done, or the grace is over.
    func run() {
        updateClock()
        lastTick = now
        while !isFinished {
            let count = poller.wait(milliseconds: waitTime)
            updateClock()
            hasBegunBatch = false
            // First, so that no answer of this turn promises a connection that is about to end.
            lookForStop()
            for index in 0..<count { take(poller.event(index)) }
            let waiting = ready
            ready.removeAll(keepingCapacity: true)
            for slot in waiting {
                guard let connection = slots[slot] else { continue }
                connection.isListedAsReady = false
                drive(connection)
            }
            if now - lastTick >= Self.tick { endOverdue() }
        }
        for case let connection? in slots { end(connection) }
        mailbox.close()
    }

    /// Tells the handler once a turn that requests are coming.
    func beginBatch() {
        guard !hasBegunBatch else { return }
        hasBegunBatch = true
        handler.batchBegins()
    }

    func listAsReady(_ connection: Connection) {
        guard !connection.isListedAsReady else { return }
        connection.isListedAsReady = true
        ready.append(connection.slot)
    }

    /// Forgets the connection, which closes its descriptor.
    func end(_ connection: Connection) {
        guard slots[connection.slot] === connection else { return }
        connection.source = nil
        recordAbandoned(connection)
        slots[connection.slot] = nil
        freeSlots.append(connection.slot)
        connectionCount -= 1
        shared.counts.end(connection.address, on: number)
    }

    private var isFinished: Bool {
        isStopping && (connectionCount == 0 || now >= stopTime || shared.stop.wantsEndNow)
    }

    private var waitTime: Int32 {
        if !ready.isEmpty { return 0 }
        return connectionCount > 0 || isStopping || !isListening ? Int32(Self.tick) : -1
    }

    private func updateClock() {
        now = MonotonicClock.milliseconds
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME_COARSE, &time)
        date.update(secondsSince1970: Int64(time.tv_sec))
    }

    private func take(_ event: Poller.Event) {
        switch event.key {
        case Self.listenerKey: acceptOne()
        case Self.mailboxKey: for letter in mailbox.take() { open(letter) }
        default:
            let slot = Int(event.key & 0xFFFF_FFFF)
            // The connection this event is about may have ended earlier in the same turn.
            guard slot < slots.count, let connection = slots[slot], connection.key == event.key else {
                return
            }
            // A stream that waits for something to tell would not notice that nobody listens any more.
            if event.isGone, connection.isPaused { return end(connection) }
            if event.isReadable || event.isGone { connection.canReceive = true }
            if event.isHalfClosed { connection.isEndInSight = true }
            if event.isWritable || event.isGone { connection.canSend = true }
            drive(connection)
        }
    }

    private func open(_ letter: Mailbox.Letter) {
        switch letter {
        case .answer(let slot, let serial, let response):
            guard slot < slots.count, let connection = slots[slot], connection.phase == .waiting,
                connection.awaitedSerial == serial
            else { return }
            borrowBuffers(for: connection)
            respond(connection, response)
            drive(connection)
        case .resume(let slot, let serial):
            guard slot < slots.count, let connection = slots[slot], connection.phase == .streaming,
                connection.awaitedSerial == serial
            else { return }
            connection.isPaused = false
            drive(connection)
        case .connection(let number, let address, let verdict): begin(number, address, verdict)
        }
    }

    /// Takes one connection that waits; the next ones are for whichever loop is free first.
    private func acceptOne() {
        switch Accepted.next(from: shared.listener.number) {
        case .none: break
        case .exhausted:
            // A listener that stays readable would turn the loop for ever; the next tick looks again. Meanwhile
            // clients wait in the kernel's queue.
            poller.remove(shared.listener.number)
            isListening = false
        case .connection(let number, let address): welcome(number, from: address)
        }
    }

    /// Gives the connection to the loop that has the fewest: the kernel wakes whichever sleeps, often the same.
    private func welcome(_ number: Int32, from address: PeerAddress) {
        // A loop that is stopping may be the only one left.
        let verdict = shared.counts.begin(address, on: self.number, isFixed: isStopping)
        switch verdict {
        case .full: close(number)
        case .welcome(let loop), .tooMany(let loop):
            if loop == self.number { return begin(number, address, verdict) }
            shared.mailboxes[loop].post(.connection(number, address, verdict))
        }
    }

    private func begin(_ number: Int32, _ address: PeerAddress, _ verdict: ConnectionCounts.Verdict) {
        let slot = freeSlots.popLast() ?? slots.count
        if slot == slots.count { slots.append(nil) }
        let connection = Connection(
            number: number, slot: slot, generation: nextGeneration, address: address, now: now)
        nextGeneration &+= 1
        slots[slot] = connection
        connectionCount += 1
        guard poller.addConnection(number, key: connection.key) else { return end(connection) }
        if case .tooMany = verdict {
            borrowBuffers(for: connection)
            refuse(connection, .tooManyConnections, at: 0)
        } else if refusesRequests {
            borrowBuffers(for: connection)
            refuse(connection, .stopping, at: 0)
        }
        // With TCP the first request is often there already.
        drive(connection)
    }

    /// Requests that have arrived are still answered, and what comes later is told that the server stops.
    private func lookForStop() {
        guard !isStopping, let grace = shared.stop.grace else { return }
        isStopping = true
        stopTime = now + grace
        for case let connection? in slots where connection.isIdle {
            // Its event may not have been looked at yet; a connection without a request ends here.
            connection.canReceive = true
            drive(connection)
        }
        // A stream without end ends here; its client asks again elsewhere.
        for case let connection? in slots where connection.isPaused {
            finishStream(connection)
            drive(connection)
        }
        refusesRequests = true
    }

    private func endOverdue() {
        lastTick = now
        if !isListening, !isStopping {
            isListening = poller.addShared(shared.listener.number, key: Self.listenerKey)
        }
        for case let connection? in slots {
            switch Overdue.judge(connection, at: now, limits) {
            case .nothing: break
            case .end: end(connection)
            case .refuse(let error):
                borrowBuffers(for: connection)
                refuse(connection, error, at: connection.consumed)
                drive(connection)
            }
        }
    }
}

import Testing

@testable import HTTP

/// What is overdue in each phase, with a clock of the test's own that begins at one million.
@Suite("Time-outs of each phase")
struct OverdueTests {
    /// Short and all different, so that a limit used in another's place shows.
    private let limits = {
        var limits = HTTPLimits()
        limits.headTime = .milliseconds(1_000)
        limits.idleTime = .milliseconds(2_000)
        limits.bodyWindow = .milliseconds(3_000)
        limits.bodyRate = 100
        limits.sendWindow = .milliseconds(4_000)
        limits.sendRate = 100
        limits.answerTime = .milliseconds(5_000)
        limits.lingerTime = .milliseconds(6_000)
        return limits
    }()

    private func judge(
        _ phase: Connection.Phase, after elapsed: Milliseconds, _ prepare: (Connection) -> Void = { _ in }
    ) -> Overdue {
        // No descriptor has the number -1; closing it does nothing.
        let connection = Connection(number: -1, slot: 0, generation: 1, address: .unknown, now: 1_000_000)
        connection.enter(phase, at: 1_000_000)
        prepare(connection)
        return Overdue.judge(connection, at: 1_000_000 + elapsed, limits)
    }

    @Test("between requests a connection ends after the idle time")
    func idle() {
        #expect(judge(.head, after: 0) == .nothing)
        #expect(judge(.head, after: 2_000) == .nothing)
        #expect(judge(.head, after: 2_001) == .end)
    }

    @Test("input that is used up is no head")
    func usedInput() {
        let used: (Connection) -> Void = { connection in
            connection.input = [1, 2]
            connection.consumed = 2
        }
        #expect(judge(.head, after: 1_001, used) == .nothing)
        #expect(judge(.head, after: 2_001, used) == .end)
    }

    @Test("a head that has begun must end within its time")
    func head() {
        let begun: (Connection) -> Void = { $0.input = [71] }
        #expect(judge(.head, after: 1_000, begun) == .nothing)
        #expect(judge(.head, after: 1_001, begun) == .refuse(.tooSlow))
        #expect(judge(.head, after: 1_000_000, begun) == .refuse(.tooSlow))
    }

    @Test(
        "a body must come at the rate in each window of time",
        arguments: [
            (0, 3_000, Overdue.nothing), (0, 3_001, .refuse(.tooSlow)), (300, 3_001, .refuse(.tooSlow)),
            (301, 3_001, .nothing), (1 << 30, 1_000_000, .nothing),
        ])
    func body(count: Int, elapsed: Milliseconds, verdict: Overdue) {
        #expect(judge(.body, after: elapsed) { $0.receivedCount = count } == verdict)
    }

    @Test("a body that came fast at first may not stand still afterwards")
    func stalledBody() {
        let connection = Connection(number: -1, slot: 0, generation: 1, address: .unknown, now: 1_000_000)
        connection.enter(.body, at: 1_000_000)
        connection.receivedCount = 1 << 20
        #expect(Overdue.judge(connection, at: 1_003_001, limits) == .nothing)
        #expect(Overdue.judge(connection, at: 1_006_001, limits) == .nothing)
        #expect(Overdue.judge(connection, at: 1_006_002, limits) == .refuse(.tooSlow))
    }

    @Test("an answer that does not come is refused after its time")
    func waiting() {
        #expect(judge(.waiting, after: 5_000) == .nothing)
        #expect(judge(.waiting, after: 5_001) == .refuse(.answerTooSlow))
    }

    @Test("lingering ends after its time, however much comes")
    func lingering() {
        #expect(judge(.lingering, after: 6_000) { $0.receivedCount = 1 << 20 } == .nothing)
        #expect(judge(.lingering, after: 6_001) { $0.receivedCount = 1 << 20 } == .end)
    }

    @Test(
        "a stream and a last answer wait only for the client",
        arguments: [Connection.Phase.streaming, .closing])
    func unhurried(phase: Connection.Phase) {
        #expect(judge(phase, after: 1_000_000) == .nothing)
    }

    @Test(
        "a client that takes nothing is cut off in every phase",
        arguments: [Connection.Phase.head, .body, .waiting, .streaming, .closing, .lingering])
    func blocked(phase: Connection.Phase) {
        let blocked: (Connection) -> Void = { connection in
            connection.output = [1]
            connection.receivedCount = 1 << 20
        }
        #expect(judge(phase, after: 4_000, blocked) == .nothing)
        #expect(judge(phase, after: 4_001, blocked) == .end)
    }

    @Test("a client that takes enough in each window is not cut off, one that trickles is")
    func progress() {
        let connection = Connection(number: -1, slot: 0, generation: 1, address: .unknown, now: 1_000_000)
        connection.enter(.streaming, at: 1_000_000)
        connection.output = [1, 2]
        for window in 1...5 as ClosedRange<Milliseconds> {
            connection.sentTotal += 401
            #expect(Overdue.judge(connection, at: 1_000_000 + 4_001 * window, limits) == .nothing)
        }
        connection.sentTotal += 400
        #expect(Overdue.judge(connection, at: 1_000_000 + 4_001 * 6, limits) == .end)
    }

    @Test("output that is sent holds nothing up")
    func sent() {
        let sent: (Connection) -> Void = { connection in
            connection.output = [1, 2]
            connection.sentCount = 2
        }
        #expect(judge(.streaming, after: 4_001, sent) == .nothing)
    }

    @Test(
        "durations are whole milliseconds",
        arguments: [
            (Duration.seconds(10), 10_000), (.milliseconds(1), 1), (.microseconds(1_999), 1), (.zero, 0),
            (.seconds(-1), -1_000),
        ] as [(Duration, Milliseconds)])
    func durations(duration: Duration, milliseconds: Milliseconds) {
        #expect(duration.inMilliseconds == milliseconds)
    }
}

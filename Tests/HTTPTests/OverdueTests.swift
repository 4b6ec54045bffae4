import Testing

@testable import HTTP

/// Time-outs judged with a clock of the test's own.
@Suite("Time-outs")
struct OverdueTests {
    private let limits = HTTPLimits()

    private func judge(after seconds: Double, _ prepare: (Connection) -> Void) -> Overdue {
        // No descriptor has the number -1; closing it does nothing.
        let connection = Connection(number: -1, slot: 0, generation: 1, address: "test", now: 0)
        prepare(connection)
        return Overdue.judge(connection, at: Int64(seconds * 1_000), limits)
    }

    @Test("a connection at rest ends after the idle time")
    func idle() {
        #expect(judge(after: 74) { _ in } == .nothing)
        #expect(judge(after: 76) { _ in } == .end)
    }

    @Test("a head that does not end is refused")
    func head() {
        let begin: (Connection) -> Void = { $0.input = [71] }
        #expect(judge(after: 9, begin) == .nothing)
        #expect(judge(after: 11, begin) == .refuse(.tooSlow))
    }

    @Test("a body must come at the rate, after its grace")
    func body() {
        func slow(_ count: Int) -> (Connection) -> Void {
            { connection in
                connection.enter(.body, at: 0)
                connection.receivedCount = count
            }
        }
        #expect(judge(after: 9, slow(0)) == .nothing)
        #expect(judge(after: 11, slow(0)) == .refuse(.tooSlow))
        #expect(judge(after: 20, slow(10 * 1_024)) == .nothing)
        #expect(judge(after: 20, slow(9 * 1_024)) == .refuse(.tooSlow))
    }

    @Test("a client that takes nothing is cut off, whatever it waits for")
    func send() {
        for phase in [Connection.Phase.head, .streaming, .closing, .waiting] {
            let blocked: (Connection) -> Void = { connection in
                connection.enter(phase, at: 0)
                connection.output = [1]
            }
            #expect(judge(after: 29, blocked) == .nothing)
            #expect(judge(after: 31, blocked) == .end)
        }
    }

    @Test("an answer that never comes is refused, lingering ends")
    func others() {
        #expect(judge(after: 59) { $0.enter(.waiting, at: 0) } == .nothing)
        #expect(judge(after: 61) { $0.enter(.waiting, at: 0) } == .refuse(.answerTooSlow))
        #expect(judge(after: 1) { $0.enter(.lingering, at: 0) } == .nothing)
        #expect(judge(after: 3) { $0.enter(.lingering, at: 0) } == .end)
    }
}

/// What has taken too long on a connection. The clock comes in from outside, looked at every quarter of a second.
enum Overdue: Equatable {
    case nothing
    /// Answer with this refusal, then end.
    case refuse(RequestError)
    /// End at once: nobody is there to read an answer.
    case end

    static func judge(_ connection: Connection, at now: Milliseconds, _ limits: HTTPLimits) -> Overdue {
        if connection.hasOutput {
            return isTakenTooSlowly(connection, at: now, limits) ? .end : .nothing
        }
        connection.sendPace.restart(at: now, count: connection.sentTotal)
        // A client that still takes the answer before is not late with its next request.
        let start =
            connection.phase == .head
            ? max(connection.phaseStart, connection.lastProgress) : connection.phaseStart
        let elapsed = now - start
        switch connection.phase {
        case .head where connection.hasInput:
            return elapsed > limits.headTime.inMilliseconds ? .refuse(.tooSlow) : .nothing
        case .head:
            return elapsed > limits.idleTime.inMilliseconds ? .end : .nothing
        case .body:
            let isTooSlow = connection.receivePace.isTooSlow(
                count: connection.receivedCount, at: now, window: limits.bodyWindow.inMilliseconds,
                rate: limits.bodyRate)
            return isTooSlow ? .refuse(.tooSlow) : .nothing
        case .waiting:
            return elapsed > limits.answerTime.inMilliseconds ? .refuse(.answerTooSlow) : .nothing
        case .lingering:
            guard elapsed > limits.lingerTime.inMilliseconds else { return .nothing }
            // What the kernel still holds would be lost if the client has sent something that nobody read.
            let isTaking = elapsed <= limits.sendWindow.inMilliseconds && connection.untakenCount > 0
            return isTaking ? .nothing : .end
        case .streaming, .closing:
            // Only the client's reading can hold these up, and that was judged above.
            return .nothing
        }
    }

    /// Counts what the client itself has taken: the kernel takes some for it.
    private static func isTakenTooSlowly(
        _ connection: Connection, at now: Milliseconds, _ limits: HTTPLimits
    ) -> Bool {
        connection.sendPace.isTooSlow(
            count: connection.sentTotal - connection.untakenCount, at: now,
            window: limits.sendWindow.inMilliseconds, rate: limits.sendRate)
    }
}

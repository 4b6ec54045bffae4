/// What has taken too long on a connection. Pure: the clock comes in from outside.
enum Overdue: Equatable {
    case nothing
    /// Answer with this refusal, then end.
    case refuse(RequestError)
    /// End at once: nobody is there to read an answer.
    case end

    static func judge(_ connection: Connection, at now: Milliseconds, _ limits: HTTPLimits) -> Overdue {
        if connection.hasOutput, now - connection.lastProgress > limits.sendTime.inMilliseconds {
            return .end
        }
        // A client that still takes the answer before is not late with its next request.
        let start =
            connection.phase == .head
            ? max(connection.phaseStart, connection.lastProgress) : connection.phaseStart
        let elapsed = now - start
        switch connection.phase {
        case .head where connection.hasInput:
            return !connection.hasOutput && elapsed > limits.headTime.inMilliseconds
                ? .refuse(.tooSlow) : .nothing
        case .head:
            return !connection.hasOutput && elapsed > limits.idleTime.inMilliseconds ? .end : .nothing
        case .body:
            let paid = elapsed - limits.bodyGrace.inMilliseconds
            guard paid > 0 else { return .nothing }
            return Int64(connection.receivedCount) * 1_000 < paid * Int64(limits.bodyRate)
                ? .refuse(.tooSlow) : .nothing
        case .waiting:
            return elapsed > limits.answerTime.inMilliseconds ? .refuse(.answerTooSlow) : .nothing
        case .lingering:
            return elapsed > limits.lingerTime.inMilliseconds ? .end : .nothing
        case .streaming, .closing:
            // Only the client's reading can hold these up, and that was judged above.
            return .nothing
        }
    }
}

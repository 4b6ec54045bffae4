internal import Glibc

/// Moving one connection on: sending, receiving, and giving way.
extension EventLoop {
    /// More than this waiting to be sent, and no further request of the connection is looked at.
    private static let outputLimit = 64 << 10
    /// Rounds of reading before other connections get their turn.
    private static let roundLimit = 4
    /// Requests that a connection may have answered before other connections get their turn.
    private static let requestLimit = 16

    /// Goes on with the connection until it must wait for its client, for an answer, or for its next turn.
    func drive(_ connection: Connection) {
        borrowBuffers(for: connection)
        requestAllowance = Self.requestLimit
        for _ in 0..<Self.roundLimit {
            process(connection)
            pump(connection)
            guard send(connection) else { return }
            if !connection.hasOutput {
                switch connection.phase {
                case .closing: return finish(connection)
                case .streaming where !connection.isPaused: continue
                default: break
                }
            }
            if connection.hasOutput { return giveBuffersBack(connection) }
            // Requests may have been left unread: because there was too much to send, or for the sake of others.
            if connection.canGoOn, connection.hasInput, connection.phase == .head || connection.phase == .body
            {
                guard requestAllowance > 0 else { break }
                connection.canGoOn = false
                continue
            }
            guard connection.wantsInput, connection.canReceive else {
                return isStopping && connection.isIdle ? end(connection) : giveBuffersBack(connection)
            }
            guard receive(connection) else { return }
        }
        // What the last round brought has not been looked at.
        listAsReady(connection)
        giveBuffersBack(connection)
    }

    /// Whether there is room for more to be sent; what waits already comes first.
    func hasRoom(_ connection: Connection) -> Bool {
        connection.output.count - connection.sentCount < Self.outputLimit
    }

    /// Lends the loop's buffers, so that connections at rest hold none.
    func borrowBuffers(for connection: Connection) {
        if connection.input.capacity == 0 { connection.input = moved(&spareInput, leaving: []) }
        if connection.output.capacity == 0 { connection.output = moved(&spareOutput, leaving: []) }
    }

    private func giveBuffersBack(_ connection: Connection) {
        if !connection.hasInput {
            var input = moved(&connection.input, leaving: [])
            connection.consumed = 0
            if spareInput.capacity == 0 {
                if !input.isEmpty { input.removeAll(keepingCapacity: true) }
                spareInput = input
            }
        } else {
            // What is left is kept in as little memory as it needs.
            var input = moved(&connection.input, leaving: [])
            connection.input = Array(input[connection.consumed...])
            connection.consumed = 0
            if spareInput.capacity == 0 {
                input.removeAll(keepingCapacity: true)
                spareInput = input
            }
        }
        if !connection.hasOutput {
            let output = moved(&connection.output, leaving: [])
            // A buffer that one large answer has blown up is let go.
            if spareOutput.capacity == 0, output.capacity <= 4 << 20 { spareOutput = output }
        }
    }

    /// Sends what there is; false when the connection has ended over it.
    private func send(_ connection: Connection) -> Bool {
        while connection.hasOutput, connection.canSend {
            let count = unsafe connection.output.withUnsafeBytes { bytes in
                let start = unsafe bytes.baseAddress.map { unsafe $0 + connection.sentCount }
                return unsafe Glibc.send(
                    connection.number, start, bytes.count - connection.sentCount, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                connection.sentCount += count
                connection.sentTotal += count
                connection.lastProgress = now
            } else if errno == EAGAIN {
                connection.canSend = false
            } else if errno != EINTR {
                end(connection)
                return false
            }
        }
        connection.dropWhatIsSent()
        return true
    }

    /// Reads once; false when the connection has ended over it.
    private func receive(_ connection: Connection) -> Bool {
        var scratch = moved(&self.scratch, leaving: [])
        defer { self.scratch = scratch }
        let count = unsafe recv(connection.number, &scratch, scratch.count, 0)
        if count > 0 {
            // A read that does not fill the buffer has emptied the socket (epoll(7), question 9), but for its end.
            if count < scratch.count, !connection.isEndInSight { connection.canReceive = false }
            if connection.phase == .lingering {
                connection.receivedCount += count
                if connection.receivedCount > limits.lingerByteCount {
                    end(connection)
                    return false
                }
                return true
            }
            if !connection.hasInput, connection.phase == .head { connection.phaseStart = now }
            var input = moved(&connection.input, leaving: [])
            unsafe scratch.span.extracting(..<count).withUnsafeBufferPointer {
                unsafe input.append(contentsOf: $0)
            }
            connection.input = input
            return true
        }
        if count < 0 {
            if errno == EINTR { return true }
            connection.canReceive = false
            if errno == EAGAIN { return true }
            end(connection)
            return false
        }
        // The client is done and has its answers. Half of a request is never answered.
        end(connection)
        return false
    }

    /// Asks a body source for more when there is room for it.
    private func pump(_ connection: Connection) {
        guard connection.phase == .streaming, !connection.isPaused, let source = connection.source else {
            return
        }
        var piece: [UInt8] = []
        while hasRoom(connection) {
            piece.removeAll(keepingCapacity: true)
            let progress = source.next(into: &piece)
            append(piece, to: connection)
            switch progress {
            // A source that looked and found nothing yet has had its turn.
            case .more: if piece.isEmpty { return }
            case .pause:
                connection.isPaused = true
                return
            case .end: return finishStream(connection)
            case .broken: return breakStream(connection)
            }
        }
    }

    /// Everything is sent: the server's side ends, and the rest waits for the client's.
    ///
    /// A socket that is closed with something unread resets its connection, and the client may lose the answer
    /// (RFC 9112, section 9.6).
    private func finish(_ connection: Connection) {
        shutdown(connection.number, Int32(SHUT_WR))
        connection.enter(.lingering, at: now)
        connection.input.removeAll(keepingCapacity: true)
        connection.consumed = 0
        connection.canReceive = true
        listAsReady(connection)
        giveBuffersBack(connection)
    }
}

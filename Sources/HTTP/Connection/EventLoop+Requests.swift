/// From bytes to requests, and from answers to bytes.
extension EventLoop {
    /// Takes as many requests from what has arrived as can be answered now.
    func process(_ connection: Connection) {
        while hasRoom(connection) {
            do throws(RequestError) {
                switch connection.phase {
                case .head: guard try readHead(connection) else { return }
                case .body: guard try readBody(connection) else { return }
                case .waiting, .streaming, .closing, .lingering: return
                }
            } catch {
                return refuse(connection, error)
            }
        }
        connection.canGoOn = true
    }

    /// Reads one head if it is there whole; false when more must arrive first.
    private func readHead(_ connection: Connection) throws(RequestError) -> Bool {
        guard connection.hasInput else { return false }
        // What goes wrong from here on is not the matter of the request before.
        connection.exchange = nil
        let input = connection.input
        let arrived = input.span.extracting(connection.consumed..<input.count)
        guard let end = try connection.scanner.end(in: arrived, limits: limits) else { return false }
        let request = spareRequest
        request.decodedTarget = nil
        request.body.removeAll(keepingCapacity: true)
        request.bytes.removeAll(keepingCapacity: true)
        request.bytes.append(contentsOf: connection.input[connection.consumed..<connection.consumed + end])
        let start = connection.scanner.start
        connection.scanner = HeadScanner()
        connection.consumed += end
        requestCount += 1
        request.id = RequestID(loop: number, number: requestCount)
        request.remoteAddress = connection.address
        if isStopping { throw .stopping }
        let head = request.bytes
        try parser.parse(head.span, from: start, into: &request.head)
        try check(request)
        connection.requestCount += 1
        connection.exchange = exchange(for: request, on: connection)
        beginBatch()
        if request.hasBody {
            try beginBody(request, on: connection)
        } else {
            dispatch(request, on: connection)
        }
        return true
    }

    /// Decodes a target that has escapes or dots now, so that it is refused before anybody looks at it.
    private func check(_ request: Request) throws(RequestError) {
        let bytes = request.bytes
        let span = bytes.span
        let target = request.head.target
        for index in target where span[index] == UInt8(ascii: "%") || span[index] == UInt8(ascii: ".") {
            request.decodedTarget = try RequestTarget(span, target)
            return
        }
    }

    private func exchange(for request: Request, on connection: Connection) -> Exchange {
        let isRecorded = handler.wantsRecords
        return Exchange(
            id: request.id, isHead: request.method == .head, minorVersion: request.head.minorVersion,
            keepsAlive: request.head.keepsAlive && connection.requestCount < limits.requestCountPerConnection,
            start: isRecorded ? .now : Self.epoch, method: isRecorded ? request.method.rawValue : "",
            target: isRecorded ? request.targetText : "")
    }

    /// Stands for "not measured" where nobody asks for the duration.
    private static let epoch = ContinuousClock.now

    /// Asks whether the body is wanted, and how much of it.
    private func beginBody(_ request: Request, on connection: Connection) throws(RequestError) {
        response.reset()
        switch handler.admit(request, &response) {
        case .refuse:
            connection.mustLinger = true
            respond(connection, mustClose: true)
        case .read(let limit):
            connection.decoder = try BodyDecoder(
                request.head.framing, byteLimit: limit, overheadLimit: limits.chunkOverheadByteCount)
            // A client that has begun to send does not wait for permission (RFC 9110, section 10.1.1).
            if request.head.expectsContinue, !connection.hasInput {
                ResponseWriter.appendContinue(to: &connection.output)
            }
            connection.request = request
            spareRequest = Request(ticket: Ticket(mailbox: mailbox, slot: 0, serial: 0))
            connection.enter(.body, at: now)
        }
    }

    /// Reads what has arrived of a body; false when more must arrive first.
    private func readBody(_ connection: Connection) throws(RequestError) -> Bool {
        guard let request = connection.request else { preconditionFailure("A body belongs to a request.") }
        let input = connection.input
        let arrived = input.span.extracting(connection.consumed..<input.count)
        let used = try connection.decoder?.decode(arrived, into: &request.body) ?? 0
        connection.consumed += used
        connection.receivedCount += used
        guard connection.decoder?.isDone == true else { return false }
        connection.decoder = nil
        connection.request = nil
        connection.enter(.head, at: now)
        beginBatch()
        dispatch(request, on: connection)
        // The buffer of a large body goes with it.
        if request.body.capacity > 1 << 20 { request.body = [] }
        spareRequest = request
        return true
    }

    private func dispatch(_ request: Request, on connection: Connection) {
        request.ticket = Ticket(mailbox: mailbox, slot: connection.slot, serial: requestCount)
        connection.awaitedSerial = requestCount
        response.reset()
        switch handler.handle(request, &response) {
        case .answered: respond(connection)
        case .deferred: connection.enter(.waiting, at: now)
        case .streaming(let source): respond(connection, from: source)
        }
    }

    /// Sends the loop's response as the answer to the connection's request.
    func respond(_ connection: Connection, mustClose: Bool = false) {
        guard let exchange = connection.exchange else {
            preconditionFailure("An answer belongs to a request.")
        }
        let keeps = exchange.keepsAlive && !mustClose && !isStopping
        let style: ResponseWriter.Connection = !keeps ? .close : exchange.minorVersion == 0 ? .keepOld : .keep
        ResponseWriter.append(
            response, to: &connection.output, date: date.line, connection: style, isHead: exchange.isHead)
        connection.lastProgress = now
        connection.enter(keeps ? .head : .closing, at: now)
        record(exchange, on: connection, status: response.status.code, byteCount: response.body.count)
        // The answer of another thread brought a buffer of its own; one that grew large is let go as well.
        if response.body.capacity > 4 << 20 { response.body = [] }
    }

    /// Sends the fields now and the body as it is made.
    private func respond(_ connection: Connection, from source: any BodySource) {
        guard var exchange = connection.exchange else {
            preconditionFailure("An answer belongs to a request.")
        }
        if exchange.isHead {
            // The fields are those of GET; there is no length, because nobody knows it yet.
            ResponseWriter.append(
                response, to: &connection.output, date: date.line, connection: .close, isHead: true,
                framing: .untilClose)
            connection.enter(.closing, at: now)
            return record(exchange, on: connection, status: response.status.code, byteCount: 0)
        }
        let isChunked = exchange.minorVersion >= 1
        let keeps = isChunked && exchange.keepsAlive && !isStopping
        ResponseWriter.append(
            response, to: &connection.output, date: date.line, connection: keeps ? .keep : .close,
            isHead: false,
            framing: isChunked ? .chunked : .untilClose)
        exchange.status = response.status.code
        connection.exchange = exchange
        connection.source = source
        connection.streamKeepsAlive = keeps
        connection.lastProgress = now
        connection.enter(.streaming, at: now)
    }

    /// Adds a piece of a streamed body.
    func append(_ piece: [UInt8], to connection: Connection) {
        connection.exchange?.bodyByteCount += piece.count
        if connection.exchange?.minorVersion == 0 {
            connection.output.append(contentsOf: piece)
        } else {
            ResponseWriter.append(chunk: piece, to: &connection.output)
        }
    }

    func finishStream(_ connection: Connection) {
        guard let exchange = connection.exchange else {
            preconditionFailure("A stream belongs to a request.")
        }
        if exchange.minorVersion >= 1 { ResponseWriter.appendLastChunk(to: &connection.output) }
        connection.source = nil
        // Requests may have arrived behind this one, and nothing else tells of them.
        connection.canGoOn = true
        connection.enter(connection.streamKeepsAlive ? .head : .closing, at: now)
        record(exchange, on: connection, status: exchange.status, byteCount: exchange.bodyByteCount)
    }

    /// Answers with a refusal of this layer and ends the connection: nothing behind it is ever read as a request.
    func refuse(_ connection: Connection, _ error: RequestError) {
        let exchange = connection.exchange
        // A refusal without a request has a name of its own too.
        if exchange == nil { requestCount += 1 }
        response.reset()
        response.status = error.status
        let id = exchange?.id ?? RequestID(loop: number, number: requestCount)
        beginBatch()
        handler.refuse(error, RefusedRequest(id: id), &response)
        ResponseWriter.append(
            response, to: &connection.output, date: date.line, connection: .close,
            isHead: exchange?.isHead ?? false)
        connection.awaitedSerial = 0
        connection.request = nil
        connection.decoder = nil
        connection.mustLinger = true
        connection.lastProgress = now
        connection.enter(.closing, at: now)
        let unknown = Exchange(
            id: id, isHead: false, minorVersion: 1, keepsAlive: false, start: .now, method: "-", target: "-")
        record(exchange ?? unknown, on: connection, status: error.status.code, byteCount: response.body.count)
    }

    private func record(_ exchange: Exchange, on connection: Connection, status: UInt16, byteCount: Int) {
        guard handler.wantsRecords else { return }
        handler.finished(
            AccessRecord(
                id: exchange.id, method: exchange.method, target: exchange.target, status: status,
                bodyByteCount: byteCount, duration: exchange.start.duration(to: .now),
                remoteAddress: connection.address))
    }
}

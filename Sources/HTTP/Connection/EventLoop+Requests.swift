/// From bytes to requests, and from answers to bytes.
extension EventLoop {
    /// Takes as many requests from what has arrived as can be answered now.
    func process(_ connection: Connection) {
        while hasRoom(connection), requestAllowance > 0 {
            let start = connection.consumed
            do throws(RequestError) {
                switch connection.phase {
                case .head: guard try readHead(connection) else { return }
                case .body: guard try readBody(connection) else { return }
                case .waiting, .streaming, .closing, .lingering: return
                }
            } catch {
                return refuse(connection, error, at: start)
            }
        }
        connection.canGoOn = true
    }

    /// Reads one head if it is there whole; false when more must arrive first.
    private func readHead(_ connection: Connection) throws(RequestError) -> Bool {
        guard connection.hasInput else { return false }
        let input = connection.input
        let arrived = input.span.extracting(connection.consumed..<input.count)
        var scanner = connection.scanner
        let found = try scanner.end(in: arrived, limits: limits)
        // An empty line alone is no request that somebody is late with.
        if found == nil { connection.consumed += scanner.takeEmptyLine(of: arrived.count) }
        connection.scanner = scanner
        guard let end = found else { return false }
        let request = spareRequest
        let start = connection.scanner.start
        connection.scanner = HeadScanner()
        connection.consumed += end
        requestCount += 1
        requestAllowance -= 1
        if refusesRequests { throw .stopping }
        request.begin(RequestID(loop: number, number: requestCount), from: connection.address.text)
        try request.read(arrived.extracting(..<end), from: start, with: parser)
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

    private func exchange(for request: Request, on connection: Connection) -> Exchange {
        let isRecorded = handler.wantsRecords
        return Exchange(
            id: request.id, isHead: request.method == .head, minorVersion: request.head.minorVersion,
            keepsAlive: request.head.keepsAlive && connection.requestCount < limits.requestCountPerConnection,
            start: isRecorded || tellsTiming ? MonotonicClock.nanoseconds : 0,
            method: isRecorded ? request.method.rawValue : "",
            target: isRecorded ? request.targetText : "")
    }

    /// Asks whether the body is wanted, and how much of it.
    private func beginBody(_ request: Request, on connection: Connection) throws(RequestError) {
        var response = blankResponse()
        defer { keep(response) }
        switch handler.admit(request, &response) {
        case .refuse:
            respond(connection, response, mustClose: true)
        case .read(let limit):
            connection.decoder = try BodyDecoder(
                request.head.framing, byteLimit: limit, overheadLimit: limits.chunkOverheadByteCount)
            // A client that has begun to send does not wait for permission (RFC 9110, section 10.1.1).
            if request.head.expectsContinue, !connection.hasInput {
                connection.write { ResponseWriter.appendContinue(to: &$0) }
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
        guard var decoder = moved(&connection.decoder, leaving: nil) else {
            preconditionFailure("A body has a decoder.")
        }
        let used = try decoder.decode(arrived, into: &request.body)
        connection.consumed += used
        connection.receivedCount += used
        guard decoder.isDone else {
            connection.decoder = decoder
            return false
        }
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
        var response = blankResponse()
        defer { keep(response) }
        switch handler.handle(request, &response) {
        case .answered: respond(connection, response)
        case .deferred: connection.enter(.waiting, at: now)
        case .streaming(let source): respond(connection, response, from: source)
        }
    }

    /// The loop's own response, empty and with the buffers of the last one.
    private func blankResponse() -> Response {
        var response = moved(&spareResponse, leaving: Response())
        response.reset()
        return response
    }

    /// Keeps a response's buffers for the next one, unless they grew large.
    private func keep(_ response: Response) {
        spareResponse = response.body.capacity > 4 << 20 ? Response() : response
    }

    /// Sends the answer to the connection's request.
    func respond(_ connection: Connection, _ response: Response, mustClose: Bool = false) {
        guard let exchange = connection.exchange else {
            preconditionFailure("An answer belongs to a request.")
        }
        let keeps = exchange.keepsAlive && !mustClose && !isStopping
        let style: ResponseWriter.Connection = !keeps ? .close : exchange.minorVersion == 0 ? .keepOld : .keep
        connection.write { output in
            ResponseWriter.append(
                timed(response, exchange), to: &output, date: date.line, connection: style,
                isHead: exchange.isHead)
        }
        connection.lastProgress = now
        connection.enter(keeps ? .head : .closing, at: now)
        let byteCount = exchange.isHead || response.status.forbidsBody ? 0 : response.body.count
        record(exchange, on: connection, status: response.status.code, byteCount: byteCount)
    }

    /// Sends the fields now and the body as it is made.
    private func respond(_ connection: Connection, _ response: Response, from source: any BodySource) {
        guard var exchange = connection.exchange else {
            preconditionFailure("An answer belongs to a request.")
        }
        let isChunked = exchange.minorVersion >= 1
        let keeps = isChunked && exchange.keepsAlive && !isStopping
        connection.write { output in
            ResponseWriter.append(
                timed(response, exchange), to: &output, date: date.line, connection: keeps ? .keep : .close,
                isHead: exchange.isHead, framing: isChunked ? .chunked : .untilClose)
        }
        connection.lastProgress = now
        if exchange.isHead {
            connection.enter(keeps ? .head : .closing, at: now)
            return record(exchange, on: connection, status: response.status.code, byteCount: 0)
        }
        exchange.status = response.status.code
        connection.exchange = exchange
        connection.source = source
        connection.streamKeepsAlive = keeps
        connection.enter(.streaming, at: now)
    }

    /// Adds a piece of a streamed body.
    func append(_ piece: [UInt8], to connection: Connection) {
        connection.exchange?.bodyByteCount += piece.count
        if connection.exchange?.minorVersion == 0 {
            connection.write { $0.append(contentsOf: piece) }
        } else {
            connection.write { ResponseWriter.append(chunk: piece, to: &$0) }
        }
    }

    func finishStream(_ connection: Connection) {
        guard let exchange = connection.exchange else {
            preconditionFailure("A stream belongs to a request.")
        }
        if exchange.minorVersion >= 1 { connection.write { ResponseWriter.appendLastChunk(to: &$0) } }
        connection.source = nil
        connection.isPaused = false
        // Requests may have arrived behind this one, and nothing else tells of them.
        connection.canGoOn = true
        connection.enter(connection.streamKeepsAlive && !isStopping ? .head : .closing, at: now)
        record(exchange, on: connection, status: exchange.status, byteCount: exchange.bodyByteCount)
    }

    /// Ends the connection in the middle of a body: without its last chunk no client takes it for whole
    /// (RFC 9112, section 8).
    func breakStream(_ connection: Connection) {
        recordAbandoned(connection)
        connection.source = nil
        connection.enter(.closing, at: now)
    }

    /// Answers with a refusal of this layer and ends the connection: nothing behind it is ever read as a request.
    ///
    /// - Parameter start: where a request begins that could not be read. One that says HEAD has no body in its answer.
    func refuse(_ connection: Connection, _ error: RequestError, at start: Int) {
        let exchange = connection.exchange
        let line = exchange == nil ? connection.firstLine(at: start) : ""
        let isHead = exchange?.isHead ?? line.hasPrefix("HEAD ")
        // A refusal without a request has a name of its own too.
        if exchange == nil { requestCount += 1 }
        var response = blankResponse()
        defer { keep(response) }
        response.status = error.status
        let id = exchange?.id ?? RequestID(loop: number, number: requestCount)
        beginBatch()
        handler.refuse(error, RefusedRequest(id: id), &response)
        connection.write { output in
            ResponseWriter.append(
                response, to: &output, date: date.line, connection: .close, isHead: isHead)
        }
        connection.awaitedSerial = 0
        connection.request = nil
        connection.decoder = nil
        connection.lastProgress = now
        connection.enter(.closing, at: now)
        let unknown = Exchange(
            id: id, isHead: isHead, minorVersion: 1, keepsAlive: false, start: 0, method: "-", target: line)
        record(
            exchange ?? unknown, on: connection, status: error.status.code,
            byteCount: isHead ? 0 : response.body.count)
    }

    /// Tells of a request whose connection ends before its answer is complete.
    func recordAbandoned(_ connection: Connection) {
        guard let exchange = connection.exchange else { return }
        record(
            exchange, on: connection, status: exchange.status, byteCount: exchange.bodyByteCount,
            isComplete: false)
    }

    /// The answer with how long it took, where clients are told: milliseconds, as Server-Timing counts.
    private func timed(_ response: Response, _ exchange: Exchange) -> Response {
        guard tellsTiming, exchange.start > 0 else { return response }
        var response = response
        let microseconds = (MonotonicClock.nanoseconds - exchange.start) / 1_000
        let thousandths = "\(1_000 + microseconds % 1_000)".dropFirst()
        guard let value = HeaderValue("total;dur=\(microseconds / 1_000).\(thousandths)") else {
            return response
        }
        response.set(.serverTiming, value)
        return response
    }

    private func record(
        _ exchange: Exchange, on connection: Connection, status: UInt16, byteCount: Int,
        isComplete: Bool = true
    ) {
        connection.exchange = nil
        guard handler.wantsRecords else { return }
        handler.finished(
            AccessRecord(
                id: exchange.id, method: exchange.method, target: exchange.target, status: status,
                bodyByteCount: byteCount,
                isComplete: isComplete,
                duration: .nanoseconds(exchange.start == 0 ? 0 : MonotonicClock.nanoseconds - exchange.start),
                remoteAddress: connection.address.text))
    }
}

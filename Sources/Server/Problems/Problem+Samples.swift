import HTTP

extension Problem {
    /// One of each refusal of the catalogue, for the reference.
    static let samples: [Problem] =
        transport.map { Problem(refusing: $0) } + [
            .malformed("body_missing", "Send a JSON object as the body."),
            .malformed("body_not_an_object", "The body is a JSON object, not an array."),
            .malformed("pack_not_an_object", "An import document is a JSON object; this is an array."),
            .malformed("body_not_json", "Line 1, column 1: expected a value."),
            .malformed(
                "body_truncated", "The document was probably cut off on its way; send it again whole."),
            .malformed("last_event_id_invalid", "Last-Event-ID is the number of a change."),
            .parameters([.unknownName("startAt", in: "sort", known: ["startsAt"])]), .keyMissing,
            .unauthenticated, .badToken, .tooManyBadTokens(30), .forbidden(needs: .write),
            .pathUnknown("/v1/meeting", suggestion: "/v1/meetings"), .recordUnknown("meeting", "99"),
            .methodNotAllowed(allow: "GET, HEAD, OPTIONS"), .notAcceptable([.json, .ndjson, .csv]),
            .conflict("already_exists", "Another record has the same slug already."), .inUse("panel"),
            .importNotApplied(state: "rolled_back"), .importBuiltUpon([]),
            .gone("panel", "panels", 2), .preconditionFailed, .recordExists("panel", "adults"),
            .mediaType("application/json in UTF-8"),
            .invalid([]), .importRefused(ImportReport()), .keyReused, .preconditionRequired,
            .internalFailure, .unavailable("The database is busy."),
        ]
        + conflicting.sorted().map { .conflict($0, "The state of the record stands against it.") }

    private static let transport: [RequestError] = [
        .badRequestLine, .badTarget, .badHost, .schemeUnsupported, .badField, .badContentLength,
        .badTransferCoding, .badChunk, .lengthWithCoding, .unknownMethod, .unsupportedVersion,
        .unsupportedCoding, .expectationFailed, .targetTooLong(limit: 8_000), .headTooLarge(limit: 16_000),
        .tooManyFields(limit: 100), .bodyTooLarge(limit: 1_000_000), .tooSlow, .answerTooSlow,
        .tooManyConnections, .stopping,
    ]
}

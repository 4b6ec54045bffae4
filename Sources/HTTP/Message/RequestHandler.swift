/// What answers the requests of one loop. Made inside the loop's own queue, used only there, never blocking.
package protocol RequestHandler: AnyObject {
    /// Called before the first request of each turn of the loop.
    func batchBegins()

    /// The head is complete and announces a body: how much of it to read, or an answer now, without reading it.
    func admit(_ request: Request, _ response: inout Response) -> BodyAdmission

    /// Answers the request, or says how it will be answered.
    func handle(_ request: Request, _ response: inout Response) -> Handling

    /// Fills the answer to a request that the HTTP layer refuses. The status is set already.
    func refuse(_ error: RequestError, _ request: RefusedRequest?, _ response: inout Response)

    /// Whether `finished` wants to hear of every answer; making the records costs a little.
    var wantsRecords: Bool { get }

    /// Called when an answer is complete, for logs and figures.
    func finished(_ record: AccessRecord)
}

package enum BodyAdmission: Equatable, Sendable {
    case read(limit: Int)
    case refuse
}

/// How a request is answered.
package enum Handling {
    /// The response is filled.
    case answered
    /// Somebody answers later through the request's ticket.
    case deferred
    /// The response's status and fields are filled; the body comes piece by piece.
    case streaming(any BodySource)
}

/// One request as a log shows it.
package struct AccessRecord: Sendable {
    package let id: RequestID
    package let method: String
    /// As sent, printable ASCII; cut where it was refused.
    package let target: String
    /// 0 when the connection ended before there was an answer.
    package let status: UInt16
    package let bodyByteCount: Int
    /// Whether the whole answer was made; false when its connection ended before.
    package let isComplete: Bool
    package let duration: Duration
    package let remoteAddress: String
}

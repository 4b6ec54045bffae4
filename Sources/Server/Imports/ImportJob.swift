import Domain
import HTTP
import JSON
import Store

/// One posted pack on its way into the store.
///
/// It is read on a queue of its own, one pack after the other, because reading a large one takes longer than the
/// other clients of its loop should wait; then the writer takes it, and answers through the request's ticket.
struct ImportJob: Sendable {
    let services: Services
    let runner: ImportRunner
    let body: [UInt8]
    let ticket: Ticket
    /// The target and the name of the request, for refusals.
    let instance: String
    let requestID: RequestID
    let origin: String?

    func run() {
        do throws(Problem) {
            submit(try ImportRunner.pack(from: body))
        } catch {
            answer(error.response(instance: instance, requestID: requestID))
        }
    }

    private func submit(_ pack: Pack) {
        services.writer.submit(by: runner.caller) {
            (transaction) throws(StoreError) -> Writer.Decision<Response> in
            switch try runner.run(pack, body: body, in: transaction) {
            case .keep(let outcome): return .keep(try answer(outcome, pack, in: transaction))
            case .discard(let outcome): return .discard(try answer(outcome, pack, in: transaction))
            }
        } completion: { result in
            switch result {
            case .success(let response): answer(response)
            case .failure(let error):
                answer(
                    services.problem(for: error, of: requestID).response(
                        instance: instance, requestID: requestID))
            }
        }
    }

    private func answer(_ response: Response) {
        var response = response
        services.settings.crossOrigin.allow(on: &response, for: origin)
        ticket.answer(response)
    }

    private func answer(
        _ outcome: ImportRunner.Outcome, _ pack: Pack, in transaction: Transaction
    ) throws(StoreError) -> Response {
        switch outcome {
        case .applied(let id, _), .replayed(let id):
            var response = try LoopHandler.representation(of: .imports, id, nil, in: transaction)
            response.status = .created
            response.setData(.location, "/v1/imports/\(id)")
            return response
        case .rehearsed(let report):
            var response = Response()
            response.body = report.rehearsal(of: pack)
            response.set(.contentType, "application/json")
            response.set(.cacheControl, "no-store")
            return response
        case .refused(let problem): return problem.response(instance: instance, requestID: requestID)
        }
    }
}

/// One job as the writer keeps it while it waits, with the type of its answer hidden.
struct WriteJob: Sendable {
    /// Tells the submitter the outcome; the argument says why the commit failed, if it did.
    typealias Report = @Sendable (StoreError?) -> Void

    /// Runs the job in a savepoint of its own; returns how to report what came of it, and why it failed if it did.
    let run: @Sendable (Transaction) -> (report: Report, failure: StoreError?)
    /// Reports that the job never ran.
    let fail: @Sendable (StoreError) -> Void

    init<Answer: Sendable>(
        by actor: String,
        _ job: @escaping @Sendable (Transaction) throws(StoreError) -> Writer.Decision<Answer>,
        completion: @escaping @Sendable (Result<Answer, StoreError>) -> Void
    ) {
        run = { transaction in
            let outcome = transaction.savepoint(by: actor, job)
            let report: Report = { commitError in
                switch outcome {
                case .success(.keep(let answer)):
                    completion(commitError.map(Result.failure) ?? .success(answer))
                case .success(.discard(let answer)): completion(.success(answer))
                case .failure(let error): completion(.failure(error))
                }
            }
            if case .failure(let error) = outcome { return (report, error) }
            return (report, nil)
        }
        fail = { error in completion(.failure(error)) }
    }
}

/// One job as the writer keeps it while it waits, with the type of its answer hidden.
struct WriteJob: Sendable {
    /// Tells the submitter the outcome; the argument says why the commit failed, if it did.
    typealias Report = @Sendable (StoreError?) -> Void

    /// Runs the job in a savepoint of its own and returns how to report what came of it.
    let run: @Sendable (Transaction) -> Report
    /// Reports that the job never ran.
    let fail: @Sendable (StoreError) -> Void

    init<Answer: Sendable>(
        by actor: String,
        _ job: @escaping @Sendable (Transaction) throws(StoreError) -> Writer.Decision<Answer>,
        completion: @escaping @Sendable (Result<Answer, StoreError>) -> Void
    ) {
        run = { transaction in
            let outcome = transaction.savepoint(by: actor, job)
            return { commitError in
                switch outcome {
                case .success(.keep(let answer)):
                    completion(commitError.map(Result.failure) ?? .success(answer))
                case .success(.discard(let answer)): completion(.success(answer))
                case .failure(let error): completion(.failure(error))
                }
            }
        }
        fail = { error in completion(.failure(error)) }
    }
}

/// One rule that a record breaks: where, which, and what to do about it.
package struct ValidationProblem: Equatable, Sendable {
    package enum Severity: String, Sendable { case error, warning }

    /// A JSON Pointer to the value (RFC 6901); empty for the record as a whole.
    package let pointer: String
    /// Stable, for programs.
    package let code: String
    package let severity: Severity
    /// A plain sentence that says what to do.
    package let message: String
    /// What would have been right, where that is a short list.
    package let allowed: [String]
    package let suggestion: String?

    package init(
        pointer: String, code: String, severity: Severity = .error, message: String, allowed: [String] = [],
        suggestion: String? = nil
    ) {
        self.pointer = pointer
        self.code = code
        self.severity = severity
        self.message = message
        self.allowed = allowed
        self.suggestion = suggestion
    }

    /// The same problem seen from further out.
    package func moved(under prefix: String) -> ValidationProblem {
        ValidationProblem(
            pointer: prefix + pointer, code: code, severity: severity, message: message, allowed: allowed,
            suggestion: suggestion)
    }
}

/// Problems in the order in which they were found: all of them, not the first.
package struct Problems: Equatable, Sendable {
    package private(set) var all: [ValidationProblem] = []

    package init() {}

    package var count: Int { all.count }
    package var hasErrors: Bool { all.contains { $0.severity == .error } }

    package mutating func add(_ problem: ValidationProblem?) {
        if let problem { all.append(problem) }
    }

    package mutating func add(_ pointer: String, _ code: String, _ message: String) {
        all.append(ValidationProblem(pointer: pointer, code: code, message: message))
    }

    /// Takes the problems of an inner record, whose pointers begin at that record.
    package mutating func add(_ inner: Problems, under prefix: String) {
        all += inner.all.map { $0.moved(under: prefix) }
    }
}

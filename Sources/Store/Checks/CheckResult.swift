/// What one check found.
package struct CheckResult: Equatable, Sendable {
    package let name: String
    /// Empty when all is well.
    package let problems: [String]
    /// What the problems have in common, when each of them is only an id.
    let sentence: String

    package var isOK: Bool { problems.isEmpty }

    init(_ name: String, _ problems: [String], sentence: String = "") {
        self.name = name
        self.problems = problems
        self.sentence = sentence
    }
}

extension CheckResult: CustomStringConvertible {
    /// One line: `one-chair: ok`, or what is wrong and with which records, all of them.
    package var description: String {
        if problems.isEmpty { return "\(name): ok" }
        let list = problems.joined(separator: sentence.isEmpty ? "; " : ", ")
        return sentence.isEmpty ? "\(name): \(list)" : "\(name): \(sentence): \(list)"
    }
}

import Glibc

/// Tells on standard error how far a run over many files is: a bar on a terminal, a line for each file elsewhere.
struct Progress {
    let count: Int
    private var done = 0
    private let isTerminal: Bool

    /// - Parameter besideAnswers: whether documents go to standard output meanwhile; on the same terminal a bar would stand
    ///   among them.
    init(count: Int, besideAnswers: Bool) {
        self.count = count
        isTerminal = isatty(STDERR_FILENO) == 1 && !(besideAnswers && isatty(STDOUT_FILENO) == 1)
    }

    mutating func finish(_ name: String, _ outcome: String) {
        done += 1
        guard isTerminal, count > 1 else {
            Console.note("\(name): \(outcome)")
            return
        }
        let width = 30
        let filled = width * done / max(1, count)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
        var line = "\r[\(bar)] \(done)/\(count) \(name.suffix(40))\u{1B}[K"
        if done == count { line += "\n" }
        line.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
    }

    /// What went wrong stands on a line of its own.
    func fail(_ name: String, _ message: String) {
        Console.note("\(isTerminal && count > 1 ? "\r\u{1B}[K" : "")scrutiny: \(name): \(message)")
    }
}

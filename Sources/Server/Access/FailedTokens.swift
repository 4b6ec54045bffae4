import Locking

/// Counts the tokens of each address that were not valid, so that guessing and broken scripts are told to wait.
///
/// A token that is valid is never refused for it: behind a proxy all clients may have one address. Shared by all
/// loops.
final class FailedTokens: Sendable {
    private struct Window {
        /// In seconds of the service's clock.
        let start: Int64
        var count: Int
    }

    /// More addresses than this are not remembered at once; the whole table is emptied then.
    private static let addressLimit = 10_000
    private static let windowSeconds: Int64 = 60

    private let limit: Int
    private let windows = Lock([String: Window]())

    /// - Parameter limit: failures of one address in a minute that are answered as what they are.
    init(limit: Int) { self.limit = limit }

    /// Notes one more failure, and returns for how many seconds the address should wait; nil while it need not.
    func note(_ address: String, at second: Int64) -> Int? {
        windows.withLock { windows in
            if windows.count >= Self.addressLimit, windows[address] == nil { windows.removeAll() }
            var window = windows[address] ?? Window(start: second, count: 0)
            if !(window.start..<(window.start + Self.windowSeconds)).contains(second) {
                window = Window(start: second, count: 0)
            }
            window.count += 1
            windows[address] = window
            return window.count > limit ? Int(window.start + Self.windowSeconds - second) : nil
        }
    }
}

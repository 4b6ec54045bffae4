internal import Glibc

/// System calls that say in words why they failed.
enum SystemCall {
    /// Why the last call failed.
    static var reason: String { unsafe String(cString: strerror(errno)) }

    /// Makes the call, again when a signal came in between.
    /// - Parameter step: what it is for, as in "Cannot `step`".
    @discardableResult
    static func check<Number: SignedInteger>(
        _ step: @autoclosure () -> String, _ call: () -> Number
    ) throws(BackupError) -> Number {
        while true {
            let answer = call()
            if answer >= 0 { return answer }
            if errno != EINTR { throw .system(step(), reason: reason) }
        }
    }
}

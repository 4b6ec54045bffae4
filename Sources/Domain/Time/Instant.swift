/// A moment, in whole seconds since 1 January 1970 UTC. Prints as `2018-09-14T13:00:00Z`.
package struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let seconds: Int64

    package init(seconds: Int64) { self.seconds = seconds }

    package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    package var description: String {
        let moment = OffsetDateTime(self, offsetMinutes: 0)
        return "\(moment.date)T\(moment.clock)Z"
    }
}

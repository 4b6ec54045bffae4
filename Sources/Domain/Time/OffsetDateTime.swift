/// A moment as a clock shows it somewhere, with the distance of that clock from UTC.
///
/// ```
/// date-time = date ("T" / "t" / " ") time-of-day ["." 1*DIGIT] ("Z" / "z" / ("+" / "-") 2DIGIT ":" 2DIGIT)
/// ```
///
/// RFC 3339, section 5.6; fractions of a second are dropped, a leap second is refused.
package struct OffsetDateTime: Hashable, Sendable, CustomStringConvertible {
    package let date: CalendarDate
    package let secondOfDay: Int
    package let offsetMinutes: Int

    package init(date: CalendarDate, secondOfDay: Int, offsetMinutes: Int) {
        precondition((0..<86_400).contains(secondOfDay), "A day has 86,400 seconds.")
        self.date = date
        self.secondOfDay = secondOfDay
        self.offsetMinutes = offsetMinutes
    }

    /// The moment as a clock at that distance from UTC shows it, held inside the known years.
    package init(_ instant: Instant, offsetMinutes: Int) {
        let local = instant.seconds + Int64(offsetMinutes) * 60
        let days = Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
        let epoch = CalendarDate(dayNumber: 0)?.addingDays(days)
        guard let epoch else { preconditionFailure("1 January 1970 is a day.") }
        self.init(date: epoch, secondOfDay: Int(local - Int64(days) * 86_400), offsetMinutes: offsetMinutes)
    }

    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let (wall, rest) = LocalDateTime.prefix(of: bytes), rest < bytes.count else { return nil }
        var index = rest
        if bytes[index] == UInt8(ascii: ".") {
            let start = index + 1
            index = start
            while index < bytes.count, (48...57).contains(bytes[index]) { index += 1 }
            guard index > start, index < bytes.count else { return nil }
        }
        let zone = bytes[index...]
        guard let offset = Self.offset(zone) else { return nil }
        self.init(date: wall.date, secondOfDay: wall.secondOfDay, offsetMinutes: offset)
    }

    package var instant: Instant {
        Instant(seconds: Int64(date.dayNumber) * 86_400 + Int64(secondOfDay) - Int64(offsetMinutes) * 60)
    }

    /// The time of day, `14:00:00`.
    package var clock: String {
        "\(padded(secondOfDay / 3_600, 2)):\(padded(secondOfDay / 60 % 60, 2)):\(padded(secondOfDay % 60, 2))"
    }

    package var description: String {
        let size = abs(offsetMinutes)
        return
            "\(date)T\(clock)\(offsetMinutes < 0 ? "-" : "+")\(padded(size / 60, 2)):\(padded(size % 60, 2))"
    }

    private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(zone)
        if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
        guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
            bytes[3] == 58,
            let hours = digits(bytes[1..<3]), let minutes = digits(bytes[4..<6]), hours <= 23, minutes <= 59
        else { return nil }
        return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    }
}

/// A date and time of day without a place: `2018-09-14T14:00` or with seconds.
package struct LocalDateTime: Hashable, Sendable {
    package let date: CalendarDate
    package let secondOfDay: Int

    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let (wall, rest) = Self.prefix(of: bytes), rest == bytes.count else { return nil }
        self = wall
    }

    private init(date: CalendarDate, secondOfDay: Int) {
        self.date = date
        self.secondOfDay = secondOfDay
    }

    /// The date and time at the start of the text, and where they end.
    static func prefix(of bytes: [UInt8]) -> (LocalDateTime, rest: Int)? {
        guard bytes.count >= 16, let date = CalendarDate(String(decoding: bytes[0..<10], as: UTF8.self)),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t")
                || bytes[10] == UInt8(ascii: " "),
            let hour = digits(bytes[11..<13]), bytes[13] == 58, let minute = digits(bytes[14..<16]),
            hour <= 23,
            minute <= 59
        else { return nil }
        guard bytes.count > 16, bytes[16] == 58 else {
            return (LocalDateTime(date: date, secondOfDay: hour * 3_600 + minute * 60), 16)
        }
        guard bytes.count >= 19, let second = digits(bytes[17..<19]), second <= 59 else { return nil }
        return (LocalDateTime(date: date, secondOfDay: hour * 3_600 + minute * 60 + second), 19)
    }
}

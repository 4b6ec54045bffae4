/// The Date field of answers, made once a second (RFC 9110, section 5.6.7): `Fri, 14 Sep 2018 13:00:00 GMT`.
package struct DateField {
    private var second: Int64 = -1
    private(set) var line: [UInt8] = []

    /// Brings the line up to date.
    mutating func update(secondsSince1970 second: Int64) {
        guard second != self.second else { return }
        self.second = second
        line = Array("date: \(Self.text(second))\r\n".utf8)
    }

    package static func text(_ second: Int64) -> String {
        let days = Int(second / 86_400)
        let time = Int(second % 86_400)
        // Days counted from 1 March of year 0, so that the leap day is the last of its year.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        let names = ["Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb"]
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(weekdays[days % 7]), \(two(day)) \(names[month]) \(year) "
            + "\(two(time / 3_600)):\(two(time / 60 % 60)):\(two(time % 60)) GMT"
    }
}

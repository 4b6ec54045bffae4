import Testing

@testable import HTTP

/// The Date field (RFC 9110, section 5.6.7).
@Suite("Dates")
struct DateFieldTests {
    @Test(
        "known seconds have known names, leap days too",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (1, "Thu, 01 Jan 1970 00:00:01 GMT"),
            (59, "Thu, 01 Jan 1970 00:00:59 GMT"), (3_600, "Thu, 01 Jan 1970 01:00:00 GMT"),
            (86_399, "Thu, 01 Jan 1970 23:59:59 GMT"), (86_400, "Fri, 02 Jan 1970 00:00:00 GMT"),
            (68_169_600, "Tue, 29 Feb 1972 00:00:00 GMT"), (68_256_000, "Wed, 01 Mar 1972 00:00:00 GMT"),
            (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"), (946_684_799, "Fri, 31 Dec 1999 23:59:59 GMT"),
            (946_684_800, "Sat, 01 Jan 2000 00:00:00 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
            (951_868_800, "Wed, 01 Mar 2000 00:00:00 GMT"), (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
            (1_709_251_200, "Fri, 01 Mar 2024 00:00:00 GMT"),
            (2_147_483_648, "Tue, 19 Jan 2038 03:14:08 GMT"),
            (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 GMT"),
            (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
        ] as [(Int64, String)])
    func known(second: Int64, text: String) {
        #expect(DateField.text(second) == text)
    }

    @Test("each day follows the one before, over a whole cycle of leap years")
    func everyDay() {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        var (year, month, day) = (1970, 0, 1)
        for number in 0..<146_097 {
            let name = day < 10 ? "0\(day)" : "\(day)"
            let expected = "\(weekdays[number % 7]), \(name) \(months[month]) \(year) 12:34:56 GMT"
            let text = DateField.text(Int64(number) * 86_400 + 45_296)
            guard text == expected else {
                Issue.record("Day \(number) is \(expected), not \(text).")
                return
            }
            let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            let last = month == 1 ? (isLeapYear ? 29 : 28) : [3, 5, 8, 10].contains(month) ? 30 : 31
            day = day == last ? 1 : day + 1
            if day == 1 { month = (month + 1) % 12 }
            if day == 1 && month == 0 { year += 1 }
        }
        #expect(year == 2370)
    }

    @Test("the line is that of the last update")
    func line() {
        var date = DateField()
        for second in [0, 0, 784_111_777, 1] as [Int64] {
            date.update(secondsSince1970: second)
            let expected = "date: \(DateField.text(second))\r\n"
            #expect(String(decoding: date.line, as: UTF8.self) == expected)
        }
    }
}

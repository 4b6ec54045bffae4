import Testing

@testable import Domain

/// RFC 3339, section 5.6: which texts are a moment, which one, and how it is printed again.
@Suite("Moments")
struct MomentTests {
    @Test(
        "a date-time is read to the second, whatever its fraction, letters and offset",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("1970-01-01t00:00:00z", 0), ("1970-01-01 00:00:00Z", 0),
            ("1970-01-01T00:00:00+00:00", 0), ("1970-01-01T00:00:00-00:00", 0),
            ("1970-01-01T00:00:00.999999999999Z", 0), ("1970-01-01T00:00:00.0+00:00", 0),
            ("1969-12-31T23:59:59Z", -1), ("1970-01-01T00:00:00+00:01", -60),
            ("1970-01-01T00:00:00-00:01", 60),
            ("1970-01-01T23:59:00+23:59", 0), ("1969-12-31T00:01:00-23:59", 0),
            ("2018-09-14T14:00:00+01:00", 1_536_930_000), ("2000-02-29T12:00:00Z", 951_825_600),
            ("1937-01-01T12:00:27.87+00:20", -1_041_337_173), ("1985-04-12T23:20:50.52Z", 482_196_050),
            ("1996-12-19T16:39:57-08:00", 851_042_397),
        ] as [(String, Int64)])
    func read(text: String, seconds: Int64) {
        #expect(OffsetDateTime(text)?.instant.seconds == seconds)
    }

    @Test(
        "anything else is no moment",
        arguments: [
            "1990-12-31T23:59:60Z", "1990-12-31T15:59:60-08:00", "2018-09-14T14:00:00", "2018-09-14Z",
            "2018-09-14T14Z", "2018-09-14T1:00:00Z", "2018-09-14T14:0:00Z", "2018-09-14T14:00:0Z",
            "2018-09-14T14:00:00 Z", "2018-09-14T14:00:00 +01:00", "2018-09-14T14:00:00+01",
            "2018-09-14T14:00:00+0100", "2018-09-14T14:00:00+01:60", "2018-09-14T14:00:00+24:00",
            "2018-09-14T14:00:00+1:00", "2018-09-14T14:00:00+01:00:00", "2018-09-14T14:00:00\u{2212}01:00",
            "2018-09-14T14:00:00.Z", "2018-09-14T14:00:00.5", "2018-09-14T14:00:00,5Z",
            "2018-09-14T14:00:00.5.5Z", "2018-09-14T14:00:00.-5Z", "2018-09-14T14:00:00.٥Z",
            "2018-09-14_14:00:00Z", "2018-09-14  14:00:00Z", "20180914T140000Z", "2018-257T14:00:00Z",
            " 2018-09-14T14:00:00Z", "2018-09-14T14:00:00Z ", "2018-09-14T14:00:00Z\u{0}",
            "2018-09-14T14.00.00Z", "2018-09-14T-4:00:00Z", "2018-09-14T14:+1:00Z", "2018-09-14T14:00:+1Z",
            "2018-02-29T14:00:00Z", "1900-02-29T00:00:00Z", "1799-12-31T00:00:00Z", "2201-01-01T00:00:00Z",
            "2018-09-14T14:00:00Europe/London", "2018-09-14T14:00:00+01:00[Europe/London]",
        ])
    func refused(text: String) {
        #expect(OffsetDateTime(text) == nil)
    }

    @Test("a moment cut at any byte is refused")
    func truncation() {
        let text = Array("2018-09-14T14:00:00.25+01:00".utf8)
        for count in 0..<text.count {
            #expect(OffsetDateTime(String(decoding: text[..<count], as: UTF8.self)) == nil)
        }
    }

    @Test("a local time never holds an offset or a fraction and a moment always has an offset")
    func localOrNot() {
        for text in ["2018-09-14T14:00:00", "2018-09-14T14:00"] {
            #expect(LocalDateTime(text) != nil)
            #expect(OffsetDateTime(text) == nil)
            for ending in ["Z", "z", "+01:00", "-00:00"] {
                #expect(LocalDateTime(text + ending) == nil)
                #expect(OffsetDateTime(text + ending) != nil)
            }
        }
        #expect(LocalDateTime("2018-09-14T14:00:00.5") == nil)
    }

    @Test("every second of a day is read and printed")
    func everySecond() {
        let day = "2018-09-14"
        var broken: [String] = []
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        for second in 0..<86_400 {
            let clock = "\(two(second / 3_600)):\(two(second / 60 % 60)):\(two(second % 60))"
            let moment = OffsetDateTime("\(day)T\(clock)-05:30")
            let isRight =
                moment?.secondOfDay == second && moment?.clock == clock
                && LocalDateTime("\(day)T\(clock)")?.secondOfDay == second
            if !isRight { broken.append(clock) }
        }
        #expect(broken.prefix(5) == [])
    }

    @Test("every offset is read, printed and taken off the moment")
    func everyOffset() throws {
        let utc = try #require(OffsetDateTime("2018-09-14T12:00:00Z")).instant
        for minutes in -1_439...1_439 {
            let there = OffsetDateTime(utc, offsetMinutes: minutes)
            #expect(there.instant == utc)
            #expect(OffsetDateTime(there.description) == there)
        }
    }

    @Test(
        "an instant prints in UTC with a Z",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (86_399, "1970-01-01T23:59:59Z"),
            (86_400, "1970-01-02T00:00:00Z"), (1_536_930_000, "2018-09-14T13:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"), (-2_203_977_601, "1900-02-27T23:59:59Z"),
            (4_107_542_399, "2100-02-28T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
            (-5_364_662_400, "1800-01-01T00:00:00Z"), (7_289_654_399, "2200-12-31T23:59:59Z"),
        ] as [(Int64, String)])
    func printed(seconds: Int64, text: String) {
        #expect(Instant(seconds: seconds).description == text)
        #expect(OffsetDateTime(text)?.instant == Instant(seconds: seconds))
    }

    @Test("instants are ordered by time, whatever clock they were read from")
    func order() throws {
        let early = try #require(OffsetDateTime("2018-09-14T14:00:00+01:00"))
        let same = try #require(OffsetDateTime("2018-09-14T13:00:00Z"))
        let late = try #require(OffsetDateTime("2018-09-14T09:30:00-04:00"))
        #expect(early.instant == same.instant && early != same)
        #expect(early.instant < late.instant && !(late.instant < early.instant))
    }
}

import Domain
import Glibc

/// The clock on the wall in Britain, by the system's time-zone database; no rules of our own.
///
/// `start()` sets the process's zone once, before any other thread runs. Every time of a meeting is judged here.
enum LondonTime {
    /// Makes Europe/London the zone of this process and proves that the system knows it.
    /// - Returns: false when the time-zone database is missing, so that summer time would be an hour wrong.
    static func start() -> Bool {
        setenv("TZ", "Europe/London", 1)
        tzset()
        // Noon UTC of 1 July 2018, when clocks in London showed 13:00.
        return offsetMinutes(at: 1_530_446_400) == 60
    }

    /// The present day in London.
    static func today(_ now: Instant) -> CalendarDate { local(now).date }

    /// The moment as a clock in London shows it, with the offset of that day.
    static func local(_ instant: Instant) -> OffsetDateTime {
        OffsetDateTime(instant, offsetMinutes: offsetMinutes(at: time_t(instant.seconds)))
    }

    /// Reads a moment with an offset, or a local one without, and gives it as London shows it.
    static func moment(_ text: String) -> OffsetDateTime? {
        if let moment = OffsetDateTime(text) { return local(moment.instant) }
        guard let wall = LocalDateTime(text) else { return nil }
        // First as if London were on UTC; the offset of that guess is right except within the hours around a
        // change of clocks, where the second look corrects it.
        let guess = OffsetDateTime(date: wall.date, secondOfDay: wall.secondOfDay, offsetMinutes: 0).instant
        let first = offsetMinutes(at: time_t(guess.seconds))
        let shifted = Instant(seconds: guess.seconds - Int64(first) * 60)
        return local(Instant(seconds: guess.seconds - Int64(offsetMinutes(at: time_t(shifted.seconds))) * 60))
    }

    private static func offsetMinutes(at time: time_t) -> Int {
        var seconds = time
        var broken = tm()
        localtime_r(&seconds, &broken)
        return broken.tm_gmtoff / 60
    }
}

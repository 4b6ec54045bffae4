import Domain

/// A stretch of time named in a sentence.
struct FoundPeriod: Sendable {
    enum Meaning: Sendable {
        /// Named as such: "2017/18", "June 18".
        case printed
        /// The year that the report is about: "this year", "during the year".
        case thisYear
        /// The year before it.
        case lastYear
        /// Months without their year: "February and March".
        case yearless
        /// A bare year, which a school counts from September.
        case year
        /// Time that is no period of a value: the span of a plan, "since 2008".
        case aside
    }

    /// Places of the tokens that name it.
    let range: Range<Int>
    let period: Period?
    let meaning: Meaning
    let text: String
    /// The first of several days: the 8th of "8-9 May 2017".
    var from: CalendarDate?

    var isUsable: Bool { period != nil && meaning != .aside }

    func stated() -> StatedPeriod? {
        period.map {
            let isPrinted = meaning == .printed || meaning == .year
            return StatedPeriod(period: $0, text: text, basis: isPrinted ? .printed : .inferred)
        }
    }
}

/// What a sentence's words about time are judged by.
struct PeriodContext: Sendable {
    /// The day of the meeting, which years of two digits are near to.
    var meetingDay: CalendarDate?
    /// The period the report is about, from its title or its first words.
    var own: StatedPeriod?

    /// The financial year of quarters that are named without one, at the head of a table of that year.
    var quarterYear: Int?

    var knownYear: Int { meetingDay?.year ?? own?.period.end.year ?? 2020 }

    /// The financial or other year that "this year" means.
    var thisYear: Period? {
        guard let own = own?.period else { return nil }
        switch own.kind {
        case .financialYear, .academicYear, .calendarYear: return own
        default: return Calendar.financialYear(Calendar.financialYear(of: own.start))
        }
    }
}

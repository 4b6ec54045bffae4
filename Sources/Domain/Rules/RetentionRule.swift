/// One row of the retention schedule: what is kept, from when the time counts, and what the law asks for.
package enum RetentionRule: String, CaseIterable, Sendable {
    case papers
    case backgroundPapers = "background-papers"
    case recommendations, declarations
    case contactDetails = "contact-details"
    case actions, figures
    case importLogs = "import-logs"

    /// What the rule is about, as the beginning of a sentence.
    package var words: String {
        switch self {
        case .papers: "Agendas, public reports and minutes, from the day of the meeting"
        case .backgroundPapers: "Background papers, from the day of the meeting"
        case .recommendations: "Scrutiny reports, recommendations and responses, with the minutes"
        case .declarations: "Declarations at meetings, in the minutes"
        case .contactDetails: "Contact details of public participants, from the day of the reply"
        case .actions: "Actions with their histories, from the day they were closed"
        case .figures: "Observations and reported figures"
        case .importLogs: "What imports reported row by row, from the day they came"
        }
    }

    /// The shortest period that the law allows, in months.
    package var floor: (months: Int, law: String)? {
        switch self {
        case .papers, .recommendations, .declarations:
            (72, "section 100C of the Local Government Act 1972 keeps them open for six years")
        case .backgroundPapers:
            (48, "section 100D of the Local Government Act 1972 keeps them open for four years")
        case .contactDetails, .actions, .figures, .importLogs: nil
        }
    }

    /// Where the rule comes from.
    package var source: String {
        if let floor { return floor.law }
        return switch self {
        case .contactDetails, .importLogs: "no legal period; UK GDPR asks for no longer than needed"
        default: "no legal period; the council's own schedule"
        }
    }

    package var standard: RetentionPeriod {
        switch self {
        case .papers, .recommendations, .declarations, .figures: .permanent
        case .backgroundPapers, .actions: .months(72)
        case .contactDetails, .importLogs: .months(12)
        }
    }

    /// What the public record rests on. The program never removes it, so no other period can be set.
    package var isAlwaysPermanent: Bool { standard == .permanent }

    /// Why the rule cannot have this period; nil when it can.
    package func refusal(of period: RetentionPeriod) -> String? {
        if let floor, !period.covers(floor.months) {
            return
                "\(rawValue) cannot be kept for \(period) only: \(floor.law). Set at least \(RetentionPeriod.months(floor.months))."
        }
        if isAlwaysPermanent, period != .permanent {
            return "\(rawValue) are kept permanently: this program never removes them."
        }
        return nil
    }
}

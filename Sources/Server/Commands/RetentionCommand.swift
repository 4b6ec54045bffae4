import ArgumentParser
import Domain
import Store

struct RetentionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention", abstract: "Lists or removes what need not be kept any longer.",
        discussion: """
            --dry-run lists each rule with its period and source, and below it each record that may go and since when. \
            --remove removes them for good, while the server runs: a removed record is gone from the search, the \
            lists and the past, and the change log keeps who changed it when, but not what it held. Periods are \
            counted in London and begin with the first day: six years from 14 September 2018 end on 13 September \
            2024. Backups made before still hold what was removed.
            """)

    @OptionGroup var options: DatabaseOption
    @Flag(name: .long, help: "List what may go, and change nothing.")
    var dryRun = false
    @Flag(name: .long, help: "Remove what may go.")
    var remove = false
    @Option(
        name: .long, help: "Reckon as on this day, such as 2024-09-14; with --remove no later than today.")
    var asOf: String?
    @Option(
        name: .long, parsing: .upToNextOption,
        help: "Keep for another time from now on: actions=8y, import-logs=18m or actions=permanent.")
    var set: [String] = []

    func validate() throws {
        var problems: [String] = []
        if [dryRun, remove, !set.isEmpty].filter({ $0 }).count != 1 {
            problems.append("Give one of --dry-run, --remove and --set.")
        }
        if asOf != nil, !set.isEmpty {
            problems.append("A period that is set holds from now on; leave --as-of away.")
        }
        if let asOf, CalendarDate(asOf) == nil {
            problems.append("--as-of is a day such as 2024-09-14; \"\(asOf)\" is not one.")
        }
        for text in set {
            do throws(RetentionSetting.Refusal) {
                _ = try RetentionSetting(text)
            } catch {
                problems.append(error.sentence)
            }
        }
        if !problems.isEmpty { throw ValidationError(problems.joined(separator: "\n")) }
    }

    func run() throws {
        try Console.startLondonTime()
        let today = LondonTime.today(Clock.now())
        let day = asOf.flatMap { CalendarDate($0) } ?? today
        if dryRun { return try list(on: day) }
        if day > today {
            Console.note("scrutiny: \(day) has not come yet. Nothing is removed before its time.")
            throw ExitCode(1)
        }
        let writer = try options.writer()
        defer { writer.close() }
        try Console.refusing { () throws(StoreError) in
            if remove { try removeAll(on: day, writer) } else { try change(writer) }
        }
    }

    private func list(on day: CalendarDate) throws {
        let database = options.database
        let (periods, items) = try Console.refusing { () throws(StoreError) in
            let connection = try Reader(path: database).connection
            try connection.execute("BEGIN")
            return (try connection.retentionPeriods(), try connection.due(on: day, day: Self.day))
        }
        for rule in RetentionRule.allCases {
            let due = items.filter { $0.rule == rule }
            let period = periods[rule] ?? rule.standard
            var state = "Never removed"
            if period != .permanent {
                state = rule.hasRecords ? "\(due.count) may go" : "No records here yet"
            }
            Console.answer("\(rule.rawValue): \(period). \(rule.words); \(rule.source). \(state).")
            for item in due {
                Console.answer(
                    "  \(item.collection) \(item.recordID) may go since \(item.mayGoFrom): \(item.shortLabel)"
                )
            }
        }
    }

    private func removeAll(on day: CalendarDate, _ writer: Writer) throws(StoreError) {
        var counts: [RetentionRule: Int] = [:]
        // Also when it fails: what went before is gone.
        defer {
            for rule in RetentionRule.allCases where rule.hasRecords {
                Console.answer("\(rule.rawValue): \(counts[rule] ?? 0) removed")
            }
        }
        var last: [RetentionItem]
        repeat {
            last = try writer.perform(by: "retention") { (transaction) throws(StoreError) in
                .keep(try transaction.removeDue(on: day, limit: 200, day: Self.day))
            }
            for item in last { counts[item.rule, default: 0] += 1 }
        } while !last.isEmpty
        // Also when nothing went now: the run before may have been ended before it came to this.
        try writer.perform(by: "retention") { (transaction) throws(StoreError) in
            .keep(try transaction.tidySearch())
        }
    }

    private func change(_ writer: Writer) throws(StoreError) {
        let settings = set.compactMap { try? RetentionSetting($0) }
        try writer.perform(by: "command line") { (transaction) throws(StoreError) in
            for setting in settings { try transaction.setRetention(setting.rule, to: setting.period) }
            return .keep(())
        }
        for setting in settings { Console.answer("\(setting.rule.rawValue): \(setting.period)") }
    }

    @Sendable private static func day(_ moment: Instant) -> CalendarDate { LondonTime.local(moment).date }
}

extension RetentionItem {
    /// On one line, no longer than one is, and without what a terminal would take for a command.
    fileprivate var shortLabel: String {
        let line = label.split { $0.isWhitespace || $0.unicodeScalars.contains(where: \.isControl) }
            .joined(separator: " ")
        return line.count > 80 ? line.prefix(79) + "…" : line
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { properties.generalCategory == .control }
}

import Domain
import JSON

/// The values of the domain as they are written in JSON and in addresses.
extension Schema {
    /// The days from 1800 to 2200, with the 29th of February in leap years only.
    private static let dayPattern =
        "((1[89][0-9]{2}|2[01][0-9]{2}|2200)-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
        + "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
        + "|((1[89]|2[01])(0[48]|[2468][048]|[13579][26])|2000)-02-29)"
    private static let clockPattern = "([01][0-9]|2[0-3]):[0-5][0-9]"
    private static let offsetPattern = "(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"

    /// A day of the years that are known here.
    static let day = component("Day")
    private static let dayText = text(pattern: "^\(dayPattern)$").with("format", "date")

    /// A moment with the distance of its clock from UTC (RFC 3339).
    static let moment = component("Moment")
    private static let momentText = text(
        pattern: "^\(dayPattern)T\(clockPattern):[0-5][0-9](\\.[0-9]+)?\(offsetPattern)$"
    )
    .with("format", "date-time")

    /// A time as a clock in London shows it.
    static let localTime = component("LocalTime")
    private static let localTimeText = text(pattern: "^\(dayPattern)T\(clockPattern)(:[0-5][0-9])?$")

    /// A slug or code, which stands in addresses beside ids.
    static let code = component("Code")
    private static let codeText = text(pattern: "^[a-z][a-z0-9-]{0,99}$")

    /// A decimal number as it is printed, such as 34.0.
    static let printedDecimal = component("PrintedDecimal")
    private static let printedDecimalText = text(pattern: "^-?(\(decimalForms.joined(separator: "|")))$")

    /// Whole numbers, and for each number of digits before the point as many behind it as there is room for.
    private static let decimalForms =
        ["0", "[1-9][0-9]{0,\(ExactDecimal.digitLimit - 1)}"]
        + (1..<ExactDecimal.digitLimit).map { whole in
            "(0|[1-9][0-9]{0,\(whole - 1)})\\.[0-9]{1,\(ExactDecimal.digitLimit - whole)}"
        }

    /// A year 2017-18, its quarter 2018-19-Q1, a month, a calendar year or a day, as a filter takes them.
    static let period = component("PeriodName")
    private static let periodText = anyOf([
        text(pattern: "^(19|20)\(consecutiveYears)(-Q[1-4])?$"),
        text(pattern: "^(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?$"), day,
    ])

    /// Two years that follow each other, each by its last two digits: 17-18.
    private static let consecutiveYears =
        "("
        + (0..<99).map { year in
            [year, year + 1].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "-")
        }.joined(separator: "|") + ")"

    /// What these names stand for, under `components` of the document.
    static let named: [(name: String, schema: Schema)] = [
        ("Day", dayText.about("A day such as 2018-09-14.").with("examples", ["2018-09-14"])),
        (
            "Moment",
            momentText.about("A moment with its offset from UTC (RFC 3339).")
                .with("examples", ["2018-09-14T14:00:00+01:00"])
        ),
        (
            "LocalTime",
            localTimeText.about("A time as a clock in London shows it.").with(
                "examples", ["2018-09-14T14:00"])
        ),
        (
            "Code",
            codeText.about("A slug or code, which stands in addresses beside ids.")
                .with("examples", ["children-and-families"])
        ),
        (
            "PrintedDecimal",
            printedDecimalText.about("A decimal number as it is printed.").with("examples", ["34.0"])
        ),
        (
            "PeriodName",
            periodText.about("A year, a quarter, a month, a calendar year or a day.")
                .with("examples", ["2017-18", "2018-19-Q1", "2018-06", "2018", "2018-03-31"])
        ),
    ]

    /// The ETag of an answer: a mark, behind the version of a record, and before the coding.
    static let tagPattern = "\"(v[0-9]+-)?[0-9a-f]+(-gzip)?\""

    /// Text in an address, which cannot hold the null character.
    static let addressText = text(pattern: "^[^\\u0000]*$")

    /// One or more words of a list, in an address with commas between.
    static func names(_ words: [String]) -> Schema { list(of: .choice(words)).with("minItems", 1) }

    /// Yes or no in an address.
    static let flagWord = choice(["true", "false", "1", "0"])
}

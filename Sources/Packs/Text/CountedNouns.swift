/// What a number can count.
enum CountedNouns {
    private static let irregular: Set<String> = [
        "children", "people", "staff", "women", "men", "families", "placements", "foster", "data", "cases",
    ]
    private static let people: Set<String> = [
        "children", "people", "pupils", "practitioners", "families", "residents", "carers", "learners",
        "users",
        "patients", "adults", "staff", "attendees", "households", "students", "visitors", "volunteers",
        "parents",
        "clients", "tenants", "employees", "referrals", "contacts", "cases", "assessments", "visits", "calls",
        "homes", "dwellings", "tonnes", "complaints", "enquiries", "applications", "incidents", "crimes",
    ]
    private static let notPlural: Set<String> = [
        "is", "was", "has", "this", "as", "its", "his", "us", "yes", "thus", "plus", "always", "across",
        "less",
        "perhaps", "towards", "process", "access", "progress", "business", "address", "does", "these",
        "those",
        "per", "various", "previous", "serious", "status", "basis", "analysis", "times", "ones", "others",
        "focus",
        "whereas", "hours", "days", "weeks", "months", "years", "minutes", "mths", "yrs", "years'", "days'",
        "pages",
    ]

    static func isPeople(_ word: String) -> Bool { people.contains(word) }

    /// Ends like a plural and is none of the words that only look so.
    static func isPlural(_ word: String) -> Bool {
        if irregular.contains(word) { return true }
        return word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("'s")
            && !notPlural.contains(word)
    }

    private static let time: Set<String> = [
        "hour", "hours", "day", "days", "week", "weeks", "month", "months", "mths", "mth", "year", "years",
        "yr", "yrs",
        "minute", "minutes", "year-old", "year-olds", "years-old", "decade", "decades", "term", "terms",
        "days'",
        "weeks'", "months'", "years'", "hours'", "month's", "year's", "hrs", "mins",
    ]

    static func isTime(_ word: String) -> Bool { time.contains(word) }
}

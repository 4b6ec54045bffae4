/// The words that the closed fields of the import document allow.
enum Vocabulary {
    static let units: Set<String> = [
        "count", "percent", "percent_change", "rate_per_10000", "per_month", "weeks", "months", "gbp",
        "gbp_per_week", "visits", "index_score", "rank", "ratio",
    ]
    static let polarities: Set<String> = ["high_is_good", "low_is_good", "none", "near_target"]
    static let valueStates: Set<String> = [
        "actual", "not_available", "not_applicable", "suppressed", "rounds_to_zero", "low_reliability",
        "not_extracted",
    ]
    static let flags: Set<String> = [
        "period_conflict", "arithmetic_mismatch", "unlabelled", "figure_conflict", "period_ambiguous",
        "torn_label", "mixed_script", "caveat", "scope_ambiguous", "single_child",
    ]
    static let approximations: Set<String> = ["about", "over", "under"]
    static let actionKinds: Set<String> = [
        "information_request", "officer_action", "report_back", "letter", "visit",
        "work_programme_addition", "data_request", "panel_ask", "commitment",
    ]
    static let dueKinds: Set<String> = ["date", "next_meeting", "named_meeting", "none"]
    static let reportKinds: Set<String> = [
        "report", "appendix", "letter", "minutes", "agenda_front_sheet", "supplement", "presentation",
    ]
    static let areaKinds: Set<String> = [
        "county", "country", "region", "district", "neighbour_group", "place", "other",
    ]
    static let seatKinds: Set<String> = [
        "councillor", "church_rep_cofe", "church_rep_rc", "church_rep_other", "parent_governor_rep",
        "voting_coopted", "nonvoting_coopted",
    ]
    static let backgroundPapers: Set<String> = ["listed", "none", "not_stated"]
}

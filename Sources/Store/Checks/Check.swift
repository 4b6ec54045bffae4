/// A rule of the data that can be asked as a query: one row for each record that breaks it.
///
/// The database refuses such records when they are written. The checks find those that came past it: by a tool that
/// switched the rules off, by a damaged disk, or by a mistake in a migration.
package struct Check: Sendable {
    /// How the result is listed, as in `one-chair`.
    package let name: StaticString
    /// What is wrong with the records that are found, as the beginning of a list: "These panels have … chairs".
    package let sentence: StaticString
    /// Its first column tells a record to a person: an id, or text such as "items 3 and 4".
    let sql: StaticString

    package init(_ name: StaticString, _ sentence: StaticString, sql: StaticString) {
        self.name = name
        self.sentence = sentence
        self.sql = sql
    }

    /// Every rule, in the order in which they are asked.
    package static let all: [Check] = [
        panels, meetings, attendance, decisions, recommendations, minutes, reports, observations, figures,
        indicatorVersions, actions, search, changes,
    ].flatMap { $0 }
}

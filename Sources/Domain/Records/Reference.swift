/// How a client names another record: by its id, or by the key that people use for it.
///
/// `Record` is the kind of record that is meant, so a person can never stand where a panel is wanted.
package enum Reference<Record>: Hashable, Sendable {
    case id(Identifier<Record>)
    /// A panel's slug, an indicator's or area's code, an item's printed number, a report's reference in its pack.
    case key(String)
    /// The meeting that the pack being read belongs to.
    case current
}

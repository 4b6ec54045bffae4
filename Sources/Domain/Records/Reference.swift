/// How a client names another record: by its id, or by the key that people use for it.
package enum Reference: Hashable, Sendable {
    case id(Int64)
    /// A panel's slug, an indicator's or area's code, an item's printed number, a report's reference in its pack.
    case key(String)
    /// The meeting that the pack being read belongs to.
    case current
}

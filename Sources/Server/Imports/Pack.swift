import Domain
import JSON
import Store

/// One agenda pack as an import document: the panel, one meeting and everything the pack says, in the order in
/// which the store takes it, each record before those that refer to it.
struct Pack: Sendable {
    static let format = "scrutiny-pack-1"

    let system: String
    let ref: String
    let rows: [PackRow]

    /// Reads a whole document and notes every problem with its place.
    static func read(_ document: JSONValue) throws(Problem) -> Pack {
        guard case .object(let object) = document else {
            throw .malformed(
                "pack_not_an_object", "An import document is a JSON object; this is \(document.kindName).")
        }
        var reader = PackReader(object)
        guard let pack = reader.read() else { throw .invalid(reader.fields.problems.all) }
        return pack
    }
}

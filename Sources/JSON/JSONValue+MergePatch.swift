/// JSON merge patch, RFC 7396.
///
/// ```
/// merge(target, patch):
///     patch is no object  →  patch
///     target is no object →  target becomes {}
///     each member of the patch: null removes the member of that name,
///                               anything else is merged into it
/// ```
extension JSONValue {
    /// The target with the patch applied; neither is changed.
    ///
    /// Members that stay keep their place, new ones come last. The cost is linear in both sizes, and
    /// the result is no deeper than the deeper of the two.
    package static func mergePatch(_ target: JSONValue, _ patch: JSONValue) -> JSONValue {
        guard case .object(let changes) = patch else { return patch }
        if case .object(let object) = target {
            return .object(object.merging(changes))
        }
        return .object(JSONObject().merging(changes))
    }
}

extension JSONObject {
    fileprivate func merging(_ changes: JSONObject) -> JSONObject {
        var result = self
        // Removed in one pass at the end: one by one would cost the square of their number.
        var removedPlaces: Set<Int> = []
        for change in changes.members {
            let known = place(of: change.name)
            if case .null = change.value {
                if let known { removedPlaces.insert(known) }
            } else if let known {
                result.setValue(.mergePatch(members[known].value, change.value), at: known)
            } else {
                result[change.name] = .mergePatch(.null, change.value)
            }
        }
        guard !removedPlaces.isEmpty else { return result }
        let kept = result.members.enumerated().lazy.filter { !removedPlaces.contains($0.offset) }
        return JSONObject(unique: kept.map(\.element))
    }
}

import Store

extension Resource {
    /// Which entries of the change log an audience may see: those of records that it may see now. Nil for all.
    ///
    /// What is gone, or withheld now, is not told of where only some of a collection's records are public; the parts
    /// of records have no audience of their own.
    static func visibleChanges(_ audience: Audience) -> Condition? {
        audience == .officer ? nil : publicChanges
    }

    private static let publicChanges = Condition.any(
        all.filter { !$0.isWithinParentsOnly && $0.path.text != "imports" }.map { resource in
            let own: Condition = .compare("changes.collection", .equal, [.text(resource.path.text)])
            guard let condition = resource.publicCondition else { return own }
            return .all([own, .exists(in: resource.source, id: "changes.record_id", condition)])
        })
}

/// What a token lets its bearer do.
enum Scope: String, CaseIterable, Sendable {
    case readMember = "read:member"
    case readOfficer = "read:officer"
    case write
    case `import`
    case admin
}

/// Who is calling: nobody in particular, or the bearer of a token.
enum Caller: Sendable {
    case anonymous
    case bearer(name: String, scopes: Set<Scope>)

    /// Whether the caller may do what needs this scope; an administrator may do everything.
    func has(_ scope: Scope) -> Bool {
        guard case .bearer(_, let scopes) = self else { return false }
        return scopes.contains(scope) || scopes.contains(.admin)
    }

    /// Refuses unless the caller has the scope: 401 without a token, 403 with one that does not reach.
    func require(_ scope: Scope) throws(Problem) {
        guard case .bearer = self else { throw .unauthenticated }
        guard has(scope) else { throw .forbidden(needs: scope) }
    }

    /// Refuses whoever does not read as an officer.
    func requireOfficer() throws(Problem) {
        guard case .bearer = self else { throw .unauthenticated }
        guard audience == .officer else { throw .forbidden(needs: .readOfficer) }
    }

    var name: String {
        switch self {
        case .anonymous: "anonymous"
        case .bearer(let name, _): name
        }
    }

    var audience: Audience { has(.readOfficer) || has(.write) ? .officer : .public }
}

/// The members of a JSON object, in their order, with fast look-up by name.
///
/// Names are compared byte by byte, as RFC 8259, section 8.3, asks: two spellings of `é` are two names.
/// Objects are equal when they have the same members in any order.
package struct JSONObject: Sendable {
    package struct Member: Sendable {
        package let name: String
        package var value: JSONValue
    }

    package private(set) var members: [Member] = []
    /// Place of each name; empty while a plain search is faster.
    private var places: [ExactName: Int] = [:]

    /// Up to so many names a search over the array beats hashing.
    private static let searchCount = 32

    package init() {}

    package var count: Int { members.count }
    package var isEmpty: Bool { members.isEmpty }

    /// The value of a member.
    ///
    /// Setting a new name appends it, setting a known one keeps its place, and setting nothing removes
    /// the member at the cost of one pass over the object.
    package subscript(name: String) -> JSONValue? {
        get { place(of: name).map { members[$0].value } }
        set {
            if let newValue {
                if let place = place(of: name) {
                    members[place].value = newValue
                } else {
                    add(name, newValue)
                }
            } else if place(of: name) != nil {
                self = JSONObject(unique: members.filter { !$0.name.hasSameBytes(as: name) })
            }
        }
    }

    /// Appends a member unless the name is there already, and says whether it did.
    package mutating func append(_ name: String, _ value: JSONValue) -> Bool {
        guard place(of: name) == nil else { return false }
        add(name, value)
        return true
    }

    /// The place of a name in ``members``.
    package func place(of name: String) -> Int? {
        guard members.count > Self.searchCount else {
            return members.firstIndex { $0.name.hasSameBytes(as: name) }
        }
        return places[ExactName(text: name)]
    }

    /// Replaces the value of the member at a place.
    mutating func setValue(_ value: JSONValue, at place: Int) {
        members[place].value = value
    }

    /// Takes members whose names are known to differ.
    init(unique members: [Member]) {
        self.members = members
        if members.count > Self.searchCount { indexAll() }
    }

    private mutating func add(_ name: String, _ value: JSONValue) {
        members.append(Member(name: name, value: value))
        if members.count == Self.searchCount + 1 {
            indexAll()
        } else if members.count > Self.searchCount {
            places[ExactName(text: name)] = members.count - 1
        }
    }

    private mutating func indexAll() {
        places.reserveCapacity(members.count)
        for (place, member) in members.enumerated() { places[ExactName(text: member.name)] = place }
    }
}

extension JSONObject: Equatable {
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        return left.members.allSatisfy { right[$0.name] == $0.value }
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Takes a literal; the same name twice is a programming error.
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        for (name, value) in elements {
            let isNew = append(name, value)
            precondition(isNew, "A JSON object literal names a member twice.")
        }
    }
}

/// A name that is hashed and compared by its bytes, not by what Unicode calls equivalent.
private struct ExactName: Hashable {
    let text: String

    static func == (left: ExactName, right: ExactName) -> Bool {
        left.text.hasSameBytes(as: right.text)
    }

    func hash(into hasher: inout Hasher) {
        // The hasher reads the bytes during the call and keeps no pointer.
        unsafe text.utf8.span.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
}

extension String {
    /// Whether two strings have the same UTF-8; `==` also takes equivalent spellings.
    func hasSameBytes(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        let bytes = utf8.span
        let others = other.utf8.span
        for place in bytes.indices where bytes[place] != others[place] { return false }
        return true
    }
}

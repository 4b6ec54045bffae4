/// What a client may say about a person: a councillor or co-opted member in public office.
///
/// There is no field for an address, a date of birth or a private e-mail, on purpose.
package struct PersonDraft: Equatable, Sendable {
    package var name: String
    package var sortName: String
    package var isExecutiveMember: Bool

    package init(name: String, sortName: String, isExecutiveMember: Bool = false) {
        self.name = name
        self.sortName = sortName
        self.isExecutiveMember = isExecutiveMember
    }
}

/// One named way to spoil a copy of the sample, so that a test shows that a rule can fail.
struct Damage: CustomStringConvertible {
    let description: String
    let spoil: @Sendable (inout Sample) -> Void

    init(_ description: String, spoil: @escaping @Sendable (inout Sample) -> Void) {
        self.description = description
        self.spoil = spoil
    }
}

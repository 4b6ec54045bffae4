extension CaseIterable where Self: RawRepresentable, RawValue == String {
    /// The words of the vocabulary as they stand on the wire and in the database.
    package static var names: [String] { allCases.map(\.rawValue) }
}

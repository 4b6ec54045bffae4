import Store

/// One field of a resource: its JSON name, the columns it is read from, and what may be asked of it.
///
/// The single place where a field is declared. Representation, filters, sorting, the list of writable names and
/// the suggestions in an error all come from here.
struct Field: Sendable {
    /// How the columns become JSON.
    indirect enum Kind: Sendable {
        case integer
        case flag
        case text
        /// An exact decimal kept as text and written as a JSON number with the precision it was printed with.
        case decimal
        /// Text that is JSON already, of this shape.
        case json(Schema)
        /// Two columns, id and label, as `{"id", "label", "href"}`; null when there is no id.
        case reference(collection: StaticString)
        /// The columns of the inner fields in a row; null when the first of them is null.
        case object([Field])
        /// Rows of another table that belong to the record; the column is the record's id.
        case children(Children)
    }

    let name: StaticString
    let kind: Kind
    let columns: [StaticString]
    private(set) var filters: [Filter] = []
    private(set) var sortExpression: StaticString?
    private(set) var isWritable = false
    /// Never null.
    private(set) var isAlways = false
    /// What its text may be, where no filter and no input says so.
    private(set) var form: Schema?
    /// What it means, where its name does not say so.
    private(set) var meaning: StaticString?
    /// Left out of lists because it is large; shown with the single record.
    private(set) var isOnRecordOnly = false

    private init(_ name: StaticString, _ kind: Kind, _ columns: [StaticString]) {
        self.name = name
        self.kind = kind
        self.columns = columns
    }

    static func integer(_ name: StaticString, _ column: StaticString) -> Field {
        Field(name, .integer, [column])
    }
    static func flag(_ name: StaticString, _ column: StaticString) -> Field { Field(name, .flag, [column]) }
    static func text(_ name: StaticString, _ column: StaticString) -> Field { Field(name, .text, [column]) }
    static func decimal(_ name: StaticString, _ column: StaticString) -> Field {
        Field(name, .decimal, [column])
    }
    static func json(_ name: StaticString, _ column: StaticString, _ shape: Schema) -> Field {
        Field(name, .json(shape), [column])
    }

    /// Text of a form: a day, a moment, a word of a list.
    static func text(_ name: StaticString, _ column: StaticString, as form: Schema) -> Field {
        var field = Field(name, .text, [column])
        field.form = form
        return field
    }

    static func reference(
        _ name: StaticString, to collection: StaticString, id: StaticString, label: StaticString
    ) -> Field {
        Field(name, .reference(collection: collection), [id, label])
    }

    static func object(_ name: StaticString, _ fields: [Field]) -> Field {
        Field(name, .object(fields), fields.flatMap(\.columns))
    }

    static func children(_ name: StaticString, of id: StaticString, _ children: Children) -> Field {
        Field(name, .children(children), [id])
    }

    /// Can be asked for with `name=value` and the operators that fit its type.
    func filtered(_ kind: Filter.Kind) -> Field { filtered(by: [Filter(name, kind)]) }

    /// Can be asked for under names of their own, for fields inside an object.
    func filtered(by filters: [Filter]) -> Field {
        var field = self
        field.filters += filters
        return field
    }

    /// Can be sorted by.
    func sorted(by expression: StaticString? = nil) -> Field {
        var field = self
        field.sortExpression = expression ?? columns[0]
        return field
    }

    /// Whether records are found by this field in a path.
    func isKey(of resource: Resource) -> Bool {
        guard let key = resource.key, columns.count == 1 else { return false }
        return columns[0].text == key.text
    }

    /// Shown with the single record only.
    var onRecordOnly: Field {
        var field = self
        field.isOnRecordOnly = true
        return field
    }

    /// Never null.
    var always: Field {
        var field = self
        field.isAlways = true
        return field
    }

    /// Says what it means, for the reference.
    func meaning(_ words: StaticString) -> Field {
        var field = self
        field.meaning = words
        return field
    }

    /// Can be set by a client.
    var writable: Field {
        var field = self
        field.isWritable = true
        return field
    }
}

/// Rows shown inside a record: a list of small objects.
final class Children: Sendable {
    let fields: [Field]
    let shown: [ShownField]
    /// Those of one record, whose id is its value.
    let query: PreparedQuery

    /// - Parameter parent: the column that holds the id of the record they belong to.
    init(source: StaticString, parent: StaticString, order: StaticString, fields: [Field]) {
        self.fields = fields
        shown = fields.map(ShownField.init)
        query =
            Query(
                columns: fields.flatMap(\.columns), from: source,
                conditions: [.compare(parent, .equal, [.null])], order: [Query.Order(order)]
            ).prepared
    }
}

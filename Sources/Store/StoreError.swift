/// Why the store could not do what it was asked. Each case is something a caller does differently.
package enum StoreError: Error, Equatable, Sendable {
    /// The file cannot be opened as a database: missing folder, no permission, not a database.
    case cannotOpen(path: String, SQLiteFailure)
    /// A rule that the database itself holds was broken; nothing was changed.
    case constraint(ConstraintViolation)
    /// Another process held the database for longer than the busy time-out. Trying again later may work.
    case busy(SQLiteFailure)
    /// There is no room left. Reads still work; writes work again when there is room.
    case full(SQLiteFailure)
    /// The file or its folder cannot be written.
    case readOnly(SQLiteFailure)
    /// The query took longer than its deadline allowed and was ended.
    case deadlineExceeded
    /// The file is damaged or is not a database.
    case corrupt(SQLiteFailure)
    /// The schema in the file is not the one this program knows.
    case schema(SchemaMismatch)
    /// Anything else SQLite refused.
    case failed(SQLiteFailure)
}

/// What SQLite said: its extended result code, its message and the name of the statement, never its values.
/// See https://www.sqlite.org/rescode.html.
package struct SQLiteFailure: Equatable, Sendable, CustomStringConvertible {
    package let extendedCode: Int32
    package let message: String
    /// The statement's text with placeholders, or what was being done ("open", "commit").
    package let statement: String

    package init(extendedCode: Int32, message: String, statement: String) {
        self.extendedCode = extendedCode
        self.message = message
        self.statement = statement
    }

    package var description: String { "\(message) (SQLite \(extendedCode)) in: \(statement)" }
}

/// Which rule of the database was broken.
package struct ConstraintViolation: Equatable, Sendable {
    package enum Kind: Equatable, Sendable { case unique, check, foreignKey, notNull, trigger, other }

    package let kind: Kind
    /// For `trigger` the stable code before the colon; for `check` the constraint's name; for `unique` and
    /// `notNull` the columns, for example `meetings.panel_id, meetings.starts_at`.
    package let name: String
    /// For `trigger` the sentence after the colon, otherwise SQLite's message.
    package let message: String

    package init(kind: Kind, name: String, message: String) {
        self.kind = kind
        self.name = name
        self.message = message
    }
}

/// How the schema in the file differs from the migrations in the program.
package enum SchemaMismatch: Equatable, Sendable {
    /// The file was written by a newer program.
    case newer(database: Int, program: Int)
    /// A migration that has been applied does not read as it does now.
    case changed(number: Int, name: String)
    /// A migration is not recorded, though later ones are.
    case missing(number: Int, name: String)
    /// The file lacks migrations and was opened for use, not for migration.
    case older(database: Int, program: Int)
}

/// Sentences for people who start the program and read its log.
extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotOpen(let path, let failure): "The database \(path) cannot be opened: \(failure.message)."
        case .constraint(let violation): violation.message
        case .busy: "The database is locked by another process. Try again when it has finished."
        case .full: "There is no room left for the database. Free some space; reads go on meanwhile."
        case .readOnly: "The database is read-only. Check the permissions of the file and of its folder."
        case .deadlineExceeded: "The query took too long and was ended. Narrow it with a filter."
        case .corrupt(let failure): "The database is damaged or is not one: \(failure.message)."
        case .schema(let mismatch): mismatch.description
        case .failed(let failure): "SQLite refused: \(failure)."
        }
    }
}

extension SchemaMismatch: CustomStringConvertible {
    package var description: String {
        switch self {
        case .newer(let database, let program):
            "The database has schema \(database), but this program knows only up to \(program). Use a newer program."
        case .changed(let number, let name):
            "Migration \(number) (\(name)) was changed after it had been applied to this database. "
                + "Restore the file as it was and put the change into a new migration."
        case .missing(let number, let name):
            "Migration \(number) (\(name)) was never applied to this database, though later ones were. "
                + "Restore the database from a backup."
        case .older(let database, let program):
            "The database has schema \(database); this program needs \(program). Run \"scrutiny migrate\" first."
        }
    }
}

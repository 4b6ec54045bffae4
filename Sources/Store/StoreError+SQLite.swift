internal import CSQLite

extension StoreError {
    /// Sorts one of SQLite's extended result codes into the case that callers act on.
    init(code: Int32, message: String, statement: String) {
        // The first line names a statement well enough; scripts have hundreds.
        let line = String(statement.prefix { $0 != "\n" }.prefix(120))
        let failure = SQLiteFailure(extendedCode: code, message: message, statement: line)
        switch code & 0xFF {
        case SQLITE_CONSTRAINT: self = .constraint(ConstraintViolation(code: code, message: message))
        case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(failure)
        case SQLITE_FULL: self = .full(failure)
        case SQLITE_READONLY, SQLITE_PERM: self = .readOnly(failure)
        case SQLITE_INTERRUPT: self = .deadlineExceeded
        case SQLITE_CORRUPT, SQLITE_NOTADB: self = .corrupt(failure)
        // A file-size limit or quota shows as a failed write, no room for the log's index as a failed size.
        case SQLITE_IOERR where code == ioErrorWrite || code == ioErrorIndexSize: self = .full(failure)
        default: self = .failed(failure)
        }
    }
}

/// `SQLITE_IOERR_WRITE`, a macro of two shifted numbers that the importer leaves out.
private let ioErrorWrite: Int32 = SQLITE_IOERR | (3 << 8)
/// `SQLITE_IOERR_SHMSIZE`, likewise.
private let ioErrorIndexSize: Int32 = SQLITE_IOERR | (19 << 8)

extension ConstraintViolation {
    /// Reads the rule's name out of SQLite's message; triggers of ours raise `code: Sentence.`.
    init(code: Int32, message: String) {
        let afterColon = message.split(separator: ":", maxSplits: 1).last.map { text in
            String(text.drop { $0 == " " })
        }
        switch code >> 8 {
        case 1: self.init(kind: .check, name: afterColon ?? message, message: message)
        case 3: self.init(kind: .foreignKey, name: "", message: message)
        case 5: self.init(kind: .notNull, name: afterColon ?? message, message: message)
        case 6, 8, 10: self.init(kind: .unique, name: afterColon ?? message, message: message)
        case 7:
            let name = message.split(separator: ":", maxSplits: 1).first.map(String.init) ?? message
            self.init(kind: .trigger, name: name, message: afterColon ?? message)
        default: self.init(kind: .other, name: "", message: message)
        }
    }
}

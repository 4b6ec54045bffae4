import JSON

extension JSONWriter {
    /// The text, or null.
    mutating func write(optional number: Int64?) {
        if let number { write(number) } else { writeNull() }
    }

    mutating func write(optional text: String?) {
        if let text { write(text) } else { writeNull() }
    }

    /// Problems as the members `errors` and `warnings` hold them.
    mutating func write(_ entries: [ProblemEntry]) {
        beginArray()
        for entry in entries {
            beginObject()
            switch entry.place {
            case .pointer(let pointer):
                key("pointer")
                write(pointer)
            case .parameter(let parameter):
                key("parameter")
                write(parameter)
            case .header(let name):
                key("header")
                write(name)
            }
            key("code")
            write(entry.code)
            key("message")
            write(entry.message)
            if !entry.allowed.isEmpty {
                key("allowed")
                beginArray()
                for word in entry.allowed { write(word) }
                endArray()
            }
            if let suggestion = entry.suggestion {
                key("suggestion")
                write(suggestion)
            }
            endObject()
        }
        endArray()
    }
}

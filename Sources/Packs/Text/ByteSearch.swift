/// Looks for words by their bytes. The searches of the standard library go by characters as people see them and take many
/// times as long; each line of a pack is searched for hundreds of words.
extension StringProtocol {
    func firstRange(of part: String) -> Range<String.Index>? {
        guard let place = place(of: part) else { return nil }
        let start = utf8.index(startIndex, offsetBy: place)
        return start..<utf8.index(start, offsetBy: part.utf8.count)
    }

    func contains(_ part: String) -> Bool { place(of: part) != nil }

    func replacing(_ part: String, with other: String) -> String {
        guard contains(part) else { return String(self) }
        var result = ""
        var rest = Substring(self)
        while let range = rest.firstRange(of: part) {
            result += rest[..<range.lowerBound]
            result += other
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    /// How many bytes stand in front of the part; nil for an empty part.
    private func place(of part: String) -> Int? {
        let found = part.utf8.withContiguousStorageIfAvailable { wanted in
            utf8.withContiguousStorageIfAvailable { ByteSearch.place(of: wanted, in: $0) }
        }
        if let found, let place = found { return place }
        return ByteSearch.place(of: Array(part.utf8), in: Array(utf8))
    }
}

private enum ByteSearch {
    static func place<Bytes: RandomAccessCollection>(of wanted: Bytes, in body: Bytes) -> Int?
    where Bytes.Element == UInt8, Bytes.Index == Int {
        guard let first = wanted.first, wanted.count <= body.count else { return nil }
        let count = wanted.count
        for start in 0...(body.count - count) where body[start] == first {
            var length = 1
            while length < count, body[start + length] == wanted[length] { length += 1 }
            if length == count { return start }
        }
        return nil
    }
}

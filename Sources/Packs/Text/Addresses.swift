/// Marks the tokens of web and mail addresses, whose digits say nothing.
enum Addresses {
    static func mark(_ tokens: [Token]) -> [Bool] {
        var marks = [Bool](repeating: false, count: tokens.count)
        var index = 0
        while index < tokens.count {
            let key = tokens[index].key
            let isStart = key == "www" || key == "http" || key == "https"
            let isMail = key == "@"
            guard isStart || isMail else {
                index += 1
                continue
            }
            var first = index
            if isMail { while first > 0, tokens[first].isJoined { first -= 1 } }
            var last = index
            while last + 1 < tokens.count, tokens[last + 1].isJoined { last += 1 }
            // A broken address goes on after a blank, when what follows has no blanks and holds a stroke or a dot.
            while last + 1 < tokens.count, goesOn(after: last, in: tokens) {
                last += 1
                while last + 1 < tokens.count, tokens[last + 1].isJoined { last += 1 }
            }
            for place in first...last { marks[place] = true }
            index = last + 1
        }
        return marks
    }

    private static func goesOn(after last: Int, in tokens: [Token]) -> Bool {
        guard ["/", ".", "_"].contains(tokens[last].key) else { return false }
        var place = last + 1
        guard tokens[place].text.first?.isUppercase != true else { return false }
        var strokes = 0
        while place + 1 < tokens.count, tokens[place + 1].isJoined {
            place += 1
            if ["/", "_", "."].contains(tokens[place].key), place + 1 < tokens.count,
                tokens[place + 1].isJoined
            {
                strokes += 1
            }
        }
        return strokes > 0 || tokens[last + 1].key == "pdf"
    }
}

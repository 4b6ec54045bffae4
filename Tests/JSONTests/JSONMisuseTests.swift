import Testing

@testable import JSON

/// Each wrong use of the writer stops the program instead of sending half a text.
@Suite("Misuse of the JSON writer")
struct JSONMisuseTests {
    @Test("a value in an object needs a key")
    func valueWithoutKey() async {
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.beginObject()
            writer.write(1)
        }
    }

    @Test("a key needs an object")
    func keyInArray() async {
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.beginArray()
            writer.key("a")
        }
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.key("a")
        }
    }

    @Test("a key needs a value before the next key and before the end")
    func keyWithoutValue() async {
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.beginObject()
            writer.key("a")
            writer.key("b")
        }
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.beginObject()
            writer.key("a")
            writer.endObject()
        }
    }

    @Test("what is ended is what is open")
    func wrongEnd() async {
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.beginObject()
            writer.endArray()
        }
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.beginArray()
            writer.endObject()
        }
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.endArray()
        }
    }

    @Test("a text has one value and is finished closed")
    func unfinished() async {
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.writeNull()
            writer.writeNull()
        }
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.beginArray()
            _ = writer.finish()
        }
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.beginArray()
            writer.endLine()
        }
    }

    @Test("a number is one, and 128 levels are enough")
    func wrongValue() async {
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            writer.writeNumber("01")
        }
        await #expect(processExitsWith: .failure) {
            var writer = JSONWriter()
            for _ in 0...JSONWriter.maximumDepth { writer.beginArray() }
        }
    }

    @Test("the same steps in the right order do not stop")
    func rightUse() async {
        await #expect(processExitsWith: .success) {
            var writer = JSONWriter()
            for _ in 0..<JSONWriter.maximumDepth { writer.beginArray() }
            for _ in 0..<JSONWriter.maximumDepth { writer.endArray() }
            writer.endLine()
            writer.beginObject()
            writer.key("a")
            writer.writeNumber("0.1")
            writer.endObject()
            _ = writer.finish()
        }
    }
}

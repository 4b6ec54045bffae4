import Testing

@testable import HTTP

/// Reads bytes whole, cut in two at every byte, and byte by byte, and insists that all ways end alike.
enum EveryCut {
    /// How the bytes were read, which is the same however they arrive.
    static func outcome(
        of bytes: [UInt8], limits: HTTPLimits = HTTPLimits(), bodyLimit: Int = 1 << 20,
        at location: SourceLocation = #_sourceLocation
    ) -> PiecewiseReader.Outcome {
        let (whole, cuts) = PiecewiseReader.read(bytes, limits: limits, bodyLimit: bodyLimit)
        #expect(cuts.isEmpty, "read differently when cut at these bytes", sourceLocation: location)
        var reader = PiecewiseReader(limits: limits, bodyLimit: bodyLimit)
        #expect(
            dripped(bytes, into: &reader) == whole, "read differently byte by byte", sourceLocation: location)
        return whole
    }

    static func outcome(
        of text: String, limits: HTTPLimits = HTTPLimits(), bodyLimit: Int = 1 << 20,
        at location: SourceLocation = #_sourceLocation
    ) -> PiecewiseReader.Outcome {
        outcome(of: Array(text.utf8), limits: limits, bodyLimit: bodyLimit, at: location)
    }

    private static func dripped(_ bytes: [UInt8], into reader: inout PiecewiseReader)
        -> PiecewiseReader.Outcome
    {
        for byte in bytes {
            do throws(RequestError) {
                if let request = try reader.take(CollectionOfOne(byte)) { return .complete(request) }
            } catch {
                return .refused(error)
            }
        }
        return .incomplete
    }
}

extension PiecewiseReader.Outcome {
    /// The request when it was taken.
    var request: ReadRequest? { if case .complete(let request) = self { request } else { nil } }

    /// The error when it was refused.
    var error: RequestError? { if case .refused(let error) = self { error } else { nil } }
}

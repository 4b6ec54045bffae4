import HTTP
import Logging

/// One line for each request.
enum AccessLog {
    static func write(_ record: AccessRecord, to logger: Logger) {
        guard logger.logLevel <= .info else { return }
        var metadata: Logger.Metadata = [
            "id": "\(record.id)", "method": "\(record.method)", "target": "\(record.target)",
            "status": "\(record.status)", "bytes": "\(record.bodyByteCount)",
            "ms": "\(record.duration.milliseconds)", "from": "\(record.remoteAddress)",
        ]
        // A client that left, or one that was cut off.
        if !record.isComplete { metadata["complete"] = "no" }
        logger.info("request", metadata: metadata)
    }
}

extension Duration {
    /// Whole and tenth milliseconds, as a log shows them.
    fileprivate var milliseconds: String {
        let (seconds, attoseconds) = components
        let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}

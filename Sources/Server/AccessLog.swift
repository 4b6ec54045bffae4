import HTTP
import Logging

/// One line for each request.
enum AccessLog {
    static func write(_ record: AccessRecord, to logger: Logger) {
        guard logger.logLevel <= .info else { return }
        logger.info(
            "request",
            metadata: [
                "id": "\(record.id)", "method": "\(record.method)", "target": "\(record.target)",
                "status": "\(record.status)", "bytes": "\(record.bodyByteCount)",
                "ms": "\(record.duration.milliseconds)", "from": "\(record.remoteAddress)",
            ])
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

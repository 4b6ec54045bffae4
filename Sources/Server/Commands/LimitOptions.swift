import ArgumentParser
import HTTP

/// What one client may cost the server: each limit of the HTTP layer as an option of `scrutiny serve`.
struct LimitOptions: ParsableArguments {
    private static let standard = HTTPLimits()

    @Option(help: "Bytes of a request line with all its headers; more is answered with 431.")
    var maxHead = standard.headByteCount
    @Option(help: "Headers of a request; more is answered with 431.")
    var maxHeaders = standard.fieldCount
    @Option(help: "Bytes of a path with its query; more is answered with 414.")
    var maxTarget = standard.targetByteCount
    @Option(help: "Bytes of chunk extensions and trailers of one body; more is answered with 400.")
    var maxChunkOverhead = standard.chunkOverheadByteCount
    @Option(help: "KiB of the body that makes or changes one record; more is answered with 413.")
    var maxRecord = 1_024
    @Option(help: "MiB of an import; more is answered with 413.")
    var maxImport = 8
    @Option(help: "Tokens that are not valid, of one address in a minute; more are answered with 429.")
    var maxFailedTokens = 20

    @Option(help: "Connections in all; more are answered with 503, many more are closed at once.")
    var maxConnections = standard.connectionCount
    @Option(help: "Connections of one address, or of one /64 of IPv6; more are answered with 503.")
    var maxConnectionsPerAddress = standard.connectionCountPerAddress
    @Option(help: "Requests on one connection; it is closed behind the last.")
    var maxRequestsPerConnection = standard.requestCountPerConnection

    @Option(
        help:
            "Seconds from the first byte of a request to the end of its headers; longer is answered with 408."
    )
    var headTime = Seconds(standard.headTime)
    @Option(help: "Bytes a second of a body, over each --body-window; slower is answered with 408.")
    var bodyRate = standard.bodyRate
    @Option(help: "Seconds over which --body-rate is taken.")
    var bodyWindow = Seconds(standard.bodyWindow)
    @Option(help: "Seconds between two requests; then the connection is closed.")
    var idleTime = Seconds(standard.idleTime)
    @Option(
        help: "Bytes a second of an answer that a client takes, over each --send-window; slower is cut off.")
    var sendRate = standard.sendRate
    @Option(help: "Seconds over which --send-rate is taken.")
    var sendWindow = Seconds(standard.sendWindow)
    @Option(help: "Seconds that a write may wait for its turn and the disk; longer is answered with 503.")
    var answerTime = Seconds(standard.answerTime)
    @Option(help: "Seconds in which what a refused client still sends is dropped, so that it can read why.")
    var lingerTime = Seconds(standard.lingerTime)
    @Option(help: "Bytes that are dropped in that time at most.")
    var maxLinger = standard.lingerByteCount

    /// Every number that is out of its range, in one message.
    func validate() throws {
        let counts: [(name: String, value: Int, range: ClosedRange<Int>)] = [
            ("--max-head", maxHead, 256...1_048_576),
            ("--max-headers", maxHeaders, 1...1_000),
            ("--max-target", maxTarget, 16...1_048_576),
            ("--max-chunk-overhead", maxChunkOverhead, 0...1_048_576),
            ("--max-record", maxRecord, 1...1_048_576),
            ("--max-import", maxImport, 1...1_024),
            ("--max-failed-tokens", maxFailedTokens, 0...1_000_000),
            ("--max-connections", maxConnections, 1...1_000_000),
            ("--max-connections-per-address", maxConnectionsPerAddress, 1...1_000_000),
            ("--max-requests-per-connection", maxRequestsPerConnection, 1...1_000_000_000),
            ("--body-rate", bodyRate, 0...1_000_000_000), ("--send-rate", sendRate, 0...1_000_000_000),
            ("--max-linger", maxLinger, 0...1_000_000_000),
        ]
        let times: [(name: String, value: Seconds)] = [
            ("--head-time", headTime), ("--body-window", bodyWindow), ("--idle-time", idleTime),
            ("--send-window", sendWindow), ("--answer-time", answerTime), ("--linger-time", lingerTime),
        ]
        var problems: [String] = []
        for count in counts where !count.range.contains(count.value) {
            problems.append(
                "\(count.name) is a number from \(count.range.lowerBound) to \(count.range.upperBound).")
        }
        for time in times where !Seconds.range.contains(time.value.duration) {
            problems.append("\(time.name) is a number of seconds from 0.1 to 86400.")
        }
        if !problems.isEmpty { throw ValidationError(problems.joined(separator: "\n")) }
    }

    var limits: HTTPLimits {
        var limits = HTTPLimits()
        limits.headByteCount = maxHead
        limits.fieldCount = maxHeaders
        limits.targetByteCount = maxTarget
        limits.chunkOverheadByteCount = maxChunkOverhead
        limits.connectionCount = maxConnections
        limits.connectionCountPerAddress = maxConnectionsPerAddress
        limits.requestCountPerConnection = maxRequestsPerConnection
        limits.headTime = headTime.duration
        limits.bodyRate = bodyRate
        limits.bodyWindow = bodyWindow.duration
        limits.idleTime = idleTime.duration
        limits.sendRate = sendRate
        limits.sendWindow = sendWindow.duration
        limits.answerTime = answerTime.duration
        limits.lingerTime = lingerTime.duration
        limits.lingerByteCount = maxLinger
        return limits
    }
}

/// A time on the command line: seconds, with a point if need be.
struct Seconds: ExpressibleByArgument {
    static let range: ClosedRange<Duration> = .milliseconds(100)...Duration.seconds(86_400)

    let duration: Duration

    init(_ duration: Duration) { self.duration = duration }

    init?(argument: String) {
        guard let number = Double(argument), (0...1e6).contains(number) else { return nil }
        duration = .milliseconds(Int64((number * 1_000).rounded()))
    }

    /// As the help shows it.
    var defaultValueDescription: String {
        let milliseconds = duration / .milliseconds(1)
        return milliseconds.truncatingRemainder(dividingBy: 1_000) == 0
            ? "\(Int(milliseconds / 1_000))" : "\(milliseconds / 1_000)"
    }
}

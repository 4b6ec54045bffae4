/// What a client may cost, each with its default and its reason. Every limit has a status or an end of its own.
package struct HTTPLimits: Sendable {
    /// Bytes of the request line and all fields: 431. Browsers with many cookies send up to 8 KiB.
    package var headByteCount = 16 << 10
    /// Fields of one head: 431. Browsers send about 20.
    package var fieldCount = 64
    /// Bytes of the target: 414. The longest useful filter has some hundred.
    package var targetByteCount = 4 << 10
    /// Bytes of chunk extensions and trailers of one body: 400. Nobody we serve sends any.
    package var chunkOverheadByteCount = 4 << 10
    /// Connections in all: more get 503, many more are closed at once. Each idle one costs well under 10 KB.
    package var connectionCount = 10_000
    /// Connections of one address: more get 503. Proxies of an intranet share one address.
    package var connectionCountPerAddress = 1_000
    /// Requests on one connection, then it is closed. Spreads long-lived clients over the loops again.
    package var requestCountPerConnection = 100_000
    /// From the first byte of a head to its end: 408.
    package var headTime: Duration = .seconds(10)
    /// Between requests: the connection is closed. Browsers close at 60 to 120 seconds.
    package var idleTime: Duration = .seconds(75)
    /// The slowest body that is still waited for, in bytes a second over each window of time: 408.
    package var bodyRate = 1_024
    package var bodyWindow: Duration = .seconds(10)
    /// The slowest reader of an answer, likewise: it is cut off. A quarter of what a mobile phone does at its worst.
    package var sendRate = 1_024
    package var sendWindow: Duration = .seconds(30)
    /// How long a handler that answers later may take: 503.
    package var answerTime: Duration = .seconds(60)
    /// Behind the last answer, how long what the client still sends is read and dropped, so that it sees the answer.
    package var lingerTime: Duration = .seconds(2)
    /// More than the largest body, so that a client which sends one at full speed is not cut off.
    package var lingerByteCount = 16 << 20

    package init() {}
}

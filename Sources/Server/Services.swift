import Dispatch
import Domain
import Logging
import Store

/// What all loops share: immutable settings, the writer and the log.
struct Services: Sendable {
    let settings: Settings
    let writer: Writer
    let changeWatch: ChangeWatch
    let failedTokens: FailedTokens
    /// Reads posted packs.
    let importQueue = DispatchQueue(label: "imports")
    let logger: Logger
    let clock: @Sendable () -> Instant
}

/// How the service runs; every value has a flag and a sensible default.
struct Settings: Sendable {
    /// The database file.
    var databasePath = "scrutiny.sqlite"
    /// Whether records open to the public can be read without a token.
    var allowsAnonymousReading = true
    /// The largest pack a nightly job may post; a pack of 200 pages with all its text has 1 to 2 MB.
    var importByteLimit = 8 << 20
    /// The largest body of one record.
    var recordByteLimit = 1 << 20
    /// Tokens that are not valid, of one address in a minute, before it is told to wait.
    var failedTokenLimit = 20
}

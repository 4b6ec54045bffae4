import ArgumentParser
import HTTP
import Logging
import Store

struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the API over HTTP.",
        discussion: """
            The first line of standard output says where it listens, once it does. SIGTERM and SIGINT stop it: \
            requests under way are finished first. A second signal ends it at once.
            """)

    @OptionGroup var options: DatabaseOption
    @Option(name: .long, help: "The address to listen on.")
    var host = "127.0.0.1"
    @Option(name: .long, help: "The port; 0 picks a free one.")
    var port: UInt16 = 8080
    @Option(name: .long, help: "Event loops; by default one for each core.")
    var loops: Int?
    @Option(name: .long, help: "Seconds that requests under way may still take when the server is stopped.")
    var grace = 10
    @Option(name: .long, help: "Whether records open to the public can be read without a token: on or off.")
    var anonymousRead: OnOff = .on
    @Option(
        name: .long,
        help: "What to log: trace, debug, info, warning or error. Each request is one line at info.")
    var logLevel: LogLevel = .info
    @Flag(help: "Tell each client in Server-Timing how long its answer took.")
    var serverTiming = false
    @OptionGroup(title: "Limits") var limits: LimitOptions

    enum OnOff: String, ExpressibleByArgument, CaseIterable { case on, off }
    enum LogLevel: String, ExpressibleByArgument, CaseIterable { case trace, debug, info, warning, error }

    func validate() throws {
        if let loops, !(1...64).contains(loops) { throw ValidationError("--loops is a number from 1 to 64.") }
        if !(0...3_600).contains(grace) {
            throw ValidationError("--grace is a number of seconds from 0 to 3600.")
        }
    }

    func run() throws {
        StopSignals.hold()
        try Console.startLondonTime()
        var settings = Settings()
        settings.databasePath = options.database
        settings.allowsAnonymousReading = anonymousRead == .on
        settings.importByteLimit = limits.maxImport << 20
        settings.recordByteLimit = limits.maxRecord << 10
        settings.failedTokenLimit = limits.maxFailedTokens
        var logger = Logger(label: "scrutiny", factory: StandardErrorLog.init)
        logger.logLevel = Logger.Level(rawValue: logLevel.rawValue) ?? .info
        var configuration = HTTPConfiguration()
        configuration.host = host
        configuration.port = port
        if let loops { configuration.loopCount = loops }
        configuration.limits = limits.limits
        configuration.tellsTiming = serverTiming
        let application = Application(
            services: Services(
                settings: settings, writer: try options.writer(),
                changeWatch: ChangeWatch(path: options.database),
                failedTokens: FailedTokens(limit: settings.failedTokenLimit), logger: logger, clock: Clock.now
            ),
            configuration: configuration, grace: .seconds(grace))
        try application.run()
    }
}

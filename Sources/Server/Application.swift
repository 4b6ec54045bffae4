import ArgumentParser
import Dispatch
import Domain
import Glibc
import HTTP
import Logging
import Store

/// The running server: one reader a loop, one writer, and an orderly end.
struct Application {
    let services: Services
    let configuration: HTTPConfiguration
    let grace: Duration

    /// Serves until a signal stops it; never returns.
    func run() throws -> Never {
        let services = services
        let path = services.settings.databasePath
        // Opened once here, so that what is wrong with the file is said in full before anything listens.
        _ = try Console.refusing { () throws(StoreError) in try Reader(path: path) }
        let server = HTTPServer(configuration: configuration) {
            guard let reader = try? Reader(path: path) else { return nil }
            return LoopHandler(services: services, reader: reader)
        }
        // A client that is gone must not end the process.
        signal(SIGPIPE, SIG_IGN)
        let boundPort: UInt16
        do throws(ServerStartError) {
            boundPort = try server.start()
        } catch {
            Console.note("scrutiny: \(error)")
            throw ExitCode(1)
        }
        let host = configuration.host
        Console.answer("listening on http://\(host.contains(":") ? "[\(host)]" : host):\(boundPort)")
        services.logger.info("started", metadata: ["database": "\(services.settings.databasePath)"])
        var grace = grace
        // The first signal asks for an orderly end, a second one ends at once.
        while true {
            let number = StopSignals.next()
            services.logger.info("stopping", metadata: ["signal": "\(number)"])
            server.stop(grace: grace) {
                services.writer.close()
                LogQueue.standardError.flush()
                exit(0)
            }
            insistOnEnd(within: grace)
            grace = .zero
        }
    }

    /// Ends the process when a loop does not come back in time: what was acknowledged is on the disk already.
    private func insistOnEnd(within grace: Duration) {
        let milliseconds = Int(grace / .milliseconds(1)) + 2_000
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) {
            Console.note("scrutiny: a request did not end in time; the server ends without it.")
            _exit(1)
        }
    }
}

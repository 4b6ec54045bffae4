import ArgumentParser
import Domain
import Glibc
import Store

/// The file that most commands work on.
struct DatabaseOption: ParsableArguments {
    @Option(name: .long, help: "The database file.")
    var database = "scrutiny.sqlite"

    /// A connection whose schema is the program's own.
    func writer() throws -> Writer { try Console.writer(database) }
}

/// The system's clock, read in one place.
enum Clock {
    @Sendable static func now() -> Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(seconds: Int64(time.tv_sec))
    }
}

/// What commands print. Answers go to standard output, everything about the run to standard error.
enum Console {
    static func answer(_ line: String) {
        print(line)
        // A pipe would keep the line until the program ends.
        fflush(nil)
    }

    static func note(_ line: String) {
        var text = line + "\n"
        // One write a line, so that lines of several threads do not mix.
        text.withUTF8 { bytes in _ = write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
    }

    /// Opens a database for writing. The file must be there: nothing is made by mistake.
    static func writer(_ path: String) throws -> Writer {
        guard access(path, F_OK) == 0 else {
            note("scrutiny: there is no database at \(path). \"scrutiny migrate --database FILE\" makes one.")
            throw ExitCode(1)
        }
        return try refusing { () throws(StoreError) in try Writer(path: path, clock: Clock.now) }
    }

    /// Turns a failure of the store into a sentence and exit code 1.
    static func refusing<Answer, Failure: Error & CustomStringConvertible>(
        _ body: () throws(Failure) -> Answer
    ) throws -> Answer {
        do throws(Failure) {
            return try body()
        } catch {
            note("scrutiny: \(error)")
            throw ExitCode(1)
        }
    }

    /// Sets the process's clock to London, or says what is missing.
    static func startLondonTime() throws {
        guard LondonTime.start() else {
            note("scrutiny: the system has no time zone Europe/London. Install the package tzdata.")
            throw ExitCode(1)
        }
    }
}

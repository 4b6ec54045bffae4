import Glibc

/// One run of another program to its end, without a shell.
struct ProgramRun {
    let status: Int32
    let output: [UInt8]
    let errors: String

    /// Why no run came about.
    enum Failure: Error {
        case notFound
        case cannotStart(String)
    }

    /// Runs the program found on PATH, feeds it `input` and takes what it writes.
    ///
    /// - Parameter limit: how many bytes it may write; the run is ended beyond.
    static func run(_ program: String, _ arguments: [String], input: [UInt8] = [], limit: Int) throws(Failure)
        -> ProgramRun
    {
        guard let into = Pipe(), let out = Pipe(), let err = Pipe() else {
            throw .cannotStart(FileBytes.lastError)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, into.reading, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, out.writing, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, err.writing, STDERR_FILENO)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        words.append(nil)
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, program, &actions, nil, &words, environ)
        into.closeReading()
        out.closeWriting()
        err.closeWriting()
        guard code == 0 else {
            throw code == ENOENT ? .notFound : .cannotStart(String(cString: strerror(code)))
        }
        let taken = exchange(input, into, out, err, limit: limit, child)
        var state: Int32 = 0
        while waitpid(child, &state, 0) < 0, errno == EINTR {}
        // A program that a signal ended has no status of its own.
        let status = state & 0x7F == 0 ? (state >> 8) & 0xFF : 128 + (state & 0x7F)
        return ProgramRun(
            status: status, output: taken.output, errors: String(decoding: taken.errors, as: UTF8.self))
    }

    /// Writes and reads at once, so that no pipe fills up.
    private static func exchange(
        _ input: [UInt8], _ into: Pipe, _ out: Pipe, _ err: Pipe, limit: Int, _ child: pid_t
    ) -> (output: [UInt8], errors: [UInt8]) {
        var sent = 0
        var output: [UInt8] = []
        var errors: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var isOutOpen = true
        var isErrOpen = true
        if input.isEmpty { into.closeWriting() }
        while isOutOpen || isErrOpen {
            var polled = [
                pollfd(fd: isOutOpen ? out.reading : -1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: isErrOpen ? err.reading : -1, events: Int16(POLLIN), revents: 0),
                pollfd(fd: sent < input.count ? into.writing : -1, events: Int16(POLLOUT), revents: 0),
            ]
            if poll(&polled, 3, -1) < 0 {
                if errno == EINTR { continue }
                break
            }
            if polled[0].revents != 0 {
                let count = read(out.reading, &chunk, chunk.count)
                if count > 0 { output += chunk.prefix(count) } else { isOutOpen = false }
                if output.count > limit { kill(child, SIGKILL) }
            }
            if polled[1].revents != 0 {
                let count = read(err.reading, &chunk, chunk.count)
                if count > 0, errors.count < 1 << 16 { errors += chunk.prefix(count) }
                if count <= 0 { isErrOpen = false }
            }
            if polled[2].revents != 0 {
                let count = input[sent...].withUnsafeBytes {
                    write(into.writing, $0.baseAddress, min($0.count, 1 << 14))
                }
                // Who ends before reading everything needs no more.
                sent = count > 0 ? sent + count : input.count
                if sent >= input.count { into.closeWriting() }
            }
        }
        return (output, errors)
    }
}

/// The two ends of a pipe, each closed once.
private final class Pipe {
    let reading: Int32
    let writing: Int32
    private var isReadingOpen = true
    private var isWritingOpen = true

    init?() {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        // Closed in every other program that is started.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        reading = ends[0]
        writing = ends[1]
    }

    deinit {
        closeReading()
        closeWriting()
    }

    func closeReading() {
        if isReadingOpen { close(reading) }
        isReadingOpen = false
    }

    func closeWriting() {
        if isWritingOpen { close(writing) }
        isWritingOpen = false
    }
}

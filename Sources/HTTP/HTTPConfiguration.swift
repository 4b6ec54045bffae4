internal import Glibc

/// Where and how the server listens.
package struct HTTPConfiguration: Sendable {
    package var host = "127.0.0.1"
    /// 0 picks a free port.
    package var port: UInt16 = 8080
    /// One loop for each core; more only adds switching.
    package var loopCount = HTTPConfiguration.coreCount
    package var limits = HTTPLimits()
    /// Whether each answer says in Server-Timing how long it took (W3C Server Timing).
    package var tellsTiming = false

    package init() {}

    /// Cores this process may use.
    package static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

internal import Synchronization

/// A number that moves with every commit of this process.
///
/// Written by the writer's queue after a commit, read by every loop; nothing else hangs on the order of the two,
/// because a loop that reads the old number a moment too long only serves what was true at its last look.
package final class CommitGeneration: Sendable {
    private let number = Atomic<UInt64>(0)

    package var current: UInt64 { number.load(ordering: .acquiring) }

    func advance() { number.wrappingAdd(1, ordering: .releasing) }
}

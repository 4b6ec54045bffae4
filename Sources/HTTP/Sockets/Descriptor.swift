internal import Glibc

/// Owns a file descriptor and closes it exactly once, when it goes.
struct Descriptor: ~Copyable {
    let number: Int32

    init(_ number: Int32) { self.number = number }

    deinit { close(number) }
}

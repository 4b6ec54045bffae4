import Crypto
import Domain
import JSON
import Store

/// Bearer tokens: shown once when made, stored only as a hash, looked up by number and compared in constant time.
///
/// ```
/// token = "scr_" number "_" 64 hexadecimal digits
/// ```
///
/// The 32 bytes are random, so a plain SHA-256 of them is enough: there is nothing to guess.
enum Token {
    /// Makes a token and returns its text, which cannot be had again.
    static func create(
        name: String, scopes: [Scope], expiresAt: Instant?, in transaction: Transaction
    ) throws(StoreError) -> String {
        let secret = SymmetricKey(size: .bits256).withUnsafeBytes { bytes in Array(bytes) }
        let list = "[" + scopes.map { "\"\($0.rawValue)\"" }.joined(separator: ",") + "]"
        try transaction.connection.run(
            "INSERT INTO tokens (name, secret_sha256, scopes, created_at, expires_at) VALUES (?, ?, ?, ?, ?)",
            [
                .text(name), .blob(Array(SHA256.hash(data: secret))), .text(list),
                .text(transaction.now.description),
                .optional(expiresAt?.description),
            ])
        return "scr_\(transaction.connection.lastInsertedID)_\(hexadecimal(secret))"
    }

    /// The bearer of a token that is known, not expired and not revoked.
    static func bearer(of text: String, at now: Instant, on connection: Connection) throws(StoreError)
        -> Caller?
    {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "scr", let number = Int64(parts[1]),
            let secret = bytes(String(parts[2]))
        else {
            return nil
        }
        var caller: Caller?
        try connection.run(
            """
            SELECT name, secret_sha256, scopes FROM tokens
            WHERE id = ? AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
            """,
            [.integer(number), .text(now.description)]
        ) { row in
            // Digests compare in constant time.
            guard SHA256.hash(data: secret) == row.blob(1) else { return }
            let scopes = Scope.allCases.filter { (row.text(2) ?? "").contains("\"\($0.rawValue)\"") }
            caller = .bearer(name: row.text(0) ?? "", scopes: Set(scopes))
        }
        return caller
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: 64, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16)
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}

/// Two lower-case digits for each byte.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.reduce(into: "") { text, byte in
        text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}

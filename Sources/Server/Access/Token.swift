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

    /// What is known of a token that was made.
    struct Description: Sendable {
        let id: Int64
        let name: String
        let scopes: [Scope]
        let createdAt: String
        let expiresAt: String?
        let revokedAt: String?
    }

    /// All tokens that were ever made, in the order of their making.
    static func all(on connection: Connection) throws(StoreError) -> [Description] {
        var tokens: [Description] = []
        try connection.run(
            "SELECT id, name, scopes, created_at, expires_at, revoked_at FROM tokens ORDER BY id"
        ) { row in
            let scopes = scopes(row.text(2) ?? "")
            tokens.append(
                Description(
                    id: row.integer(0), name: row.text(1) ?? "",
                    scopes: Scope.allCases.filter(scopes.contains), createdAt: row.text(3) ?? "",
                    expiresAt: row.text(4), revokedAt: row.text(5)))
        }
        return tokens
    }

    enum Revocation: Sendable {
        case revoked
        case wasRevoked
        case unknown(suggestion: String?)
    }

    /// Ends a token. The next request that carries it is refused.
    static func revoke(_ name: String, in transaction: Transaction) throws(StoreError) -> Revocation {
        let tokens = try all(on: transaction.connection)
        guard let token = tokens.first(where: { $0.name == name }) else {
            return .unknown(suggestion: nearestName(to: name, in: tokens.map(\.name)))
        }
        guard token.revokedAt == nil else { return .wasRevoked }
        try transaction.connection.run(
            "UPDATE tokens SET revoked_at = ? WHERE id = ?",
            [.text(transaction.now.description), .integer(token.id)])
        return .revoked
    }

    /// A token as a client sends it.
    struct Sent {
        let number: Int64
        private let digest: SHA256.Digest

        init?(_ text: String) {
            let parts = text.utf8.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
            guard parts.count == 3, parts[0].elementsEqual("scr".utf8),
                let number = Int64(Substring(parts[1])), let secret = Token.bytes(parts[2])
            else {
                return nil
            }
            self.number = number
            digest = SHA256.hash(data: secret)
        }

        /// Whether it is the one that was issued and has not expired. Digests compare in constant time.
        func isValid(as issued: Issued, at now: Instant) -> Bool {
            guard digest == issued.digest else { return false }
            return issued.expiresAt.map { $0 > now } ?? true
        }
    }

    /// A token that was issued and not revoked.
    struct Issued: Sendable {
        let bearer: Caller
        fileprivate let digest: [UInt8]
        fileprivate let expiresAt: Instant?
    }

    static func issued(_ number: Int64, on connection: Connection) throws(StoreError) -> Issued? {
        var issued: Issued?
        try connection.run(
            """
            SELECT name, secret_sha256, scopes, expires_at FROM tokens WHERE id = ? AND revoked_at IS NULL
            """,
            [.integer(number)]
        ) { row in
            issued = Issued(
                bearer: .bearer(name: row.text(0) ?? "", scopes: scopes(row.text(2) ?? "")),
                digest: row.blob(1),
                expiresAt: row.text(3).map { OffsetDateTime($0)?.instant ?? Instant(seconds: 0) })
        }
        return issued
    }

    /// The scopes in a list as it is stored: `["read:officer","write"]`.
    private static func scopes(_ list: String) -> Set<Scope> {
        let marks = [UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: "]")]
        return Set(list.utf8.split { marks.contains($0) }.compactMap { Scope(rawValue: String($0) ?? "") })
    }

    private static func bytes(_ text: Substring.UTF8View) -> [UInt8]? {
        let digits = Array(text)
        guard digits.count == 64 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(32)
        for place in stride(from: 0, to: 64, by: 2) {
            guard let high = value(of: digits[place]), let low = value(of: digits[place + 1]) else {
                return nil
            }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

/// Two lower-case digits for each byte.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.reduce(into: "") { text, byte in
        text += (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}

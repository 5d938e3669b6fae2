// AES-256-GCM, plainly: only for these tests, where there is no CryptoKit. Slow, and not safe against anybody who measures time.

import CardPath
import Foundation

struct NotAuthentic: Error {}

struct PlainGCM: Unsealing {
    func open(_ ciphertext: Data, tag: Data, nonce: Data, bound: Data, key: Data) throws -> Data {
        let (plain, made) = PlainGCM.run([UInt8](ciphertext), nonce: [UInt8](nonce), bound: [UInt8](bound), key: [UInt8](key), opens: true)
        guard made == [UInt8](tag) else { throw NotAuthentic() }
        return Data(plain)
    }

    static func run(_ text: [UInt8], nonce: [UInt8], bound: [UInt8], key: [UInt8], opens: Bool) -> ([UInt8], [UInt8]) {
        let aes = AES(key)
        let hash = Hash(aes.block([UInt8](repeating: 0, count: 16)))
        func counter(_ number: UInt32) -> [UInt8] { nonce + withUnsafeBytes(of: number.bigEndian) { [UInt8]($0) } }
        var out = [UInt8]()
        out.reserveCapacity(text.count)
        for at in stride(from: 0, to: text.count, by: 16) {
            let pad = aes.block(counter(UInt32(at / 16 + 2)))
            for (byte, by) in zip(text[at..<min(at + 16, text.count)], pad) { out.append(byte ^ by) }
        }
        let lengths = [bound.count, text.count].flatMap { length in withUnsafeBytes(of: UInt64(length * 8).bigEndian) { [UInt8]($0) } }
        let hashed = hash.of(padded(bound) + padded(opens ? text : out) + lengths)
        return (out, zip(hashed, aes.block(counter(1))).map { $0 ^ $1 })
    }

    private static func padded(_ bytes: [UInt8]) -> [UInt8] { bytes + [UInt8](repeating: 0, count: (16 - bytes.count % 16) % 16) }
}

/// GHASH.
private struct Hash {
    let high: UInt64, low: UInt64

    init(_ key: [UInt8]) { (high, low) = Hash.halves(key) }

    static func halves(_ bytes: [UInt8]) -> (UInt64, UInt64) {
        (bytes[0..<8].reduce(0) { $0 << 8 | UInt64($1) }, bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) })
    }

    func of(_ bytes: [UInt8]) -> [UInt8] {
        var (yh, yl): (UInt64, UInt64) = (0, 0)
        for at in stride(from: 0, to: bytes.count, by: 16) {
            let (bh, bl) = Hash.halves([UInt8](bytes[at..<at + 16]))
            (yh, yl) = times(yh ^ bh, yl ^ bl)
        }
        return [yh, yl].flatMap { half in withUnsafeBytes(of: half.bigEndian) { [UInt8]($0) } }
    }

    private func times(_ xh: UInt64, _ xl: UInt64) -> (UInt64, UInt64) {
        var (zh, zl, vh, vl): (UInt64, UInt64, UInt64, UInt64) = (0, 0, high, low)
        for bit in 0..<128 {
            if (bit < 64 ? xh >> UInt64(63 - bit) : xl >> UInt64(127 - bit)) & 1 == 1 { (zh, zl) = (zh ^ vh, zl ^ vl) }
            let isOdd = vl & 1 == 1
            (vh, vl) = (vh >> 1, vl >> 1 | vh << 63)
            if isOdd { vh ^= 0xE1 << 56 }
        }
        return (zh, zl)
    }
}

/// The cipher, one way.
private struct AES {
    private static let box: [UInt8] = {
        // The inverse in the field, then the affine map.
        var (p, q) = (UInt8(1), UInt8(1))
        var box = [UInt8](repeating: 0, count: 256)
        repeat {
            p = p ^ (p << 1) ^ (p & 0x80 != 0 ? 0x1B : 0)
            q ^= q << 1
            q ^= q << 2
            q ^= q << 4
            if q & 0x80 != 0 { q ^= 0x09 }
            func turned(_ by: UInt8) -> UInt8 { q << by | q >> (8 - by) }
            box[Int(p)] = q ^ turned(1) ^ turned(2) ^ turned(3) ^ turned(4) ^ 0x63
        } while p != 1
        box[0] = 0x63
        return box
    }()
    private var words: [[UInt8]]

    init(_ key: [UInt8]) {
        words = (0..<8).map { [UInt8](key[$0 * 4..<$0 * 4 + 4]) }
        var round: UInt8 = 1
        for at in 8..<60 {
            var word = words[at - 1]
            if at % 8 == 0 {
                word = [word[1], word[2], word[3], word[0]].map { AES.box[Int($0)] }
                word[0] ^= round
                round <<= 1
            } else if at % 8 == 4 {
                word = word.map { AES.box[Int($0)] }
            }
            words.append(zip(words[at - 8], word).map { $0 ^ $1 })
        }
    }

    func block(_ bytes: [UInt8]) -> [UInt8] {
        var state = bytes
        func add(_ round: Int) { for at in 0..<16 { state[at] ^= words[round * 4 + at / 4][at % 4] } }
        add(0)
        for round in 1...14 {
            let old = state.map { AES.box[Int($0)] }
            for column in 0..<4 { for row in 0..<4 { state[column * 4 + row] = old[(column + row) % 4 * 4 + row] } }
            if round < 14 {
                for column in 0..<4 {
                    let a = [UInt8](state[column * 4..<column * 4 + 4])
                    let all = a[0] ^ a[1] ^ a[2] ^ a[3]
                    for row in 0..<4 {
                        let two = a[row] ^ a[(row + 1) % 4]
                        state[column * 4 + row] = a[row] ^ all ^ (two << 1) ^ (two & 0x80 != 0 ? 0x1B : 0)
                    }
                }
            }
            add(round)
        }
        return state
    }
}

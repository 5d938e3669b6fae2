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
        func counter(_ number: UInt32) -> [UInt8] { nonce + bytes(UInt64(number)).suffix(4) }
        var out = [UInt8]()
        out.reserveCapacity(text.count)
        for at in stride(from: 0, to: text.count, by: 16) {
            let pad = aes.block(counter(UInt32(at / 16 + 2)))
            for (byte, by) in zip(text[at..<min(at + 16, text.count)], pad) { out.append(byte ^ by) }
        }
        var all = padded(bound)
        all.append(contentsOf: padded(opens ? text : out))
        for length in [bound.count, text.count] { all.append(contentsOf: bytes(UInt64(length * 8))) }
        let (hashed, pad) = (hash.of(all), aes.block(counter(1)))
        return (out, (0..<16).map { at in hashed[at] ^ pad[at] })
    }

    private static func padded(_ bytes: [UInt8]) -> [UInt8] { bytes + [UInt8](repeating: 0, count: (16 - bytes.count % 16) % 16) }
}

/// A number, its largest byte first.
private func bytes(_ number: UInt64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { [UInt8]($0) } }

/// GHASH.
private struct Hash {
    let high: UInt64, low: UInt64

    init(_ key: [UInt8]) { (high, low) = Hash.halves(key) }

    static func halves(_ bytes: [UInt8]) -> (UInt64, UInt64) {
        func half(_ part: ArraySlice<UInt8>) -> UInt64 {
            var all: UInt64 = 0
            for byte in part { all = (all << 8) | UInt64(byte) }
            return all
        }
        return (half(bytes[0..<8]), half(bytes[8..<16]))
    }

    func of(_ text: [UInt8]) -> [UInt8] {
        var (yh, yl): (UInt64, UInt64) = (0, 0)
        for at in stride(from: 0, to: text.count, by: 16) {
            let (bh, bl) = Hash.halves([UInt8](text[at..<at + 16]))
            (yh, yl) = times(yh ^ bh, yl ^ bl)
        }
        return bytes(yh) + bytes(yl)
    }

    private func times(_ xh: UInt64, _ xl: UInt64) -> (UInt64, UInt64) {
        var (zh, zl, vh, vl): (UInt64, UInt64, UInt64, UInt64) = (0, 0, high, low)
        for bit in 0..<128 {
            let shifted: UInt64 = bit < 64 ? xh >> UInt64(63 - bit) : xl >> UInt64(127 - bit)
            if shifted & 1 == 1 {
                zh ^= vh
                zl ^= vl
            }
            let isOdd: Bool = vl & 1 == 1
            vl = (vl >> 1) | (vh << 63)
            vh >>= 1
            if isOdd { vh ^= 0xE100_0000_0000_0000 }
        }
        return (zh, zl)
    }
}

/// The cipher, one way.
private struct AES {
    /// Times two in the field.
    private static func doubled(_ byte: UInt8) -> UInt8 {
        let shifted: UInt8 = byte << 1
        return byte & 0x80 == 0 ? shifted : shifted ^ 0x1B
    }

    private static let box: [UInt8] = {
        // The inverse in the field, then the affine map.
        var (p, q) = (UInt8(1), UInt8(1))
        var box = [UInt8](repeating: 0, count: 256)
        repeat {
            p ^= doubled(p)
            q ^= q << 1
            q ^= q << 2
            q ^= q << 4
            if q & 0x80 != 0 { q ^= 0x09 }
            var mixed: UInt8 = q ^ 0x63
            for by in UInt8(1)...4 {
                let left: UInt8 = q << by
                let right: UInt8 = q >> (8 - by)
                mixed ^= left | right
            }
            box[Int(p)] = mixed
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
            let before = words[at - 8]
            words.append((0..<4).map { part in before[part] ^ word[part] })
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
                    let all: UInt8 = a.reduce(0, ^)
                    for row in 0..<4 {
                        let two: UInt8 = AES.doubled(a[row] ^ a[(row + 1) % 4])
                        let one: UInt8 = a[row] ^ all
                        state[column * 4 + row] = one ^ two
                    }
                }
            }
            add(round)
        }
        return state
    }
}

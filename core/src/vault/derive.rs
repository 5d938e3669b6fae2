//! Derivation: HKDF-SHA256 with fixed labels, the one way a key becomes another.

use hearth_sealed::Secret;
use ring::hkdf::{HKDF_SHA256, Prk, Salt};
use ring::hmac;
use zeroize::Zeroize;

/// A key from which others are derived, each by its label.
pub(super) struct Root(Prk);

impl Root {
    /// HKDF-Extract. `salt` says what the secret is, or is random and stored.
    pub(super) fn new(salt: &[u8], secret: &[u8]) -> Self {
        Self(Salt::new(HKDF_SHA256, salt).extract(secret))
    }

    /// HKDF-Expand to 32 bytes.
    pub(super) fn key(&self, label: &str) -> Secret<32> {
        let info = [label.as_bytes()];
        let mut bytes = [0; 32];
        let filled = self.0.expand(&info, HKDF_SHA256).and_then(|okm| okm.fill(&mut bytes));
        if filled.is_err() {
            // Refused only for other lengths than the hash's own, fixed above.
            unreachable!("HKDF-SHA256 gives 32 bytes");
        }
        let key = Secret::from_bytes(bytes);
        bytes.zeroize();
        key
    }

    /// A key for HMAC-SHA256.
    pub(super) fn mac_key(&self, label: &str) -> hmac::Key {
        hmac::Key::new(hmac::HMAC_SHA256, self.key(label).expose())
    }
}

/// HMAC-SHA256 of a list of parts, its first 16 bytes. Each part goes in behind
/// its length (u64, big-endian), so that no two lists run together.
pub(super) fn short_mac(key: &hmac::Key, parts: &[&[u8]]) -> [u8; 16] {
    let mut mac = hmac::Context::with_key(key);
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    let mut short = [0; 16];
    short.copy_from_slice(&mac.sign().as_ref()[..16]);
    short
}

/// The first `N` bytes (at most 32) of SHA-256 over some parts laid end to end:
/// tells damage by chance, nothing more.
pub(super) fn sum<const N: usize>(parts: &[&[u8]]) -> [u8; N] {
    let mut hash = ring::digest::Context::new(&ring::digest::SHA256);
    for part in parts {
        hash.update(part);
    }
    let mut sum = [0; N];
    sum.copy_from_slice(&hash.finish().as_ref()[..N]);
    sum
}

//! The envelope and the key that seals and opens it.

use std::fmt;

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, MAX_TAG_LEN, NONCE_LEN, Nonce, UnboundKey};
use zeroize::{Zeroize, Zeroizing};

use crate::secret::{NoRandomness, Secret, random};

/// The version of the envelope that this code writes: its first byte.
pub const VERSION: u8 = 1;

/// Version and key id.
const HEADER: usize = 1 + 4;
const TAG: usize = MAX_TAG_LEN;

/// How many bytes longer the sealed form is than the plain one.
pub const OVERHEAD: usize = HEADER + NONCE_LEN + TAG;

/// Names a key. Not secret: it stands in clear in every envelope sealed with it,
/// so that a value of an older key is told from a damaged one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub [u8; 4]);

impl fmt::Debug for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", u32::from_be_bytes(self.0))
    }
}

/// Why an envelope did not open. None of them says anything of what is inside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Shorter than an envelope of nothing at all ([`OVERHEAD`] bytes).
    #[error("a sealed value is cut short")]
    TooShort,
    /// Sealed in a format this code does not know yet.
    #[error("a sealed value was written by a newer Hearth (format {0})")]
    NewerVersion(u8),
    /// Sealed with a key of another name.
    #[error("a sealed value belongs to another key ({found:?})")]
    OtherKey {
        /// The key it was sealed with, as its header claims.
        found: KeyId,
    },
    /// Altered, moved to another place, or sealed with another key of this name.
    #[error("a sealed value was altered, or is not where it belongs")]
    NotAuthentic,
}

/// A named AES-256-GCM key, expanded once and kept ready. `Debug` shows the name only.
pub struct SealKey {
    id: KeyId,
    key: LessSafeKey,
}

impl SealKey {
    /// Makes the key ready. `secret` is used as it is: derive it first.
    #[must_use]
    pub fn new(id: KeyId, secret: &Secret<32>) -> Self {
        let key = match UnboundKey::new(&AES_256_GCM, secret.expose()) {
            Ok(key) => LessSafeKey::new(key),
            // Refused only for a key that is not 32 bytes, which the type rules out.
            Err(_) => unreachable!("AES-256-GCM takes every key of 32 bytes"),
        };
        Self { id, key }
    }

    /// The key's name.
    #[must_use]
    pub fn id(&self) -> KeyId {
        self.id
    }

    /// Seals `plain`, bound to `aad`, under a fresh random nonce.
    ///
    /// # Errors
    /// [`NoRandomness`] when the system gave no nonce.
    pub fn seal(&self, aad: &[u8], plain: &[u8]) -> Result<Vec<u8>, NoRandomness> {
        let mut out = Vec::new();
        self.seal_into(aad, plain, &mut out)?;
        Ok(out)
    }

    /// As [`seal`](Self::seal), appended to `out`.
    ///
    /// # Errors
    /// As [`seal`](Self::seal); `out` is then as it was.
    pub fn seal_into(&self, aad: &[u8], plain: &[u8], out: &mut Vec<u8>) -> Result<(), NoRandomness> {
        let mut nonce = [0; NONCE_LEN];
        random(&mut nonce)?;
        self.seal_with(nonce, aad, plain, out)
    }

    fn seal_with(
        &self,
        nonce: [u8; NONCE_LEN],
        aad: &[u8],
        plain: &[u8],
        out: &mut Vec<u8>,
    ) -> Result<(), NoRandomness> {
        let header = self.header();
        let start = out.len();
        // Room for all of it now: growing later would leave plaintext in freed memory.
        out.reserve(OVERHEAD + plain.len());
        out.extend_from_slice(&header);
        out.extend_from_slice(&nonce);
        let body = out.len();
        out.extend_from_slice(plain);
        let sealed = with_aad(header, aad, |aad| {
            let nonce = Nonce::assume_unique_for_key(nonce);
            self.key.seal_in_place_separate_tag(nonce, Aad::from(aad), &mut out[body..])
        });
        match sealed {
            Ok(tag) => out.extend_from_slice(tag.as_ref()),
            Err(_) => {
                // Only for more than 64 GiB at once, which nothing here can hold.
                out[start..].zeroize();
                out.truncate(start);
                return Err(NoRandomness);
            }
        }
        Ok(())
    }

    /// Opens an envelope that was sealed with the same `aad`.
    ///
    /// # Errors
    /// [`OpenError`]; nothing of the plaintext is given out.
    pub fn open(&self, aad: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
        let mut buffer = Zeroizing::new(Vec::new());
        self.open_into(aad, sealed, &mut buffer)?;
        Ok(buffer)
    }

    /// As [`open`](Self::open), into a buffer that is used again and again: its
    /// old contents go, and it holds exactly the plaintext afterwards. Keep the
    /// buffer in a [`Zeroizing`], so that the last plaintext is wiped too.
    ///
    /// Takes no memory when the buffer is large enough and `aad` is at most 123 bytes.
    ///
    /// # Errors
    /// As [`open`](Self::open); the buffer is then empty.
    pub fn open_into<'a>(
        &self,
        aad: &[u8],
        sealed: &[u8],
        buffer: &'a mut Vec<u8>,
    ) -> Result<&'a [u8], OpenError> {
        buffer.clear();
        let envelope = Envelope::split(sealed)?;
        if envelope.key != self.id {
            return Err(OpenError::OtherKey { found: envelope.key });
        }
        if buffer.capacity() < envelope.body.len() {
            // Growing frees the old memory as it is: wipe it first.
            buffer.zeroize();
            buffer.reserve_exact(envelope.body.len());
        }
        buffer.extend_from_slice(envelope.body);
        let opened = with_aad(self.header(), aad, |aad| {
            let nonce = Nonce::assume_unique_for_key(envelope.nonce);
            self.key.open_in_place(nonce, Aad::from(aad), buffer).map(|plain| plain.len())
        });
        match opened {
            Ok(length) => {
                buffer.truncate(length);
                Ok(buffer)
            }
            Err(_) => {
                // What an altered value deciphers to is nobody's to see.
                buffer.zeroize();
                Err(OpenError::NotAuthentic)
            }
        }
    }

    fn header(&self) -> [u8; HEADER] {
        let [a, b, c, d] = self.id.0;
        [VERSION, a, b, c, d]
    }
}

impl fmt::Debug for SealKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SealKey({:?}, [redacted])", self.id)
    }
}

/// The parts of an envelope; `body` is ciphertext and tag.
struct Envelope<'a> {
    key: KeyId,
    nonce: [u8; NONCE_LEN],
    body: &'a [u8],
}

impl<'a> Envelope<'a> {
    fn split(sealed: &'a [u8]) -> Result<Self, OpenError> {
        let (&version, rest) = sealed.split_first().ok_or(OpenError::TooShort)?;
        match version {
            VERSION => {}
            // There never was a format 0: this is damage, and no newer app would help.
            0 => return Err(OpenError::NotAuthentic),
            newer => return Err(OpenError::NewerVersion(newer)),
        }
        let (&key, rest) = rest.split_first_chunk().ok_or(OpenError::TooShort)?;
        let (&nonce, body) = rest.split_first_chunk().ok_or(OpenError::TooShort)?;
        if body.len() < TAG {
            return Err(OpenError::TooShort);
        }
        Ok(Self { key: KeyId(key), nonce, body })
    }
}

/// Puts header and caller's data side by side, on the stack when they are short:
/// a screen opens hundreds of values, each bound to a few dozen bytes.
fn with_aad<T>(header: [u8; HEADER], aad: &[u8], then: impl FnOnce(&[u8]) -> T) -> T {
    const SHORT: usize = 128;
    let length = HEADER + aad.len();
    if length <= SHORT {
        let mut bound = [0; SHORT];
        bound[..HEADER].copy_from_slice(&header);
        bound[HEADER..length].copy_from_slice(aad);
        then(&bound[..length])
    } else {
        let mut bound = Vec::with_capacity(length);
        bound.extend_from_slice(&header);
        bound.extend_from_slice(aad);
        then(&bound)
    }
}

#[cfg(test)]
mod tests;

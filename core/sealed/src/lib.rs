//! The envelope every secret of Hearth is kept in.
//!
//! One format, one door: AES-256-GCM under a key that has a name. What is
//! sealed can be opened only with the same key and the same *associated data*,
//! the words that say what the value is and where it belongs, so a value moved
//! to another row, or an old one put back under another name, does not open.
//!
//! ```text
//! version 1 (0x01) | key id 4 | nonce 12 | ciphertext, as long as the plaintext | tag 16
//! ```
//!
//! AES-GCM's associated data is the header (version and key id, 5 bytes)
//! followed by the caller's; the header has a fixed length, so the two cannot
//! be confused. Nonces are random: seal at most 2^32 values under one key
//! (NIST SP 800-38D, section 8.3), far more than one person's plan will hold.
//!
//! This crate is small on purpose: the emergency card's door links it and
//! little else.
//!
//! ```
//! use hearth_sealed::{KeyId, SealKey, Secret};
//!
//! let key = SealKey::new(KeyId([0, 0, 0, 1]), &Secret::random()?);
//! let sealed = key.seal(b"card", b"Call me Jo")?;
//! assert_eq!(key.open(b"card", &sealed)?.as_slice(), b"Call me Jo");
//! assert!(key.open(b"something else", &sealed).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

mod envelope;
mod secret;

pub use envelope::{KeyId, OVERHEAD, OpenError, SealKey, VERSION};
pub use secret::{NoRandomness, Secret, random};

//! Keys: where they come from, who keeps them, how they come back, and the
//! cipher of backups.
//!
//! ```text
//! data key (DEK), 256 random bits, one for each epoch
//!   |-- wrapped by the platform's key store   (every day)           } both in the
//!   |-- wrapped under the recovery words      (when that is lost)   } key ring
//!   `-- HKDF-SHA256, one label a purpose
//!         |-- rows, frames, bundles, attachments, meta   AES-256-GCM, the envelope
//!         |-- tags, census                               HMAC-SHA256, 16 bytes kept
//!         `-- ring: seals the recovery words, the plan secret and the device's
//!             key in the key ring; ring mac: binds the key ring as a whole
//! recovery words, 128 random bits
//!   |-- HKDF-SHA256 -> wraps the data key in the key ring
//!   `-- HKDF-SHA256 with the backup's salt -> the backup's chunks
//! ```
//!
//! No secret here is derived from anything a person chose, so none needs a slow
//! derivation. What this room does *not* protect is said in
//! `docs/decisions/0002-vault.md`.

mod derive;
mod device;
mod key_ring;
mod key_store;
mod keys;
mod recovery;
mod software;
pub mod stream;
pub mod testing;
#[cfg(test)]
mod vectors;

pub use device::{DeviceIdentity, device_id, verify};
pub use hearth_sealed::{KeyId, NoRandomness, OpenError, SealKey, Secret};
pub use key_ring::{KeyRing, MAX_RING_BYTES};
pub use key_store::{KeyItem, KeyStore, KeyStoreError};
pub use keys::Keys;
pub use recovery::{RecoveryWords, WORD_COUNT, WordsError};
pub use software::SoftwareKeyStore;

/// Why the keys could not be had. None of these ever justifies moving, replacing
/// or deleting a store or a key ring: every one may pass, or the words may help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The platform's key store gave no answer that helps.
    #[error(transparent)]
    KeyStore(#[from] KeyStoreError),
    /// The key store answered, but with another key than this plan's: the store
    /// was reset, or this is another phone's folder. The words open the plan.
    #[error("this device's key store holds another key than this plan's")]
    WrongKeyStore,
    /// These are well-formed words, but not the ones of this key ring.
    #[error("these recovery words do not open this plan")]
    WrongWords,
    /// The keys given are not those that bound this key ring: another epoch's,
    /// another plan's, or the ring was altered since.
    #[error("these keys belong to another key ring")]
    OtherKeys,
    /// A newer Hearth wrote this key ring.
    #[error("the key ring was written by a newer Hearth (format {0})")]
    NewerFormat(u32),
    /// Not a key ring, or altered since it was written.
    #[error("the key ring is damaged")]
    Damaged,
    /// Larger than [`MAX_RING_BYTES`].
    #[error("the key ring is too large ({found} bytes)")]
    TooLarge {
        /// How many bytes it has.
        found: usize,
    },
    /// The system gave no random numbers, so no key could be made.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

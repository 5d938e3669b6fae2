//! The card's own key, and what its two files are bound to.

use std::fmt;

use hearth_sealed::{KeyId, SealKey, Secret};

/// Bound to the card file: the sealed form, not the document's format (`v`), so that
/// a newer document still opens and can say that it is newer.
pub(crate) const CARD: &[u8] = b"hearth card 1";
/// Bound to the photo file: a photo is never taken for a card, nor a card for a photo.
pub(crate) const PHOTO: &[u8] = b"hearth card photo 1";

/// Names the card's key in the envelope. One name for all: the platform's key store
/// keeps the 32 bytes and nothing beside them.
const ID: KeyId = KeyId(*b"card");

/// The key of one person's card file and photo, made ready once. `Debug` is redacted.
pub struct CardKey(pub(crate) SealKey);

impl CardKey {
    /// Makes the key ready. `secret`: 32 random bytes used for nothing else.
    #[must_use]
    pub fn new(secret: &Secret<32>) -> Self {
        Self(SealKey::new(ID, secret))
    }
}

impl fmt::Debug for CardKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CardKey [redacted]")
    }
}

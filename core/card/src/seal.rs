//! From a document to the bytes of its file. The core writes them, through its own
//! `Disk`, to [`NEXT_FILE`](crate::NEXT_FILE) first and then to
//! [`CARD_FILE`](crate::CARD_FILE).

use hearth_sealed::NoRandomness;
use zeroize::Zeroizing;

use crate::doc::{CardDoc, DocError};
use crate::key::{CARD, CardKey, PHOTO};

/// The longest document in JSON: 256 KiB.
pub const MOST_DOC_BYTES: usize = 256 * 1024;
/// The largest photo: 64 KiB.
pub const MOST_PHOTO_BYTES: usize = 64 * 1024;

/// Why a card was not sealed. Nothing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The document is not a whole card.
    #[error(transparent)]
    Doc(#[from] DocError),
    /// Larger than a card file or its photo may be.
    #[error("the card has {found} bytes, and room for {most}")]
    TooLarge {
        /// Bytes it has.
        found: usize,
        /// [`MOST_DOC_BYTES`] or [`MOST_PHOTO_BYTES`].
        most: usize,
    },
    /// The document could not be put in JSON.
    #[error("the card could not be written as JSON")]
    Json,
    /// The device gave no random numbers.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

/// The bytes of the card file: the document in JSON, sealed.
///
/// # Errors
/// [`SealError`]: a document that [`CardDoc::check`] refuses, or over
/// [`MOST_DOC_BYTES`].
pub fn seal(doc: &CardDoc, key: &CardKey) -> Result<Vec<u8>, SealError> {
    doc.check()?;
    let mut json = Zeroizing::new(Vec::new());
    // Growing leaves plaintext in freed memory: count first, then take the room once.
    let mut length = Count(0);
    serde_json::to_writer(&mut length, doc).map_err(|_| SealError::Json)?;
    fits(length.0, MOST_DOC_BYTES)?;
    json.reserve_exact(length.0);
    serde_json::to_writer(&mut *json, doc).map_err(|_| SealError::Json)?;
    Ok(key.0.seal(CARD, &json)?)
}

/// The bytes of the photo file. `photo`: the image as the shell will decode it.
///
/// # Errors
/// [`SealError::TooLarge`] over [`MOST_PHOTO_BYTES`]; [`SealError::NoRandomness`].
pub fn seal_photo(photo: &[u8], key: &CardKey) -> Result<Vec<u8>, SealError> {
    fits(photo.len(), MOST_PHOTO_BYTES)?;
    Ok(key.0.seal(PHOTO, photo)?)
}

fn fits(found: usize, most: usize) -> Result<(), SealError> {
    if found > most {
        return Err(SealError::TooLarge { found, most });
    }
    Ok(())
}

/// Counts what is written to it and keeps none of it.
struct Count(usize);

impl std::io::Write for Count {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

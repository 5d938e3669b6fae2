//! From a folder to the card, when somebody needs it: no store, no network, no wait.
//!
//! Measured (`examples/open_speed.rs`, Xeon virtual machine of two cores, release, a
//! card of 5.5 KB with two plans): 17.5 us from file to model and dropped again, of
//! which reading and the two looks at names 2.5, unsealing and wiping 2, JSON 10. Taken:
//! checking UTF-8 once for the whole document, not for each string (JSON 13.2 -> 10.3).
//! Left: `Box<str>` for `String` (no difference); strings borrowed from the document
//! (JSON 10.0 -> 7.4, but a model that cannot outlive its buffer or cross the
//! boundary to a shell).

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use hearth_sealed::{OVERHEAD, OpenError};
use serde::Deserialize;
use zeroize::Zeroizing;

use crate::doc::{CardDoc, FORMAT};
use crate::key::{CARD, CardKey, PHOTO};
use crate::seal::{MOST_DOC_BYTES, MOST_PHOTO_BYTES};

/// The card, in the card folder.
pub const CARD_FILE: &str = "card";
/// Beside the card while an edit is under way; left over, the card may be behind.
pub const NEXT_FILE: &str = "card.next";
/// The photo, in the card folder.
pub const PHOTO_FILE: &str = "card.photo";

/// A card that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenCard {
    /// The lines.
    pub doc: CardDoc,
    /// An edit was under way and it is not known whether it was kept: draw
    /// `doc.phrases.may_be_behind` with the card.
    pub may_be_behind: bool,
}

/// Why there is no card to draw. The files are left as they are, whatever they hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CardError {
    /// No card was kept in this folder.
    #[error("there is no card here")]
    Missing,
    /// The device did not give the file, or what has its name is not a file. Trying
    /// again can help: a phone not unlocked since its start, a folder not there yet.
    #[error("the card could not be read ({kind})")]
    Unreadable {
        /// What the device said.
        kind: ErrorKind,
    },
    /// Larger than any card; nothing of it was read.
    #[error("the card's file is too large to be a card")]
    TooLarge,
    /// Written by a newer app: the file is kept for it.
    #[error("the card was written by a newer Hearth")]
    NewerVersion,
    /// Not opened by this key: another person's card, or altered, or cut short.
    #[error("the card is another person's, or was altered")]
    AnotherPersonsOrAltered,
    /// Sealed with this key, and yet not a card document.
    #[error("the card's file does not hold a card")]
    Malformed,
}

/// Opens the card in `folder`.
///
/// `card.next` beside it is not read but says that the card may be behind. Where
/// `card` cannot be opened and `card.next` can, that one is given, with the same
/// warning: both were sealed with the person's key, and an emergency is no time to
/// hold one back.
///
/// Only a regular file is read, and at most [`MOST_DOC_BYTES`] of it. A link is
/// refused: the core writes none here, so one was put there by something else. (The
/// folder itself may be reached through links.) Nothing is written or deleted.
///
/// # Errors
/// [`CardError`], of `card` unless that is missing and `card.next` is there.
pub fn open(folder: &Path, key: &CardKey) -> Result<OpenCard, CardError> {
    let next = folder.join(NEXT_FILE);
    // Asked before the card is read: an edit that ends in between then warns once
    // too often, never once too little. Doubt counts as yes.
    let next_there = !matches!(fs::symlink_metadata(&next), Err(e) if e.kind() == ErrorKind::NotFound);
    let opened = match open_doc(&folder.join(CARD_FILE), key) {
        Err(of_card) if next_there => open_doc(&next, key).map_err(|of_next| match of_card {
            CardError::Missing => of_next,
            other => other,
        }),
        opened => opened,
    };
    opened.map(|doc| OpenCard { doc, may_be_behind: next_there })
}

/// Opens the photo in `folder`: the bytes given to [`seal_photo`](crate::seal_photo).
///
/// # Errors
/// [`CardError`], as for the card, but never `Malformed`; the card is drawn without it.
pub fn open_photo(folder: &Path, key: &CardKey) -> Result<Zeroizing<Vec<u8>>, CardError> {
    let sealed = read(&folder.join(PHOTO_FILE), MOST_PHOTO_BYTES)?;
    Ok(key.0.open(PHOTO, &sealed)?)
}

fn open_doc(path: &Path, key: &CardKey) -> Result<CardDoc, CardError> {
    let sealed = read(path, MOST_DOC_BYTES)?;
    parse(&key.0.open(CARD, &sealed)?)
}

/// All of a regular file that holds at most `most` bytes sealed.
fn read(path: &Path, most: usize) -> Result<Vec<u8>, CardError> {
    // Asked before opening, which would wait for ever on a named pipe.
    regular(&fs::symlink_metadata(path)?)?;
    let mut file = File::open(path)?;
    let found = file.metadata()?;
    regular(&found)?;
    let length = usize::try_from(found.len()).map_err(|_| CardError::TooLarge)?;
    if length > most + OVERHEAD {
        return Err(CardError::TooLarge);
    }
    // Exactly as long as it was: the file is replaced by renaming, never grown, and
    // one that changes under the reader fails its seal.
    let mut sealed = vec![0; length];
    file.read_exact(&mut sealed)?;
    Ok(sealed)
}

fn regular(found: &fs::Metadata) -> Result<(), CardError> {
    if found.is_file() {
        return Ok(());
    }
    let kind = if found.is_dir() { ErrorKind::IsADirectory } else { ErrorKind::InvalidInput };
    Err(CardError::Unreadable { kind })
}

/// The document in `json`; fields not known here are passed over.
pub(crate) fn parse(json: &[u8]) -> Result<CardDoc, CardError> {
    // All of it checked for UTF-8 at once: checking each of some 400 short strings
    // and names by itself takes longer.
    let json = std::str::from_utf8(json).map_err(|_| CardError::Malformed)?;
    match serde_json::from_str::<CardDoc>(json) {
        Ok(doc) if doc.v > FORMAT => Err(CardError::NewerVersion),
        Ok(doc) if doc.v == FORMAT && doc.check_safety().is_ok() => Ok(doc),
        Ok(_) => Err(CardError::Malformed),
        // A newer document may have changed any field but `v`.
        Err(_) => match serde_json::from_str::<Version>(json) {
            Ok(Version { v }) if v > FORMAT => Err(CardError::NewerVersion),
            _ => Err(CardError::Malformed),
        },
    }
}

#[derive(Deserialize)]
struct Version {
    v: u32,
}

impl From<io::Error> for CardError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            kind => Self::Unreadable { kind },
        }
    }
}

impl From<OpenError> for CardError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::NewerVersion(_) => Self::NewerVersion,
            OpenError::TooShort | OpenError::OtherKey { .. } | OpenError::NotAuthentic => {
                Self::AnotherPersonsOrAltered
            }
        }
    }
}

//! Photos and voice notes: what may be kept, and what of it. Their bytes are
//! sealed files (see `files`); that they belong to an entry is said by ops like
//! any other words (the entity `Attachment`).

use super::exif;
use super::files::{FileError, Files, Hash, MAX_FILE};
use super::{Ledger, Store, StoreError};
use crate::plan::{self, Attachment};
use crate::record::{EntityId, Op, Value};
use hearth_sealed::NoRandomness;
use std::collections::HashSet;
use zeroize::Zeroizing;

/// The largest photo that is taken in: 8 MiB.
pub const MAX_PHOTO: usize = 8 * 1024 * 1024;
/// The largest voice note that is taken in: 16 MiB.
pub const MAX_VOICE_NOTE: usize = MAX_FILE as usize;
/// The most photos and voice notes in a plan.
pub const MAX_ATTACHMENTS: usize = 4096;
/// The most bytes of all of them together: 1 GiB, so that a backup of the plan
/// is far from the most that a backup may have.
pub const MAX_ATTACHED: i64 = 1024 * 1024 * 1024;

/// Why a photo or a voice note was not kept or is not shown. The plan is as it was.
#[derive(Debug, thiserror::Error)]
pub enum AttachError {
    /// Not a kind of file that is kept, or not a whole one.
    #[error("not a photo or a voice note that can be kept")]
    Kind,
    /// Larger than its kind may be.
    #[error("the file is larger than {most} bytes")]
    TooLarge {
        /// [`MAX_PHOTO`], [`MAX_VOICE_NOTE`] or the card's own limit.
        most: usize,
    },
    /// There are [`MAX_ATTACHMENTS`], or [`MAX_ATTACHED`] bytes of them, already.
    #[error("the plan holds as many photos and voice notes as it may")]
    TooMany,
    /// The entry came from another phone, its bytes not yet.
    #[error("the bytes are not on this phone")]
    NotHere,
    /// Its bytes were altered or are damaged. They are kept.
    #[error("the bytes are damaged")]
    Damaged,
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<FileError> for AttachError {
    fn from(error: FileError) -> Self {
        match error {
            FileError::NotHere => AttachError::NotHere,
            FileError::Damaged => AttachError::Damaged,
            FileError::Io(error) => AttachError::Store(error.into()),
            FileError::NoRandomness(NoRandomness) => AttachError::Store(NoRandomness.into()),
        }
    }
}

/// What a file is, told by its first bytes and never by a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// A photo.
    Jpeg,
    /// A picture.
    Png,
    /// A voice note in an Ogg container.
    Ogg,
    /// A voice note in an MPEG-4 container.
    Mp4,
    /// A voice note, not compressed.
    Wav,
}

impl Media {
    /// Tells what these bytes are.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        // Sound in MPEG-4; the same container with another brand is a photo
        // (HEIC, AVIF) or a film.
        const BRANDS: &[&[u8; 4]] =
            &[b"M4A ", b"M4B ", b"mp41", b"mp42", b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"dash"];
        if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
            return Some(Media::Jpeg);
        }
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Media::Png);
        }
        if bytes.starts_with(b"OggS\0") {
            return Some(Media::Ogg);
        }
        if bytes.get(4..8) == Some(b"ftyp") {
            let brand = bytes.get(8..12)?;
            return BRANDS.iter().any(|known| known.as_slice() == brand).then_some(Media::Mp4);
        }
        (bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WAVE")).then_some(Media::Wav)
    }

    /// Its media type (RFC 6838), one of the choices of [`Attachment::MIME`].
    #[must_use]
    pub fn mime(self) -> &'static str {
        match self {
            Media::Jpeg => "image/jpeg",
            Media::Png => "image/png",
            Media::Ogg => "audio/ogg",
            Media::Mp4 => "audio/mp4",
            Media::Wav => "audio/wav",
        }
    }

    fn most(self) -> usize {
        match self {
            Media::Jpeg | Media::Png => MAX_PHOTO,
            Media::Ogg | Media::Mp4 | Media::Wav => MAX_VOICE_NOTE,
        }
    }
}

/// What will be kept of a file: a photo without what it says beside its
/// picture, a voice note as it is.
///
/// # Errors
/// [`AttachError::Kind`], [`AttachError::TooLarge`].
pub fn clean(bytes: &[u8]) -> Result<(Media, Zeroizing<Vec<u8>>), AttachError> {
    let media = Media::of(bytes).ok_or(AttachError::Kind)?;
    if bytes.len() > media.most() {
        return Err(AttachError::TooLarge { most: media.most() });
    }
    let clean = match media {
        Media::Jpeg => exif::clean_jpeg(bytes),
        Media::Png => exif::clean_png(bytes),
        Media::Ogg | Media::Mp4 | Media::Wav => Some(Zeroizing::new(bytes.to_vec())),
    };
    Ok((media, clean.ok_or(AttachError::Kind)?))
}

impl Store {
    pub(super) fn files(&self) -> Files<'_> {
        Files::new(&*self.options().disk, &self.options().store, self.keys())
    }
}

impl Ledger {
    /// Keeps the bytes of a photo or a voice note, cleaned already, and gives
    /// the SHA-256 by which ops name them. Until an op does, [`Ledger::sweep`]
    /// takes them away again. `Ok` means that they are on the disk.
    ///
    /// # Errors
    /// [`AttachError::TooMany`], [`AttachError::Store`].
    pub fn keep_file(&mut self, bytes: &[u8]) -> Result<[u8; 32], AttachError> {
        let (mut count, mut total) = (0, bytes.len() as i64);
        for attachment in Attachment::all(self.record()) {
            count += 1;
            total = total.saturating_add(attachment.size.first().copied().unwrap_or(0));
        }
        if count >= MAX_ATTACHMENTS || total > MAX_ATTACHED {
            return Err(AttachError::TooMany);
        }
        Ok(self.store().files().put(bytes)?)
    }

    /// The bytes of an attachment, verified: those its field names now, the last
    /// first, or, in one that was only suggested, those that are offered.
    ///
    /// # Errors
    /// [`AttachError::NotHere`] also where there is no such attachment or it was
    /// erased; [`AttachError::Damaged`], [`AttachError::Store`].
    pub fn file(&self, attachment: EntityId) -> Result<Zeroizing<Vec<u8>>, AttachError> {
        let register = self.record().register(plan::Kind::Attachment.slot(attachment, &Attachment::HASH));
        let Some(register) = register else { return Err(AttachError::NotHere) };
        let named = register.heads().iter().rev().chain(register.aside());
        self.first_that_reads(named.filter_map(names_file))
    }

    /// Of two versions that name two files, one that reads is better than none.
    pub(crate) fn first_that_reads(
        &self,
        hashes: impl Iterator<Item = [u8; 32]>,
    ) -> Result<Zeroizing<Vec<u8>>, AttachError> {
        let mut why = AttachError::NotHere;
        for hash in hashes {
            match self.store().files().get(&hash) {
                Ok(bytes) => return Ok(bytes),
                Err(FileError::NotHere) => {}
                Err(error) => why = error.into(),
            }
        }
        Err(why)
    }

    /// Takes away the bytes that these ops named before they were erased, unless
    /// another op still names them.
    ///
    /// # Errors
    /// [`StoreError`]; [`Ledger::sweep`] tries again.
    pub fn forget_files(&mut self, erased: &[Op]) -> Result<(), StoreError> {
        let (named, _) = self.named_files()?;
        let gone = erased.iter().filter_map(names_file).filter(|hash| !named.contains(hash));
        Ok(self.store().files().remove(gone)?)
    }

    /// Every file that any op ever named and nobody erased, and whether all of
    /// the record could be read to know them.
    pub(super) fn named_files(&mut self) -> Result<(HashSet<Hash>, bool), StoreError> {
        let kind = plan::Kind::Attachment;
        let all: Vec<EntityId> = self.record().of_kind(kind.number()).map(|(id, _)| id).collect();
        self.store.known_frames()?;
        let health = self.health();
        let mut complete = health.damaged.is_empty()
            && !(health.rows_changed || health.history_changed || health.state_lost || health.rolled_back);
        let mut named = HashSet::new();
        for id in all {
            let (ops, damaged) = self.history(kind.slot(id, &Attachment::HASH))?;
            complete &= damaged == 0;
            named.extend(ops.iter().filter_map(names_file));
        }
        Ok((named, complete))
    }

    /// Takes away the bytes that no op names (any more): of a writing that did
    /// not end, of a rotation, of what was erased. Where a part of the record
    /// does not read, nothing is taken away. Returns how many files went.
    ///
    /// # Errors
    /// [`StoreError`]; what was not taken away is tried again the next time.
    pub fn sweep(&mut self) -> Result<usize, StoreError> {
        let (named, complete) = self.named_files()?;
        if !complete {
            return Ok(0);
        }
        Ok(self.store().files().sweep(&named)?)
    }
}

/// The file that an op of [`Attachment::HASH`] names.
fn names_file(op: &Op) -> Option<Hash> {
    match op.value()? {
        Value::Bytes(hash) => hash.as_slice().try_into().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests;

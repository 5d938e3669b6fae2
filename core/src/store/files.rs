//! Sealed files beside the database: the bytes of photos and voice notes.
//!
//! ```text
//! file:  "HEARTHAT" 8 | version 1 (0x01)
//! chunk: u32 big-endian: the top bit set on the last chunk, else clear; the
//!        other 31 bits the length of what follows
//!        the envelope (hearth-sealed) of at most 64 KiB of plaintext
//! ```
//!
//! A file is named by a keyed tag of the SHA-256 of what it holds: the same
//! bytes are kept once, the name tells nothing, and under a new data key every
//! file has a new name, so that old and new stand side by side until one
//! transaction decides. Each chunk is bound to that hash, its number and to
//! whether it is the last. All but the last are full.

use super::disk::{Disk, DiskFile};
use super::folder::ATTACHMENTS;
use crate::vault::Keys;
use hearth_sealed::{NoRandomness, OVERHEAD, SealKey};
use ring::digest::{Context, SHA256};
use std::collections::HashSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// How much plaintext a chunk holds, in bytes.
pub(super) const CHUNK: usize = 64 * 1024;
/// The most bytes of plaintext in one file: 16 MiB.
pub(super) const MAX_FILE: u64 = 16 * 1024 * 1024;

const HEADER: &[u8; 9] = b"HEARTHAT\x01";
const LAST: u32 = 1 << 31;

/// SHA-256 of what a file holds.
pub(super) type Hash = [u8; 32];

/// Why a file was not read or written.
#[derive(Debug, thiserror::Error)]
pub(super) enum FileError {
    #[error("the file is not here")]
    NotHere,
    #[error("the file is damaged")]
    Damaged,
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

pub(super) fn hash_of(bytes: &[u8]) -> Hash {
    let mut hash = [0; 32];
    hash.copy_from_slice(ring::digest::digest(&SHA256, bytes).as_ref());
    hash
}

/// The sealed files of one store under one epoch's keys.
pub(super) struct Files<'a> {
    disk: &'a dyn Disk,
    folder: PathBuf,
    keys: &'a Keys,
}

impl<'a> Files<'a> {
    /// In the store's folder `store`.
    pub fn new(disk: &'a dyn Disk, store: &Path, keys: &'a Keys) -> Self {
        Self { disk, folder: store.join(ATTACHMENTS), keys }
    }

    fn name(&self, hash: &Hash) -> String {
        use std::fmt::Write;
        self.keys.tag(&[b"file", hash]).iter().fold(String::with_capacity(32), |mut name, byte| {
            let _ = write!(name, "{byte:02x}");
            name
        })
    }

    /// Where a file is, or would be.
    pub fn path(&self, hash: &Hash) -> PathBuf {
        self.folder.join(self.name(hash))
    }

    /// Whether there is a file of that name; it may still be damaged.
    pub fn is_here(&self, hash: &Hash) -> io::Result<bool> {
        self.disk.exists(&self.path(hash))
    }

    /// Begins a file; it has its name once it is finished.
    pub fn write(&self, hash: &Hash) -> io::Result<FileWriter<'a>> {
        self.disk.create_folder(&self.folder)?;
        let path = self.path(hash);
        let next = path.with_extension("next");
        let mut below = self.disk.create(&next)?;
        below.write_all(HEADER)?;
        let seal = Seal { key: self.keys.attachments(), hash: *hash, number: 0 };
        let sealed = Vec::with_capacity(CHUNK + OVERHEAD);
        Ok(FileWriter { disk: self.disk, folder: self.folder.clone(), path, next, below, seal, sealed })
    }

    /// Keeps a file whole. One that is here already and reads well is left as it is.
    pub fn put(&self, bytes: &[u8]) -> Result<Hash, FileError> {
        let hash = hash_of(bytes);
        if self.is_here(&hash)? && self.read(&hash).is_ok_and(FileReader::reads_whole) {
            return Ok(hash);
        }
        let mut writer = self.write(&hash)?;
        let mut rest = bytes;
        while let Some((chunk, more)) = rest.split_at_checked(CHUNK).filter(|(_, more)| !more.is_empty()) {
            writer.chunk(chunk, false)?;
            rest = more;
        }
        writer.chunk(rest, true)?;
        writer.finish()?;
        Ok(hash)
    }

    /// Opens a file to be read chunk by chunk.
    pub fn read(&self, hash: &Hash) -> Result<FileReader<'a>, FileError> {
        let mut below = self.disk.open(&self.path(hash)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => FileError::NotHere,
            _ => FileError::Io(error),
        })?;
        let mut header = [0; HEADER.len()];
        fill(&mut *below, &mut header)?;
        if header != *HEADER {
            return Err(FileError::Damaged);
        }
        Ok(FileReader {
            below,
            seal: Seal { key: self.keys.attachments(), hash: *hash, number: 0 },
            sealed: Vec::with_capacity(CHUNK + OVERHEAD),
            plain: Zeroizing::new(Vec::with_capacity(CHUNK + OVERHEAD)),
            seen: Context::new(&SHA256),
            length: 0,
            ended: false,
        })
    }

    /// The whole of a file, verified.
    pub fn get(&self, hash: &Hash) -> Result<Zeroizing<Vec<u8>>, FileError> {
        let mut reader = self.read(hash)?;
        let mut whole = Zeroizing::new(Vec::new());
        while let Some((chunk, _)) = reader.next_chunk()? {
            // Growing by itself would leave plaintext in freed memory.
            if whole.capacity() - whole.len() < chunk.len() {
                let mut wider = Zeroizing::new(Vec::with_capacity((whole.len() + chunk.len()) * 2));
                wider.extend_from_slice(&whole);
                whole = wider;
            }
            whole.extend_from_slice(chunk);
        }
        Ok(whole)
    }

    /// Takes away these files, where they are here.
    pub fn remove(&self, hashes: impl Iterator<Item = Hash>) -> io::Result<()> {
        let mut any = false;
        for hash in hashes {
            let path = self.path(&hash);
            if self.disk.exists(&path)? {
                gone(self.disk.remove(&path))?;
                any = true;
            }
        }
        if any { self.disk.sync_folder(&self.folder) } else { Ok(()) }
    }

    /// Takes away these files, and what there is of those that were not finished.
    pub fn take_back(&self, made: &[Hash]) -> io::Result<()> {
        for path in made.iter().map(|hash| self.path(hash)) {
            gone(self.disk.remove(&path.with_extension("next")))?;
            gone(self.disk.remove(&path))?;
        }
        if made.is_empty() { Ok(()) } else { self.disk.sync_folder(&self.folder) }
    }

    /// Takes away every file of ours that holds none of `kept`: what a writing
    /// that did not end, a rotation or an erasing left. Names that are not
    /// ours are left alone. Returns how many went.
    pub fn sweep(&self, kept: &HashSet<Hash>) -> io::Result<usize> {
        let kept: HashSet<String> = kept.iter().map(|hash| self.name(hash)).collect();
        let mut swept = 0;
        for name in self.disk.names(&self.folder)? {
            let Some(name) = name.to_str() else { continue };
            let ours = name.strip_suffix(".next").unwrap_or(name);
            let is_ours = ours.len() == 32 && ours.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
            if is_ours && !kept.contains(name) {
                gone(self.disk.remove(&self.folder.join(name)))?;
                swept += 1;
            }
        }
        if swept > 0 {
            self.disk.sync_folder(&self.folder)?;
        }
        Ok(swept)
    }
}

/// What is gone already is as good as taken away.
pub(super) fn gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// What the chunks of one file are sealed with and bound to.
struct Seal<'a> {
    key: &'a SealKey,
    hash: Hash,
    number: u64,
}

impl Seal<'_> {
    /// What the next chunk is bound to.
    fn bound_to(&mut self, last: bool) -> [u8; 56] {
        let mut aad = [0; 56];
        aad[..15].copy_from_slice(b"hearth file 1\0\0");
        aad[15] = u8::from(last);
        aad[16..24].copy_from_slice(&self.number.to_be_bytes());
        aad[24..].copy_from_slice(&self.hash);
        self.number += 1;
        aad
    }
}

/// A file being written beside its name.
pub(super) struct FileWriter<'a> {
    disk: &'a dyn Disk,
    folder: PathBuf,
    path: PathBuf,
    next: PathBuf,
    below: Box<dyn DiskFile>,
    seal: Seal<'a>,
    sealed: Vec<u8>,
}

impl FileWriter<'_> {
    /// Adds a chunk: [`CHUNK`] bytes, or at most so many if it is the `last`.
    pub fn chunk(&mut self, plain: &[u8], last: bool) -> Result<(), FileError> {
        let aad = self.seal.bound_to(last);
        self.sealed.clear();
        self.seal.key.seal_into(&aad, plain, &mut self.sealed)?;
        // A chunk and its envelope are far below 31 bits.
        let prefix = self.sealed.len() as u32 | if last { LAST } else { 0 };
        self.below.write_all(&prefix.to_be_bytes())?;
        self.below.write_all(&self.sealed)?;
        Ok(())
    }

    /// Puts the file on the disk under its name.
    pub fn finish(mut self) -> Result<(), FileError> {
        self.below.sync()?;
        drop(self.below);
        self.disk.rename(&self.next, &self.path)?;
        Ok(self.disk.sync_folder(&self.folder)?)
    }
}

/// A file being read: one chunk in memory, whatever it claims.
pub(super) struct FileReader<'a> {
    below: Box<dyn Read + Send>,
    seal: Seal<'a>,
    sealed: Vec<u8>,
    plain: Zeroizing<Vec<u8>>,
    seen: Context,
    length: u64,
    ended: bool,
}

impl FileReader<'_> {
    /// The next chunk and whether it is the last; `None` after that. The last
    /// comes only if all of them together are what the file is named by.
    pub fn next_chunk(&mut self) -> Result<Option<(&[u8], bool)>, FileError> {
        if self.ended {
            return Ok(None);
        }
        let mut prefix = [0; 4];
        fill(&mut *self.below, &mut prefix)?;
        let prefix = u32::from_be_bytes(prefix);
        let (length, last) = ((prefix & !LAST) as usize, prefix & LAST != 0);
        let whole = CHUNK + OVERHEAD;
        let allowed = if last { OVERHEAD..=whole } else { whole..=whole };
        if !allowed.contains(&length) {
            return Err(FileError::Damaged);
        }
        self.sealed.resize(length, 0);
        fill(&mut *self.below, &mut self.sealed)?;
        let aad = self.seal.bound_to(last);
        let opened = self.seal.key.open_into(&aad, &self.sealed, &mut self.plain);
        self.seen.update(opened.map_err(|_| FileError::Damaged)?);
        self.length += self.plain.len() as u64;
        if self.length > MAX_FILE {
            return Err(FileError::Damaged);
        }
        if last && self.seen.clone().finish().as_ref() != self.seal.hash {
            return Err(FileError::Damaged);
        }
        self.ended = last;
        Ok(Some((&self.plain, last)))
    }

    /// Reads to the end; whether all of it is as it was written.
    pub fn reads_whole(self) -> bool {
        self.length_if_whole().is_ok()
    }

    /// Reads to the end; how many bytes it holds.
    pub fn length_if_whole(mut self) -> Result<u64, FileError> {
        while self.next_chunk()?.is_some() {}
        Ok(self.length)
    }
}

/// Fills `out`; a file that ends before is damaged.
fn fill(below: &mut dyn Read, out: &mut [u8]) -> Result<(), FileError> {
    below.read_exact(out).map_err(|error| match error.kind() {
        io::ErrorKind::UnexpectedEof => FileError::Damaged,
        _ => FileError::Io(error),
    })
}

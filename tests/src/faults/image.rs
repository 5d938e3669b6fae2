//! What a disk may hold after the power went: images rebuilt from the log.
//!
//! The model, which `docs/decisions/0004-faults.md` argues for: a file's
//! sectors of 512 bytes each hold, independently, what they held at some
//! moment since the file's last sync, or, in a few, anything at all where a
//! write was under way. The file's length is one it had since then. The names
//! in a folder are as they were after some one moment since the folder's last
//! sync; each folder has its own.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::log::{Event, FileNo, Log, Marks, parent};
use super::settle::{self, Piece};
use crate::rng::Rng;

/// The disk as the log made it so far: what is certain, and what is on its way.
#[derive(Clone, Debug)]
pub struct Platter {
    folders: BTreeMap<PathBuf, Names>,
    files: Vec<Bytes>,
    marks: Marks,
}

#[derive(Clone, Debug, Default)]
struct Names {
    durable: BTreeMap<PathBuf, FileNo>,
    inner: BTreeSet<PathBuf>,
    pending: Vec<Event>,
}

#[derive(Clone, Debug, Default)]
struct Bytes {
    durable: Vec<u8>,
    pending: Vec<Piece>,
}

/// One disk that the power cut may have left.
#[derive(Debug)]
pub struct Image<'a> {
    /// The folders in it but the topmost, outer before inner.
    pub folders: Vec<PathBuf>,
    /// The files in it, by relative name.
    pub files: Vec<(PathBuf, Cow<'a, [u8]>)>,
}

impl Names {
    /// Applies one event of this folder.
    fn apply(&mut self, event: &Event) {
        match event {
            Event::Folder(name) => {
                self.inner.insert(name.clone());
            }
            Event::Link(name, file) => {
                self.durable.insert(name.clone(), *file);
            }
            Event::Unlink(name) => {
                self.durable.remove(name);
            }
            Event::Rename(from, to) => {
                if let Some(file) = self.durable.remove(from) {
                    self.durable.insert(to.clone(), file);
                }
            }
            _ => {}
        }
    }
}

impl Platter {
    /// The disk at the start of a log.
    #[must_use]
    pub fn at_start_of(log: &Log) -> Self {
        let mut platter = Self {
            folders: BTreeMap::from([(PathBuf::new(), Names::default())]),
            files: Vec::new(),
            marks: log.marks.clone(),
        };
        for folder in &log.folders {
            platter.names(&parent(folder)).inner.insert(folder.clone());
            platter.names(folder);
        }
        for (number, (name, bytes)) in log.files.iter().enumerate() {
            platter.names(&parent(name)).durable.insert(name.clone(), number);
            platter.files.push(Bytes { durable: bytes.clone(), pending: Vec::new() });
        }
        platter
    }

    fn names(&mut self, folder: &Path) -> &mut Names {
        self.folders.entry(folder.to_path_buf()).or_default()
    }

    /// The edits marked so far.
    #[must_use]
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// How many sectors and names are on their way to the disk. None: there is
    /// one image only.
    #[must_use]
    pub fn on_its_way(&self) -> u64 {
        let sectors: usize = self.files.iter().map(|file| settle::sectors_in(&file.pending)).sum();
        let names: usize = self.folders.values().map(|names| names.pending.len()).sum();
        (sectors + names) as u64
    }

    /// Takes in the next event of the log.
    pub fn apply(&mut self, event: &Event) {
        match event {
            Event::Link(name, _) | Event::Unlink(name) | Event::Rename(name, _) => {
                self.names(&parent(name)).pending.push(event.clone());
            }
            Event::Folder(name) => {
                self.names(&parent(name)).pending.push(event.clone());
                self.names(name);
            }
            Event::SyncFolder(name) => {
                let names = self.names(name);
                for event in std::mem::take(&mut names.pending) {
                    names.apply(&event);
                }
            }
            Event::Write(file, offset, bytes) => {
                let piece = Piece::Write { offset: *offset as usize, bytes: Arc::clone(bytes) };
                self.file(*file).pending.push(piece);
            }
            Event::Truncate(file, size) => {
                self.file(*file).pending.push(Piece::Length(*size as usize));
            }
            Event::SyncFile(file) => {
                let file = self.file(*file);
                for piece in file.pending.drain(..) {
                    piece.apply(&mut file.durable);
                }
            }
            Event::Begun(_) | Event::Acknowledged(_) | Event::Anchored(_) => self.marks.see(event),
        }
    }

    fn file(&mut self, number: FileNo) -> &mut Bytes {
        if self.files.len() <= number {
            self.files.resize_with(number + 1, Bytes::default);
        }
        &mut self.files[number]
    }

    /// One image of this moment. Number 0 has nothing of what was on its way,
    /// number 1 all of it, and each further one what the seed chooses.
    #[must_use]
    pub fn image(&self, number: u64, rng: &mut Rng) -> Image<'_> {
        let mut image = Image { folders: Vec::new(), files: Vec::new() };
        self.gather(Path::new(""), number, rng, &mut image);
        image
    }

    fn gather<'a>(&'a self, folder: &Path, number: u64, rng: &mut Rng, image: &mut Image<'a>) {
        let Some(names) = self.folders.get(folder) else {
            return;
        };
        let kept = match (number, rng.below(4)) {
            (0, _) | (2.., 0) => 0,
            (1, _) | (2.., 1) => names.pending.len(),
            _ => rng.index(names.pending.len() + 1),
        };
        let mut names = Cow::Borrowed(names);
        for at in 0..kept {
            let event = names.pending[at].clone();
            names.to_mut().apply(&event);
        }
        for (name, file) in &names.durable {
            let bytes = self.files.get(*file).map_or(Cow::Borrowed(&[][..]), |file| {
                settle::settle(&file.durable, &file.pending, number, rng)
            });
            image.files.push((name.clone(), bytes));
            add_stale_index(name, number, rng, image);
        }
        for inner in &names.inner {
            image.folders.push(inner.clone());
            self.gather(inner, number, rng, image);
        }
    }
}

/// Beside a write-ahead log the disk may hold SQLite's shared-memory index
/// with anything in it: nobody syncs that.
fn add_stale_index(name: &Path, number: u64, rng: &mut Rng, image: &mut Image<'_>) {
    const LENGTH: usize = 32 * 1024;
    let Some(database) = name.to_str().and_then(|name| name.strip_suffix("-wal")) else {
        return;
    };
    if number > 1 && rng.chance(1, 16) {
        let mut bytes = vec![0; LENGTH];
        rng.fill(&mut bytes);
        image.files.push((PathBuf::from(format!("{database}-shm")), Cow::Owned(bytes)));
    }
}

impl Image<'_> {
    /// Writes it into an empty folder.
    ///
    /// # Panics
    /// When the machine refuses.
    pub fn write_to(&self, root: &Path) {
        for folder in &self.folders {
            fs::create_dir(root.join(folder)).expect("a folder of the image");
        }
        for (name, bytes) in &self.files {
            fs::write(root.join(name), bytes).expect("a file of the image");
        }
    }

    /// A number that is the same for the same image, and hardly ever for another.
    #[must_use]
    pub fn fingerprint(&self) -> u64 {
        let mut sum = 0xCBF2_9CE4_8422_2325_u64;
        let mut mix = |bytes: &[u8]| {
            for piece in bytes.chunks(8) {
                let mut word = [0; 8];
                word[..piece.len()].copy_from_slice(piece);
                sum = (sum ^ u64::from_le_bytes(word)).wrapping_mul(0x0000_0100_0000_01B3);
                sum ^= sum >> 29;
            }
            sum = sum.wrapping_add(bytes.len() as u64 + 1);
        };
        for folder in &self.folders {
            mix(folder.as_os_str().as_encoded_bytes());
        }
        for (name, bytes) in &self.files {
            mix(name.as_os_str().as_encoded_bytes());
            mix(bytes);
        }
        sum
    }
}

//! A key store in software: for a desk, for the demo and for tests.
//!
//! It protects no more than the folder it lives in is protected: who can read
//! the folder can read the key. Phones bring their own.

use std::collections::HashMap;
use std::fmt;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use hearth_sealed::{KeyId, SealKey, Secret, random};
use zeroize::Zeroizing;

use super::derive::sum;
use super::key_store::{KeyItem, KeyStore, KeyStoreError};

/// The key: form 1 (0x01), key id 4, key 32, sum 4.
const KEY_FILE: &str = "key";
/// A key file that was no longer what was written; kept, never deleted.
const DAMAGED_KEY_FILE: &str = "key.damaged";
/// The counter: u64 big-endian, sum 4.
const COUNTER_FILE: &str = "counter";
/// More than any of them.
const MAX_FILE_BYTES: u64 = 64;

/// The codes of [`KeyStoreError::Failed`] that are not the operating system's.
mod code {
    pub(super) const IO_WITHOUT_NUMBER: i32 = -1;
    pub(super) const DAMAGED_COUNTER: i32 = -2;
    pub(super) const NO_RANDOMNESS: i32 = -3;
}

/// A key store that keeps an AES-256 key and a counter in files (0600, folder
/// 0700, written anew and renamed), or in memory. One process at a time.
pub struct SoftwareKeyStore {
    /// Held over each whole call, so that two threads never make two keys.
    files: Mutex<Files>,
}

impl SoftwareKeyStore {
    /// The key store of a folder, made when it is not there. The key itself is
    /// made by the first [`wrap`](KeyStore::wrap).
    ///
    /// # Errors
    /// [`KeyStoreError::Failed`] when the folder cannot be made.
    pub fn open(folder: &Path) -> Result<Self, KeyStoreError> {
        let mut builder = DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder).map_err(failed)?;
        Ok(Self { files: Mutex::new(Files::Folder(folder.to_owned())) })
    }

    /// A key store that forgets everything when it is dropped.
    #[must_use]
    pub fn in_memory() -> Self {
        Self { files: Mutex::new(Files::Memory(HashMap::new())) }
    }

    fn files(&self) -> MutexGuard<'_, Files> {
        // A panic elsewhere leaves files that are whole: every write is atomic.
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeyStore for SoftwareKeyStore {
    fn wrap(&self, item: KeyItem, secret: &[u8]) -> Result<Vec<u8>, KeyStoreError> {
        let mut files = self.files();
        let key = match files.key()? {
            Some(key) => key,
            None => files.make_key()?,
        };
        key.seal(label(item), secret).map_err(|_| no_randomness())
    }

    fn unwrap(&self, item: KeyItem, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyStoreError> {
        let key = self.files().key()?.ok_or(KeyStoreError::Lost)?;
        // Whatever it is, this key did not wrap it.
        key.open(label(item), wrapped).map_err(|_| KeyStoreError::Changed)
    }

    fn counter(&self) -> Result<Option<u64>, KeyStoreError> {
        self.files().counter().map(Some)
    }

    fn advance(&self, to: u64) -> Result<(), KeyStoreError> {
        let mut files = self.files();
        if to <= files.counter()? {
            return Ok(());
        }
        let number = to.to_be_bytes();
        files.write(COUNTER_FILE, &[number.as_slice(), &sum::<4>(&[&number])].concat())
    }
}

impl fmt::Debug for SoftwareKeyStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SoftwareKeyStore([redacted])")
    }
}

fn label(item: KeyItem) -> &'static [u8] {
    match item {
        KeyItem::Plan => b"hearth key store 1: plan",
        KeyItem::Card => b"hearth key store 1: card",
    }
}

/// Where the files are.
enum Files {
    Folder(PathBuf),
    Memory(HashMap<&'static str, Zeroizing<Vec<u8>>>),
}

impl Files {
    /// The key; `None` when there is none or it is damaged.
    fn key(&self) -> Result<Option<SealKey>, KeyStoreError> {
        let Some(file) = self.read(KEY_FILE)? else {
            return Ok(None);
        };
        Ok(read_key(&file))
    }

    /// A new key, where there is none that can be used.
    fn make_key(&mut self) -> Result<SealKey, KeyStoreError> {
        if let Some(damaged) = self.read(KEY_FILE)? {
            // Somebody may yet repair it.
            self.write(DAMAGED_KEY_FILE, &damaged)?;
        }
        let mut file = Zeroizing::new([0; 41]);
        file[0] = 1;
        random(&mut file[1..37]).map_err(|_| no_randomness())?;
        let sum: [u8; 4] = sum(&[&file[..37]]);
        file[37..].copy_from_slice(&sum);
        self.write(KEY_FILE, file.as_slice())?;
        read_key(file.as_slice()).ok_or(KeyStoreError::Lost)
    }

    fn counter(&self) -> Result<u64, KeyStoreError> {
        let Some(file) = self.read(COUNTER_FILE)? else {
            return Ok(0);
        };
        file.split_first_chunk()
            .filter(|(number, rest)| *rest == sum::<4>(&[number.as_slice()]))
            .map(|(number, _)| u64::from_be_bytes(*number))
            .ok_or(KeyStoreError::Failed { code: code::DAMAGED_COUNTER })
    }

    fn read(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeyStoreError> {
        match self {
            Self::Memory(files) => Ok(files.get(name).cloned()),
            Self::Folder(folder) => match File::open(folder.join(name)) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(failed(error)),
                Ok(file) => {
                    let mut bytes = Zeroizing::new(Vec::with_capacity(MAX_FILE_BYTES as usize));
                    file.take(MAX_FILE_BYTES).read_to_end(&mut bytes).map_err(failed)?;
                    Ok(Some(bytes))
                }
            },
        }
    }

    fn write(&mut self, name: &'static str, bytes: &[u8]) -> Result<(), KeyStoreError> {
        match self {
            Self::Memory(files) => {
                files.insert(name, Zeroizing::new(bytes.to_vec()));
                Ok(())
            }
            Self::Folder(folder) => replace(folder, name, bytes).map_err(failed),
        }
    }
}

fn read_key(file: &[u8]) -> Option<SealKey> {
    let (body, found) = file.split_last_chunk::<4>()?;
    if *found != sum::<4>(&[body]) {
        return None;
    }
    let (&[form], body) = body.split_first_chunk::<1>()?;
    let (&id, key) = body.split_first_chunk::<4>()?;
    (form == 1).then_some(())?;
    Some(SealKey::new(KeyId(id), &Secret::from_slice(key)?))
}

/// Writes a file beside and renames it over: whole, old or new, after any crash.
fn replace(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let beside = folder.join(format!("{name}.new"));
    // Left over from a crash; it may have another mode, so it is not used again.
    // One that can't be taken away is found by making it anew.
    let _ = fs::remove_file(&beside);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&beside, folder.join(name))?;
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}

fn failed(error: io::Error) -> KeyStoreError {
    KeyStoreError::Failed { code: error.raw_os_error().unwrap_or(code::IO_WITHOUT_NUMBER) }
}

fn no_randomness() -> KeyStoreError {
    KeyStoreError::Failed { code: code::NO_RANDOMNESS }
}

#[cfg(test)]
mod tests;

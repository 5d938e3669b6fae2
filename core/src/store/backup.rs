//! Backups: the whole plan in one file, sealed under the recovery words, and a
//! plan made again from one.
//!
//! The file is a sealed stream ([`crate::vault::stream`]) of records:
//!
//! ```text
//! record: kind 1 | length u32 big-endian | body
//!   1 head   first: CBOR array [format 1, made at ms, offset minutes, key ring,
//!            highest Lamport number, next log number, rows, files]
//!   2 row    log number u64 | an op as bytes: what stands, and what waits to be packed
//!   3 past   log number u64 | an op as bytes: packed history, field by field
//!   4 file   SHA-256 32 | length u64, then its bytes as
//!   5 piece  64 KiB, the last one what is left (a file of nothing has one of nothing)
//!   6 end    last: CBOR array [rows, past ops, files, SHA-256 of all before]
//!   7 followed   before the files: length u8, name of a row | what it holds: a copy of somebody else's
//!            plan. Where there is one the head's format is 2
//! ```
//!
//! The key ring in the head is the plan's own, with a device key that nobody
//! uses: its data key is wrapped under the words that seal the file, so a phone
//! restored from it has the plan's data key and plan secret and can exchange
//! with the others, under a name of its own.
//!
//! What is written is read back to its end and compared before it is put in
//! place; what is restored is read to its end before anything is made. So a
//! file that is cut short or altered is refused with nothing made or changed.

mod form;
mod look;
mod read;
mod restore;
mod write;

pub use look::{Looked, glance_at, look_at};
pub use write::BackedUp;

use super::progress::Stopped;
use super::{OpenError, StoreError};
use crate::vault::VaultError;
use crate::vault::stream::StreamError;
use hearth_sealed::NoRandomness;
use std::io::{self, ErrorKind};

/// The most bytes that a backup may hold: 2 GiB.
pub const MAX_BACKUP: u64 = 2 * 1024 * 1024 * 1024;

/// Why a backup was not made or not restored. The plan on this phone is as it
/// was, and so is any backup that was made before.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// It ends before its end.
    #[error("the backup is cut short")]
    Truncated,
    /// It was altered or is damaged.
    #[error("the backup was altered or is damaged")]
    Altered,
    /// A newer Hearth made it.
    #[error("a newer Hearth made the backup")]
    NewerVersion,
    /// Other recovery words than those it was made under; older ones, perhaps.
    #[error("these recovery words do not open the backup")]
    WrongWords,
    /// More than [`MAX_BACKUP`] bytes, or more entries than a plan may have.
    #[error("the backup is too large")]
    TooLarge,
    /// Not a backup at all.
    #[error("this is not a backup")]
    NotABackup,
    /// There is no room for the backup, or for what is in it.
    #[error("there is no room")]
    Full,
    /// It was stopped, by whoever watched it: see [`Progress`](super::Progress).
    #[error("it was stopped")]
    Cancelled,
    /// The file could not be read or written.
    #[error("the backup could not be read or written")]
    Io(#[source] io::Error),
    /// The store to be made: there is one already, or its folder or keys failed.
    #[error(transparent)]
    Open(OpenError),
    /// The store did not read or write.
    #[error(transparent)]
    Store(StoreError),
}

impl From<Stopped> for BackupError {
    fn from(_: Stopped) -> Self {
        BackupError::Cancelled
    }
}

impl From<io::Error> for BackupError {
    /// Of the file's own errors, and of the stream's that came as one.
    fn from(error: io::Error) -> Self {
        match error.downcast::<StreamError>() {
            Ok(error) => error.into(),
            Err(error) if error.kind() == ErrorKind::StorageFull => BackupError::Full,
            Err(error) => BackupError::Io(error),
        }
    }
}

impl From<StreamError> for BackupError {
    fn from(error: StreamError) -> Self {
        match error {
            StreamError::NotABackup => BackupError::NotABackup,
            StreamError::NewerVersion(_) => BackupError::NewerVersion,
            StreamError::WrongWords => BackupError::WrongWords,
            StreamError::Truncated => BackupError::Truncated,
            StreamError::Altered | StreamError::Trailing => BackupError::Altered,
            StreamError::TooLarge { .. } => BackupError::TooLarge,
            StreamError::Broken => BackupError::Io(ErrorKind::Other.into()),
            StreamError::Io(error) => error.into(),
            StreamError::NoRandomness(error) => error.into(),
        }
    }
}

impl From<NoRandomness> for BackupError {
    fn from(error: NoRandomness) -> Self {
        BackupError::Store(error.into())
    }
}

impl From<VaultError> for BackupError {
    fn from(error: VaultError) -> Self {
        BackupError::Open(error.into())
    }
}

impl From<OpenError> for BackupError {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Full => BackupError::Full,
            other => BackupError::Open(other),
        }
    }
}

impl From<StoreError> for BackupError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => BackupError::Full,
            other => BackupError::Store(other),
        }
    }
}

impl From<rusqlite::Error> for BackupError {
    fn from(error: rusqlite::Error) -> Self {
        StoreError::from(error).into()
    }
}

#[cfg(test)]
mod tests;

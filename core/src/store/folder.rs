//! The store's folder: the names in it and the lock that one process holds.

use super::OpenError;
use std::fs::{File, TryLockError};
use std::path::Path;

/// The database.
pub const DB: &str = "plan.db";
/// The second copy of the key ring.
pub const KEYS: &str = "keys";
/// Beside [`DB`] while a backup is being restored: never opened as a store.
pub(super) const DB_NEXT: &str = "plan.db.next";
/// Beside [`KEYS`] while the key ring changes; left over, [`KEYS`] may be behind.
pub(super) const KEYS_NEXT: &str = "keys.next";
/// Held while the store is open.
pub const LOCK: &str = "lock";
/// Sealed photos and voice notes.
pub const ATTACHMENTS: &str = "attachments";

/// Holds the folder for this process; let go when dropped, or by the system
/// when the process dies.
#[derive(Debug)]
pub(super) struct FolderLock {
    _file: File,
}

impl FolderLock {
    /// Takes the lock; [`OpenError::InUse`] if somebody else has it.
    pub fn take(folder: &Path) -> Result<Self, OpenError> {
        let file = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

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
/// Held while the plan is brought in step with a practice.
pub const SYNC_LOCK: &str = "sync.lock";
/// Sealed photos and voice notes.
pub const ATTACHMENTS: &str = "attachments";

/// Holds the folder for this process; let go when dropped, or by the system
/// when the process dies.
#[derive(Debug)]
pub(super) struct FolderLock {
    file: File,
}

/// Held by the one sync that runs, in whichever process; let go when dropped.
#[derive(Debug)]
pub struct SyncLock {
    _lock: FolderLock,
}

impl SyncLock {
    /// Takes the lock.
    ///
    /// # Errors
    /// [`OpenError::InUse`] while another sync runs.
    pub fn take(folder: &Path) -> Result<Self, OpenError> {
        Ok(Self { _lock: FolderLock::take_named(folder, SYNC_LOCK)? })
    }
}

impl FolderLock {
    /// Takes the lock; [`OpenError::InUse`] if somebody else has it.
    pub fn take(folder: &Path) -> Result<Self, OpenError> {
        Self::take_named(folder, LOCK)
    }

    fn take_named(folder: &Path, name: &str) -> Result<Self, OpenError> {
        let file = File::options().create(true).truncate(false).write(true).open(folder.join(name))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

impl Drop for FolderLock {
    /// Let go by name: closing the file is not enough while a program that another
    /// thread is just starting still has a copy of it.
    fn drop(&mut self) {
        // What can't be let go goes with the file.
        let _ = self.file.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_let_go_also_where_a_copy_of_the_file_is_still_open() {
        let folder = tempfile::tempdir().unwrap();
        let lock = FolderLock::take(folder.path()).unwrap();
        let copy = lock.file.try_clone().unwrap();
        assert!(matches!(FolderLock::take(folder.path()), Err(OpenError::InUse)));
        drop(lock);
        let again = FolderLock::take(folder.path());
        assert!(again.is_ok(), "{again:?}");
        drop(copy);
    }
}

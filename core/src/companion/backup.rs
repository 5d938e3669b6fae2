//! Backups, recovery words and a lost phone: the doors of the shells.

use super::{Companion, Folders, Platform, Trouble, doors::options};
use crate::store::{BackedUp, Ledger, Progress};
use crate::vault::RecoveryWords;
use std::path::Path;

impl Companion {
    /// Writes the whole plan into one sealed file at `to`, in place of any that
    /// was there. It opens with the recovery words as they are today, whatever
    /// they are later. On `Ok` it is on the disk and was read back.
    ///
    /// # Errors
    /// [`Trouble::Backup`]; the plan, and a backup made before, are as they were.
    pub fn back_up(&self, to: &Path) -> Result<BackedUp, Trouble> {
        self.back_up_with(to, &())
    }

    /// The same, told how far it has come and stopped when it is asked to be. The
    /// plan is locked until it is done.
    ///
    /// # Errors
    /// As [`Companion::back_up`], and
    /// [`BackupError::Cancelled`](crate::store::BackupError::Cancelled).
    pub fn back_up_with(&self, to: &Path, progress: &dyn Progress) -> Result<BackedUp, Trouble> {
        let now = self.platform.clock.now();
        Ok(self.ledger().back_up_with(to, now, progress)?)
    }

    /// Brings a plan back from a backup, into folders that have none, as a phone
    /// of its own: everything ever written, photos and voice notes, and the card.
    ///
    /// # Errors
    /// [`Trouble::Backup`]: there is no plan here then, and it can be tried again.
    pub fn restore_backup(
        from: &Path,
        words: &RecoveryWords,
        folders: &Folders,
        platform: Platform,
    ) -> Result<Companion, Trouble> {
        Self::restore_backup_with(from, words, folders, platform, &())
    }

    /// The same, told how far it has come and stopped when it is asked to be.
    ///
    /// # Errors
    /// As [`Companion::restore_backup`], and
    /// [`BackupError::Cancelled`](crate::store::BackupError::Cancelled).
    pub fn restore_backup_with(
        from: &Path,
        words: &RecoveryWords,
        folders: &Folders,
        platform: Platform,
        progress: &dyn Progress,
    ) -> Result<Companion, Trouble> {
        let ledger = Ledger::restore_with(from, words, options(folders, &platform), progress)?;
        Self::opened(ledger, platform)
    }

    /// Opens a plan whose key this phone has lost, with the recovery words. From
    /// then on it opens without them.
    ///
    /// # Errors
    /// [`Trouble::Open`]; nothing was changed or moved.
    pub fn open_with_words(
        folders: &Folders,
        platform: Platform,
        words: &RecoveryWords,
    ) -> Result<Companion, Trouble> {
        let ledger = Ledger::open_with_words(options(folders, &platform), words)?;
        Self::opened(ledger, platform)
    }

    /// New recovery words, in place of ones that somebody else may have seen. A
    /// backup made before still opens with the words of its day. After the loss
    /// of a phone: [`Companion::phone_lost`].
    ///
    /// # Errors
    /// [`Trouble::Store`]. The words that hold now can be shown again:
    /// [`Companion::recovery_words`].
    pub fn new_recovery_words(&self) -> Result<RecoveryWords, Trouble> {
        Ok(self.ledger().new_words()?)
    }

    /// A phone that had the plan is lost: everything here is sealed again under a
    /// new key, with new recovery words. What is written from now on can't be read
    /// with the lost phone's key; what it held it still holds, and a backup made
    /// before opens with the words of its day. Other phones must be paired again.
    ///
    /// # Errors
    /// As [`Companion::new_recovery_words`].
    pub fn phone_lost(&self) -> Result<RecoveryWords, Trouble> {
        Ok(self.ledger().new_data_key()?)
    }
}

#[cfg(test)]
mod tests;

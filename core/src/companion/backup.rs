//! Backups, recovery words and a lost phone: the doors of the shells.

use super::who::date_of;
use super::{Companion, Folders, Platform, Trouble, doors::options};
use crate::record::When;
use crate::store::{BackedUp, Ledger, Looked, Progress, RealDisk, look_at};
use crate::vault::RecoveryWords;
use crate::words::Words;
use std::path::Path;

/// A backup that was looked at to its end: all of it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupView {
    /// How many things that were ever written are in it.
    pub ops: u64,
    /// Photos and voice notes.
    pub files: u64,
    /// That it is whole, when it was made, and what is not in it.
    pub sentences: Vec<String>,
}

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

    /// Looks at a backup to its end, with the words of today, and makes nothing
    /// of it. The plan is locked until it is done.
    ///
    /// # Errors
    /// [`Trouble::Backup`]; nothing was changed.
    pub fn check_backup(&self, from: &Path, progress: &dyn Progress) -> Result<BackupView, Trouble> {
        let (looked, seen) = {
            let mut ledger = self.ledger();
            (ledger.look_at(from, progress)?, ledger.record().lamport())
        };
        // What has a higher number was written, or came here, after it was made.
        let key = if seen > looked.lamport { "backup-more-here" } else { "backup-has-all" };
        let mut view = view(&looked, &self.words, self.platform.clock.now());
        view.sentences.push(self.words.say(key, &[]));
        Ok(view)
    }

    /// When a backup was made, from its beginning alone: "Last backup: 3 November".
    ///
    /// # Errors
    /// [`Trouble::Backup`]: among others it opens with other words than today's.
    pub fn backup_made(&self, from: &Path) -> Result<String, Trouble> {
        let looked = self.ledger().glance_at(from)?;
        let date = happened(looked.at, &self.words, self.platform.clock.now());
        Ok(self.words.say("backup-last", &[("date", (&date).into())]))
    }

    /// Looks at a backup to its end where no plan is open: before it is brought
    /// back, so that the person knows how old it is.
    ///
    /// # Errors
    /// [`Trouble::Backup`]; nothing was made or changed.
    pub fn look_at_backup(
        from: &Path,
        words: &RecoveryWords,
        platform: &Platform,
        progress: &dyn Progress,
    ) -> Result<BackupView, Trouble> {
        let looked = look_at(&RealDisk, from, words, progress)?;
        let said = Words::new(platform.language);
        let mut view = view(&looked, &said, platform.clock.now());
        view.sentences.push(said.say("backup-behind", &[]));
        Ok(view)
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
    /// before opens with the words of its day. Other phones and carers must be paired again. All
    /// that is shared ends, for the lost phone could publish it, and links must be made again; the
    /// hosts are told at once, which may take 30 s each. Copies that others keep are kept.
    ///
    /// # Errors
    /// As [`Companion::new_recovery_words`].
    pub fn phone_lost(&self) -> Result<RecoveryWords, Trouble> {
        let words = self.ledger().new_data_key()?;
        // The lost phone has what opens the mailbox and the carers' letters too.
        self.end_mailboxes()?;
        // And what controls each share: it would publish, resume, or sign its end.
        self.end_shares_of_a_lost_phone()?;
        Ok(words)
    }
}

fn view(looked: &Looked, words: &Words, now: When) -> BackupView {
    let date = happened(looked.at, words, now);
    let sentences = vec![words.say("backup-whole", &[("date", (&date).into())])];
    BackupView { ops: looked.ops, files: looked.files, sentences }
}

fn happened(at: When, words: &Words, now: When) -> String {
    match (date_of(at), date_of(now)) {
        (Some(day), Some(today)) => words.happened(day, today),
        _ => words.plain("date-clock-wrong", &[]),
    }
}

#[cfg(test)]
mod tests;

//! Keeping the plan safe: backup, recovery words, a lost phone, taking it along.

use crate::cross::views;
use crate::doors::{progress, shown};
use crate::error::HearthError;
use crate::{Plan, Work};
use hearth_core::{companion, store};
use std::path::Path;
use std::sync::Arc;

views! {
    /// What a backup holds.
    BackedUp from store::BackedUp {
        /// How many things that were ever written.
        ops: u32,
        /// Photos and voice notes.
        files: u32,
        /// What is damaged here or not on this phone, so that it is not in it.
        left_out: u32,
    }

    /// A backup that was looked at to its end: all of it is there.
    BackupView from companion::BackupView {
        /// How many things that were ever written are in it.
        ops: u32,
        /// Photos and voice notes.
        files: u32,
        /// That it is whole, when it was made, and what is not in it.
        sentences: Vec<String>,
    }

    /// What was left out of an export, in entries.
    LeftOut from companion::LeftOut {
        /// Marked "only me".
        only_me: u32,
        /// Removed.
        removed: u32,
        /// Of which something leaves the phone only by a choice of its own.
        delicate: u32,
    }
}

/// A plan as JSON.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Export {
    /// The document.
    pub json: String,
    /// What was left out of it.
    pub left_out: LeftOut,
}

#[uniffi::export]
impl Plan {
    /// Writes the whole plan into one sealed file at `to`, in place of any that
    /// was there. It opens with the recovery words as they are today. `work`: see
    /// [`Work`]; stopped, the plan and the backup before are as they were.
    pub fn back_up(&self, to: &str, work: Option<Arc<Work>>) -> Result<BackedUp, HearthError> {
        self.draw(|companion| companion.back_up_with(Path::new(to), progress(work.as_ref())))
    }

    /// Looks at a backup to its end, with the recovery words as they are today, and
    /// makes nothing of it. `work`: see [`Work`].
    pub fn check_backup(&self, from: &str, work: Option<Arc<Work>>) -> Result<BackupView, HearthError> {
        self.draw(|companion| companion.check_backup(Path::new(from), progress(work.as_ref())))
    }

    /// When a backup was made, from its beginning alone: "Last backup: 3 November".
    pub fn backup_made(&self, from: &str) -> Result<String, HearthError> {
        self.ask(|companion| companion.backup_made(Path::new(from)))
    }

    /// Shows the twelve recovery words again.
    pub fn recovery_words(&self) -> Result<Vec<String>, HearthError> {
        self.ask(|companion| Ok(shown(&companion.recovery_words()?)))
    }

    /// New recovery words, in place of ones that somebody else may have seen.
    pub fn new_recovery_words(&self) -> Result<Vec<String>, HearthError> {
        self.ask(|companion| Ok(shown(&companion.new_recovery_words()?)))
    }

    /// A phone that had the plan is lost: a new key and new recovery words.
    pub fn phone_lost(&self) -> Result<Vec<String>, HearthError> {
        self.ask(|companion| Ok(shown(&companion.phone_lost()?)))
    }

    /// How the plan was found, in sentences; none where all is well.
    pub fn notices(&self) -> Result<Vec<String>, HearthError> {
        self.ask(|companion| Ok(companion.notices(&companion.health())))
    }

    /// Packs history, takes away files that nothing names, sees to the card's
    /// photo. To be called when there is time.
    pub fn tidy(&self) -> Result<(), HearthError> {
        self.ask(|companion| companion.tidy())
    }

    /// The plan as it stands, for the person to take anywhere. How they felt is in
    /// it only `with_delicate`, which they choose each time.
    pub fn export(&self, with_delicate: bool) -> Result<Export, HearthError> {
        self.ask(|companion| {
            let export = match with_delicate {
                true => companion.export_with_delicate(),
                false => companion.export(),
            };
            Ok(Export { json: export.json.to_string(), left_out: export.left_out.into() })
        })
    }
}

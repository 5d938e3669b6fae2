//! Looking at a backup: when it was made and whether all of it is there. Nothing
//! is made of it and nothing is changed.

use super::BackupError;
use super::form::Head;
use super::read::{self, Sink};
use crate::record::When;
use crate::store::disk::Disk;
use crate::store::files::Hash;
use crate::store::progress::{Progress, Steps};
use crate::store::{Ledger, Row};
use crate::vault::RecoveryWords;
use std::path::Path;

/// What a backup says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looked {
    /// When it was made, by that phone's clock.
    pub at: When,
    /// How many things that were ever written are in it; 0 if only its beginning was read.
    pub ops: u64,
    /// Photos and voice notes; 0 if only its beginning was read.
    pub files: u64,
    /// The highest Lamport number that its phone had seen.
    pub lamport: u64,
}

/// Reads a backup to its end, with the recovery words it was made under.
///
/// # Errors
/// [`BackupError`]: it does not open with these words, or not all of it is there.
pub fn look_at(
    disk: &dyn Disk,
    from: &Path,
    words: &RecoveryWords,
    progress: &dyn Progress,
) -> Result<Looked, BackupError> {
    let steps = Steps::new(progress);
    let mut look = Look { head: None, steps: Some(&steps) };
    let end = read::read(disk, from, words, &mut look)?;
    let head = look.head.ok_or(BackupError::Altered)?;
    steps.end();
    Ok(Looked { at: head.at, ops: end.rows + end.past, files: end.files, lamport: head.lamport })
}

/// Reads the beginning of a backup alone, however large it is.
///
/// # Errors
/// [`BackupError`]: it does not open with these words, or its beginning is damaged.
pub fn glance_at(disk: &dyn Disk, from: &Path, words: &RecoveryWords) -> Result<Looked, BackupError> {
    let mut look = Look { head: None, steps: None };
    let read = read::read(disk, from, words, &mut look);
    match (look.head, read) {
        (Some(head), _) => Ok(Looked { at: head.at, ops: 0, files: 0, lamport: head.lamport }),
        (None, Err(error)) => Err(error),
        (None, Ok(_)) => Err(BackupError::Altered),
    }
}

impl Ledger {
    /// [`look_at`] with the words of today.
    ///
    /// # Errors
    /// As there.
    pub fn look_at(&mut self, from: &Path, progress: &dyn Progress) -> Result<Looked, BackupError> {
        let words = self.recovery_words()?;
        look_at(&*self.store().options().disk, from, &words, progress)
    }

    /// [`glance_at`] with the words of today.
    ///
    /// # Errors
    /// As there.
    pub fn glance_at(&mut self, from: &Path) -> Result<Looked, BackupError> {
        let words = self.recovery_words()?;
        glance_at(&*self.store().options().disk, from, &words)
    }
}

/// Keeps the head, and counts what follows if somebody wants it to the end.
struct Look<'a> {
    head: Option<Head>,
    steps: Option<&'a Steps<'a>>,
}

impl Look<'_> {
    fn step(&self) -> Result<(), BackupError> {
        self.steps.map_or(Ok(()), |steps| Ok(steps.step(true)?))
    }
}

impl Sink for Look<'_> {
    fn head(&mut self, head: &Head) -> Result<(), BackupError> {
        self.head = Some(head.clone());
        let Some(steps) = self.steps else { return Err(BackupError::Cancelled) };
        // There is one go here, where a restore has two.
        steps.each_has(head.steps().div_ceil(2));
        Ok(steps.go_on()?)
    }
    fn row(&mut self, _: Row) -> Result<(), BackupError> {
        self.step()
    }
    fn past(&mut self, _: Row) -> Result<(), BackupError> {
        self.step()
    }
    fn file(&mut self, _: &Hash) -> Result<(), BackupError> {
        self.step()
    }
    fn piece(&mut self, _: &[u8], _: bool) -> Result<(), BackupError> {
        self.steps.map_or(Ok(()), |steps| Ok(steps.go_on()?))
    }
}

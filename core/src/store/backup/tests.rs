//! Backups, on a real disk and on one that fails.

mod arbitrary;
mod faults;
mod refused;
mod round_trip;
mod stopped;
mod vectors;

use crate::store::lively::{AT, Phone, fill};
use crate::store::{BackupError, Ledger};
use crate::vault::RecoveryWords;
use std::path::{Path, PathBuf};

/// A plan in a phone, its backup and its words.
struct Kept {
    phone: Phone,
    ledger: Ledger,
    backup: PathBuf,
    words: RecoveryWords,
}

impl Kept {
    fn of(fill: impl FnOnce(&mut Ledger)) -> Self {
        let phone = Phone::new();
        let mut ledger = phone.begin();
        fill(&mut ledger);
        let backup = phone.path("backup");
        ledger.back_up(&backup, AT).unwrap();
        let words = words_of(&ledger);
        Self { phone, ledger, backup, words }
    }

    fn lively() -> Self {
        Self::of(fill)
    }
}

fn words_of(ledger: &Ledger) -> RecoveryWords {
    ledger.store().ring().recovery_words(ledger.store().keys()).unwrap()
}

fn restore(from: &Path, words: &RecoveryWords, phone: &Phone) -> Result<Ledger, BackupError> {
    Ledger::restore(from, words, phone.options.clone())
}

/// Everything under a folder, by name.
fn names_under(folder: &Path) -> Vec<PathBuf> {
    let mut names = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path.clone());
            }
            names.push(path);
        }
    }
    names.sort();
    names
}

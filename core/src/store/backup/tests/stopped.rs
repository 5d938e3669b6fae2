//! Backups and restores that tell how far they have come, and are stopped.

use super::*;
use crate::store::lively::{contents, noise, slot, write};
use crate::store::{OpenError, Progress};
use std::fs;
use std::sync::Mutex;

/// Stops at the `stop`th call; keeps what it was told.
#[derive(Default)]
struct Told {
    stop: usize,
    seen: Mutex<Vec<(u64, u64)>>,
}

impl Progress for Told {
    fn reached(&self, done: u64, of: u64) -> bool {
        let mut seen = self.seen.lock().unwrap();
        seen.push((done, of));
        seen.len() != self.stop
    }
}

impl Told {
    fn seen(&self) -> Vec<(u64, u64)> {
        self.seen.lock().unwrap().clone()
    }

    /// How many calls there were before the one that says that it is over.
    fn calls(&self) -> usize {
        self.seen().len() - 1
    }
}

fn small(ledger: &mut Ledger) {
    write(ledger, slot(1), "Walk to the bridge");
    write(ledger, slot(1), "Walk past the bridge");
    ledger.pack().unwrap();
    crate::store::lively::attach(ledger, 9, &noise(70_000, 9));
    crate::store::lively::attach(ledger, 10, &noise(10, 10));
}

fn is_a_way_from_nothing_to_all(seen: &[(u64, u64)]) {
    let of = seen.last().unwrap().1;
    assert!(of > 0);
    assert!(seen.iter().all(|(done, all)| done <= all), "{seen:?}");
    assert!(seen.windows(2).all(|two| two[0].0 <= two[1].0), "{seen:?}");
    assert_eq!(seen.last(), Some(&(of, of)));
}

#[test]
fn a_backup_tells_how_far_it_has_come_and_never_goes_back() {
    let mut kept = Kept::lively();
    let told = Told::default();
    kept.ledger.back_up_with(&kept.backup, AT, &told).unwrap();
    is_a_way_from_nothing_to_all(&told.seen());
    assert!(told.seen().iter().all(|(_, of)| *of == told.seen()[0].1));
}

#[test]
fn a_restore_tells_how_far_it_has_come_and_never_goes_back() {
    let kept = Kept::lively();
    let told = Told::default();
    Ledger::restore_with(&kept.backup, &kept.words, Phone::new().options.clone(), &told).unwrap();
    is_a_way_from_nothing_to_all(&told.seen());
}

#[test]
fn a_backup_stopped_anywhere_leaves_the_plan_the_backup_before_and_nothing_beside_it() {
    let mut kept = Kept::of(small);
    let (before, first) = (contents(&mut kept.ledger), fs::read(&kept.backup).unwrap());
    let control = Told::default();
    kept.ledger.back_up_with(&kept.phone.path("control"), AT, &control).unwrap();
    assert!(control.calls() > 8);
    for stop in 1..=control.calls() {
        let told = Told { stop, ..Told::default() };
        let stopped = kept.ledger.back_up_with(&kept.backup, AT, &told);
        assert!(matches!(stopped, Err(BackupError::Cancelled)), "{stop}: {stopped:?}");
        assert_eq!(told.seen().len(), stop, "it went on");
        assert_eq!(fs::read(&kept.backup).unwrap(), first);
        assert!(!kept.phone.path("backup.next").exists());
    }
    assert_eq!(contents(&mut kept.ledger), before);
}

#[test]
fn a_restore_stopped_anywhere_leaves_no_store_and_no_file_of_one_and_can_be_tried_again() {
    let mut kept = Kept::of(small);
    let whole = contents(&mut kept.ledger);
    let control = Told::default();
    drop(Ledger::restore_with(&kept.backup, &kept.words, Phone::new().options.clone(), &control).unwrap());
    let phone = Phone::new();
    for stop in 1..=control.calls() {
        let told = Told { stop, ..Told::default() };
        let stopped = Ledger::restore_with(&kept.backup, &kept.words, phone.options.clone(), &told);
        assert!(matches!(stopped, Err(BackupError::Cancelled)), "{stop}: {:?}", stopped.err());
        assert_eq!(told.seen().len(), stop, "it went on");
        if phone.options.store.exists() {
            let mut left = names_under(&phone.options.store);
            left.retain(|path| path.is_file() && !path.ends_with("lock"));
            assert_eq!(left, Vec::<PathBuf>::new(), "stopped at {stop}");
        }
        assert!(matches!(Ledger::open(phone.options.clone()), Err(OpenError::Missing)));
    }
    let mut again = restore(&kept.backup, &kept.words, &phone).unwrap();
    assert_eq!(contents(&mut again), whole);
}

#[test]
fn the_last_word_of_the_progress_stops_nothing() {
    let mut kept = Kept::of(small);
    let control = Told::default();
    kept.ledger.back_up_with(&kept.backup, AT, &control).unwrap();
    let told = Told { stop: control.calls() + 1, ..Told::default() };
    assert!(kept.ledger.back_up_with(&kept.backup, AT, &told).is_ok());
}

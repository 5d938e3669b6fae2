use super::*;
use crate::store::faulty::{Fault, copy};
use crate::store::lively::{contents, noise, options, slot, write};
use crate::store::{OpenError, RealDisk};
use crate::vault::SoftwareKeyStore;
use crate::vault::testing::{Fault as KeyFault, FaultyKeyStore};
use std::fs;
use std::io::ErrorKind;
use std::sync::Arc;

/// One call fails, or it and all after it, with an error or a full disk.
const FAULTS: [fn(u64) -> Fault; 3] = [
    |call| Fault::At(call, ErrorKind::Other),
    |call| Fault::At(call, ErrorKind::StorageFull),
    |call| Fault::From(call, ErrorKind::Other),
];

fn small(ledger: &mut Ledger) {
    write(ledger, slot(1), "Walk to the bridge");
    write(ledger, slot(1), "Walk past the bridge");
    ledger.pack().unwrap();
    crate::store::lively::attach(ledger, 9, &noise(70_000, 9));
}

#[test]
fn a_backup_that_fails_anywhere_leaves_the_plan_and_the_backup_before() {
    let mut kept = Kept::of(small);
    let before = contents(&mut kept.ledger);
    let first = fs::read(&kept.backup).unwrap();
    let disk = kept.phone.disk.clone();
    disk.set(Fault::None);
    kept.ledger.back_up(&kept.phone.path("control"), AT).unwrap();
    let calls = disk.calls();
    for fault in FAULTS {
        for call in 1..=calls {
            fs::write(&kept.backup, &first).unwrap();
            disk.set(fault(call));
            let made = kept.ledger.back_up(&kept.backup, AT);
            disk.set(Fault::None);
            let now = fs::read(&kept.backup).unwrap();
            match made {
                // Only a left-over that could not be asked after may fail unseen.
                Ok(_) => panic!("{:?} made a backup", fault(call)),
                Err(BackupError::Full) => assert_eq!(fault(call), FAULTS[1](call)),
                Err(error) => {
                    assert!(matches!(error, BackupError::Io(_) | BackupError::Store(_)), "{error:?}")
                }
            }
            // The old one, or, where only the last sync failed, a whole new one.
            if now != first {
                assert!(restore(&kept.backup, &kept.words, &Phone::new()).is_ok());
            }
            assert_eq!(contents(&mut kept.ledger), before);
            if matches!(fault(call), Fault::At(..)) {
                assert!(!kept.phone.path("backup.next").exists(), "{call}");
            }
        }
    }
    kept.ledger.back_up(&kept.backup, AT).unwrap();
    assert!(!kept.phone.path("backup.next").exists());
}

#[test]
fn a_disk_that_writes_something_else_and_says_all_is_well_is_found_out_and_the_old_backup_stays() {
    let mut kept = Kept::of(small);
    let first = fs::read(&kept.backup).unwrap();
    kept.phone.disk.set(Fault::None);
    kept.ledger.back_up(&kept.phone.path("control"), AT).unwrap();
    let mut altered = 0;
    for call in 1..=kept.phone.disk.calls() {
        kept.phone.disk.set(Fault::Alter(call));
        let made = kept.ledger.back_up(&kept.backup, AT);
        kept.phone.disk.set(Fault::None);
        if made.is_ok() {
            // No call that writes: what it made is well.
            restore(&kept.backup, &kept.words, &Phone::new()).unwrap();
            fs::write(&kept.backup, &first).unwrap();
        } else {
            altered += 1;
            assert_eq!(fs::read(&kept.backup).unwrap(), first);
        }
    }
    // The header, and the length and the envelope of each of two chunks.
    assert_eq!(altered, 5);
}

#[test]
fn a_restore_that_fails_anywhere_leaves_no_store_or_a_whole_one_and_can_be_tried_again() {
    let mut kept = Kept::of(small);
    let whole = contents(&mut kept.ledger);
    let control = Phone::new();
    control.disk.set(Fault::None);
    restore(&kept.backup, &kept.words, &control).unwrap();
    let calls = control.disk.calls();
    let (mut none, mut some) = (0, 0);
    for fault in FAULTS {
        for call in 1..=calls {
            let phone = Phone::new();
            phone.disk.set(fault(call));
            let made = restore(&kept.backup, &kept.words, &phone);
            let failed = made.is_err();
            drop(made);
            phone.disk.set(Fault::None);
            if matches!(fault(call), Fault::At(..)) {
                assert!(!phone.path("store/plan.db.next").exists(), "{call}");
            }
            match Ledger::open(phone.options.clone()) {
                Ok(mut ledger) => {
                    some += 1;
                    assert!(ledger.health().is_good());
                    assert_eq!(contents(&mut ledger), whole, "{:?}", fault(call));
                }
                Err(OpenError::Missing) => {
                    none += 1;
                    assert!(failed);
                    let mut again = restore(&kept.backup, &kept.words, &phone).unwrap();
                    assert_eq!(contents(&mut again), whole);
                }
                Err(error) => panic!("{:?}: {error:?}", fault(call)),
            }
        }
    }
    assert!(none > 30 && some > 3, "{none} {some}");
}

#[test]
fn a_restore_killed_at_any_step_leaves_no_store_or_a_whole_one_and_can_be_tried_again() {
    let mut kept = Kept::of(small);
    let whole = contents(&mut kept.ledger);
    let (phone, images) = (Phone::new(), tempfile::tempdir().unwrap());
    phone.disk.keep_images(phone.folder.path(), images.path());
    drop(restore(&kept.backup, &kept.words, &phone).unwrap());
    let (mut none, mut some) = (0, 0);
    for call in 1..=phone.disk.calls() {
        let folder = images.path().join(call.to_string());
        let options = options(&folder, Arc::clone(&phone.options.key_store), Arc::new(RealDisk));
        let mut ledger = match Ledger::open(options.clone()) {
            Err(OpenError::Missing) => {
                none += 1;
                Ledger::restore(&kept.backup, &kept.words, options).unwrap()
            }
            opened => {
                some += 1;
                opened.unwrap()
            }
        };
        assert_eq!(contents(&mut ledger), whole, "killed before call {call}");
        assert!(!folder.join("store/plan.db.next").exists());
    }
    assert!(none > 20 && some > 1, "{none} {some}");
}

#[test]
fn a_first_run_that_was_cut_short_is_no_reason_not_to_restore() {
    let mut kept = Kept::of(small);
    let phone = Phone::new();
    fs::create_dir_all(&phone.options.store).unwrap();
    fs::write(phone.path("store/plan.db"), b"").unwrap();
    let mut again = restore(&kept.backup, &kept.words, &phone).unwrap();
    assert_eq!(contents(&mut again), contents(&mut kept.ledger));
}

#[test]
fn a_key_store_that_does_not_help_stops_a_restore_before_anything_is_made() {
    let kept = Kept::of(small);
    for fault in [
        KeyFault::Locked { calls: u64::MAX },
        KeyFault::Lost,
        KeyFault::Changed,
        KeyFault::OtherSecret,
        KeyFault::FailAt { call: 1, code: 7 },
    ] {
        let key_store = Arc::new(FaultyKeyStore::new());
        let phone = Phone::with(Arc::clone(&key_store) as _);
        key_store.set(fault);
        let refused = restore(&kept.backup, &kept.words, &phone);
        assert!(matches!(refused, Err(BackupError::Open(OpenError::Keys(_)))), "{fault:?}");
        assert!(names_under(phone.folder.path()).is_empty());
        key_store.set(KeyFault::None);
        restore(&kept.backup, &kept.words, &phone).unwrap();
    }
}

#[test]
fn a_backup_needs_no_key_store() {
    let key_store = Arc::new(FaultyKeyStore::new());
    let phone = Phone::with(Arc::clone(&key_store) as _);
    let mut ledger = phone.begin();
    small(&mut ledger);
    key_store.set(KeyFault::Lost);
    ledger.back_up(&phone.path("backup"), AT).unwrap();
    let elsewhere = Phone::with(Arc::new(SoftwareKeyStore::in_memory()));
    copy(phone.folder.path(), &elsewhere.path("copy"));
    let mut again = restore(&elsewhere.path("copy/backup"), &words_of(&ledger), &elsewhere).unwrap();
    assert_eq!(contents(&mut again), contents(&mut ledger));
}

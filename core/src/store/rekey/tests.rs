//! New words and a new data key, at every step.

mod doors;

use super::*;
use crate::store::backup::BackupError;
use crate::store::disk::RealDisk;
use crate::store::faulty::{Fault, copy};
use crate::store::lively::{AT, Phone, attach, contents, fill, noise, options, slot, write};
use crate::vault::testing::{Fault as KeyFault, FaultyKeyStore};
use crate::vault::{KeyStore, KeyStoreError, SoftwareKeyStore};
use std::fs;
use std::io::ErrorKind;

fn words_of(ledger: &Ledger) -> RecoveryWords {
    ledger.store().ring().recovery_words(ledger.store().keys()).unwrap()
}

/// Opens as a phone whose key store knows nothing of this plan.
fn open_with_words(phone: &Phone, words: &RecoveryWords) -> Result<Ledger, OpenError> {
    let key_store = Arc::new(SoftwareKeyStore::in_memory());
    Ledger::open_with_words(Options { key_store, ..phone.options.clone() }, words)
}

fn lively() -> (Phone, Ledger) {
    let phone = Phone::new();
    let mut ledger = phone.begin();
    fill(&mut ledger);
    chain_row(&ledger, 1, b"how far another phone has got");
    (phone, ledger)
}

fn chain_row(ledger: &Ledger, id: u64, plain: &[u8]) {
    let sealed = ledger.store().keys().meta().seal(&chain_bound_to(id), plain).unwrap();
    let conn = &ledger.store().conn;
    conn.execute("INSERT INTO chain (id, sealed) VALUES (?1, ?2)", params![id as i64, sealed]).unwrap();
}

fn file_names(phone: &Phone) -> Vec<String> {
    let files = fs::read_dir(phone.path("store/attachments")).unwrap();
    let mut names: Vec<String> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn after_new_words_the_old_ones_open_nothing_here_and_an_old_backup_still() {
    let (phone, mut ledger) = lively();
    let old = words_of(&ledger);
    ledger.back_up(&phone.path("old backup"), AT).unwrap();
    let before = contents(&mut ledger);
    let epoch = ledger.store().keys().id();
    let new = ledger.new_words().unwrap();
    assert_eq!(words_of(&ledger).phrase(), new.phrase());
    ledger.back_up(&phone.path("new backup"), AT).unwrap();
    drop(ledger);
    assert!(matches!(open_with_words(&phone, &old), Err(OpenError::Keys(VaultError::WrongWords))));
    // The copy of the ring follows: it opens with the new words and not the old.
    let copy = KeyRing::from_bytes(&fs::read(phone.path("store/keys")).unwrap()).unwrap();
    assert!(copy.open_with_words(&old).is_err() && copy.open_with_words(&new).is_ok());
    let mut opened = phone.open();
    assert!(opened.health().is_good());
    assert_eq!(opened.store().keys().id(), epoch);
    assert_eq!(contents(&mut opened), before);
    for (name, right, wrong) in [("old backup", &old, &new), ("new backup", &new, &old)] {
        let elsewhere = Phone::new();
        let refused = Ledger::restore(&phone.path(name), wrong, elsewhere.options.clone());
        assert!(matches!(refused, Err(BackupError::WrongWords)));
        let mut again = Ledger::restore(&phone.path(name), right, elsewhere.options.clone()).unwrap();
        assert_eq!(contents(&mut again), before);
    }
}

#[test]
fn after_a_lost_phone_everything_is_under_a_new_key_and_nothing_opens_with_the_old() {
    let (phone, mut ledger) = lively();
    let before = contents(&mut ledger);
    let (old_words, device) = (words_of(&ledger), ledger.device());
    let old_ring = KeyRing::from_bytes(&fs::read(phone.path("store/keys")).unwrap()).unwrap();
    let old = old_ring.open_with_words(&old_words).unwrap();
    ledger.back_up(&phone.path("old backup"), AT).unwrap();
    let old_files = file_names(&phone);
    let new = ledger.new_data_key().unwrap();
    assert_eq!(contents(&mut ledger), before);
    write(&mut ledger, slot(40), "written after the phone was lost");
    let before = contents(&mut ledger);
    let keys = ledger.store().keys();
    assert_ne!(keys.id(), old.id());
    assert_eq!(keys.plan_secret().expose(), old.plan_secret().expose());
    assert_eq!(ledger.device(), device);
    let plain = {
        let conn = &ledger.store().conn;
        let sealed: Vec<u8> =
            conn.query_row("SELECT sealed FROM chain WHERE id = 1", [], |row| row.get(0)).unwrap();
        keys.meta().open(&chain_bound_to(1), &sealed).unwrap()
    };
    assert_eq!(plain.as_slice(), b"how far another phone has got");
    // Nothing is left under the old key's name, in no table and in no file.
    let named = |bytes: &[u8], id: &[u8]| bytes.windows(5).any(|window| window[0] == 1 && window[1..] == *id);
    for (table, column) in [("op", "sealed"), ("frame", "sealed"), ("chain", "sealed"), ("meta", "value")] {
        let conn = &ledger.store().conn;
        let mut query = conn.prepare(&format!("SELECT {column} FROM {table}")).unwrap();
        let sealed = query.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
        for sealed in sealed.map(Result::unwrap) {
            assert!(!named(&sealed, &old.id().0), "{table}");
            assert!(named(&sealed, &keys.id().0), "{table}");
        }
    }
    let new_files = file_names(&phone);
    assert_eq!(new_files.len(), old_files.len());
    assert!(new_files.iter().all(|name| !old_files.contains(name)));
    drop(ledger);
    assert!(matches!(open_with_words(&phone, &old_words), Err(OpenError::Keys(VaultError::WrongWords))));
    let mut opened = phone.open();
    assert!(opened.health().is_good(), "{:?}", opened.health());
    assert_eq!(contents(&mut opened), before);
    drop(opened);
    assert_eq!(contents(&mut open_with_words(&phone, &new).unwrap()), before);
    let elsewhere = Phone::new();
    let backup = phone.path("old backup");
    assert!(Ledger::restore(&backup, &new, elsewhere.options.clone()).is_err());
    let again = Ledger::restore(&backup, &old_words, elsewhere.options.clone()).unwrap();
    assert_eq!(again.store().keys().id(), old.id());
}

#[test]
fn a_row_sealed_after_a_lost_phone_does_not_open_with_its_key() {
    let (_phone, mut ledger) = lively();
    let lost = ledger.store().ring().clone().open_with_words(&words_of(&ledger)).unwrap();
    ledger.new_data_key().unwrap();
    write(&mut ledger, slot(40), "not for who has the lost phone");
    let log = *ledger.store().rows.last().unwrap();
    let (tag, sealed): (Vec<u8>, Vec<u8>) = {
        let conn = &ledger.store().conn;
        let row = conn.query_row("SELECT slot, sealed FROM op WHERE log = ?1", [log as i64], |row| {
            Ok((row.get(0)?, row.get(1)?))
        });
        row.unwrap()
    };
    let mut buffer = Vec::new();
    assert!(open_row(ledger.store().keys(), &tag, log, &sealed, &mut buffer).is_ok());
    assert!(open_row(&lost, &tag, log, &sealed, &mut buffer).is_err());
    assert_ne!(tag, slot_tag(&lost, slot(40)));
}

#[test]
fn what_was_damaged_before_a_lost_phone_is_damaged_after_and_the_rest_is_well() {
    let (phone, mut ledger) = lively();
    write(&mut ledger, slot(50), "will be damaged");
    let log = *ledger.store().rows.last().unwrap();
    let sealed = vec![1u8; 80];
    let conn = &ledger.store().conn;
    conn.execute("UPDATE op SET sealed = ?2 WHERE log = ?1", params![log as i64, sealed]).unwrap();
    ledger.new_data_key().unwrap();
    drop(ledger);
    let opened = phone.open();
    assert_eq!(opened.health(), Health { damaged: vec![log], ..Health::default() });
}

/// A door through which the keys change; what it does, and whether the old words
/// still open the store once it has.
type Change = fn(&mut Ledger) -> Result<RecoveryWords, StoreError>;
const CHANGES: [Change; 2] = [Ledger::new_words, Ledger::new_data_key];

fn small(phone: &Phone) -> Ledger {
    let mut ledger = phone.begin();
    write(&mut ledger, slot(1), "Walk to the bridge");
    write(&mut ledger, slot(1), "Walk past the bridge");
    ledger.pack().unwrap();
    write(&mut ledger, slot(2), "Sleep");
    attach(&mut ledger, 9, &noise(70_000, 9));
    attach(&mut ledger, 10, b"a small one");
    ledger
}

/// The store is whole, whoever's words hold; opened twice, for what the first
/// opening mends; tidied, no file is left over.
fn is_whole(
    options: &Options,
    whole: &(impl PartialEq<Contents> + std::fmt::Debug),
    words: [&RecoveryWords; 2],
) {
    for _ in 0..2 {
        let mut opened = Ledger::open(options.clone()).unwrap();
        assert!(opened.health().is_good(), "{:?}", opened.health());
        assert!(*whole == Contents::of(&mut opened));
        let now = words_of(&opened).phrase();
        assert!(words.iter().any(|words| words.phrase() == now));
        opened.sweep().unwrap();
    }
    let copy = KeyRing::from_bytes(&fs::read(options.store.join(KEYS)).unwrap()).unwrap();
    let mut opened = Ledger::open(options.clone()).unwrap();
    assert_eq!(copy.to_bytes().unwrap(), opened.store().ring().to_bytes().unwrap());
    assert!(!options.store.join(KEYS_NEXT).exists());
    assert_eq!(fs::read_dir(options.store.join("attachments")).unwrap().count(), 2);
    write(&mut opened, slot(3), "and on it goes");
}

/// [`contents`] with a name.
#[derive(PartialEq, Debug)]
struct Contents(String);

impl Contents {
    fn of(ledger: &mut Ledger) -> Self {
        Self(format!("{:?}", contents(ledger)))
    }
}

#[test]
fn a_change_of_keys_killed_at_any_step_leaves_a_store_that_opens_with_all_in_it() {
    for change in CHANGES {
        let (mut phone, images) = (Phone::new(), tempfile::tempdir().unwrap());
        phone.options.key_store = Arc::new(SoftwareKeyStore::open(&phone.path("key store")).unwrap());
        let mut ledger = small(&phone);
        let whole = Contents::of(&mut ledger);
        let old = words_of(&ledger);
        phone.disk.keep_images(phone.folder.path(), images.path());
        let new = change(&mut ledger).unwrap();
        let mut seen = Vec::new();
        for call in 1..=phone.disk.calls() {
            let folder = images.path().join(call.to_string());
            let key_store = Arc::new(SoftwareKeyStore::open(&folder.join("key store")).unwrap());
            let options = options(&folder, key_store, Arc::new(RealDisk));
            // A kill lets go of the lock; an image of it is nobody's.
            let words = words_of(&Ledger::open(options.clone()).unwrap()).phrase().to_string();
            seen.push(words == *new.phrase());
            is_whole(&options, &whole, [&old, &new]);
        }
        assert!(seen.contains(&false) && seen.contains(&true));
        assert!(seen.is_sorted(), "once it has happened it stays so");
    }
}

#[test]
fn a_change_of_keys_that_fails_anywhere_loses_nothing_and_leaves_nothing_behind() {
    for change in CHANGES {
        let control = Phone::new();
        let mut ledger = small(&control);
        control.disk.set(Fault::None);
        change(&mut ledger).unwrap();
        let calls = control.disk.calls();
        for call in 1..=calls {
            for fault in [
                Fault::At(call, ErrorKind::Other),
                Fault::At(call, ErrorKind::StorageFull),
                Fault::From(call, ErrorKind::Other),
            ] {
                let phone = Phone::new();
                let mut ledger = small(&phone);
                let whole = Contents::of(&mut ledger);
                let old = words_of(&ledger);
                phone.disk.set(fault);
                let changed = change(&mut ledger);
                phone.disk.set(Fault::None);
                // What is in memory is what is on the disk, without opening again.
                assert!(whole == Contents::of(&mut ledger), "{fault:?}");
                let holds = words_of(&ledger);
                match &changed {
                    Ok(new) => assert_eq!(holds.phrase(), new.phrase(), "{fault:?}"),
                    Err(_) => assert_eq!(holds.phrase(), old.phrase(), "{fault:?}"),
                }
                drop(ledger);
                is_whole(&phone.options, &whole, [&holds, &holds]);
            }
        }
    }
}

#[test]
fn a_rotation_whose_transaction_fails_half_way_keeps_the_old_keys_and_all_words() {
    let phone = Phone::new();
    let mut ledger = small(&phone);
    let whole = Contents::of(&mut ledger);
    let old = words_of(&ledger);
    let conn = &ledger.store().conn;
    conn.execute_batch("CREATE TRIGGER full BEFORE UPDATE ON frame BEGIN SELECT RAISE(FAIL, 'full'); END;")
        .unwrap();
    assert!(ledger.new_data_key().is_err());
    ledger.store().conn.execute_batch("DROP TRIGGER full").unwrap();
    assert!(whole == Contents::of(&mut ledger));
    drop(ledger);
    is_whole(&phone.options, &whole, [&old, &old]);
}

type Door = fn(Options, &RecoveryWords) -> Result<Ledger, OpenError>;

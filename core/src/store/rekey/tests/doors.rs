//! Opening with what there is: a key store that is lost or at fault, words, a ring that is damaged
//! or old.

use super::*;

#[test]
fn a_lost_key_store_is_told_as_such_and_the_words_open_the_plan_and_wrap_it_anew() {
    let key_store = Arc::new(FaultyKeyStore::new());
    let phone = Phone::with(Arc::clone(&key_store) as _);
    let mut ledger = small(&phone);
    let (whole, words) = (Contents::of(&mut ledger), words_of(&ledger));
    drop(ledger);
    let another = Arc::new(SoftwareKeyStore::in_memory());
    another.wrap(crate::vault::KeyItem::Plan, &[0; 32]).unwrap();
    let elsewhere = Options { key_store: another, ..phone.options.clone() };
    assert!(matches!(Ledger::open(elsewhere.clone()), Err(OpenError::Keys(VaultError::KeyStore(_)))));
    let mut opened = Ledger::open_with_words(elsewhere.clone(), &words).unwrap();
    assert!(whole == Contents::of(&mut opened));
    drop(opened);
    is_whole(&elsewhere, &whole, [&words, &words]);
}

#[test]
fn each_fault_of_a_key_store_is_told_at_each_door_and_moves_nothing() {
    let key_store = Arc::new(FaultyKeyStore::new());
    let phone = Phone::with(Arc::clone(&key_store) as _);
    let mut ledger = small(&phone);
    let (whole, words) = (Contents::of(&mut ledger), words_of(&ledger));
    let failed = |code| VaultError::KeyStore(KeyStoreError::Failed { code });
    let faults = [
        (KeyFault::Locked { calls: u64::MAX }, VaultError::KeyStore(KeyStoreError::Locked)),
        (KeyFault::Lost, VaultError::KeyStore(KeyStoreError::Lost)),
        (KeyFault::Changed, VaultError::KeyStore(KeyStoreError::Changed)),
        (KeyFault::OtherSecret, VaultError::WrongKeyStore),
        (KeyFault::FailAt { call: 1, code: 42 }, failed(42)),
    ];
    for (fault, expected) in faults {
        key_store.set(fault);
        match ledger.new_data_key() {
            Err(StoreError::Keys(found)) => assert_eq!(found, expected),
            other => panic!("{fault:?}: {other:?}"),
        }
        assert!(whole == Contents::of(&mut ledger));
    }
    // New words need the key store for nothing.
    key_store.set(KeyFault::Lost);
    let words_now = ledger.new_words().unwrap();
    assert_ne!(words_now.phrase(), words.phrase());
    key_store.set(KeyFault::None);
    drop(ledger);
    let kept = tempfile::tempdir().unwrap();
    copy(phone.folder.path(), kept.path());
    for (fault, expected) in faults {
        let by_key_store: Door = |options, _| Ledger::open(options);
        // The words need the key store only to wrap, after a look at its counter.
        let later = match fault {
            KeyFault::FailAt { code, .. } => KeyFault::FailAt { call: 2, code },
            fault => fault,
        };
        for (door, fault) in [(by_key_store, fault), (Ledger::open_with_words, later)] {
            key_store.set(fault);
            match door(phone.options.clone(), &words_now) {
                Err(OpenError::Keys(found)) => assert_eq!(found, expected),
                other => panic!("{fault:?}: {:?}", other.err()),
            }
        }
        for name in ["plan.db", "keys"] {
            let now = fs::read(phone.options.store.join(name)).unwrap();
            assert_eq!(now, fs::read(kept.path().join("store").join(name)).unwrap(), "{fault:?} {name}");
        }
    }
    key_store.set(KeyFault::None);
    is_whole(&phone.options, &whole, [&words_now, &words_now]);
}

#[test]
fn wrong_words_open_nothing_and_change_nothing() {
    let phone = Phone::new();
    let mut ledger = small(&phone);
    let (whole, words) = (Contents::of(&mut ledger), words_of(&ledger));
    drop(ledger);
    let wrong = RecoveryWords::new().unwrap();
    assert!(matches!(open_with_words(&phone, &wrong), Err(OpenError::Keys(VaultError::WrongWords))));
    is_whole(&phone.options, &whole, [&words, &words]);
    let nowhere = Phone::new();
    assert!(matches!(open_with_words(&nowhere, &words), Err(OpenError::Missing)));
}

#[test]
fn a_damaged_ring_opens_from_its_copy_by_the_words_too() {
    let phone = Phone::new();
    let mut ledger = small(&phone);
    let (whole, words) = (Contents::of(&mut ledger), words_of(&ledger));
    let conn = &ledger.store().conn;
    conn.execute("UPDATE meta SET value = x'00' WHERE name = 'ring'", []).unwrap();
    drop(ledger);
    let mut opened = open_with_words(&phone, &words).unwrap();
    assert!(opened.health().ring_from_copy);
    assert!(whole == Contents::of(&mut opened));
}

#[test]
fn a_ring_copy_of_an_older_key_is_not_used_where_the_stores_own_reads() {
    let key_store = Arc::new(FaultyKeyStore::new());
    let phone = Phone::with(Arc::clone(&key_store) as _);
    let mut ledger = small(&phone);
    let (old_words, old_copy) = (words_of(&ledger), fs::read(phone.path("store/keys")).unwrap());
    ledger.new_data_key().unwrap();
    drop(ledger);
    fs::write(phone.path("store/keys"), old_copy).unwrap();
    let refused = Ledger::open_with_words(phone.options.clone(), &old_words);
    assert!(matches!(refused, Err(OpenError::Keys(VaultError::WrongWords))));
    assert!(phone.open().health().is_good());
}

#[test]
fn an_older_copy_put_back_is_told_once_and_not_at_every_opening() {
    let phone = Phone::new();
    let mut ledger = small(&phone);
    drop(ledger);
    let yesterday = tempfile::tempdir().unwrap();
    copy(&phone.options.store, yesterday.path());
    ledger = phone.open();
    for n in 0..40 {
        write(&mut ledger, slot(1), &n.to_string());
    }
    drop(ledger);
    fs::remove_dir_all(&phone.options.store).unwrap();
    copy(yesterday.path(), &phone.options.store);
    let mut opened = phone.open();
    assert!(opened.health().rolled_back);
    opened.renew_device().unwrap();
    drop(opened);
    assert!(phone.open().health().is_good());
}

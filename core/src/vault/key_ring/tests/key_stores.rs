//! Key stores that are locked, lost, changed or failing.

use super::*;

#[test]
fn a_locked_store_says_so_and_opens_later() {
    let (store, ring, keys, _) = created();
    store.set(Fault::Locked { calls: 2 });
    for _ in 0..2 {
        let error = ring.open(&store).unwrap_err();
        assert_eq!(error, VaultError::KeyStore(KeyStoreError::Locked));
    }
    assert_eq!(face(&ring.open(&store).unwrap()), face(&keys));
}

#[test]
fn a_store_that_never_unlocks_leaves_the_words() {
    let (store, ring, keys, words) = created();
    store.set(Fault::Locked { calls: u64::MAX });
    assert!(ring.open(&store).is_err());
    assert_eq!(face(&ring.open_with_words(&words).unwrap()), face(&keys));
}

#[test]
fn a_lost_or_changed_store_says_so_and_a_rewrap_by_words_mends_it() {
    let faults = [(Fault::Lost, KeyStoreError::Lost), (Fault::Changed, KeyStoreError::Changed)];
    for (fault, error) in faults {
        let (store, ring, keys, words) = created();
        store.set(fault);
        assert_eq!(ring.open(&store).unwrap_err(), VaultError::KeyStore(error));
        let opened = ring.open_with_words(&words).unwrap();
        let new_store = other_store();
        let mended = ring.rewrap(&opened, &new_store).unwrap();
        assert_eq!(face(&mended.open(&new_store).unwrap()), face(&keys));
        assert_eq!(face(&mended.open_with_words(&words).unwrap()), face(&keys));
        assert!(ring.open(&new_store).is_err());
    }
}

#[test]
fn a_store_that_answers_with_another_key_is_told_from_damage() {
    let (store, ring, ..) = created();
    for fault in [Fault::OtherSecret, Fault::ShorterSecret] {
        store.set(fault);
        assert_eq!(ring.open(&store).unwrap_err(), VaultError::WrongKeyStore);
    }
    // A real key of the same key store, though another plan's.
    store.set(Fault::None);
    let (other, ..) = KeyRing::create(&store).unwrap();
    let fields = Fields { by_store: other.fields.by_store, ..ring.fields.clone() };
    let mixed = reframed(&ring, &fields.encode().unwrap()).unwrap();
    assert_eq!(mixed.open(&store).unwrap_err(), VaultError::WrongKeyStore);
}

#[test]
fn a_store_that_cannot_give_back_what_it_wraps_is_found_out_on_the_first_day() {
    for fault in [Fault::OtherSecret, Fault::ShorterSecret] {
        let store = FaultyKeyStore::new();
        store.set(fault);
        assert_eq!(KeyRing::create(&store).unwrap_err(), VaultError::WrongKeyStore);
        let (_, ring, keys, _) = created();
        assert_eq!(ring.rewrap(&keys, &store).unwrap_err(), VaultError::WrongKeyStore);
        assert_eq!(ring.new_dek(&keys, &store).unwrap_err(), VaultError::WrongKeyStore);
    }
}

#[test]
fn a_failure_at_any_call_is_told_and_the_old_ring_still_opens() {
    let (store, ring, keys, words) = created();
    type Step = fn(&KeyRing, &Keys, &dyn KeyStore) -> Result<(), VaultError>;
    let steps: [Step; 4] = [
        |_, _, store| KeyRing::create(store).map(drop),
        |ring, _, store| ring.open(store).map(drop),
        |ring, keys, store| ring.rewrap(keys, store).map(drop),
        |ring, keys, store| ring.new_dek(keys, store).map(drop),
    ];
    for step in steps {
        store.set(Fault::None);
        step(&ring, &keys, &store).unwrap();
        let calls = store.calls();
        assert!(calls > 0);
        for call in 1..=calls {
            store.set(Fault::FailAt { call, code: 77 });
            let error = step(&ring, &keys, &store).unwrap_err();
            assert_eq!(error, VaultError::KeyStore(KeyStoreError::Failed { code: 77 }));
            store.set(Fault::None);
            assert_eq!(face(&ring.open(&store).unwrap()), face(&keys));
            assert_eq!(face(&ring.open_with_words(&words).unwrap()), face(&keys));
        }
    }
}

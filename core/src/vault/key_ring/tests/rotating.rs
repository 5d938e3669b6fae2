//! New words, new data keys, new devices.

use super::*;

#[test]
fn the_words_of_another_plan_open_nothing() {
    let (_, ring, ..) = created();
    let (.., words) = created();
    assert_eq!(ring.open_with_words(&words).unwrap_err(), VaultError::WrongWords);
}

#[test]
fn new_words_open_the_same_keys_and_old_words_only_the_old_ring() {
    let (store, old, keys, old_words) = created();
    let (new, new_words) = old.new_words(&keys).unwrap();
    assert_ne!(new_words.phrase(), old_words.phrase());
    for opened in [new.open(&store), new.open_with_words(&new_words), old.open(&store)] {
        assert_eq!(face(&opened.unwrap()), face(&keys));
    }
    assert_eq!(new.open_with_words(&old_words).unwrap_err(), VaultError::WrongWords);
    assert_eq!(old.open_with_words(&new_words).unwrap_err(), VaultError::WrongWords);
    assert_eq!(face(&old.open_with_words(&old_words).unwrap()), face(&keys));
    assert_eq!(new.recovery_words(&keys).unwrap().phrase(), new_words.phrase());
    assert_eq!(old.recovery_words(&keys).unwrap().phrase(), old_words.phrase());
}

#[test]
fn a_new_data_key_changes_all_but_the_plan_secret_and_the_device() {
    let (store, old, old_keys, old_words) = created();
    let (new, new_keys, new_words) = old.new_dek(&old_keys, &store).unwrap();
    let (before, after) = (face(&old_keys), face(&new_keys));
    assert_differ(before, after, &["plan secret", "device"]);
    assert_eq!(face(&new.open(&store).unwrap()), after);
    assert_eq!(face(&new.open_with_words(&new_words).unwrap()), after);
    assert_eq!(new.open_with_words(&old_words).unwrap_err(), VaultError::WrongWords);
    assert_eq!(old.open_with_words(&new_words).unwrap_err(), VaultError::WrongWords);
    // Killed before the new ring was written: the old one is whole.
    assert_eq!(face(&old.open(&store).unwrap()), before);
    assert_eq!(face(&old.open_with_words(&old_words).unwrap()), before);
    let sealed = old_keys.rows().seal(b"slot", b"value").unwrap();
    let opened = new_keys.rows().open(b"slot", &sealed);
    assert_eq!(opened.unwrap_err(), OpenError::OtherKey { found: old_keys.id() });
}

#[test]
fn a_new_device_changes_the_device_and_nothing_else() {
    let (store, old, old_keys, words) = created();
    let (new, new_keys) = old.new_device(&old_keys).unwrap();
    let (before, after) = (face(&old_keys), face(&new_keys));
    assert_differ(before, after, &["id", "tag", "census", "plan secret"]);
    assert_eq!(face(&new.open(&store).unwrap()), after);
    assert_eq!(face(&new.open_with_words(&words).unwrap()), after);
    assert_eq!(face(&old.open(&store).unwrap()), before);
}

#[test]
fn the_plan_secret_outlives_a_hundred_rotations() {
    let (store, mut ring, mut keys, _) = created();
    let secret = *keys.plan_secret().expose();
    for round in 0..100 {
        match round % 4 {
            0 => ring = ring.new_words(&keys).unwrap().0,
            1 => (ring, keys, _) = ring.new_dek(&keys, &store).unwrap(),
            2 => (ring, keys) = ring.new_device(&keys).unwrap(),
            _ => ring = ring.rewrap(&keys, &store).unwrap(),
        }
    }
    let ring = KeyRing::from_bytes(&ring.to_bytes().unwrap()).unwrap();
    assert_eq!(ring.open(&store).unwrap().plan_secret().expose(), &secret);
}

#[test]
fn keys_of_another_ring_can_do_nothing_to_this_one() {
    let (store, ring, keys, _) = created();
    let (.., other, _) = created();
    let (_, later, _) = ring.new_dek(&keys, &store).unwrap();
    // Another key under this ring's name.
    let secret = other.data().secret.duplicate();
    let device = DeviceIdentity::mint().unwrap();
    let forged = Keys::new(DataKey { id: ring.id(), secret }, Secret::random().unwrap(), device);
    for keys in [other, later, forged] {
        assert_eq!(ring.rewrap(&keys, &store).unwrap_err(), VaultError::OtherKeys);
        assert_eq!(ring.new_words(&keys).unwrap_err(), VaultError::OtherKeys);
        assert_eq!(ring.new_dek(&keys, &store).unwrap_err(), VaultError::OtherKeys);
        assert_eq!(ring.new_device(&keys).unwrap_err(), VaultError::OtherKeys);
        assert_eq!(ring.recovery_words(&keys).unwrap_err(), VaultError::OtherKeys);
    }
}

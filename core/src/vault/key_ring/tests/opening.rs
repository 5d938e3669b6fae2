//! Opening, and what a stored ring gives away.

use super::*;

#[test]
fn the_key_store_and_the_words_open_the_same_keys() {
    let (store, ring, keys, words) = created();
    let ring = KeyRing::from_bytes(&ring.to_bytes().unwrap()).unwrap();
    assert_eq!(face(&ring.open(&store).unwrap()), face(&keys));
    assert_eq!(face(&ring.open_with_words(&words).unwrap()), face(&keys));
    assert_eq!(ring.id(), keys.id());
    let sealed = keys.rows().seal(b"slot", b"walk to the sea").unwrap();
    let opened = ring.open(&store).unwrap().rows().open(b"slot", &sealed).unwrap();
    assert_eq!(opened.as_slice(), b"walk to the sea");
}

#[test]
fn the_words_can_be_shown_again() {
    let (store, ring, _, words) = created();
    let keys = ring.open(&store).unwrap();
    assert_eq!(ring.recovery_words(&keys).unwrap().phrase(), words.phrase());
}

#[test]
fn two_plans_have_nothing_in_common() {
    let (_, _, one, one_words) = created();
    let (_, _, two, two_words) = created();
    assert_differ(face(&one), face(&two), &[]);
    assert_ne!(one_words.phrase(), two_words.phrase());
}

#[test]
fn nothing_secret_stands_in_the_stored_form_or_in_print() {
    let (_, ring, keys, words) = created();
    let stored = ring.to_bytes().unwrap();
    let secrets: [&[u8]; 4] = [
        keys.data().secret.expose(),
        keys.plan_secret().expose(),
        keys.device().seed().expose(),
        words.entropy().expose(),
    ];
    for secret in secrets {
        assert!(!stored.windows(8).any(|part| part == &secret[..8]));
    }
    let id = format!("{:?}", keys.id());
    assert_eq!(format!("{ring:?}"), format!("KeyRing({id}, [redacted])"));
    assert_eq!(format!("{keys:?}"), format!("Keys({id}, [redacted])"));
    assert!(stored.len() < 1024, "{} bytes", stored.len());
}

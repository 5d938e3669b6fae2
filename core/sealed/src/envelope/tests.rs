use std::collections::HashSet;

use proptest::prelude::*;

use super::*;

const ID: KeyId = KeyId([0xa1, 0xb2, 0xc3, 0xd4]);

fn key() -> SealKey {
    key_named(ID, 7)
}

fn key_named(id: KeyId, byte: u8) -> SealKey {
    SealKey::new(id, &Secret::from_bytes([byte; 32]))
}

#[test]
fn what_was_sealed_opens_to_the_same_bytes() {
    for length in [0, 1, 15, 16, 17, 200, 65_536] {
        let plain: Vec<u8> = (0..length).map(|i| i as u8).collect();
        let sealed = key().seal(b"row", &plain).unwrap();
        assert_eq!(sealed.len(), plain.len() + OVERHEAD);
        assert_eq!(key().open(b"row", &sealed).unwrap().as_slice(), plain);
    }
}

#[test]
fn an_envelope_says_its_version_and_its_key_and_nothing_of_what_is_inside() {
    let sealed = key().seal(b"row", b"I would like to stay at home").unwrap();
    assert_eq!(sealed[0], VERSION);
    assert_eq!(sealed[1..5], ID.0);
    assert!(!sealed.windows(4).any(|part| part == b"home"));
}

#[test]
fn every_flipped_bit_is_refused() {
    let plain = b"two puffs, as we agreed";
    let sealed = key().seal(b"row", plain).unwrap();
    for bit in 0..sealed.len() * 8 {
        let mut altered = sealed.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        let error = key().open(b"row", &altered).expect_err("a flipped bit was not noticed");
        match bit / 8 {
            0 if altered[0] == 0 => assert_eq!(error, OpenError::NotAuthentic),
            0 => assert_eq!(error, OpenError::NewerVersion(altered[0])),
            1..5 => assert!(matches!(error, OpenError::OtherKey { .. })),
            _ => assert_eq!(error, OpenError::NotAuthentic),
        }
    }
}

#[test]
fn every_flipped_bit_of_what_it_is_bound_to_is_refused() {
    // On both sides of the line between the stack and the heap.
    for length in [1, 40, 123, 124, 300] {
        let aad: Vec<u8> = (0..length).map(|i| i as u8).collect();
        let sealed = key().seal(&aad, b"value").unwrap();
        assert!(key().open(&aad, &sealed).is_ok());
        for bit in 0..aad.len() * 8 {
            let mut altered = aad.clone();
            altered[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(key().open(&altered, &sealed).unwrap_err(), OpenError::NotAuthentic);
        }
    }
}

#[test]
fn what_it_is_bound_to_may_not_be_longer_or_shorter() {
    let sealed = key().seal(b"goal", b"value").unwrap();
    for other in [b"".as_slice(), b"goa", b"goal\0", b"goals"] {
        assert_eq!(key().open(other, &sealed).unwrap_err(), OpenError::NotAuthentic);
    }
}

#[test]
fn the_name_of_the_key_is_bound_too() {
    // The same secret under another name: only the associated data can tell.
    let other = KeyId([0, 0, 0, 2]);
    let mut sealed = key_named(ID, 7).seal(b"row", b"value").unwrap();
    sealed[1..5].copy_from_slice(&other.0);
    let opened = key_named(other, 7).open(b"row", &sealed);
    assert_eq!(opened.unwrap_err(), OpenError::NotAuthentic);
}

#[test]
fn a_value_of_another_key_says_which() {
    let other = KeyId([0, 0, 0, 2]);
    let sealed = key_named(other, 7).seal(b"row", b"value").unwrap();
    let error = key().open(b"row", &sealed).unwrap_err();
    assert_eq!(error, OpenError::OtherKey { found: other });
}

#[test]
fn a_key_of_the_same_name_with_other_bytes_opens_nothing() {
    let sealed = key_named(ID, 8).seal(b"row", b"value").unwrap();
    assert_eq!(key().open(b"row", &sealed).unwrap_err(), OpenError::NotAuthentic);
}

#[test]
fn a_newer_format_is_told_from_damage() {
    let mut sealed = key().seal(b"row", b"value").unwrap();
    sealed[0] = 2;
    assert_eq!(key().open(b"row", &sealed).unwrap_err(), OpenError::NewerVersion(2));
    // Whatever its length: a later format may well be shorter.
    assert_eq!(key().open(b"row", &[9]).unwrap_err(), OpenError::NewerVersion(9));
}

#[test]
fn every_truncation_is_refused() {
    let sealed = key().seal(b"row", b"a short line").unwrap();
    for length in 0..sealed.len() {
        let error = key().open(b"row", &sealed[..length]).unwrap_err();
        if length < OVERHEAD {
            assert_eq!(error, OpenError::TooShort, "{length} bytes");
        } else {
            assert_eq!(error, OpenError::NotAuthentic, "{length} bytes");
        }
    }
}

#[test]
fn bytes_after_the_end_are_refused() {
    let mut sealed = key().seal(b"row", b"value").unwrap();
    sealed.push(0);
    assert_eq!(key().open(b"row", &sealed).unwrap_err(), OpenError::NotAuthentic);
}

#[test]
fn no_nonce_comes_twice_in_ten_thousand() {
    let key = key();
    let nonces: HashSet<Vec<u8>> = (0..10_000)
        .map(|_| key.seal(b"row", b"the same words").unwrap()[HEADER..HEADER + NONCE_LEN].to_vec())
        .collect();
    assert_eq!(nonces.len(), 10_000);
}

#[test]
fn sealing_into_a_buffer_appends() {
    let mut out = b"frame:".to_vec();
    key().seal_into(b"row", b"one", &mut out).unwrap();
    let first = out.len();
    key().seal_into(b"row", b"two", &mut out).unwrap();
    assert_eq!(&out[..6], b"frame:");
    assert_eq!(key().open(b"row", &out[6..first]).unwrap().as_slice(), b"one");
    assert_eq!(key().open(b"row", &out[first..]).unwrap().as_slice(), b"two");
}

#[test]
fn a_buffer_used_again_holds_only_the_last_value_and_takes_no_more_memory() {
    let long = key().seal(b"row", &[1; 500]).unwrap();
    let short = key().seal(b"row", b"short").unwrap();
    let mut buffer = Vec::new();
    assert_eq!(key().open_into(b"row", &long, &mut buffer).unwrap(), [1; 500]);
    let (place, room) = (buffer.as_ptr(), buffer.capacity());
    assert_eq!(key().open_into(b"row", &short, &mut buffer).unwrap(), b"short");
    assert_eq!(key().open_into(b"row", &long, &mut buffer).unwrap(), [1; 500]);
    assert_eq!((buffer.as_ptr(), buffer.capacity()), (place, room));
}

#[test]
fn a_buffer_is_empty_after_a_value_that_did_not_open() {
    let mut buffer = b"the value before".to_vec();
    let mut sealed = key().seal(b"row", b"the value").unwrap();
    assert!(key().open_into(b"other", &sealed, &mut buffer).is_err());
    assert!(buffer.is_empty());
    buffer.extend_from_slice(b"the value before");
    sealed.truncate(OVERHEAD - 1);
    assert!(key().open_into(b"row", &sealed, &mut buffer).is_err());
    assert!(buffer.is_empty());
}

#[test]
fn a_key_prints_its_name_and_nothing_else() {
    assert_eq!(format!("{:?}", key()), "SealKey(a1b2c3d4, [redacted])");
    assert_eq!(format!("{:?}", KeyId([0, 0, 0, 1])), "00000001");
    assert_eq!(key().id(), ID);
}

/// The frozen form. If this fails, plans already written no longer open: the
/// format may gain a version, it may never change.
#[test]
fn an_envelope_of_the_first_version_still_opens() {
    let vector = Vector::read(include_str!("../../../../tests/vectors/sealed/v1.txt"));
    let key = SealKey::new(
        KeyId(vector.get("key id").try_into().unwrap()),
        &Secret::from_slice(&vector.get("key")).unwrap(),
    );
    let (aad, plain) = (vector.get("aad"), vector.get("plain"));
    let sealed = vector.get("sealed");
    assert_eq!(key.open(&aad, &sealed).unwrap().as_slice(), plain);
    let mut again = Vec::new();
    let nonce = vector.get("nonce").try_into().unwrap();
    key.seal_with(nonce, &aad, &plain, &mut again).unwrap();
    assert_eq!(again, sealed, "what is written today differs from the frozen form");
}

/// `name: hex` lines; `#` starts a comment.
struct Vector(Vec<(String, Vec<u8>)>);

impl Vector {
    fn read(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        Self(lines.map(Self::line).collect())
    }

    fn line(line: &str) -> (String, Vec<u8>) {
        let (name, hex) = line.split_once(':').unwrap();
        let hex = hex.trim();
        let bytes = (0..hex.len()).step_by(2);
        (name.to_owned(), bytes.map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect())
    }

    fn get(&self, name: &str) -> Vec<u8> {
        self.0.iter().find(|(found, _)| found == name).unwrap().1.clone()
    }
}

proptest! {
    #[test]
    fn anything_sealed_opens_where_it_belongs_and_nowhere_else(
        plain in prop::collection::vec(any::<u8>(), 0..600),
        aad in prop::collection::vec(any::<u8>(), 0..200),
        elsewhere in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let sealed = key().seal(&aad, &plain).unwrap();
        let opened = key().open(&aad, &sealed).unwrap();
        prop_assert_eq!(opened.as_slice(), plain);
        if elsewhere != aad {
            prop_assert_eq!(key().open(&elsewhere, &sealed).unwrap_err(), OpenError::NotAuthentic);
        }
    }

    #[test]
    fn bytes_from_anywhere_never_open_and_never_panic(
        mut bytes in prop::collection::vec(any::<u8>(), 0..400),
        like_ours in any::<bool>(),
    ) {
        if like_ours && bytes.len() >= HEADER {
            bytes[..HEADER].copy_from_slice(&key().header());
        }
        prop_assert!(key().open(b"row", &bytes).is_err());
    }
}

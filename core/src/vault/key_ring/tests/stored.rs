//! The stored form, altered, mixed, newer or too large.

use super::*;

#[test]
fn every_flipped_bit_is_damage_or_a_newer_format() {
    let (_, ring, ..) = created();
    let bytes = ring.to_bytes().unwrap();
    for bit in 0..bytes.len() * 8 {
        let mut altered = bytes.clone();
        altered[bit / 8] ^= 1 << (bit % 8);
        match KeyRing::from_bytes(&altered) {
            Err(VaultError::Damaged) => {}
            Err(VaultError::NewerFormat(_)) if bit / 8 == 1 => {}
            other => panic!("bit {bit}: {other:?}"),
        }
    }
}

#[test]
fn every_truncation_and_every_added_byte_is_damage() {
    let (_, ring, ..) = created();
    let mut bytes = ring.to_bytes().unwrap();
    for length in 0..bytes.len() {
        assert_eq!(KeyRing::from_bytes(&bytes[..length]).unwrap_err(), VaultError::Damaged);
    }
    bytes.push(0);
    assert_eq!(KeyRing::from_bytes(&bytes).unwrap_err(), VaultError::Damaged);
}

#[test]
fn no_bit_can_be_changed_by_one_who_mends_the_sum() {
    let (store, ring, _, words) = created();
    for bit in 0..ring.body.len() * 8 {
        let mut body = ring.body.clone();
        body[bit / 8] ^= 1 << (bit % 8);
        let Ok(altered) = reframed(&ring, &body) else {
            continue;
        };
        assert!(altered.open(&store).is_err(), "bit {bit}");
        assert!(altered.open_with_words(&words).is_err(), "bit {bit}");
    }
    for bit in 0..256 {
        let mut altered = ring.clone();
        altered.mac[bit / 8] ^= 1 << (bit % 8);
        let altered = KeyRing::from_bytes(&altered.to_bytes().unwrap()).unwrap();
        assert_eq!(altered.open(&store).unwrap_err(), VaultError::Damaged);
        assert_eq!(altered.open_with_words(&words).unwrap_err(), VaultError::Damaged);
    }
}

#[test]
fn no_part_of_an_older_ring_can_be_put_into_a_newer_one() {
    let (store, old, keys, old_words) = created();
    let (new, _) = old.new_words(&keys).unwrap();
    let (new, _) = new.new_device(&keys).unwrap();
    let mixed = [
        Fields { by_words: old.fields.by_words.clone(), ..new.fields.clone() },
        Fields { words: old.fields.words.clone(), ..new.fields.clone() },
        Fields { device: old.fields.device.clone(), ..new.fields.clone() },
        Fields { unknown: vec![(9, vec![0x01])], ..new.fields.clone() },
    ];
    for fields in mixed {
        let mixed = reframed(&new, &fields.encode().unwrap()).unwrap();
        assert_eq!(mixed.open(&store).unwrap_err(), VaultError::Damaged);
        assert!(mixed.open_with_words(&old_words).is_err());
        assert_eq!(mixed.new_words(&keys).unwrap_err(), VaultError::OtherKeys);
    }
}

#[test]
fn no_sealed_part_passes_for_another() {
    let (store, ring, keys, _) = created();
    // Device key and plan secret are equally long; even bound anew by one who
    // holds the keys they do not change places.
    let fields = Fields {
        plan_secret: ring.fields.device.clone(),
        device: ring.fields.plan_secret.clone(),
        ..ring.fields.clone()
    };
    let swapped = KeyRing::bind(fields, &keys).unwrap();
    assert_eq!(swapped.open(&store).unwrap_err(), VaultError::Damaged);
}

#[test]
fn a_newer_format_is_told_whatever_comes_after() {
    for (bytes, format) in [(vec![0x81, 2], 2), (vec![0x85, 0x18, 40, 0xff], 40), (vec![0x84, 3, 1, 2, 3], 3)]
    {
        assert_eq!(KeyRing::from_bytes(&bytes).unwrap_err(), VaultError::NewerFormat(format));
    }
    assert_eq!(KeyRing::from_bytes(&[0x84, 0, 1, 2, 3]).unwrap_err(), VaultError::Damaged);
}

#[test]
fn a_newer_envelope_inside_is_told_too() {
    let (store, ring, keys, words) = created();
    let newer = |mut sealed: Vec<u8>| {
        sealed[0] = 3;
        sealed
    };
    let plan_secret = newer(ring.fields.plan_secret.clone());
    let changed = KeyRing::bind(Fields { plan_secret, ..ring.fields.clone() }, &keys).unwrap();
    assert_eq!(changed.open(&store).unwrap_err(), VaultError::NewerFormat(3));
    let by_words = newer(ring.fields.by_words.clone());
    let changed = KeyRing::bind(Fields { by_words, ..ring.fields.clone() }, &keys).unwrap();
    assert_eq!(changed.open_with_words(&words).unwrap_err(), VaultError::NewerFormat(3));
}

#[test]
fn fields_of_a_newer_version_are_kept_through_everything() {
    let (store, ring, keys, words) = created();
    // A text, and a list that has a map in it.
    let unknown = vec![(40, vec![0x63, b's', b'e', b'a']), (7, vec![0x82, 0x01, 0xa1, 2, 3])];
    let fields = Fields { unknown: unknown.clone(), ..ring.fields.clone() };
    let ring = KeyRing::bind(fields, &keys).unwrap();
    let ring = KeyRing::from_bytes(&ring.to_bytes().unwrap()).unwrap();
    assert_eq!(face(&ring.open(&store).unwrap()), face(&keys));
    assert_eq!(face(&ring.open_with_words(&words).unwrap()), face(&keys));
    let later = [
        ring.rewrap(&keys, &store).unwrap(),
        ring.new_words(&keys).unwrap().0,
        ring.new_dek(&keys, &store).unwrap().0,
        ring.new_device(&keys).unwrap().0,
    ];
    for ring in later {
        let ring = KeyRing::from_bytes(&ring.to_bytes().unwrap()).unwrap();
        assert_eq!(ring.fields.unknown, unknown);
        ring.open(&store).unwrap();
    }
}

#[test]
fn a_ring_too_large_is_neither_read_nor_written() {
    let huge = vec![0x84; MAX_RING_BYTES + 1];
    let error = KeyRing::from_bytes(&huge).unwrap_err();
    assert_eq!(error, VaultError::TooLarge { found: MAX_RING_BYTES + 1 });
    let (store, ring, keys, _) = created();
    let bound = |length: usize| {
        let mut value = vec![0x59];
        value.extend_from_slice(&(length as u16).to_be_bytes());
        value.resize(3 + length, 0);
        KeyRing::bind(Fields { unknown: vec![(9, value)], ..ring.fields.clone() }, &keys)
    };
    let spare = MAX_RING_BYTES - bound(1024).unwrap().to_bytes().unwrap().len();
    let largest = bound(1024 + spare).unwrap().to_bytes().unwrap();
    assert_eq!(largest.len(), MAX_RING_BYTES);
    assert!(KeyRing::from_bytes(&largest).unwrap().open(&store).is_ok());
    let error = bound(1024 + spare + 1).unwrap_err();
    assert_eq!(error, VaultError::TooLarge { found: MAX_RING_BYTES + 1 });
}

#[test]
fn a_body_that_is_not_one_map_of_the_right_fields_is_damage() {
    let (_, ring, ..) = created();
    let refused = |body: &[u8]| assert_eq!(reframed(&ring, body).unwrap_err(), VaultError::Damaged);
    refused(b"");
    refused(&[0xa0]);
    // A count that nothing follows, a map without an end, a key that is no number.
    refused(&[0xbb, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
    refused(&[0xbf, 0xff]);
    refused(&[0xa1, 0x61, b'a', 0x01]);
    let count = ring.body[0];
    // A known field twice, an unknown one twice, one missing, one too long.
    let with = |count: u8, more: &[u8]| [&[count], &ring.body[1..], more].concat();
    refused(&with(count + 1, &[0x06, 0x41, 0x00]));
    refused(&with(count + 2, &[0x09, 0x01, 0x09, 0x01]));
    refused(&with(count, &[0x09, 0x01]));
    refused(&with(count + 1, &[]));
    refused(&with(count - 1, &[]));
    assert!(reframed(&ring, &with(count + 1, &[0x09, 0x01])).is_ok());
    let mut long_id = ring.body.clone();
    long_id.splice(2..7, [0x45, 1, 2, 3, 4, 5]);
    refused(&long_id);
}

use proptest::prelude::*;

use super::*;
use crate::vault::testing::{Fault, FaultyKeyStore};
use crate::vault::{KeyStoreError, SoftwareKeyStore};

fn created() -> (FaultyKeyStore, KeyRing, Keys, RecoveryWords) {
    let store = FaultyKeyStore::new();
    let (ring, keys, words) = KeyRing::create(&store).unwrap();
    (store, ring, keys, words)
}

/// All that tells one set of keys from another.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Face {
    id: KeyId,
    tag: [u8; 16],
    census: [u8; 16],
    plan_secret: [u8; 32],
    device: [u8; 32],
}

fn face(keys: &Keys) -> Face {
    Face {
        id: keys.id(),
        tag: keys.tag(&[b"slot"]),
        census: keys.census(&[b"rows"]),
        plan_secret: *keys.plan_secret().expose(),
        device: keys.device().public_key(),
    }
}

/// That no part of two sets of keys is the same, but for those named.
fn assert_differ(one: Face, two: Face, same: &[&str]) {
    let parts = [
        ("id", one.id == two.id),
        ("tag", one.tag == two.tag),
        ("census", one.census == two.census),
        ("plan secret", one.plan_secret == two.plan_secret),
        ("device", one.device == two.device),
    ];
    for (part, equal) in parts {
        assert_eq!(equal, same.contains(&part), "{part}");
    }
}

/// A ring with other fields, in an honest frame, under the mac it had.
fn reframed(ring: &KeyRing, body: &[u8]) -> Result<KeyRing, VaultError> {
    KeyRing::from_bytes(&form::frame(body, &ring.mac).unwrap())
}

fn other_store() -> SoftwareKeyStore {
    SoftwareKeyStore::in_memory()
}

mod key_stores;
mod opening;
mod rotating;
mod stored;

proptest! {
    #[test]
    fn bytes_from_anywhere_are_refused_without_a_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        prop_assert!(KeyRing::from_bytes(&bytes).is_err());
    }

    #[test]
    fn a_body_from_anywhere_is_read_or_refused_without_a_panic(
        body in prop::collection::vec(any::<u8>(), 0..300),
        mac in any::<[u8; 32]>(),
    ) {
        if let Ok(ring) = KeyRing::from_bytes(&form::frame(&body, &mac).unwrap()) {
            prop_assert!(ring.open(&other_store()).is_err());
        }
    }

    #[test]
    fn fields_from_anywhere_are_read_back_as_they_were_and_open_nothing(
        id in any::<[u8; 4]>(),
        parts in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..80), 6),
        unknown in prop::collection::btree_map(7_u64.., 0_u8..0x18, 0..5),
        mac in any::<[u8; 32]>(),
    ) {
        let fields = Fields {
            id: KeyId(id),
            by_store: parts[0].clone(),
            by_words: parts[1].clone(),
            words: parts[2].clone(),
            plan_secret: parts[3].clone(),
            device: parts[4].clone(),
            check: parts[5].clone(),
            unknown: unknown.into_iter().map(|(key, value)| (key, vec![value])).collect(),
        };
        let body = fields.encode().unwrap();
        let bytes = form::frame(&body, &mac).unwrap();
        let ring = KeyRing::from_bytes(&bytes).unwrap();
        prop_assert_eq!(ring.to_bytes().unwrap(), bytes);
        prop_assert_eq!(ring.fields.encode().unwrap(), body);
        prop_assert!(ring.open(&other_store()).is_err());
        prop_assert!(ring.open_with_words(&RecoveryWords::new().unwrap()).is_err());
    }
}

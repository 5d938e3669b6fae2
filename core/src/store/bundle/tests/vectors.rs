//! The frozen form. If one of these fails, bundles already made are no longer
//! taken in: the form may gain a version, it may never change.

use super::*;
use crate::vault::RecoveryWords;

const RING: &str = include_str!("../../../../../tests/vectors/vault/key-ring-v1.txt");
const BUNDLES: &str = include_str!("../../../../../tests/vectors/bundle/v1.txt");

fn text<'a>(vector: &'a str, name: &str) -> &'a str {
    let mut lines = vector.lines().filter_map(|line| line.split_once(": "));
    lines.find(|(found, _)| *found == name).unwrap().1
}

fn bytes(vector: &str, name: &str) -> Vec<u8> {
    let hex = text(vector, name);
    (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
}

/// The key ring of the vault's vectors, and its keys.
fn keys() -> (KeyRing, Keys) {
    let ring = KeyRing::from_bytes(&bytes(RING, "ring")).unwrap();
    let keys = ring.open_with_words(&RecoveryWords::parse(text(RING, "words")).unwrap()).unwrap();
    (ring, keys)
}

fn headers() -> [Header; 2] {
    let seen = Seen { device: DeviceId([7; 8]), sequence: 3, hash: [8; 32], upto: 12 };
    let first = Header { upto: 3, frontier: vec![seen], ..first_header(3) };
    let hash = bytes(BUNDLES, "first hash").try_into().unwrap();
    [first.clone(), Header { sequence: 2, previous: Some(hash), base: 3, upto: 4, count: 1, ..first }]
}

#[test]
fn a_bundle_of_the_first_version_still_reads() {
    let (_, keys) = keys();
    for (name, header) in ["first", "second"].into_iter().zip(headers()) {
        let whole = bytes(BUNDLES, name);
        let bundle = Signed::read(&whole).unwrap();
        assert_eq!(bundle.public_key, keys.device().public_key());
        assert_eq!(bundle.hash.as_slice(), bytes(BUNDLES, &format!("{name} hash")));
        assert_eq!(bundle.header(&keys).unwrap(), header);
        let ops = bundle.ops(&keys, &header).unwrap();
        let ops: Vec<u8> = ops.iter().flat_map(Op::to_bytes).collect();
        assert_eq!(ops, bytes(BUNDLES, &format!("{name} ops")));
    }
}

#[test]
fn bundles_of_the_first_version_are_still_taken_in() {
    let (ring, keys) = keys();
    let mut plan = Plan { folder: tempfile::tempdir().unwrap(), ring, keys, made: 0 };
    let mut phone = plan.phone();
    let (first, second) = (bytes(BUNDLES, "first"), bytes(BUNDLES, "second"));
    assert!(matches!(take(&mut phone, &second), Err(BundleError::Gap)));
    assert_eq!(new_of(&take(&mut phone, &first).unwrap()), (3, false));
    assert_eq!(new_of(&take(&mut phone, &second).unwrap()), (1, false));
    assert_eq!(take(&mut phone, &first).unwrap(), Taken::AlreadyHad);
    assert_eq!(shown(&phone, 1), ["Walk past the bridge"]);
    assert_eq!(phone.history(slot(1)).unwrap().0.len(), 3);
    assert!(phone.record().register(slot(2)).unwrap().has_newer());
}

//! The frozen forms. If one of these fails, plans or backups already written no
//! longer open: a form may gain a version, it may never change.

use std::fs;

use super::stream::StreamReader;
use super::*;

/// `name: value` lines; `#` starts a comment.
pub(super) struct Vector(&'static str);

impl Vector {
    pub(super) fn stream() -> Self {
        Self(include_str!("../../../tests/vectors/vault/stream-v1.txt"))
    }

    fn key_ring() -> Self {
        Self(include_str!("../../../tests/vectors/vault/key-ring-v1.txt"))
    }

    fn text(&self, name: &str) -> &str {
        let mut lines = self.0.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(found, _)| *found == name).unwrap().1
    }

    pub(super) fn bytes(&self, name: &str) -> Vec<u8> {
        let hex = self.text(name);
        let at = (0..hex.len()).step_by(2);
        at.map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
    }

    pub(super) fn words(&self) -> RecoveryWords {
        RecoveryWords::parse(self.text("words")).unwrap()
    }
}

/// A folder as the software key store left it.
fn key_store(vector: &Vector) -> (tempfile::TempDir, SoftwareKeyStore) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("key"), vector.bytes("key store file")).unwrap();
    fs::write(folder.path().join("counter"), vector.bytes("counter file")).unwrap();
    let store = SoftwareKeyStore::open(folder.path()).unwrap();
    (folder, store)
}

#[test]
fn a_key_ring_of_the_first_version_still_opens_by_its_key_store_and_by_its_words() {
    let vector = Vector::key_ring();
    let (_folder, store) = key_store(&vector);
    let ring = KeyRing::from_bytes(&vector.bytes("ring")).unwrap();
    assert_eq!(ring.to_bytes().unwrap(), vector.bytes("ring"));
    let words = vector.words();
    for keys in [ring.open(&store).unwrap(), ring.open_with_words(&words).unwrap()] {
        assert_eq!(keys.id().0.as_slice(), vector.bytes("key id"));
        assert_eq!(keys.plan_secret().expose().as_slice(), vector.bytes("plan secret"));
        assert_eq!(keys.device().public_key().as_slice(), vector.bytes("device public key"));
        assert_eq!(keys.device().id_bytes().as_slice(), vector.bytes("device id"));
        let signature = keys.device().sign(&vector.bytes("message"));
        assert_eq!(signature.as_slice(), vector.bytes("signature"));
        let parts: [&[u8]; 2] = [b"goal", b"title"];
        assert_eq!(keys.tag(&parts).as_slice(), vector.bytes("tag of goal, title"));
        assert_eq!(keys.census(&parts).as_slice(), vector.bytes("census of goal, title"));
        assert_eq!(ring.recovery_words(&keys).unwrap().phrase(), words.phrase());
    }
}

#[test]
fn what_keys_of_the_first_version_sealed_still_opens() {
    let vector = Vector::key_ring();
    let ring = KeyRing::from_bytes(&vector.bytes("ring")).unwrap();
    let keys = ring.open_with_words(&vector.words()).unwrap();
    let purposes = [
        (keys.rows(), "rows"),
        (keys.frames(), "frames"),
        (keys.bundles(), "bundles"),
        (keys.attachments(), "attachments"),
        (keys.meta(), "meta"),
    ];
    for (key, name) in purposes {
        let opened = key.open(b"slot", &vector.bytes(name)).unwrap();
        assert_eq!(opened.as_slice(), vector.bytes("plain"), "{name}");
    }
}

#[test]
fn a_software_key_store_of_the_first_version_still_unwraps_and_counts() {
    let vector = Vector::key_ring();
    let (_folder, store) = key_store(&vector);
    let card = store.unwrap(KeyItem::Card, &vector.bytes("card key wrapped")).unwrap();
    assert_eq!(card.as_slice(), vector.bytes("card key"));
    assert_eq!(store.counter().unwrap(), Some(258));
}

#[test]
fn a_backup_of_the_first_version_still_opens() {
    let vector = Vector::stream();
    let bytes = vector.bytes("stream");
    let mut reader = StreamReader::new(bytes.as_slice(), &vector.words(), 1000).unwrap();
    assert_eq!(reader.next_chunk().unwrap().unwrap(), vector.bytes("plain"));
    assert!(reader.next_chunk().unwrap().is_none());
}

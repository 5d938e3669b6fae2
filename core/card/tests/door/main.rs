//! The card's door from outside: a folder, a key, and what is there or is not.
// Clippy knows tests by their attribute; what they share has none.
#![allow(clippy::unwrap_used)]

mod documents;
mod files;

use std::fs;

use hearth_card::{CARD_FILE, CardDoc, CardError, CardKey, open};
use hearth_sealed::Secret;
use tempfile::TempDir;

fn key(byte: u8) -> CardKey {
    CardKey::new(&Secret::from_bytes([byte; 32]))
}

fn sample() -> CardDoc {
    serde_json::from_str(include_str!("../../../../tests/vectors/card/v1.json")).unwrap()
}

fn named(name: &str) -> CardDoc {
    CardDoc { name: name.into(), ..sample() }
}

/// The least a card can be, so that every bit of its file can be tried.
fn smallest() -> CardDoc {
    let mut doc = named("Jo");
    (doc.call_me, doc.born) = (None, None);
    (doc.sections, doc.contacts, doc.plans) = Default::default();
    doc
}

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn open_bytes(bytes: &[u8]) -> Result<CardDoc, CardError> {
    let folder = folder(&[(CARD_FILE, bytes)]);
    open(folder.path(), &key(1)).map(|card| card.doc)
}

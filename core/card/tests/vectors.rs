//! The card file of format 1 opens for ever. The vector was sealed by another
//! implementation of AES-GCM, as a widget would open it by another.
// Clippy knows tests by their attribute; what they share has none.
#![allow(clippy::unwrap_used)]

use std::fs;

use hearth_card::{CARD_FILE, CardDoc, CardKey, PHOTO_FILE, open, open_photo};
use hearth_sealed::Secret;
use serde_json::Value;

const VECTOR: &str = include_str!("../../../tests/vectors/card/v1.txt");
const DOCUMENT: &str = include_str!("../../../tests/vectors/card/v1.json");

fn field(name: &str) -> Vec<u8> {
    let named = |line: &str| line.strip_prefix(name)?.strip_prefix(" = ").map(str::to_owned);
    let hex = VECTOR.lines().find_map(named).unwrap();
    let byte = |at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
    (0..hex.len()).step_by(2).map(byte).collect()
}

#[test]
fn the_frozen_card_and_photo_still_open() {
    let key = CardKey::new(&Secret::from_bytes(field("key").try_into().unwrap()));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(CARD_FILE), field("card.sealed")).unwrap();
    fs::write(folder.path().join(PHOTO_FILE), field("photo.sealed")).unwrap();

    let card = open(folder.path(), &key).unwrap();
    assert!(card.doc == serde_json::from_str::<CardDoc>(DOCUMENT).unwrap());
    assert_eq!(card.doc.plans[0].zones[2].steps[1].text, "Unlock the front door.");
    assert_eq!(open_photo(folder.path(), &key).unwrap()[..], field("photo"));
}

#[test]
fn the_frozen_document_is_written_as_it_was_read() {
    let doc: CardDoc = serde_json::from_str(DOCUMENT).unwrap();
    let before: Value = serde_json::from_str(DOCUMENT).unwrap();
    // But for empty lists, which may be left out when reading and are always written.
    let after = serde_json::to_value(&doc).unwrap();
    assert_eq!(after, before);
}

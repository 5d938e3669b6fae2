//! What is inside: newer, older, not a card, the largest; and the photo.

use std::fs;

use hearth_card::{
    CARD_FILE, CardDoc, CardError, MOST_DOC_BYTES, MOST_PHOTO_BYTES, PHOTO_FILE, SealError, open, open_photo,
    seal, seal_photo,
};
use hearth_sealed::{KeyId, SealKey, Secret};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{folder, key, named, open_bytes, sample, smallest};

/// Sealed as a card by somebody who has the key: the bytes need not be a card.
fn sealed_as_card(plain: &[u8]) -> Vec<u8> {
    let key = SealKey::new(KeyId(*b"card"), &Secret::from_bytes([1; 32]));
    key.seal(b"hearth card 1", plain).unwrap()
}

fn open_json(document: &Value) -> Result<CardDoc, CardError> {
    open_bytes(&sealed_as_card(&serde_json::to_vec(document).unwrap()))
}

#[test]
fn the_largest_card_opens_and_one_byte_more_is_not_sealed() {
    let mut doc = smallest();
    let rest = serde_json::to_vec(&doc).unwrap().len() - doc.name.len();
    doc.name = "J".repeat(MOST_DOC_BYTES - rest);
    assert!(open_bytes(&seal(&doc, &key(1)).unwrap()).unwrap() == doc);
    doc.name.push('o');
    let (found, most) = (MOST_DOC_BYTES + 1, MOST_DOC_BYTES);
    assert_eq!(seal(&doc, &key(1)), Err(SealError::TooLarge { found, most }));
}

#[test]
fn a_newer_document_says_so_whatever_else_it_changed() {
    let mut newer = serde_json::to_value(sample()).unwrap();
    newer["v"] = json!(2);
    assert_eq!(open_json(&newer), Err(CardError::NewerVersion));
    let changed = json!({ "sections": "elsewhere", "v": 7 });
    assert_eq!(open_json(&changed), Err(CardError::NewerVersion));
}

#[test]
fn fields_of_a_newer_app_are_passed_over() {
    let mut document = serde_json::to_value(sample()).unwrap();
    document["blood"] = json!({ "group": ["unknown here"] });
    document["sections"][0]["lines"][0]["icon"] = json!(1);
    document["plans"][0]["zones"][0]["sound"] = json!("bell");
    assert!(open_json(&document).unwrap() == sample());
}

#[test]
fn what_is_not_a_card_document_is_malformed() {
    let mut unsafe_card = serde_json::to_value(sample()).unwrap();
    unsafe_card["safety"] = json!([]);
    let mut older = serde_json::to_value(sample()).unwrap();
    older["v"] = json!(0);
    for document in [unsafe_card, older, json!({}), json!([]), json!(null), json!({ "v": 1 })] {
        assert_eq!(open_json(&document), Err(CardError::Malformed), "{document}");
    }
    let deep = "[".repeat(100_000);
    let mut twice = serde_json::to_vec(&sample()).unwrap();
    twice.extend_from_within(..);
    for plain in [&b""[..], b"{", b"\xff", deep.as_bytes(), &twice] {
        assert_eq!(open_bytes(&sealed_as_card(plain)), Err(CardError::Malformed));
    }
}

#[test]
fn a_document_that_is_no_card_is_not_sealed() {
    let mut doc = sample();
    doc.safety.clear();
    assert!(matches!(seal(&doc, &key(1)), Err(SealError::Doc(_))));
}

#[test]
fn a_photo_opens_as_it_was_and_is_neither_too_large_nor_a_card() {
    let photo = [0xab; MOST_PHOTO_BYTES];
    let sealed = seal_photo(&photo, &key(1)).unwrap();
    let folder = folder(&[(PHOTO_FILE, &sealed), (CARD_FILE, &sealed)]);
    assert_eq!(open_photo(folder.path(), &key(1)).unwrap()[..], photo);
    let refused = CardError::AnotherPersonsOrAltered;
    assert_eq!(open(folder.path(), &key(1)), Err(refused));
    assert_eq!(open_photo(folder.path(), &key(2)), Err(refused));

    let too_large = seal_photo(&[0; MOST_PHOTO_BYTES + 1], &key(1)).unwrap_err();
    assert!(matches!(too_large, SealError::TooLarge { most: MOST_PHOTO_BYTES, .. }));
    fs::write(folder.path().join(PHOTO_FILE), vec![1; MOST_PHOTO_BYTES + 34]).unwrap();
    assert_eq!(open_photo(folder.path(), &key(1)), Err(CardError::TooLarge));
    fs::remove_file(folder.path().join(PHOTO_FILE)).unwrap();
    assert_eq!(open_photo(folder.path(), &key(1)), Err(CardError::Missing));
}

#[test]
fn a_card_is_not_taken_for_a_photo() {
    let sealed = seal(&sample(), &key(1)).unwrap();
    let folder = folder(&[(PHOTO_FILE, &sealed)]);
    let refused = Err(CardError::AnotherPersonsOrAltered);
    assert_eq!(open_photo(folder.path(), &key(1)), refused);
}

#[test]
fn no_word_of_the_card_stands_in_its_file_or_in_a_log() {
    let sealed = seal(&named("Canary of the card"), &key(1)).unwrap();
    let folder = folder(&[(CARD_FILE, &sealed)]);
    let card = open(folder.path(), &key(1)).unwrap();
    assert!(!sealed.windows(6).any(|bytes| bytes == b"Canary"));
    let logged = format!("{card:?} {:?} {:?}", key(1), card.doc.plans);
    assert!(!logged.contains("Canary") && !logged.contains("breathing"), "{logged}");
}

#[test]
fn the_same_card_sealed_twice_gives_two_different_files() {
    let twice = [(); 2].map(|()| seal(&sample(), &key(1)).unwrap());
    assert_ne!(twice[0], twice[1]);
}

proptest! {
    #[test]
    fn no_document_under_the_right_key_makes_the_reader_panic(
        at in 0usize..5543,
        put in prop::collection::vec(any::<u8>(), 0..8),
        keep in any::<bool>(),
    ) {
        let mut plain = serde_json::to_vec(&sample()).unwrap();
        plain.splice(at..if keep { at } else { at + 1 }, put);
        match open_bytes(&sealed_as_card(&plain)) {
            Ok(doc) => prop_assert!(!doc.safety.is_empty() && doc.v == 1),
            Err(error) => {
                let known = [CardError::Malformed, CardError::NewerVersion];
                prop_assert!(known.contains(&error), "{error}");
            }
        }
    }
}

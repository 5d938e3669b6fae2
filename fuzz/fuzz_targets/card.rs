//! Arbitrary bytes as a card: as the file, and as the document inside a card
//! that was sealed with the right key.
#![no_main]

use hearth_card::{CARD_FILE, CardKey, open, seal, text};
use hearth_sealed::{KeyId, SealKey, Secret};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder");
    let secret = Secret::from_bytes([7; 32]);
    let key = CardKey::new(&secret);
    std::fs::write(folder.path().join(CARD_FILE), bytes).expect("a file");
    let _ = open(folder.path(), &key);
    let sealed = SealKey::new(KeyId(*b"card"), &secret).seal(b"hearth card 1", bytes).expect("randomness");
    std::fs::write(folder.path().join(CARD_FILE), sealed).expect("a file");
    if let Ok(card) = open(folder.path(), &key) {
        let _ = card.doc.age_line(1_800_000_000_000, 0);
        let _ = text(&card.doc, 900, &[]);
        assert!(seal(&card.doc, &key).is_ok() || card.doc.check().is_err());
    }
});

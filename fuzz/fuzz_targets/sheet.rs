//! Arbitrary bytes as a sheet for a visit.
#![no_main]

use hearth_core::sheets;
use hearth_core::words::{Language, Words};
use libfuzzer_sys::fuzz_target;
use std::sync::OnceLock;

static WORDS: OnceLock<Words> = OnceLock::new();

fuzz_target!(|bytes: &[u8]| {
    if let Ok(read) = sheets::read(bytes) {
        let words = WORDS.get_or_init(|| Words::new(Language::EnGb));
        assert!(read.sheet.prompts.len() <= sheets::MAX_PROMPTS);
        for fault in &read.faults {
            assert!(!fault.sentence(words).is_empty());
        }
        let merged = sheets::merge(&[&read.sheet, &sheets::shipped()[0]]);
        assert!(merged.mood.len() <= 2);
    }
});

//! Arbitrary bytes as a page of a search, as the answers to a batch, as one
//! resource, and as a patient.
#![no_main]

use hearth_core::sync::patient::Patient;
use hearth_core::sync::r4::bundle::{read_batch, read_page, read_seen};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(page) = read_page(bytes) {
        for seen in page.seen {
            assert!(!seen.id.is_empty() && seen.id.len() <= 64);
            assert!(seen.version.bytes().all(|byte| byte.is_ascii_graphic()));
        }
    }
    let _ = read_batch(bytes, 1);
    let _ = read_seen(bytes, None);
    if let Some(patient) = Patient::read(bytes) {
        assert!(patient.is_still(&patient) || !patient.active);
    }
});

//! Arbitrary bytes as a key ring and as recovery words.
#![no_main]

use hearth_core::vault::{KeyRing, RecoveryWords, SoftwareKeyStore};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(ring) = KeyRing::from_bytes(bytes) {
        let _ = ring.open(&SoftwareKeyStore::in_memory());
        let _ = ring.to_bytes();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = RecoveryWords::parse(text);
    }
});

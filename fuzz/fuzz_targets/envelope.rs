//! Arbitrary bytes as an envelope: refused or opened, never a panic; and what
//! is sealed opens again.
#![no_main]

use hearth_sealed::{KeyId, SealKey, Secret};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let key = SealKey::new(KeyId([0, 0, 0, 1]), &Secret::from_bytes([7; 32]));
    let _ = key.open(b"aad", bytes);
    let sealed = key.seal(b"aad", bytes).expect("randomness");
    assert_eq!(key.open(b"aad", &sealed).expect("what was sealed opens").as_slice(), bytes);
});

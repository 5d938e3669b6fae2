//! Arbitrary text as a sealed file, and arbitrary bytes sealed and opened again.
#![no_main]

use hearth_core::share::{FileKey, jwe};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let key = FileKey::from_bytes([7; 32]);
    let _ = jwe::open(&key, &String::from_utf8_lossy(bytes));
    let sealed = jwe::seal(&key, jwe::FHIR, bytes).expect("randomness");
    assert!(jwe::open(&key, &sealed).expect("what was sealed opens").plain.as_slice() == bytes);
});

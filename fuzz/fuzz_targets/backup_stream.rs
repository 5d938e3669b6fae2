//! Arbitrary bytes as the sealed stream of a backup.
#![no_main]

use hearth_core::vault::RecoveryWords;
use hearth_core::vault::stream::StreamReader;
use libfuzzer_sys::fuzz_target;

const WORDS: &str = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";

fuzz_target!(|bytes: &[u8]| {
    let words = RecoveryWords::parse(WORDS).expect("the words of the standard's first vector");
    if let Ok(mut reader) = StreamReader::new(bytes, &words, 1 << 20) {
        while let Ok(Some(_)) = reader.next_chunk() {}
    }
});

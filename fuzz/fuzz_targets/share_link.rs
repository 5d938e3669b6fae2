//! Arbitrary text as a link, and arbitrary bytes as what is in one.
#![no_main]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hearth_core::share::{Link, Reach};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let inside = format!("shlink:/{}", URL_SAFE_NO_PAD.encode(bytes));
    for text in [text.as_ref(), inside.as_str()] {
        if let Ok(link) = Link::parse(text, Reach::Public) {
            let again = Link::parse(&link.to_text().expect("what was read is written"), Reach::Public);
            assert!(again.expect("what is written is read") == link);
        }
    }
});

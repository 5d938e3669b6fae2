//! Arbitrary bytes as each message of a pairing, as text and as what is in one, and as a half.
#![no_main]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hearth_core::share::Reach;
use hearth_core::share::pair::{CARE, HERE, Half, Here, Invitation, NewPhone, PHONE, name_of, read_note};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let inside = |begins: &str| format!("{begins}{}", URL_SAFE_NO_PAD.encode(bytes));
    let _ = Here::parse(&text, Reach::Public);
    let _ = Here::parse(&inside(HERE), Reach::Public);
    if let Ok(new) = NewPhone::parse(&inside(PHONE)) {
        assert!(NewPhone::parse(&new.to_text()) == Ok(new));
    }
    for text in [text.as_ref(), &inside(CARE)] {
        if let Ok(read) = Invitation::parse(text, Reach::Public) {
            let again = Invitation::parse(&read.to_text(), Reach::Public).expect("what is written is read");
            assert!(again.to_bytes() == read.to_bytes());
        }
    }
    if let Some(half) = Half::from_bytes(bytes) {
        assert!(half.to_bytes() == bytes);
        let _ = read_note(&half.note);
    }
    assert!(name_of(name_of(bytes).as_bytes()) == name_of(bytes));
});

//! Arbitrary bytes as what a mailbox's host answers, as an item that is a part of something longer, and
//! as a letter. The first byte says which.
#![no_main]

use hearth_core::share::keys::Own;
use hearth_core::share::letter;
use hearth_core::share::mailbox::{Came, Sort, read_members, read_page};
use hearth_core::share::parts::Parts;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((which, rest)) = bytes.split_first() else { return };
    match which % 4 {
        0 => {
            if let Ok(page) = read_page(rest, 7) {
                assert!(
                    page.upto >= 7 && page.items.iter().all(|item| item.seq > 7 && item.seq <= page.upto)
                );
            }
        }
        1 => drop(read_members(rest)),
        2 => {
            let mut parts = Parts::default();
            for (seq, body) in rest.chunks(64).enumerate() {
                let body = [b"HRTHPART\x01", body].concat();
                parts.take(&Came { seq: seq as i64, sort: Sort::Bundle, from: [0; 16], body });
            }
        }
        _ => {
            let [ours, theirs] = [1_u8, 2].map(|byte| Own::from_bytes(&[byte; 64]).expect("64 bytes"));
            assert!(letter::read(&ours, &theirs.public(), 0, rest).is_err(), "nobody signed it");
        }
    }
});

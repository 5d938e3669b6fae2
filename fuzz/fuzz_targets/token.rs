//! Arbitrary bytes as the answer of a token endpoint.
#![no_main]

use hearth_core::sync::smart::{MAX_TOKEN, read_granting};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(granting) = read_granting(bytes, 1_790_845_200_000, "patient/Goal.rs") {
        let access = granting.tokens.access.expose();
        assert!(!access.is_empty() && access.len() <= MAX_TOKEN);
        assert!(access.bytes().all(|byte| byte.is_ascii_graphic()), "a token that no header can hold");
        let _ = granting.tokens.granted().may('r', "Goal");
        assert!(!format!("{granting:?}").contains(&format!("\"{access}\"")));
    }
});

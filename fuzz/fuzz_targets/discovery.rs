//! Arbitrary bytes as what a server says of itself, and as the address that a
//! browser comes back with.
#![no_main]

use hearth_core::sync::base::Base;
use hearth_core::sync::smart::read_config;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some(base) = Base::parse("https://practice.example/fhir") else { return };
    if let Ok(config) = read_config(&base, bytes) {
        assert!(base.may_name(&config.token) && base.may_name(&config.authorise));
        assert!(config.revoke.is_none_or(|url| base.may_name(&url)));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        if let Some(link) = base.allows(text) {
            assert!(link.as_str().starts_with("https://practice.example/fhir"));
        }
        if let Some(other) = Base::parse(text) {
            assert_eq!(Base::parse(other.as_str()).as_ref(), Some(&other));
        }
        let _ = base.own_reference(text);
    }
});

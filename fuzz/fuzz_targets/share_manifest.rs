//! Arbitrary bytes as a host's answer: what is read names no other host.
#![no_main]

use hearth_core::share::Reach;
use hearth_core::share::manifest::{Lies, read};
use libfuzzer_sys::fuzz_target;
use url::Url;

fuzz_target!(|bytes: &[u8]| {
    let asked = Url::parse("https://host.example.org/s/name").expect("an address");
    if let Ok(manifest) = read(bytes, &asked, Reach::Public) {
        for file in manifest.files {
            if let Lies::There(url) = file.lies {
                assert_eq!(url.origin(), asked.origin());
            }
        }
    }
});

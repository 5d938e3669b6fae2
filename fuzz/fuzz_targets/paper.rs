//! Arbitrary bytes as a file from a practice.
#![no_main]

use hearth_core::sync::base::is_id;
use hearth_core::sync::paper::{Known, MAX_RESOURCES, packet, whose};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(packet) = packet(bytes) else { return };
    assert!(packet.resources.len() + packet.patients.len() <= MAX_RESOURCES);
    for one in &packet.resources {
        assert!(is_id(&one.id));
        let _ = hearth_core::fhir::incoming(&one.body);
    }
    // Nothing is known of anybody here, so no file is this person's.
    assert!(
        whose(&packet, &Known { own: "h0".to_owned(), ..Known::default() }).is_err()
            || packet.patients[0].0.id == "h0"
    );
});

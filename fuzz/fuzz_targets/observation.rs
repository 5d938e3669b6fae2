//! Arbitrary bytes as a FHIR Observation.
#![no_main]

use hearth_core::fhir::observation;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(read) = observation::read(bytes) {
        let _ = (read.series(), read.in_usual_unit(), read.code.said());
    }
});

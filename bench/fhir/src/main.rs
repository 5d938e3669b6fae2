//! Row 7 in a typed FHIR crate. fhir-sdk knows R4B, which has the types of this
//! row as R4 has them.

use bench_round::{Call, Failure, no_such_verb, resources, run};
use fhir_sdk::r4b::resources::Resource;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    run("fhir", act)
}

fn act(call: &Call) -> Result<(), Failure> {
    match call.verb.as_str() {
        "prepare" => Ok(()),
        "row7" => decode(call),
        "versions" => {
            println!(r#"{{"program":"fhir","fhir-sdk":"0.16"}}"#);
            Ok(())
        }
        _ => Err(no_such_verb(call, "prepare, row7, versions")),
    }
}

/// Each resource from its bytes to the crate's own type for it.
fn decode(call: &Call) -> Result<(), Failure> {
    let all = resources(call.number()?);
    call.measure(3, || {
        let start = Instant::now();
        for bytes in &all {
            black_box(serde_json::from_slice::<Resource>(bytes)?);
        }
        Ok(start.elapsed())
    })
}

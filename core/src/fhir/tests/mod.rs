//! What the reader of results promises: over HL7's examples, and over bytes from nobody.

mod all_examples;
mod arbitrary;
mod definitions;
mod document;
mod examples;
mod for_validator;
mod full;
mod hostile;
mod known;
mod leaving;
mod map;
mod parts;
mod sample;
mod strange;
mod tree;

use super::observation::{ObservationRead, read};
use super::*;

/// Reads an Observation of final status, code "x" and whatever else is given.
fn with(rest: &str) -> Result<ObservationRead, FhirError> {
    let json = format!(
        r#"{{"resourceType":"Observation","status":"final","code":{{"text":"x"}}{}{rest}}}"#,
        if rest.is_empty() { "" } else { "," }
    );
    read(json.as_bytes())
}

//! FHIR R4 in the plan's terms: for now, a reader of results (`Observation`).
//!
//! Everything read here comes from outside, so size, depth and counts are capped before anything
//! is built from it, and a resource that says it means something else than it seems to is refused.

mod date;
mod edit;
mod error;
mod json;
mod known;
pub mod observation;
mod read;
mod scan;
pub mod tree;
mod wire;
mod write;

pub use date::{DateWritten, FhirDate};
pub use error::FhirError;
pub(crate) use json::depth;
pub use known::{Kind, Series, Unit};

/// The largest resource that is read, in bytes: 1 MiB.
pub const MAX_BYTES: usize = 1024 * 1024;
/// The deepest nesting of objects and arrays that is read.
pub const MAX_DEPTH: usize = 32;
/// The most items that one list is read with.
pub const MAX_ITEMS: usize = 256;

#[cfg(test)]
mod tests;

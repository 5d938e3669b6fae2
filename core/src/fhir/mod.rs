//! FHIR R4 in the plan's terms, both ways: fresh resources from the plan ([`outgoing`]), the plan's
//! fields in what a practice sends ([`incoming`]), and changes there that touch nothing else
//! ([`write_over`]); results by a reader of their own ([`observation`]). Pure: no clock, no disk, no
//! network.
//!
//! Everything read here comes from outside, so size, depth and counts are capped before anything
//! is built from it, and a resource that says it means something else than it seems to is refused.

mod date;
mod document;
mod edit;
mod error;
mod incoming;
mod json;
mod known;
mod map;
pub mod observation;
mod out;
pub mod own;
mod read;
mod scan;
mod stamp;
pub mod tree;
mod wire;
mod write;

pub use date::{DateWritten, FhirDate};
pub use document::{Extract, document, document_part, own_patient, section_titles};
pub use error::FhirError;
pub use incoming::{
    Incoming, Link, What, incoming, links_of, order_parts, remove_part, write_links, write_over, write_part,
};
pub(crate) use json::depth;
pub use known::{Kind, Series, Unit};
pub use map::Part;
pub use out::{Context, Outgoing, all_outgoing, id_of, not_outgoing, outgoing, said};
pub use stamp::{stamp, stamp_of};

/// The largest resource that is read, in bytes: 1 MiB.
pub const MAX_BYTES: usize = 1024 * 1024;
/// The deepest nesting of objects and arrays that is read.
pub const MAX_DEPTH: usize = 32;
/// The most items that one list is read with.
pub const MAX_ITEMS: usize = 256;

#[cfg(test)]
mod tests;

//! Hearth's core: everything a care plan means, with no screen and no network.
#![forbid(unsafe_code)]

mod base64;

pub mod companion;
pub mod fhir;
pub mod plan;
pub mod prsb;
pub mod record;
pub mod share;
pub mod sheets;
pub mod store;
pub mod sync;
pub mod vault;
pub mod words;

pub use hearth_card as card;
pub use hearth_paper as paper;

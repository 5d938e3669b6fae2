//! The lists of the Professional Record Standards Body (PRSB), element by element:
//! where each stands in the plan, or why it is left out. One tree a list; the
//! export, the reading of a file and the table of coverage all walk it.
//!
//! Pure: a record goes in, JSON or ops come out. [`crate::companion`] has the doors.

mod check;
pub mod coverage;
mod entries;
mod export;
mod file;
mod import;
mod import_entry;
mod json;
mod list;
mod map_about_me;
mod map_care_plan;
mod map_clinical;
mod map_eol;
mod map_eol_care;
mod map_eol_plan;
mod map_goals;
mod map_unwell;
mod moment;
mod names;
mod note;
mod ops;
mod parts;
mod passed;
mod raw;
mod review;
mod said;
mod tree;
mod value;

pub use entries::{Hidden, Plan};
pub use export::{Exported, LeftOut, MAX_MEDIA, export};
pub use file::{Brought, Here, MAX_BYTES, MAX_DEPTH, PrsbError, read};
pub use import::KeepFile;
pub use list::List;
pub use moment::written as made_on;
pub use note::Note;
pub use tree::{Each, Element, Mark, Only, Rule, What, Why};

#[cfg(test)]
mod tests;

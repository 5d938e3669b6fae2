//! The person's plan: its rooms, what each field may hold, and how the record
//! is read as them. Pure: no clock, no disk.
//!
//! One table declares every entity and field once. From it come the typed
//! structs of [`rooms`](self), what the store and merge need to know of a field,
//! what may be written ([`check`]) and, later, FHIR, PRSB and history.

mod check;
mod coded;
mod date;
mod field;
mod kept;
mod kinds;
pub mod life;
mod number;
mod order;
pub mod rooms;
mod scale;
mod table;
mod time;
mod tree;

pub use check::{MAX_NAME, MAX_TEXT, Refused, check, check_name, check_typed};
pub use coded::{Coded, MAX_CODE};
pub use date::PartialDate;
pub use field::{Field, Holds, Sensitivity, Type};
pub use kept::{Kept, Offered, Version, Written};
pub use kinds::Kind;
pub use number::Number;
pub use order::{Ordered, between, in_order};
pub use rooms::*;
pub use scale::{Answer, CatTotal, Scale10};
pub use table::{COMMON, Common, field_of, fields};
pub use time::{TimeWritten, Zone};
pub use tree::{belongs_to, is_only_me, parent_field, parent_of, tree_heads, tree_of};

/// Words as kept: what is shown, and the original where they came through an
/// interpreter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What is shown.
    pub text: String,
    /// The person's own words, where `text` is an interpreter's.
    pub original: Option<crate::record::Original>,
}

/// An instant as claimed: epoch milliseconds and offset in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant {
    /// Milliseconds since 1970-01-01 UTC.
    pub ms: i64,
    /// Minutes east of UTC.
    pub offset: i16,
}

#[cfg(test)]
mod tests;

//! The record: every word ever written, as ops that are never edited, and how
//! two phones' ops become one plan. Pure: no clock, no disk, no randomness of
//! its own, so that a seed replays a whole world of phones.
//!
//! An [`Op`] says which field of which entity was written, what it replaced
//! (its parents), by whom and when they say it was. A [`Register`] is one field:
//! the ops nothing has replaced yet (its heads) and what waits beside them
//! (suggestions). A [`Record`] is all of them. Order comes from parents; ties
//! between things written at once come from the Lamport number, then the device.
//! A clock that is twenty years wrong changes what is shown as "when", never
//! which words are kept.

mod book;
mod codec;
mod entity;
mod id;
mod op;
mod register;
mod value;

pub use book::{Made, Record};
pub use codec::{DecodeError, MAX_LAMPORT, MAX_OP_BYTES, MAX_PARENTS};
pub use entity::{Entity, LIFE, Life};
pub use id::{DeviceId, EntityId, OpId, Owner};
pub use op::{Act, Author, Op, Origin, Slot, When};
pub use register::{Applied, Decision, Past, Policy, Register, Suggestion};
pub use value::{Original, Value};

#[cfg(test)]
mod tests;

//! The door between the core and the shells: everything a screen draws or an
//! intention writes, as flat records with names of their own.
//!
//! Nothing here decides anything. A function turns strings into ids and names,
//! asks the companion, and turns its view into a record; a rule of the domain
//! that seems to belong here belongs in the core. Three things are this crate's
//! own: every export answers a `Result` whose error has a sentence
//! ([`HearthError`]), a panic is an error like any other, and what the platform
//! brings (key store, clock, observer) comes in as foreign traits.
//!
//! What is exported is listed in `surface.txt`, which a test compares.

mod answer;
mod card;
mod cross;
mod doors;
mod entry;
mod error;
mod field;
mod plan;
mod platform;
mod rooms;
mod work;

pub use answer::{Answer, FieldAnswer, Writer};
pub use error::HearthError;
pub use plan::Plan;
pub use platform::{Clock, Folders, KeyItem, KeyStore, Moment, Platform, ShellFault};
pub use work::Work;

uniffi::setup_scaffolding!("hearth");

#[cfg(test)]
mod tests;

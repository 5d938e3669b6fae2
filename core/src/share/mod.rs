//! Sharing by link (SMART Health Links, <https://docs.smarthealthit.org/smart-health-links/spec>):
//! the link itself, its sealed files, what a host is asked and answers. The phone that makes a
//! link is the only holder of its key; a host keeps what it cannot open.
//!
//! What is read here came from outside and is hostile until it is shown not to be: every size is
//! looked at before anything is made of it, and each way of being wrong is an error of its own.

pub mod control;
pub mod follow;
pub mod host;
pub mod hpke;
pub mod jwe;
pub mod kept;
pub mod keys;
pub mod letter;
pub mod letters;
pub mod link;
pub mod mailbox;
pub mod manifest;
pub mod pair;
pub mod parts;
pub mod rows;
pub mod state;
pub mod version;

#[cfg(test)]
pub(crate) mod tests;

pub use control::Control;
pub use link::{FileKey, Flags, Link, LinkError, Reach};

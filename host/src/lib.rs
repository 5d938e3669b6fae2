//! The share host: keeps sealed copies of what people share by link (SMART Health Links), and the
//! mailbox of their phones and carers. It holds ciphertext and hashes, never a key.
//!
//! - [`engine`]: a transaction on SQLite or PostgreSQL; the only place that knows which.
//! - [`store`]: what is kept, and every change of it, written once for both.
//! - [`secret`]: the pepper and what is derived from it; names, tickets, passcodes, signed time.
//! - [`http`]: what is asked and answered.
//! - [`observe`]: the log and the figures, neither of which ever holds a name or a word.
//! - [`serve`]: connections, and stopping without breaking off what runs.
//!
//! docs/host.md is for who runs one; docs/decisions/0012-host.md says why it is as it is.
#![forbid(unsafe_code)]

pub mod config;
pub mod engine;
pub mod http;
pub mod jwe;
pub mod limits;
pub mod observe;
pub mod secret;
pub mod serve;
pub mod store;

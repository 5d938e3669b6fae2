//! In step with the practice: link, pull, merge, push.

pub mod base;
pub mod engine;
pub mod http;
pub mod mapping;
pub mod marks;
pub mod paper;
pub mod patient;
pub mod practice;
pub mod r4;
pub mod reach;
pub mod real;
pub mod session;
pub mod smart;
pub mod state;
pub mod when;
pub mod world;

#[cfg(test)]
pub(crate) mod testing;

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

//! What the tests of sharing stand on, and the vectors that never change.

pub(crate) mod host;
mod vectors;

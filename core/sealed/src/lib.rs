//! The envelope.
#![forbid(unsafe_code)]

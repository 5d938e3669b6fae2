//! The card.
#![forbid(unsafe_code)]

//! `words`

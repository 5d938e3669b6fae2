//! `companion`

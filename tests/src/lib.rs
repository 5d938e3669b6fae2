//! Whole-system tests: the story that the demo tells, and the fault harnesses.

pub mod converge;
pub mod story;

//! Whole-system tests: the story that the demo tells, and the fault harnesses.

pub mod converge;
pub mod door;
pub mod faults;
pub mod papers;
pub mod peers;
pub mod phones;
pub mod plan_store;
pub mod practice;
pub mod rng;
pub mod scratch;
pub mod story;
pub mod table;
pub mod toy;

//! Faults of disks and of power, and what the store must still hold after them.
//!
//! A [`Recorder`] stands under SQLite (as its VFS) and under the core's `Disk`
//! for one folder. It writes one log of all that reaches the disk, with marks
//! where an edit was begun and where it was acknowledged, and it can fail any
//! call. On it stand:
//! [`PowerCut`] (rebuilds what a disk may hold when the power went),
//! [`EveryNth`] (fails the first call, the second, and so on to the last),
//! [`Kill`] (ends a writing process without warning) and
//! [`Corruption`] (turns bits over).
//! What is modelled and what is not: `docs/decisions/0004-faults.md`.
//!
//! Each harness takes what to run and how to check as closures, and is worth
//! nothing without a control: the same run on a store with a known flaw, which
//! must lose.

// A harness whose own world breaks has nothing to report: it panics.
#![allow(clippy::expect_used, clippy::panic)]

mod corrupt;
mod disk;
mod every_nth;
mod image;
mod kill;
mod log;
mod power_cut;
mod report;
mod settle;
mod vfs;

pub use corrupt::{Corruption, Flip, Seen};
pub use every_nth::EveryNth;
pub use image::{Image, Platter};
pub use kill::{Death, Kill};
pub use log::{Call, Event, Fault, FaultKind, FileNo, Log, Marks, Recorder};
pub use power_cut::PowerCut;
pub use report::{Loss, Lost, Report};

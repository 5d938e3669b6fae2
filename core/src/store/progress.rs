//! How far long work has come, and whether it goes on.

use std::cell::Cell;

/// Told how far a backup or a restore has come.
pub trait Progress: Send + Sync {
    /// `done` of about `of` steps are behind it; `done` never falls and never
    /// passes `of`. `false` stops the work: nothing half-made is left, and it
    /// answers [`BackupError::Cancelled`](super::BackupError::Cancelled). The last
    /// call, with all steps done, comes after the work: its answer changes nothing.
    ///
    /// Called often, and with the plan locked: do little, and ask the plan nothing.
    fn reached(&self, done: u64, of: u64) -> bool;
}

/// Nobody looks, and nobody stops it.
impl Progress for () {
    fn reached(&self, _: u64, _: u64) -> bool {
        true
    }
}

/// The work was stopped.
#[derive(Debug)]
pub(super) struct Stopped;

/// The steps of work that goes over the same things twice: writes, then reads
/// back; checks, then builds.
pub(super) struct Steps<'a> {
    watched: &'a dyn Progress,
    done: Cell<u64>,
    /// The steps of one of the two goes.
    each: Cell<u64>,
}

impl<'a> Steps<'a> {
    /// Of how many steps is said by [`Steps::each_has`], once it is known.
    pub fn new(watched: &'a dyn Progress) -> Self {
        Self { watched, done: Cell::new(0), each: Cell::new(0) }
    }

    /// How many steps each go has, as far as is known: a file may claim any number.
    pub fn each_has(&self, steps: u64) {
        self.each.set(steps.min(u64::MAX / 2));
    }

    /// One more step of the first go, or of the second.
    pub fn step(&self, second: bool) -> Result<(), Stopped> {
        let most = self.each.get() * if second { 2 } else { 1 };
        self.done.set((self.done.get() + 1).min(most));
        self.go_on()
    }

    /// Whether to go on.
    pub fn go_on(&self) -> Result<(), Stopped> {
        let all = self.each.get() * 2;
        if self.watched.reached(self.done.get(), all) { Ok(()) } else { Err(Stopped) }
    }

    /// The first go is over.
    pub fn half(&self) -> Result<(), Stopped> {
        self.done.set(self.each.get());
        self.go_on()
    }

    /// All is done, and can't be stopped any more.
    pub fn end(&self) {
        self.done.set(self.each.get() * 2);
        let _ = self.go_on();
    }
}

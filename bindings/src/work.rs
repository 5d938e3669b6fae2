//! Long work: how far it has come, and the handle that stops it.

use crate::error::HearthError;
use hearth_core::store::Progress;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// How far long work has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Reached {
    /// Steps behind it: never falls, never passes `of`.
    pub done: u64,
    /// About how many steps there are; 0 before that is known.
    pub of: u64,
}

/// The handle of one piece of long work, made before it is begun and given to
/// it. Look at it and stop it from any other thread. It is asked and does not
/// tell, so that nothing of the shell's runs while the plan is locked.
#[derive(Debug, Default, uniffi::Object)]
pub struct Work {
    done: AtomicU64,
    of: AtomicU64,
    stopped: AtomicBool,
}

#[uniffi::export]
impl Work {
    /// For one backup, one restore or one sync.
    #[uniffi::constructor]
    pub fn new() -> Result<Arc<Self>, HearthError> {
        Ok(Arc::default())
    }

    /// How far it has come.
    pub fn reached(&self) -> Result<Reached, HearthError> {
        // First how many: with a new `done` and an old `of` it would seem over.
        let of = self.of.load(Ordering::Acquire);
        Ok(Reached { done: self.done.load(Ordering::Acquire).min(of), of })
    }

    /// Stops it, soon: nothing half-made is left, and it answers `Stopped`. After
    /// it is done this does nothing.
    pub fn stop(&self) -> Result<(), HearthError> {
        self.stopped.store(true, Ordering::Release);
        Ok(())
    }
}

impl Work {
    pub(crate) fn now_at(&self, done: u64, of: u64) {
        self.done.store(done, Ordering::Release);
        self.of.store(of, Ordering::Release);
    }

    pub(crate) fn was_stopped(&self) -> bool {
        self.stopped.load(Ordering::Acquire)
    }
}

impl Progress for Work {
    fn reached(&self, done: u64, of: u64) -> bool {
        self.now_at(done, of);
        !self.was_stopped()
    }
}

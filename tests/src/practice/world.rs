//! A world whose time passes when something happens in it, and whose chance
//! comes from a seed.

use crate::rng::Rng;
use hearth_core::companion::Clock;
use hearth_core::record::When;
use hearth_core::sync::world::World;
use hearth_core::vault::NoRandomness;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

/// 1 October 2026, 10:00 in London.
const BEGIN: i64 = 1_790_845_200_000;

/// The world.
pub struct SimWorld {
    began: i64,
    passed: AtomicI64,
    rng: Mutex<Rng>,
}

impl SimWorld {
    /// A world from a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self::beginning(seed, BEGIN)
    }

    /// A world from a seed that begins then: milliseconds since 1970.
    #[must_use]
    pub fn beginning(seed: u64, began: i64) -> Self {
        Self { began, passed: AtomicI64::new(0), rng: Mutex::new(Rng::part(seed, &[77])) }
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub fn ms(&self) -> i64 {
        self.began + self.passed.load(Ordering::Relaxed)
    }

    /// Lets time pass, in milliseconds.
    pub fn pass(&self, ms: i64) {
        self.passed.fetch_add(ms, Ordering::Relaxed);
    }
}

impl Clock for SimWorld {
    fn now(&self) -> When {
        When { ms: self.ms(), offset: 60 }
    }
}

impl World for SimWorld {
    fn now(&self) -> When {
        When { ms: self.ms(), offset: 60 }
    }

    fn elapsed(&self) -> Duration {
        Duration::from_millis(u64::try_from(self.passed.load(Ordering::Relaxed)).unwrap_or(0))
    }

    fn random(&self, out: &mut [u8]) -> Result<(), NoRandomness> {
        self.rng.lock().unwrap().fill(out);
        Ok(())
    }

    fn wait(&self, time: Duration) {
        self.pass(i64::try_from(time.as_millis()).unwrap_or(i64::MAX));
    }
}

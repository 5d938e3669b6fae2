//! What sync needs of the world beside a network: what time it is, chance, and
//! waiting. Tests bring a world whose time passes when it is told to.

use crate::record::When;
use hearth_sealed::NoRandomness;
use std::time::{Duration, Instant};

/// The world.
pub trait World: Send + Sync {
    /// What this phone's clock claims.
    fn now(&self) -> When;

    /// How long it has been since some moment that stays the same. Unlike the
    /// clock it never goes back.
    fn elapsed(&self) -> Duration;

    /// Fills bytes from the system's generator.
    ///
    /// # Errors
    /// [`NoRandomness`].
    fn random(&self, out: &mut [u8]) -> Result<(), NoRandomness>;

    /// Waits so long.
    fn wait(&self, time: Duration);
}

/// This machine.
pub struct RealWorld<C> {
    clock: C,
    begun: Instant,
}

impl<C: Fn() -> When + Send + Sync> RealWorld<C> {
    /// With the platform's clock.
    pub fn new(clock: C) -> Self {
        Self { clock, begun: Instant::now() }
    }
}

impl<C: Fn() -> When + Send + Sync> World for RealWorld<C> {
    fn now(&self) -> When {
        (self.clock)()
    }

    fn elapsed(&self) -> Duration {
        self.begun.elapsed()
    }

    fn random(&self, out: &mut [u8]) -> Result<(), NoRandomness> {
        hearth_sealed::random(out)
    }

    fn wait(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

/// How much of a person's time is left before the next try: "full jitter", any
/// time up to a bound that doubles with each try, so that many phones do not
/// come back to a busy server at once.
pub fn jitter(world: &dyn World, attempt: u32) -> Duration {
    const FIRST: u64 = 500;
    const MOST: u64 = 8_000;
    let bound = FIRST.saturating_mul(1 << attempt.min(10)).min(MOST);
    let mut chance = [0; 8];
    // Where there is no randomness there is no spread: then the whole bound.
    match world.random(&mut chance) {
        Ok(()) => Duration::from_millis(u64::from_le_bytes(chance) % (bound + 1)),
        Err(_) => Duration::from_millis(bound),
    }
}

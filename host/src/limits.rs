//! How much and how often: sizes of what comes in, and buckets that fill at a rate.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hash};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// Most bytes of a manifest request and of any other small one.
pub const SMALL_BODY: usize = 16 << 10;
/// Most bytes of one version's files as they are put.
pub const FILES_BODY: usize = 12 << 20;
/// Most files of a share.
pub const FILES: usize = 16;
/// Most bytes of one file's JWE.
pub const FILE: usize = 8 << 20;
/// Most bytes of a `list`.
pub const LIST: usize = 16 << 10;
/// Most bytes of one mailbox item as it lies.
pub const ITEM: usize = 256 << 10;
/// Most bytes of a mailbox item as it is put.
pub const ITEM_BODY: usize = 400 << 10;
/// Most bytes of items in one answer, after the first.
pub const ITEMS_ANSWER: usize = 4 << 20;
/// Most bytes of files that are put into a manifest; the others get a `location`.
pub const EMBED: i64 = 1 << 20;
/// Most characters that are kept of who looked.
pub const RECIPIENT: usize = 200;
/// Seconds that a `location` is good for.
pub const LOCATION: i64 = 30 * 60;
/// Seconds that one request may take; a slow phone puts a long file.
pub const REQUEST: u64 = 120;
/// Seconds within which a request's head must come.
pub const HEAD: u64 = 10;
/// Requests that wait for their turn to have a passcode looked at.
pub const WAITING: usize = 256;

const BUCKETS: usize = 1 << 14;

/// Buckets for names: each name has one, which others may share, so that memory is bounded.
pub struct Rate {
    a_minute: f64,
    burst: f64,
    hasher: RandomState,
    begun: Instant,
    buckets: Vec<Mutex<(f64, f64)>>,
}

impl Rate {
    /// So many a minute, and as many at once.
    pub fn new(a_minute: u32) -> Self {
        let burst = f64::from(a_minute.max(1));
        let buckets = (0..BUCKETS).map(|_| Mutex::new((burst, 0.0))).collect();
        Self { a_minute: burst, burst, hasher: RandomState::new(), begun: Instant::now(), buckets }
    }

    /// Takes one; else in how many seconds there is one.
    pub fn take(&self, name: &impl Hash) -> Result<(), u64> {
        self.take_at(name, self.begun.elapsed().as_secs_f64())
    }

    fn take_at(&self, name: &impl Hash, now: f64) -> Result<(), u64> {
        let at = self.hasher.hash_one(name) as usize % BUCKETS;
        let Some(bucket) = self.buckets.get(at) else { return Ok(()) };
        let mut bucket = bucket.lock().unwrap_or_else(PoisonError::into_inner);
        let (held, since) = *bucket;
        let held = (held + (now - since) * self.a_minute / 60.0).min(self.burst);
        if held >= 1.0 {
            *bucket = (held - 1.0, now);
            return Ok(());
        }
        *bucket = (held, now);
        Err(((1.0 - held) * 60.0 / self.a_minute).ceil().max(1.0) as u64)
    }
}

#[cfg(test)]
mod tests {
    use super::Rate;

    #[test]
    fn a_bucket_gives_what_it_holds_and_says_when_there_is_more() {
        let rate = Rate::new(60);
        for _ in 0..60 {
            assert_eq!(rate.take_at(&"one", 0.0), Ok(()));
        }
        assert_eq!(rate.take_at(&"one", 0.0), Err(1));
        assert_eq!(rate.take_at(&"one", 0.5), Err(1));
        assert_eq!(rate.take_at(&"one", 1.0), Ok(()));
        assert_eq!(Rate::new(1).take_at(&"one", 0.0), Ok(()));
    }

    #[test]
    fn a_bucket_never_holds_more_than_its_burst() {
        let rate = Rate::new(10);
        let taken = (0..100).filter(|_| rate.take_at(&"one", 1e9).is_ok()).count();
        assert_eq!(taken, 10);
    }
}

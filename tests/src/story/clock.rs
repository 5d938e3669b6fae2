//! The story's clock: it starts on Thursday 1 October 2026 and goes on only when
//! the story says so. Kept in the folder, so that a second run goes on later.

use hearth_core::companion::Clock;
use hearth_core::record::When;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};

const FIRST: i64 = 1_790_848_800_000; // 2026-10-01 10:00 in London
const DAY: i64 = 86_400_000;

/// A clock that the story moves.
pub struct StoryClock {
    now: AtomicI64,
    file: PathBuf,
}

impl StoryClock {
    /// Where it stood last in this folder, or on the first day.
    pub fn new(folder: &Path) -> Self {
        let file = folder.join("story-clock");
        let now = std::fs::read_to_string(&file).ok().and_then(|text| text.trim().parse().ok());
        Self { now: AtomicI64::new(now.unwrap_or(FIRST)), file }
    }

    /// Some days later.
    pub fn days(&self, days: i64) {
        self.minutes(days * 24 * 60);
    }

    /// Some minutes later.
    pub fn minutes(&self, minutes: i64) {
        let now = self.now.fetch_add(minutes * DAY / 1440, Ordering::Relaxed) + minutes * DAY / 1440;
        // A clock that can't be kept only means that the next run starts earlier.
        let _ = std::fs::write(&self.file, now.to_string());
    }
}

impl Clock for StoryClock {
    fn now(&self) -> When {
        let ms = self.now.load(Ordering::Relaxed);
        // British Summer Time: until 25 October 2026, and from 28 March to
        // 31 October 2027, at 01:00 UTC.
        let summer = ms < 1_792_890_000_000 || (1_806_195_600_000..1_824_944_400_000).contains(&ms);
        let offset = if summer { 60 } else { 0 };
        When { ms, offset }
    }
}

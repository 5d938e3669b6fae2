//! When a file was made, as it says: what its words are dated with, and what decides
//! which of two files from one source is the later.

use crate::plan::{PartialDate, Zone};
use crate::record::{MAX_LAMPORT, When};
use chrono::NaiveTime;

/// The moment that a written date names: midday of a day without a time. `None` for
/// less than a day.
pub(super) fn of(date: PartialDate) -> Option<When> {
    let day = date.whole()?;
    let clock = match date.time {
        Some(time) => time.clock()?,
        None => NaiveTime::from_hms_opt(12, 0, 0)?,
    };
    let second = date.time.map_or(0, |time| i64::from(time.second));
    let offset = match date.time.map(|time| time.zone) {
        Some(Zone::East(minutes)) => i16::try_from(minutes).ok()?,
        Some(Zone::West(minutes)) => -i16::try_from(minutes).ok()?,
        Some(Zone::Utc) | None => 0,
    };
    let local = day.and_time(clock).and_utc().timestamp_millis();
    Some(When { ms: local + second * 1000 - i64::from(offset) * 60_000, offset })
}

/// As FHIR writes it, to the second.
pub fn written(at: When) -> Option<String> {
    let local = at.ms.checked_add(i64::from(at.offset) * 60_000)?;
    let local = chrono::DateTime::from_timestamp_millis(local)?.format("%Y-%m-%dT%H:%M:%S");
    let (sign, minutes) = if at.offset < 0 { ('-', -i32::from(at.offset)) } else { ('+', at.offset.into()) };
    let text = format!("{local}{sign}{:02}:{:02}", minutes / 60, minutes % 60);
    PartialDate::parse(&text).is_ok().then_some(text)
}

/// The number that ranks what one source wrote at different moments.
pub(super) fn rank(at: When) -> u64 {
    u64::try_from(at.ms).unwrap_or(0).min(MAX_LAMPORT)
}

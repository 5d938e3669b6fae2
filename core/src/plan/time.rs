//! A time of day beside a date, as it was written: its fraction and its offset too.

use super::Refused;
use chrono::NaiveTime;
use std::fmt;

/// Where the clock of a written time stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Zone {
    /// Written `Z`.
    Utc,
    /// Written `+01:00`: minutes east.
    East(u16),
    /// Written `-05:00`: minutes west. `-00:00` stays what it is.
    West(u16),
}

/// `10:20:00+01:00`, as FHIR R4 writes the time of a `dateTime`: always with
/// seconds and an offset. Nothing is ever computed with it: it is shown, and given
/// back as it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeWritten {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 60: a minute may have a leap second.
    pub second: u8,
    /// Billionths of a second.
    nanos: u32,
    /// How many digits of them were written, at most 9.
    digits: u8,
    /// Its offset.
    pub zone: Zone,
}

impl TimeWritten {
    pub(super) fn parse(text: &str) -> Result<Self, Refused> {
        read(text).ok_or(Refused::NoSuchDate)
    }

    /// The time on the clock of whoever wrote it, to the minute.
    pub fn clock(self) -> Option<NaiveTime> {
        NaiveTime::from_hms_opt(self.hour.into(), self.minute.into(), 0)
    }
}

fn read(text: &str) -> Option<TimeWritten> {
    let (clock, rest) = text.split_at_checked(8)?;
    let (fraction, zone) = match rest.strip_prefix('.') {
        Some(rest) => {
            let end = rest.find(|c: char| !c.is_ascii_digit())?;
            rest.split_at_checked(end)?
        }
        None => ("", rest),
    };
    let written = fraction.len();
    if rest.starts_with('.') && !(1..=9).contains(&written) {
        return None;
    }
    let nanos = match fraction {
        "" => 0,
        digits => digits.parse::<u32>().ok()? * 10_u32.pow(9 - u32::try_from(written).ok()?),
    };
    let colons = clock.as_bytes().get(2) == Some(&b':') && clock.as_bytes().get(5) == Some(&b':');
    let time = TimeWritten {
        hour: two(clock.get(0..2)?)?,
        minute: two(clock.get(3..5)?)?,
        second: two(clock.get(6..8)?)?,
        nanos,
        digits: u8::try_from(written).ok()?,
        zone: zone_of(zone)?,
    };
    (colons && time.hour < 24 && time.minute < 60 && time.second <= 60).then_some(time)
}

fn zone_of(text: &str) -> Option<Zone> {
    if text == "Z" {
        return Some(Zone::Utc);
    }
    let offset = text.strip_prefix(['+', '-'])?;
    let (hours, minutes) = offset.split_once(':')?;
    let (hours, minutes) = (u16::from(two(hours)?), u16::from(two(minutes)?));
    let offset = hours * 60 + minutes;
    let good = minutes < 60 && offset <= 14 * 60;
    let zone = if text.starts_with('-') { Zone::West(offset) } else { Zone::East(offset) };
    good.then_some(zone)
}

fn two(text: &str) -> Option<u8> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for TimeWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}:{:02}", self.hour, self.minute, self.second)?;
        if self.digits > 0 {
            let nanos = format!("{:09}", self.nanos);
            write!(f, ".{}", nanos.get(..usize::from(self.digits)).unwrap_or(&nanos))?;
        }
        match self.zone {
            Zone::Utc => f.write_str("Z"),
            Zone::East(minutes) => write!(f, "+{:02}:{:02}", minutes / 60, minutes % 60),
            Zone::West(minutes) => write!(f, "-{:02}:{:02}", minutes / 60, minutes % 60),
        }
    }
}

//! Calendar dates that may be partial, and dates with a time, in FHIR's form.
//! They never shift with a time zone: 4 March is 4 March wherever the phone is.
//! Source: FHIR R4 datatypes, `date` and `dateTime`.

use super::Refused;
use super::time::TimeWritten;
use chrono::NaiveDate;

/// A year, a month, a day, or a day with its time as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    /// 1850 to 2200: no living person's plan needs another, and a clock or a
    /// slip of the thumb that gives one is caught.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31, only with a month.
    pub day: Option<u8>,
    /// The time, only with a day: kept so that nothing of a record is cut.
    pub time: Option<TimeWritten>,
}

impl PartialDate {
    /// Reads `1951`, `1951-03`, `1951-03-04` or `1951-03-04T10:20:00+01:00`; a day
    /// that does not exist, or a year no plan can hold, is refused.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let (text, time) = match text.split_once('T') {
            Some((date, time)) => (date, Some(TimeWritten::parse(time)?)),
            None => (text, None),
        };
        let mut parts = text.split('-');
        let year = parts.next();
        if year.is_some_and(|year| year.len() > 4 && year.bytes().all(|byte| byte.is_ascii_digit())) {
            return Err(Refused::UnlikelyYear);
        }
        let year: u16 = digits(year, 4)?.ok_or(Refused::NoSuchDate)?;
        let month: Option<u8> = digits(parts.next(), 2)?;
        let day: Option<u8> = digits(parts.next(), 2)?;
        let date = Self { year, month, day, time };
        let first = NaiveDate::from_ymd_opt(year.into(), month.unwrap_or(1).into(), day.unwrap_or(1).into());
        if parts.next().is_some() || (time.is_some() && day.is_none()) {
            return Err(Refused::NoSuchDate);
        }
        if !(1850..=2200).contains(&year) {
            return Err(Refused::UnlikelyYear);
        }
        first.map(|_| date).ok_or(Refused::NoSuchDate)
    }

    /// A whole calendar date.
    pub fn whole(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.into(), self.month?.into(), self.day?.into())
    }

    /// The first day that it can mean.
    pub fn first(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(
            self.year.into(),
            self.month.unwrap_or(1).into(),
            self.day.unwrap_or(1).into(),
        )
    }

    /// The last day that it can mean: "by November" is not late before December.
    pub fn last(self) -> Option<NaiveDate> {
        match (self.month, self.day) {
            (None, _) => NaiveDate::from_ymd_opt(self.year.into(), 12, 31),
            (Some(month), None) => {
                let days = [31, 30, 29, 28];
                days.into_iter().find_map(|day| NaiveDate::from_ymd_opt(self.year.into(), month.into(), day))
            }
            (Some(_), Some(_)) => self.whole(),
        }
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        if let Some(time) = self.time {
            write!(f, "T{time}")?;
        }
        Ok(())
    }
}

fn digits<T: std::str::FromStr>(part: Option<&str>, length: usize) -> Result<Option<T>, Refused> {
    let Some(part) = part else { return Ok(None) };
    if part.len() != length || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Refused::NoSuchDate);
    }
    part.parse().map(Some).map_err(|_| Refused::NoSuchDate)
}

//! Dates and times in words. A date nobody could mean is shown with a doubt about the clock.
//!
//! [`Words::near`], [`Words::near_at`], [`Words::happened`] and [`Words::long_ago`] are for a screen
//! that is drawn now. What is kept, printed or shared says [`Words::date`] or [`Words::day`]:
//! "yesterday" on paper is wrong tomorrow.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use super::{Arg, Words};

/// The first and last year that a date in a care plan can mean, as `plan::PartialDate` has them.
/// Nobody alive was born before the first; only a clock that is wrong writes a year after the last.
const YEARS: std::ops::RangeInclusive<i32> = 1850..=2200;

/// Beyond this many days, an age says that the clock is wrong: about 130 years.
const OLDEST_DAYS: i64 = 47_500;

impl Words {
    /// "Thursday 26 November 2026".
    ///
    /// Years outside 1850 to 2200: "26 November 40000 (this phone’s clock may be wrong)".
    pub fn day(&self, date: NaiveDate) -> String {
        if !YEARS.contains(&date.year()) {
            return self.date(date);
        }
        let (day, year) = (date.day().to_string(), date.year().to_string());
        self.plain(
            "date-day",
            &[
                ("weekday", Arg::Text(&self.weekday(date))),
                ("day", Arg::Text(&day)),
                ("month", Arg::Text(&self.month(date.month()))),
                ("year", Arg::Text(&year)),
            ],
        )
    }

    /// "26 November 2026"; outside 1850 to 2200 as [`Words::day`].
    pub fn date(&self, date: NaiveDate) -> String {
        let (day, year) = (date.day().to_string(), date.year().to_string());
        let said = self.plain(
            "date-full",
            &[
                ("day", Arg::Text(&day)),
                ("month", Arg::Text(&self.month(date.month()))),
                ("year", Arg::Text(&year)),
            ],
        );
        self.doubted(date.year(), said)
    }

    /// The date as it is said today: "today", "yesterday", "tomorrow", "Thursday, 3 days ago" and
    /// "Thursday, in 3 days" up to six days away, "14 October" in the same year, else with its
    /// year. If today itself is no date anybody could mean, always the full date.
    pub fn near(&self, date: NaiveDate, today: NaiveDate) -> String {
        if !YEARS.contains(&date.year()) || !YEARS.contains(&today.year()) {
            return self.date(date);
        }
        let ahead = date.signed_duration_since(today).num_days();
        match ahead {
            0 => self.plain("date-today", &[]),
            -1 => self.plain("date-yesterday", &[]),
            1 => self.plain("date-tomorrow", &[]),
            -6..=-2 => self.plain(
                "date-days-ago",
                &[("weekday", Arg::Text(&self.weekday(date))), ("n", Arg::Number(-ahead))],
            ),
            2..=6 => self.plain(
                "date-in-days",
                &[("weekday", Arg::Text(&self.weekday(date))), ("n", Arg::Number(ahead))],
            ),
            _ if date.year() == today.year() => self.plain(
                "date-short",
                &[
                    ("day", Arg::Text(&date.day().to_string())),
                    ("month", Arg::Text(&self.month(date.month()))),
                ],
            ),
            _ => self.date(date),
        }
    }

    /// The date of something that has already happened, as [`Words::near`] says it. A date after
    /// tomorrow cannot be: "26 November 2046 (this phone’s clock may be wrong)". Tomorrow can, since
    /// it was written in another time zone.
    pub fn happened(&self, date: NaiveDate, today: NaiveDate) -> String {
        if date.signed_duration_since(today).num_days() <= 1 {
            return self.near(date, today);
        }
        let said = self.date(date);
        if YEARS.contains(&date.year()) {
            self.plain("date-unlikely", &[("date", Arg::Text(&said))])
        } else {
            said
        }
    }

    /// A FHIR partial date in words: `1951` is "1951", `1951-03` "March 1951", `1951-03-04`
    /// "4 March 1951". What is none of these comes back as it was written.
    pub fn partial(&self, written: &str) -> String {
        self.partial_in_words(written).unwrap_or_else(|| written.to_owned())
    }

    fn partial_in_words(&self, written: &str) -> Option<String> {
        let digits = |part: &str, length: usize| {
            let all = part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
            all.then(|| part.parse::<u32>().ok()).flatten()
        };
        let year = |part: &str| i32::try_from(digits(part, 4)?).ok();
        let parts: Vec<&str> = written.splitn(4, '-').collect();
        match parts[..] {
            [y] => Some(self.doubted(year(y)?, y.to_owned())),
            [y, m] => {
                // A month is real when its first day is.
                let first = NaiveDate::from_ymd_opt(year(y)?, digits(m, 2)?, 1)?;
                let said = self.plain(
                    "date-month",
                    &[("month", Arg::Text(&self.month(first.month()))), ("year", Arg::Text(y))],
                );
                Some(self.doubted(first.year(), said))
            }
            [y, m, d] => {
                let date = NaiveDate::from_ymd_opt(year(y)?, digits(m, 2)?, digits(d, 2)?)?;
                Some(self.date(date))
            }
            _ => None,
        }
    }

    /// The date as said, with the doubt beside it if its year is none that anybody could mean.
    fn doubted(&self, year: i32, said: String) -> String {
        if YEARS.contains(&year) { said } else { self.plain("date-unlikely", &[("date", Arg::Text(&said))]) }
    }

    /// "20:15". The clock of the person: 24 hours, no seconds.
    pub fn time(&self, time: NaiveTime) -> String {
        self.plain(
            "date-time",
            &[
                ("hour", Arg::Text(&format!("{:02}", time.hour()))),
                ("minute", Arg::Text(&format!("{:02}", time.minute()))),
            ],
        )
    }

    /// "Thursday 26 November 2026, 20:15".
    pub fn day_at(&self, date: NaiveDate, time: NaiveTime) -> String {
        self.at(&self.day(date), time)
    }

    /// "today, 20:15": as [`Words::near`], with the time.
    pub fn near_at(&self, date: NaiveDate, time: NaiveTime, today: NaiveDate) -> String {
        self.at(&self.near(date, today), time)
    }

    fn at(&self, date: &str, time: NaiveTime) -> String {
        self.plain("date-at", &[("date", Arg::Text(date)), ("time", Arg::Text(&self.time(time)))])
    }

    /// How long ago, from whole days: "today", "yesterday", "3 days ago", "about 5 weeks ago",
    /// "about 7 months ago", "about 12 years ago".
    ///
    /// One day ahead still counts as today, since a time zone can do that. Further ahead, or more
    /// than 130 years back: "this phone’s clock may be wrong".
    pub fn long_ago(&self, days: i64) -> String {
        let (key, n) = match days {
            -1 | 0 => ("date-today", 0),
            1 => ("date-yesterday", 1),
            2..=13 => ("ago-days", days),
            14..=59 => ("ago-weeks", (days + 3) / 7),
            60..=729 => ("ago-months", (days * 12 + 182) / 365),
            730..=OLDEST_DAYS => ("ago-years", (days * 4 + 730) / 1461),
            _ => ("date-clock-wrong", 0),
        };
        self.plain(key, &[("n", Arg::Number(n))])
    }

    fn weekday(&self, date: NaiveDate) -> String {
        let n = i64::from(date.weekday().number_from_monday());
        self.plain("date-weekday-name", &[("n", Arg::Number(n))])
    }

    fn month(&self, month: u32) -> String {
        self.plain("date-month-name", &[("n", Arg::Number(month.into()))])
    }
}

//! FHIR dates and times, as exact as they were written and never moved to another time zone.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

/// A FHIR `dateTime` or `instant`, with exactly the parts that were given
/// (<https://hl7.org/fhir/R4/datatypes.html#dateTime>).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FhirDate {
    /// `1951`.
    Year(i32),
    /// `1951-03`.
    Month {
        /// The year, 1 to 9999.
        year: i32,
        /// The month, 1 to 12.
        month: u32,
    },
    /// `1951-03-04`.
    Day(NaiveDate),
    /// `1951-03-04T10:20:00+01:00`, with the offset it was written with.
    Instant(DateTime<FixedOffset>),
}

impl FhirDate {
    /// Reads a date in one of FHIR's forms. `None` for anything else: a time without its offset
    /// could be any hour, so it is not guessed.
    pub fn parse(written: &str) -> Option<FhirDate> {
        if !written.is_ascii() {
            return None;
        }
        let number = |from: usize, to: usize| -> Option<u32> {
            let digits = written.get(from..to)?;
            let all = digits.bytes().all(|b| b.is_ascii_digit());
            all.then(|| digits.parse().ok()).flatten()
        };
        let dash = |at: usize| written.as_bytes().get(at) == Some(&b'-');
        let year = i32::try_from(number(0, 4)?).ok().filter(|year| *year > 0)?;
        if written.len() == 4 {
            return Some(FhirDate::Year(year));
        }
        let month = number(5, 7).filter(|_| dash(4))?;
        if written.len() == 7 {
            return NaiveDate::from_ymd_opt(year, month, 1).map(|_| FhirDate::Month { year, month });
        }
        let day = number(8, 10).filter(|_| dash(7))?;
        let date = NaiveDate::from_ymd_opt(year, month, day)?;
        if written.len() == 10 {
            return Some(FhirDate::Day(date));
        }
        // RFC 3339 also allows a small t or a space between date and time; FHIR does not.
        if written.as_bytes().get(10) != Some(&b'T') {
            return None;
        }
        DateTime::parse_from_rfc3339(written).ok().map(FhirDate::Instant)
    }

    /// The calendar day as the writer's own calendar had it; `None` when no day was given.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            FhirDate::Day(date) => Some(*date),
            FhirDate::Instant(instant) => Some(instant.date_naive()),
            FhirDate::Year(_) | FhirDate::Month { .. } => None,
        }
    }

    /// The year.
    pub fn year(&self) -> i32 {
        match self {
            FhirDate::Year(year) | FhirDate::Month { year, .. } => *year,
            FhirDate::Day(date) => date.year(),
            FhirDate::Instant(instant) => instant.year(),
        }
    }
}

/// A date as it was written, beside what it says where that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateWritten {
    /// Exactly as it came.
    pub written: String,
    /// What it says; `None` when it is in none of FHIR's forms, or no such day exists.
    pub date: Option<FhirDate>,
}

impl DateWritten {
    pub(super) fn new(written: String) -> DateWritten {
        let date = FhirDate::parse(&written);
        DateWritten { written, date }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_that_fhir_allows_is_read_as_exactly_as_written() {
        let day = NaiveDate::from_ymd_opt(1951, 3, 4).unwrap();
        assert_eq!(FhirDate::parse("1951"), Some(FhirDate::Year(1951)));
        assert_eq!(FhirDate::parse("1951-03"), Some(FhirDate::Month { year: 1951, month: 3 }));
        assert_eq!(FhirDate::parse("1951-03-04"), Some(FhirDate::Day(day)));
        for time in ["T10:20:00Z", "T10:20:00.123+01:00", "T23:59:60-05:00"] {
            let read = FhirDate::parse(&format!("1951-03-04{time}")).unwrap();
            assert!(matches!(read, FhirDate::Instant(_)), "{time}");
        }
    }

    #[test]
    fn a_day_stays_the_day_it_was_where_it_was_written() {
        let late = FhirDate::parse("2026-11-26T23:30:00-11:00").unwrap();
        assert_eq!(late.day(), NaiveDate::from_ymd_opt(2026, 11, 26));
        assert_eq!(late.year(), 2026);
        assert_eq!(FhirDate::parse("2026-11").unwrap().day(), None);
    }

    #[test]
    fn what_fhir_does_not_allow_is_not_guessed() {
        for odd in [
            "",
            "51",
            "0000",
            "19510",
            "1951-",
            "1951-3",
            "1951-00",
            "1951-13",
            "1951/03",
            "1951-02-29",
            "1951-03-04T",
            "1951-03-04T10:20",
            "1951-03-04T10:20:00",
            "1951-03-04 10:20:00Z",
            "1951-03-04t10:20:00z",
            "1951-03-04T25:00:00Z",
            " 1951",
            "1951-03-04T10:20:00Z ",
            "+951",
            "１９５１",
            "195é-03-04",
        ] {
            assert_eq!(FhirDate::parse(odd), None, "{odd}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in ".{0,40}") {
            let _ = FhirDate::parse(&text);
        }

        #[test]
        fn anything_shaped_like_a_date_is_read_or_refused(
            text in "[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9:.]{0,12}[-+Z]?[0-9:]{0,5})?)?)?"
        ) {
            let _ = FhirDate::parse(&text);
        }
    }
}

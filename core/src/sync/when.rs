//! A practice's own clock: read, compared, sent back. It may say anything.

use chrono::{DateTime, SecondsFormat, Utc};
use std::time::Duration;

/// An instant as FHIR writes it, in milliseconds since 1970.
pub fn instant(text: &str) -> Option<i64> {
    DateTime::parse_from_rfc3339(text).ok().map(|at| at.timestamp_millis())
}

/// A date as HTTP writes it (RFC 9110, 5.6.7).
pub fn http_date(text: &str) -> Option<i64> {
    DateTime::parse_from_rfc2822(text).ok().map(|at| at.timestamp_millis())
}

/// An instant as it is put into a question: UTC, so that no `+` is in it.
pub fn written(ms: i64) -> Option<String> {
    let at: DateTime<Utc> = DateTime::from_timestamp_millis(ms)?;
    let text = at.to_rfc3339_opts(SecondsFormat::Millis, true);
    // Before the year 1 and after 9999 it is written in a way FHIR does not read.
    (text.len() == 24).then_some(text)
}

/// How long a `Retry-After` asks for, by seconds or by a date.
pub fn retry_after(text: &str, now: i64) -> Option<Duration> {
    if let Ok(seconds) = text.trim().parse() {
        return Some(Duration::from_secs(seconds));
    }
    let wait = http_date(text)?.saturating_sub(now).max(0);
    Some(Duration::from_millis(u64::try_from(wait).unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_read_as_servers_write_them_and_written_in_utc() {
        let at = instant("2026-11-26T11:00:00.250+01:00").unwrap();
        assert_eq!(written(at).as_deref(), Some("2026-11-26T10:00:00.250Z"));
        assert_eq!(
            http_date("Thu, 26 Nov 2026 10:00:00 GMT").and_then(written).as_deref(),
            Some("2026-11-26T10:00:00.000Z")
        );
        for text in ["", "yesterday", "2026-11-26", "2026-13-26T10:00:00Z"] {
            assert_eq!(instant(text), None, "{text}");
        }
        assert_eq!((written(i64::MAX), written(i64::MIN)), (None, None));
    }

    #[test]
    fn a_wait_is_read_in_seconds_or_by_a_date() {
        let now = instant("2026-11-26T10:00:00Z").unwrap();
        assert_eq!(retry_after(" 120 ", now), Some(Duration::from_secs(120)));
        assert_eq!(retry_after("Thu, 26 Nov 2026 10:00:30 GMT", now), Some(Duration::from_secs(30)));
        assert_eq!(retry_after("Thu, 26 Nov 2026 09:00:00 GMT", now), Some(Duration::ZERO));
        assert_eq!(retry_after("soon", now), None);
    }
}

//! What is answered when it is not what was asked for. Whatever can't be read, for whatever
//! reason, is one and the same answer.

use crate::engine::Fault;
use crate::observe;
use crate::secret::SecretError;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

/// Why there is no better answer.
#[derive(Debug)]
pub enum Refused {
    /// Unknown, empty, paused, held, ended, past its time, tried too often, or not yours.
    NotHere,
    /// The passcode is wrong or missing; so many attempts are left.
    Passcode(i64),
    /// Too often; ask again in so many seconds.
    TooOften(u64),
    /// What was asked can't be understood.
    Bad(&'static str),
    /// More than is taken.
    TooLong,
    /// The enrolment token is not known, revoked or used up.
    NoToken,
    /// The name belongs to another or was ended.
    Taken,
    /// A version with this number or a later one is in place: that one's number.
    Behind(i64),
    /// It was ended, for good. Only its owner hears this.
    Ended,
    /// A member of this role may not leave that, or there is nobody it is for.
    NotYours,
    /// No more fits.
    Full,
    /// The database or the machine is not there for a moment.
    Away,
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        observe::trouble(&fault.to_string());
        Self::Away
    }
}

impl From<SecretError> for Refused {
    fn from(error: SecretError) -> Self {
        observe::trouble(error.0);
        Self::Away
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let plain = |error: &str| json!({ "error": error });
        let (status, body, after) = match self {
            Self::NotHere => (StatusCode::NOT_FOUND, plain("not here"), None),
            Self::Passcode(left) => {
                (StatusCode::UNAUTHORIZED, json!({ "error": "passcode", "remainingAttempts": left }), None)
            }
            Self::TooOften(after) => (StatusCode::TOO_MANY_REQUESTS, plain("too often"), Some(after)),
            Self::Bad(why) => (StatusCode::BAD_REQUEST, plain(why), None),
            Self::TooLong => (StatusCode::PAYLOAD_TOO_LARGE, plain("too long"), None),
            Self::NoToken => (StatusCode::FORBIDDEN, plain("enrolment token"), None),
            Self::Taken => (StatusCode::CONFLICT, plain("taken"), None),
            Self::Behind(revision) => {
                (StatusCode::CONFLICT, json!({ "error": "behind", "revision": revision }), None)
            }
            Self::Ended => (StatusCode::GONE, plain("ended"), None),
            Self::NotYours => (StatusCode::FORBIDDEN, plain("not yours"), None),
            Self::Full => (StatusCode::INSUFFICIENT_STORAGE, plain("full"), None),
            Self::Away => (StatusCode::SERVICE_UNAVAILABLE, plain("away"), Some(2)),
        };
        let mut response = json_answer(status, &body);
        if let Some(after) = after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(after));
        }
        response
    }
}

/// An answer in JSON.
pub fn json_answer(status: StatusCode, body: &Value) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (status, kind, body.to_string()).into_response()
}

/// A moment as JSON has it: `2026-11-23T10:46:17Z`.
pub fn moment(seconds: i64) -> String {
    let (days, rest) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Days since 1 March 0000, in eras of 400 years (Howard Hinnant's civil_from_days).
    let shifted = days + 719_468;
    let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    let (hour, minute, second) = (rest / 3_600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn a_moment_is_written_as_json_has_it() {
        assert_eq!(moment(0), "1970-01-01T00:00:00Z");
        assert_eq!(moment(951_782_399), "2000-02-28T23:59:59Z");
        assert_eq!(moment(951_782_400), "2000-02-29T00:00:00Z");
        assert_eq!(moment(1_795_430_777), "2026-11-23T10:46:17Z");
        assert_eq!(moment(4_107_542_400), "2100-03-01T00:00:00Z");
    }
}

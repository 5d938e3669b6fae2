//! Opening a link: asking its host, taking what it gives only from that host, and opening it with
//! the link's key. Nothing is kept here and nothing is followed on.

use super::jwe::{self, JweError, Opened};
use super::link::{Link, Reach};
use super::manifest::{self, Lies, ManifestError, Status};
use crate::sync::http::{Http, HttpError, Method, Request, Response};
use serde::Deserialize;
use std::time::Duration;
use url::Url;

/// Most bytes of files that are put into an answer rather than at a place of their own.
const EMBED: usize = 4 << 20;
/// The longest that a host's wish to be left alone is heeded: a day.
const LONGEST_WAIT: u64 = 86_400;

/// Who looks, and with what.
#[derive(Clone, Copy)]
pub struct Asking<'a> {
    /// Said to whoever shares.
    pub recipient: &'a str,
    /// The passcode, where the link asks for one.
    pub passcode: Option<&'a str>,
    /// Which machines may be asked.
    pub reach: Reach,
}

/// What a link gives.
#[derive(Debug, PartialEq, Eq)]
pub struct Given {
    /// Whether it may change.
    pub status: Status,
    /// Its files, open.
    pub files: Vec<Opened>,
}

/// Why a link gave nothing. Whatever it is, a copy that is kept is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FollowError {
    /// There was no whole answer.
    #[error(transparent)]
    Http(#[from] HttpError),
    /// It sends on to somewhere else.
    #[error("the host sends on to somewhere else")]
    Redirected,
    /// It gives nothing under this link: paused, ended, past its time, or never there. Nobody can
    /// tell which from this.
    #[error("the link gives nothing now")]
    Nothing,
    /// The passcode is missing or wrong; so many attempts are left, where the host says.
    #[error("the passcode is not right")]
    Passcode {
        /// How many are left.
        left: Option<u32>,
    },
    /// It wants to be left alone for a time.
    #[error("the host is busy")]
    Busy {
        /// For how long.
        wait: Duration,
    },
    /// It answered with a status that is no answer.
    #[error("the host answered {0}")]
    Status(u16),
    /// Its manifest is not gone by.
    #[error(transparent)]
    Manifest(#[from] ManifestError),
    /// It gave an older copy than one that is kept.
    #[error("the copy is older than the one that is kept")]
    Older,
    /// What it gave is not from whoever made the copy that is kept.
    #[error("the copy is of somebody else")]
    Other,
    /// A file does not open.
    #[error(transparent)]
    File(#[from] JweError),
}

impl FollowError {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            FollowError::Http(HttpError::NoConnection) => "error-follow-no-connection",
            FollowError::Http(HttpError::TimedOut | HttpError::Cut) => "error-follow-slow",
            FollowError::Http(HttpError::TooLarge) => "error-manifest-too-large",
            FollowError::Http(HttpError::NotProven) => "error-follow-not-proven",
            FollowError::Http(HttpError::NotSafe) => "error-link-not-safe",
            FollowError::Redirected => "error-follow-redirected",
            FollowError::Nothing => "error-follow-nothing",
            FollowError::Passcode { left: Some(0) } => "error-follow-passcode-none-left",
            FollowError::Passcode { .. } => "error-follow-passcode",
            FollowError::Busy { .. } => "error-follow-busy",
            FollowError::Status(_) => "error-follow-status",
            FollowError::Older => "error-follow-older",
            FollowError::Other => "error-follow-other",
            FollowError::Manifest(error) => error.key(),
            FollowError::File(error) => error.key(),
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Refusal {
    remaining_attempts: Option<u32>,
}

/// Opens a link.
///
/// # Errors
/// [`FollowError`]; no file is given where one of them is not right.
pub fn follow(http: &dyn Http, link: &Link, asking: Asking<'_>) -> Result<Given, FollowError> {
    if !asking.reach.allows(&link.url) {
        return Err(HttpError::NotSafe.into());
    }
    if link.flags.direct {
        let mut url = link.url.clone();
        let recipient: String = asking.recipient.chars().take(manifest::MAX_RECIPIENT).collect();
        url.query_pairs_mut().append_pair("recipient", &recipient);
        let file = jwe::open(&link.key, &fetched(http, url)?)?;
        let status = if link.flags.long { Status::CanChange } else { Status::NotSaid };
        return Ok(Given { status, files: vec![file] });
    }
    let passcode = asking.passcode.filter(|_| link.flags.passcode);
    let body = manifest::question(asking.recipient, passcode, Some(EMBED));
    let mut request = Request::new(Method::Post, link.url.clone()).with("content-type", "application/json");
    request.body = Some(body);
    request.most = manifest::MAX_ANSWER;
    let answer = answered(http.send(&request)?)?;
    let manifest = manifest::read(&answer.body, &link.url, asking.reach)?;
    let mut files = Vec::new();
    let mut left = manifest::MAX_ANSWER;
    for file in manifest.files {
        let jwe = match file.lies {
            Lies::Here(jwe) => jwe,
            Lies::There(url) => fetched(http, url)?,
        };
        left = left.checked_sub(jwe.len()).ok_or(ManifestError::TooLarge)?;
        files.push(jwe::open(&link.key, &jwe)?);
    }
    Ok(Given { status: manifest.status, files })
}

fn fetched(http: &dyn Http, url: Url) -> Result<String, FollowError> {
    let mut request = Request::new(Method::Get, url);
    request.most = jwe::MAX_JWE;
    let answer = answered(http.send(&request)?)?;
    Ok(String::from_utf8(answer.body.to_vec()).map_err(|_| JweError::NotSealed)?)
}

fn answered(answer: Response) -> Result<Response, FollowError> {
    match answer.status {
        200..=299 => Ok(answer),
        300..=399 => Err(FollowError::Redirected),
        401 => {
            let said: Option<Refusal> = serde_json::from_slice(&answer.body).ok();
            Err(FollowError::Passcode { left: said.and_then(|said| said.remaining_attempts) })
        }
        404 | 410 => Err(FollowError::Nothing),
        429 | 503 => {
            let said = answer.header("retry-after").and_then(|text| text.trim().parse().ok());
            Err(FollowError::Busy { wait: Duration::from_secs(said.unwrap_or(60_u64).min(LONGEST_WAIT)) })
        }
        status => Err(FollowError::Status(status)),
    }
}

#[cfg(test)]
mod tests;

//! What the owner of a share asks its host (docs/host.md): make, put, pause, resume, extend, end,
//! how it stands, who looked. Every question may be asked twice and comes to the same.

use super::control::Control;
use super::link::Flags;
use crate::base64::encode_url;
use crate::sync::http::{Http, HttpError, Method, Request, Response, Token, is_safe};
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;
use url::Url;
use zeroize::Zeroizing;

/// The longest address of a host: with a share's name behind it it must fit in a link.
pub const MAX_ORIGIN: usize = super::link::MAX_URL - 3 - 43;
/// Most looks that are kept of one share.
pub const MAX_RECEIPTS: usize = 100;

/// Why a host did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HostError {
    /// There was no whole answer. What was asked may have been done.
    #[error(transparent)]
    Http(#[from] HttpError),
    /// It sends on to somewhere else.
    #[error("the host sends on to somewhere else")]
    Redirected,
    /// It has no such share.
    #[error("the host has no such share")]
    NotThere,
    /// The share was ended there.
    #[error("the share was ended")]
    Ended,
    /// The enrolment token is not taken.
    #[error("the enrolment token is not taken")]
    NoToken,
    /// The name is taken, or was once.
    #[error("the name is taken")]
    Taken,
    /// It has that version already, or a later one: this.
    #[error("the host has version {0}")]
    Behind(i64),
    /// It wants to be left alone for a time.
    #[error("the host is busy")]
    Busy {
        /// For how long.
        wait: Duration,
    },
    /// By its clock the time at which a share is to end is past already.
    #[error("by the host's clock that time is past")]
    Past,
    /// It does not take as much.
    #[error("more than the host takes")]
    TooLong,
    /// A member of this sort may not leave that, or nobody is there whom it is for.
    #[error("not for this member to do")]
    NotYours,
    /// No more fits until something is taken away.
    #[error("no more fits at the host")]
    Full,
    /// It answered with a status that is no answer.
    #[error("the host answered {0}")]
    Status(u16),
    /// It is no share host, or its answer can't be read.
    #[error("the host's answer can't be read")]
    NotReadable,
    /// Its address is not safe, or too long for a link.
    #[error("the address is not one of a share host")]
    Address,
}

impl HostError {
    /// The key of its sentence.
    pub fn key(self) -> &'static str {
        match self {
            HostError::Http(HttpError::NoConnection) => "error-share-no-connection",
            HostError::Http(HttpError::TimedOut | HttpError::Cut) => "error-share-slow",
            HostError::Http(HttpError::NotProven) => "error-share-not-proven",
            HostError::Http(HttpError::NotSafe) | HostError::Address => "error-share-address",
            HostError::Redirected => "error-share-elsewhere",
            HostError::NotThere => "error-share-gone",
            HostError::Ended => "error-share-ended",
            HostError::NoToken => "error-share-token",
            HostError::Busy { .. } => "error-share-busy",
            HostError::TooLong => "error-share-too-much",
            HostError::Past => "error-share-clock",
            HostError::Full => "error-mailbox-full",
            HostError::NotYours => "error-mailbox-not-yours",
            HostError::Http(HttpError::TooLarge)
            | HostError::Taken
            | HostError::Behind(_)
            | HostError::Status(_)
            | HostError::NotReadable => "error-share-unreadable",
        }
    }
}

/// How a share stands at its host.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "camelCase", default)]
#[derive(Default)]
pub struct Stands {
    /// When it ends by itself, seconds since 1970.
    pub exp: Option<i64>,
    /// Nobody can read it until it is resumed.
    pub paused: bool,
    /// The host holds it back until its owner writes or resumes.
    pub held: bool,
    /// When it was ended.
    pub ended: Option<i64>,
    /// The version of its files; 0 before the first.
    pub revision: i64,
    /// How often it was handed out.
    pub served: i64,
    /// How many wrong passcodes are still allowed.
    pub remaining_attempts: Option<i64>,
    /// What time it was by the host's clock: seconds since 1970.
    pub now: Option<i64>,
}

impl Stands {
    /// Whether a share that ends then, milliseconds since 1970, had ended by the host's clock; `None`
    /// where the host does not say what time it is.
    pub fn is_past(&self, until: i64) -> Option<bool> {
        self.now.map(|now| now.saturating_mul(1000) >= until)
    }
}

/// One look at a share.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
pub struct Look {
    /// When, by the host's clock: seconds since 1970.
    pub at: i64,
    /// Who they said they are: anybody can say anything.
    #[serde(default)]
    pub recipient: Option<String>,
}

#[derive(Deserialize)]
struct Receipts {
    receipts: Vec<Look>,
}

/// What a host says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The key that it signs the time with, where it does: 43 letters.
    pub time_key: Option<String>,
}

/// A share that is to be made.
pub struct New<'a> {
    /// Flags.
    pub flags: Flags,
    /// When it ends by itself.
    pub exp: Option<i64>,
    /// Its passcode.
    pub passcode: Option<&'a str>,
}

/// The address of a host as it is kept: scheme, name and port.
///
/// # Errors
/// [`HostError::Address`].
pub fn origin(text: &str) -> Result<Url, HostError> {
    let url = Url::parse(text.trim()).map_err(|_| HostError::Address)?;
    let plain = matches!(url.path(), "" | "/") && url.query().is_none() && url.fragment().is_none();
    if !is_safe(&url) || !plain || url.origin().ascii_serialization().len() > MAX_ORIGIN {
        return Err(HostError::Address);
    }
    Ok(url)
}

/// A host, seen by the owner of one share.
pub struct Host<'a> {
    http: &'a dyn Http,
    origin: &'a Url,
}

impl<'a> Host<'a> {
    /// The host at an address.
    pub fn new(http: &'a dyn Http, origin: &'a Url) -> Self {
        Self { http, origin }
    }

    /// What it says of itself, if this is a share host.
    ///
    /// # Errors
    /// [`HostError`].
    pub fn about(&self) -> Result<About, HostError> {
        let answer = self.sent(Request::new(Method::Get, self.at("v1/host")?))?;
        let about: Value = serde_json::from_slice(&answer.body).map_err(|_| HostError::NotReadable)?;
        let is_one = about.get("host").and_then(Value::as_str) == Some("hearth-host");
        let time_key = about.get("timeKey").and_then(Value::as_str).map(str::to_owned);
        let time_key = time_key.filter(|key| super::kept::key_of(key).is_some());
        if is_one { Ok(About { time_key }) } else { Err(HostError::NotReadable) }
    }

    /// The address of a share, as its link has it.
    ///
    /// # Errors
    /// [`HostError::Address`].
    pub fn place(&self, control: &Control) -> Result<Url, HostError> {
        self.at(&format!("s/{}", control.name()))
    }

    /// Makes a share. Made again it stays as it was made.
    ///
    /// # Errors
    /// [`HostError`].
    pub fn make(&self, control: &Control, token: &Token, new: &New<'_>) -> Result<(), HostError> {
        let mut said = json!({ "name": control.name(), "writeHash": control.write_hash() });
        said["flag"] = new.flags.letters().into();
        if let Some(exp) = new.exp {
            said["exp"] = exp.into();
        }
        if let Some(passcode) = new.passcode {
            said["passcode"] = passcode.into();
        }
        let mut request = posting(self.at("v1/shares")?, &said);
        request.bearer = Some(token.clone());
        self.sent(request).map(drop)
    }

    /// Puts a version of the files in place of the one before.
    ///
    /// # Errors
    /// [`HostError::Behind`] where the host has that version with other files, or a later one.
    pub fn put(&self, control: &Control, revision: i64, files: &[(&str, String)]) -> Result<(), HostError> {
        let files: Vec<Value> =
            files.iter().map(|(kind, jwe)| json!({ "contentType": kind, "jwe": jwe })).collect();
        let mut request =
            posting(self.of(control, "files")?, &json!({ "revision": revision, "files": files }));
        request.method = Method::Put;
        self.owned(control, request).map(drop)
    }

    /// Pauses or resumes.
    ///
    /// # Errors
    /// [`HostError`].
    pub fn pause(&self, control: &Control, paused: bool) -> Result<(), HostError> {
        let what = if paused { "pause" } else { "resume" };
        self.owned(control, posting(self.of(control, what)?, &json!({}))).map(drop)
    }

    /// It ends by itself at another time, earlier or later, or never.
    ///
    /// # Errors
    /// [`HostError`].
    pub fn extend(&self, control: &Control, exp: Option<i64>) -> Result<(), HostError> {
        self.owned(control, posting(self.of(control, "extend")?, &json!({ "exp": exp }))).map(drop)
    }

    /// Ends it for good, and leaves the proof of it for followers; without a time it leaves none, and
    /// whoever keeps a copy keeps it. Where the host has no such share there is nothing to end: that
    /// is done too.
    ///
    /// # Errors
    /// [`HostError`]: then it may go on, and is to be ended again.
    pub fn end(&self, control: &Control, at: Option<i64>) -> Result<(), HostError> {
        let said = match at {
            Some(at) => json!({ "mark": encode_url(&control.end_mark(at)) }),
            None => json!({}),
        };
        match self.owned(control, posting(self.of(control, "end")?, &said)) {
            Ok(_) | Err(HostError::NotThere | HostError::Ended) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// How it stands there.
    ///
    /// # Errors
    /// [`HostError`].
    pub fn stands(&self, control: &Control) -> Result<Stands, HostError> {
        let answer = self.owned(control, Request::new(Method::Get, self.of(control, "state")?))?;
        serde_json::from_slice(&answer.body).map_err(|_| HostError::NotReadable)
    }

    /// Who looked, the newest first.
    ///
    /// # Errors
    /// [`HostError`].
    pub fn receipts(&self, control: &Control) -> Result<Vec<Look>, HostError> {
        let answer = self.owned(control, Request::new(Method::Get, self.of(control, "receipts")?))?;
        let said: Receipts = serde_json::from_slice(&answer.body).map_err(|_| HostError::NotReadable)?;
        Ok(said.receipts.into_iter().take(MAX_RECEIPTS).collect())
    }

    fn at(&self, path: &str) -> Result<Url, HostError> {
        self.origin.join(path).map_err(|_| HostError::Address)
    }

    fn of(&self, control: &Control, what: &str) -> Result<Url, HostError> {
        self.at(&format!("s/{}/{what}", control.name()))
    }

    fn owned(&self, control: &Control, mut request: Request) -> Result<Response, HostError> {
        request.bearer = Some(control.write_secret());
        self.sent(request)
    }

    fn sent(&self, request: Request) -> Result<Response, HostError> {
        sent(self.http, &request)
    }
}

/// Asks a host, and tells its refusals apart.
pub(super) fn sent(http: &dyn Http, request: &Request) -> Result<Response, HostError> {
    let answer = http.send(request)?;
    let said = || serde_json::from_slice::<Value>(&answer.body).ok();
    match answer.status {
        200..=299 => Ok(answer),
        300..=399 => Err(HostError::Redirected),
        400 if said().is_some_and(|said| is_of_exp(&said)) => Err(HostError::Past),
        403 if said().is_some_and(|said| said.get("error").is_some_and(|why| why == "not yours")) => {
            Err(HostError::NotYours)
        }
        403 => Err(HostError::NoToken),
        // A page that stands in between answers 404 too; only the host says it in these words.
        404 if said().is_some_and(|said| said.get("error").is_some()) => Err(HostError::NotThere),
        409 => match said().and_then(|said| said.get("revision")?.as_i64()) {
            Some(revision) => Err(HostError::Behind(revision)),
            None => Err(HostError::Taken),
        },
        410 => Err(HostError::Ended),
        413 => Err(HostError::TooLong),
        429 | 503 => {
            let wait = answer.header("retry-after").and_then(|text| text.trim().parse().ok());
            Err(HostError::Busy { wait: Duration::from_secs(wait.unwrap_or(60_u64).min(86_400)) })
        }
        507 => Err(HostError::Full),
        status => Err(HostError::Status(status)),
    }
}

/// `{"error": "exp: ..."}`: docs/host.md.
fn is_of_exp(said: &Value) -> bool {
    said.get("error").and_then(Value::as_str).is_some_and(|why| why.starts_with("exp:"))
}

pub(super) fn posting(url: Url, said: &Value) -> Request {
    let mut request = Request::new(Method::Post, url).with("content-type", "application/json");
    request.body = Some(Zeroizing::new(said.to_string().into_bytes()));
    request
}

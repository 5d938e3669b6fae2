//! What a practice can be asked, whatever it speaks: six verbs. FHIR R4 over HTTP
//! is the first ([`super::r4`]).

use super::http::HttpError;
use super::patient::Patient;
use super::smart::SmartError;
use crate::store::StoreError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// A practice.
pub trait Practice {
    /// What it really does, tried without writing anything there.
    ///
    /// # Errors
    /// [`PracticeError`].
    fn probe(&self) -> Result<Profile, PracticeError>;

    /// Whose record it is.
    ///
    /// # Errors
    /// [`PracticeError`].
    fn patient(&self) -> Result<Patient, PracticeError>;

    /// What has changed there since; everything where nothing is known yet.
    ///
    /// # Errors
    /// [`PracticeError`].
    fn changes(&self, since: &Cursors) -> Result<Changes, PracticeError>;

    /// One resource, by its id there or by our identifier on it.
    ///
    /// # Errors
    /// [`PracticeError`].
    fn read(&self, resource: &str, by: By<'_>) -> Result<Found, PracticeError>;

    /// Writes resources, each by itself: one that is refused stops none other.
    /// As many outcomes as there were writes, in their order.
    fn write(&self, writes: &[Write]) -> Vec<Result<Written, WriteError>>;

    /// Takes one away that this plan put there.
    ///
    /// # Errors
    /// [`WriteError`].
    fn withdraw(&self, resource: &str, id: &str, version: &str) -> Result<(), WriteError>;
}

/// How a resource is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By<'a> {
    /// By its id there.
    Id(&'a str),
    /// By our identifier: what it has where the practice chooses the ids.
    Ours(&'a str),
}

/// How far each type has been read, by the practice's own clock (an instant as
/// FHIR writes it).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Cursors(pub BTreeMap<String, String>);

/// What came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The resources, each as it came; the latest of each if it came twice.
    pub seen: Vec<Seen>,
    /// How far each type has been read now.
    pub cursors: Cursors,
    /// There is more: another sync goes on from there.
    pub more: bool,
    /// The patient, where the same question told of them.
    pub patient: Option<Patient>,
}

/// One resource as it came.
#[derive(Clone, PartialEq, Eq)]
pub struct Seen {
    /// Its type.
    pub resource: String,
    /// Its id there.
    pub id: String,
    /// What the practice calls this version, to be sent back in `If-Match` as it
    /// is; "" where it calls it nothing.
    pub version: String,
    /// When it last changed, by the practice's clock, as written; "" if unsaid.
    pub updated: String,
    /// The resource itself.
    pub body: Vec<u8>,
}

impl std::fmt::Debug for Seen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Seen({}, {} bytes)", self.resource, self.body.len())
    }
}

/// What became of a question for one resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is there; where there were several, the oldest, and how many more.
    Here(Seen, Vec<Seen>),
    /// It was there once.
    Gone,
    /// The practice knows of none.
    Never,
}

/// What is to be written.
#[derive(Clone)]
pub struct Write {
    /// Its type.
    pub resource: String,
    /// Its id there: our own, or the one the practice chose.
    pub id: String,
    /// Our identifier on it.
    pub ours: String,
    /// The version it goes over; none for one that is not there yet.
    pub over: Option<String>,
    /// The resource.
    pub body: Vec<u8>,
}

/// What a practice answered to a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its id there: another one where the practice chooses the ids.
    pub id: String,
    /// What it calls the new version; "" if unsaid.
    pub version: String,
    /// When, by its clock; "" if unsaid.
    pub updated: String,
    /// What it keeps now, where it said so.
    pub body: Option<Vec<u8>>,
}

/// Why one resource was not written. The others are not touched by it.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// It has changed there: read it again, merge, try again.
    #[error("it has changed there")]
    Conflict,
    /// It is not there any more.
    #[error("it is not there any more")]
    Gone,
    /// The practice does not take it.
    #[error("the practice does not take it ({status})")]
    Refused {
        /// The status.
        status: u16,
    },
    /// Whether it was written is not known: ask before it is written again.
    #[error("whether it was written is not known")]
    Unknown,
    /// Nothing more can be asked now.
    #[error(transparent)]
    Stop(#[from] PracticeError),
}

/// Why a practice can't be asked, or not any more in this sync.
#[derive(Debug, thiserror::Error)]
pub enum PracticeError {
    /// There was no whole answer.
    #[error(transparent)]
    Http(HttpError),
    /// It asks to be left alone for a while.
    #[error("the practice is busy")]
    Busy {
        /// For how long, if it says.
        after: Option<Duration>,
    },
    /// The link has ended: it must be made again.
    #[error("the link has ended")]
    Ended,
    /// The link does not allow this.
    #[error("the link does not allow this")]
    NotAllowed,
    /// It answered with this status, which says nothing that helps.
    #[error("the practice answered {0}")]
    Status(u16),
    /// It wanted to send the question elsewhere. It was not sent there.
    #[error("the practice wanted to send a token elsewhere")]
    Redirected,
    /// The answer is not what was asked for: no FHIR, no JSON.
    #[error("the answer can't be read")]
    Unreadable,
    /// Pages without end, or more than is ever taken in.
    #[error("there is more than is taken in")]
    Endless,
    /// The person stopped it, or it took too long.
    #[error("stopped")]
    Stopped,
    /// New tokens could not be kept.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<HttpError> for PracticeError {
    fn from(error: HttpError) -> Self {
        PracticeError::Http(error)
    }
}

impl From<SmartError> for PracticeError {
    fn from(error: SmartError) -> Self {
        match error {
            SmartError::Http(error) => PracticeError::Http(error),
            SmartError::Status(status) => PracticeError::Status(status),
            SmartError::Redirected => PracticeError::Redirected,
            SmartError::Ended | SmartError::Refused => PracticeError::Ended,
            SmartError::NotSafe => PracticeError::Http(HttpError::NotSafe),
            SmartError::NoRandomness(_) => PracticeError::Stopped,
            SmartError::NotSmart
            | SmartError::Lacks(_)
            | SmartError::NotOurs
            | SmartError::OtherIssuer
            | SmartError::NoPatient
            | SmartError::Malformed => PracticeError::Unreadable,
        }
    }
}

/// What a practice really does. Found out when the link is made, and corrected
/// by what happens later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// How changes are asked for.
    pub pull: Pull,
    /// It heeds `_lastUpdated`; else everything is asked for each time, and what
    /// is known is passed over.
    pub since: bool,
    /// Many resources go in one question (a `batch`).
    pub batch: bool,
    /// It takes ids that we choose.
    pub ids: bool,
    /// It takes `If-None-Match: *`, so that nothing that is there is written over.
    pub guard: bool,
    /// It lets a patient write Tasks, as far as was seen: some grant it and refuse it.
    pub tasks: bool,
}

impl Default for Profile {
    /// What every server can do, until it shows otherwise.
    fn default() -> Self {
        Self { pull: Pull::Types, since: true, batch: false, ids: true, guard: true, tasks: true }
    }
}

/// How changes are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pull {
    /// A question for each type.
    Types,
    /// One `batch` of a question for each type.
    Batch,
    /// `Patient/ID/$everything?_since=`.
    Everything,
}

//! A practice that speaks FHIR R4 over HTTP (<https://hl7.org/fhir/R4/http.html>),
//! for one patient. Only what every server was seen to do is counted on; what
//! else it can is in its [`Profile`].

pub mod bundle;
mod probe;
mod pull;
mod wire;
mod write;

pub use pull::OVERLAP;
pub use wire::{MAX_QUESTIONS, PATIENCE, Session, Wire};

use super::base::Base;
use super::http::{Method, Request, Response};
use super::patient::Patient;
use super::practice::{
    By, Changes, Cursors, Found, Practice, PracticeError, Profile, Seen, Write, WriteError, Written,
};
use super::smart::Granted;
use std::cell::Cell;
use url::Url;

/// What FHIR's JSON is called.
const JSON: &str = "application/fhir+json";
/// The largest single resource that is read.
const MAX_RESOURCE: usize = crate::fhir::MAX_BYTES;

/// What a promise is where the practice lets a patient write it.
pub(super) const TASK: &str = "Task";

/// Whose record is asked for, where, and what of it.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// The server.
    pub base: &'a Base,
    /// The patient's id there.
    pub patient: &'a str,
    /// What the link allows.
    pub granted: &'a Granted,
    /// The types that are asked for.
    pub types: &'a [&'a str],
    /// The system of our identifiers.
    pub system: &'a str,
}

/// A FHIR R4 server, for one patient and one sync.
pub struct R4<'a> {
    wire: Wire<'a>,
    place: Place<'a>,
    profile: Cell<Profile>,
    /// A resource was made there in this sync: what is refused from now on is
    /// refused for what it says, not for how it is asked.
    made_one: Cell<bool>,
}

impl<'a> R4<'a> {
    /// Over a line, with what is known of the server.
    pub fn new(wire: Wire<'a>, place: Place<'a>, profile: Profile) -> Self {
        Self { wire, place, profile: Cell::new(profile), made_one: Cell::new(false) }
    }

    /// What is known of the server now.
    pub fn profile(&self) -> Profile {
        self.profile.get()
    }

    /// How many questions were asked, and how many bytes came back.
    pub fn count(&self) -> (u32, u64) {
        self.wire.count()
    }

    fn learn(&self, change: impl FnOnce(&mut Profile)) {
        let mut profile = self.profile.get();
        change(&mut profile);
        self.profile.set(profile);
    }

    fn get(&self, url: Url, most: usize) -> Result<Response, PracticeError> {
        let mut request = Request::new(Method::Get, url).with("accept", JSON);
        request.most = most;
        self.wire.ask(request, true)
    }

    /// The types that may be searched.
    fn types(&self) -> Vec<&'a str> {
        let may = |kind: &&str| self.place.granted.may('s', kind) || self.place.granted.may('r', kind);
        let refused = |kind: &str| kind == TASK && !self.profile().tasks;
        self.place.types.iter().copied().filter(|kind| may(kind) && !refused(kind)).collect()
    }
}

impl Practice for R4<'_> {
    fn probe(&self) -> Result<Profile, PracticeError> {
        self.try_out()
    }

    fn patient(&self) -> Result<Patient, PracticeError> {
        let answer = self.get(self.place.base.at(&["Patient", self.place.patient]), MAX_RESOURCE)?;
        match answer.status {
            200 => Patient::read(&answer.body).ok_or(PracticeError::Unreadable),
            403 => Err(PracticeError::NotAllowed),
            status => Err(PracticeError::Status(status)),
        }
    }

    fn changes(&self, since: &Cursors) -> Result<Changes, PracticeError> {
        self.pull(since)
    }

    fn read(&self, resource: &str, by: By<'_>) -> Result<Found, PracticeError> {
        match by {
            By::Id(id) => self.read_by_id(resource, id),
            By::Ours(ours) => self.read_by_ours(resource, ours),
        }
    }

    fn write(&self, writes: &[Write]) -> Vec<Result<Written, WriteError>> {
        self.write_all(writes)
    }

    fn withdraw(&self, resource: &str, id: &str, version: &str) -> Result<(), WriteError> {
        self.delete(resource, id, version)
    }
}

impl R4<'_> {
    fn read_by_id(&self, resource: &str, id: &str) -> Result<Found, PracticeError> {
        let answer = self.get(self.place.base.at(&[resource, id]), MAX_RESOURCE)?;
        match answer.status {
            200 => {
                let seen = bundle::read_seen(&answer.body, answer.header("etag"))?;
                let is_it = seen.resource == resource && seen.id == id;
                if is_it { Ok(Found::Here(seen, Vec::new())) } else { Err(PracticeError::Unreadable) }
            }
            410 => Ok(Found::Gone),
            404 => Ok(Found::Never),
            403 => Err(PracticeError::NotAllowed),
            status => Err(PracticeError::Status(status)),
        }
    }

    fn read_by_ours(&self, resource: &str, ours: &str) -> Result<Found, PracticeError> {
        let mut url = self.place.base.at(&[resource]);
        let name = format!("{}|{ours}", self.place.system);
        url.query_pairs_mut().append_pair("patient", self.place.patient).append_pair("identifier", &name);
        let answer = self.get(url, bundle::MAX_PAGE)?;
        match answer.status {
            200 => {}
            403 => return Err(PracticeError::NotAllowed),
            status => return Err(PracticeError::Status(status)),
        }
        let mut seen: Vec<Seen> = bundle::read_page(&answer.body)?.seen;
        // A server that does not know the question answers with everything.
        let is_ours = |body: &[u8]| body.windows(ours.len()).any(|window| window == ours.as_bytes());
        seen.retain(|seen| seen.resource == resource && is_ours(&seen.body));
        seen.sort_by(|a, b| (&a.updated, &a.id).cmp(&(&b.updated, &b.id)));
        let mut seen = seen.into_iter();
        Ok(seen.next().map_or(Found::Never, |first| Found::Here(first, seen.collect())))
    }
}

#[cfg(test)]
mod tests;

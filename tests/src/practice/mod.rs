//! A practice in this process: an authorisation server and a FHIR R4 server over
//! [`hearth_core::sync::http::Http`], deterministic, with what real servers were
//! seen to do as switches ([`Quirks`]), and a network between that fails from a
//! seed ([`faults`]).

// A harness whose own world breaks has nothing to report: it panics.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod auth;
pub mod door;
pub mod faults;
pub mod histories;
pub mod phone;
pub mod place;
pub mod street;
pub mod surgery;

mod quirks;
mod serve;
mod shelf;
mod world;

pub use quirks::Quirks;
pub use shelf::{ENTRY_ID, Kept, NHS_NUMBER};
pub use world::SimWorld;

use auth::Auth;
use hearth_core::sync::http::{Http, HttpError, Request, Response};
use serde_json::{Value, json};
use shelf::Shelf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Where the practice is.
pub const BASE: &str = "https://practice.example/fhir";
/// Whose record it keeps.
pub const PATIENT: &str = "p1";
/// This app's name there.
pub const CLIENT: &str = "hearth";
/// Where the browser comes back to.
pub const REDIRECT: &str = "https://hearth.example/linked";

/// A practice.
pub struct Practice {
    state: Mutex<State>,
    world: Arc<SimWorld>,
}

struct State {
    auth: Auth,
    shelf: Shelf,
    quirks: Quirks,
    asked: u64,
    received: u64,
    sent: u64,
}

impl Practice {
    /// A practice that keeps one person's record.
    #[must_use]
    pub fn new(world: &Arc<SimWorld>, quirks: Quirks) -> Self {
        let mut shelf = Shelf::new(quirks.clone());
        shelf.put_there("Patient", PATIENT, &patient(), world.ms());
        let auth = Auth::default();
        let state = State { auth, shelf, quirks, asked: 0, received: 0, sent: 0 };
        Self { state: Mutex::new(state), world: Arc::clone(world) }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The person signs in and says yes: where the browser goes back to.
    #[must_use]
    pub fn sign_in(&self, url: &str) -> String {
        let now = self.world.ms();
        let state = &mut *self.state();
        state.auth.sign_in(url, now, &state.quirks)
    }

    /// Every access token is used up now; refresh tokens stay good.
    pub fn tire_tokens(&self) {
        self.state().auth.tire();
    }

    /// The practice ends every link.
    pub fn end_links(&self) {
        self.state().auth.end_all();
    }

    /// How many links are alive: families of tokens that were not taken back.
    #[must_use]
    pub fn links(&self) -> usize {
        self.state().auth.families()
    }

    /// Something a clinician writes there, by a program that knows nothing of
    /// ours: none where there is no such resource.
    pub fn edit(&self, kind: &str, id: &str, change: impl FnOnce(&mut Value)) -> Option<()> {
        let now = self.world.ms();
        let mut state = self.state();
        let mut body: Value = serde_json::from_slice(&state.shelf.here(kind, id)?.body).ok()?;
        change(&mut body);
        state.shelf.put_there(kind, id, &body, now);
        Some(())
    }

    /// A resource of the practice's own.
    pub fn put(&self, kind: &str, id: &str, body: &Value) {
        let now = self.world.ms();
        self.state().shelf.put_there(kind, id, body, now);
    }

    /// Deletes one.
    pub fn delete(&self, kind: &str, id: &str) {
        let now = self.world.ms();
        self.state().shelf.delete(kind, id, now);
    }

    /// Goes back to how it was `versions` ago: a server restored from a backup.
    pub fn go_back(&self, kind: &str, id: &str) {
        self.state().shelf.go_back(kind, id);
    }

    /// What is there now of one type.
    #[must_use]
    pub fn all(&self, kind: &str) -> Vec<Kept> {
        self.state().shelf.all(kind)
    }

    /// Everything that has our identifier, by it: how many of each are there.
    #[must_use]
    pub fn ours(&self) -> std::collections::BTreeMap<String, usize> {
        self.state().shelf.by_identifier()
    }

    /// Words that a clinician wrote and that were written over, and by a write
    /// that said over which version it went.
    #[must_use]
    pub fn overwritten(&self) -> Vec<String> {
        self.state().shelf.overwritten.clone()
    }

    /// How many questions came, and how many bytes of body each way: received
    /// and sent.
    #[must_use]
    pub fn count(&self) -> (u64, u64, u64) {
        let state = self.state();
        (state.asked, state.received, state.sent)
    }

    /// The switches as they are.
    #[must_use]
    pub fn quirks(&self) -> Quirks {
        self.state().quirks.clone()
    }

    /// Another set of switches from now on.
    pub fn change(&self, change: impl FnOnce(&mut Quirks)) {
        let mut state = self.state();
        change(&mut state.quirks);
        state.shelf.quirks = state.quirks.clone();
    }
}

impl Http for Practice {
    fn send(&self, request: &Request) -> Result<Response, HttpError> {
        let now = self.world.ms();
        self.world.pass(20);
        let state = &mut *self.state();
        state.asked += 1;
        state.received += request.body.as_ref().map_or(0, |body| body.len() as u64);
        let answer = serve::answer(state, request, now);
        state.sent += answer.body.len() as u64;
        if answer.body.len() > request.most { Err(HttpError::TooLarge) } else { Ok(answer) }
    }
}

/// The person, as the practice knows them.
#[must_use]
pub fn patient() -> Value {
    json!({
        "resourceType": "Patient", "active": true, "name": [{ "text": "Jo Example" }],
        "identifier": [{ "system": NHS_NUMBER, "value": "9434765919" }],
    })
}

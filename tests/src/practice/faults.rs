//! The network between a phone and its practice, and a practice that lies: what
//! goes wrong is drawn from a seed.

use super::serve::json as answer;
use super::{PATIENT, Practice, SimWorld};
use crate::rng::Rng;
use hearth_core::sync::http::{Http, HttpError, Method, Request, Response};
use serde_json::json;
use std::sync::{Arc, Mutex};
use zeroize::Zeroizing;

/// Where it is set, every question and answer is shown, to follow a history that is replayed.
pub const TRACE: &str = "HEARTH_TRACE";

/// How it is out there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weather {
    /// All goes well, and nobody writes in between.
    Still,
    /// All goes well.
    Calm,
    /// Answers get lost, questions come twice or late, statuses are wrong.
    Rough,
    /// Nobody is there.
    Nobody,
    /// A sign-in page in HTML, with 200.
    Html,
    /// 404 for everything.
    NotFound,
    /// 500 for everything.
    Broken,
    /// Pages without end, the same over and over.
    Endless,
    /// Pages without end, each with something new on it.
    EndlessNew,
    /// Another person's resources.
    OtherPatient,
    /// More than anybody asked for; a gzip bomb ends so too.
    Huge,
    /// Half an answer, well formed as far as it goes.
    Truncated,
    /// The server's clock is in 1970.
    Clock1970,
    /// Everything is somewhere else.
    Redirect,
    /// An answer takes half a minute.
    Slow,
    /// Busy for an hour.
    Busy,
    /// Versions that mean nothing.
    WrongEtag,
}

impl Weather {
    /// Every sort of lie.
    pub const LIES: [Weather; 14] = [
        Weather::Nobody,
        Weather::Html,
        Weather::NotFound,
        Weather::Broken,
        Weather::Endless,
        Weather::EndlessNew,
        Weather::OtherPatient,
        Weather::Huge,
        Weather::Truncated,
        Weather::Clock1970,
        Weather::Redirect,
        Weather::Slow,
        Weather::Busy,
        Weather::WrongEtag,
    ];
}

/// A network.
pub struct Network {
    practice: Arc<Practice>,
    world: Arc<SimWorld>,
    state: Mutex<State>,
    /// The control: what guards a write is lost on the way.
    careless: bool,
    /// A clinician writes at the worst moments.
    meddles: bool,
    name: u64,
}

struct State {
    rng: Rng,
    weather: Weather,
    /// Questions that were given up, and arrive later.
    late: Vec<Request>,
    pages: u64,
    meddled: u64,
}

impl Network {
    /// A network, from a seed.
    #[must_use]
    pub fn new(practice: &Arc<Practice>, world: &Arc<SimWorld>, seed: u64, careless: bool) -> Self {
        let state = State {
            rng: Rng::part(seed, &[11]),
            weather: Weather::Calm,
            late: Vec::new(),
            pages: 0,
            meddled: 0,
        };
        let (practice, world) = (Arc::clone(practice), Arc::clone(world));
        Self { practice, world, state: Mutex::new(state), careless, meddles: false, name: seed }
    }

    /// The same, with a clinician who writes just before our writes arrive.
    #[must_use]
    pub fn meddled_with(mut self) -> Self {
        self.meddles = true;
        self
    }

    /// From now on it is so.
    pub fn turns(&self, weather: Weather) {
        self.state.lock().unwrap().weather = weather;
    }

    /// How it is.
    #[must_use]
    pub fn weather(&self) -> Weather {
        self.state.lock().unwrap().weather
    }

    /// What was under way arrives now.
    pub fn arrives(&self) {
        let late: Vec<Request> = self.state.lock().unwrap().late.drain(..).collect();
        for request in late {
            let _ = self.practice.send(&request);
        }
    }

    /// A clinician writes just before a write of ours arrives.
    fn meddle(&self, request: &Request) {
        let is_write = request.method == Method::Put || request.url.as_str() == super::BASE;
        let mut state = self.state.lock().unwrap();
        if !is_write || !state.rng.chance(1, 8) {
            return;
        }
        let goals = self.practice.all("Goal");
        let Some(goal) = goals.get(state.rng.index(goals.len())) else { return };
        state.meddled += 1;
        let words = format!("the clinician wrote this in between, number {} of {}", state.meddled, self.name);
        self.practice.edit("Goal", &goal.id, |goal| goal["description"]["text"] = json!(words));
    }

    /// How often a clinician wrote in between.
    #[must_use]
    pub fn meddled(&self) -> u64 {
        self.state.lock().unwrap().meddled
    }

    fn pass_on(&self, request: &Request) -> Result<Response, HttpError> {
        if self.meddles {
            self.meddle(request);
        }
        if !self.careless {
            return self.practice.send(request);
        }
        let mut request = request.clone();
        request.headers.retain(|(name, _)| !matches!(*name, "if-match" | "if-none-match" | "if-none-exist"));
        if let Some(body) = &request.body
            && let Ok(text) = std::str::from_utf8(body)
            && text.contains("\"type\":\"batch\"")
        {
            let text = text.replace("\"ifMatch\"", "\"x\"").replace("\"ifNoneMatch\"", "\"y\"");
            request.body = Some(Zeroizing::new(text.into_bytes()));
        }
        self.practice.send(&request)
    }

    fn rough(&self, request: &Request) -> Result<Response, HttpError> {
        let (chance, late) = {
            let mut state = self.state.lock().unwrap();
            let late = state.rng.chance(1, 3) && !state.late.is_empty();
            (state.rng.below(100), late.then(|| state.late.remove(0)))
        };
        if let Some(late) = late {
            let _ = self.practice.send(&late);
        }
        let timed_out = |state: &Self| {
            state.world.pass(i64::try_from(request.within.as_millis()).unwrap_or(30_000));
            Err(HttpError::TimedOut)
        };
        match chance {
            0..3 => Err(HttpError::NoConnection),
            3..6 => Err(HttpError::Cut),
            6..11 => {
                let _ = self.pass_on(request);
                Err(HttpError::Cut)
            }
            11..14 => {
                let _ = self.pass_on(request);
                timed_out(self)
            }
            14..17 => {
                // It will arrive, when nobody waits for it any more.
                self.state.lock().unwrap().late.push(request.clone());
                timed_out(self)
            }
            17..22 => {
                let _ = self.pass_on(request);
                self.pass_on(request)
            }
            22..24 => Ok(answer(503, &json!({}))),
            24..26 => Ok(answer(500, &json!({}))),
            26..28 => {
                let _ = self.pass_on(request);
                Ok(answer(500, &json!({})))
            }
            28..29 => Ok(answer(429, &json!({}))),
            29..30 => Ok(answer(409, &json!({}))),
            30..31 => Ok(html()),
            _ => self.pass_on(request),
        }
    }

    /// What a search is answered with by a practice that lies.
    fn searched(
        &self,
        request: &Request,
        lie: impl Fn(&mut State) -> serde_json::Value,
    ) -> Result<Response, HttpError> {
        let is_search = request.method == Method::Get && request.url.query().is_some();
        let is_batch = request.method == Method::Post && request.url.as_str() == super::BASE;
        match is_search {
            true => Ok(answer(200, &lie(&mut self.state.lock().unwrap()))),
            false if is_batch => Ok(answer(400, &json!({}))),
            false => self.practice.send(request),
        }
    }
}

fn html() -> Response {
    let body = b"<!DOCTYPE html><html><body>Please sign in to the Wi-Fi</body></html>".to_vec();
    Response {
        status: 200,
        headers: vec![("content-type".to_owned(), "text/html".to_owned())],
        body: body.into(),
    }
}

/// The sentences in a body, for somebody who follows a history.
fn sentences(body: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(body);
    text.split("\"text\":\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

impl Http for Network {
    fn send(&self, request: &Request) -> Result<Response, HttpError> {
        let answer = self.through(request);
        if std::env::var_os(TRACE).is_some() {
            let guards: Vec<_> = request.headers.iter().filter(|(name, _)| name.starts_with("if-")).collect();
            let says = request.body.as_ref().map(|body| sentences(body)).unwrap_or_default();
            let said = answer.as_ref().map(|answer| (answer.status, sentences(&answer.body)));
            println!("  {} {:?} {} {guards:?} {says:?} -> {said:?}", self.name, request.method, request.url);
        }
        answer
    }
}

impl Network {
    fn through(&self, request: &Request) -> Result<Response, HttpError> {
        self.world.pass(5);
        let next = |number: u64| format!("{}/Goal?page={number}", super::BASE);
        match self.weather() {
            Weather::Calm => self.pass_on(request),
            Weather::Still => self.practice.send(request),
            Weather::Rough => self.rough(request),
            Weather::Nobody => Err(HttpError::NoConnection),
            Weather::Html => Ok(html()),
            Weather::NotFound => Ok(answer(404, &json!({ "resourceType": "OperationOutcome", "issue": [] }))),
            Weather::Broken => Ok(answer(500, &json!({}))),
            Weather::Endless => self.searched(request, |state| {
                state.pages += 1;
                json!({ "resourceType": "Bundle", "link": [{ "relation": "next", "url": next(state.pages) }] })
            }),
            Weather::EndlessNew => self.searched(request, |state| {
                state.pages += 1;
                let found = json!({ "resourceType": "Observation", "id": format!("endless-{}", state.pages), "status": "final",
                    "code": { "text": "x" }, "subject": { "reference": format!("Patient/{PATIENT}") } });
                json!({ "resourceType": "Bundle", "entry": [{ "resource": found }],
                    "link": [{ "relation": "next", "url": next(state.pages) }] })
            }),
            Weather::OtherPatient => self.searched(request, |_| {
                let other = json!({ "resourceType": "Goal", "id": "of-somebody-else", "lifecycleStatus": "active",
                    "description": { "text": "somebody else's words" }, "subject": { "reference": "Patient/p2" } });
                json!({ "resourceType": "Bundle", "entry": [{ "resource": other }] })
            }),
            Weather::Huge => Err(HttpError::TooLarge),
            Weather::Truncated => {
                let mut answer = self.practice.send(request)?;
                let half = answer.body.len() / 2;
                answer.body.truncate(half);
                Ok(answer)
            }
            Weather::Clock1970 => {
                let mut answer = self.practice.send(request)?;
                answer.headers.retain(|(name, _)| name != "date");
                answer.headers.push(("date".to_owned(), "Thu, 01 Jan 1970 00:00:00 GMT".to_owned()));
                Ok(answer)
            }
            Weather::Redirect => {
                let mut answer = answer(302, &json!({}));
                answer.headers.push(("location".to_owned(), "https://elsewhere.example/".to_owned()));
                Ok(answer)
            }
            Weather::Slow => {
                self.world.pass(i64::try_from(request.within.as_millis()).unwrap_or(30_000));
                Err(HttpError::TimedOut)
            }
            Weather::Busy => {
                let mut answer = answer(503, &json!({}));
                answer.headers.push(("retry-after".to_owned(), "3600".to_owned()));
                Ok(answer)
            }
            Weather::WrongEtag => {
                let mut answer = self.practice.send(request)?;
                answer.headers.retain(|(name, _)| name != "etag");
                answer.headers.push(("etag".to_owned(), "W/\"nonsense\"".to_owned()));
                Ok(answer)
            }
        }
    }
}

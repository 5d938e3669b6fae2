//! Writing one resource, or many in a batch, and taking one away.

use super::bundle::{self, Inner, read_seen};
use super::{JSON, MAX_RESOURCE, R4, TASK};
use crate::sync::base::is_id;
use crate::sync::http::{HttpError, Method, Request, Response};
use crate::sync::practice::{By, Found, PracticeError, Write, WriteError, Written};

/// The most in one batch.
const MAX_BATCH: usize = 100;
/// The most bytes in one batch.
const MAX_BATCH_BYTES: usize = 512 * 1024;

impl R4<'_> {
    pub(super) fn write_all(&self, writes: &[Write]) -> Vec<Result<Written, WriteError>> {
        let outcomes = self.write_each(writes);
        let refused = |outcome: &Result<Written, WriteError>| {
            matches!(outcome, Err(WriteError::Refused { status: 403..=405 }))
        };
        let is_task = |write: &Write| write.resource == TASK && write.over.is_none();
        if outcomes.iter().zip(writes).any(|(outcome, write)| is_task(write) && refused(outcome)) {
            // Granted, and refused all the same: the next sync sends it as something else.
            self.learn(|profile| profile.tasks = false);
        }
        outcomes
    }

    fn write_each(&self, writes: &[Write]) -> Vec<Result<Written, WriteError>> {
        let mut outcomes: Vec<Result<Written, WriteError>> = Vec::with_capacity(writes.len());
        let mut rest = writes;
        while let Some(first) = rest.first() {
            // What is new is looked for by itself where the practice takes no guard.
            let guarded =
                self.profile().guard || rest.iter().take(MAX_BATCH).all(|write| write.over.is_some());
            let size = match self.profile().batch && self.profile().ids && guarded {
                true => batch_of(rest),
                false => 1,
            };
            let (now, later) = rest.split_at(size.min(rest.len()));
            if now.len() > 1 {
                match self.batch(now) {
                    Some(batch) => outcomes.extend(self.asked_otherwise(now, batch)),
                    // It takes none: one by one, then.
                    None => continue,
                }
            } else {
                outcomes.push(self.one(first));
            }
            rest = later;
            if matches!(outcomes.last(), Some(Err(WriteError::Stop(_)))) {
                outcomes.extend(rest.iter().map(|_| Err(PracticeError::Stopped.into())));
                break;
            }
        }
        outcomes
    }

    /// What was refused in a batch for the way it was asked is asked by itself.
    fn asked_otherwise(
        &self,
        writes: &[Write],
        batch: Vec<Result<Written, WriteError>>,
    ) -> Vec<Result<Written, WriteError>> {
        if batch.iter().zip(writes).any(|(outcome, write)| outcome.is_ok() && write.over.is_none()) {
            self.made_one.set(true);
        }
        // Known of all before the first of them is asked in another way.
        let otherwise: Vec<bool> = batch
            .iter()
            .zip(writes)
            .map(|(outcome, write)| write.over.is_none() && self.is_about_asking(outcome))
            .collect();
        let outcomes = batch.into_iter().zip(writes).zip(otherwise);
        outcomes
            .map(|((outcome, write), otherwise)| if otherwise { self.one(write) } else { outcome })
            .collect()
    }

    fn one(&self, write: &Write) -> Result<Written, WriteError> {
        if write.over.is_some() {
            return self.put(write, self.profile().guard);
        }
        if !self.profile().ids {
            return self.post(write);
        }
        let guard = self.profile().guard;
        let mut outcome = if guard { self.put(write, true) } else { self.put_unguarded(write) };
        if guard && self.is_about_asking(&outcome) {
            outcome = self.put_unguarded(write);
            if outcome.is_ok() {
                self.learn(|profile| profile.guard = false);
            }
        }
        if self.is_about_asking(&outcome) {
            outcome = self.post(write);
            if outcome.is_ok() {
                self.learn(|profile| profile.ids = false);
            }
        }
        if outcome.is_ok() {
            self.made_one.set(true);
        }
        outcome
    }

    /// Puts a new one where the practice takes no guard: then we look ourselves, so that nothing is written over.
    fn put_unguarded(&self, write: &Write) -> Result<Written, WriteError> {
        match self.read(&write.resource, By::Id(&write.id)) {
            Ok(Found::Here(..)) => Err(WriteError::Conflict),
            Ok(_) => self.put(write, false),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether a resource may have been refused for the way it was put there.
    fn is_about_asking(&self, outcome: &Result<Written, WriteError>) -> bool {
        let Err(WriteError::Refused { status }) = outcome else { return false };
        !self.made_one.get() && matches!(status, 400 | 403 | 404 | 405 | 422 | 501)
    }

    /// Puts it in its place: over the version it goes over, or where there is none.
    fn put(&self, write: &Write, guard: bool) -> Result<Written, WriteError> {
        let url = self.place.base.at(&[&write.resource, &write.id]);
        let mut request = self.carrying(Method::Put, url, write);
        match &write.over {
            Some(version) if !version.is_empty() => request = request.with("if-match", version),
            None if guard => request = request.with("if-none-match", "*"),
            _ => {}
        }
        let answer = self.send(request)?;
        match answer.status {
            200 | 201 => self.written(&answer, write, Some(&write.id)),
            409 | 412 => Err(WriteError::Conflict),
            404 | 410 if write.over.is_some() => Err(WriteError::Gone),
            status => Err(refused(status)),
        }
    }

    /// Lets the practice choose its id, and makes none where there is one.
    fn post(&self, write: &Write) -> Result<Written, WriteError> {
        let name = format!("identifier={}|{}", self.place.system, write.ours);
        let url = self.place.base.at(&[&write.resource]);
        let guarded = self.carrying(Method::Post, url.clone(), write).with("if-none-exist", name);
        let mut answer = self.send(guarded)?;
        if matches!(answer.status, 400 | 403 | 501) {
            // It may be the guard that it does not take: then we look ourselves.
            match self.read(&write.resource, By::Ours(&write.ours)) {
                Ok(Found::Here(..)) => return Err(WriteError::Conflict),
                Ok(_) => answer = self.send(self.carrying(Method::Post, url, write))?,
                Err(error) => return Err(error.into()),
            }
        }
        match answer.status {
            201 => self.written(&answer, write, None),
            // There is one already.
            200 | 409 | 412 => Err(WriteError::Conflict),
            status => Err(refused(status)),
        }
    }

    fn read(&self, resource: &str, by: By<'_>) -> Result<Found, PracticeError> {
        crate::sync::practice::Practice::read(self, resource, by)
    }

    fn carrying(&self, method: Method, url: url::Url, write: &Write) -> Request {
        let mut request = Request::new(method, url)
            .with("accept", JSON)
            .with("prefer", "return=representation")
            .sending(JSON, write.body.clone());
        request.most = MAX_RESOURCE;
        request
    }

    /// Sends a write. Where no whole answer came it may have been done.
    fn send(&self, request: Request) -> Result<Response, WriteError> {
        match self.wire.ask(request, false) {
            Ok(answer) => {
                self.wire.bore_fruit();
                Ok(answer)
            }
            Err(PracticeError::Http(HttpError::Cut | HttpError::TimedOut | HttpError::TooLarge)) => {
                Err(WriteError::Unknown)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// What the answer to a write says. One that says nothing that can be read is
    /// none: a page to sign in to is no proof that anything was kept.
    fn written(&self, answer: &Response, write: &Write, id: Option<&str>) -> Result<Written, WriteError> {
        let header = |name| answer.header(name);
        told(&answer.body, header("etag"), header("location"), write, id)
    }

    pub(super) fn delete(&self, resource: &str, id: &str, version: &str) -> Result<(), WriteError> {
        let mut request =
            Request::new(Method::Delete, self.place.base.at(&[resource, id])).with("accept", JSON);
        if !version.is_empty() {
            request = request.with("if-match", version);
        }
        match self.send(request)?.status {
            200 | 202 | 204 | 404 | 410 => Ok(()),
            409 | 412 => Err(WriteError::Conflict),
            status => Err(refused(status)),
        }
    }

    /// Many in one question, each by itself; none where the server takes none.
    fn batch(&self, writes: &[Write]) -> Option<Vec<Result<Written, WriteError>>> {
        let all = |error: fn() -> WriteError| Some(writes.iter().map(|_| Err(error())).collect());
        let mut request = Request::new(Method::Post, self.place.base.at(&[]))
            .with("accept", JSON)
            .with("prefer", "return=representation")
            .sending(JSON, batch_body(writes, self.profile().guard));
        request.most = bundle::MAX_PAGE;
        let answer = match self.send(request) {
            Ok(answer) => answer,
            Err(WriteError::Unknown) => return all(|| WriteError::Unknown),
            Err(error) => {
                let rest = writes.iter().skip(1).map(|_| Err(PracticeError::Stopped.into()));
                return Some(std::iter::once(Err(error)).chain(rest).collect());
            }
        };
        match (answer.status, bundle::read_batch(&answer.body, writes.len())) {
            (200, Ok(inner)) => {
                Some(writes.iter().zip(inner).map(|(write, inner)| one_of(write, &inner)).collect())
            }
            // Something was done, and it does not say what.
            (200..=299, _) => {
                self.learn(|profile| profile.batch = false);
                all(|| WriteError::Unknown)
            }
            (500, _) => all(|| WriteError::Unknown),
            _ => {
                self.learn(|profile| profile.batch = false);
                None
            }
        }
    }
}

fn told(
    body: &[u8],
    etag: Option<&str>,
    location: Option<&str>,
    write: &Write,
    id: Option<&str>,
) -> Result<Written, WriteError> {
    let located = || {
        let path = location?.split(['?', '#']).next()?;
        let (_, rest) = path.rsplit_once(&format!("{}/", write.resource))?;
        rest.split('/').next().filter(|id| is_id(id))
    };
    match read_seen(body, etag) {
        Ok(seen) if seen.resource == write.resource => {
            if id.is_some_and(|id| id != seen.id) {
                return Err(WriteError::Unknown);
            }
            Ok(Written { id: seen.id, version: seen.version, updated: seen.updated, body: Some(seen.body) })
        }
        // It says how it went, or nothing at all: the headers say the rest.
        Ok(seen) if seen.resource != "OperationOutcome" => Err(WriteError::Unknown),
        Err(_) if !body.is_empty() => Err(WriteError::Unknown),
        _ => match (id.or_else(located), etag) {
            (Some(id), Some(etag)) if etag.len() <= 256 => Ok(Written {
                id: id.to_owned(),
                version: etag.to_owned(),
                updated: String::new(),
                body: None,
            }),
            _ => Err(WriteError::Unknown),
        },
    }
}

fn one_of(write: &Write, inner: &Inner) -> Result<Written, WriteError> {
    match inner.status {
        200 | 201 => {
            let body = inner.body.as_deref().unwrap_or_default();
            let mut written =
                told(body, inner.etag.as_deref(), inner.location.as_deref(), write, Some(&write.id))?;
            if written.updated.is_empty() {
                written.updated = inner.modified.clone().unwrap_or_default();
            }
            Ok(written)
        }
        409 | 412 => Err(WriteError::Conflict),
        404 | 410 if write.over.is_some() => Err(WriteError::Gone),
        429 | 503 => Err(PracticeError::Busy { after: None }.into()),
        status => Err(refused(status)),
    }
}

/// Of what the server does not say that it refused it, it is not known.
fn refused(status: u16) -> WriteError {
    match status {
        400..=499 | 501 => WriteError::Refused { status },
        _ => WriteError::Unknown,
    }
}

/// How many of the next writes go together.
fn batch_of(writes: &[Write]) -> usize {
    let mut bytes = 0;
    let fits = writes.iter().take(MAX_BATCH).take_while(|write| {
        bytes += write.body.len() + 256;
        bytes <= MAX_BATCH_BYTES
    });
    fits.count().max(1)
}

/// The batch, each resource in it as it is, byte for byte.
fn batch_body(writes: &[Write], guard: bool) -> Vec<u8> {
    let mut body = br#"{"resourceType":"Bundle","type":"batch","entry":["#.to_vec();
    for (number, write) in writes.iter().enumerate() {
        let mut request =
            serde_json::json!({ "method": "PUT", "url": format!("{}/{}", write.resource, write.id) });
        match &write.over {
            Some(version) if !version.is_empty() => request["ifMatch"] = version.as_str().into(),
            None if guard => request["ifNoneMatch"] = "*".into(),
            _ => {}
        }
        if number > 0 {
            body.push(b',');
        }
        body.extend_from_slice(br#"{"resource":"#);
        body.extend_from_slice(&write.body);
        body.extend_from_slice(format!(r#","request":{request}}}"#).as_bytes());
    }
    body.extend_from_slice(b"]}");
    body
}

//! What has changed there: by type, by batch or in one, page after page, with a
//! bound on everything.

use super::{JSON, R4, TASK, bundle};
use crate::sync::http::{HttpError, Method, Request, Response};
use crate::sync::patient::Patient;
use crate::sync::practice::{Changes, Cursors, PracticeError, Pull, Seen};
use crate::sync::when::{http_date, instant, written};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// What changed shortly before the last look is asked for again: a server's
/// clock and its index need not agree. What came before is known by its version.
pub const OVERLAP: Duration = Duration::from_secs(120);
/// A clock more than this ahead of ours is not gone by.
const AHEAD: i64 = 86_400_000;
/// How many to a page.
const COUNT: &str = "100";
/// The most pages to one question.
const MAX_PAGES: usize = 200;
/// So many pages with nothing new on them, and there is no end to them.
const MAX_STALE: usize = 3;
/// The most resources of one sync.
const MAX_SEEN: usize = 5_000;
/// The most bytes of one sync.
const MAX_BYTES: usize = 32 * 1024 * 1024;

/// What has come so far.
#[derive(Default)]
struct Basket {
    seen: BTreeMap<(String, String), Seen>,
    bytes: usize,
    patient: Option<Patient>,
}

/// How far one question came.
struct Reach {
    /// The practice's clock when it was asked.
    asked: Option<i64>,
    /// The newest that came.
    newest: Option<i64>,
    /// What came was in the order of its change.
    in_order: bool,
    /// It was not read to its end.
    cut_short: bool,
    /// Anything came, new or not.
    any: bool,
}

impl Basket {
    /// Puts a page in; how much of it is new.
    fn take(&mut self, page: Vec<Seen>, patient: &str, reach: &mut Reach) -> usize {
        let before = self.seen.len();
        for seen in page {
            reach.any = true;
            let updated = instant(&seen.updated);
            reach.in_order &= updated.is_some() && updated >= reach.newest;
            reach.newest = reach.newest.max(updated);
            if seen.resource == "Patient" {
                // Another patient's is for the engine to see.
                if seen.id == patient {
                    self.patient = Patient::read(&seen.body).or(self.patient.take());
                    continue;
                }
            }
            self.bytes += seen.body.len();
            let name = (seen.resource.clone(), seen.id.clone());
            let is_older = |held: &Seen| instant(&held.updated) > instant(&seen.updated);
            if !self.seen.get(&name).is_some_and(is_older) {
                self.seen.insert(name, seen);
            }
        }
        self.seen.len() - before
    }

    fn is_full(&self) -> bool {
        self.seen.len() >= MAX_SEEN || self.bytes >= MAX_BYTES
    }
}

impl R4<'_> {
    pub(super) fn pull(&self, since: &Cursors) -> Result<Changes, PracticeError> {
        let types = self.types();
        let mut changes = Changes { cursors: since.clone(), ..Changes::default() };
        let mut basket = Basket::default();
        let known = types.iter().all(|kind| is_menu(kind) || since.0.contains_key(*kind));
        let done = match self.profile().pull {
            Pull::Everything if known => self.in_one(&types, since, &mut basket, &mut changes)?,
            Pull::Batch => self.in_batch(&types, since, &mut basket, &mut changes)?,
            _ => false,
        };
        if !done {
            self.by_type(&types, since, &mut basket, &mut changes)?;
        }
        changes.patient = basket.patient;
        changes.seen = basket.seen.into_values().collect();
        Ok(changes)
    }

    /// A question for each type. One that is not answered stops none other; if
    /// none is, that is what is told.
    fn by_type(
        &self,
        types: &[&str],
        since: &Cursors,
        basket: &mut Basket,
        changes: &mut Changes,
    ) -> Result<(), PracticeError> {
        let (mut first, mut no_tasks) = (None, false);
        let mut answered = 0;
        for kind in types {
            if basket.is_full() {
                changes.more = true;
                break;
            }
            match self.one_type(kind, since, basket) {
                Ok(reach) => {
                    answered += 1;
                    self.note(kind, &reach, changes)?;
                }
                Err(
                    error
                    @ (PracticeError::Status(_) | PracticeError::NotAllowed | PracticeError::Unreadable),
                ) => {
                    no_tasks |= *kind == TASK && matches!(error, PracticeError::NotAllowed);
                    first.get_or_insert(error);
                }
                Err(other) => return Err(other),
            }
        }
        if no_tasks && answered > 0 {
            // Granted, and refused all the same: a promise goes as something else.
            self.learn(|profile| profile.tasks = false);
        }
        match first {
            Some(error) if answered == 0 => Err(error),
            _ => Ok(()),
        }
    }

    fn one_type(&self, kind: &str, since: &Cursors, basket: &mut Basket) -> Result<Reach, PracticeError> {
        let mut url = self.place.base.at(&[kind]);
        url.set_query(Some(&self.question(kind, since)));
        let answer = self.get(url, bundle::MAX_PAGE)?;
        self.pages(kind, answer, basket)
    }

    /// What the question for one type is answered with.
    fn pages(&self, kind: &str, answer: Response, basket: &mut Basket) -> Result<Reach, PracticeError> {
        let is_directory =
            is_menu(kind) && bundle::read_page(&answer.body).is_ok_and(|page| page.next.is_some());
        // More than a page of services is a directory of them, and no menu of what is near.
        if is_directory { Err(PracticeError::NotAllowed) } else { self.first_page(answer, basket) }
    }

    fn question(&self, kind: &str, since: &Cursors) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        if !is_menu(kind) {
            query.append_pair("patient", self.place.patient);
        }
        if let Some(from) = since.0.get(kind).filter(|_| self.profile().since).and_then(|at| overlapping(at))
        {
            query.append_pair("_lastUpdated", &format!("ge{from}"));
        }
        query.append_pair("_sort", "_lastUpdated").append_pair("_count", COUNT);
        query.finish()
    }

    /// All in one question, and what its pages lead to.
    fn in_one(
        &self,
        types: &[&str],
        since: &Cursors,
        basket: &mut Basket,
        changes: &mut Changes,
    ) -> Result<bool, PracticeError> {
        let of_theirs = since.0.iter().filter(|(kind, _)| !is_menu(kind));
        let oldest = of_theirs.filter_map(|(_, at)| instant(at)).min();
        let Some(from) = oldest.and_then(written).as_deref().and_then(overlapping) else { return Ok(false) };
        let mut url = self.place.base.at(&["Patient", self.place.patient, "$everything"]);
        url.query_pairs_mut().append_pair("_since", &from).append_pair("_count", COUNT);
        let answer = self.get(url, bundle::MAX_PAGE)?;
        if answer.status != 200 {
            // What it once did it does no more.
            self.learn(|profile| profile.pull = if profile.batch { Pull::Batch } else { Pull::Types });
            return Ok(false);
        }
        let reach = self.first_page(answer, basket)?;
        if reach.cut_short {
            return Ok(false);
        }
        basket.seen.retain(|(kind, _), _| types.contains(&kind.as_str()) || kind == "Patient");
        // What is nobody's record is not in it: that is asked for once a week.
        types.iter().filter(|kind| !is_menu(kind)).try_for_each(|kind| self.note(kind, &reach, changes))?;
        Ok(true)
    }

    /// A question for each type, all sent at once, and one for the patient.
    fn in_batch(
        &self,
        types: &[&str],
        since: &Cursors,
        basket: &mut Basket,
        changes: &mut Changes,
    ) -> Result<bool, PracticeError> {
        let ask = |url: String| json!({ "request": { "method": "GET", "url": url } });
        let questions = types.iter().map(|kind| ask(format!("{kind}?{}", self.question(kind, since))));
        let entries: Vec<_> =
            [ask(format!("Patient/{}", self.place.patient))].into_iter().chain(questions).collect();
        let asked = entries.len();
        let body = json!({ "resourceType": "Bundle", "type": "batch", "entry": entries }).to_string();
        let mut request = Request::new(Method::Post, self.place.base.at(&[])).with("accept", JSON);
        request.most = bundle::MAX_PAGE;
        let answer = match self.wire.ask(request.sending(JSON, body.into_bytes()), true) {
            Err(PracticeError::Http(HttpError::TooLarge)) => return Ok(false),
            answer => answer?,
        };
        let inner = match (answer.status, bundle::read_batch(&answer.body, asked)) {
            (200, Ok(inner)) => inner,
            _ => {
                self.learn(|profile| (profile.pull, profile.batch) = (Pull::Types, false));
                return Ok(false);
            }
        };
        let date = answer.header("date").map(str::to_owned);
        let mut answers = inner.into_iter();
        basket.patient =
            answers.next().and_then(|inner| Patient::read(&inner.body.filter(|_| inner.status == 200)?));
        let (mut first, mut no_tasks, mut answered) = (None, false, 0);
        for (kind, inner) in types.iter().zip(answers) {
            if inner.status != 200 {
                no_tasks |= *kind == TASK && inner.status == 403;
                first.get_or_insert(PracticeError::Status(inner.status));
                continue;
            }
            let headers = date.iter().map(|date| ("date".to_owned(), date.clone())).collect();
            let answer = Response { status: 200, headers, body: inner.body.unwrap_or_default().into() };
            match self.pages(kind, answer, basket) {
                Ok(reach) => {
                    answered += 1;
                    self.note(kind, &reach, changes)?;
                }
                Err(error @ (PracticeError::Unreadable | PracticeError::NotAllowed)) => {
                    let _ = first.get_or_insert(error);
                }
                Err(other) => return Err(other),
            }
        }
        if no_tasks && answered > 0 {
            self.learn(|profile| profile.tasks = false);
        }
        match first {
            Some(error) if answered == 0 => Err(error),
            _ => Ok(true),
        }
    }

    /// Reads the first page and follows those after it.
    fn first_page(&self, mut answer: Response, basket: &mut Basket) -> Result<Reach, PracticeError> {
        let asked = answer.header("date").and_then(http_date);
        let mut reach = Reach { asked, newest: None, in_order: true, cut_short: false, any: false };
        let (mut visited, mut stale) = (BTreeSet::new(), 0);
        loop {
            match answer.status {
                200 => {}
                403 => return Err(PracticeError::NotAllowed),
                status => return Err(PracticeError::Status(status)),
            }
            let page = bundle::read_page(&answer.body)?;
            match basket.take(page.seen, self.place.patient, &mut reach) {
                0 => stale += 1,
                _ => {
                    stale = 0;
                    self.wire.bore_fruit();
                }
            }
            let Some(next) = page.next else { return Ok(reach) };
            if basket.is_full() || visited.len() >= MAX_PAGES {
                reach.cut_short = true;
                return Ok(reach);
            }
            if stale >= MAX_STALE || !visited.insert(next.clone()) {
                return Err(PracticeError::Endless);
            }
            let next = self.place.base.allows(&next).ok_or(PracticeError::Redirected)?;
            answer = self.get(next, bundle::MAX_PAGE)?;
        }
    }

    /// Notes how far a type has been read.
    fn note(&self, kind: &str, reach: &Reach, changes: &mut Changes) -> Result<(), PracticeError> {
        if reach.cut_short {
            // What came in order is behind us; the next sync goes on after it.
            let newest = reach.newest.filter(|_| reach.in_order && self.profile().since);
            let at = newest.and_then(written).ok_or(PracticeError::Endless)?;
            changes.more = true;
            changes.cursors.0.insert(kind.to_owned(), at);
            return Ok(());
        }
        // Nothing came: the old one stays good, and nothing need be kept.
        if !reach.any && changes.cursors.0.contains_key(kind) {
            return Ok(());
        }
        let ahead = self.wire.now().saturating_add(AHEAD);
        let at = reach.asked.or(reach.newest).map(|at| at.min(ahead)).and_then(written);
        if let Some(at) = at {
            changes.cursors.0.insert(kind.to_owned(), at);
        }
        Ok(())
    }
}

/// What support there is near: nobody's record, so no patient is named.
fn is_menu(kind: &str) -> bool {
    kind == "HealthcareService"
}

/// A cursor, moved back by the overlap.
fn overlapping(cursor: &str) -> Option<String> {
    written(instant(cursor)?.saturating_sub(OVERLAP.as_millis() as i64))
}

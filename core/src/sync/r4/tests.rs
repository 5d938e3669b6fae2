//! A FHIR server over a line: what is asked, how often, and what is believed.

mod writes;

use super::*;
use crate::sync::http::{HttpError, Token};
use crate::sync::practice::Pull;
use crate::sync::testing::{Scripted, StillWorld, json};
use crate::sync::when::instant;
use crate::sync::world::World;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::time::Duration;

const TYPES: &[&str] = &["Goal", "Observation"];

/// Tokens that are renewed as often as they are refused.
#[derive(Default)]
struct Renewing(Cell<u32>);

impl Session for Renewing {
    fn token(&self) -> Result<Token, PracticeError> {
        Ok(Token::new(format!("token-{}", self.0.get())))
    }

    fn renewed(&self, _: &Token) -> Result<Token, PracticeError> {
        self.0.set(self.0.get() + 1);
        self.token()
    }
}

struct Line<F> {
    http: Scripted<F>,
    world: StillWorld,
    session: Renewing,
    base: Base,
    granted: Granted,
    types: &'static [&'static str],
}

impl<F: Fn(&Request) -> Result<Response, HttpError> + Send + Sync> Line<F> {
    fn to(answer: F) -> Self {
        let (world, session) = (StillWorld::default(), Renewing::default());
        let base = Base::parse("https://p.example/fhir").unwrap();
        let granted = Granted::read("patient/*.cruds");
        Self { http: Scripted::new(answer), world, session, base, granted, types: TYPES }
    }

    fn with<T>(&self, profile: Profile, ask: impl FnOnce(&R4<'_>) -> T) -> T {
        let go_on = || false;
        let wire = Wire::new(&self.http, &self.world, &self.session, &go_on);
        let (base, granted) = (&self.base, &self.granted);
        let place = Place { base, patient: "p1", granted, types: self.types, system: "urn:ours" };
        ask(&R4::new(wire, place, profile))
    }

    fn changes(&self) -> Result<Changes, PracticeError> {
        self.with(Profile::default(), |practice| practice.changes(&Cursors::default()))
    }

    fn asked(&self) -> Vec<String> {
        self.http.asked.lock().unwrap().iter().map(|request| request.url.to_string()).collect()
    }
}

fn headed(status: u16, name: &str, value: &str) -> Result<Response, HttpError> {
    let mut answer = json(status, "{}")?;
    answer.headers.push((name.to_owned(), value.to_owned()));
    Ok(answer)
}

fn goal(id: &str, updated: &str) -> String {
    format!(
        r#"{{"resource":{{"resourceType":"Goal","id":"{id}","meta":{{"versionId":"1","lastUpdated":"{updated}"}}}}}}"#
    )
}

fn page(entries: &[String], next: Option<&str>) -> Result<Response, HttpError> {
    let link =
        next.map(|url| format!(r#","link":[{{"relation":"next","url":"{url}"}}]"#)).unwrap_or_default();
    let mut answer =
        json(200, &format!(r#"{{"resourceType":"Bundle"{link},"entry":[{}]}}"#, entries.join(",")))?;
    answer.headers.push(("date".to_owned(), "Thu, 01 Oct 2026 09:00:00 GMT".to_owned()));
    Ok(answer)
}

fn write(over: Option<&str>) -> Write {
    let body = br#"{"resourceType":"Goal","id":"h1"}"#.to_vec();
    Write { resource: "Goal".into(), id: "h1".into(), ours: "h1".into(), over: over.map(str::to_owned), body }
}

fn one(
    line: &Line<impl Fn(&Request) -> Result<Response, HttpError> + Send + Sync>,
    write: Write,
) -> Result<Written, WriteError> {
    line.with(Profile::default(), |practice| practice.write(&[write]).pop().unwrap())
}

#[test]
fn a_refused_token_is_renewed_once_and_then_believed() {
    let line = Line::to(|request| match request.bearer.as_ref().unwrap().expose() {
        "token-1" => json(200, r#"{"resourceType":"Patient","id":"p1"}"#),
        _ => json(401, ""),
    });
    assert!(line.with(Profile::default(), |practice| practice.patient()).is_ok());
    assert_eq!(line.http.count(), 2);
    let never = Line::to(|_| json(401, ""));
    let refused = never.with(Profile::default(), |practice| practice.patient());
    assert!(matches!(refused, Err(PracticeError::Status(401))));
    assert_eq!(never.http.count(), 2);
}

#[test]
fn a_busy_practice_is_asked_again_after_as_long_as_it_wants_and_left_alone_where_that_is_long() {
    let line = Line::to(|_| headed(503, "retry-after", "4"));
    let busy = line.with(Profile::default(), |practice| practice.patient());
    assert!(matches!(busy, Err(PracticeError::Busy { .. })));
    assert_eq!(line.http.count(), 3);
    assert!(line.world.elapsed() >= Duration::from_secs(8));
    let long = Line::to(|_| headed(429, "retry-after", "3600"));
    let busy = long.with(Profile::default(), |practice| practice.patient());
    assert!(
        matches!(busy, Err(PracticeError::Busy { after: Some(after) }) if after == Duration::from_secs(3600))
    );
    assert_eq!((long.http.count(), long.world.elapsed()), (1, Duration::ZERO));
}

#[test]
fn waits_between_tries_are_spread_and_bounded() {
    use crate::sync::world::jitter;
    let world = StillWorld::default();
    let waits: Vec<Duration> = (0..200).map(|attempt| jitter(&world, attempt)).collect();
    assert!(waits.iter().all(|wait| *wait <= Duration::from_secs(8)));
    assert!(
        waits.iter().any(|wait| *wait > Duration::from_secs(4))
            && waits.iter().any(|wait| *wait < Duration::from_secs(2))
    );
}

#[test]
fn a_redirect_is_followed_nowhere() {
    let line = Line::to(|_| headed(302, "location", "https://elsewhere.example/"));
    assert!(matches!(line.changes(), Err(PracticeError::Redirected)));
    assert!(matches!(one(&line, write(None)), Err(WriteError::Stop(PracticeError::Redirected))));
    assert!(line.asked().iter().all(|url| url.starts_with("https://p.example/fhir/")));
}

#[test]
fn a_next_page_elsewhere_is_not_asked_for() {
    let line = Line::to(|_| {
        page(&[goal("g1", "2026-10-01T08:00:00Z")], Some("https://elsewhere.example/fhir?page=2"))
    });
    assert!(matches!(line.changes(), Err(PracticeError::Redirected)));
    assert_eq!(line.http.count(), 1);
}

#[test]
fn pages_are_followed_to_their_end_and_each_resource_is_there_once() {
    let line = Line::to(|request| match request.url.query().unwrap_or_default() {
        query if query.contains("page=2") => {
            page(&[goal("g1", "2026-10-01T08:30:00Z"), goal("g2", "2026-10-01T08:40:00Z")], None)
        }
        _ if request.url.path().ends_with("/Goal") => {
            page(&[goal("g1", "2026-10-01T08:00:00Z")], Some("https://p.example/fhir?page=2"))
        }
        _ => page(&[], None),
    });
    let changes = line.changes().unwrap();
    let told: Vec<(&str, &str)> =
        changes.seen.iter().map(|seen| (seen.id.as_str(), seen.updated.as_str())).collect();
    assert_eq!(told, [("g1", "2026-10-01T08:30:00Z"), ("g2", "2026-10-01T08:40:00Z")]);
    // By the practice's own clock, not by ours, and not by what came.
    assert_eq!(changes.cursors.0["Goal"], "2026-10-01T09:00:00.000Z");
    assert!(!changes.more);
}

#[test]
fn pages_without_end_end() {
    let same =
        Line::to(|_| page(&[goal("g1", "2026-10-01T08:00:00Z")], Some("https://p.example/fhir?page=2")));
    assert!(matches!(same.changes(), Err(PracticeError::Endless)));
    assert!(same.http.count() <= 4, "{}", same.http.count());
    let number = std::sync::atomic::AtomicU64::new(0);
    let next = || number.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let stale = Line::to(|_| page(&[], Some(&format!("https://p.example/fhir?page={}", next()))));
    assert!(matches!(stale.changes(), Err(PracticeError::Endless)));
    assert!(stale.http.count() <= 5);
    // Each with something new on it, in no order: more than is taken in.
    let new = Line::to(|_| {
        let number = next();
        page(&[goal(&format!("g{number}"), "")], Some(&format!("https://p.example/fhir?page={number}")))
    });
    assert!(matches!(new.changes(), Err(PracticeError::Endless)));
    assert!(new.http.count() <= 210, "{}", new.http.count());
}

#[test]
fn more_than_one_sync_takes_in_goes_on_after_the_last_that_came_in_order() {
    let number = std::sync::atomic::AtomicU64::new(0);
    let line = Line::to(|request| {
        let from = number.fetch_add(100, std::sync::atomic::Ordering::Relaxed);
        let at = |n: u64| format!("2026-09-{:02}T{:02}:{:02}:00Z", 1 + n / 1440, n / 60 % 24, n % 60);
        let goals: Vec<String> = (from..from + 100).map(|n| goal(&format!("g{n}"), &at(n))).collect();
        assert!(request.url.query().unwrap().contains("_sort=_lastUpdated") || from > 0);
        page(&goals, Some(&format!("https://p.example/fhir?page={from}")))
    });
    let changes = line.changes().unwrap();
    assert!(changes.more && changes.seen.len() == 5_000);
    let newest = changes.seen.iter().filter_map(|seen| instant(&seen.updated)).max();
    assert_eq!(instant(&changes.cursors.0["Goal"]), newest);
    assert!(!changes.cursors.0.contains_key("Observation"));
}

#[test]
fn a_cursor_goes_back_by_the_overlap_and_stays_where_nothing_came() {
    let line = Line::to(|_| page(&[], None));
    let at = "2026-10-01T08:00:00.000Z".to_owned();
    let known = Cursors(BTreeMap::from([("Goal".to_owned(), at.clone()), ("Observation".to_owned(), at)]));
    let changes = line.with(Profile::default(), |practice| practice.changes(&known)).unwrap();
    assert_eq!(changes.cursors, known);
    assert!(line.asked()[0].contains("_lastUpdated=ge2026-10-01T07%3A58%3A00.000Z"), "{:?}", line.asked());
}

#[test]
fn a_clock_in_1970_or_far_ahead_is_not_gone_by_for_ever() {
    for (date, expected) in [
        ("Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00.000Z"),
        // No later than a day after our own.
        ("Sun, 01 Jan 2090 00:00:00 GMT", "2026-10-02T09:00:00.000Z"),
    ] {
        let line = Line::to(|_| {
            let mut answer = page(&[goal("g1", "2026-10-01T08:00:00Z")], None)?;
            answer.headers = vec![("date".to_owned(), date.to_owned())];
            Ok(answer)
        });
        assert_eq!(line.changes().unwrap().cursors.0["Goal"], expected);
    }
}

#[test]
fn a_type_that_is_not_answered_stops_none_other_and_all_of_them_do() {
    let line = Line::to(|request| match request.url.path().ends_with("/Goal") {
        true => json(500, ""),
        false => page(&[], None),
    });
    let changes = line.changes().unwrap();
    assert!(!changes.cursors.0.contains_key("Goal") && changes.cursors.0.contains_key("Observation"));
    let nothing = Line::to(|_| json(404, ""));
    assert!(matches!(nothing.changes(), Err(PracticeError::Status(404))));
    let html = Line::to(|_| json(200, "<html>"));
    assert!(matches!(html.changes(), Err(PracticeError::Unreadable)));
}

#[test]
fn a_practice_of_which_nothing_comes_is_given_up_within_the_patience() {
    let line = Line::to(|_| Err(HttpError::TimedOut));
    line.world.wait(PATIENCE);
    let over = line.with(Profile::default(), |practice| {
        line.world.wait(PATIENCE);
        practice.patient()
    });
    assert!(matches!(over, Err(PracticeError::Http(HttpError::TimedOut))));
    assert_eq!(line.http.count(), 0, "nothing is asked when patience is at its end");
}

const GOAL: &str = r#"{"resourceType":"Goal","id":"h1","meta":{"versionId":"4"}}"#;

#[test]
fn a_batch_tells_of_each_by_itself_and_a_server_without_them_is_asked_one_by_one() {
    let answer = r#"{"resourceType":"Bundle","entry":[
        {"resource":{"resourceType":"Goal","id":"h1","meta":{"versionId":"4"}},"response":{"status":"200","etag":"W/\"4\""}},
        {"response":{"status":"412 Precondition Failed"}}]}"#;
    let batching = Profile { batch: true, ..Profile::default() };
    let line = Line::to(|_| json(200, answer));
    let both = [write(Some("W/\"3\"")), write(Some("W/\"3\""))];
    let outcomes = line.with(batching, |practice| practice.write(&both));
    assert!(outcomes[0].is_ok() && matches!(outcomes[1], Err(WriteError::Conflict)));
    let sent = line.http.asked.lock().unwrap()[0].body.clone().unwrap();
    assert_eq!(String::from_utf8_lossy(&sent).matches("\"ifMatch\"").count(), 2);
    let without = Line::to(|request| match request.method {
        Method::Post => json(403, ""),
        _ => json(200, r#"{"resourceType":"Goal","id":"h1","meta":{"versionId":"4"}}"#),
    });
    let outcomes = without.with(batching, |practice| practice.write(&both));
    assert!(outcomes.iter().all(Result::is_ok));
    assert_eq!(without.http.count(), 3);
    let lost = Line::to(|_| Err(HttpError::Cut));
    let outcomes = lost.with(batching, |practice| practice.write(&both));
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Err(WriteError::Unknown))));
}

#[test]
fn trying_a_server_out_writes_nothing_there() {
    let line = Line::to(|request| match request.method {
        Method::Post => {
            let patient = r#"{"resource":{"resourceType":"Patient","id":"p1"},"response":{"status":"200"}}"#;
            let found = r#"{"resource":{"resourceType":"Bundle"},"response":{"status":"200"}}"#;
            json(200, &format!(r#"{{"resourceType":"Bundle","entry":[{patient},{found}]}}"#))
        }
        _ if request.url.path().ends_with("$everything") => json(403, ""),
        _ => page(&[], None),
    });
    let profile = line.with(Profile::default(), |practice| practice.probe()).unwrap();
    assert_eq!((profile.pull, profile.batch, profile.since), (Pull::Batch, true, true));
    for request in line.http.asked.lock().unwrap().iter() {
        let body =
            request.body.as_ref().map(|body| String::from_utf8_lossy(body).into_owned()).unwrap_or_default();
        assert!(
            matches!(request.method, Method::Get | Method::Post)
                && !body.contains("PUT")
                && !body.contains("\"resource\":")
        );
    }
}

#[test]
fn a_menu_is_asked_for_without_a_patient_and_a_directory_of_services_is_not_taken() {
    for (next, kept) in [(None, true), (Some("https://p.example/fhir?page=2"), false)] {
        let mut line = Line::to(move |request| match request.url.path().ends_with("HealthcareService") {
            true => page(&[goal("s1", "2026-10-01T10:00:00Z").replace("Goal", "HealthcareService")], next),
            false => page(&[], None),
        });
        line.types = &["Goal", "HealthcareService"];
        let changes = line.changes().unwrap();
        assert_eq!(changes.seen.len() == 1, kept);
        assert!(line.asked()[0].contains("patient=p1") && !line.asked()[1].contains("patient"));
        assert_eq!(line.asked().len(), 2);
    }
}

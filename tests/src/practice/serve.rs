//! FHIR R4 over HTTP, for one patient's token.

use super::auth::{Grant, ISSUER};
use super::shelf::{Kept, Members, whose};
use super::{BASE, PATIENT, State};
use hearth_core::sync::http::{Method, Request, Response};
use hearth_core::sync::smart::Granted;
use serde_json::{Value, json, value::RawValue};
use std::collections::BTreeMap;

const JSON: &str = "application/fhir+json";

/// An answer of JSON.
pub fn json(status: u16, body: &Value) -> Response {
    let headers = vec![("content-type".to_owned(), JSON.to_owned())];
    Response { status, headers, body: body.to_string().into_bytes().into() }
}

fn outcome(status: u16) -> Response {
    json(
        status,
        &json!({ "resourceType": "OperationOutcome", "issue": [{ "severity": "error", "code": "processing" }] }),
    )
}

/// Answers one question.
pub(super) fn answer(state: &mut State, request: &Request, now: i64) -> Response {
    let url = request.url.as_str();
    let mut answer = match (request.method, url) {
        (Method::Get, url) if url == format!("{BASE}/.well-known/smart-configuration") => {
            state.auth.configuration(&state.quirks)
        }
        (Method::Post, url) if url == format!("{ISSUER}/token") => {
            state.auth.token(request, now, &state.quirks)
        }
        (Method::Post, url) if url == format!("{ISSUER}/revoke") => state.auth.revoke(request, &state.quirks),
        _ => match state.auth.of(request, now).cloned() {
            Some(grant) => under_base(state, request, &grant, now),
            None => outcome(401),
        },
    };
    answer.headers.push(("date".to_owned(), http_date(now)));
    answer
}

fn under_base(state: &mut State, request: &Request, grant: &Grant, now: i64) -> Response {
    let Some(rest) = request.url.as_str().strip_prefix(BASE) else { return outcome(404) };
    let (path, _) = rest.split_once('?').unwrap_or((rest, ""));
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let asked: BTreeMap<String, String> = request.url.query_pairs().into_owned().collect();
    let body = request.body.as_ref().map(|body| body.to_vec()).unwrap_or_default();
    let header = |name: &str| request.header(name).map(str::to_owned);
    match (request.method, &parts[..]) {
        (Method::Post, []) => batch(state, &body, grant, now),
        (Method::Get, ["Patient", PATIENT, "$everything"]) => everything(state, &asked, now),
        (method, _) => {
            let one = One {
                method,
                parts: &parts,
                asked: &asked,
                body: &body,
                if_match: header("if-match"),
                if_none_match: header("if-none-match"),
                if_none_exist: header("if-none-exist"),
            };
            one.answer(state, grant, now)
        }
    }
}

/// One question, by itself or in a batch.
struct One<'a> {
    method: Method,
    parts: &'a [&'a str],
    asked: &'a BTreeMap<String, String>,
    body: &'a [u8],
    if_match: Option<String>,
    if_none_match: Option<String>,
    if_none_exist: Option<String>,
}

impl One<'_> {
    fn answer(&self, state: &mut State, grant: &Grant, now: i64) -> Response {
        let granted = Granted::read(&grant.scope);
        let Some(kind) = self.parts.first() else { return outcome(404) };
        let letter = match (self.method, self.parts.len()) {
            (Method::Get, 1) => 's',
            (Method::Get, _) => 'r',
            (Method::Post, _) => 'c',
            (Method::Put, _) => 'u',
            (Method::Delete, _) => 'd',
        };
        let is_write = matches!(letter, 'c' | 'u' | 'd');
        let refused =
            state.quirks.refuses.contains(kind) || is_write && state.quirks.refuses_writes.contains(kind);
        if refused || !granted.may(letter, kind) {
            return outcome(403);
        }
        match (self.method, self.parts) {
            (Method::Get, [kind]) => self.search(state, kind, now),
            (Method::Get, [kind, id]) => match state.shelf.here(kind, id).cloned() {
                Some(kept) => one(state, 200, &kept, true),
                None if state.shelf.was_here(kind, id) => outcome(410),
                None => outcome(404),
            },
            (Method::Put, [kind, id]) => self.put(state, kind, id, now),
            (Method::Post, [kind]) => self.post(state, kind, now),
            (Method::Delete, [kind, id]) => self.delete(state, kind, id, now),
            _ => outcome(404),
        }
    }

    fn search(&self, state: &State, kind: &str, now: i64) -> Response {
        let is_nobodys = kind == "HealthcareService";
        if !is_nobodys && self.asked.get("patient").is_none_or(|patient| patient != PATIENT) {
            return outcome(403);
        }
        let mut found = state.shelf.search(kind, self.asked, now);
        found.retain(|kept| is_nobodys || is_of_patient(kind, &kept.body));
        let from: usize = self.asked.get("_offset").and_then(|text| text.parse().ok()).unwrap_or(0);
        let count: usize = self.asked.get("_count").and_then(|text| text.parse().ok()).unwrap_or(100);
        let count = count.min(state.quirks.page);
        let total = found.len();
        let page: Vec<Kept> = found.into_iter().skip(from).take(count).collect();
        let next = (from + count < total).then(|| {
            let mut url = url::Url::parse(&format!("{BASE}/{kind}")).expect("an address");
            let rest = self.asked.iter().filter(|(name, _)| *name != "_offset");
            url.query_pairs_mut().extend_pairs(rest).append_pair("_offset", &(from + count).to_string());
            url.to_string()
        });
        bundle(&page, next, (!state.quirks.no_total).then_some(total))
    }

    fn put(&self, state: &mut State, kind: &str, id: &str, now: i64) -> Response {
        let here = state.shelf.here(kind, id).cloned();
        if here.is_none() && state.quirks.refuses_ids && !state.shelf.was_here(kind, id) {
            return outcome(405);
        }
        let guarded = self.if_none_match.as_deref() == Some("*");
        if guarded && state.quirks.refuses_guard {
            return outcome(400);
        }
        if guarded && here.is_some() && !state.quirks.ignores_guard {
            return outcome(412);
        }
        if let (Some(wanted), Some(here)) = (&self.if_match, &here)
            && !matches(wanted, here)
            && !state.quirks.ignores_if_match
        {
            return outcome(state.quirks.conflict);
        }
        // A write that does not say over what it goes proves nothing of what was lost.
        let before = state.shelf.overwritten.len();
        let Some((kept, made)) = state.shelf.put(kind, id, self.body, now, false) else {
            return outcome(400);
        };
        let knew =
            self.if_match.as_ref().zip(here.as_ref()).is_some_and(|(wanted, here)| matches(wanted, here));
        if !knew && state.quirks.ignores_guard && !state.quirks.ignores_if_match {
            state.shelf.overwritten.truncate(before);
        }
        let status = if made && !state.quirks.create_200 { 201 } else { 200 };
        one(state, status, &kept, !state.quirks.no_echo)
    }

    fn post(&self, state: &mut State, kind: &str, now: i64) -> Response {
        if let Some(name) = &self.if_none_exist {
            if state.quirks.refuses_if_none_exist {
                return outcome(403);
            }
            let asked: BTreeMap<String, String> =
                url::form_urlencoded::parse(name.as_bytes()).into_owned().collect();
            // What is there, whether or not it is in the index yet.
            let found = state.shelf.search(kind, &asked, now + state.quirks.index_lag);
            match found.first() {
                Some(kept) if found.len() == 1 => return one(state, 200, kept, false),
                Some(_) => return outcome(412),
                None => {}
            }
        }
        let id = state.shelf.new_id();
        match state.shelf.put(kind, &id, self.body, now, false) {
            Some((kept, _)) => one(state, 201, &kept, !state.quirks.no_echo),
            None => outcome(400),
        }
    }

    fn delete(&self, state: &mut State, kind: &str, id: &str, now: i64) -> Response {
        let Some(here) = state.shelf.here(kind, id).cloned() else {
            let again = state.shelf.was_here(kind, id) && !state.quirks.delete_again_404;
            return if again {
                json(200, &json!({ "resourceType": "OperationOutcome", "issue": [] }))
            } else {
                outcome(404)
            };
        };
        let stale = self.if_match.as_ref().is_some_and(|wanted| !matches(wanted, &here));
        if stale && !state.quirks.delete_ignores_if_match {
            return outcome(state.quirks.conflict);
        }
        state.shelf.delete(kind, id, now);
        Response { status: 204, ..Response::default() }
    }
}

/// Whether a version is the one that is there, weak or strong.
fn matches(wanted: &str, here: &Kept) -> bool {
    wanted.trim_start_matches("W/").trim_matches('"') == here.version
}

fn is_of_patient(kind: &str, body: &[u8]) -> bool {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    kind == "Patient" || whose(&body).is_some_and(|name| name.ends_with(&format!("Patient/{PATIENT}")))
}

fn etag(state: &State, kept: &Kept) -> String {
    if state.quirks.strong_etags {
        format!("\"{}\"", kept.version)
    } else {
        format!("W/\"{}\"", kept.version)
    }
}

/// One resource.
fn one(state: &State, status: u16, kept: &Kept, echo: bool) -> Response {
    let mut headers = vec![("content-type".to_owned(), JSON.to_owned())];
    if !state.quirks.no_etag {
        headers.push(("etag".to_owned(), etag(state, kept)));
    }
    let body: Value = serde_json::from_slice(&kept.body).unwrap_or_default();
    let kind = body["resourceType"].as_str().unwrap_or_default();
    headers.push(("location".to_owned(), format!("{BASE}/{kind}/{}/_history/{}", kept.id, kept.version)));
    let body = if echo || state.quirks.no_etag { kept.body.clone() } else { Vec::new() };
    Response { status, headers, body: body.into() }
}

fn raw(kept: &Kept) -> Box<RawValue> {
    RawValue::from_string(String::from_utf8(kept.body.clone()).expect("text")).expect("JSON")
}

fn bundle(page: &[Kept], next: Option<String>, total: Option<usize>) -> Response {
    #[derive(serde::Serialize)]
    struct Entry {
        resource: Box<RawValue>,
        search: Value,
    }
    let entry: Vec<Entry> =
        page.iter().map(|kept| Entry { resource: raw(kept), search: json!({ "mode": "match" }) }).collect();
    let mut members = Members::new();
    let mut put = |name: &str, value: &dyn erased::Json| drop(members.insert(name.to_owned(), value.raw()));
    put("resourceType", &json!("Bundle"));
    put("type", &json!("searchset"));
    if let Some(next) = next {
        put("link", &json!([{ "relation": "next", "url": next }]));
    }
    if let Some(total) = total {
        put("total", &json!(total));
    }
    if !entry.is_empty() {
        members.insert(
            "entry".to_owned(),
            RawValue::from_string(serde_json::to_string(&entry).expect("JSON")).expect("JSON"),
        );
    }
    let headers = vec![("content-type".to_owned(), JSON.to_owned())];
    Response { status: 200, headers, body: serde_json::to_vec(&members).expect("JSON").into() }
}

/// A value as raw JSON.
mod erased {
    use serde_json::{Value, value::RawValue};

    pub trait Json {
        fn raw(&self) -> Box<RawValue>;
    }

    impl Json for Value {
        fn raw(&self) -> Box<RawValue> {
            RawValue::from_string(self.to_string()).expect("JSON")
        }
    }
}

fn everything(state: &State, asked: &BTreeMap<String, String>, now: i64) -> Response {
    if state.quirks.refuses_everything {
        return outcome(403);
    }
    let mut by = BTreeMap::from([("patient".to_owned(), PATIENT.to_owned())]);
    if let Some(since) = asked.get("_since") {
        by.insert("_lastUpdated".to_owned(), format!("ge{since}"));
    }
    let mut found: Vec<Kept> = Vec::new();
    for kind in state.shelf.kinds() {
        let mut of_kind = state.shelf.search(&kind, &by, now);
        of_kind.retain(|kept| is_of_patient(&kind, &kept.body));
        if kind == "Patient" {
            of_kind.retain(|kept| kept.id == PATIENT);
        }
        found.extend(of_kind);
    }
    bundle(&found, None, None)
}

fn batch(state: &mut State, body: &[u8], grant: &Grant, now: i64) -> Response {
    #[derive(serde::Deserialize)]
    struct Batch<'t> {
        #[serde(borrow)]
        entry: Vec<Entry<'t>>,
    }
    #[derive(serde::Deserialize)]
    struct Entry<'t> {
        #[serde(borrow)]
        resource: Option<&'t RawValue>,
        request: Asked,
    }
    #[derive(serde::Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Asked {
        method: String,
        url: String,
        if_match: Option<String>,
        if_none_match: Option<String>,
    }
    #[derive(serde::Serialize)]
    struct Answered {
        #[serde(skip_serializing_if = "Option::is_none")]
        resource: Option<Box<RawValue>>,
        response: Value,
    }
    let Ok(batch) = serde_json::from_slice::<Batch<'_>>(body) else { return outcome(400) };
    let writes = batch.entry.iter().any(|entry| entry.request.method != "GET");
    if state.quirks.refuses_batches || (writes && state.quirks.refuses_batched_writes) {
        return outcome(403);
    }
    let mut answers = Vec::new();
    for entry in batch.entry {
        let (path, query) = entry.request.url.split_once('?').unwrap_or((&entry.request.url, ""));
        let parts: Vec<&str> = path.split('/').collect();
        let asked: BTreeMap<String, String> =
            url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let method = match entry.request.method.as_str() {
            "GET" => Method::Get,
            "PUT" => Method::Put,
            "POST" => Method::Post,
            _ => Method::Delete,
        };
        let one = One {
            method,
            parts: &parts,
            asked: &asked,
            body: entry.resource.map_or(&[], |raw| raw.get().as_bytes()),
            if_match: entry.request.if_match,
            if_none_match: entry.request.if_none_match,
            if_none_exist: None,
        };
        let answer = one.answer(state, grant, now);
        let text = String::from_utf8(answer.body.to_vec()).unwrap_or_default();
        let response = json!({
            "status": answer.status.to_string(), "etag": answer.header("etag"), "location": answer.header("location"),
        });
        answers.push(Answered { resource: RawValue::from_string(text).ok(), response });
    }
    #[derive(serde::Serialize)]
    struct Out {
        #[serde(rename = "resourceType")]
        resource_type: &'static str,
        r#type: &'static str,
        entry: Vec<Answered>,
    }
    let out = Out { resource_type: "Bundle", r#type: "batch-response", entry: answers };
    let headers = vec![("content-type".to_owned(), JSON.to_owned())];
    Response { status: 200, headers, body: serde_json::to_vec(&out).expect("JSON").into() }
}

/// A moment as HTTP writes it.
pub fn http_date(ms: i64) -> String {
    let at = chrono::DateTime::from_timestamp_millis(ms).unwrap_or_default();
    at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

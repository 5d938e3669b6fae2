//! For tests: a share host in this process, behind the same door as the network, that does what
//! docs/host.md says; it can be away, busy, cut answers short, and be ended behind the owner's back.

use crate::base64::decode_url;
use crate::sync::http::{Http, HttpError, Method, Request, Response};
use ring::digest::{SHA256, digest};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicUsize, Ordering};
use zeroize::Zeroizing;

pub const ORIGIN: &str = "https://host.example.org";
pub const TOKEN: &str = "token of the operator";

#[derive(Clone, Default, Debug)]
pub struct Kept {
    pub hash: String,
    pub flag: String,
    pub exp: Option<i64>,
    pub passcode: Option<String>,
    pub paused: bool,
    pub held: bool,
    pub ended: bool,
    pub mark: Option<String>,
    pub revision: i64,
    pub files: Vec<Value>,
    pub looks: Vec<String>,
    pub wrong: i64,
}

/// The host.
#[derive(Default)]
pub struct TestHost {
    pub shares: Mutex<BTreeMap<String, Kept>>,
    /// Seconds since 1970.
    pub now: AtomicI64,
    /// Nobody there.
    pub away: AtomicBool,
    /// What is asked is done, and the answer is lost.
    pub mute: AtomicBool,
    /// Answers so many more, and then is away.
    pub patience: AtomicUsize,
    pub asked: AtomicUsize,
}

impl TestHost {
    pub fn new(now_ms: i64) -> Self {
        let host = Self::default();
        host.now.store(now_ms / 1000, Ordering::Relaxed);
        host.patience.store(usize::MAX, Ordering::Relaxed);
        host
    }

    /// The only share there is.
    pub fn only(&self) -> Kept {
        let shares = self.shares.lock().unwrap();
        assert_eq!(shares.len(), 1);
        shares.values().next().unwrap().clone()
    }

    pub fn change(&self, change: impl Fn(&mut Kept)) {
        self.shares.lock().unwrap().values_mut().for_each(change);
    }

    fn answer(&self, request: &Request) -> (u16, Value) {
        let body: Value = match &request.body {
            Some(body) => serde_json::from_slice(body).unwrap_or(Value::Null),
            None => Value::Null,
        };
        let bearer = request.bearer.as_ref().map(|token| token.expose().to_owned());
        let parts: Vec<&str> = request.url.path().trim_start_matches('/').split('/').collect();
        let mut shares = self.shares.lock().unwrap();
        let now = self.now.load(Ordering::Relaxed);
        match (request.method, parts.as_slice()) {
            (Method::Get, ["v1", "host"]) => (200, json!({ "host": "hearth-host", "origin": ORIGIN })),
            (Method::Post, ["v1", "shares"]) => make(&mut shares, &body, bearer.as_deref()),
            (Method::Post, ["s", name]) => match shares.get_mut(*name) {
                Some(kept) => manifest(kept, &body, now),
                None => not_here(),
            },
            (_, ["s", name, what]) => match shares.get_mut(*name) {
                Some(kept) if bearer.as_deref().is_some_and(|secret| kept.hash == hash(secret)) => {
                    owned(kept, what, &body, now)
                }
                _ => not_here(),
            },
            _ => (404, Value::Null),
        }
    }
}

impl Http for TestHost {
    fn send(&self, request: &Request) -> Result<Response, HttpError> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        let patience = self.patience.load(Ordering::Relaxed);
        if self.away.load(Ordering::Relaxed) || patience == 0 {
            return Err(HttpError::NoConnection);
        }
        self.patience.store(patience.saturating_sub(usize::from(patience != usize::MAX)), Ordering::Relaxed);
        let (status, body) = self.answer(request);
        if self.mute.load(Ordering::Relaxed) {
            return Err(HttpError::Cut);
        }
        Ok(Response { status, headers: vec![], body: Zeroizing::new(body.to_string().into_bytes()) })
    }
}

fn hash(secret: &str) -> String {
    crate::base64::encode_url(digest(&SHA256, &decode_url(secret).unwrap_or_default()).as_ref())
}

fn not_here() -> (u16, Value) {
    (404, json!({ "error": "not here" }))
}

fn make(shares: &mut BTreeMap<String, Kept>, body: &Value, token: Option<&str>) -> (u16, Value) {
    if token != Some(TOKEN) {
        return (403, json!({ "error": "enrolment token" }));
    }
    let text = |name: &str| body[name].as_str().unwrap_or_default().to_owned();
    let passcode = body["passcode"].as_str().map(str::to_owned);
    if text("flag").contains('P') != passcode.is_some() {
        return (400, json!({ "error": "passcode" }));
    }
    let kept = Kept {
        hash: text("writeHash"),
        flag: text("flag"),
        exp: body["exp"].as_i64(),
        passcode,
        ..Kept::default()
    };
    match shares.get(&text("name")) {
        Some(there) if there.hash != kept.hash || there.ended => (409, json!({ "error": "taken" })),
        Some(_) => (200, json!({})),
        None => {
            shares.insert(text("name"), kept);
            (200, json!({}))
        }
    }
}

fn manifest(kept: &mut Kept, body: &Value, now: i64) -> (u16, Value) {
    let past = kept.exp.is_some_and(|exp| exp <= now);
    if kept.ended || kept.paused || kept.held || past || kept.revision == 0 || kept.wrong >= 10 {
        return not_here();
    }
    if kept.passcode.is_some() && body["passcode"].as_str() != kept.passcode.as_deref() {
        kept.wrong += 1;
        return (401, json!({ "remainingAttempts": 10 - kept.wrong }));
    }
    kept.looks.insert(0, body["recipient"].as_str().unwrap_or_default().to_owned());
    let files: Vec<Value> = kept
        .files
        .iter()
        .map(|file| json!({ "contentType": file["contentType"], "embedded": file["jwe"] }))
        .collect();
    (200, json!({ "status": "can-change", "files": files }))
}

fn owned(kept: &mut Kept, what: &str, body: &Value, now: i64) -> (u16, Value) {
    if kept.ended && !matches!(what, "end" | "state" | "receipts") {
        return (410, json!({ "error": "ended" }));
    }
    match what {
        "files" => {
            let revision = body["revision"].as_i64().unwrap_or(0);
            let files = body["files"].as_array().cloned().unwrap_or_default();
            if revision <= kept.revision && kept.files != files {
                return (409, json!({ "error": "behind", "revision": kept.revision }));
            }
            (kept.revision, kept.files, kept.held) = (revision, files, false);
        }
        "pause" => kept.paused = true,
        "resume" => (kept.paused, kept.held) = (false, false),
        "extend" => kept.exp = body["exp"].as_i64(),
        "end" => {
            // What was left first stays, also where it was nothing.
            if !kept.ended {
                kept.mark = body["mark"].as_str().map(str::to_owned);
            }
            kept.ended = true;
            kept.files.clear();
        }
        "state" => {
            let left = kept.passcode.is_some().then(|| 10 - kept.wrong);
            return (
                200,
                json!({ "flag": kept.flag, "exp": kept.exp, "paused": kept.paused, "held": kept.held,
                    "ended": kept.ended.then_some(1), "revision": kept.revision, "served": kept.looks.len(),
                    "remainingAttempts": left, "now": now }),
            );
        }
        "receipts" => {
            let said: Vec<Value> =
                kept.looks.iter().map(|who| json!({ "at": 1_790_845_200, "recipient": who })).collect();
            return (200, json!({ "receipts": said }));
        }
        _ => return not_here(),
    }
    (204, Value::Null)
}

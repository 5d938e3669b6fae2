//! A phone's own door to the network, which a harness stands at: it writes down
//! every resource that goes out, for HL7's validator; it lets somebody at the
//! practice act just before a write arrives; and it can send an old question for
//! tokens a second time, as one who copied it would.

use hearth_core::sync::http::{Http, HttpError, Method, Request, Response};
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

/// Something that happens once.
type Once = Box<dyn FnOnce() + Send>;

/// The door.
pub struct Door {
    way: Arc<dyn Http>,
    base: String,
    before_write: Mutex<Option<Once>>,
    renewals: Mutex<Vec<Request>>,
}

impl Door {
    /// A door on the way to a FHIR server.
    #[must_use]
    pub fn new(way: Arc<dyn Http>, base: &str) -> Self {
        let base = base.to_owned();
        Self { way, base, before_write: Mutex::default(), renewals: Mutex::default() }
    }

    /// Just before the next write of ours arrives, this happens there.
    pub fn before_write(&self, act: impl FnOnce() + Send + 'static) {
        *self.before_write.lock().unwrap() = Some(Box::new(act));
    }

    /// Whether what was to happen before a write is still to come.
    #[must_use]
    pub fn still_waits(&self) -> bool {
        self.before_write.lock().unwrap().is_some()
    }

    /// Sends the first question for new tokens again; whether there was one.
    pub fn renews_as_before(&self) -> bool {
        let first = self.renewals.lock().unwrap().first().cloned();
        first.is_some_and(|request| self.way.send(&request).is_ok())
    }

    fn is_under_base(&self, request: &Request) -> bool {
        request.url.as_str().starts_with(&self.base)
    }
}

impl Http for Door {
    fn send(&self, request: &Request) -> Result<Response, HttpError> {
        let body = request.body.as_ref().map(|body| body.as_slice()).unwrap_or_default();
        if request.method == Method::Post && contains(body, b"grant_type=refresh_token") {
            self.renewals.lock().unwrap().push(request.clone());
        }
        let sent = if self.is_under_base(request) { resources(request.method, body) } else { Vec::new() };
        if !sent.is_empty() {
            for resource in &sent {
                keep(&folder(), resource);
            }
            let act = self.before_write.lock().unwrap().take();
            if let Some(act) = act {
                act();
            }
        }
        self.way.send(request)
    }
}

fn contains(body: &[u8], what: &[u8]) -> bool {
    body.windows(what.len()).any(|window| window == what)
}

/// Where what goes out is kept: `target/fhir/pushed`.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join("target").join("fhir").join("pushed")
}

/// The resources that a question carries, each as it is written: itself, or those of a batch.
fn resources(method: Method, body: &[u8]) -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct Said<'t> {
        #[serde(rename = "resourceType")]
        kind: String,
        #[serde(borrow, default)]
        entry: Vec<Entry<'t>>,
    }
    #[derive(serde::Deserialize)]
    struct Entry<'t> {
        #[serde(borrow)]
        resource: Option<&'t RawValue>,
    }
    if !matches!(method, Method::Put | Method::Post) {
        return Vec::new();
    }
    let Ok(said) = serde_json::from_slice::<Said<'_>>(body) else { return Vec::new() };
    if said.kind == "Bundle" {
        return said.entry.iter().filter_map(|entry| Some(entry.resource?.get().to_owned())).collect();
    }
    String::from_utf8(body.to_vec()).into_iter().collect()
}

/// Keeps one, unless one of its shape is there: what a validator looks at is the
/// elements and the codes, and not each sentence in them.
fn keep(folder: &Path, resource: &str) {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let Ok(read) = serde_json::from_str::<Value>(resource) else { return };
    let mut hasher = DefaultHasher::new();
    shape("", &read).hash(&mut hasher);
    let kind = read["resourceType"].as_str().unwrap_or("none");
    let file = folder.join(format!("{kind}-{:016x}.json", hasher.finish()));
    if file.exists() {
        return;
    }
    fs::create_dir_all(folder).unwrap();
    // Whole or not at all: several tests may write the same one at once.
    let part = folder.join(format!("{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed)));
    fs::write(&part, resource).unwrap();
    fs::rename(part, file).unwrap();
}

/// What is in it, without the person's sentences and without ids: the names of
/// elements, codes, and of a list each sort of item once.
fn shape(name: &str, value: &Value) -> String {
    const CODES: [&str; 13] = [
        "resourceType",
        "system",
        "code",
        "url",
        "status",
        "intent",
        "lifecycleStatus",
        "kind",
        "use",
        "type",
        "mode",
        "valueCode",
        "rank",
    ];
    match value {
        Value::Object(members) => {
            let each = members.iter().map(|(name, value)| format!("{name}:{}", shape(name, value)));
            format!("{{{}}}", each.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => {
            let sorts: BTreeSet<String> = items.iter().map(|item| shape(name, item)).collect();
            format!("[{}]", sorts.into_iter().collect::<Vec<_>>().join(","))
        }
        Value::String(text) if CODES.contains(&name) => format!("{text:?}"),
        Value::String(_) => "text".to_owned(),
        Value::Number(_) => "number".to_owned(),
        Value::Bool(_) => "flag".to_owned(),
        Value::Null => "null".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    fn goal(words: &str, status: &str) -> String {
        format!(
            r#"{{"resourceType":"Goal","lifecycleStatus":"{status}","note":[{{"text":"a"}},{{"text":"b"}}],"x":72.50,"description":{{"text":"{words}"}}}}"#
        )
    }

    #[test]
    fn what_goes_out_is_kept_byte_for_byte_once_a_shape_and_apart_by_its_codes() {
        let folder = Scratch::new();
        for (words, status) in [("a", "active"), ("b", "active"), ("a", "completed")] {
            keep(folder.path(), &goal(words, status));
        }
        let kept: BTreeSet<String> = fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
            .collect();
        assert_eq!(kept, BTreeSet::from([goal("a", "active"), goal("a", "completed")]));
    }

    #[test]
    fn resources_are_found_by_themselves_and_in_a_batch_and_questions_are_none() {
        let one = goal("a", "active");
        assert_eq!(resources(Method::Put, one.as_bytes()), [one.as_str()]);
        let batch = format!(
            r#"{{"resourceType":"Bundle","type":"batch","entry":[{{"resource":{one},"request":{{}}}},{{"request":{{"method":"GET"}}}}]}}"#
        );
        assert_eq!(resources(Method::Post, batch.as_bytes()), [one.as_str()]);
        assert!(resources(Method::Post, b"grant_type=refresh_token").is_empty());
        assert!(resources(Method::Get, one.as_bytes()).is_empty());
    }
}

//! The resources that a practice keeps, every version of each.

use super::Quirks;
use hearth_core::sync::when::{instant, written};
use serde_json::{Value, json, value::RawValue};
use std::collections::BTreeMap;

/// The system of our identifiers.
pub const ENTRY_ID: &str = hearth_core::fhir::own::ENTRY_ID;
/// The system of NHS numbers.
pub const NHS_NUMBER: &str = hearth_core::sync::patient::NHS_NUMBER;

/// One resource as it is kept now.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// When it changed: milliseconds since 1970.
    pub updated: i64,
    /// It, with `meta`.
    pub body: Vec<u8>,
    /// A clinician wrote it last, not our app.
    pub by_clinician: bool,
}

/// One version; none where it was deleted.
struct Version {
    kept: Option<Kept>,
    updated: i64,
    plain: String,
}

/// All of them.
pub struct Shelf {
    pub quirks: Quirks,
    all: BTreeMap<(String, String), Vec<Version>>,
    made: u64,
    /// Words of a clinician's that our app wrote over, knowing what it went over.
    pub overwritten: Vec<String>,
}

/// The members of an object, each as it was written.
pub type Members = BTreeMap<String, Box<RawValue>>;

impl Shelf {
    pub fn new(quirks: Quirks) -> Self {
        Self { quirks, all: BTreeMap::new(), made: 0, overwritten: Vec::new() }
    }

    pub fn here(&self, kind: &str, id: &str) -> Option<&Kept> {
        self.all.get(&(kind.to_owned(), id.to_owned()))?.last()?.kept.as_ref()
    }

    /// Whether it was there once.
    pub fn was_here(&self, kind: &str, id: &str) -> bool {
        self.all.contains_key(&(kind.to_owned(), id.to_owned()))
    }

    pub fn all(&self, kind: &str) -> Vec<Kept> {
        let of_kind = self.all.iter().filter(|((found, _), _)| found == kind);
        of_kind.filter_map(|(_, versions)| versions.last()?.kept.clone()).collect()
    }

    pub fn new_id(&mut self) -> String {
        self.made += 1;
        format!("practice-{}", self.made)
    }

    /// What a clinician writes.
    pub fn put_there(&mut self, kind: &str, id: &str, body: &Value, now: i64) {
        let text = body.to_string();
        self.put(kind, id, text.as_bytes(), now, true);
    }

    /// Puts a version there. What was written is the same as before: none is made,
    /// unless the switch says so.
    pub fn put(
        &mut self,
        kind: &str,
        id: &str,
        body: &[u8],
        now: i64,
        by_clinician: bool,
    ) -> Option<(Kept, bool)> {
        let mut members: Members = serde_json::from_slice(body).ok()?;
        let said: String = serde_json::from_str(members.get("resourceType")?.get()).ok()?;
        if said != kind {
            return None;
        }
        if self.quirks.drops_extensions {
            members.retain(|name, _| !name.starts_with('_') && name != "extension");
        }
        members.remove("meta");
        members.insert("id".to_owned(), raw(&json!(id)));
        let mut plain = serde_json::to_string(&members).ok()?;
        if self.quirks.normalises_decimals {
            plain = serde_json::from_str::<Value>(&plain).ok()?.to_string();
            members = serde_json::from_str(&plain).ok()?;
        }
        let versions = self.all.entry((kind.to_owned(), id.to_owned())).or_default();
        let made = versions.last().is_none_or(|last| last.kept.is_none());
        if let Some(last) = versions.last()
            && let Some(kept) = &last.kept
        {
            if last.plain == plain && !self.quirks.same_makes_a_version {
                return Some((kept.clone(), false));
            }
            if kept.by_clinician && !by_clinician {
                self.overwritten.extend(words_of(&kept.body));
            }
        }
        // No two changes of one resource at one moment.
        let now = versions.last().map_or(now, |last| now.max(last.updated + 1));
        let number = versions.len() as u64 + 1;
        let version = match self.quirks.uuid_versions {
            true => format!(
                "8f14e45f-ceea-467f-a5c5-{:012x}",
                number.wrapping_mul(0x9E37_79B9) & 0xffff_ffff_ffff
            ),
            false => number.to_string(),
        };
        let updated = written(now).unwrap_or_default();
        members.insert("meta".to_owned(), raw(&json!({ "versionId": version, "lastUpdated": updated })));
        let body = serde_json::to_vec(&members).ok()?;
        let kept = Kept { id: id.to_owned(), version, updated: now, body, by_clinician };
        versions.push(Version { kept: Some(kept.clone()), updated: now, plain });
        Some((kept, made))
    }

    pub fn delete(&mut self, kind: &str, id: &str, now: i64) {
        if let Some(versions) = self.all.get_mut(&(kind.to_owned(), id.to_owned())) {
            versions.push(Version { kept: None, updated: now, plain: String::new() });
        }
    }

    pub fn go_back(&mut self, kind: &str, id: &str) {
        if let Some(versions) = self.all.get_mut(&(kind.to_owned(), id.to_owned()))
            && versions.len() > 1
        {
            versions.pop();
        }
    }

    /// What a search of one type finds.
    pub fn search(&self, kind: &str, asked: &BTreeMap<String, String>, now: i64) -> Vec<Kept> {
        let since = asked.get("_lastUpdated").and_then(|text| instant(text.strip_prefix("ge")?));
        let since = since.filter(|_| !self.quirks.ignores_since);
        let found = self.all.iter().filter(|((found, _), _)| found == kind).filter_map(|(_, versions)| {
            // An index that lags still shows what was there before.
            let shown = versions.iter().rev().find(|version| version.updated + self.quirks.index_lag <= now);
            shown?.kept.clone()
        });
        let mut found: Vec<Kept> =
            found.filter(|kept| since.is_none_or(|since| kept.updated >= since)).collect();
        if let Some(patient) = asked.get("patient") {
            found.retain(|kept| kind == "Patient" || is_about(&kept.body, patient));
        }
        if let Some(identifier) = asked.get("identifier") {
            let (system, value) = identifier.split_once('|').unwrap_or_default();
            found.retain(|kept| identifiers(&kept.body, system).iter().any(|known| known == value));
        }
        found.sort_by_key(|kept| (kept.updated, kept.id.clone()));
        if self.quirks.ignores_sort {
            found.reverse();
        }
        found
    }

    /// The types that anything is kept of.
    pub fn kinds(&self) -> Vec<String> {
        let mut kinds: Vec<String> = self.all.keys().map(|(kind, _)| kind.clone()).collect();
        kinds.dedup();
        kinds
    }

    pub fn by_identifier(&self) -> BTreeMap<String, usize> {
        let mut found = BTreeMap::new();
        for kept in self.all.values().filter_map(|versions| versions.last()?.kept.as_ref()) {
            for name in identifiers(&kept.body, ENTRY_ID) {
                *found.entry(name).or_insert(0) += 1;
            }
        }
        found
    }
}

fn raw(value: &Value) -> Box<RawValue> {
    RawValue::from_string(value.to_string()).expect("JSON")
}

/// Whether a resource is about a patient.
fn is_about(body: &[u8], patient: &str) -> bool {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    whose(&body).is_some_and(|name| name.rsplit('/').next() == Some(patient.trim_start_matches("Patient/")))
}

/// Whom a resource says that it is about.
pub fn whose(body: &Value) -> Option<&str> {
    let named = ["subject", "patient", "for"].iter().find_map(|name| body[*name]["reference"].as_str());
    let mut beside = body["participant"].as_array().into_iter().flatten();
    named.or_else(|| beside.find_map(|one| one["actor"]["reference"].as_str()))
}

fn identifiers(body: &[u8], system: &str) -> Vec<String> {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let listed = body["identifier"].as_array().cloned().unwrap_or_default();
    let of_system = listed.iter().filter(|known| known["system"] == system);
    of_system.filter_map(|known| known["value"].as_str().map(str::to_owned)).collect()
}

/// The words in a goal.
fn words_of(body: &[u8]) -> Option<String> {
    let body: Value = serde_json::from_slice(body).ok()?;
    body["description"]["text"].as_str().map(str::to_owned)
}

//! A real practice as the scenarios meet it: the app over the real network, and
//! those who work there over a client of their own.

// A harness whose own world breaks has nothing to report: it panics.
#![allow(clippy::unwrap_used)]

use super::{Ask, FHIR_JSON, Peer, done, http};
use crate::practice::surgery::Surgery;
use crate::practice::{SimWorld, patient};
use hearth_core::sync::http::Http;
use hearth_core::sync::real::RealHttp;
use serde_json::{Value, json};
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// An hour, in milliseconds: longer than any access token lives.
const HOUR: i64 = 3_600_000;

/// One person's record at a real practice.
pub struct RealSurgery {
    peer: Peer,
    patient: String,
    world: Arc<SimWorld>,
    way: Arc<dyn Http>,
}

impl RealSurgery {
    /// Registers a new person there. Their phones' time begins now, and passes as a scenario says.
    ///
    /// # Panics
    /// Where the practice does not take them: there is nothing to test then.
    #[must_use]
    pub fn new(peer: Peer) -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_millis();
        let world = Arc::new(SimWorld::beginning(1, i64::try_from(now).unwrap()));
        let name = format!("jo-{:016x}", RandomState::new().hash_one(now));
        let mut person = patient();
        person["id"] = json!(name);
        peer.staff_put(&person).unwrap();
        Self { peer, patient: name, world, way: Arc::new(RealHttp::on_this_machine().unwrap()) }
    }

    fn is_theirs(&self, resource: &Value) -> bool {
        let own = format!("Patient/{}", self.patient);
        let is_own = |said: &Value| said["reference"].as_str().is_some_and(|said| said.ends_with(&own));
        let beside = resource["participant"].as_array().into_iter().flatten();
        ["subject", "patient", "for"].iter().any(|name| is_own(&resource[*name]))
            || beside.into_iter().any(|one| is_own(&one["actor"]))
            || (resource["resourceType"] == "Patient" && resource["id"] == self.patient.as_str())
    }
}

impl Surgery for RealSurgery {
    fn base(&self) -> &str {
        &self.peer.base
    }

    fn patient(&self) -> &str {
        &self.patient
    }

    fn http(&self) -> Arc<dyn Http> {
        Arc::clone(&self.way)
    }

    fn world(&self) -> &Arc<SimWorld> {
        &self.world
    }

    fn sign_in(&self, url: &str) -> String {
        self.peer.login(&self.patient, true, url).unwrap()
    }

    fn tire_tokens(&self) {
        self.peer.next_tokens_are_over(&self.patient, 1).unwrap();
        self.world.pass(HOUR);
    }

    fn end_links(&self) {
        self.peer.forget_links(&self.patient).unwrap();
        self.world.pass(HOUR);
    }

    fn links(&self) -> usize {
        let url = format!("{}/staff/links?{}", self.peer.auth, http::query(&[("patient", &self.patient)]));
        let answer = Ask::new("GET", url).bearer(&self.peer.staff).send().and_then(done).unwrap();
        usize::try_from(answer.json()["links"].as_u64().unwrap()).unwrap()
    }

    fn rotates(&self) -> bool {
        true
    }

    fn lets(&self, kind: &str) -> bool {
        // HAPI's rules are by the patient's compartment, and these are in none.
        self.peer.name != "hapi" || !["Task", "HealthcareService"].contains(&kind)
    }

    fn all(&self, kind: &str) -> Vec<Value> {
        let mut found = Vec::new();
        let by = if kind == "Patient" { "_id" } else { "patient" };
        let named = http::query(&[(by, &self.patient), ("_count", "200")]);
        let mut next = Some(self.peer.at(&format!("{kind}?{named}")));
        while let Some(url) = next {
            let ask = Ask::new("GET", url).bearer(&self.peer.staff).with("accept", FHIR_JSON);
            let page = ask.send().and_then(done).unwrap().json();
            let entries = page["entry"].as_array().into_iter().flatten();
            let resources = entries.map(|entry| entry["resource"].clone());
            found.extend(resources.filter(|one| one["resourceType"] == kind && self.is_theirs(one)));
            let mut links = page["link"].as_array().into_iter().flatten();
            next = links
                .find(|link| link["relation"] == "next")
                .and_then(|link| Some(link["url"].as_str()?.to_owned()));
        }
        found
    }

    fn put(&self, resource: &Value) {
        let mut resource = resource.clone();
        if let Some(members) = resource.as_object_mut() {
            members.remove("meta");
        }
        self.peer.staff_put(&resource).unwrap();
    }

    fn delete(&self, kind: &str, id: &str) {
        self.peer.staff_delete(&format!("{kind}/{id}")).unwrap();
    }

    /// Nobody puts a real server's disk back here: the older copy is written once more.
    fn go_back(&self, before: &Value) {
        self.put(before);
    }
}

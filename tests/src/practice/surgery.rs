//! What a scenario can do at a practice, whichever it is: what those who work
//! there do, what is there, and a person who signs in. The one in this process
//! and each real one ([`crate::peers::RealSurgery`]) are met through this alone.

use super::{BASE, PATIENT, Practice, SimWorld};
use hearth_core::sync::http::Http;
use serde_json::Value;
use std::sync::Arc;

/// A practice that keeps one person's record.
pub trait Surgery: Send + Sync {
    /// The base of its FHIR server.
    fn base(&self) -> &str;

    /// The id of the person's record there.
    fn patient(&self) -> &str;

    /// The way there for a phone of its own.
    fn http(&self) -> Arc<dyn Http>;

    /// The time that its phones live in.
    fn world(&self) -> &Arc<SimWorld>;

    /// The person signs in and says yes: where the browser goes back to.
    fn sign_in(&self, url: &str) -> String;

    /// The access token that a phone has, or the next one, is refused; refresh tokens stay good.
    fn tire_tokens(&self);

    /// The practice ends every link.
    fn end_links(&self);

    /// How many links are alive: families of tokens that were not taken back.
    fn links(&self) -> usize;

    /// Whether a refresh token is good once.
    fn rotates(&self) -> bool;

    /// Whether it keeps extensions that it does not know: our mark is one.
    fn keeps_marks(&self) -> bool {
        true
    }

    /// Whether a patient's token reaches a type, to read and to write.
    fn lets(&self, kind: &str) -> bool;

    /// What is there now of one type of this person's, or of nobody's.
    fn all(&self, kind: &str) -> Vec<Value>;

    /// Something those who work there write, over whatever is there.
    fn put(&self, resource: &Value);

    /// Something they delete.
    fn delete(&self, kind: &str, id: &str);

    /// The server goes back to the copy before this one, which said this.
    fn go_back(&self, before: &Value);
}

/// The practice in this process.
pub struct InProcess {
    practice: Arc<Practice>,
    world: Arc<SimWorld>,
}

impl InProcess {
    /// Over one, in its time.
    #[must_use]
    pub fn new(practice: Arc<Practice>, world: Arc<SimWorld>) -> Self {
        Self { practice, world }
    }
}

impl Surgery for InProcess {
    fn base(&self) -> &str {
        BASE
    }

    fn patient(&self) -> &str {
        PATIENT
    }

    fn http(&self) -> Arc<dyn Http> {
        Arc::clone(&self.practice) as _
    }

    fn world(&self) -> &Arc<SimWorld> {
        &self.world
    }

    fn sign_in(&self, url: &str) -> String {
        self.practice.sign_in(url)
    }

    fn tire_tokens(&self) {
        self.practice.tire_tokens();
    }

    fn end_links(&self) {
        self.practice.end_links();
    }

    fn links(&self) -> usize {
        self.practice.links()
    }

    fn rotates(&self) -> bool {
        !self.practice.quirks().no_rotation
    }

    fn keeps_marks(&self) -> bool {
        !self.practice.quirks().drops_extensions
    }

    fn lets(&self, kind: &str) -> bool {
        let quirks = self.practice.quirks();
        ![quirks.without, quirks.refuses, quirks.refuses_writes].concat().contains(&kind)
    }

    fn all(&self, kind: &str) -> Vec<Value> {
        let read = |kept: &super::Kept| serde_json::from_slice(&kept.body).unwrap();
        self.practice.all(kind).iter().map(read).collect()
    }

    fn put(&self, resource: &Value) {
        let (kind, id) = name_of(resource);
        self.practice.put(kind, id, resource);
    }

    fn delete(&self, kind: &str, id: &str) {
        self.practice.delete(kind, id);
    }

    fn go_back(&self, before: &Value) {
        let (kind, id) = name_of(before);
        self.practice.go_back(kind, id);
    }
}

/// A resource's type and id.
///
/// # Panics
/// Where it has none.
#[must_use]
pub fn name_of(resource: &Value) -> (&str, &str) {
    (resource["resourceType"].as_str().unwrap(), resource["id"].as_str().unwrap())
}

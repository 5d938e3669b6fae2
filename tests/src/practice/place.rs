//! A practice and a phone that is linked with it: where a scenario plays.

use super::door::Door;
use super::phone::Phone;
use super::surgery::{InProcess, Surgery, name_of};
use super::{ENTRY_ID, Practice, Quirks, SimWorld};
use hearth_core::companion::{Companion, SyncView, Trouble};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The types that Hearth puts there.
const OURS: [&str; 14] = [
    "RelatedPerson",
    "CareTeam",
    "CarePlan",
    "Goal",
    "Condition",
    "ServiceRequest",
    "Task",
    "Observation",
    "QuestionnaireResponse",
    "Flag",
    "List",
    "Consent",
    "Communication",
    "AllergyIntolerance",
];

/// A practice, and a phone that is linked with it.
pub struct Place {
    /// The practice.
    pub practice: Arc<dyn Surgery>,
    /// The phone's way there.
    pub door: Arc<Door>,
    /// The phone.
    pub phone: Phone,
}

impl Place {
    /// At the practice in this process.
    #[must_use]
    pub fn in_process(quirks: Quirks) -> Self {
        let world = Arc::new(SimWorld::new(1));
        let practice = Arc::new(Practice::new(&world, quirks));
        Self::at(Arc::new(InProcess::new(practice, world)))
    }

    /// At any practice: a phone with a new plan is linked with it.
    ///
    /// # Panics
    /// Where it can't be linked.
    #[must_use]
    pub fn at(practice: Arc<dyn Surgery>) -> Self {
        let door = Arc::new(Door::new(practice.http(), practice.base()));
        let phone = Phone::new(practice.world(), Arc::clone(&door) as _, "Jo's phone");
        phone.link_with(&*practice).unwrap();
        Self { practice, door, phone }
    }

    /// A phone with a new plan that is linked with nobody.
    #[must_use]
    pub fn new_phone(&self, name: &'static str) -> Phone {
        Phone::new(self.practice.world(), self.another_way(), name)
    }

    /// Another phone of the same person, restored from a backup.
    #[must_use]
    pub fn restored_phone(&self, name: &'static str) -> Phone {
        Phone::restored(&self.phone, name, self.another_way())
    }

    fn another_way(&self) -> Arc<Door> {
        Arc::new(Door::new(self.practice.http(), self.practice.base()))
    }

    /// The plan on the phone.
    #[must_use]
    pub fn hearth(&self) -> &Companion {
        self.phone.hearth()
    }

    /// Lets time pass, in milliseconds.
    pub fn pass(&self, ms: i64) {
        self.practice.world().pass(ms);
    }

    /// Lets days pass: after eight of them everything is compared.
    pub fn days_pass(&self, days: i64) {
        self.pass(days * 86_400_000);
    }

    /// Syncs.
    ///
    /// # Panics
    /// Where anything goes wrong.
    pub fn sync(&self) -> SyncView {
        let view = self.phone.sync();
        assert_eq!(view.trouble, None, "{:?}", view.sentences);
        view
    }

    /// Syncs until nothing happens, some minutes apart: an index may lag.
    pub fn settle(&self) {
        for _ in 0..3 {
            self.pass(180_000);
            self.sync();
        }
    }

    /// Links a phone anew.
    ///
    /// # Errors
    /// [`Trouble`].
    pub fn link(&self, phone: &Phone) -> Result<(), Trouble> {
        phone.link_with(&*self.practice)
    }

    /// The practice's only goal, if it has one.
    ///
    /// # Panics
    /// Where it has several.
    #[must_use]
    pub fn goal(&self) -> Option<Value> {
        let goals = self.practice.all("Goal");
        assert!(goals.len() <= 1, "{} goals", goals.len());
        goals.into_iter().next()
    }

    /// What the practice's only goal says.
    #[must_use]
    pub fn there(&self) -> Option<String> {
        self.goal()?["description"]["text"].as_str().map(str::to_owned)
    }

    /// What the practice calls the version of its only goal.
    #[must_use]
    pub fn version(&self) -> String {
        self.goal().unwrap()["meta"]["versionId"].to_string()
    }

    /// Somebody there changes the only goal.
    pub fn goal_is_edited(&self, change: impl FnOnce(&mut Value)) {
        self.is_edited(self.goal().unwrap(), change);
    }

    /// Somebody there writes in the only goal.
    pub fn clinician_writes(&self, words: &str) {
        self.goal_is_edited(|goal| goal["description"]["text"] = json!(words));
    }

    /// Somebody there changes a resource.
    pub fn is_edited(&self, mut resource: Value, change: impl FnOnce(&mut Value)) {
        change(&mut resource);
        self.practice.put(&resource);
    }

    /// A resource of the practice's own about this person, with an id that is only theirs.
    #[must_use]
    pub fn own(&self, kind: &str, id: &str, subject: &str, mut rest: Value) -> Value {
        rest["resourceType"] = json!(kind);
        rest["id"] = json!(format!("{}-{id}", self.practice.patient()));
        if !subject.is_empty() {
            rest[subject] = json!({ "reference": format!("Patient/{}", self.practice.patient()) });
        }
        rest
    }

    /// The only resource of a type that says this somewhere.
    ///
    /// # Panics
    /// Where there is none, or are several.
    #[must_use]
    pub fn one_that_says(&self, kind: &str, words: &str) -> Value {
        let mut found = self.practice.all(kind);
        found.retain(|resource| resource.to_string().contains(words));
        assert_eq!(found.len(), 1, "{kind} that say {words:?}");
        found.remove(0)
    }

    /// Each of ours is there once, by our identifier.
    ///
    /// # Panics
    /// Where one is there twice.
    pub fn each_is_there_once(&self) {
        let mut count: BTreeMap<String, usize> = BTreeMap::new();
        for resource in OURS.iter().flat_map(|kind| self.practice.all(kind)) {
            let named = resource["identifier"].as_array().into_iter().flatten();
            for name in named.filter(|name| name["system"] == ENTRY_ID) {
                *count.entry(name["value"].to_string()).or_default() += 1;
            }
        }
        assert!(!count.is_empty() && count.values().all(|count| *count == 1), "{count:?}");
    }

    /// Deletes a resource there.
    pub fn is_deleted(&self, resource: &Value) {
        let (kind, id) = name_of(resource);
        self.practice.delete(kind, id);
    }
}

//! What sync needs of the map between the plan and a practice's resources, and
//! no more: it looks into no resource itself.

use crate::fhir::FhirError;
use crate::plan::Kind;
use crate::record::{EntityId, Op, Record, Slot, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What the fields of one resource say. A field that is not there is not
/// answered.
pub type Fields = BTreeMap<Slot, Value>;

/// A resource that the plan gives out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ours {
    /// The entry that it is.
    pub kind: Kind,
    /// Which one.
    pub entity: EntityId,
    /// Its type.
    pub resource: String,
    /// Its id, and what our identifier on it says: nobody can guess it, and
    /// every phone of this plan computes the same.
    pub id: String,
    /// The resource as it is made anew.
    pub body: Vec<u8>,
    /// What its fields say, read back from that.
    pub fields: Fields,
}

/// A resource that came from a practice, read.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Theirs {
    /// Whose it says that it is: the reference as written.
    pub patient: Option<String>,
    /// Our identifier on it, if it has one.
    pub ours: Option<String>,
    /// What its fields say, where it is an entry that is known here.
    pub fields: Fields,
    /// Fields that say something the plan has no value for: nothing is suggested
    /// of them, and they are never written over.
    pub unread: BTreeSet<Slot>,
}

/// Fields with this number and above are no field of the plan's: lists of
/// everything of some kind, which follow from what there is. Nothing is suggested
/// of them.
pub const LISTS: u16 = 0xF000;

/// The map.
pub trait Mapping {
    /// The system of our identifiers.
    fn system(&self) -> &str;

    /// The types that are asked for.
    fn types(&self) -> &[&str];

    /// Everything that may go out, what is referred to before what refers to it.
    /// What is only the person's, delicate or removed is not in it.
    fn outgoing(&self, record: &Record, patient: &str) -> Vec<Ours>;

    /// Reads a resource.
    ///
    /// # Errors
    /// [`FhirError`]: it is left as it is, and told.
    fn incoming(&self, record: &Record, body: &[u8]) -> Result<Theirs, FhirError>;

    /// The resource with these fields changed, and nothing else;
    /// [`Value::Empty`] takes one away.
    ///
    /// # Errors
    /// [`FhirError`].
    fn write_over(&self, record: &Record, body: &[u8], fields: &Fields) -> Result<Vec<u8>, FhirError>;

    /// The resource with this mark of ours on it.
    ///
    /// # Errors
    /// [`FhirError`].
    fn mark(&self, body: &[u8], mark: &str) -> Result<Vec<u8>, FhirError>;

    /// The mark of ours that is on a resource.
    fn mark_of(&self, body: &[u8]) -> Option<String>;

    /// The ops that say what a resource of the practice's own says: the same on
    /// every phone that reads it. None for one that the plan has no room for.
    ///
    /// # Errors
    /// [`FhirError`]: it is left out, and told.
    fn import(&self, record: &Record, body: &[u8], server: &str) -> Result<Vec<Op>, FhirError>;
}

//! What a field can hold. Values describe themselves, and one that a newer app
//! wrote is kept as the bytes that came, so an older app passes it on whole.

use super::{EntityId, OpId};

/// The words as first spoken or written, where `text` beside them is an
/// interpreter's translation. Nothing is ever machine-translated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Original {
    /// The person's own words.
    pub text: String,
    /// Their language, a BCP 47 tag or the person's own name for it.
    pub language: String,
    /// Who interpreted.
    pub interpreter: String,
    /// The calendar date of the interpretation, as written (`YYYY-MM-DD`).
    pub on: String,
}

/// One value of one field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// Not answered, on purpose: an answer taken back. (A field never written
    /// has no op at all; both are shown as "not answered".)
    Empty,
    /// The person's words, any script, at most 64 KiB.
    Text(String),
    /// Words given through an interpreter.
    Interpreted {
        /// The translation.
        text: String,
        /// What was really said.
        original: Original,
    },
    /// A whole number: a scale 1..=10, a count.
    Int(i64),
    /// Yes or no.
    Bool(bool),
    /// A measured number in its written form: `72.50` stays `72.50`.
    Decimal(String),
    /// A calendar date, whole or partial, in FHIR's form (`1951`, `1951-03`,
    /// `1951-03-04`). Never shifts with the time zone.
    Date(String),
    /// An instant: milliseconds since 1970 UTC, and the offset in minutes that
    /// the phone had.
    Instant(i64, i16),
    /// One word of a closed list, such as a status.
    Code(String),
    /// Another entity.
    Entity(EntityId),
    /// Entities in an order that matters (steps, signs, medicines).
    Order(Vec<EntityId>),
    /// Ops that were seen: what an agreement names.
    Ops(Vec<OpId>),
    /// Bytes: a public key, a hash.
    Bytes(Vec<u8>),
    /// Erased on request. Below it in the merge order is every other value.
    Erased,
    /// Written by a newer app: one CBOR item as it came.
    Unknown(Vec<u8>),
}

impl Value {
    /// The words in it, if it holds words.
    pub fn text(&self) -> Option<&str> {
        match self {
            Value::Text(text) | Value::Interpreted { text, .. } => Some(text),
            _ => None,
        }
    }
}

//! What the table says of one field, and how each type is read from the record.

use super::{CatTotal, Coded, Instant, Number, PartialDate, Scale10, Words};
use crate::record::{EntityId, OpId, Policy, Value};

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// The person's words.
    Words,
    /// 1 to 10, or not answered.
    Scale10,
    /// A CAT total, 0 to 40, or not answered.
    CatTotal,
    /// A whole number, 0 or more.
    Count,
    /// Yes or no.
    Flag,
    /// A measured number as written.
    Number,
    /// A calendar date, whole or partial.
    Date,
    /// An instant with its offset.
    Instant,
    /// One of the field's choices.
    Choice,
    /// A code with what it says.
    Coded,
    /// Another entity.
    Entity,
    /// Entities in an order that matters.
    Order,
    /// Ops that were seen.
    Ops,
    /// Bytes.
    Bytes,
}

/// Who may see a field by default once sharing exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sensitivity {
    /// Goes where its room goes.
    Ordinary,
    /// Leaves the phone only by a choice of its own.
    Delicate,
    /// A copy of somebody's document: goes where its room goes, marked as a copy,
    /// and never to a practice, which has the original or asks who has.
    Copied,
    /// Never leaves the person's own phones and backup.
    Own,
}

/// One field of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The entity's number.
    pub kind: u16,
    /// The field's stable number. Numbers are never used again.
    pub number: u16,
    /// `entity.field`, for exports and keys of sentences.
    pub name: &'static str,
    /// What it holds.
    pub holds: Type,
    /// How several heads are drawn.
    pub policy: Policy,
    /// Who may see it.
    pub sensitivity: Sensitivity,
    /// The first place where it stands in the PRSB lists ("" where it has none);
    /// [`crate::prsb`] has every place.
    pub prsb: &'static str,
    /// The words a [`Type::Choice`] may be.
    pub choices: &'static [&'static str],
}

/// A Rust type that a field can hold.
pub trait Holds: Sized {
    /// Its type in the table.
    const TYPE: Type;
    /// Reads it; `None` where the value is of another type or out of range
    /// (a newer or a faulty app's), which is shown as such and kept.
    fn read(value: &Value) -> Option<Self>;
}

macro_rules! holds {
    ($($rust:ty => $type:ident: $value:pat => $read:expr;)*) => { $(
        impl Holds for $rust {
            const TYPE: Type = Type::$type;
            fn read(value: &Value) -> Option<Self> {
                match value {
                    $value => $read,
                    _ => None,
                }
            }
        }
    )* };
}

holds! {
    Scale10 => Scale10: Value::Int(step) => Scale10::new(*step).ok();
    CatTotal => CatTotal: Value::Int(total) => CatTotal::new(*total).ok();
    i64 => Count: Value::Int(count) => Some(*count);
    bool => Flag: Value::Bool(yes) => Some(*yes);
    Number => Number: Value::Decimal(text) => Number::parse(text).ok();
    PartialDate => Date: Value::Date(text) => PartialDate::parse(text).ok();
    Instant => Instant: Value::Instant(ms, offset) => Some(Instant { ms: *ms, offset: *offset });
    Coded => Coded: Value::Text(text) => Coded::parse(text).ok();
    String => Choice: Value::Code(word) => Some(word.clone());
    EntityId => Entity: Value::Entity(id) => Some(*id);
    Vec<EntityId> => Order: Value::Order(ids) => Some(ids.clone());
    Vec<OpId> => Ops: Value::Ops(ids) => Some(ids.clone());
    Vec<u8> => Bytes: Value::Bytes(bytes) => Some(bytes.clone());
}

impl Holds for Words {
    const TYPE: Type = Type::Words;
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Text(text) => Some(Words { text: text.clone(), original: None }),
            Value::Interpreted { text, original } => {
                Some(Words { text: text.clone(), original: Some(original.clone()) })
            }
            _ => None,
        }
    }
}

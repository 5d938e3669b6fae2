//! What a shell hands in: answers, who writes, and the names of the table.

use crate::cross::Cross;
use hearth_core::companion::{self, Trouble};
use hearth_core::plan::{Field, Kind};
use hearth_core::record::{EntityId, OpId, Original, Value};

/// What is written in a field. The table says which field holds what; anything
/// else is refused with a sentence.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum Answer {
    /// Not answered: an answer taken back.
    Nothing,
    /// Words as typed, any script, at most 64 KiB.
    Words {
        /// The words.
        text: String,
    },
    /// Words through an interpreter.
    Interpreted {
        /// The translation.
        text: String,
        /// The person's own words.
        original: String,
        /// Their language.
        language: String,
        /// Who interpreted.
        interpreter: String,
        /// The day, `2026-10-14`.
        on: String,
    },
    /// A whole number: a step of a scale, a count.
    Whole {
        /// The number.
        number: i64,
    },
    /// Yes or no.
    YesNo {
        /// Yes.
        yes: bool,
    },
    /// A measured number, as it was written: `72.50` stays `72.50`.
    Number {
        /// The digits.
        text: String,
    },
    /// A calendar date: `1951`, `1951-03` or `1951-03-04`.
    Date {
        /// The date.
        date: String,
    },
    /// A moment.
    At {
        /// Milliseconds since 1970-01-01 00:00 UTC.
        ms: i64,
        /// Minutes that the wall clock is ahead of UTC.
        offset_minutes: i16,
    },
    /// One of the field's choices.
    Choice {
        /// Its word in the table.
        word: String,
    },
    /// Another entry.
    Entry {
        /// Names it.
        id: String,
    },
    /// Entries in an order that matters.
    Entries {
        /// Their names.
        ids: Vec<String>,
    },
}

impl Answer {
    pub(crate) fn value(self) -> Result<Value, Trouble> {
        Ok(match self {
            Answer::Nothing => Value::Empty,
            Answer::Words { text } => Value::Text(text),
            Answer::Interpreted { text, original, language, interpreter, on } => {
                Value::Interpreted { text, original: Original { text: original, language, interpreter, on } }
            }
            Answer::Whole { number } => Value::Int(number),
            Answer::YesNo { yes } => Value::Bool(yes),
            Answer::Number { text } => Value::Decimal(text),
            Answer::Date { date } => Value::Date(date),
            Answer::At { ms, offset_minutes } => Value::Instant(ms, offset_minutes),
            Answer::Choice { word } => Value::Code(word),
            Answer::Entry { id } => Value::Entity(entity(&id)?),
            Answer::Entries { ids } => Value::Order(entities(&ids)?),
        })
    }
}

impl Cross<Answer> for Value {
    fn cross(self) -> Answer {
        match self {
            Value::Text(text) => Answer::Words { text },
            Value::Interpreted { text, original } => {
                let Original { text: spoken, language, interpreter, on } = original;
                Answer::Interpreted { text, original: spoken, language, interpreter, on }
            }
            Value::Int(number) => Answer::Whole { number },
            Value::Bool(yes) => Answer::YesNo { yes },
            Value::Decimal(text) => Answer::Number { text },
            Value::Date(date) => Answer::Date { date },
            Value::Instant(ms, offset_minutes) => Answer::At { ms, offset_minutes },
            Value::Code(word) => Answer::Choice { word },
            Value::Entity(id) => Answer::Entry { id: id.hex() },
            Value::Order(ids) => Answer::Entries { ids: ids.cross() },
            // No form has a field that holds these.
            Value::Empty | Value::Erased | Value::Ops(_) | Value::Bytes(_) | Value::Unknown(_) => {
                Answer::Nothing
            }
        }
    }
}

/// An answer and the field it is for.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct FieldAnswer {
    /// The field's name in the table: `words`, or with its kind, `goal.words`.
    pub field: String,
    /// What is written in it.
    pub answer: Answer,
}

/// Who writes on this phone.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum Writer {
    /// The person.
    Person,
    /// Somebody with authority to write for them.
    Behalf {
        /// Names them in People.
        person: String,
    },
    /// A carer: their words are a suggestion.
    Carer {
        /// Names them in People.
        person: String,
    },
    /// Somebody handed the phone: their words wait until the person takes them in.
    Guest {
        /// Their name.
        name: String,
        /// Their role.
        role: String,
    },
}

impl Writer {
    pub(crate) fn core(self) -> Result<companion::Writer, Trouble> {
        Ok(match self {
            Writer::Person => companion::Writer::Person,
            Writer::Behalf { person } => companion::Writer::Behalf(entity(&person)?),
            Writer::Carer { person } => companion::Writer::Carer(entity(&person)?),
            Writer::Guest { name, role } => companion::Writer::Guest { name, role },
        })
    }
}

/// The entry of that name.
pub(crate) fn entity(id: &str) -> Result<EntityId, Trouble> {
    EntityId::from_hex(id).ok_or(Trouble::NotFound)
}

pub(crate) fn entities(ids: &[String]) -> Result<Vec<EntityId>, Trouble> {
    ids.iter().map(|id| entity(id)).collect()
}

/// The entry of that name, where one is named.
pub(crate) fn maybe(id: Option<&String>) -> Result<Option<EntityId>, Trouble> {
    id.map(|id| entity(id)).transpose()
}

/// The version or suggestion of that name.
pub(crate) fn op(id: &str) -> Result<OpId, Trouble> {
    OpId::from_hex(id).ok_or(Trouble::NotFound)
}

pub(crate) fn kind(name: &str) -> Result<Kind, Trouble> {
    Kind::of_name(name).ok_or(Trouble::WrongField)
}

pub(crate) fn field(kind: Kind, name: &str) -> Result<Field, Trouble> {
    kind.field_named(name).ok_or(Trouble::WrongField)
}

/// The one entry of a kind that a plan has just once.
pub(crate) fn only(kind: Kind) -> EntityId {
    EntityId::only(kind.number())
}

/// The entry of that name, or the only one of its kind where no name is given.
pub(crate) fn entity_of(kind: Kind, id: &str) -> Result<EntityId, Trouble> {
    if id.is_empty() && kind.is_only() { Ok(only(kind)) } else { entity(id) }
}

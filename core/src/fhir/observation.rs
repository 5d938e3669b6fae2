//! One FHIR R4 Observation as a result that the plan can keep: its shape, and [`read`].
//!
//! Strict where guessing could change a meaning: unknown modifiers, two values at once, a number
//! that is none. Tolerant of everything else: what is not read here is passed over, and the caller
//! keeps the bytes as they came. Nothing is computed, converted or compared with a range.
//!
//! Source: <https://hl7.org/fhir/R4/observation.html>.

use super::DateWritten;
use super::known::{Kind, Series};
pub use super::read::read;
use crate::plan::Number;

/// A result as somebody sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObservationRead {
    /// The server's id for it, 1 to 64 of `A-Z a-z 0-9 - .`
    pub id: Option<String>,
    /// How far the result can be counted on.
    pub status: Status,
    /// What was measured, by the sender's codes and words.
    pub code: Concept,
    /// What was measured, if Hearth has a plain name for it.
    pub kind: Option<Kind>,
    /// Whose result it is, as a FHIR reference: `Patient/123`.
    pub subject: Option<String>,
    /// Who measured it, by the names that were sent.
    pub performers: Vec<String>,
    /// When it was measured.
    pub effective: Option<Effective>,
    /// When it was sent out.
    pub issued: Option<DateWritten>,
    /// What was found.
    pub value: Option<Value>,
    /// Why there is no value.
    pub absent: Option<String>,
    /// The laboratory's ranges: its own words, to be shown as such.
    pub lab_words: Vec<LabWords>,
    /// Parts with values of their own, such as the two numbers of a blood pressure.
    pub components: Vec<Component>,
}

/// One part of a result. Fields as in [`ObservationRead`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// What was measured.
    pub code: Concept,
    /// What was measured, if Hearth has a plain name for it.
    pub kind: Option<Kind>,
    /// What was found.
    pub value: Option<Value>,
    /// Why there is no value.
    pub absent: Option<String>,
    /// The laboratory's ranges.
    pub lab_words: Vec<LabWords>,
}

/// FHIR's status of an observation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Asked for; no result yet.
    Registered,
    /// An early result that may change.
    Preliminary,
    /// Complete.
    Final,
    /// Changed after it was final.
    Amended,
    /// Changed after it was final, because it was wrong.
    Corrected,
    /// Not started or not finished.
    Cancelled,
    /// Should never have been sent.
    EnteredInError,
    /// The sender does not know.
    Unknown,
}

impl Status {
    pub(super) fn read(code: &str) -> Option<Status> {
        Some(match code {
            "registered" => Status::Registered,
            "preliminary" => Status::Preliminary,
            "final" => Status::Final,
            "amended" => Status::Amended,
            "corrected" => Status::Corrected,
            "cancelled" => Status::Cancelled,
            "entered-in-error" => Status::EnteredInError,
            "unknown" => Status::Unknown,
            _ => return None,
        })
    }

    /// Whether the value must not be shown as a result: cancelled or entered in error.
    pub fn withdrawn(self) -> bool {
        matches!(self, Status::Cancelled | Status::EnteredInError)
    }

    /// The key of the words that belong beside the value (see `words`); none for a final result.
    pub fn key(self) -> Option<&'static str> {
        match self {
            Status::Registered | Status::Preliminary => Some("result-preliminary"),
            Status::Final => None,
            Status::Amended | Status::Corrected => Some("result-changed"),
            Status::Cancelled => Some("result-cancelled"),
            Status::EnteredInError => Some("result-entered-in-error"),
            Status::Unknown => Some("result-status-unknown"),
        }
    }
}

/// A FHIR CodeableConcept: codes, and words for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Concept {
    /// The codes, in the order sent.
    pub codings: Vec<Coding>,
    /// The sender's own words.
    pub text: Option<String>,
}

impl Concept {
    /// The words to show: the sender's text, else the first name of a code, else the first code.
    pub fn said(&self) -> Option<&str> {
        let names = self.codings.iter().filter_map(|c| c.display.as_deref());
        let codes = self.codings.iter().filter_map(|c| c.code.as_deref());
        self.text.as_deref().or(names.chain(codes).next())
    }
}

/// One code of a code system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coding {
    /// The code system's URI, such as `http://loinc.org`.
    pub system: Option<String>,
    /// The code.
    pub code: Option<String>,
    /// The code system's name for it.
    pub display: Option<String>,
}

/// When something was measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effective {
    /// At a time, or on a day.
    At(DateWritten),
    /// Over a time; at least one end is given.
    Between {
        /// From.
        start: Option<DateWritten>,
        /// Until.
        end: Option<DateWritten>,
    },
    /// By a repeating timing, which is not read.
    NotRead,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number with its unit.
    Quantity(Quantity),
    /// Words.
    Text(String),
    /// A code, or words for it.
    Concept(Concept),
    /// Yes or no.
    YesNo(bool),
    /// A whole number without a unit, exactly as written.
    Whole(Number),
    /// A date.
    Date(DateWritten),
    /// A value is there, of a kind that is not read here. Never to be shown as no value.
    NotRead {
        /// The name of its element, such as `valueRatio`.
        element: &'static str,
    },
}

/// A measured number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The number exactly as written: `72.50` stays `72.50`.
    pub value: Number,
    /// Whether the true number is below or above the one written.
    pub comparator: Option<Comparator>,
    /// The unit for people to read.
    pub unit: Option<String>,
    /// The code system of the unit's code.
    pub system: Option<String>,
    /// The unit's code.
    pub code: Option<String>,
}

/// On which side of the written number the true one lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparator {
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>=`
    MoreOrEqual,
    /// `>`
    More,
}

impl Comparator {
    /// The sign, as it is written before the number.
    pub fn sign(self) -> &'static str {
        match self {
            Comparator::Less => "<",
            Comparator::LessOrEqual => "≤",
            Comparator::MoreOrEqual => "≥",
            Comparator::More => ">",
        }
    }
}

/// A range as the laboratory wrote it. It is the laboratory's, about people in general: it is shown
/// as its words, and no value is ever compared with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabWords {
    /// The low end.
    pub low: Option<Quantity>,
    /// The high end.
    pub high: Option<Quantity>,
    /// The range in words.
    pub text: Option<String>,
    /// What kind of range it is, such as "treatment".
    pub kind: Option<String>,
    /// Which people it is about.
    pub applies_to: Vec<String>,
    /// The youngest age it is about.
    pub age_low: Option<Quantity>,
    /// The oldest age it is about.
    pub age_high: Option<Quantity>,
}

impl ObservationRead {
    /// The line over time that its number belongs to; see [`Series`].
    pub fn series(&self) -> Option<Series> {
        series(self.kind, &self.value)
    }

    /// Whether its number came in a unit that is usual for it, or there is nothing to compare.
    pub fn in_usual_unit(&self) -> bool {
        in_usual_unit(self.kind, &self.value)
    }
}

impl Component {
    /// The line over time that its number belongs to; see [`Series`].
    pub fn series(&self) -> Option<Series> {
        series(self.kind, &self.value)
    }

    /// Whether its number came in a unit that is usual for it, or there is nothing to compare.
    pub fn in_usual_unit(&self) -> bool {
        in_usual_unit(self.kind, &self.value)
    }
}

fn series(kind: Option<Kind>, value: &Option<Value>) -> Option<Series> {
    match (kind, value) {
        (Some(kind), Some(Value::Quantity(quantity))) => Series::of(kind, quantity),
        _ => None,
    }
}

fn in_usual_unit(kind: Option<Kind>, value: &Option<Value>) -> bool {
    match (kind, value) {
        (Some(kind), Some(Value::Quantity(quantity))) => kind.expects(&quantity.measured_in()),
        _ => true,
    }
}

//! A field as it is drawn: every version that stands, who wrote it and when,
//! and what others suggest beside it.

use super::{Answer, Holds};
use crate::record::{Author, Decision, DeviceId, Op, OpId, Origin, Policy, Register, Value, When};

/// Who wrote a version, when, on which device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The op.
    pub op: OpId,
    /// Who.
    pub author: Author,
    /// What the device's clock claimed.
    pub at: When,
    /// The device.
    pub device: DeviceId,
    /// How it came to be here.
    pub origin: Origin,
    /// The suggestion whose words these are.
    pub from_suggestion: Option<OpId>,
}

impl Written {
    /// Reads it from an op.
    pub fn of(op: &Op) -> Self {
        Self {
            op: op.id,
            author: op.author.clone(),
            at: op.at,
            device: op.device,
            origin: op.origin.clone(),
            from_suggestion: op.cites,
        }
    }
}

/// One version of a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Version<T> {
    /// What it says; [`Answer::NotAnswered`] where the answer was taken back.
    pub value: Answer<T>,
    /// Everybody who wrote just this, in rank order; never empty.
    pub written: Vec<Written>,
    /// Its words were erased on request.
    pub erased: bool,
}

/// Words that somebody else offers for a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Offered<T> {
    /// The offer; `None` where they suggest removing, or it can't be drawn.
    pub value: Option<T>,
    /// Who offers it.
    pub written: Written,
    /// The heads they saw.
    pub base: Vec<OpId>,
    /// What became of it.
    pub decision: Decision,
}

/// A field as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept<T> {
    /// Every version, equal; none where the field was never written.
    pub versions: Vec<Version<T>>,
    /// What others offer.
    pub offers: Vec<Offered<T>>,
    /// A newer app wrote something here that this one can't draw.
    pub newer: bool,
}

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self { versions: Vec::new(), offers: Vec::new(), newer: false }
    }
}

impl<T: Holds> Kept<T> {
    /// Reads a register by its policy.
    pub fn read(register: Option<&Register>, policy: Policy) -> Self {
        let Some(register) = register else { return Self::default() };
        let mut newer = register.has_newer();
        let mut versions = Vec::new();
        for ops in register.shown(policy) {
            let Some(value) = ops.first().and_then(|op| op.value()) else { continue };
            let answer = match value {
                Value::Empty | Value::Erased => Answer::NotAnswered,
                value => match T::read(value) {
                    Some(value) => Answer::Is(value),
                    None => {
                        newer = true;
                        continue;
                    }
                },
            };
            versions.push(Version {
                value: answer,
                written: ops.iter().map(|op| Written::of(op)).collect(),
                erased: *value == Value::Erased,
            });
        }
        let offers = register
            .suggestions()
            .into_iter()
            .map(|offer| Offered {
                value: offer.op.value().and_then(T::read),
                written: Written::of(offer.op),
                base: offer.op.parents.clone(),
                decision: offer.decision,
            })
            .collect();
        Self { versions, offers, newer }
    }
}

impl<T> Kept<T> {
    /// The value of the first version, if it has one. With [`Kept::is_settled`]
    /// this is the value; without, one of several that stand equal.
    pub fn first(&self) -> Option<&T> {
        self.versions.first().and_then(|version| version.value.given())
    }

    /// Every value that stands.
    pub fn all(&self) -> impl Iterator<Item = &T> {
        self.versions.iter().filter_map(|version| version.value.given())
    }

    /// Whether at most one version stands.
    pub fn is_settled(&self) -> bool {
        self.versions.len() <= 1
    }

    /// Whether any version has an answer.
    pub fn is_answered(&self) -> bool {
        self.all().next().is_some()
    }

    /// What others offer and nobody has decided.
    pub fn pending(&self) -> impl Iterator<Item = &Offered<T>> {
        self.offers.iter().filter(|offer| offer.decision == Decision::Pending)
    }
}

impl Kept<super::Words> {
    /// The text of the first version, or "".
    pub fn text(&self) -> &str {
        self.first().map(|words| words.text.as_str()).unwrap_or_default()
    }
}

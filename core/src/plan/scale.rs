//! Scales: empty until touched, and checked at the door.

use super::Refused;

/// An answer, or honestly none. Not answered is not 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Answer<T> {
    /// Nobody has answered, or the answer was taken back.
    #[default]
    NotAnswered,
    /// The answer.
    Is(T),
}

impl<T> Answer<T> {
    /// The answer, if there is one.
    pub fn given(&self) -> Option<&T> {
        match self {
            Answer::NotAnswered => None,
            Answer::Is(value) => Some(value),
        }
    }
}

/// How important, how confident: 1 to 10 (Year of Care sheets, seed
/// `003_e56b2922d8428643.txt`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Scale10(u8);

impl Scale10 {
    /// Below this the health-coaching question is asked: "What would make it a 7?"
    pub const ASK_BELOW: u8 = 7;

    /// A step from 1 to 10; anything else is refused.
    pub fn new(step: i64) -> Result<Self, Refused> {
        match u8::try_from(step) {
            Ok(step @ 1..=10) => Ok(Self(step)),
            _ => Err(Refused::OffTheScale),
        }
    }

    /// The step, 1 to 10.
    pub fn step(self) -> u8 {
        self.0
    }
}

/// The total of the COPD Assessment Test, 0 to 40, as the person or a clinician
/// added it up elsewhere: its items are copyrighted and are not here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CatTotal(u8);

impl CatTotal {
    /// The highest total.
    pub const MOST: u8 = 40;

    /// A total from 0 to 40; anything else is refused.
    pub fn new(total: i64) -> Result<Self, Refused> {
        match u8::try_from(total) {
            Ok(total @ 0..=Self::MOST) => Ok(Self(total)),
            _ => Err(Refused::OffTheTotal),
        }
    }

    /// The total, 0 to 40.
    pub fn total(self) -> u8 {
        self.0
    }
}

//! Sheets: what is looked at before and in a visit, as data. A sheet names the
//! results it shows, asks its questions and offers prompts to circle; it judges
//! nothing and holds no number to aim at. Pure: no disk, no clock.
//!
//! Seven come with Hearth (`core/sheets/*.json`); a clinician can write another
//! (`docs/sheets.md`, `docs/sheet.schema.json`). Whatever a file holds, what can
//! be read is kept, and what can't is told by the place where it stands.
//!
//! Where several sheets are used in one visit, [`merge`] makes one list of them:
//! the same question is asked once, the same result shown once.

mod fault;
mod json;
mod merge;
mod read;
mod shipped;
mod units;

pub use fault::{Fault, Part, SheetError, What};
pub use merge::{Merged, One, merge, named};
pub use read::{MAX_BYTES, ReadSheet, read};
pub use shipped::shipped;
pub use units::{UNITS, fits};

use crate::plan::PartialDate;
use crate::words::Language;

/// The most results one sheet may show.
pub const MAX_RESULTS: usize = 40;
/// The most questions one sheet may ask.
pub const MAX_QUESTIONS: usize = 40;
/// The most prompts one sheet may offer.
pub const MAX_PROMPTS: usize = 60;
/// The most sources, codes or units of one list.
pub const MAX_NAMES: usize = 12;
/// The most characters of a title, a name, a prompt, a source, the end of a scale.
pub const MAX_LINE: usize = 160;
/// The most characters of a question or an explanation.
pub const MAX_WORDS: usize = 600;
/// The most characters of an id or a version.
pub const MAX_ID: usize = 40;

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name among sheets: `copd`.
    pub id: String,
    /// Its version, as its writer counts them.
    pub version: String,
    /// When it was written or last looked through.
    pub written: Option<PartialDate>,
    /// Where its content comes from.
    pub sources: Vec<String>,
    /// Its title.
    pub title: Text,
    /// The questions about mood it asks. They are Hearth's own, so that they are
    /// asked once, in their published words.
    pub mood: Vec<MoodQuestion>,
    /// The results it shows.
    pub results: Vec<Measure>,
    /// What it asks.
    pub questions: Vec<Question>,
    /// What may be circled.
    pub prompts: Vec<Prompt>,
    /// Whether it came with Hearth. Its ids then name the same thing in every
    /// sheet; a stranger's may not.
    pub ours: bool,
}

/// A text in the languages it was written in; "" where it was not.
#[derive(Clone, Debug, PartialEq, Eq, Default, Hash)]
pub struct Text {
    /// British English.
    pub en: String,
    /// Welsh.
    pub cy: String,
}

impl Text {
    /// The text in a language, or in the other where it was not written in it.
    pub fn in_language(&self, language: Language) -> &str {
        let (first, second) = match language.tag() {
            "cy" => (&self.cy, &self.en),
            _ => (&self.en, &self.cy),
        };
        if first.is_empty() { second } else { first }
    }

    /// Whether it was written in no language.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.cy.is_empty()
    }
}

/// One of the two Whooley questions (Whooley MA et al., J Gen Intern Med
/// 1997;12:439-445), yes or no over the last month and never scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MoodQuestion {
    /// Down, depressed or hopeless.
    Down,
    /// Little interest or pleasure in doing things.
    Interest,
}

impl MoodQuestion {
    /// Both, in the order they are asked.
    pub const ALL: [MoodQuestion; 2] = [MoodQuestion::Down, MoodQuestion::Interest];

    /// Its name in a sheet.
    pub fn id(self) -> &'static str {
        match self {
            MoodQuestion::Down => "whooley-down",
            MoodQuestion::Interest => "whooley-interest",
        }
    }
}

/// A result that a sheet shows, with what it is in plain words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name in the sheet.
    pub id: String,
    /// Codes that mean it, `system|code` (LOINC, SNOMED CT); may be none.
    pub codes: Vec<String>,
    /// Units it may be typed in; none where it is words.
    pub units: Vec<String>,
    /// Its plain name.
    pub name: Text,
    /// What it is, without any range or number to aim at; may be empty.
    pub explain: Text,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its name in the sheet.
    pub id: String,
    /// Its words; empty for MRC and CAT, which Hearth asks in words of its own.
    pub ask: Text,
    /// What may be answered. "Rather not say" always may.
    pub answer: Answer,
}

/// What may be answered to a question.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Yes or no.
    YesNo,
    /// How many: a whole number, 0 or more.
    Count,
    /// 1 to 10, with words at both ends.
    Scale {
        /// What 1 means.
        low: Text,
        /// What 10 means.
        high: Text,
    },
    /// The MRC breathlessness scale, 1 to 5 (Fletcher CM et al., BMJ 1959;2:257).
    Mrc,
    /// The total of the COPD Assessment Test, 0 to 40.
    Cat,
    /// A number in one of these units.
    Number {
        /// The units, as shown.
        units: Vec<String>,
    },
    /// Words.
    Words,
}

impl Answer {
    /// Its name in a sheet.
    pub fn name(&self) -> &'static str {
        match self {
            Answer::YesNo => "yes-no",
            Answer::Count => "count",
            Answer::Scale { .. } => "scale",
            Answer::Mrc => "mrc",
            Answer::Cat => "cat",
            Answer::Number { .. } => "number",
            Answer::Words => "words",
        }
    }
}

/// A prompt: something people ask about, to be circled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// Its name in the sheet.
    pub id: String,
    /// Its words.
    pub text: Text,
}

#[cfg(test)]
mod tests;

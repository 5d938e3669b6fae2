//! What is wrong with a sheet file, each with a sentence that names the place:
//! "prompts, number 12: there is no text in Welsh. The English is used."

use crate::words::{Arg, Language, Words};

/// Why a file is no sheet at all. Nothing of it is kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// More than [`super::MAX_BYTES`].
    #[error("the file is larger than 64 KiB")]
    TooLarge,
    /// Not JSON in UTF-8, by the line where reading stopped.
    #[error("not JSON, line {line}")]
    NotJson {
        /// From 1; 0 where there are no lines to count (not UTF-8).
        line: usize,
    },
    /// JSON, and no sheet: `"hearth-sheet": 1` is missing.
    #[error("not a sheet")]
    NotASheet,
    /// A sheet of a later form than this Hearth reads.
    #[error("a sheet of a later form")]
    Newer,
    /// A sheet in which nothing can be used.
    #[error("nothing in the sheet can be used")]
    Nothing,
}

impl SheetError {
    /// The key of its sentence.
    pub fn key(&self) -> &'static str {
        match self {
            SheetError::TooLarge => "error-sheet-too-large",
            SheetError::NotJson { line: 0 } => "error-sheet-not-text",
            SheetError::NotJson { .. } => "error-sheet-not-json",
            SheetError::NotASheet => "error-sheet-not-a-sheet",
            SheetError::Newer => "error-sheet-newer",
            SheetError::Nothing => "error-sheet-nothing",
        }
    }
}

/// One step on the way to a place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A name, as the file has it.
    Name(String),
    /// A place in a list, from 1.
    Number(usize),
}

/// Something in a sheet that could not be taken as it stands, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: `prompts`, number 12, `text`.
    pub place: Vec<Part>,
    /// What.
    pub what: What,
}

/// What is wrong there, and what was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A name that sheets do not have. Passed over.
    Unknown,
    /// The name stands twice in one place, or an id was used before. The first counts.
    Twice,
    /// It is needed and is not there. What needs it is left out.
    Missing,
    /// Not the sort of value that belongs there. Left out.
    WrongSort,
    /// Longer than fits. Left out, never cut.
    TooLong {
        /// The most characters it may have.
        most: usize,
    },
    /// A hidden or direction-turning character. Left out.
    Hidden,
    /// No text in a language. The other is used.
    NoText {
        /// Which.
        language: Language,
    },
    /// More than a list may have. Those after it are left out.
    TooMany {
        /// How many there are.
        found: usize,
        /// How many may be.
        most: usize,
    },
    /// An explanation with a number, which could be read as one to aim at. Left out.
    Number,
    /// A unit that sheets do not have, or not with that code. Left out.
    Unit,
    /// No such date. Left out.
    Date,
    /// None of the words that may stand there. What needs it is left out.
    NotAChoice,
    /// More faults than are told one by one.
    More {
        /// How many more.
        n: usize,
    },
}

impl Fault {
    /// Its sentence.
    pub fn sentence(&self, words: &Words) -> String {
        let place = self.place_in_words(words);
        let place = ("place", Arg::Text(&place));
        let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
        match &self.what {
            What::Unknown => words.say("sheet-fault-unknown", &[place]),
            What::Twice => words.say("sheet-fault-twice", &[place]),
            What::Missing => words.say("sheet-fault-missing", &[place]),
            What::WrongSort => words.say("sheet-fault-sort", &[place]),
            What::TooLong { most } => words.say("sheet-fault-long", &[place, ("n", number(*most))]),
            What::Hidden => words.say("sheet-fault-hidden", &[place]),
            What::NoText { language } => match language {
                Language::Cy => words.say("sheet-fault-no-welsh", &[place]),
                _ => words.say("sheet-fault-no-english", &[place]),
            },
            What::TooMany { found, most } => {
                words.say("sheet-fault-many", &[place, ("found", number(*found)), ("n", number(*most))])
            }
            What::Number => words.say("sheet-fault-number", &[place]),
            What::Unit => words.say("sheet-fault-unit", &[place]),
            What::Date => words.say("sheet-fault-date", &[place]),
            What::NotAChoice => words.say("sheet-fault-choice", &[place]),
            What::More { n } => words.say("sheet-fault-more", &[("n", number(*n))]),
        }
    }

    /// "prompts, number 12, text". Names come from the file: one that can be none
    /// is not said.
    fn place_in_words(&self, words: &Words) -> String {
        let parts = self.place.iter().map(|part| match part {
            Part::Name(name) if can_be_a_name(name) => name.clone(),
            Part::Name(_) => words.plain("sheet-place-odd-name", &[]),
            Part::Number(n) => {
                let n = i64::try_from(*n).unwrap_or(i64::MAX);
                words.plain("sheet-place-number", &[("n", Arg::Number(n))])
            }
        });
        parts.collect::<Vec<_>>().join(", ")
    }
}

fn can_be_a_name(name: &str) -> bool {
    !name.is_empty() && name.chars().count() <= super::MAX_ID && !name.contains(char::is_control)
}

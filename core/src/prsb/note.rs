//! What must be said of one place of a list: in a file that came, or in one that goes.

use crate::words::{Arg, Words};

/// The most notes of one file; how many more there are is said.
pub(super) const MAX_NOTES: usize = 200;

/// Something to be said of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The place: its path, with which one it is where there are several.
    pub place: String,
    key: &'static str,
    /// What fills `$n`, `$most` or `$found` in the sentence.
    numbers: Vec<(&'static str, usize)>,
    /// The key of a second sentence, for `$why`.
    why: Option<&'static str>,
}

impl Note {
    pub(super) fn new(place: &str, key: &'static str) -> Self {
        Self { place: place.to_owned(), key, numbers: Vec::new(), why: None }
    }

    pub(super) fn with(mut self, name: &'static str, number: usize) -> Self {
        self.numbers.push((name, number));
        self
    }

    pub(super) fn because(mut self, why: &'static str) -> Self {
        self.why = Some(why);
        self
    }

    /// The key of its sentence.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// Its sentence, which names the place.
    pub fn sentence(&self, words: &Words) -> String {
        let why = self.why.map(|why| words.plain(why, &[])).unwrap_or_default();
        let mut args = vec![("place", Arg::Text(&self.place)), ("why", Arg::Text(&why))];
        args.extend(self.numbers.iter().map(|(name, number)| (*name, Arg::Number(*number as i64))));
        words.say(self.key, &args)
    }
}

/// Notes, as many as are told.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// Those that are told.
    pub told: Vec<Note>,
    /// How many more there are.
    pub more: usize,
}

impl Notes {
    pub(super) fn add(&mut self, note: Note) {
        if self.told.len() < MAX_NOTES {
            self.told.push(note);
        } else {
            self.more += 1;
        }
    }
}

//! What Hearth says where no screen of the core's says it: languages, safety
//! lines, single sentences, dates.

use crate::Plan;
use crate::doors::{in_language, language_of, words_of};
use crate::error::HearthError;
use hearth_core::words::{Arg, Language, Words};
use std::collections::HashMap;

/// A language that a person may choose.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct LanguageView {
    /// Its BCP 47 tag: `cy`.
    pub tag: String,
    /// Its name in itself: "Cymraeg".
    pub own_name: String,
    /// Its lines run from right to left.
    pub right_to_left: bool,
    /// A clinician has read its safety text; where not, English stands beside it.
    pub reviewed: bool,
}

/// What is always drawn, with a plan or without.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct SafetyNote {
    /// "Life at risk? 999 ...": a line, or two where English stands beside it.
    pub life_at_risk: String,
    /// The number to dial when life is at risk.
    pub emergency_number: String,
    /// The number to dial when it is urgent.
    pub urgent_number: String,
    /// That no clinician has read the safety text of this language.
    pub not_reviewed: Option<String>,
}

/// Something put into a sentence.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Filling {
    /// Text of a person, a name, a date in words.
    Text {
        /// The text.
        text: String,
    },
    /// A whole number: chooses between "1 day" and "2 days".
    Count {
        /// The number.
        number: i64,
    },
}

/// A sentence that is asked for: its key, and the number in it where there is one.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Say {
    /// Its key.
    pub key: String,
    /// What stands for `n` in it.
    #[uniffi(default = None)]
    pub n: Option<i64>,
}

impl Say {
    /// The sentence.
    pub(crate) fn said(&self, words: &Words) -> String {
        let filled = self.n.map(|number| ("n", Arg::Number(number)));
        words.on_screen(&self.key, filled.as_slice())
    }
}

fn view(language: Language) -> LanguageView {
    LanguageView {
        tag: language.tag().to_owned(),
        own_name: language.own_name().to_owned(),
        right_to_left: language.right_to_left(),
        reviewed: language.reviewed(),
    }
}

fn said(words: &Words, key: &str, with: &HashMap<String, Filling>) -> String {
    let filled = with.iter().map(|(name, filling)| {
        let arg = match filling {
            Filling::Text { text } => Arg::Text(text),
            Filling::Count { number } => Arg::Number(*number),
        };
        (name.as_str(), arg)
    });
    words.on_screen(key, &filled.collect::<Vec<_>>())
}

/// The languages to choose from, in the order they are offered.
#[uniffi::export]
pub fn languages() -> Result<Vec<LanguageView>, HearthError> {
    in_language("", || Ok(Language::ALL.iter().copied().map(view).collect()))
}

/// The language Hearth speaks where the phone's has this tag. Those for trying
/// screens (`en-XA`, `ar-XB`) are found by their tags and offered to nobody.
#[uniffi::export]
pub fn language(tag: &str) -> Result<LanguageView, HearthError> {
    in_language(tag, || Ok(view(language_of(tag))))
}

/// What is always drawn: no plan is needed for it.
#[uniffi::export]
pub fn safety_note(language: &str) -> Result<SafetyNote, HearthError> {
    in_language(language, || {
        let words = words_of(language);
        Ok(SafetyNote {
            life_at_risk: words.safety("region-life-at-risk", &[]),
            emergency_number: words.plain("region-emergency-number", &[]),
            urgent_number: words.plain("region-urgent-number", &[]),
            not_reviewed: words.review_note(),
        })
    })
}

/// One of Hearth's sentences by its key, where no plan is open: on the first run,
/// beside the card.
#[uniffi::export]
pub fn sentence(language: &str, key: &str, with: HashMap<String, Filling>) -> Result<String, HearthError> {
    in_language(language, || Ok(said(&words_of(language), key, &with)))
}

#[uniffi::export]
impl Plan {
    /// One of Hearth's sentences by its key; safety text with the English beside
    /// it where its language needs that.
    pub fn sentence(&self, key: &str, with: HashMap<String, Filling>) -> Result<String, HearthError> {
        self.ask(|companion| Ok(said(companion.words(), key, &with)))
    }

    /// Many of Hearth's sentences at once, in the order they are asked for.
    pub fn sentences(&self, say: Vec<Say>) -> Result<Vec<String>, HearthError> {
        self.ask(|companion| Ok(say.iter().map(|one| one.said(companion.words())).collect()))
    }

    /// From now on Hearth speaks another language, and the card is in it. Draw
    /// every screen anew.
    pub fn speak(&self, language: &str) -> Result<LanguageView, HearthError> {
        self.ask(|companion| {
            let language = language_of(language);
            companion.speak(language)?;
            Ok(view(language))
        })
    }

    /// A calendar date in words: "Thursday 26 November 2026", "March 1951".
    pub fn date_in_words(&self, date: &str) -> Result<String, HearthError> {
        self.ask(|companion| companion.date_in_words(date))
    }
}

//! Safety text: what a person may act on when life or health is at stake.
//!
//! In a language whose safety text no clinician has read yet, the English stands beside it, on a
//! line of its own. The keys of such text are listed here and nowhere else; tests hold the code to
//! saying them through these doors.

use std::sync::Arc;

use super::{Arg, Language, Spoken, Words};

/// The keys of safety text. A key that ends in `-` stands for every key that begins so.
pub const SAFETY: &[&str] = &[
    // Rule 6: emergency first.
    "region-life-at-risk",
    "zone-",
    // Rule 9: after any Whooley yes, that nobody was alerted, that nobody reads what is written.
    "region-mood-yes",
    "unwell-saved",
    "visit-not-read",
    // Looking ahead: a wish is no order, a copy is not the original.
    "ahead-my-wish",
    "ahead-copy-check",
    // The document of the plan: no order, and no list to prescribe from.
    "fhir-note",
    "fhir-medicines-note",
    // The card, read by strangers, who may know no Welsh. (It is made as a whole in both
    // languages, and then has every line of Hearth's twice: see `companion::card_beside`.)
    "card-",
];

/// Whether the key is of safety text.
pub fn is_safety(key: &str) -> bool {
    SAFETY.iter().any(|safety| if safety.ends_with('-') { key.starts_with(safety) } else { key == *safety })
}

impl Words {
    /// Safety text for a screen: as [`Words::say`], and where the language is not reviewed, the
    /// English after it on a line of its own.
    pub fn safety(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.beside_english(|words| words.say(key, args))
    }

    /// Safety text for a file, a message or a record: as [`Words::plain`], and where the language
    /// is not reviewed, the English after it on a line of its own.
    pub fn safety_plain(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.beside_english(|words| words.plain(key, args))
    }

    /// Any sentence for a screen, by its key: safety text through its own door.
    pub fn on_screen(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        if is_safety(key) { self.safety(key, args) } else { self.say(key, args) }
    }

    /// Safety text with more words of Hearth's in it, such as a date: said as a whole in this
    /// language and then, where it is not reviewed, as a whole in English.
    pub fn beside_english(&self, say: impl Fn(&Words) -> String) -> String {
        match self.english() {
            None => say(self),
            Some(english) => beside(say(self), &say(&english)),
        }
    }

    /// That the safety text of this language is a translation which no clinician has read, and that
    /// the English counts. `None` where there is nothing to say.
    pub fn review_note(&self) -> Option<String> {
        self.spoken().with_english.then(|| self.safety_plain("card-not-reviewed", &[]))
    }

    /// The words of the English that stands beside these; `None` where they may stand alone.
    pub(crate) fn english(&self) -> Option<Words> {
        let spoken = self.spoken();
        let english = Arc::clone(spoken.chain.last().filter(|_| spoken.with_english)?);
        Some(Words::over(Spoken { language: Language::EnGb, chain: vec![english], with_english: false }))
    }

    /// The same words with nothing beside them: for a document that is made in both languages and
    /// put together after.
    pub(crate) fn alone(&self) -> Words {
        let spoken = self.spoken();
        Words::over(Spoken { language: spoken.language, chain: spoken.chain.clone(), with_english: false })
    }
}

/// A text and its English, which has a line of its own and is left out where it is the same.
pub(crate) fn beside(said: String, english: &str) -> String {
    if said == english { said } else { format!("{said}\n{english}") }
}

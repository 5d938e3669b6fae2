//! Safety text: what a person may act on when life or health is at stake.
//!
//! In a language whose safety text no clinician has read yet, the English stands beside it, on a
//! line of its own. The keys of such text are listed here and nowhere else; tests hold the code to
//! saying them through these doors.

use super::{Arg, Language, Words};

/// The keys of safety text. A key that ends in `-` stands for every key that begins so.
pub const SAFETY: &[&str] = &[
    // Rule 6: emergency first.
    "region-life-at-risk",
    "unwell-saved",
    "zone-",
    // The card, read by strangers, who may know no Welsh.
    "card-",
    // Rule 9: after any Whooley yes.
    "region-mood-yes",
];

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

    /// Whatever is made of safety text, in this language and then, where it is not reviewed, in
    /// English. For a sentence with a date in it, which is in words as well; the English line is
    /// left out where it is the same.
    pub fn beside_english(&self, say: impl Fn(&Words) -> String) -> String {
        let said = say(self);
        if self.language.reviewed() {
            return said;
        }
        let english = say(&self.english());
        if english == said { said } else { format!("{said}\n{english}") }
    }

    /// The same words in British English, which every chain ends with.
    fn english(&self) -> Words {
        Words { language: Language::EnGb, chain: self.chain.last().cloned().into_iter().collect() }
    }
}

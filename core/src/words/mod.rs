//! Hearth's own words: every sentence it says, by key, in the person's language.
//!
//! The sentences are Fluent messages in a folder a language (`en-GB/*.ftl`, `cy/*.ftl`), one file
//! a room, built into the library.
//! The people and numbers in them come in as [`Arg`]s. Nothing here fails: a key that does not
//! exist comes out in brackets, loud enough to see, and a test finds it before anybody does.
//!
//! Two doors for one sentence: [`Words::say`] for what is drawn on a screen, where text from
//! people is kept from turning the line around (see `bidi`), and [`Words::plain`] for what goes
//! into a file, a message or the clinical record, without invisible marks. What life may hang on
//! goes through [`Words::safety`] and [`Words::safety_plain`]: see `safety`.

#[cfg(any(test, feature = "audit"))]
pub mod audit;
mod bidi;
mod dates;
mod language;
mod pseudo;
mod safety;

use std::borrow::Cow;
use std::sync::{Arc, PoisonError, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

pub(crate) use bidi::isolate as isolated;
use language::File;
pub use language::Language;
pub use safety::SAFETY;
pub(crate) use safety::beside;

/// Something put into a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Text of a person, a name, or a date already in words. Also a year or a code, which would
    /// look wrong with a thousands comma.
    Text(&'a str),
    /// A whole number: chooses between "1 day" and "2 days", and is written "1,200".
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

/// The sentences of one language, ready to say. `Send + Sync`: one serves every thread.
pub struct Words {
    spoken: RwLock<Arc<Spoken>>,
}

/// The language spoken now.
struct Spoken {
    language: Language,
    /// The chosen language first, then British English.
    chain: Vec<Arc<Sentences>>,
    /// Whether safety text has English beside it.
    with_english: bool,
}

/// The sentences of one language, without what it falls back to.
type Sentences = FluentBundle<FluentResource>;

impl Words {
    /// The words of a language, with English for what it does not have yet.
    pub fn new(language: Language) -> Words {
        Self::over(Spoken::new(language))
    }

    fn over(spoken: Spoken) -> Words {
        Words { spoken: RwLock::new(Arc::new(spoken)) }
    }

    /// From now on these are the words of another language. What is being said
    /// meanwhile is said to its end in one of the two.
    pub fn switch(&self, language: Language) {
        let spoken = Arc::new(Spoken::new(language));
        *self.spoken.write().unwrap_or_else(PoisonError::into_inner) = spoken;
    }

    fn spoken(&self) -> Arc<Spoken> {
        Arc::clone(&self.spoken.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The language asked for.
    pub fn language(&self) -> Language {
        self.spoken().language
    }

    /// The sentence for a screen.
    ///
    /// Text that could turn the line around is isolated with invisible marks. An unknown key comes
    /// out as `[key]`, an argument that was not given as `{$name}`.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let spoken = self.spoken();
        match spoken.language.right_to_left() {
            true => spoken.format(key, args, bidi::isolate_always),
            false => spoken.format(key, args, bidi::isolate),
        }
    }

    /// The sentence for a file, a message or a record: as [`Words::say`], with no invisible marks
    /// added and none taken out of anybody's text.
    pub fn plain(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.spoken().format(key, args, |text| Cow::Borrowed(text))
    }
}

impl Words {
    /// The words under a key that is made up of other names, where there are any.
    pub(crate) fn find(&self, key: &str) -> Option<String> {
        let known = self.spoken().chain.iter().any(|bundle| bundle.has_message(key));
        known.then(|| self.plain(key, &[]))
    }
}

impl Spoken {
    fn new(language: Language) -> Spoken {
        let mut chain = vec![Arc::new(sentences(language))];
        if language != Language::EnGb {
            chain.push(Arc::new(sentences(Language::EnGb)));
        }
        Spoken { language, chain, with_english: !language.reviewed() }
    }

    fn format(&self, key: &str, args: &[(&str, Arg<'_>)], dress: impl Fn(&str) -> Cow<'_, str>) -> String {
        let found = self.chain.iter().find_map(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            Some((bundle, pattern))
        });
        let Some((bundle, pattern)) = found else {
            return format!("[{key}]");
        };
        let mut given = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match *arg {
                Arg::Text(text) => given.set(*name, FluentValue::String(dress(text))),
                Arg::Number(number) => given.set(*name, number),
            }
        }
        // What went wrong, if anything did, stands in the text as `{$name}`.
        let mut faults = Vec::new();
        bundle.format_pattern(pattern, Some(&given), &mut faults).into_owned()
    }
}

/// One language's sentences, with those of its region.
fn sentences(language: Language) -> Sentences {
    let region = language.region();
    let files = language.files().iter().chain([&region]);
    let mut bundle = bundle(language.written_in().tag(), files);
    bundle.set_transform(language.transform());
    bundle
}

/// Makes one language's bundle. Files are part of the program and tests read each of them without
/// a fault, so a faulty entry is only skipped here: its key then shows in brackets.
fn bundle<'f>(tag: &str, files: impl IntoIterator<Item = &'f File>) -> Sentences {
    let locale: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // See `bidi` for what is done instead.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(with_commas(number.value)),
        _ => None,
    }));
    for (_, text) in files {
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A whole number as it is written in Britain: `999`, `1,200`.
fn with_commas(number: f64) -> String {
    let digits = format!("{:.0}", number.abs());
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0.0 {
        out.push('−');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests;

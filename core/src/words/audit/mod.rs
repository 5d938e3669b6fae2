//! What the project checks of its own sentences: each is there in every language, is said by
//! something, asks for the same, and is easy to read. Run by `cargo xtask words` and by the tests;
//! no part of the shipped library (feature `audit`).

mod messages;
mod reading;
mod scan;

use std::collections::{BTreeMap, BTreeSet};

pub use messages::{Message, arguments, messages};
pub use reading::{Hard, MOST_GRADE, grade, hard, syllables};
pub use scan::{Call, Source, calls, keys_in, patterns_in, sources};

use super::Language;
pub use super::safety::is_safety;

/// Sentences that only a screen says: buttons, headings, invitations. The shells are not in this
/// repository yet, so nothing here can find what they say; with them their sources join the scan
/// and the list goes. One key a line.
const FOR_SCREENS: &str = include_str!("for-screens.txt");

/// Sources that make a whole document in one language and then again in English: the safety text
/// in them has English beside it although each part is said alone.
const MADE_TWICE: &[&str] = &["companion/card.rs", "companion/card_lines.rs"];

/// Something about the sentences that has to be put right.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Fault {
    /// English has it, another language has not.
    #[error("{language} has no `{key}` ({file})")]
    Missing {
        /// Which sentence.
        key: String,
        /// The tag of the language.
        language: &'static str,
        /// The file of the English.
        file: &'static str,
    },
    /// Another language has it, English has not.
    #[error("{language} has `{key}`, which English has not")]
    NotEnglish {
        /// Which sentence.
        key: String,
        /// The tag of the language.
        language: &'static str,
    },
    /// Code says it, and no language has it.
    #[error("{place} says `{key}`, which has no sentence")]
    Unknown {
        /// Which sentence.
        key: String,
        /// The source file.
        place: String,
    },
    /// Nothing says it.
    #[error("nothing says `{key}` ({file}): take it out, or list it for the screens")]
    Unused {
        /// Which sentence.
        key: String,
        /// Its file.
        file: &'static str,
    },
    /// The list of what only screens say names what is not there.
    #[error("`{key}` is listed for the screens and has no sentence")]
    NotThere {
        /// Which sentence.
        key: String,
    },
    /// Two languages ask for different arguments.
    #[error("`{key}` asks for {english:?} in English and {theirs:?} in {language}")]
    Arguments {
        /// Which sentence.
        key: String,
        /// The tag of the language.
        language: &'static str,
        /// What the English asks for.
        english: Vec<String>,
        /// What the other asks for.
        theirs: Vec<String>,
    },
    /// A call does not give what the sentence asks for.
    #[error("{place} says `{key}` without its {missing:?}")]
    NotGiven {
        /// Which sentence.
        key: String,
        /// The source file.
        place: String,
        /// What is asked for and not given.
        missing: Vec<String>,
    },
    /// Safety text is said by a door that does not put English beside it.
    #[error("{place} says the safety text `{key}` by `say` or `plain`: use `safety` or `safety_plain`")]
    WithoutEnglish {
        /// Which sentence.
        key: String,
        /// The source file.
        place: String,
    },
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many sentences English has.
    pub sentences: usize,
    /// What has to be put right, in order.
    pub faults: Vec<Fault>,
    /// English above the reading age, hardest first. Told, not refused.
    pub hard: Vec<Hard>,
    /// Listed for the screens and not yet said by any code.
    pub for_screens: usize,
    /// Listed for the screens and said by the core as well: can come off the list.
    pub off_the_list: Vec<String>,
}

/// Looks at every sentence and at all that the sources say.
pub fn report(sources: &[Source]) -> Report {
    let english = messages(Language::EnGb);
    let known: BTreeMap<&str, &Message> = english.iter().map(|message| (message.key, message)).collect();
    let mut faults = Vec::new();
    for language in Language::ALL {
        compare(&known, *language, &mut faults);
    }
    for source in sources {
        look_at(source, &known, &mut faults);
    }
    let said = said(sources, &english);
    let listed: BTreeSet<&str> = for_screens().collect();
    let unused =
        english.iter().filter(|message| !said.contains(message.key) && !listed.contains(message.key));
    faults.extend(unused.map(|message| Fault::Unused { key: message.key.to_owned(), file: message.file }));
    let not_there = listed.iter().filter(|key| !known.contains_key(*key));
    faults.extend(not_there.map(|key| Fault::NotThere { key: (*key).to_owned() }));
    faults.sort();
    let off_the_list: Vec<String> =
        listed.iter().filter(|key| said.contains(**key)).map(|key| (*key).to_owned()).collect();
    Report {
        sentences: english.len(),
        for_screens: listed.len() - off_the_list.len(),
        faults,
        hard: hard(&english),
        off_the_list,
    }
}

/// The keys listed for the screens.
fn for_screens() -> impl Iterator<Item = &'static str> {
    FOR_SCREENS.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// A language beside English.
fn compare(english: &BTreeMap<&str, &Message>, language: Language, faults: &mut Vec<Fault>) {
    let theirs = messages(language);
    let theirs: BTreeMap<&str, &Message> = theirs.iter().map(|message| (message.key, message)).collect();
    let language = language.tag();
    for (key, message) in english {
        let key = (*key).to_owned();
        let Some(other) = theirs.get(key.as_str()) else {
            faults.push(Fault::Missing { key, language, file: message.file });
            continue;
        };
        let asks = |message: &Message| -> Vec<String> {
            arguments(&message.text).into_iter().map(str::to_owned).collect()
        };
        let (english, theirs) = (asks(message), asks(other));
        if english != theirs {
            faults.push(Fault::Arguments { key, language, english, theirs });
        }
    }
    let more = theirs.keys().filter(|key| !english.contains_key(**key));
    faults.extend(more.map(|key| Fault::NotEnglish { key: (*key).to_owned(), language }));
}

/// What one source says, and how.
fn look_at(source: &Source, known: &BTreeMap<&str, &Message>, faults: &mut Vec<Fault>) {
    let place = &source.place;
    let rooms: BTreeSet<&str> = known.keys().filter_map(|key| key.split('-').next()).collect();
    let calls = calls(&source.text);
    let keys =
        keys_in(&source.text).filter(|key| key.split('-').next().is_some_and(|room| rooms.contains(room)));
    let named: BTreeSet<&str> = keys.chain(calls.iter().map(|call| call.key)).collect();
    for key in named.iter().filter(|key| !known.contains_key(**key)) {
        faults.push(Fault::Unknown { key: (*key).to_owned(), place: place.clone() });
    }
    for call in &calls {
        let Some(message) = known.get(call.key) else { continue };
        let wanted = arguments(&message.text);
        let missing = |given: &Vec<&str>| -> Vec<String> {
            wanted.iter().filter(|name| !given.contains(name)).map(|name| (*name).to_owned()).collect()
        };
        let missing = call.arguments.as_ref().map(missing).unwrap_or_default();
        if !missing.is_empty() {
            faults.push(Fault::NotGiven { key: call.key.to_owned(), place: place.clone(), missing });
        }
        let made_twice = MADE_TWICE.iter().any(|path| place.ends_with(path));
        if is_safety(call.key) && !call.safely && !made_twice {
            faults.push(Fault::WithoutEnglish { key: call.key.to_owned(), place: place.clone() });
        }
    }
}

/// The keys that something says: code, by name or by how it puts a key together, or another
/// sentence.
fn said<'m>(sources: &[Source], english: &'m [Message]) -> BTreeSet<&'m str> {
    let mut named: BTreeSet<&str> = sources.iter().flat_map(|source| keys_in(&source.text)).collect();
    let patterns: Vec<_> = sources.iter().flat_map(|source| patterns_in(&source.text)).collect();
    for message in english {
        let parts = message.text.split("{ ").skip(1).filter_map(|part| part.split(" }").next());
        named.extend(parts);
    }
    let is_said = |key: &str| named.contains(key) || patterns.iter().any(|pattern| pattern.fits(key));
    english.iter().map(|message| message.key).filter(|key| is_said(key)).collect()
}

#[cfg(test)]
mod tests;

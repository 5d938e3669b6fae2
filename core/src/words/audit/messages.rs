//! The messages of a language as its files have them, read line by line and not by Fluent, so that
//! what Fluent skips is still seen.

use crate::words::Language;

/// A message: which file, its key, its whole text.
#[derive(Clone, Debug)]
pub struct Message {
    /// The name of its file: `card.ftl`.
    pub file: &'static str,
    /// Its key.
    pub key: &'static str,
    /// Its text, with every form of a plural.
    pub text: String,
}

/// Every message of a language and of its region. A line that is neither a message, nor part of
/// one, nor a comment is passed over; a test reads the files with Fluent and finds it.
pub fn messages(language: Language) -> Vec<Message> {
    let mut found: Vec<Message> = Vec::new();
    for (file, text) in language.files().iter().chain([&language.region()]) {
        for line in text.lines() {
            if let Some((key, text)) =
                line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic()))
            {
                found.push(Message { file, key, text: text.trim_start().to_owned() });
            } else if let Some(last) = found.last_mut().filter(|_| line.starts_with([' ', '}'])) {
                last.text.push('\n');
                last.text.push_str(line);
            }
        }
    }
    found
}

/// The names of the arguments that a message's text asks for, sorted.
pub fn arguments(text: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        text.split("{ $").skip(1).filter_map(|rest| rest.split([' ', '}']).next()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

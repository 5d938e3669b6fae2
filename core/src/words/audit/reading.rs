//! How hard the English is to read, by the Flesch–Kincaid grade.
//!
//! Grade = 0.39 × words + 11.8 × syllables ÷ words − 15.59 for one sentence (Kincaid, Fishburne,
//! Rogers and Chissom 1975). A grade is a school year of the United States, so the age is five more:
//! grade 6 is a reader of 11, the upper end of the product's 9 to 11. Welsh has no such formula.
//!
//! The formula is made for running text. A label of fewer than five words ("Wednesday", "Early
//! result") would be judged by one word, so there a word may have up to three syllables, which is
//! what the formula asks of the words of a sentence on the whole. Names that a person has to know as
//! they stand on the paper they are given are counted as one short word.

use std::collections::BTreeSet;

use super::messages::{Message, arguments};
use crate::words::{Arg, Language, Words};

/// The hardest that a sentence may be: reading age 11.
pub const MOST_GRADE: f64 = 6.0;

/// From so many words on, a text is a sentence and has a grade.
const A_SENTENCE: usize = 5;

/// The most syllables in a word of a shorter text.
const MOST_SYLLABLES: usize = 3;

/// Names that stand so on forms, on letters and in the product's own safety text.
const NAMES: &[&str] = &[
    "lasting power of attorney",
    "Court of Protection",
    "pulmonary rehabilitation",
    "original",
    "advance decision",
    "ReSPECT",
    "ADRT",
    "LPA",
    "A&E",
    "BSL",
    "BMI",
    "HbA1c",
    "eGFR",
    "FEV1",
    "ACR",
    "albumin",
    "Samaritans",
    "January",
    "February",
    // Word for word in the rules of the product.
    "asked for, not available",
    "find the original",
    "emergency",
];

/// A sentence above the reading age.
#[derive(Clone, Debug, PartialEq)]
pub struct Hard {
    /// Which message.
    pub key: &'static str,
    /// The sentence as it was measured.
    pub sentence: String,
    /// Its grade; none for a short text with a long word in it.
    pub grade: Option<f64>,
}

/// The sentences above the reading age, hardest first.
pub fn hard(english: &[Message]) -> Vec<Hard> {
    let words = Words::new(Language::EnGb);
    let mut found: Vec<Hard> = Vec::new();
    for message in english {
        for said in every_form(&words, message) {
            for hard in hard_in(message.key, &said) {
                if !found.contains(&hard) {
                    found.push(hard);
                }
            }
        }
    }
    let rank = |hard: &Hard| hard.grade.unwrap_or(f64::MAX);
    found.sort_by(|a, b| rank(b).total_cmp(&rank(a)).then(a.key.cmp(b.key)));
    found
}

/// The sentences of one text that are above the reading age.
pub(super) fn hard_in(key: &'static str, text: &str) -> Vec<Hard> {
    sentences(text).iter().filter_map(|sentence| judge(key, sentence)).collect()
}

fn judge(key: &'static str, sentence: &str) -> Option<Hard> {
    let words = words_of(sentence);
    let hard = |grade| Hard { key, sentence: sentence.trim().to_owned(), grade };
    if words.len() < A_SENTENCE {
        let long = words.iter().any(|word| syllables(word) > MOST_SYLLABLES);
        return long.then(|| hard(None));
    }
    let grade = grade(&words);
    (grade > MOST_GRADE).then(|| hard(Some(grade)))
}

/// A message with its arguments filled in by short words, once for each form a number gives it.
fn every_form(words: &Words, message: &Message) -> BTreeSet<String> {
    let names = arguments(&message.text);
    let numbers = (0..=12).map(|n| {
        let given = names.iter().map(|name| match *name {
            chosen if message.text.contains(&format!("${chosen} ->")) => (chosen, Arg::Number(n)),
            date if date.contains("date") => (date, Arg::Text("14 May")),
            other => (other, Arg::Text("Sam")),
        });
        words.plain(message.key, &given.collect::<Vec<_>>())
    });
    numbers.collect()
}

/// The sentences of a text, with names made short. A colon and a semicolon end one as a full stop
/// does: they are read with a pause.
fn sentences(text: &str) -> Vec<String> {
    let mut plain = text.to_owned();
    for name in NAMES {
        let mut upper = name.chars();
        let capital = upper.next().map(|first| first.to_uppercase().chain(upper).collect::<String>());
        for name in [Some((*name).to_owned()), capital].into_iter().flatten() {
            plain = plain.replace(&name, "it");
        }
    }
    let ends = |c: char| ['.', '?', '!', ':', ';', '\n'].contains(&c);
    // A point inside a number ends nothing.
    let mut sentences = vec![String::new()];
    let mut chars = plain.chars().peekable();
    while let Some(c) = chars.next() {
        let stops = ends(c) && chars.peek().is_none_or(|next| next.is_whitespace());
        match sentences.last_mut() {
            Some(last) if !stops => last.push(c),
            _ => sentences.push(String::new()),
        }
    }
    sentences.retain(|sentence| !words_of(sentence).is_empty());
    sentences
}

fn words_of(sentence: &str) -> Vec<&str> {
    let parts = sentence.split(|c: char| !(c.is_alphanumeric() || c == '’' || c == '.' || c == ','));
    let bare = parts.map(|word| word.trim_matches(['’', '.', ',']));
    bare.filter(|word| word.contains(char::is_alphanumeric)).collect()
}

/// The Flesch–Kincaid grade of one sentence; 0 for none.
pub fn grade(words: &[&str]) -> f64 {
    if words.is_empty() {
        return 0.0;
    }
    let count = words.len() as f64;
    let spoken: usize = words.iter().map(|word| syllables(word)).sum();
    0.39 * count + 11.8 * spoken as f64 / count - 15.59
}

/// Words that the rules below count wrongly.
const COUNTED: &[(&str, usize)] = &[
    ("every", 2),
    ("everything", 3),
    ("everybody", 4),
    ("something", 2),
    ("someone", 2),
    ("somewhere", 2),
    ("somebody", 3),
    ("somewhat", 2),
    ("sometimes", 2),
    ("being", 2),
    ("idea", 3),
    ("area", 3),
    ("medicine", 3),
    ("medicines", 3),
    ("lasting", 2),
    ("whole", 1),
    ("diet", 2),
    ("quiet", 2),
    ("science", 2),
    ("carer", 2),
    ("carers", 2),
    ("once", 1),
    ("people", 2),
    ("used", 1),
    ("wednesday", 2),
];

/// How many syllables an English word is said with, by its vowels: within one of a dictionary for
/// everyday words. A number counts as one.
pub fn syllables(word: &str) -> usize {
    let lower = word.to_lowercase();
    let word = lower.strip_suffix("’s").unwrap_or(&lower).replace('’', "");
    if word.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',') {
        return 1;
    }
    if let Some((_, count)) = COUNTED.iter().find(|(known, _)| *known == word) {
        return *count;
    }
    let letters: Vec<char> = word.chars().collect();
    let vowel = |at: usize| letters.get(at).is_some_and(|c| "aeiouyáéíóúâêîôûŵŷ".contains(*c));
    let groups = (0..letters.len()).filter(|at| vowel(*at) && (*at == 0 || !vowel(at - 1))).count();
    // Two vowels said apart: "diary", "idea", "video", "usual"; not in "-tion", "-cial", "language".
    let apart = [("ia", "tcsg"), ("io", "tcsg"), ("iu", ""), ("eo", "p"), ("ua", "gq")].map(|(pair, not)| {
        let before = |at: usize| word.get(..at).and_then(|before| before.chars().last());
        word.match_indices(pair).filter(|(at, _)| !before(*at).is_some_and(|c| not.contains(c))).count()
    });
    let count = groups + apart.iter().sum::<usize>();
    let silent = silent_ending(&word) + usize::from(word.len() > 4 && silent_middle(&word));
    count.saturating_sub(silent).max(1)
}

/// An "e" that is written at the end and not said: "phone", "saved", "phones"; but "table",
/// "needed", "changes".
fn silent_ending(word: &str) -> usize {
    let before = |ending: &str| word.strip_suffix(ending).and_then(|stem| stem.chars().last());
    let consonant = |c: Option<char>| c.is_some_and(|c| !"aeiouy".contains(c));
    let silent = match () {
        () if word.ends_with("le") => !consonant(before("le")),
        () if word.ends_with('e') => consonant(before("e")),
        () if word.ends_with("ed") => {
            consonant(before("ed")) && !before("ed").is_some_and(|c| "td".contains(c))
        }
        () if word.ends_with("es") => {
            consonant(before("es")) && !before("es").is_some_and(|c| "scxzgh".contains(c))
        }
        () => false,
    };
    usize::from(silent)
}

/// The same before an ending: "safely", "careful", "movement".
fn silent_middle(word: &str) -> bool {
    ["ely", "eful", "eless", "ement"].iter().any(|ending| {
        let stem = word.strip_suffix(ending).unwrap_or_default();
        stem.chars().last().is_some_and(|c| !"aeiouy".contains(c)) && stem.contains(|c| "aeiouy".contains(c))
    })
}

//! Recovery words: 128 random bits that a person can write on paper.

use std::fmt;

use bip39::{Language, Mnemonic};
use hearth_sealed::{NoRandomness, Secret};
use zeroize::Zeroizing;

/// How many words there are.
pub const WORD_COUNT: usize = 12;

/// The longest word of the list.
const LONGEST_WORD: usize = 8;

/// Twelve English words of the BIP-39 list: 128 random bits and 4 bits of
/// checksum, so that 15 of 16 slips of the pen are noticed at once. `Debug`
/// prints `[redacted]`.
pub struct RecoveryWords {
    entropy: Secret<16>,
    mnemonic: Mnemonic,
}

/// What is wrong with words that were typed in. It never holds a word: a word
/// is a secret even when it is misspelt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// There are not twelve.
    #[error("there should be 12 words, and there are {found}")]
    Count {
        /// How many there are.
        found: usize,
    },
    /// One is not in the list.
    #[error("word {position} is not one of the recovery words")]
    Unknown {
        /// Which, counted from 1.
        position: usize,
    },
    /// All are in the list, but together they are not what was given out: one is
    /// another word of the list, or two changed places.
    #[error("one of the words is another word, or two have changed places")]
    Checksum,
}

impl RecoveryWords {
    /// New words, from the system's generator.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn new() -> Result<Self, NoRandomness> {
        Ok(Self::from_entropy(Secret::random()?))
    }

    /// Reads words as people write them: in any case, with commas, line breaks,
    /// extra spaces or numbers ("1. word").
    ///
    /// # Errors
    /// [`WordsError`]; the first that applies, in the order of its variants.
    pub fn parse(text: &str) -> Result<Self, WordsError> {
        let found = written_words(text).count();
        if found != WORD_COUNT {
            return Err(WordsError::Count { found });
        }
        let mut phrase = Phrase::new();
        for (index, written) in written_words(text).enumerate() {
            let word = listed_word(written).ok_or(WordsError::Unknown { position: index + 1 })?;
            phrase.push(word);
        }
        let mnemonic =
            Mnemonic::parse_in_normalized(Language::English, &phrase.0).map_err(|_| WordsError::Checksum)?;
        let entropy = Zeroizing::new(mnemonic.to_entropy());
        let entropy = Secret::from_slice(&entropy).ok_or(WordsError::Checksum)?;
        Ok(Self { entropy, mnemonic })
    }

    pub(super) fn from_entropy(entropy: Secret<16>) -> Self {
        let Ok(mnemonic) = Mnemonic::from_entropy_in(Language::English, entropy.expose()) else {
            // Refused only for other lengths than 16 to 32 bytes, which the type rules out.
            unreachable!("BIP-39 takes every 16 bytes");
        };
        Self { entropy, mnemonic }
    }

    pub(super) fn entropy(&self) -> &Secret<16> {
        &self.entropy
    }

    /// The words with one space between: to print, or to draw as a QR code.
    #[must_use]
    pub fn phrase(&self) -> Zeroizing<String> {
        let mut phrase = Phrase::new();
        self.mnemonic.words().for_each(|word| phrase.push(word));
        phrase.0
    }

    /// The words in order: always [`WORD_COUNT`].
    #[must_use]
    pub fn words(&self) -> Vec<&'static str> {
        self.mnemonic.words().collect()
    }
}

impl fmt::Debug for RecoveryWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// A line of words that never moves in memory, so that wiping it wipes it all.
struct Phrase(Zeroizing<String>);

impl Phrase {
    fn new() -> Self {
        Self(Zeroizing::new(String::with_capacity(WORD_COUNT * (LONGEST_WORD + 1))))
    }

    fn push(&mut self, word: &str) {
        if !self.0.is_empty() {
            self.0.push(' ');
        }
        self.0.push_str(word);
    }
}

/// The words of a text, without its numbers and marks. A digit inside a word
/// stays, so that "l0ve" is told as an unknown word and not as two.
fn written_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .map(|word| word.trim_matches(char::is_numeric))
        .filter(|word| !word.is_empty())
}

/// The word of the list that was written, whatever its case.
fn listed_word(written: &str) -> Option<&'static str> {
    let mut lower = Zeroizing::new([0; LONGEST_WORD]);
    let lower = lower.get_mut(..written.len())?;
    lower.copy_from_slice(written.as_bytes());
    lower.make_ascii_lowercase();
    let index = Language::English.find_word(std::str::from_utf8(lower).ok()?)?;
    Language::English.word_list().get(usize::from(index)).copied()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// BIP-39's own vector for 16 bytes of 0x7f.
    const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";

    #[test]
    fn words_are_those_of_bip_39() {
        let words = RecoveryWords::parse(PHRASE).unwrap();
        assert_eq!(words.entropy().expose(), &[0x7f; 16]);
        let again = RecoveryWords::from_entropy(Secret::from_bytes([0x7f; 16]));
        assert_eq!(again.phrase().as_str(), PHRASE);
        assert_eq!(again.words().join(" "), PHRASE);
    }

    #[test]
    fn new_words_are_twelve_differ_each_time_and_read_back() {
        let (one, two) = (RecoveryWords::new().unwrap(), RecoveryWords::new().unwrap());
        assert_eq!(one.words().len(), WORD_COUNT);
        assert_ne!(one.phrase(), two.phrase());
        let read = RecoveryWords::parse(&one.phrase()).unwrap();
        assert_eq!(read.entropy().expose(), one.entropy().expose());
    }

    #[test]
    fn words_are_read_as_people_write_them() {
        let plain: Vec<&str> = PHRASE.split(' ').collect();
        let numbered = |mark: &str, end: &str| -> String {
            (1..).zip(&plain).map(|(n, word)| format!("{n}{mark}{word}{end}")).collect()
        };
        let written = [
            PHRASE.to_uppercase(),
            format!("  {}\r\n", plain.join("   \t ")),
            plain.join(", "),
            plain.join(","),
            plain.join("\n"),
            plain.join(" - "),
            numbered(". ", "\n"),
            numbered(".", " "),
            numbered(") ", "; "),
            numbered(" ", "\n"),
            numbered("", ", "),
            format!("\u{2068}{}\u{2069}.", plain.join("\u{a0}")),
            "Legal Winner Thank Year Wave Sausage Worth Useful Legal Winner Thank Yellow".into(),
        ];
        for text in written {
            let words = RecoveryWords::parse(&text).unwrap_or_else(|e| panic!("{text:?}: {e}"));
            assert_eq!(words.phrase().as_str(), PHRASE);
        }
    }

    #[test]
    fn too_few_and_too_many_words_are_counted() {
        let count = |text: &str| match RecoveryWords::parse(text).unwrap_err() {
            WordsError::Count { found } => found,
            other => panic!("{text:?}: {other:?}"),
        };
        assert_eq!(count(""), 0);
        assert_eq!(count("1. 2. 3."), 0);
        assert_eq!(count("legal winner"), 2);
        assert_eq!(count(&format!("{PHRASE} legal")), 13);
        assert_eq!(count(&format!("{PHRASE} {PHRASE}")), 24);
    }

    #[test]
    fn the_position_of_an_unknown_word_is_told_and_never_the_word() {
        for position in 1..=WORD_COUNT {
            for wrong in ["sausag", "saus4ge", "sausagesandmash", "caf\u{e9}", "\u{43b}\u{435}\u{441}"] {
                let mut words: Vec<&str> = PHRASE.split(' ').collect();
                words[position - 1] = wrong;
                let error = RecoveryWords::parse(&words.join(" ")).unwrap_err();
                assert_eq!(error, WordsError::Unknown { position }, "{wrong}");
                assert!(!format!("{error} {error:?}").contains(wrong));
            }
        }
    }

    #[test]
    fn the_first_unknown_word_is_the_one_told() {
        let text = PHRASE.replace("legal", "legall");
        let error = RecoveryWords::parse(&text).unwrap_err();
        assert_eq!(error, WordsError::Unknown { position: 1 });
    }

    #[test]
    fn another_word_of_the_list_or_another_order_fails_the_checksum() {
        for text in [
            PHRASE.replace("sausage", "save"),
            PHRASE.replace("legal winner thank yellow", "winner legal thank yellow"),
        ] {
            assert_eq!(RecoveryWords::parse(&text).unwrap_err(), WordsError::Checksum, "{text}");
        }
    }

    #[test]
    fn words_print_nothing_of_themselves() {
        let words = RecoveryWords::parse(PHRASE).unwrap();
        assert_eq!(format!("{words:?} {words:#?}"), "[redacted] [redacted]");
    }

    proptest! {
        #[test]
        fn every_sixteen_bytes_make_words_that_read_back(entropy in any::<[u8; 16]>()) {
            let words = RecoveryWords::from_entropy(Secret::from_bytes(entropy));
            let read = RecoveryWords::parse(&words.phrase()).unwrap();
            prop_assert_eq!(read.entropy().expose(), &entropy);
        }

        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in any::<String>()) {
            let _ = RecoveryWords::parse(&text);
        }

        #[test]
        fn any_twelve_words_are_read_or_refused_without_a_panic(
            words in prop::collection::vec("[a-zA-Z0-9\u{e0}-\u{ff}\u{4e00}]{1,9}", 12),
        ) {
            let _ = RecoveryWords::parse(&words.join(" "));
        }
    }
}

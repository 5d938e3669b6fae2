//! Languages nobody speaks, made from English while it is read: they show what a screen does with
//! longer words, other letters and the other direction before any translator has written a line.
//!
//! Only Hearth's own words are changed. What is put into a sentence (a name, a date, a number) and
//! every digit in the sentence itself come out as they are: 999 stays 999.

use std::borrow::Cow;

const RIGHT_TO_LEFT_MARK: char = '\u{200F}';
const RIGHT_TO_LEFT_OVERRIDE: char = '\u{202E}';
const POP_DIRECTIONAL_FORMATTING: char = '\u{202C}';

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED: &str = "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ";

/// Accents on every letter, and two letters of every five twice: at least 40 % longer, which is what
/// a translation of a short English sentence may need.
pub(super) fn long_and_accented(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() * 3);
    // Begins full, so that a part of a sentence is rounded up, never down.
    let mut owed = 4_u8;
    for c in text.chars() {
        let found = PLAIN.chars().position(|plain| plain == c);
        let Some(accented) = found.and_then(|place| ACCENTED.chars().nth(place)) else {
            out.push(c);
            continue;
        };
        out.push(accented);
        owed += 2;
        if owed >= 5 {
            owed -= 5;
            out.push(accented);
        }
    }
    Cow::Owned(out)
}

/// Every word forced to run from right to left, as the letters of Arabic or Hebrew do by themselves.
/// A word with a digit in it is left alone: numbers run from left to right in those too.
pub(super) fn right_to_left(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() * 3);
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        if word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_numeric) {
            let opened = [RIGHT_TO_LEFT_MARK, RIGHT_TO_LEFT_OVERRIDE];
            out.extend(opened);
            out.push_str(word);
            out.extend([POP_DIRECTIONAL_FORMATTING, RIGHT_TO_LEFT_MARK]);
        } else {
            out.push_str(word);
        }
        out.push_str(part.get(word.len()..).unwrap_or_default());
    }
    Cow::Owned(out)
}

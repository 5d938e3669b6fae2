//! Keeps a person's text, in any script, from disturbing the sentence it stands in.
//!
//! A name in Urdu or Arabic inside an English line may swallow the date behind it, and a stray
//! direction mark in a pasted text may turn the rest of the line around. Unicode's answer is to
//! isolate the text: FIRST STRONG ISOLATE before it, POP DIRECTIONAL ISOLATE after it (UAX #9,
//! 2.4 and 2.5). Fluent can do so itself, but it marks every number and date as well, and it
//! trusts the text to hold no mark that ends the isolation early. Here only text that could
//! disturb is marked, and marks inside it are paired first. Most English lines stay bare, which
//! keeps them easy to copy, search and compare.

use std::borrow::Cow;

const LEFT_TO_RIGHT_ISOLATE: char = '\u{2066}';
const RIGHT_TO_LEFT_ISOLATE: char = '\u{2067}';
const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// The text as it may stand inside a left-to-right sentence.
///
/// What is stored is never touched: this is for drawing only. Each line of a longer text is
/// isolated by itself, since a line's end closes every isolate. An end mark without a beginning is
/// left out, and a beginning without an end is closed.
pub(crate) fn isolate(text: &str) -> Cow<'_, str> {
    if text.chars().any(can_disturb) { isolate_always(text) } else { Cow::Borrowed(text) }
}

/// The text as it may stand inside a right-to-left sentence, where Latin letters disturb as well.
pub(super) fn isolate_always(text: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(text.len() + 6);
    let mut open = 0_usize;
    out.push(FIRST_STRONG_ISOLATE);
    for c in text.chars() {
        match c {
            LEFT_TO_RIGHT_ISOLATE | RIGHT_TO_LEFT_ISOLATE | FIRST_STRONG_ISOLATE => {
                open += 1;
                out.push(c);
            }
            POP_DIRECTIONAL_ISOLATE if open == 0 => {}
            POP_DIRECTIONAL_ISOLATE => {
                open -= 1;
                out.push(c);
            }
            _ if ends_a_line(c) => {
                close(&mut out, open);
                open = 0;
                out.push(c);
                out.push(FIRST_STRONG_ISOLATE);
            }
            _ => out.push(c),
        }
    }
    close(&mut out, open);
    Cow::Owned(out)
}

fn close(out: &mut String, open: usize) {
    out.extend(std::iter::repeat_n(POP_DIRECTIONAL_ISOLATE, open + 1));
}

/// The paragraph separators of UAX #9 (class B).
fn ends_a_line(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{1C}'..='\u{1E}' | '\u{85}' | '\u{2029}')
}

/// Whether the character is written from right to left (the blocks that Unicode keeps for such
/// scripts) or steers direction. A whole block counts: a mark too many is invisible, one too few
/// may move a date.
fn can_disturb(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFE}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
            | '\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_text_and_other_left_to_right_scripts_stay_bare() {
        for text in ["Jo Example, 14 October", "Łódź", "ਗੁਰਮੁਖੀ", "日本", "Sŵn y môr", ""]
        {
            assert!(matches!(isolate(text), Cow::Borrowed(same) if same == text));
        }
    }

    #[test]
    fn a_name_written_from_right_to_left_is_isolated() {
        assert_eq!(isolate("سارہ"), "\u{2068}سارہ\u{2069}");
        assert_eq!(isolate("Dr שרה"), "\u{2068}Dr שרה\u{2069}");
    }

    #[test]
    fn a_stray_end_mark_cannot_break_out() {
        assert_eq!(isolate("a\u{2069}\u{202E}b"), "\u{2068}a\u{202E}b\u{2069}");
    }

    #[test]
    fn a_beginning_without_an_end_is_closed() {
        assert_eq!(
            isolate("\u{2067}one \u{2066}two\u{2069}"),
            "\u{2068}\u{2067}one \u{2066}two\u{2069}\u{2069}\u{2069}"
        );
    }

    #[test]
    fn each_line_is_isolated_by_itself() {
        assert_eq!(isolate("\u{2067}ا\nب"), "\u{2068}\u{2067}ا\u{2069}\u{2069}\n\u{2068}ب\u{2069}");
    }

    proptest::proptest! {
        #[test]
        fn marks_are_always_paired_in_every_line(text in "[a\u{5D0}\u{2066}-\u{2069}\u{202E}\n]{0,40}") {
            for line in isolate(&text).split('\n') {
                let mut open = 0_i32;
                for c in line.chars() {
                    match c {
                        LEFT_TO_RIGHT_ISOLATE | RIGHT_TO_LEFT_ISOLATE | FIRST_STRONG_ISOLATE => open += 1,
                        POP_DIRECTIONAL_ISOLATE => open -= 1,
                        _ => {}
                    }
                    proptest::prop_assert!(open >= 0);
                }
                proptest::prop_assert_eq!(open, 0);
            }
        }

        #[test]
        fn nothing_but_direction_marks_is_added_or_left_out(text in proptest::prelude::any::<String>()) {
            let bare = |s: &str| s.chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).collect::<String>();
            proptest::prop_assert_eq!(bare(&isolate(&text)), bare(&text));
        }
    }
}

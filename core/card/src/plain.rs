//! A person's words on one line of plain text, so that no line can pass for another.
//!
//! - An end of line, or several, of any kind becomes " · ": "5\n10 mg" must not read
//!   "5 10 mg", and a line that looks like the safety line stays inside its own.
//! - A tab becomes a space.
//! - Any other control character becomes U+FFFD: nothing acts, and it shows that
//!   something stood there.
//! - Marks that open or close a run of forced direction (U+202A-202E, U+2066-2069)
//!   are taken out: they could show digits in another order. That takes out the
//!   isolates of our own messages as well; in plain text each line is a paragraph of
//!   its own, so no direction reaches the next.
//! - Everything else stays as typed, joiners and direction *marks* (U+200E, U+200F,
//!   U+061C) among it: Urdu needs them, and they cannot reorder what is strong.

/// `text` on one line; empty when it has nothing to read.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut ended = false;
    for c in text.trim().chars() {
        if ends_line(c) {
            ended = true;
            continue;
        }
        let c = match c {
            '\t' => ' ',
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => continue,
            c if c.is_control() => char::REPLACEMENT_CHARACTER,
            c => c,
        };
        if c == ' ' && (ended || out.is_empty()) {
            continue;
        }
        if ended && !out.is_empty() {
            out.truncate(out.trim_end().len());
            out.push_str(" · ");
        }
        ended = false;
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether anything in `text` is written from right to left.
pub(crate) fn right_to_left(text: &str) -> bool {
    // The blocks of right-to-left scripts (Unicode, DerivedBidiClass defaults).
    let rtl = |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    text.chars().any(rtl)
}

fn ends_line(c: char) -> bool {
    // As in Unicode's line breaking: LF, VT, FF, CR, NEL, LS, PS; and the separators
    // of the ASCII table that bidi takes for an end of paragraph.
    matches!(c, '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::{plain, right_to_left};
    use proptest::prelude::*;

    #[test]
    fn every_kind_of_line_end_stays_inside_the_line() {
        for end in
            ["\n", "\r\n", "\r", "\u{b}", "\u{c}", "\u{1c}", "\u{85}", "\u{2028}", "\u{2029}", "\n \n\n"]
        {
            let typed = format!("5{end}10 mg{end}");
            assert_eq!(plain(&typed), "5 · 10 mg", "{end:?}");
        }
    }

    #[test]
    fn a_line_end_among_spaces_is_one_stop() {
        assert_eq!(plain(" \n one \t\n\t two\n"), "one · two");
    }

    #[test]
    fn forced_direction_is_taken_out_and_the_words_stay() {
        assert_eq!(plain("call \u{202e}999\u{202c} \u{2068}Sam\u{2069}"), "call 999 Sam");
    }

    #[test]
    fn other_controls_show_and_do_nothing() {
        assert_eq!(plain("a\u{0}b\u{1b}[2Jc\u{7f}\u{9b}"), "a\u{fffd}b\u{fffd}[2Jc\u{fffd}\u{fffd}");
    }

    #[test]
    fn urdu_and_welsh_and_joiners_stay_as_typed() {
        for typed in
            ["پنسلین سے سوجن", "Mae gen i ŵyr, tŷ bach", "می\u{200c}خواهم", "👩\u{200d}👧 1\u{200e}2"]
        {
            assert_eq!(plain(typed), typed);
        }
        assert!(right_to_left("call پنسلین") && !right_to_left("Mae gen i ŵyr · 👩\u{200d}👧"));
    }

    #[test]
    fn what_has_nothing_to_read_is_empty() {
        assert_eq!(plain(" \n\u{2068}\u{2069}\t"), "");
    }

    proptest! {
        #[test]
        fn nothing_that_acts_is_left(typed in any::<String>()) {
            let line = plain(&typed);
            prop_assert!(!line.chars().any(char::is_control));
            let acts = ['\u{2028}', '\u{2029}', '\u{202e}', '\u{2068}'];
            prop_assert!(!line.contains(acts));
            prop_assert_eq!(plain(&line), line);
        }
    }
}

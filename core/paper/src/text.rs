//! Text made safe to draw: whatever somebody pasted, on paper it acts on nothing but its own line.

use crate::Tongue;

/// The most characters of one text on paper: two close pages of A4.
pub(crate) const MOST_CHARACTERS: usize = 6_000;
/// The most lines that its own line ends make of it.
const MOST_LINES: usize = 120;
/// The most marks that may stand on one letter: no script needs more.
const MOST_MARKS: usize = 4;

/// A text as it is drawn, and whether there was more of it.
pub(crate) struct Cleaned {
    pub text: String,
    pub cut: bool,
}

/// Line ends are `\n`; forced direction is taken out and what isolates is paired within its line, so that no text
/// turns another around; other controls and what is no character show as U+FFFD; empty lines are one.
pub(crate) fn clean(text: &str) -> Cleaned {
    let mut out = String::new();
    let (mut lines, mut count, mut open, mut marks) = (1, 0, 0_usize, 0);
    let mut cut = false;
    let mut last = ' ';
    for c in text.trim().chars() {
        let ends = matches!(
            c,
            '\n' | '\u{b}' | '\u{c}' | '\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        );
        if ends {
            close(&mut out, &mut open);
            out.truncate(out.trim_end_matches(' ').len());
            if out.ends_with("\n\n") || (c == '\n' && last == '\r') {
                last = c;
                continue;
            }
            lines += 1;
            if lines > MOST_LINES {
                cut = true;
                break;
            }
            out.push('\n');
            last = c;
            continue;
        }
        last = c;
        let c = match c {
            '\t' => ' ',
            '\u{202a}'..='\u{202e}' => continue,
            '\u{2066}'..='\u{2068}' => {
                open += 1;
                c
            }
            '\u{2069}' if open == 0 => continue,
            '\u{2069}' => {
                open -= 1;
                c
            }
            c if c.is_control() || is_no_character(c) => char::REPLACEMENT_CHARACTER,
            c => c,
        };
        marks = if is_mark(c) { marks + 1 } else { 0 };
        if marks > MOST_MARKS {
            continue;
        }
        count += 1;
        if count > MOST_CHARACTERS {
            cut = true;
            break;
        }
        out.push(c);
    }
    close(&mut out, &mut open);
    if cut {
        // Whole words only.
        let end = out.rfind(char::is_whitespace).filter(|end| out.len() - end < 200);
        out.truncate(end.unwrap_or(out.len()));
    }
    out.truncate(out.trim_end().len());
    Cleaned { text: out, cut }
}

fn close(out: &mut String, open: &mut usize) {
    out.extend(std::iter::repeat_n('\u{2069}', *open));
    *open = 0;
}

fn is_no_character(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{fdd0}'..='\u{fdef}') || (c as u32) & 0xfffe == 0xfffe
}

/// Marks that stack on a letter (the blocks of combining marks of every script at once).
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// What steers direction, joins or varies and draws nothing by itself.
pub(crate) fn draws_nothing(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}' | '\n')
}

/// Whether there is anything of a text to draw: more than blanks, line ends and what draws nothing.
pub(crate) fn says(text: &str) -> bool {
    // Letters of no width that a script needs beside others: alone they are no word.
    let fills = |c| matches!(c, '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{3164}' | '\u{ffa0}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e01f0}'..='\u{e0fff}');
    clean(text).text.chars().any(|c| !c.is_whitespace() && !draws_nothing(c) && !fills(c))
}

/// Whether a letter is written from right to left (the blocks of such scripts).
pub(crate) fn right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// The language of a piece of text where its script tells it: never a guess between languages of one script.
/// `own`: the paper's language.
pub(crate) fn language_of(text: &str, tongue: Tongue, own: &'static str) -> &'static str {
    let own = match tongue {
        Tongue::Of(tag) => tag,
        Tongue::Own | Tongue::Beside | Tongue::Theirs => own,
    };
    let arabic = |c| matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}');
    // Letters that Urdu has and Arabic and Persian have not.
    let urdu = ['ٹ', 'ڈ', 'ڑ', 'ں', 'ھ', 'ہ', 'ے', 'ۓ'];
    for c in text.chars() {
        match c {
            c if arabic(c) && text.contains(urdu) => return "ur",
            c if arabic(c) => return "und-Arab",
            '\u{a00}'..='\u{a7f}' => return "pa",
            '\u{980}'..='\u{9ff}' => return "und-Beng",
            '\u{900}'..='\u{97f}' => return "und-Deva",
            '\u{a80}'..='\u{aff}' => return "gu",
            '\u{b80}'..='\u{bff}' => return "ta",
            '\u{590}'..='\u{5ff}' => return "und-Hebr",
            '\u{400}'..='\u{4ff}' => return "und-Cyrl",
            '\u{370}'..='\u{3ff}' => return "el",
            '\u{3040}'..='\u{30ff}' => return "ja",
            '\u{ac00}'..='\u{d7af}' => return "ko",
            '\u{4e00}'..='\u{9fff}' => return "und-Hani",
            c if c.is_alphabetic() => return own,
            _ => {}
        }
    }
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forced_direction_is_taken_out_and_isolates_end_where_their_line_ends() {
        assert_eq!(clean("call \u{202e}999\u{202c}").text, "call 999");
        assert_eq!(clean("a\u{2069} \u{2068}b\nc").text, "a \u{2068}b\u{2069}\nc");
    }

    #[test]
    fn controls_show_and_do_nothing() {
        assert_eq!(clean("a\u{0}b\u{1b}[2Jc\u{feff}").text, "a\u{fffd}b\u{fffd}[2Jc\u{fffd}");
        assert_eq!(clean("a\r\nb\u{2028}c\n\n\n\nd\t e").text, "a\nb\nc\n\nd  e");
    }

    #[test]
    fn a_text_of_ten_thousand_words_is_cut_at_a_word_and_says_so() {
        let cleaned = clean(&"morning ".repeat(10_000));
        assert!(cleaned.cut && cleaned.text.chars().count() <= MOST_CHARACTERS);
        assert!(cleaned.text.ends_with("morning"));
        let lines = clean(&"x\n".repeat(5_000));
        assert!(lines.cut && lines.text.lines().count() <= MOST_LINES);
        assert!(!clean(&"word ".repeat(1_000)).cut);
    }

    #[test]
    fn blanks_and_signs_that_draw_nothing_say_nothing_and_any_letter_or_mark_for_one_does() {
        for text in
            ["", " \t\u{a0}\n\u{1c}", "\u{200b}\u{2060}\u{ad}", "\u{202e}\u{2066}\u{2069}", "\u{3164}"]
        {
            assert!(!says(text), "{text:?}");
        }
        for text in ["a", "\u{2060}.", "\u{202e}9", "\u{0}", "\u{feff}", "\u{200d}👩", "\u{115f}\u{1161}"] {
            assert!(says(text), "{text:?}");
        }
    }

    #[test]
    fn a_letter_carries_no_tower_of_marks() {
        let tower = format!("e{}", "\u{301}".repeat(500));
        assert_eq!(clean(&tower).text.chars().count(), 1 + MOST_MARKS);
        assert_eq!(clean("Łódź, tŷ, ŵyr, e\u{301}").text, "Łódź, tŷ, ŵyr, e\u{301}");
    }

    #[test]
    fn a_script_tells_a_language_or_only_itself() {
        let of = |text| language_of(text, Tongue::Theirs, "en-GB");
        assert_eq!(of("میں چلنا چاہتا ہوں"), "ur");
        assert_eq!(of("سلام"), "und-Arab");
        assert_eq!(of("ਮੈਂ ਤੁਰਨਾ"), "pa");
        assert_eq!(of("Chcę chodzić"), "en-GB");
        assert_eq!(language_of("Eryri", Tongue::Of("cy"), "en-GB"), "cy");
        assert_eq!(of("1. 999"), "en-GB");
    }
}

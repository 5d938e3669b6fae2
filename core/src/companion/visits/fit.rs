//! Making people's words fit: whole sentences or nothing, never cut in a word,
//! and what is left out is counted. Lengths are in UTF-16 units, as phones and
//! clinical systems count characters; it is never fewer than Unicode's.

/// Words as far as they fit.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fitted {
    /// The first sentences, whole; "" where not even the first fits.
    pub text: String,
    /// How many sentences were left out.
    pub left: usize,
}

/// The length of a text as it is counted here.
pub(super) fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A text on one line and without marks that turn a line around: a person's
/// line can then not pass for another, or upset those after it.
pub(super) fn one_line(text: &str) -> String {
    let shown: String = text.chars().filter(|c| !turns_a_line(*c)).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Marks that embed, override or isolate a direction (UAX #9).
fn turns_a_line(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// As many whole sentences as fit in `most`.
pub(super) fn fit(text: &str, most: usize) -> Fitted {
    let sentences = sentences(text);
    let mut fitted = Fitted { text: String::new(), left: sentences.len() };
    for sentence in &sentences {
        let joint = match fitted.text.chars().last() {
            None => "",
            Some(end) if ends_a_sentence(end) => " ",
            // A line that ended without a stop.
            Some(_) => "; ",
        };
        if length(&fitted.text) + length(joint) + length(sentence) > most {
            break;
        }
        fitted.text.push_str(joint);
        fitted.text.push_str(sentence);
        fitted.left -= 1;
    }
    fitted
}

/// The sentences and lines of a text, each on one line.
fn sentences(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let line = one_line(line);
        let mut from = 0;
        let mut chars = line.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let after = at + c.len_utf8();
            let ends = ends_a_sentence(c) && chars.peek().is_none_or(|(_, next)| next.is_whitespace());
            let so_far = line.get(from..after).unwrap_or_default();
            if ends && !is_short_for_something(so_far) {
                found.push(so_far.trim().to_owned());
                from = after;
            }
        }
        let rest = line.get(from..).unwrap_or_default().trim();
        if !rest.is_empty() {
            found.push(rest.to_owned());
        }
    }
    found
}

fn ends_a_sentence(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '؟' | '۔' | '।')
}

/// "Dr." and its like end no sentence.
fn is_short_for_something(text: &str) -> bool {
    let word = text.rsplit(char::is_whitespace).next().unwrap_or_default();
    let short = ["dr.", "mr.", "mrs.", "ms.", "st.", "e.g.", "i.e.", "no.", "prof.", "approx."];
    short.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(text: &str, left: usize) -> Fitted {
        Fitted { text: text.to_owned(), left }
    }

    #[test]
    fn whole_sentences_are_kept_and_the_rest_counted() {
        let text = "I like my garden. I don’t like noise! Who does?";
        assert_eq!(fit(text, 100), fitted(text, 0));
        assert_eq!(fit(text, 46), fitted("I like my garden. I don’t like noise!", 1));
        assert_eq!(fit(text, 17), fitted("I like my garden.", 2));
        assert_eq!(fit(text, 16), fitted("", 3));
    }

    #[test]
    fn a_number_and_a_title_do_not_end_a_sentence() {
        assert_eq!(
            fit("Walk 2.5 miles with Dr. Example. Rest.", 33),
            fitted("Walk 2.5 miles with Dr. Example.", 1)
        );
    }

    #[test]
    fn lines_become_one_and_stay_apart() {
        assert_eq!(fit("my garden\nmy sister\n\n", 50), fitted("my garden; my sister", 0));
        assert_eq!(fit("One.\n\tTwo", 50), fitted("One. Two", 0));
    }

    #[test]
    fn a_letter_outside_the_first_plane_counts_as_two() {
        assert_eq!(length("👵"), 2);
        assert_eq!(fit("👵👵", 3), fitted("", 1));
    }

    #[test]
    fn a_mark_that_turns_the_line_is_left_out_and_a_joiner_stays() {
        assert_eq!(one_line("a\u{202e}b\u{2067}c \u{200d}d"), "abc \u{200d}d");
    }

    proptest::proptest! {
        #[test]
        fn what_is_kept_always_fits_and_is_the_beginning(text in ".{0,300}", most in 0_usize..200) {
            let fitted = fit(&text, most);
            proptest::prop_assert!(length(&fitted.text) <= most);
            let whole = fit(&text, usize::MAX);
            proptest::prop_assert_eq!(whole.left, 0);
            proptest::prop_assert!(whole.text.starts_with(&fitted.text));
            let rest = &whole.text[fitted.text.len()..];
            proptest::prop_assert!(rest.is_empty() || fitted.text.is_empty() || rest.starts_with([' ', ';']));
            proptest::prop_assert_eq!(fitted.left == 0, rest.is_empty());
        }
    }
}

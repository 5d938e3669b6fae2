//! The languages nobody speaks: English that is longer, other letters, the other way round, with
//! numbers and people's words as they are.

use super::{Arg, Language, Words, arguments, messages, words};

fn accented() -> Words {
    Words::new(Language::Accented)
}

fn mirrored() -> Words {
    Words::new(Language::Mirrored)
}

/// Each message with numbers and names in it: in English, and in one of these.
fn both(words_of: &Words) -> Vec<(&'static str, String, String)> {
    let said = |words: &Words, key: &str, text: &str| {
        let given = |name| match name {
            "n" | "found" | "position" => (name, Arg::Number(1234)),
            _ => (name, Arg::Text("Łódź 072")),
        };
        words.plain(key, &arguments(text).into_iter().map(given).collect::<Vec<_>>())
    };
    let all = messages().into_iter();
    all.map(|m| (m.key, said(&words(), m.key, &m.text), said(words_of, m.key, &m.text))).collect()
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

#[test]
fn they_are_never_offered_to_a_person_and_have_tags_of_their_own() {
    for language in Language::PSEUDO {
        assert!(!Language::ALL.contains(language));
        assert_eq!(Language::of_tag(language.tag()), Some(*language));
        let tag: unic_langid::LanguageIdentifier = language.tag().parse().unwrap();
        assert_eq!(tag.to_string(), language.tag());
        assert!(language.reviewed() && Words::new(*language).review_note().is_none());
    }
    assert!(Language::Mirrored.right_to_left() && !Language::Accented.right_to_left());
}

#[test]
fn a_platforms_tag_finds_its_language() {
    for (tag, language) in [
        ("en-GB", Some(Language::EnGb)),
        ("en", Some(Language::EnGb)),
        ("en_US", Some(Language::EnGb)),
        ("cy", Some(Language::Cy)),
        ("CY-gb", Some(Language::Cy)),
        ("en-xa", Some(Language::Accented)),
        ("ar-XB", Some(Language::Mirrored)),
        ("ar", None),
        ("cym", None),
        ("", None),
    ] {
        assert_eq!(Language::of_tag(tag), language, "{tag}");
    }
}

#[test]
fn an_accented_sentence_reads_like_english_with_marks() {
    assert_eq!(accented().say("unwell-saved", &[]), "ŞŞȧṽṽḗḓ ħħḗřřḗ. Ƞǿǿƀǿǿḓẏ ħħȧşş ƀḗḗḗƞ ȧȧŀḗřřŧḗḗḓ.");
}

#[test]
fn every_accented_sentence_is_at_least_two_fifths_longer_and_none_is_twice_as_long() {
    for (key, english, longer) in both(&accented()) {
        // The name that is put in is not Hearth's to lengthen.
        let own = |text: &str| letters(&text.replace("Łódź 072", ""));
        assert!(own(&longer) * 5 >= own(&english) * 7, "{key}: {longer}");
        assert!(own(&longer) <= own(&english) * 2, "{key}: {longer}");
        let plain = longer.replace("Łódź", "").chars().find(char::is_ascii_alphabetic);
        assert_eq!(plain, None, "{key}: {longer}");
    }
}

#[test]
fn numbers_and_what_is_put_in_stay_as_they_are_in_both() {
    let digits = |text: &str| text.chars().filter(|c| c.is_numeric() || *c == ',').collect::<String>();
    for words_of in [accented(), mirrored()] {
        for (key, english, changed) in both(&words_of) {
            assert_eq!(digits(&english), digits(&changed), "{key}: {changed}");
            assert_eq!(english.matches("Łódź 072").count(), changed.matches("Łódź 072").count(), "{changed}");
            assert!(!changed.contains(['{', '[']), "{key}: {changed}");
        }
    }
}

#[test]
fn a_mirrored_sentence_is_english_again_without_its_marks_and_no_digit_is_mirrored() {
    for (key, english, mirrored) in both(&mirrored()) {
        assert_eq!(mirrored.replace(['\u{200F}', '\u{202E}', '\u{202C}'], ""), english, "{key}");
        let mut forced = false;
        for c in mirrored.chars() {
            match c {
                '\u{202E}' => forced = true,
                '\u{202C}' => forced = false,
                _ => assert!(!(forced && c.is_numeric()), "{key}: {mirrored}"),
            }
        }
        assert!(!forced, "{key}");
    }
    assert_eq!(mirrored().say("unwell-steps", &[]), "\u{200F}\u{202E}Steps\u{202C}\u{200F}");
}

#[test]
fn a_latin_name_in_a_mirrored_sentence_is_isolated_on_a_screen() {
    let said = mirrored().say("unwell-call-name", &[("name", Arg::Text("Sam"))]);
    assert!(said.ends_with(" \u{2068}Sam\u{2069}"), "{said:?}");
}

//! The sentences themselves: whole, plain, kind, and word for word where safety asks for it.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;

use super::{Arg, Language, Message, arguments, messages, messages_of, words};

/// A message said with every argument it asks for.
fn said(message: &Message) -> String {
    let args: Vec<(&str, Arg<'_>)> = arguments(&message.text)
        .into_iter()
        .map(|name| match name {
            "n" | "found" | "position" => (name, Arg::Number(3)),
            _ => (name, Arg::Text("Sam")),
        })
        .collect();
    words().say(message.key, &args)
}

fn is_error(message: &Message) -> bool {
    message.key.starts_with("error-")
}

#[test]
fn every_file_is_read_without_a_fault() {
    for language in Language::ALL {
        for (name, text) in language.files().iter().chain([&language.region()]) {
            if let Err((_, faults)) = FluentResource::try_new((*text).to_owned()) {
                panic!("{}, {name}: {faults:?}", language.tag());
            }
        }
    }
}

#[test]
fn every_language_has_a_tag_that_reads_back() {
    for language in Language::ALL {
        let tag: unic_langid::LanguageIdentifier = language.tag().parse().unwrap();
        assert_eq!(tag.to_string(), language.tag());
    }
}

#[test]
fn no_key_is_written_twice() {
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        for message in messages_of(*language) {
            assert!(seen.insert(message.key), "{}: {} twice", language.tag(), message.key);
        }
    }
}

#[test]
fn every_message_comes_out_whole() {
    for message in messages() {
        let said = said(&message);
        assert!(!said.is_empty() && !said.contains(['{', '}', '[', ']', '$']), "{}: {said}", message.key);
    }
}

#[test]
fn the_safety_sentences_are_word_for_word() {
    for (key, sentence) in [
        ("region-life-at-risk", "Life at risk? 999 (text relay and BSL too). Urgent? 111."),
        (
            "region-mood-yes",
            "Thank you. Nobody has been told yet. Please talk to your practice. \
             Not safe, or thinking of harming yourself? \
             999 or A&E; 111, mental health option; Samaritans 116 123.",
        ),
        ("card-not-an-instruction", "Not an instruction: find the original."),
        ("unwell-saved", "Saved here. Nobody has been alerted."),
        ("versions-check-first", "two versions: check first"),
        ("promise-not-available", "asked for, not available"),
        ("who-recorded-by-patient", "As recorded by the patient"),
        ("card-clock-wrong", "this phone’s clock may be wrong"),
        ("scale-not-answered", "not answered"),
        ("scale-coaching", "What would make it a 7?"),
        ("zone-green", "Green: my usual"),
        ("zone-amber", "Amber: getting worse"),
        ("zone-red", "Red: get help now"),
    ] {
        assert_eq!(words().say(key, &[]), sentence);
    }
}

#[test]
fn who_and_when_read_as_they_should_under_a_sentence() {
    let date = ("date", Arg::Text("14 October"));
    let name = ("name", Arg::Text("Sam"));
    let role = ("role", Arg::Text("practice nurse"));
    let say = |key, args: &[(&str, Arg<'_>)]| words().say(key, args);
    assert_eq!(say("who-you-here", &[date]), "Your words, 14 October, this phone");
    assert_eq!(say("who-interpreter", &[date, name]), "Your words, 14 October, through an interpreter, Sam");
    assert_eq!(
        say("who-guest", &[date, name, role]),
        "Written by Sam, practice nurse, on my phone, 14 October"
    );
    assert_eq!(
        say("versions-changed-since-agreed", &[date, name]),
        "Changed since agreed with Sam, 14 October"
    );
    assert_eq!(say("suggestion-practice", &[date]), "your practice suggested a change, 14 October");
}

#[test]
fn every_number_of_a_scale_has_its_own_word() {
    for key in ["scale-importance-word", "scale-confidence-word"] {
        let said: BTreeSet<String> = (1..=10).map(|n| words().say(key, &[("n", Arg::Number(n))])).collect();
        assert_eq!(said.len(), 10, "{key}");
        assert!(said.iter().all(|word| !word.contains(char::is_numeric)));
    }
}

#[test]
fn a_scale_has_the_same_words_at_its_ends_as_for_its_numbers() {
    let word = |key, n| words().say(key, &[("n", Arg::Number(n))]);
    let end = |key| words().say(key, &[]);
    assert_eq!(end("scale-importance-low"), format!("1 {}", word("scale-importance-word", 1)));
    assert_eq!(end("scale-confidence-low"), format!("1 {}", word("scale-confidence-word", 1)));
    assert_eq!(end("scale-confidence-high"), format!("10 {}", word("scale-confidence-word", 10)));
    assert_eq!(end("scale-importance-high"), "10 important");
}

#[test]
fn an_error_says_what_happened_that_words_are_kept_and_what_to_do() {
    let calm = [
        "Nothing",
        "nothing",
        "is safe",
        "is kept",
        "are kept",
        "still here",
        "has not changed",
        "have not changed",
    ];
    let act = [
        "Choose",
        "shorten",
        "Take",
        "Check",
        "use ",
        "Use ",
        "Wait",
        "Make",
        "Restart",
        "Update",
        "Close",
        "Look",
        "Open",
        "Unlock",
        "Copy",
        "Send",
        "Ask",
        "Type",
        "have it",
        "have them",
        "opens with",
        "try again",
        "Try again",
    ];
    for message in messages().iter().filter(|message| is_error(message)) {
        let said = said(message);
        assert!(said.split_inclusive(['.', ':']).count() >= 3, "{said}");
        assert!(calm.iter().any(|words| said.contains(words)), "{said}");
        assert!(act.iter().any(|words| said.contains(words)), "{said}");
        assert!(said.ends_with('.'), "{said}");
    }
}

#[test]
fn an_error_never_says_that_everything_is_fine_when_words_may_be_missing() {
    for key in [
        "error-store-damaged",
        "error-store-not-a-store",
        "error-store-some-damaged",
        "error-store-full",
        "error-store-io",
        "error-store-rolled-back",
        "error-key-lost",
    ] {
        let said = words().say(key, &[("n", Arg::Number(2))]);
        assert!(!said.contains("othing was lost"), "{said}");
    }
}

#[test]
fn sentences_are_short() {
    for message in messages() {
        for sentence in said(&message).split(['.', '?', ':', ';']) {
            let words = sentence.split_whitespace().count();
            assert!(words <= 18, "{} has {words} words: {sentence}", message.key);
        }
    }
}

#[test]
fn no_sentence_scolds_jargons_or_speaks_as_we() {
    let unkind = [
        "we",
        "our",
        "us",
        "must",
        "should have",
        "failed",
        "failure",
        "invalid",
        "error",
        "wrong date",
        "sorry",
        "oops",
        "adherence",
        "compliance",
        "overdue",
        "synced",
        "sync",
        "revoked",
        "corrupt",
        "streak",
        "score",
        "well done",
        "congratulations",
        "target",
        "normal",
        "abnormal",
    ];
    for message in messages() {
        let plain: String = said(&message)
            .to_lowercase()
            .chars()
            .map(|c| if c.is_alphanumeric() || c == '’' { c } else { ' ' })
            .collect();
        let plain = format!(" {} ", plain.split_whitespace().collect::<Vec<_>>().join(" "));
        for word in unkind {
            assert!(!plain.contains(&format!(" {word} ")), "{} says “{word}”", message.key);
        }
    }
}

#[test]
fn apostrophes_and_quotes_are_the_printed_ones() {
    for message in messages() {
        assert!(!message.text.contains(['\'', '"', '!']), "{}: {}", message.key, message.text);
    }
}

#[test]
fn keys_begin_with_their_room_and_are_plain() {
    for message in messages() {
        assert!(
            message.key.contains('-')
                && message.key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{}",
            message.key
        );
    }
}

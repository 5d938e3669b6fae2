//! What the words promise: every key is there, every sentence is plain, every date reads right.

mod dates;
mod pseudo;
mod sentences;
mod welsh;

use super::audit::{Message, arguments, messages as messages_of};
use super::*;

fn words() -> Words {
    Words::new(Language::EnGb)
}

/// Every message of British English.
fn messages() -> Vec<Message> {
    messages_of(Language::EnGb)
}

#[test]
fn an_unknown_key_is_loud_and_does_not_fail() {
    assert_eq!(words().say("no-such-key", &[]), "[no-such-key]");
    assert_eq!(words().plain("", &[]), "[]");
}

#[test]
fn a_missing_argument_is_seen_and_does_not_fail() {
    assert_eq!(words().say("who-practice", &[]), "Your practice, {$date}");
}

#[test]
fn the_words_serve_every_thread() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&words());
}

#[test]
fn a_key_that_a_language_does_not_have_yet_is_said_in_english() {
    let partly: File = ("unwell.ftl", "unwell-call = Ffonio\n");
    let words = Words::over(Spoken {
        language: Language::Cy,
        chain: vec![Arc::new(bundle("cy", &[partly])), Arc::new(sentences(Language::EnGb))],
        with_english: true,
    });
    assert_eq!(words.say("unwell-call", &[]), "Ffonio");
    assert_eq!(words.say("unwell-steps", &[]), "Steps");
}

#[test]
fn safety_text_in_a_language_nobody_reviewed_has_english_beside_it() {
    let welsh = Words::new(Language::Cy);
    let english = words().say("region-life-at-risk", &[]);
    let said = welsh.safety("region-life-at-risk", &[]);
    assert_eq!(said, format!("{}\n{english}", welsh.say("region-life-at-risk", &[])));
    assert_ne!(welsh.say("region-life-at-risk", &[]), english);
    assert_eq!(words().safety("region-life-at-risk", &[]), english);
    // The same in both is said once.
    assert_eq!(welsh.safety("region-emergency-number", &[]), "999");
}

#[test]
fn a_name_in_any_script_is_isolated_on_a_screen_and_bare_in_a_file() {
    let args = [("name", Arg::Text("سارہ")), ("date", Arg::Text("today"))];
    assert_eq!(words().say("who-practice-name", &args), "\u{2068}سارہ\u{2069}, your practice, today");
    assert_eq!(words().plain("who-practice-name", &args), "سارہ, your practice, today");
}

#[test]
fn text_from_people_is_never_read_as_a_message() {
    let args = [("name", Arg::Text("{ who-you } { $date }")), ("date", Arg::Text("x"))];
    assert_eq!(words().say("who-practice-name", &args), "{ who-you } { $date }, your practice, x");
}

#[test]
fn numbers_choose_their_plural_and_are_written_as_in_britain() {
    let late = |n| words().say("promise-late", &[("n", Arg::Number(n))]);
    assert_eq!(late(1), "1 day late");
    assert_eq!(late(20), "20 days late");
    assert_eq!(late(1200), "1,200 days late");
    assert_eq!(with_commas(-1_234_567.0), "−1,234,567");
    assert_eq!(with_commas(0.0), "0");
    assert_eq!(with_commas(999.0), "999");
}

#[test]
fn a_card_age_can_leave_its_number_open_for_the_widget() {
    let open = words().plain("card-days-old", &[("n", Arg::Text("{n}"))]);
    assert_eq!(open, "{n} days old");
}

proptest::proptest! {
    #[test]
    fn any_key_and_any_text_can_be_said(key in ".{0,30}", name in ".{0,30}", text in ".{0,200}", n in proptest::prelude::any::<i64>()) {
        let words = words();
        words.say(&key, &[(&name, Arg::Text(&text)), ("n", Arg::Number(n))]);
        for message in messages() {
            words.say(message.key, &[("n", Arg::Number(n)), ("name", Arg::Text(&text))]);
        }
    }
}

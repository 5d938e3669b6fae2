//! The audit reads code and sentences as they are written, and finds nothing wrong in ours.

use std::path::Path;

use super::*;

fn project() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

#[test]
fn every_sentence_is_there_in_every_language_is_said_and_is_given_what_it_asks_for() {
    let sources = sources(&project()).unwrap();
    assert!(sources.len() > 50, "the sources were not found");
    let faults: Vec<String> = report(&sources).faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_key_without_a_sentence_is_found_however_it_is_said() {
    for code in [
        r#"words.say("card-no-such", &[])"#,
        r#"words.safety_plain("card-no-such", &[])"#,
        r#"match x { A => "card-no-such", _ => "" }"#,
    ] {
        let unknown = Fault::Unknown { key: "card-no-such".into(), place: "x.rs".into() };
        let source = Source::new("x.rs", code);
        assert!(report(&[source]).faults.contains(&unknown), "{code}");
    }
}

#[test]
fn a_text_that_only_looks_like_a_key_is_left_alone() {
    for code in [
        r#"open("plan-a")"#,
        r#"format!("card-{known}")"#,
        r#""card-""#,
        "// words.say(\"card-no-such\", &[])",
        "#[cfg(test)]\nmod tests {\n words.say(\"card-no-such\", &[]) }",
    ] {
        let faults = report(&[Source::new("x.rs", code)]).faults;
        assert!(!faults.iter().any(|fault| matches!(fault, Fault::Unknown { .. })), "{code}");
    }
}

#[test]
fn a_sentence_that_nothing_says_is_found_and_one_that_something_says_is_not() {
    let unused = |code: &str| -> Vec<String> {
        let faults = report(&[Source::new("x.rs", code)]).faults.into_iter();
        faults
            .filter_map(|fault| match fault {
                Fault::Unused { key, .. } => Some(key),
                _ => None,
            })
            .collect()
    };
    let nothing = unused("");
    for key in ["card-born", "choice-goal-status-hoped", "date-clock-wrong", "error-store-full"] {
        assert_eq!(nothing.contains(&key.to_owned()), key != "date-clock-wrong", "{key}");
    }
    let said =
        unused(r#"words.say("card-born", &args); format!("choice-{}-{}", a, b); E => "error-store-full""#);
    for key in ["card-born", "choice-goal-status-hoped", "error-store-full"] {
        assert!(!said.contains(&key.to_owned()), "{key}");
    }
    assert!(said.contains(&"card-call-me".to_owned()));
    assert!(!nothing.contains(&"unwell-read-aloud".to_owned()), "listed for the screens");
}

#[test]
fn a_call_that_leaves_out_an_argument_is_found() {
    let source = Source::new("x.rs", r#"words.say("who-agreed", &[("date", x)])"#);
    let missing = vec!["name".to_owned()];
    let fault = Fault::NotGiven { key: "who-agreed".into(), place: "x.rs".into(), missing };
    assert!(report(&[source]).faults.contains(&fault));
}

#[test]
fn safety_text_said_without_english_beside_it_is_found_but_not_in_what_is_made_twice() {
    let faults = |place: &str, door: &str| {
        let source = Source::new(place, &format!(r#"words.{door}("region-mood-yes", &[])"#));
        let faults = report(&[source]).faults;
        faults.iter().any(|fault| matches!(fault, Fault::WithoutEnglish { .. }))
    };
    assert!(faults("core/src/companion/visits.rs", "say") && faults("x.rs", "plain"));
    assert!(!faults("x.rs", "safety") && !faults("x.rs", "safety_plain"));
    assert!(!faults("core/src/companion/card_lines.rs", "plain"));
}

#[test]
fn languages_that_differ_in_a_key_or_its_arguments_are_told_apart() {
    let message = |key, text: &str| Message { file: "x.ftl", key, text: text.to_owned() };
    let english = [message("card-born", "born { $day }"), message("card-extra", "x")];
    let known = english.iter().map(|message| (message.key, message)).collect();
    let mut faults = Vec::new();
    compare(&known, Language::Cy, &mut faults);
    let differ = Fault::Arguments {
        key: "card-born".into(),
        language: "cy",
        english: vec!["day".into()],
        theirs: vec!["date".into()],
    };
    assert!(faults.contains(&differ));
    assert!(faults.contains(&Fault::Missing { key: "card-extra".into(), language: "cy", file: "x.ftl" }));
    assert!(faults.contains(&Fault::NotEnglish { key: "card-title".into(), language: "cy" }));
}

#[test]
fn the_scan_reads_calls_as_they_are_written() {
    let text = r#"
        words.say("one", &[]);
        words
            .plain(
                "two",
                &[("name", Arg::Text(&f("x", [1]))), ("date", 3.into())],
            );
        words.say(key, &[("n", 1.into())]);
        words.safety("three", &args);
        words.say("four", &[pair, ("n", 1.into())]);
    "#;
    let mut found = calls(text);
    found.sort_by_key(|call| call.key);
    let call = |key, arguments, safely| Call { key, arguments, safely };
    assert_eq!(
        found,
        [
            call("four", None, false),
            call("one", Some(vec![]), false),
            call("three", None, true),
            call("two", Some(vec!["date", "name"]), false),
        ]
    );
    let keys: Vec<&str> = keys_in(r#"x => "error-a-b", "error-c {n}", "an error-d", "e-", "f""#).collect();
    assert_eq!(keys, ["error-a-b"]);
}

#[test]
fn a_key_put_together_fits_only_what_can_come_of_it() {
    let code =
        r#"format!("choice-{kind}-{}-x", a); format!("zone-{zone}"); format!("{a}-{b}"); "1951-{time} y""#;
    let patterns = patterns_in(code);
    assert_eq!(patterns.len(), 2);
    for (key, fits) in [
        ("choice-goal-status-x", true),
        ("choice-goal-status", false),
        ("choice--status-x", false),
        ("zone-green", true),
        ("zone-", false),
        ("zones", false),
    ] {
        assert_eq!(patterns.iter().any(|pattern| pattern.fits(key)), fits, "{key}");
    }
}

#[test]
fn syllables_are_counted_as_they_are_said() {
    for (word, count) in [
        ("a", 1),
        ("phone", 1),
        ("phone’s", 1),
        ("saved", 1),
        ("needed", 2),
        ("deleted", 3),
        ("people", 2),
        ("table", 2),
        ("whole", 1),
        ("rule", 1),
        ("changes", 2),
        ("boxes", 2),
        ("notes", 1),
        ("safely", 2),
        ("movement", 2),
        ("usual", 3),
        ("diary", 3),
        ("instruction", 3),
        ("original", 4),
        ("emergency", 4),
        ("medicine", 3),
        ("communicate", 4),
        ("everything", 3),
        ("can’t", 1),
        ("clinician", 3),
        ("12", 1),
        ("72.5", 1),
    ] {
        assert_eq!(syllables(word), count, "{word}");
    }
}

#[test]
fn the_grade_is_flesch_and_kincaids() {
    // 6 words, 6 syllables: 0.39 × 6 + 11.8 − 15.59.
    assert!((grade(&["the", "cat", "sat", "on", "the", "mat"]) - -1.45).abs() < 1e-9);
    assert!(grade(&[]).abs() < 1e-9);
}

#[test]
fn a_hard_sentence_is_found_and_names_do_not_make_one_hard() {
    let judged = |text| reading::hard_in("x-x", text).len();
    assert_eq!(judged("Your contingency arrangements necessitate professional review."), 1);
    assert_eq!(judged("Prognostication"), 1);
    assert_eq!(judged("Your words are kept on this phone. Nothing was lost. Type 72.5 here."), 0);
    assert_eq!(judged("A lasting power of attorney (LPA) exists"), 0);
    assert_eq!(judged("Emergency card"), 0);
}

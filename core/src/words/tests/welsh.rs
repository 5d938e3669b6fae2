//! Welsh: whole, with its own dates and plurals, and English beside what life may hang on.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};

use super::{Arg, Language, SAFETY, Words, arguments, messages, messages_of, words};

fn welsh() -> Words {
    Words::new(Language::Cy)
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Each of the safety texts of rules 6 and 9 that has no part to be filled in: its key, English,
/// Welsh. A change here is a change to the safety case.
const SNAPSHOT: &[(&str, &str, &str)] = &[
    (
        "region-life-at-risk",
        "Life at risk? 999 (text relay and BSL too). Urgent? 111.",
        "Bywyd mewn perygl? 999 (cyfnewid testun a BSL hefyd). Brys? 111.",
    ),
    (
        "region-mood-yes",
        "Thank you. Nobody has been told yet. Please talk to your practice. \
         Not safe, or thinking of harming yourself? \
         999 or A&E; 111, mental health option; Samaritans 116 123.",
        "Diolch. Does neb wedi cael gwybod eto. Siaradwch â’ch meddygfa, os gwelwch yn dda. \
         Ddim yn ddiogel, neu’n meddwl am niweidio’ch hun? \
         999 neu’r adran achosion brys (A&E); 111, opsiwn iechyd meddwl; Samariaid 116 123.",
    ),
    ("unwell-saved", "Saved here. Nobody has been alerted.", "Wedi’i gadw yma. Does neb wedi cael rhybudd."),
    (
        "visit-not-read",
        "Hearth does not read what you write. It tells nobody.",
        "Nid yw Hearth yn darllen yr hyn rydych chi’n ei ysgrifennu. Nid yw’n dweud wrth neb.",
    ),
    ("zone-green", "Green: my usual", "Gwyrdd: fel arfer i mi"),
    ("zone-amber", "Amber: getting worse", "Oren: yn gwaethygu"),
    ("zone-red", "Red: get help now", "Coch: ceisiwch help nawr"),
    ("zone-any", "At any time", "Unrhyw bryd"),
    ("card-allergies", "Allergies", "Alergeddau"),
    ("card-conditions", "I live with", "Rwy’n byw gyda"),
    ("card-medicines", "Key medicines", "Prif feddyginiaethau"),
    ("card-communication", "How to talk with me", "Sut i siarad â mi"),
    ("card-very-unwell", "If I am very unwell", "Os ydw i’n sâl iawn"),
    ("card-contacts", "Who to call", "Pwy i’w ffonio"),
    ("card-forms", "Papers that exist", "Papurau sy’n bodoli"),
    (
        "card-not-an-instruction",
        "Not an instruction: find the original.",
        "Nid cyfarwyddyd yw hwn: chwiliwch am y gwreiddiol.",
    ),
    (
        "card-may-lack-lines",
        "Part of the plan can’t be read. This card may lack lines.",
        "Ni ellir darllen rhan o’r cynllun. Gall llinellau fod ar goll o’r cerdyn hwn.",
    ),
    (
        "card-may-be-behind",
        "This card may be behind the plan",
        "Efallai fod y cerdyn hwn yn hŷn na’r cynllun",
    ),
    ("card-clock-wrong", "this phone’s clock may be wrong", "efallai fod cloc y ffôn hwn yn anghywir"),
    (
        "card-not-reviewed",
        "These words are a translation that no clinician has checked. If the two differ, go by the English.",
        "Cyfieithiad yw’r geiriau hyn, heb ei wirio gan glinigydd. Os ydyn nhw’n wahanol, dilynwch y Saesneg.",
    ),
    (
        "ahead-my-wish",
        "What I would like, in my words. It is not a medical order.",
        "Yr hyn yr hoffwn i, yn fy ngeiriau i. Nid gorchymyn meddygol yw hwn.",
    ),
    ("ahead-copy-check", "copy: check the original", "copi: gwiriwch y gwreiddiol"),
    (
        "fhir-note",
        "The person keeps this plan and chose what is in it. Some of it may be left out. It is not a medical order. Please check it with them.",
        "Y person sy’n cadw’r cynllun hwn ac a ddewisodd beth sydd ynddo. Gall rhai pethau fod wedi’u gadael allan. Nid gorchymyn meddygol yw hwn. Gwiriwch ef gyda nhw, os gwelwch yn dda.",
    ),
    (
        "fhir-medicines-note",
        "As the person wrote them. This is not a list to prescribe from.",
        "Fel yr ysgrifennodd y person nhw. Nid rhestr i roi presgripsiwn ohoni yw hon.",
    ),
];

#[test]
fn each_safety_text_is_word_for_word_in_both_languages_with_english_beside_the_welsh() {
    for (key, english, cymraeg) in SNAPSHOT {
        assert_eq!(words().safety(key, &[]), *english);
        assert_eq!(welsh().say(key, &[]), *cymraeg);
        assert_eq!(welsh().safety(key, &[]), format!("{cymraeg}\n{english}"));
        assert_eq!(welsh().safety_plain(key, &[]), format!("{cymraeg}\n{english}"));
    }
}

#[test]
fn every_safety_key_has_its_sentence_and_those_of_rules_6_and_9_are_in_the_snapshot() {
    for key in SAFETY {
        let is_it = |known: &str| if key.ends_with('-') { known.starts_with(key) } else { known == *key };
        assert!(messages().iter().any(|message| is_it(message.key)), "{key} has no sentence");
        assert!(SNAPSHOT.iter().any(|(known, _, _)| is_it(known)), "{key} is in no snapshot");
    }
}

#[test]
fn numbers_to_ring_are_the_same_in_every_language() {
    let numbers = |text: &str| -> Vec<String> {
        let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
        digits.map(str::to_owned).collect()
    };
    for (key, english, cymraeg) in SNAPSHOT {
        assert_eq!(numbers(english), numbers(cymraeg), "{key}");
    }
    for key in ["region-emergency-number", "region-urgent-number"] {
        assert_eq!(welsh().say(key, &[]), words().say(key, &[]));
    }
}

#[test]
fn english_that_is_reviewed_stands_alone_and_says_nothing_of_review() {
    assert_eq!(words().review_note(), None);
    let note = welsh().review_note().unwrap();
    assert!(
        note.contains("heb ei wirio gan glinigydd") && note.contains("no clinician has checked"),
        "{note}"
    );
}

#[test]
fn a_sentence_with_a_date_is_said_whole_in_both_languages() {
    let day = date(2026, 11, 26);
    let made = |words: &Words| words.plain("card-made-on", &[("date", Arg::Text(&words.day(day)))]);
    assert_eq!(
        welsh().beside_english(made),
        "gwnaed: Dydd Iau 26 Tachwedd 2026\nmade Thursday 26 November 2026"
    );
    assert_eq!(words().beside_english(made), "made Thursday 26 November 2026");
}

#[test]
fn every_sentence_is_there_in_every_language_and_asks_for_the_same() {
    let wanted = |language| -> BTreeMap<&str, (&str, Vec<String>)> {
        let all = messages_of(language).into_iter();
        let asked = |text: &str| arguments(text).into_iter().map(str::to_owned).collect();
        all.map(|message| (message.key, (message.file, asked(&message.text)))).collect()
    };
    let english = wanted(Language::EnGb);
    for language in Language::ALL {
        let theirs = wanted(*language);
        for (key, (file, asked)) in &english {
            let Some((_, theirs)) = theirs.get(key) else {
                panic!("{}: no {key}, of {file}", language.tag())
            };
            assert_eq!(asked, theirs, "{}: {key}", language.tag());
        }
        let more = theirs.keys().find(|key| !english.contains_key(*key));
        assert_eq!(more, None, "{} says what English does not", language.tag());
    }
}

#[test]
fn every_welsh_message_comes_out_whole_for_every_plural() {
    for message in messages_of(Language::Cy) {
        for n in [0, 1, 2, 3, 4, 6, 12] {
            let args: Vec<(&str, Arg<'_>)> = arguments(&message.text)
                .into_iter()
                .map(|name| match name {
                    "n" | "found" | "position" => (name, Arg::Number(n)),
                    _ => (name, Arg::Text("Sam")),
                })
                .collect();
            let said = welsh().say(message.key, &args);
            assert!(!said.is_empty() && !said.contains(['{', '}', '[', ']', '$']), "{}: {said}", message.key);
            assert!(!said.contains(['\'', '"', '!']), "{}: {said}", message.key);
        }
    }
}

#[test]
fn a_welsh_error_says_what_happened_that_words_are_kept_and_what_to_do() {
    let calm = [
        "wedi newid",
        "wedi’i golli",
        "wedi’i ddileu",
        "ddiogel",
        "yn dal yma",
        "wedi’i chadw",
        "yma o hyd",
        "arall yma",
        "Ni agorwyd dim",
        "Ni agorwyd na newidiwyd dim",
        "Ni rannwyd dim",
        "Ni newidiwyd dim",
        "Ni nôlwyd dim",
        "Ni anfonwyd dim",
        "Cedwir yr hyn sydd gennych",
    ];
    for message in messages_of(Language::Cy) {
        if !message.key.starts_with("error-") || message.key == "error-no-name" {
            continue;
        }
        let said = welsh().say(message.key, &[("n", 4.into()), ("found", 4.into()), ("code", "7".into())]);
        assert!(said.split_inclusive(['.', ':']).count() >= 3, "{said}");
        assert!(calm.iter().any(|words| said.contains(words)), "{said}");
        assert!(said.contains("wch") || said.contains("wrth gefn"), "{said}");
        assert!(said.ends_with('.'), "{said}");
    }
}

#[test]
fn a_welsh_day_has_its_weekday_month_and_year() {
    assert_eq!(welsh().day(date(2026, 11, 26)), "Dydd Iau 26 Tachwedd 2026");
    assert_eq!(welsh().date(date(1951, 3, 4)), "4 Mawrth 1951");
    let week: Vec<String> = (1..=7).map(|day| welsh().day(date(2026, 6, day))).collect();
    for (said, name) in week.iter().zip([
        "Dydd Llun 1 Mehefin 2026",
        "Dydd Mawrth 2 Mehefin 2026",
        "Dydd Mercher 3 Mehefin 2026",
        "Dydd Iau 4 Mehefin 2026",
        "Dydd Gwener 5 Mehefin 2026",
        "Dydd Sadwrn 6 Mehefin 2026",
        "Dydd Sul 7 Mehefin 2026",
    ]) {
        assert_eq!(said, name);
    }
    let months: Vec<String> = (1..=12).map(|month| welsh().partial(&format!("2026-{month:02}"))).collect();
    assert_eq!(
        months.join(", ").replace(" 2026", ""),
        "Ionawr, Chwefror, Mawrth, Ebrill, Mai, Mehefin, Gorffennaf, Awst, Medi, Hydref, Tachwedd, Rhagfyr"
    );
}

#[test]
fn welsh_days_close_by_are_said_from_today() {
    let near = |month, day| welsh().near(date(2026, month, day), date(2026, 11, 26));
    for (said, expected) in [
        (near(11, 26), "heddiw"),
        (near(11, 25), "ddoe"),
        (near(11, 27), "yfory"),
        (near(11, 24), "Dydd Mawrth, 2 ddiwrnod yn ôl"),
        (near(11, 23), "Dydd Llun, 3 diwrnod yn ôl"),
        (near(11, 20), "Dydd Gwener, 6 diwrnod yn ôl"),
        (near(11, 28), "Dydd Sadwrn, ymhen 2 ddiwrnod"),
        (near(12, 2), "Dydd Mercher, ymhen 6 diwrnod"),
        (near(10, 14), "14 Hydref"),
    ] {
        assert_eq!(said, expected);
    }
    let time = NaiveTime::from_hms_opt(20, 15, 0).unwrap();
    assert_eq!(welsh().near_at(date(2026, 11, 26), time, date(2026, 11, 26)), "heddiw, 20:15");
    let doubt = "(efallai fod cloc y ffôn hwn yn anghywir)";
    assert_eq!(welsh().day(date(40000, 11, 26)), format!("26 Tachwedd 40000 {doubt}"));
}

#[test]
fn welsh_ages_take_the_word_and_the_mutation_of_their_number() {
    for (days, said) in [
        (0, "heddiw"),
        (1, "ddoe"),
        (2, "2 ddiwrnod yn ôl"),
        (3, "3 diwrnod yn ôl"),
        (13, "13 diwrnod yn ôl"),
        (14, "tua 2 wythnos yn ôl"),
        (60, "tua 2 fis yn ôl"),
        (91, "tua 3 mis yn ôl"),
        (730, "tua 2 flynedd yn ôl"),
        (1096, "tua 3 blynedd yn ôl"),
        (1461, "tua 4 blynedd yn ôl"),
        (1826, "tua 5 mlynedd yn ôl"),
        (2192, "tua 6 blynedd yn ôl"),
        (4383, "tua 12 mlynedd yn ôl"),
        (-2, "efallai fod cloc y ffôn hwn yn anghywir"),
    ] {
        assert_eq!(welsh().long_ago(days), said, "{days}");
    }
}

#[test]
fn every_welsh_plural_category_chooses_its_own_form() {
    // Zero, one, two, few, many, other: 0, 1, 2, 3, 6, the rest (Unicode CLDR, cardinal, cy).
    let partly: super::File = (
        "plural.ftl",
        "x-x = { $n ->\n    [zero] zero\n    [one] one\n    [two] two\n    [few] few\n    [many] many\n   *[other] other\n}\n",
    );
    let words = Words::over(super::Spoken {
        language: Language::Cy,
        chain: vec![std::sync::Arc::new(super::bundle("cy", &[partly]))],
        with_english: false,
    });
    let said: Vec<String> = (0..=7).map(|n| words.plain("x-x", &[("n", Arg::Number(n))])).collect();
    assert_eq!(said, ["zero", "one", "two", "few", "other", "other", "many", "other"]);
}

#[test]
fn welsh_counts_take_the_mutation_of_their_number() {
    let late = |n| welsh().say("promise-late", &[("n", Arg::Number(n))]);
    assert_eq!([late(1), late(2), late(3)], ["1 diwrnod yn hwyr", "2 ddiwrnod yn hwyr", "3 diwrnod yn hwyr"]);
    assert_eq!(late(1200), "1,200 diwrnod yn hwyr");
    let damaged = |n| welsh().say("error-store-some-damaged", &[("n", Arg::Number(n))]);
    for (n, said) in
        [(1, "1 cofnod."), (2, "2 gofnod."), (3, "3 chofnod."), (4, "4 cofnod."), (6, "6 chofnod.")]
    {
        assert!(damaged(n).contains(said), "{}", damaged(n));
    }
}

#[test]
fn every_number_of_a_welsh_scale_has_its_own_word_and_the_ends_agree() {
    for scale in ["importance", "confidence"] {
        let word = |n| welsh().say(&format!("scale-{scale}-word"), &[("n", Arg::Number(n))]);
        let mut said: Vec<String> = (1..=10).map(word).collect();
        assert!(said.iter().all(|word| !word.contains(char::is_numeric)));
        assert_eq!(welsh().say(&format!("scale-{scale}-low"), &[]), format!("1 {}", said[0]));
        said.sort();
        said.dedup();
        assert_eq!(said.len(), 10, "{scale}");
    }
}

//! Rule 11: no analytics, no trackers, no third-party services; an error is a
//! sentence that a person can act on and says that nothing was lost.

use super::*;

#[test]
fn nothing_that_the_core_is_built_on_counts_reports_or_tracks() {
    let packages = house::packages();
    for part in ["sentry", "telemetry", "analytics", "datadog", "segment", "matomo", "amplitude", "crash"] {
        // `icu_segmenter` is Unicode's: where a line may be broken.
        let found =
            packages.iter().copied().find(|name| name.contains(part) && !name.starts_with("icu_segmenter"));
        assert!(found.is_none(), "{found:?}");
    }
}

/// Names of code systems, and in FHIR of extensions and of XHTML, are written as addresses; nobody
/// asks there.
#[test]
fn the_core_has_no_address_of_anybody() {
    let names = ["http://loinc.org", "http://snomed.info/sct", "http://unitsofmeasure.org"];
    let in_fhir = [
        "http://hl7.org/fhir/",
        "http://terminology.hl7.org/CodeSystem/",
        "https://fhir.nhs.uk/Id/nhs-number",
        "https://hearth.example/fhir",
        "http://www.w3.org/1999/xhtml",
        "www.w3.org/1999/xhtml",
    ];
    let mut named = 0;
    for (path, code) in house::sources() {
        for scheme in ["http://", "https://", "ws://", "wss://", "ftp://", "www."] {
            for (at, _) in code.match_indices(scheme) {
                let rest = &code[at..];
                let address = rest.split(['"', ' ', ')', '>', '|']).next().unwrap();
                let fhir = path.components().any(|part| part.as_os_str() == "fhir");
                let of_fhir = fhir && in_fhir.iter().any(|name| address.starts_with(name));
                assert!(names.contains(&address) || of_fhir, "{} has {address}", path.display());
                named += 1;
            }
        }
    }
    assert!(named > 0, "the names of code systems were not found");
    let words = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words");
    let mut folders = vec![words];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ext| ext == "ftl") {
                let text = std::fs::read_to_string(&path).unwrap();
                assert!(!text.contains("://") && !text.contains("www."), "{}", path.display());
            }
        }
    }
}

/// Every sentence that trouble can say, from the code that says it.
#[test]
fn every_trouble_has_a_sentence_that_says_what_is_kept() {
    let code = include_str!("../trouble.rs");
    let (_, hearth) = begun();
    let kept = ["othing", "is safe", "is kept", "are kept", "still here", "has not changed", "safe"];
    let keys: Vec<&str> = code
        .split('"')
        .filter(|text| text.strip_prefix("error").is_some_and(|rest| rest.starts_with('-')))
        .collect();
    assert!(keys.len() > 40);
    for key in keys {
        let said = hearth.words().say(key, &[("code", "7".into()), ("n", 2.into())]);
        assert!(!said.starts_with('['), "{key}");
        assert!(kept.iter().any(|kept| said.contains(kept)), "{said}");
        assert!(said.split_inclusive(['.', ':']).count() >= 3, "{said}");
    }
}

#[test]
fn what_a_room_refuses_is_said_and_changes_nothing() {
    let (phone, hearth) = begun();
    let decision = hearth.add(Kind::Decision, &[(Decision::WHAT, text("A stairlift?"))], PERSON).unwrap();
    let review = hearth.add_review(&NewReview::default(), PERSON).unwrap();
    let copy = NewCopy { words: "For comfort".into(), ..NewCopy::default() };
    let copy = hearth.keep_copy(&copy, PERSON).unwrap();
    let before = hearth.export();
    let files = phone.files();
    let long = "x".repeat(MAX_TEXT + 1);
    let bad = |what: &str, value: &str| NewReading {
        what: what.into(),
        value: Some(value.into()),
        ..NewReading::default()
    };
    let next = |next: &str| NewReview { next: Some(next.into()), ..NewReview::default() };
    let dated = |dated: &str| NewCopy { dated: Some(dated.into()), ..NewCopy::default() };
    let refused: Vec<Trouble> = [
        hearth.add_option(decision, "x", Some("surgery"), PERSON).err(),
        hearth.weigh(decision, Some("maybe"), "x", PERSON).err(),
        hearth.decide(decision, &Decided::Words(long.clone()), None, None, PERSON).err(),
        hearth.decide(on(Kind::Me), &Decided::NotNow, None, None, PERSON).err(),
        hearth.add_reading(&bad("weight", "seventy"), PERSON).err(),
        hearth.add_reading(&bad("height", "1"), PERSON).err(),
        hearth.keep_copy(&dated("2026-13-01"), PERSON).err(),
        hearth.keep_copy(&dated("3026-01-01"), PERSON).err(),
        hearth.write(Kind::ClinicalCopy, copy, &ClinicalCopy::WORDS, text("x"), PERSON).err(),
        hearth.ask_for(&Asked { item: Some("magic".into()), ..Asked::default() }, PERSON).err(),
        hearth.promised(on(Kind::Me), "x", None, PERSON).err(),
        hearth.add_review(&next("next week"), PERSON).err(),
        hearth.review_done(review, "yesterday", None, PERSON).err(),
        hearth.review_done(on(Kind::Me), "2026-10-01", None, PERSON).err(),
        hearth.add_carer_need(review, &long, None, PERSON).err(),
        hearth.over_time(&OverTime::Importance(review)).err(),
    ]
    .into_iter()
    .map(|refused| refused.expect("it was to be refused"))
    .collect();
    for trouble in refused {
        let said = trouble.sentence(hearth.words());
        assert!(said.contains("othing was"), "{said}");
    }
    assert_eq!(hearth.export(), before);
    assert_eq!(phone.files(), files, "not a byte was written");
}

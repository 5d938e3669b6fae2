//! A result that was sent is kept in no language: what is said of it is said when it is drawn.

use super::*;
use crate::record::Origin;
use crate::words::Language;

const EXAMPLES: [&[u8]; 3] = [
    include_bytes!("../../../../tests/vectors/fhir-r4-examples/Observation-blood-pressure.json"),
    include_bytes!("../../../../tests/vectors/fhir-r4-examples/Observation-example.json"),
    include_bytes!("../../../../tests/vectors/fhir-r4-examples/Observation-f202.json"),
];

/// A result with a code and whatever was found.
fn sent(id: &str, coding: &str, found: &str) -> Vec<u8> {
    format!(
        r#"{{"resourceType":"Observation","id":"{id}","status":"final","code":{{"coding":[{coding}]}},
        "effectiveDateTime":"2026-09-01"{found}}}"#
    )
    .into_bytes()
}

fn loinc(code: &str, display: &str) -> String {
    format!(r#"{{"system":"http://loinc.org","code":"{code}","display":"{display}"}}"#)
}

fn everything() -> Vec<Vec<u8>> {
    let weight = loinc("29463-7", "Body weight");
    let mut files: Vec<Vec<u8>> = EXAMPLES.iter().map(|file| file.to_vec()).collect();
    files.push(sent("yes", &weight, r#","valueBoolean":true"#));
    files.push(sent("no", &weight, r#","valueBoolean":false"#));
    files.push(sent(
        "not-shown",
        &weight,
        r#","valueSampledData":{"origin":{"value":0},"period":1,"dimensions":1}"#,
    ));
    files.push(sent("not-given", &weight, ""));
    files.push(sent("why", &weight, r#","dataAbsentReason":{"text":"the scales were broken"}"#));
    files
}

/// The same plan on two phones: one says things in English, the other in Welsh.
fn in_two_languages() -> (Phone, Companion, Phone, Companion) {
    let (one, english) = begun();
    drop(english);
    let two = Phone { key_store: Arc::clone(&one.key_store), ..Phone::new("my phone") };
    for (path, bytes) in one.files() {
        let to = two.folder.path().join(path.strip_prefix(one.folder.path()).unwrap());
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, bytes).unwrap();
    }
    let english = one.open().unwrap();
    let mut platform = two.platform();
    platform.language = Language::Cy;
    let welsh = Companion::open(&two.folders(), platform).unwrap();
    (one, english, two, welsh)
}

fn imported(hearth: &Companion) -> Vec<Op> {
    let mut ledger = hearth.ledger();
    let slots: Vec<_> = ledger
        .record()
        .entities()
        .flat_map(|(kind, entity, fields)| {
            fields.fields().map(move |(field, _)| crate::record::Slot { entity, kind, field })
        })
        .collect();
    let mut ops: Vec<Op> = slots.into_iter().flat_map(|slot| ledger.history(slot).unwrap().0).collect();
    ops.retain(|op| matches!(op.origin, Origin::Imported { .. }));
    ops.sort_by_key(|op| op.id);
    ops
}

#[test]
fn phones_in_two_languages_that_read_the_same_files_hold_the_same_ops() {
    let (_one, english, _two, welsh) = in_two_languages();
    for file in everything() {
        english.import_observation(&file, "a practice").unwrap();
        welsh.import_observation(&file, "a practice").unwrap();
    }
    let ops = imported(&english);
    assert!(ops.len() > 100, "{}", ops.len());
    assert_eq!(ops, imported(&welsh));
}

#[test]
fn a_known_result_has_its_plain_name_in_the_language_of_the_reader() {
    let (_one, english, _two, welsh) = in_two_languages();
    english.import_observation(EXAMPLES[0], "a practice").unwrap();
    give(&english, &welsh);
    let names = |hearth: &Companion| -> Vec<String> {
        let result = hearth.results().remove(0);
        let parts = result.parts.iter().map(|part| part.name.text().to_owned());
        let mut names: Vec<String> = parts.chain([result.name.text().to_owned()]).collect();
        names.sort();
        names
    };
    let plain = ["Blood pressure", "Blood pressure, bottom number", "Blood pressure, top number"];
    assert_eq!(names(&english), plain);
    assert_eq!(names(&welsh), ["Pwysedd gwaed", "Pwysedd gwaed, y rhif isaf", "Pwysedd gwaed, y rhif uchaf"]);
}

#[test]
fn what_is_no_number_is_said_in_the_language_of_the_reader_and_the_senders_words_stay() {
    let (_one, english, _two, welsh) = in_two_languages();
    for file in &everything()[EXAMPLES.len()..] {
        english.import_observation(file, "a practice").unwrap();
    }
    give(&english, &welsh);
    let said = |hearth: &Companion| -> Vec<String> {
        let mut said: Vec<String> = hearth.results().iter().map(|result| bare(result.value.text())).collect();
        said.sort();
        said
    };
    assert_eq!(
        said(&english),
        [
            "There is a value here that Hearth can’t show yet. Ask your practice what it says.",
            "no",
            "no value given",
            "no value given: the scales were broken",
            "yes",
        ]
    );
    assert_eq!(
        said(&welsh),
        [
            "Mae gwerth yma na all Hearth ei ddangos eto. Gofynnwch i’ch meddygfa beth mae’n ei ddweud.",
            "dim gwerth wedi’i roi",
            "dim gwerth wedi’i roi: the scales were broken",
            "ie",
            "na",
        ]
    );
}

#[test]
fn a_result_that_hearth_does_not_know_keeps_the_senders_own_name() {
    let (_one, english, _two, welsh) = in_two_languages();
    let other = r#"{"system":"http://example.org","code":"29463-7","display":"Gait speed"}"#;
    english.import_observation(&sent("gait", other, ""), "a practice").unwrap();
    give(&english, &welsh);
    assert_eq!(
        (english.results()[0].name.text(), welsh.results()[0].name.text()),
        ("Gait speed", "Gait speed")
    );
}

#[test]
fn a_code_in_second_place_is_known_and_two_that_disagree_are_not() {
    let (_phone, hearth) = begun();
    let local = r#"{"system":"http://example.org","code":"w1","display":"Wt"}"#;
    let second = format!("{local},{}", loinc("29463-7", "Body weight"));
    hearth.import_observation(&sent("second", &second, ""), "a practice").unwrap();
    assert_eq!(hearth.results()[0].name.text(), "Weight");
    let (_phone, hearth) = begun();
    let differ = format!("{},{}", loinc("29463-7", "Body weight"), loinc("39156-5", "BMI"));
    hearth.import_observation(&sent("differ", &differ, ""), "a practice").unwrap();
    assert_eq!(hearth.results()[0].name.text(), "Body weight");
}

#[test]
fn a_name_the_person_typed_is_never_put_in_other_words() {
    let (_phone, hearth) = begun();
    let fields = [(Outcome::NAME, text("My weight")), (Outcome::CODE, text("http://loinc.org|29463-7"))];
    hearth.add(Kind::Outcome, &fields, PERSON).unwrap();
    assert_eq!(hearth.results()[0].name.text(), "My weight");
}

//! Files that are wrong, too large or meant to harm: a sentence that names the place, and the
//! rest kept.

use super::*;
use std::collections::HashSet;

fn care_plan(inner: &str) -> String {
    format!("{{\"standard\":\"Personalised care and support plan 2.0\",{inner}}}")
}

/// Reads it into an empty plan: what was told, and the plan.
fn told(json: &str) -> (Vec<String>, World) {
    let mut world = World::default();
    let brought = world.import(json);
    (sentences(&brought.notes), world)
}

/// What goes out again.
fn out(world: &World) -> serde_json::Value {
    serde_json::from_str(&world.json(List::CarePlan)).unwrap()
}

const NAME: &str = "Person demographics > Person name";

#[test]
fn what_is_no_such_file_at_all_is_refused_whole() {
    let refused = |json: &str| World::default().import_from(json, "x").err();
    for json in ["", "null", "[", "{\"About me\":}", "\u{feff}", "{\"About me\":1}}", "plain words"] {
        let expected = if json == "null" { PrsbError::NotPrsb } else { PrsbError::NotJson };
        assert_eq!(refused(json), Some(expected), "{json}");
    }
    for json in ["{}", "[]", "1", "\"About me\"", "{\"resourceType\":\"CarePlan\"}", "{\"\\ud800\":1}"] {
        assert_eq!(refused(json), Some(PrsbError::NotPrsb), "{json}");
    }
    let deep = format!("{{\"About me\":{}{}}}", "[".repeat(40), "]".repeat(40));
    assert_eq!(refused(&deep), Some(PrsbError::TooLarge));
    let large = format!("{{\"About me\":\"{}\"}}", "a".repeat(MAX_BYTES));
    assert_eq!(refused(&large), Some(PrsbError::TooLarge));
    let mut world = World::default();
    let bytes = [b"{\"About me\":\"".as_slice(), &[0xff, 0xfe], b"\"}"].concat();
    assert!(world.import_from(&String::from_utf8_lossy(&bytes), "x").is_ok(), "shown as U+FFFD by then");
    for error in [PrsbError::TooLarge, PrsbError::NotJson, PrsbError::NotPrsb, PrsbError::OtherPerson] {
        assert!(ENGLISH.plain(error.key(), &[]).contains("Nothing was changed"));
    }
}

#[test]
fn a_file_about_somebody_else_is_refused_whole() {
    let file = |born: &str, number: &str| {
        format!(
            "{{\"Person demographics\":{{\"Date of birth\":\"{born}\",\"NHS number\":\"{number}\"}},\
             \"Care and support plan\":{{\"Strengths\":[{{\"Free text\":\"I sing\"}}]}}}}"
        )
    };
    let me = EntityId::only(Kind::Me.number());
    let known = || {
        let mut world = World::default();
        world.write(Kind::Me, me, &Me::BORN, Value::Date("1951-03-04".into()));
        world.write(Kind::Me, me, &Me::NHS_NUMBER, text("999 000 0018"));
        world
    };
    for (born, number, own) in [
        ("1951-03-04", "9990000018", true),
        ("1951-03-04T00:00:00Z", "999-000-0018", true),
        ("1951", "", true),
        ("1951-03-04", "not known", true),
        ("1951-04-03", "9990000018", false),
        ("1951-03-04", "9990000026", false),
    ] {
        let mut world = known();
        let read = world.import_from(&file(born, number), "x");
        assert_eq!(read.err(), (!own).then_some(PrsbError::OtherPerson), "{born} {number}");
        assert_eq!(Strength::all(&world.record).len(), usize::from(own));
    }
    // A plan that says neither takes a file that does.
    assert!(World::default().import_from(&file("1951-04-03", "9990000026"), "x").is_ok());
}

#[test]
fn ten_megabytes_in_one_text_are_told_and_the_rest_is_kept() {
    let long = "a".repeat(MAX_BYTES - 1000);
    let json = care_plan(&format!(
        "\"Care and support plan\":{{\"Strengths\":[{{\"Free text\":\"{long}\"}},{{\"Free text\":\"I sing\"}}]}}"
    ));
    let (notes, world) = told(&json);
    let place = "Care and support plan > Strengths (1) > Free text";
    assert_eq!(notes[0], format!("{place}: this is longer than can be shown here."));
    assert!(notes[1].starts_with(&format!("{place}: this is too much to keep")), "{notes:?}");
    assert_eq!(Strength::all(&world.record).len(), 1);
    assert_eq!(Strength::all(&world.record)[0].words.text(), "I sing");
}

#[test]
fn a_list_of_a_hundred_thousand_is_read_as_far_as_is_sensible() {
    let many = vec!["{\"Free text\":\"x\"}"; 100_000].join(",");
    let (notes, world) = told(&care_plan(&format!("\"Care and support plan\":{{\"Strengths\":[{many}]}}")));
    assert_eq!(Strength::all(&world.record).len(), 1000);
    assert_eq!(
        notes,
        ["Care and support plan > Strengths: there are more than 1,000. The rest was not read."]
    );
}

#[test]
fn ten_lists_of_a_thousand_are_read_as_far_as_is_sensible() {
    let many = |name: &str| format!("{{\"{name}\":[{}]}}", vec!["{\"Free text\":\"x\"}"; 1000].join(","));
    let plans = vec![many("What should happen"); 10].join(",");
    let (notes, world) = told(&care_plan(&format!("\"Contingency/safety plans\":[{plans}]")));
    let steps = Step::all(&world.record).len();
    assert!((4900..=5000).contains(&steps), "{steps}");
    assert_eq!(notes.len(), 1, "said once: {notes:?}");
    assert!(notes[0].contains("there are more than 5,000"), "{notes:?}");
}

#[test]
fn a_wrong_type_is_told_kept_as_it_came_and_passed_on_in_its_place() {
    for (path, value, why) in [
        ("Person demographics > Person name > Title", "{\"a\":[1.50]}", "not what should stand here"),
        ("Person demographics > Person name > Title", "7", "not what should stand here"),
        ("Person demographics > Date of birth", "\"4 March 1951\"", "not a date"),
        ("Person demographics > Date of birth", "19510304", "not a date"),
        ("Person demographics > Date of birth", "\"1951-02-30\"", "not a date"),
        ("Person demographics > Date of birth", "\"40000-01-01\"", "not a date"),
        (
            "Care and support plan > Needs, concerns or problems > Goals and hopes > Goal importance score",
            "11",
            "1 to 10",
        ),
        (
            "Care and support plan > Needs, concerns or problems > Goals and hopes > Goal importance score",
            "7.5",
            "1 to 10",
        ),
        (
            "Care and support plan > Needs, concerns or problems > Goals and hopes > Goal importance score",
            "0",
            "1 to 10",
        ),
        (
            "Care and support plan > Needs, concerns or problems > Goals and hopes > Goal importance score",
            "\"8\"",
            "1 to 10",
        ),
        ("Care and support plan > Strengths > Coded value", "{\"code\":\"1|2\"}", "not a code"),
        (
            "Care and support plan > Strengths > Coded value",
            "{\"code\":\"1\",\"version\":\"2\"}",
            "not a code",
        ),
        (
            "Professional contacts > Professional contacts record entry > Key worker",
            "\"yes\"",
            "not what should",
        ),
        ("Contingency/safety plans", "\"see file\"", "not what should stand here"),
    ] {
        let mut json = value.to_owned();
        for name in path.split(" > ").collect::<Vec<_>>().iter().rev() {
            json = format!("{{{}:{json}}}", serde_json::to_string(name).unwrap());
        }
        let (notes, world) = told(&json);
        assert_eq!(notes.len(), 1, "{path}: {notes:?}");
        assert!(notes[0].starts_with(path) && notes[0].contains(why), "{notes:?}");
        let kept = Passed::all(&world.record);
        assert_eq!(kept.len(), 1, "{path}");
        assert_eq!(kept[0].json.text(), value);
        let exported = world.export(List::CarePlan);
        let read: serde_json::Value = serde_json::from_str(&exported.json).unwrap();
        assert_eq!(at(&read, path), &serde_json::from_str::<serde_json::Value>(value).unwrap());
        assert!(exported.json.contains(value), "as it was written: {}", exported.json);
        let form = format!("{path}: this is not in PRSB’s form. It is sent as it is.");
        // PRSB takes any number for a score.
        let conforms = path.ends_with("score") && !value.starts_with('"');
        assert_eq!(sentences(&exported.notes).contains(&form), !conforms, "{path}");
    }
}

#[test]
fn what_could_not_be_read_gives_way_once_the_person_has_answered() {
    let json = care_plan(
        "\"Care and support plan\":{\"Needs, concerns or problems\":[{\"Free text\":\"Breath\",\
         \"Goals and hopes\":[{\"Free text\":\"The allotment\",\"Goal importance score\":7.5}]}]}",
    );
    let (_, mut world) = told(&json);
    let goal = Goal::all(&world.record)[0].id;
    assert!(!Goal::all(&world.record)[0].importance.is_answered(), "never bent to 7 or 8");
    assert!(world.json(List::CarePlan).contains("\"Goal importance score\": 7.5"));
    world.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(9));
    let json = world.json(List::CarePlan);
    assert!(json.contains("\"Goal importance score\": 9") && !json.contains("7.5"), "{json}");
}

#[test]
fn what_stands_twice_is_read_or_kept_and_told() {
    let json = care_plan(
        "\"Person demographics\":{\"Title\":\"x\",\"Person name\":{\"Title\":\"Dr\",\"Title\":\"Mrs\"},\
         \"Gender\":[\"F\",\"X\"],\"Person alias\":\"Jo\",\"Person alias\":[\"J\"]}",
    );
    let (notes, world) = told(&json);
    let only = EntityId::only(Kind::Me.number());
    let me = Me::read(only, world.record.entity(Kind::Me.number(), only).unwrap());
    assert_eq!((me.title.text(), me.gender.text()), ("Dr", "F"));
    assert_eq!(OtherName::all(&world.record).len(), 2);
    assert_eq!(
        notes.iter().map(|note| note.split(':').next().unwrap()).collect::<Vec<_>>(),
        [
            format!("{NAME} > Title"),
            format!("{NAME} > Title"),
            "Person demographics > Gender".to_owned(),
            "Person demographics > Person alias".to_owned(),
            "Person demographics > Title".to_owned(),
        ]
    );
    let out = out(&world);
    assert_eq!(out["Person demographics"]["Person name"]["Title"], serde_json::json!(["Dr", "Mrs"]));
    assert_eq!(out["Person demographics"]["Gender"], serde_json::json!(["F", "X"]));
    assert_eq!(out["Person demographics"]["Title"], "x");
}

#[test]
fn hidden_characters_are_shown_and_line_ends_made_one() {
    let (notes, world) =
        told("{\"About me\":{\"My wellness\":{\"My wellness\":\"a\\r\\nb\\u0000c\\u009b\"}}}");
    let only = EntityId::only(Kind::AboutMe.number());
    let about = AboutMe::read(only, world.record.entity(Kind::AboutMe.number(), only).unwrap());
    assert_eq!(about.wellness.text(), "a\nb\u{fffd}c\u{fffd}");
    assert_eq!(
        notes,
        ["About me > My wellness > My wellness: it had hidden characters. They are shown as �."]
    );
}

#[test]
fn unknown_elements_are_passed_on_where_they_stood_and_the_person_is_told() {
    let json = care_plan(
        "\"Extra\":{\"n\":1.500,\"deep\":[{}]},\"Person demographics\":{\"Shoe size\":\"7\",\
         \"Person's address\":[{\"Address line 1\":\"1 Example Street\",\"what3words\":\"a.b.c\"}]}",
    );
    let (notes, world) = told(&json);
    assert_eq!(notes.len(), 3);
    assert!(notes.iter().all(|note| note.contains("not known here") && note.contains("kept as it came")));
    let written = world.json(List::CarePlan);
    assert!(written.contains("\"Extra\": {\"n\":1.500,\"deep\":[{}]}"), "{written}");
    let out = out(&world);
    assert_eq!(out["Person demographics"]["Shoe size"], "7");
    assert_eq!(out["Person demographics"]["Person's address"][0]["what3words"], "a.b.c");
    assert!(!world.json(List::EndOfLife).contains("Shoe size"), "in its own list only");
}

#[test]
fn unknown_parts_go_with_their_entry() {
    let json = care_plan(
        "\"Person demographics\":{\"Person's address\":[{\"Address line 1\":\"1 Example Street\",\"x\":\"y\"}]}",
    );
    let (_, mut world) = told(&json);
    let address = Address::all(&world.record)[0].id;
    let kept = Passed::all(&world.record)[0].clone();
    assert_eq!(kept.of.first(), Some(&address));
    // As the companion sees it: what is part of a hidden entry is hidden with it.
    world.only_me.extend([address, kept.id]);
    let exported = world.export(List::CarePlan);
    assert!(!exported.json.contains("\"x\"") && !exported.json.contains("Example Street"));
    assert_eq!(exported.left_out.only_me, 1);
}

#[test]
fn too_many_or_too_large_unknown_parts_are_told_and_not_kept() {
    let large = format!("\"Large\":\"{}\"", "a".repeat(70_000));
    let many: Vec<String> = (0..600).map(|n| format!("\"Extra {n}\":{n}")).collect();
    let (notes, world) = told(&care_plan(&format!("\"About me\":{{}},{large},{}", many.join(","))));
    assert_eq!(Passed::all(&world.record).len(), 500);
    assert_eq!(notes.len(), 200, "as many as are told");
    let (notes, _) = told(&care_plan(&format!("\"About me\":{{{large}}}")));
    assert!(notes[1].starts_with("About me > Large: this is too much to keep"), "{notes:?}");
}

#[test]
fn a_clinicians_decision_is_told_and_neither_kept_nor_passed_on() {
    let json = "{\"standard\":\"Palliative and end of life care 1.1\",\
        \"Palliative and end of life care\":{\"Cardio-pulmonary resuscitation (CPR) decision\":{\
        \"Cardio-pulmonary resuscitation (CPR) decision\":{\"Free text\":\"a canary\"}},\
        \"Estimated prognosis\":{\"Estimated prognosis\":{\"Free text\":\"a canary\"}},\
        \"Preferred place of death\":{\"Preferred place of death\":{\"Name of the place\":\"At home\"}}},\
        \"After death\":{\"Date of death\":\"2030-01-01\"}}";
    let mut world = World::default();
    let brought = world.import(json);
    assert_eq!(brought.left_out, 3);
    let notes = sentences(&brought.notes);
    assert!(
        notes[0].ends_with("A clinician’s decision: your plan says only that the form exists and where.")
    );
    assert!(notes[1].ends_with("A clinician’s finding: it belongs in their record."), "{notes:?}");
    let out = world.json(List::EndOfLife);
    assert!(out.contains("At home") && !out.contains("canary") && !out.contains("2030"), "{out}");
    let kept = world.record.entities().flat_map(|(_, _, entity)| entity.heads());
    assert!(kept.into_iter().all(|op| !format!("{op:?}").contains("canary")));
}

#[test]
fn a_date_of_the_file_that_can_not_be_is_not_used() {
    let with = |made: &str| format!("{{\"made\":{made},\"About me\":{{\"Date\":\"2026-01-01\"}}}}");
    for (made, dated) in [
        ("\"2026-09-01T10:00:00+01:00\"", true),
        ("\"2026-09-01\"", true),
        ("\"2199-01-01\"", false),
        ("\"2026-13-01\"", false),
        ("\"1900-01-01\"", false),
    ] {
        let mut world = World::default();
        let brought = world.import(&with(made));
        assert_eq!(brought.notes.is_empty(), dated, "{made}");
        assert!(brought.ops.iter().all(|op| (op.at != When::default()) == dated), "{made}");
    }
}

#[test]
fn a_later_file_of_the_same_source_is_what_stands_and_what_it_no_longer_says_is_gone() {
    let file = |made: &str, goal: &str| {
        format!(
            "{{\"made\":\"{made}\",\"Care and support plan\":{{\"Needs, concerns or problems\":[{{\
             \"Free text\":\"Breath\",\"Goals and hopes\":[{{\"Free text\":\"The allotment\"{goal}}}]}}]}}}}"
        )
    };
    let first = file("2026-09-01", ",\"Goal importance score\":3,\"Goal status\":\"paused\"");
    let second = file("2026-09-08", ",\"Goal importance score\":9");
    for order in [[&first, &second], [&second, &first]] {
        let mut world = World::default();
        order.into_iter().for_each(|json| drop(world.import(json)));
        let goals = Goal::all(&world.record);
        assert_eq!(goals.len(), 1);
        assert_eq!(goals[0].importance.all().map(|step| step.step()).collect::<Vec<_>>(), [9]);
        // What only the earlier said is gone where the later came after it; brought in
        // the other way round, nothing says that it is not still so.
        let status = goals[0].status.first().is_some();
        assert_eq!(status, std::ptr::eq(order[0], &second));
    }
}

#[test]
fn entries_of_an_earlier_file_that_a_later_one_has_no_more_are_counted_and_stay() {
    let file = |made: &str, steps: &[&str]| {
        let steps: Vec<String> = steps.iter().map(|step| format!("{{\"Free text\":\"{step}\"}}")).collect();
        let steps = steps.join(",");
        format!(
            "{{\"made\":\"{made}\",\"Contingency/safety plans\":[{{\"Contingency plan name\":{{\"Free text\":\"Breath\"}},\
             \"What should happen\":[{steps}]}}]}}"
        )
    };
    let mut world = World::default();
    assert_eq!(world.import(&file("2026-09-01", &["Sit forward", "Ring Sam"])).older, 0);
    let brought = world.import(&file("2026-09-08", &["Sit forward"]));
    assert_eq!((brought.older, Step::all(&world.record).len()), (1, 2));
}

#[test]
fn nobody_elses_agreement_is_made_of_not_agreed() {
    let json = "{\"Contingency/safety plans\":[{\"Contingency plan name\":{\"Free text\":\"Breath\"},\
        \"Agreed with person or legitimate representative\":{\"Person or legitimate representative\":false,\
        \"Person full name\":\"Sam\"}}]}";
    let mut world = World::default();
    world.import(json);
    let agreement = &Agreement::all(&world.record)[0];
    assert_eq!(agreement.agreed.first(), Some(&false));
    let saw: HashSet<OpId> = agreement.saw.first().unwrap().iter().copied().collect();
    let plan = Unwell::all(&world.record)[0].id;
    let heads: HashSet<OpId> = tree_heads(&world.record, Kind::Unwell, plan).iter().map(|op| op.id).collect();
    assert_eq!(saw, heads, "it names exactly what came");
}

#[test]
fn the_same_file_makes_the_same_ops_on_every_phone_of_the_plan_and_others_for_another_source() {
    let json = "{\"About me\":{\"My wellness\":{\"My wellness\":\"Walks\"}},\"GP practice\":{\"x\":1},\
        \"Person demographics\":{\"Person alias\":[\"J\",\"J\"]}}";
    let ops = |source: &str| -> Vec<Vec<u8>> {
        World::default().import_from(json, source).unwrap().ops.iter().map(Op::to_bytes).collect()
    };
    assert_eq!(ops("a practice"), ops("a practice"));
    let ids = |source: &str| -> HashSet<OpId> {
        World::default().import_from(json, source).unwrap().ops.iter().map(|op| op.id).collect()
    };
    assert!(ids("a practice").is_disjoint(&ids("another")));
    assert_eq!(ids("a practice").len(), ops("a practice").len());
}

/// The files that the fuzz target starts from go round by the same rules on stable Rust.
#[test]
fn the_fuzz_targets_corpus_goes_round() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus/prsb");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let json = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut world = World::default();
        let list = world.import(&json).list;
        let mut other = World { files: world.files.clone(), ..World::default() };
        other.import(&world.json(list));
        same(&other.json(list), &world.json(list), &json);
        files += 1;
    }
    assert!(files >= 3);
}

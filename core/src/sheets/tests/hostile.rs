//! A file with anything wrong in it: a sentence that names the place, the rest kept.

use super::*;

/// The sheet with one part of it changed.
fn with(change: impl Fn(&mut Json)) -> Json {
    let mut json = sheet();
    change(&mut json);
    json
}

#[test]
fn unknown_fields_are_named_and_passed_over() {
    let json = with(|sheet| {
        sheet["script"] = json!("alert(1)");
        sheet["prompts"][0]["colour"] = json!({ "deep": [1, 2, { "er": null }] });
        sheet["questions"][0]["default"] = json!(true);
        sheet["title"]["fr"] = json!("Exemple");
    });
    assert_eq!(
        told(&json),
        [
            "title, fr: sheets have nothing of this name. It was passed over.",
            "questions, number 1, default: sheets have nothing of this name. It was passed over.",
            "prompts, number 1, colour: sheets have nothing of this name. It was passed over.",
            "script: sheets have nothing of this name. It was passed over.",
        ]
    );
    assert_eq!(read_json(&json).sheet, read_json(&sheet()).sheet, "the rest is kept");
}

#[test]
fn a_unit_that_does_not_belong_is_named_and_left_out() {
    let json = with(|sheet| {
        sheet["results"][0]["units"] = json!(["mmHg", "mmol/mol", "furlong"]);
        sheet["questions"][5]["units"] = json!(["stones"]);
    });
    assert_eq!(
        told(&json),
        [
            "results, number 1, units, number 1: that unit does not belong there. It was left out.",
            "results, number 1, units, number 3: that unit does not belong there. It was left out.",
            "questions, number 6, units, number 1: that unit does not belong there. It was left out.",
            "questions, number 6, units: nothing is written there. What needs it was left out.",
        ]
    );
    let sheet = read_json(&json).sheet;
    assert_eq!(sheet.results[0].units, ["mmol/mol"]);
    assert_eq!(sheet.questions.len(), 6, "a question without a unit is not asked");
}

#[test]
fn an_impossible_date_is_named_and_left_out() {
    for date in ["2026-02-31", "2026-13", "31/10/2026", "0026-10-01", "20261-01-01", ""] {
        let json = with(|sheet| sheet["written"] = json!(date));
        assert_eq!(told(&json), ["written: there is no such date. It was left out."], "{date}");
        assert_eq!(read_json(&json).sheet.written, None);
        assert_eq!(read_json(&json).sheet.prompts.len(), 1);
    }
}

#[test]
fn of_500_prompts_60_are_kept_and_the_rest_is_one_sentence() {
    let prompts: Vec<Json> =
        (0..500).map(|n| json!({ "id": format!("p{n}"), "text": { "en-GB": "x", "cy": "x" } })).collect();
    let json = with(|sheet| sheet["prompts"] = json!(prompts));
    assert!(json.to_string().len() < MAX_BYTES);
    assert_eq!(
        told(&json),
        ["prompts: there are 500, and a sheet holds 60. Those after that were left out."]
    );
    let kept = read_json(&json).sheet;
    assert_eq!((kept.prompts.len(), kept.prompts[59].id.as_str()), (60, "p59"));
    assert_eq!(kept.questions.len(), 7);
}

#[test]
fn an_id_used_twice_and_a_name_that_stands_twice_count_once() {
    let json = with(|sheet| {
        let again = json!({ "id": "sleep", "text": { "en-GB": "Again", "cy": "Eto" } });
        sheet["prompts"].as_array_mut().unwrap().push(again);
    });
    assert_eq!(told(&json), ["prompts, number 2, id: it stands there twice. The first one counts."]);
    assert_eq!(read_json(&json).sheet.prompts.len(), 1);
    // A reader that took the last would show another title than this one.
    let text = sheet().to_string().replacen('{', "{\"title\":{\"en-GB\":\"First\",\"cy\":\"Cyntaf\"},", 1);
    let read = read(text.as_bytes()).unwrap();
    let place = vec![Part::Name("title".to_owned())];
    assert_eq!(read.faults, [Fault { place, what: What::Twice }]);
    assert_eq!(read.sheet.title.en, "First");
}

#[test]
fn a_missing_text_is_told_by_language_and_the_other_is_used() {
    let json = with(|sheet| {
        sheet["prompts"][0]["text"] = json!({ "en-GB": "Sleep" });
        sheet["title"] = json!({ "cy": "Enghraifft" });
    });
    assert_eq!(
        told(&json),
        [
            "title: there is no text in English. The Welsh is used.",
            "prompts, number 1, text: there is no text in Welsh. The English is used.",
        ]
    );
    let kept = read_json(&json).sheet;
    assert_eq!(kept.prompts[0].text.in_language(Language::Cy), "Sleep");
    assert_eq!(kept.title.in_language(Language::EnGb), "Enghraifft");
}

#[test]
fn what_has_no_words_in_any_language_is_left_out() {
    let json = with(|sheet| {
        sheet["prompts"][0]["text"] = json!({});
        sheet["questions"][0].as_object_mut().unwrap().remove("ask");
        sheet["results"][0]["name"] = json!({ "en-GB": "  ", "cy": "" });
    });
    let kept = read_json(&json).sheet;
    assert_eq!((kept.results.len(), kept.questions.len(), kept.prompts.len()), (0, 6, 0));
    let told = told(&json);
    for place in ["results, number 1, name", "questions, number 1, ask", "prompts, number 1, text"] {
        let sentence = format!("{place}: nothing is written there. What needs it was left out.");
        assert!(told.contains(&sentence), "{told:?}");
    }
}

#[test]
fn an_explanation_with_a_number_is_left_out_and_the_result_stays() {
    for explain in ["Aim for less than 7", "48-53 mmol/mol", "between ４８ and ½", "Best under7 or 7."] {
        let json = with(|sheet| sheet["results"][0]["explain"]["en-GB"] = json!(explain));
        let kept = read_json(&json).sheet;
        assert!(kept.results[0].explain.is_empty(), "{explain}");
        assert_eq!(kept.results[0].name.en, "HbA1c");
        assert!(told(&json)[0].starts_with("results, number 1, explain: a number in an explanation"));
    }
    for explain in ["HbA1c and FEV1 are names", "No number at all."] {
        let json = with(|sheet| sheet["results"][0]["explain"]["en-GB"] = json!(explain));
        assert_eq!(told(&json), Vec::<String>::new(), "{explain}");
    }
}

#[test]
fn hidden_characters_and_texts_too_long_are_left_out_and_never_cut() {
    let long = "x".repeat(MAX_LINE + 1);
    let json = with(|sheet| {
        sheet["prompts"][0]["text"]["en-GB"] = json!("Sleep\u{202e}peelS");
        sheet["questions"][0]["ask"]["cy"] = json!("a\u{0}b");
        sheet["title"]["en-GB"] = json!(long);
    });
    let told = told(&json);
    assert!(
        told.contains(&"title, en-GB: it is longer than 160 characters. It was left out, not cut.".into())
    );
    assert!(told.contains(
        &"prompts, number 1, text, en-GB: it holds a hidden character. It was left out.".to_owned()
    ));
    let kept = read_json(&json).sheet;
    assert_eq!(kept.prompts[0].text.in_language(Language::EnGb), "Cwsg");
    assert_eq!(kept.title.en, "");
    let fits = with(|sheet| sheet["title"]["en-GB"] = json!("x".repeat(MAX_LINE)));
    assert_eq!(read_json(&fits).faults, []);
}

#[test]
fn another_sort_of_value_is_left_out_wherever_it_stands() {
    let others = [json!(null), json!(true), json!(-1), json!(1.5), json!([]), json!({}), json!("x")];
    for name in ["id", "version", "written", "sources", "title", "mood", "results", "questions", "prompts"] {
        for other in &others {
            let json = with(|sheet| sheet[name] = other.clone());
            let read = read_json(&json);
            let intact = read_json(&sheet()).sheet;
            let told: Vec<_> = read.faults.iter().map(|fault| &fault.place[0]).collect();
            assert!(told.iter().all(|part| **part == Part::Name(name.to_owned())), "{name} {other}");
            // Whatever one part is, the others are as they were.
            assert!(name == "prompts" || read.sheet.prompts == intact.prompts, "{name} {other}");
            assert!(name == "questions" || read.sheet.questions == intact.questions, "{name} {other}");
        }
    }
}

#[test]
fn an_answer_that_sheets_do_not_have_is_not_asked() {
    let json = with(|sheet| {
        sheet["questions"][0]["answer"] = json!("phq-9");
        sheet["questions"][3] = json!({ "use": "cat-items" });
        sheet["mood"] = json!(["whooley-down", "whooley-down", "phq-2"]);
    });
    assert_eq!(
        told(&json),
        [
            "mood, number 2: it stands there twice. The first one counts.",
            "mood: there are 3, and a sheet holds 2. Those after that were left out.",
            "questions, number 1, answer: that is nothing which may stand there. It was left out.",
            "questions, number 4, use: that is nothing which may stand there. It was left out.",
        ]
    );
    let kept = read_json(&json).sheet;
    assert_eq!(kept.mood, [MoodQuestion::Down]);
    assert_eq!(kept.questions.len(), 5);
}

#[test]
fn hearths_own_questions_cannot_be_put_into_other_words() {
    for id in ["mrc", "cat"] {
        let json = with(|sheet| sheet["questions"][0]["id"] = json!(id));
        let kept = read_json(&json).sheet;
        assert!(kept.questions.iter().all(|question| question.id != id || question.ask.is_empty()));
        assert_eq!(kept.questions.len(), 6);
    }
}

#[test]
fn what_is_no_sheet_is_refused_with_a_sentence() {
    let too_large = vec![b' '; MAX_BYTES + 1];
    let nested = "[".repeat(60_000);
    for (bytes, error) in [
        (too_large.as_slice(), SheetError::TooLarge),
        (&[0xff, 0xfe, 0x00], SheetError::NotJson { line: 0 }),
        (b"{\n\"hearth-sheet\": 1,\n oops", SheetError::NotJson { line: 3 }),
        (b"", SheetError::NotJson { line: 1 }),
        (nested.as_bytes(), SheetError::NotJson { line: 1 }),
        (b"[]", SheetError::NotASheet),
        (b"{}", SheetError::NotASheet),
        (br#"{"hearth-sheet": "1"}"#, SheetError::NotASheet),
        (br#"{"hearth-sheet": 2}"#, SheetError::Newer),
        (br#"{"hearth-sheet": 1, "id": "x"}"#, SheetError::Nothing),
    ] {
        assert_eq!(read(bytes), Err(error.clone()));
        let words = Words::new(Language::EnGb);
        let said = words.say(error.key(), &[("line", crate::words::Arg::Text("3"))]);
        assert!(said.contains("Nothing was changed"), "{said}");
    }
}

#[test]
fn very_many_faults_are_told_as_fifty_and_a_count() {
    let json = with(|sheet| {
        for n in 0..400 {
            sheet[format!("x{n}")] = json!(n);
        }
        sheet[&"y".repeat(300)] = json!(0);
        sheet["a\nb"] = json!(0);
    });
    let told = told(&json);
    assert_eq!(told.len(), 51);
    assert_eq!(told[50], "And 352 more like these.");
    // A name that can be none is not repeated.
    assert!(told.iter().all(|line| !line.contains("yyyy") && !line.contains('\n')), "{told:?}");
}

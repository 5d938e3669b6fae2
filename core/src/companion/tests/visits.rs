//! Visits: four stages that can be left and gone back to, and their sheets.

use super::*;

#[test]
fn a_visit_begins_with_nothing_known_and_is_drawn_and_kept() {
    let (phone, hearth) = begun();
    let visit = hearth.begin_visit("", "", None, PERSON).unwrap();
    drop(hearth);
    let hearth = phone.open().unwrap();
    let view = hearth.visit(visit).unwrap();
    assert!(view.sheets.is_empty() && view.questions.is_empty() && view.agenda.is_empty());
    assert!(!view.what_for.is_answered() && !view.on.is_answered());
    assert_eq!(view.review_line, "not answered");
    assert_eq!(hearth.visits().len(), 1);
}

#[test]
fn a_stage_can_be_left_half_done_gone_on_from_and_gone_back_to() {
    let (phone, hearth) = begun();
    let visit = add_visit(&hearth, &["copd"]);
    let here = |hearth: &Companion| {
        let view = hearth.visit(visit).unwrap();
        let here: Vec<&str> =
            view.stages.iter().filter(|stage| stage.here).map(|stage| stage.stage).collect();
        assert_eq!(here.len(), 1);
        here[0]
    };
    assert_eq!(here(&hearth), "gather");
    hearth.answer(visit, "mrc", &Answered::Mrc(3), PERSON).unwrap();
    // Nothing needs to be done first, in whatever order.
    for stage in ["after", "between", "gather", "agree"] {
        hearth.go_to_stage(visit, stage).unwrap();
        assert_eq!(here(&hearth), stage);
        assert_eq!(question(&hearth.visit(visit).unwrap(), "mrc").line, "MRC breathlessness: 3 of 5");
    }
    drop(hearth);
    assert_eq!(here(&phone.open().unwrap()), "agree");
    let hearth = phone.open();
    assert!(hearth.is_ok());
}

#[test]
fn a_stage_that_is_none_is_refused() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &[]);
    assert!(matches!(hearth.go_to_stage(visit, "billing"), Err(Trouble::Refused(Refused::NotAChoice))));
    let nothing = EntityId([7; 16]);
    assert!(matches!(hearth.go_to_stage(nothing, "agree"), Err(Trouble::NotFound)));
    assert!(matches!(hearth.visit(nothing), Err(Trouble::NotFound)));
}

#[test]
fn visits_without_a_date_come_first_then_the_newest() {
    let (_phone, hearth) = begun();
    let old = hearth.begin_visit("old", "", Some("2025-10-14"), PERSON).unwrap();
    let new = hearth.begin_visit("new", "", Some("2026-10-14"), PERSON).unwrap();
    let open = hearth.begin_visit("open", "", None, PERSON).unwrap();
    let order: Vec<EntityId> = hearth.visits().iter().map(|line| line.id).collect();
    assert_eq!(order, [open, new, old]);
    assert_eq!(hearth.visits()[0].stage, "Getting ready");
    hearth.remove(Kind::Visit, open, PERSON).unwrap();
    assert_eq!(hearth.visits().len(), 2);
}

#[test]
fn hearths_seven_sheets_are_offered_with_their_sources() {
    let (_phone, hearth) = begun();
    let sheets = hearth.sheets();
    let titles: Vec<&str> = sheets.iter().map(|sheet| sheet.title.as_str()).collect();
    assert_eq!(titles[..3], ["Any visit", "Diabetes", "COPD"]);
    assert_eq!(sheets.len(), 7);
    assert!(sheets.iter().all(|sheet| !sheet.sources.is_empty() && sheet.faults.is_empty()));
}

#[test]
fn a_sheet_used_on_one_phone_and_put_away_on_the_other_is_used() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let visit = add_visit(&here, &["copd"]);
    swap(&here, &there);
    here.use_sheet(visit, "copd", false).unwrap();
    assert!(here.visit(visit).unwrap().sheets.is_empty());
    there.use_sheet(visit, "copd", true).unwrap();
    swap(&here, &there);
    for hearth in [&here, &there] {
        assert_eq!(hearth.visit(visit).unwrap().sheets.len(), 1);
    }
}

#[test]
fn an_answer_stays_in_sight_when_its_sheet_is_put_away() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["copd"]);
    hearth.answer(visit, "inhalers", &Answered::Words("Stiff to press".into()), PERSON).unwrap();
    hearth.circle(visit, "wheezing", true, PERSON).unwrap();
    hearth.use_sheet(visit, "copd", false).unwrap();
    let view = hearth.visit(visit).unwrap();
    assert_eq!(view.questions.len(), 1);
    assert_eq!(view.questions[0].ask, "How do you get on with your inhalers?");
    assert_eq!(view.questions[0].line, "Stiff to press");
    assert_eq!((view.prompts.len(), view.prompts[0].words.as_str()), (1, "Wheezing"));
    hearth.circle(visit, "wheezing", false, PERSON).unwrap();
    assert!(hearth.visit(visit).unwrap().prompts.is_empty());
}

const OWN: &str = r#"{ "hearth-sheet": 1, "id": "heart", "version": "3", "written": "2026-02-31",
    "sources": ["our clinic"], "title": { "en-GB": "Heart failure", "cy": "Methiant y galon" },
    "colour": "red", "mood": ["whooley-down"],
    "questions": [{ "id": "q1", "ask": { "en-GB": "How many pillows?" }, "answer": "count" }],
    "prompts": [{ "id": "p1", "text": { "en-GB": "Salt", "cy": "Halen" } }] }"#;

#[test]
fn a_clinicians_own_sheet_is_kept_with_who_gave_it_and_when_and_its_faults_by_place() {
    let (phone, hearth) = begun();
    let loaded = hearth.load_sheet(OWN.as_bytes(), "Ann Example", PERSON).unwrap();
    let told = [
        "written: there is no such date. It was left out.",
        "questions, number 1, ask: there is no text in Welsh. The English is used.",
        "colour: sheets have nothing of this name. It was passed over.",
    ];
    assert_eq!(loaded.faults, told);
    drop(hearth);
    let hearth = phone.open().unwrap();
    let sheet = hearth.sheets().pop().unwrap();
    assert_eq!((sheet.sheet.as_str(), sheet.title.as_str()), (loaded.sheet.as_str(), "Heart failure"));
    assert_eq!(sheet.given.as_deref(), Some("From Ann Example, 1 October 2026"));
    assert_eq!(sheet.faults, told);
    let visit = add_visit(&hearth, &[&loaded.sheet, "copd"]);
    let view = hearth.visit(visit).unwrap();
    let own = view.questions.iter().find(|question| question.ask == "How many pillows?").unwrap();
    hearth.answer(visit, &own.key, &Answered::Count(3), PERSON).unwrap();
    assert_eq!(question(&hearth.visit(visit).unwrap(), &own.key).line, "3");
    assert_eq!(view.sheets[0].title, "COPD", "Hearth’s come first, whatever was chosen first");
}

#[test]
fn the_same_file_again_is_the_same_sheet_and_what_is_none_is_refused() {
    let (_phone, hearth) = begun();
    let first = hearth.load_sheet(OWN.as_bytes(), "Ann Example", PERSON).unwrap();
    let windows = OWN.replace('\n', "\r\n");
    assert_eq!(hearth.load_sheet(windows.as_bytes(), "Ann Example", PERSON).unwrap(), first);
    assert_eq!(hearth.sheets().len(), 8);
    for (bytes, sentence) in [
        (&b"{"[..], "This sheet stops making sense at line 1."),
        (b"{}", "This file is not a sheet for a visit."),
        (&[0xff], "This file is not text that can be read."),
        (&[b' '; 64 * 1024 + 1], "This sheet is larger than 64 KB."),
    ] {
        let refused = hearth.load_sheet(bytes, "Ann Example", PERSON).unwrap_err();
        assert!(refused.sentence(hearth.words()).starts_with(sentence), "{sentence}");
    }
    assert_eq!(hearth.sheets().len(), 8);
    let visit = add_visit(&hearth, &[]);
    assert!(matches!(hearth.use_sheet(visit, "no-such-sheet", true), Err(Trouble::NotFound)));
}

#[test]
fn a_sheet_that_somebody_suggests_waits_and_asks_nothing() {
    let (_phone, hearth) = begun();
    let loaded = hearth.load_sheet(OWN.as_bytes(), "Ann Example", &guest()).unwrap();
    assert_eq!(hearth.sheets().len(), 7);
    let visit = add_visit(&hearth, &[]);
    assert!(matches!(hearth.use_sheet(visit, &loaded.sheet, true), Err(Trouble::NotFound)));
    accept_each(&hearth);
    hearth.use_sheet(visit, &loaded.sheet, true).unwrap();
    assert_eq!(hearth.visit(visit).unwrap().questions.len(), 1);
}

#[test]
fn in_welsh_the_sheets_speak_welsh() {
    let phone = Phone::new("fy ffôn");
    let platform = Platform { language: crate::words::Language::Cy, ..phone.platform() };
    let hearth = Companion::begin(&phone.folders(), platform, "Jo").unwrap().0;
    let visit = add_visit(&hearth, &["copd"]);
    hearth.answer(visit, "mrc", &Answered::Mrc(3), PERSON).unwrap();
    let view = hearth.visit(visit).unwrap();
    assert_eq!(view.stages[0].heading, "Paratoi");
    assert_eq!(question(&view, "smoking").ask, "Ydych chi’n ysmygu neu’n fepio?");
    assert_eq!(question(&view, "mrc").line, "Diffyg anadl MRC: 3 o 5");
    assert!(view.prompts.iter().any(|prompt| prompt.words == "Gwichian"));
}

//! Rule 9: after any Whooley yes, unscored, the safety words, word for word; and
//! mood goes nowhere but by a choice of its own.

use super::*;
use crate::sheets::MoodQuestion::{Down, Interest};
use crate::words::Language;

const SAFETY: &str = "Thank you. Nobody has been told yet. Please talk to your practice. \
    Not safe, or thinking of harming yourself? \
    999 or A&E; 111, mental health option; Samaritans 116 123.";

fn mood(hearth: &Companion, visit: EntityId) -> MoodView {
    hearth.visit(visit).unwrap().mood.unwrap()
}

#[test]
fn rule_9_after_any_yes_the_safety_words_come_at_once_word_for_word_and_stay() {
    for question in [Down, Interest] {
        let (phone, hearth) = begun();
        let visit = add_visit(&hearth, &["general"]);
        assert_eq!(mood(&hearth, visit).safety, None);
        let said = hearth.answer_mood(visit, question, MoodAnswer::Yes, PERSON).unwrap();
        assert_eq!(said.as_deref(), Some(SAFETY));
        drop(hearth);
        let hearth = phone.open().unwrap();
        assert_eq!(mood(&hearth, visit).safety.as_deref(), Some(SAFETY));
        // The other answer takes nothing of it away.
        let other = if question == Down { Interest } else { Down };
        let said = hearth.answer_mood(visit, other, MoodAnswer::No, PERSON).unwrap();
        assert_eq!(said.as_deref(), Some(SAFETY));
    }
}

#[test]
fn rule_9_no_and_rather_not_say_and_nothing_bring_no_safety_words_and_no_number() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["general"]);
    for answer in [MoodAnswer::No, MoodAnswer::RatherNotSay, MoodAnswer::Nothing] {
        assert_eq!(hearth.answer_mood(visit, Down, answer, PERSON).unwrap(), None);
    }
    hearth.answer_mood(visit, Interest, MoodAnswer::RatherNotSay, PERSON).unwrap();
    let view = mood(&hearth, visit);
    let lines: Vec<&str> = view.questions.iter().map(|question| question.line.as_str()).collect();
    assert_eq!(lines, ["not answered", "rather not say"]);
    let all = format!("{view:?}");
    assert!(!all.contains(" of 2") && !all.contains("total"), "unscored");
}

#[test]
fn rule_9_in_welsh_the_english_stands_beside_the_safety_words() {
    let phone = Phone::new("fy ffôn");
    let platform = Platform { language: Language::Cy, ..phone.platform() };
    let hearth = Companion::begin(&phone.folders(), platform, "Jo").unwrap().0;
    let visit = add_visit(&hearth, &["general"]);
    let said = hearth.answer_mood(visit, Down, MoodAnswer::Yes, PERSON).unwrap().unwrap();
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[1], SAFETY);
    // The Welsh, as it stands now. A change of it is a change of the safety case.
    assert_eq!(
        lines[0],
        "Diolch. Does neb wedi cael gwybod eto. Siaradwch â’ch meddygfa, os gwelwch yn dda. \
         Ddim yn ddiogel, neu’n meddwl am niweidio’ch hun? \
         999 neu’r adran achosion brys (A&E); 111, opsiwn iechyd meddwl; Samariaid 116 123."
    );
    let not_read = hearth.visit(visit).unwrap().not_read;
    assert!(not_read.ends_with("\nHearth does not read what you write. It tells nobody."), "{not_read}");
}

#[test]
fn rule_9_a_yes_on_either_phone_or_one_that_somebody_suggests_brings_them_too() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let visit = add_visit(&here, &["general"]);
    swap(&here, &there);
    here.answer_mood(visit, Down, MoodAnswer::No, PERSON).unwrap();
    there.answer_mood(visit, Down, MoodAnswer::Yes, PERSON).unwrap();
    swap(&here, &there);
    let view = mood(&here, visit);
    assert_eq!(view.questions[0].said.versions.len(), 2, "both are kept");
    assert_eq!(view.safety.as_deref(), Some(SAFETY));
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["general"]);
    let said = hearth.answer_mood(visit, Interest, MoodAnswer::Yes, &guest()).unwrap();
    assert_eq!(said.as_deref(), Some(SAFETY));
    assert_eq!(mood(&hearth, visit).questions[1].line, "not answered", "it waits for the person");
}

#[test]
fn rule_9_mood_is_asked_once_whatever_sheets_are_used_in_its_published_words() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["diabetes", "copd", "msk-pain", "general"]);
    let asked: Vec<String> =
        mood(&hearth, visit).questions.iter().map(|question| question.ask.clone()).collect();
    assert_eq!(
        asked,
        [
            "During the last month, have you often been bothered by feeling down, depressed or hopeless?",
            "During the last month, have you often been bothered by having little interest or pleasure in \
             doing things?",
        ]
    );
    assert_eq!(mood(&hearth, visit).own_choice, "These answers go to nobody unless you choose it.");
    hearth.answer_mood(visit, Down, MoodAnswer::Yes, PERSON).unwrap();
    for sheet in ["diabetes", "copd", "msk-pain", "general"] {
        hearth.use_sheet(visit, sheet, false).unwrap();
    }
    assert_eq!(mood(&hearth, visit).safety.as_deref(), Some(SAFETY), "a yes does not go out of sight");
}

#[test]
fn rule_9_mood_is_in_no_export_summary_or_page_to_show_unless_it_is_chosen() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["general"]);
    let before = hearth.export().json.to_string();
    hearth.answer_mood(visit, Down, MoodAnswer::Yes, PERSON).unwrap();
    let export = hearth.export();
    assert_eq!(export.json.to_string(), before, "not even that it was answered");
    assert_eq!(export.left_out.delicate, 1);
    assert!(!hearth.visit_summary(Some(visit), false).unwrap().text.contains("depressed"));
    let shown = hearth.visit_to_show(visit).unwrap();
    assert!(shown.mood.is_none());
    assert!(shown.agenda.iter().all(|item| item.what != "mood"));
    // The person's own agenda says that it was answered, and not what.
    let mine = hearth.visit(visit).unwrap();
    assert_eq!(under(&mine, "How I have felt"), ["Answered. Only you see what."]);
    // Chosen, it is there.
    let chosen = hearth.export_with_delicate().json.to_string();
    assert!(chosen.contains("\"down\"") && chosen.contains("\"yes\""));
    let chosen = hearth.visit_summary(Some(visit), true).unwrap().text;
    assert!(
        chosen.contains(
            "Last month, down, depressed or hopeless: yes. Little interest or pleasure: not answered."
        ),
        "{chosen}"
    );
    assert!(!hearth.visit_summary(None, true).unwrap().text.contains("depressed"), "of that visit only");
}

#[test]
fn rule_9_a_suggestion_about_mood_is_not_read_out_on_the_agenda() {
    let (_phone, hearth) = begun();
    let visit = add_visit(&hearth, &["general"]);
    hearth.answer_mood(visit, Down, MoodAnswer::Yes, &guest()).unwrap();
    let view = hearth.visit(visit).unwrap();
    assert!(under(&view, "Suggestions that wait").is_empty());
    assert!(under(&hearth.visit_to_show(visit).unwrap(), "Suggestions that wait").is_empty());
}

#[test]
fn every_field_about_mood_is_delicate() {
    use crate::plan::Sensitivity;
    assert!(Mood::FIELDS.iter().all(|field| field.sensitivity == Sensitivity::Delicate));
}

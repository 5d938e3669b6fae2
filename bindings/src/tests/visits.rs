//! A visit through the boundary, from gathering to what came of it.

use super::*;
use crate::rooms::talk::{Answered, MoodAnswer, VisitAgreement};
use crate::rooms::visits::{AnswerKind, MoodQuestion};

#[test]
fn a_visit_is_prepared_talked_through_and_agreed() {
    let (_phone, plan) = begun();
    let goal = add_goal(&plan, "Walk to the canal");
    let visit = plan.begin_visit("My yearly talk", "The nurse", Some("2026-10-14".to_owned()), ME).unwrap();
    let sheet = plan.sheets().unwrap().into_iter().find(|sheet| sheet.sheet == "copd").unwrap();
    plan.use_sheet(&visit, &sheet.sheet, true).unwrap();
    let view = plan.visit(&visit).unwrap();
    let of_kind = |kind| view.questions.iter().find(|question| question.kind == kind).unwrap().key.clone();
    plan.answer(&visit, &of_kind(AnswerKind::Mrc), Answered::Mrc { grade: 3 }, ME).unwrap();
    plan.answer(&visit, &of_kind(AnswerKind::Cat), Answered::Cat { total: 40 }, ME).unwrap();
    let too_much = plan.answer(&visit, &of_kind(AnswerKind::Cat), Answered::Cat { total: 41 }, ME);
    assert_eq!(group(too_much), Group::Refused);
    let no_question = plan.answer(&visit, "no such question", Answered::Yes, ME);
    assert_eq!(group(no_question), Group::NotThere);
    plan.circle(&visit, &view.prompts[0].key, true, ME).unwrap();
    plan.add_thought(&visit, "question", "Why am I so tired?", "", ME).unwrap();
    let result = &view.results[0];
    let unit = result.units.first().cloned().unwrap_or_default();
    plan.add_sheet_result(&visit, &result.key, "1.5", &unit, "2026-10-01", ME).unwrap();
    plan.go_to_stage(&visit, "agree").unwrap();
    assert!(plan.go_to_stage(&visit, "sideways").is_err());
    let view = plan.visit(&visit).unwrap();
    assert!(view.stages.iter().any(|stage| stage.stage == "agree" && stage.here));
    assert!(view.prompts[0].circled);
    let first = view.agenda[0].what.clone();
    plan.discussed(&visit, &first, true).unwrap();
    assert!(plan.visit(&visit).unwrap().agenda[0].discussed);
    plan.note_promise(&visit, "Ring the clinic", "The nurse", None, ME).unwrap();
    plan.goals_in_visit(&visit, vec![goal.clone()]).unwrap();
    plan.set_review(&visit, "2027-01-14", "", "The nurse", ME).unwrap();
    let agreed = VisitAgreement {
        with: "Ann Example".to_owned(),
        role: "nurse".to_owned(),
        on: "2026-10-14".to_owned(),
        goals: vec![goal],
        together: Some(true),
    };
    plan.agree_visit(&visit, agreed, ME).unwrap();
    let view = plan.visit(&visit).unwrap();
    assert_eq!((view.goals.len(), view.promises.len(), view.agreements.len()), (1, 1, 1));
    let summary = plan.visit_summary(Some(visit), false).unwrap();
    assert!(summary.text.contains("Walk to the canal") && summary.characters < 2000);
    plan.visit_summary(None, false).unwrap();
}

#[test]
fn mood_is_followed_by_the_safety_words_and_is_not_on_the_page_that_is_shown() {
    let (_phone, plan) = begun();
    let visit = plan.begin_visit("My talk", "The nurse", None, ME).unwrap();
    plan.use_sheet(&visit, "copd", true).unwrap();
    let answer = |answer| plan.answer_mood(&visit, MoodQuestion::Down, answer, ME).unwrap();
    assert!(answer(MoodAnswer::No).is_none() && answer(MoodAnswer::RatherNotSay).is_none());
    let said = answer(MoodAnswer::Yes).unwrap();
    assert!(said.contains("Nobody has been told yet") && said.contains("116 123"), "{said}");
    let mood = plan.visit(&visit).unwrap().mood.unwrap();
    assert_eq!(mood.safety, Some(said));
    assert_eq!(mood.questions[0].question, MoodQuestion::Down);
    assert!(plan.visit_to_show(&visit).unwrap().mood.is_none());
    assert!(plan.export(false).unwrap().left_out.delicate > 0);
    assert!(answer(MoodAnswer::Nothing).is_none());
}

#[test]
fn a_sheet_from_outside_is_read_or_refused_with_its_faults() {
    let (_phone, plan) = begun();
    for no_sheet in [&b""[..], b"{", b"[]", b"\xff\xfe", b"{\"sheet\":1}"] {
        assert_eq!(group(plan.load_sheet(no_sheet, "Ann Example", ME)), Group::BadFile);
    }
}

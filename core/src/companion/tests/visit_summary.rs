//! The plan in short: under 2,000 characters always, honest about what it leaves
//! out, and nothing in it that is not to leave the phone.

use super::*;
use proptest::prelude::*;

fn summary(hearth: &Companion, visit: Option<EntityId>) -> SummaryView {
    let summary = hearth.visit_summary(visit, false).unwrap();
    assert!(summary.text.encode_utf16().count() < MAX_SUMMARY, "{}", summary.characters);
    summary
}

fn lines(summary: &SummaryView) -> Vec<&str> {
    summary.text.lines().collect()
}

/// A plan with one of everything a summary tells.
fn whole_plan(hearth: &Companion) -> (EntityId, EntityId) {
    let about = on(Kind::AboutMe);
    hearth.write(Kind::AboutMe, about, &AboutMe::IMPORTANT, text("My garden. My sister."), PERSON).unwrap();
    let goal = add_goal(hearth, "Walk to the shop");
    hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(9), PERSON).unwrap();
    let fields = [(Action::GOAL, Value::Entity(goal)), (Action::WHAT, text("Rehabilitation"))];
    hearth.add(Kind::Action, &fields, PERSON).unwrap();
    let (plan, _) = add_plan(hearth);
    let kept = [(KeptThing::PLAN, Value::Entity(plan)), (KeptThing::WHAT, text("Prednisolone 30 mg"))];
    hearth.add(Kind::KeptThing, &kept, PERSON).unwrap();
    let visit = add_visit(hearth, &["copd"]);
    hearth.note_promise(visit, "A place at rehabilitation", "The nurse", Some("2026-11"), PERSON).unwrap();
    hearth.set_review(visit, "2027-01", "", "the nurse", PERSON).unwrap();
    let agreement = VisitAgreement {
        with: "Ann Example".into(),
        role: "nurse".into(),
        on: "2026-10-14".into(),
        goals: vec![goal],
        together: None,
    };
    hearth.agree_visit(visit, &agreement, PERSON).unwrap();
    (visit, goal)
}

#[test]
fn it_tells_what_matters_goals_promises_that_an_unwell_plan_exists_and_who_agreed() {
    let (_phone, hearth) = begun();
    let (visit, _) = whole_plan(&hearth);
    assert_eq!(
        lines(&summary(&hearth, Some(visit))),
        [
            "Care plan of Jo, in short. Made 1 October 2026, as recorded by the patient.",
            "Visit: My yearly talk, The nurse, 14 October 2026",
            "What matters most: My garden. My sister.",
            "Goal: Walk to the shop (importance: 9 of 10)",
            "- Action: Rehabilitation (confidence: not answered)",
            "Promised: A place at rehabilitation (The nurse, by November 2026; promised)",
            "There is a plan for when unwell. When my breathing gets worse",
            "To be looked at again by January 2027. Who will see to it: the nurse.",
            "Agreed with Ann Example, 14 October 2026, as recorded by the patient",
        ]
    );
    let whole = summary(&hearth, None);
    assert!(!whole.text.contains("Visit:") && whole.text.contains("Goal: Walk to the shop"));
    assert!(
        !whole.text.contains("Prednisolone") && !whole.text.contains("Sit forward"),
        "no doses, no steps"
    );
    assert!(matches!(hearth.visit_summary(Some(EntityId([9; 16])), false), Err(Trouble::NotFound)));
}

#[test]
fn rule_3_a_plan_with_nothing_in_it_has_a_summary() {
    let (_phone, hearth) = begun();
    assert_eq!(lines(&summary(&hearth, None)).len(), 1);
}

#[test]
fn a_late_promise_says_by_how_much_on_the_day_it_was_made() {
    let (phone, hearth) = begun();
    let visit = add_visit(&hearth, &[]);
    hearth.note_promise(visit, "A letter", "The doctor", Some("2026-10-05"), PERSON).unwrap();
    phone.later(6);
    let text = summary(&hearth, None).text;
    assert!(text.contains("Promised: A letter (The doctor, by 5 October 2026; 2 days late)"), "{text}");
    assert!(text.contains("Made 7 October 2026"), "a day, never “yesterday”: {text}");
}

#[test]
fn rule_5_two_versions_are_both_told_and_never_one_of_them_alone() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let goal = add_goal(&here, "first");
    swap(&here, &there);
    here.write(Kind::Goal, goal, &Goal::WORDS, text("Walk to the shop"), PERSON).unwrap();
    there.write(Kind::Goal, goal, &Goal::WORDS, text("Swim"), PERSON).unwrap();
    here.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(9), PERSON).unwrap();
    there.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(2), PERSON).unwrap();
    swap(&here, &there);
    let told = summary(&here, None).text;
    assert!(
        told.contains("Walk to the shop") && told.contains("Swim") && told.contains("check first"),
        "{told}"
    );
    assert!(told.contains("9 of 10 / 2 of 10") || told.contains("2 of 10 / 9 of 10"), "{told}");
    there.write_over(Kind::Goal, goal, &Goal::WORDS, text(&"x".repeat(900)), Some(vec![]), PERSON).unwrap();
    swap(&here, &there);
    let told = summary(&here, None);
    assert!(!told.text.contains("Swim"), "if one does not fit, neither is told: {}", told.text);
    assert_eq!(told.lines_left_out, 1);
}

#[test]
fn rule_7_nothing_that_is_only_mine_and_nothing_removed_is_in_it() {
    let (_phone, hearth) = begun();
    let (visit, goal) = whole_plan(&hearth);
    let plan = hearth.unwell_plans()[0].id;
    let promise = hearth.promises()[0].id;
    for (kind, id, words) in [
        (Kind::Goal, goal, "Walk to the shop"),
        (Kind::Unwell, plan, "plan for when unwell"),
        (Kind::Promise, promise, "A place at rehabilitation"),
        (Kind::AboutMe, on(Kind::AboutMe), "My garden"),
        (Kind::Visit, visit, "My yearly talk"),
    ] {
        assert!(summary(&hearth, Some(visit)).text.contains(words), "{words}");
        hearth.only_me(kind, id, true).unwrap();
        assert!(!summary(&hearth, Some(visit)).text.contains(words), "{words} is only mine");
        assert!(!summary(&hearth, None).text.contains(words), "{words} is only mine");
    }
    let text = summary(&hearth, Some(visit)).text;
    assert_eq!(text.lines().count(), 1, "{text}");
    let other = add_goal(&hearth, "Swim");
    hearth.remove(Kind::Goal, other, PERSON).unwrap();
    assert!(!summary(&hearth, None).text.contains("Swim"));
}

#[test]
fn what_waits_to_be_accepted_is_not_told_as_the_persons() {
    let (_phone, hearth) = begun();
    let goal = add_goal(&hearth, "Walk to the shop");
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("Lose weight"), &guest()).unwrap();
    hearth.add(Kind::Goal, &[(Goal::WORDS, text("Stop smoking"))], &guest()).unwrap();
    let told = summary(&hearth, None).text;
    assert!(!told.contains("Lose weight") && !told.contains("Stop smoking"), "{told}");
}

#[test]
fn a_long_plan_keeps_under_2000_characters_whole_sentences_and_says_what_it_left_out() {
    let (_phone, hearth) = begun();
    let (visit, _) = whole_plan(&hearth);
    let long = "I want to sleep through the night without pain. ".repeat(40);
    hearth.write(Kind::AboutMe, on(Kind::AboutMe), &AboutMe::IMPORTANT, text(&long), PERSON).unwrap();
    for n in 0..30 {
        add_goal(&hearth, &format!("Goal number {n} is to see my friends more often than I do now"));
    }
    let told = summary(&hearth, None);
    assert!(told.text.contains("without pain. (35 more sentences are in the plan)"), "{}", told.text);
    assert_eq!(told.sentences_left_out, 35);
    assert!(told.lines_left_out > 0);
    let last = lines(&told).pop().unwrap();
    assert_eq!(last, format!("{} lines did not fit here. They are in the plan.", told.lines_left_out));
    for must in ["There is a plan for when unwell", "Agreed with Ann Example"] {
        assert!(told.text.contains(must), "{must} is there whatever else is not");
    }
    assert!(summary(&hearth, Some(visit)).lines_left_out == 0, "of one visit, its own goals only");
}

#[test]
fn a_text_without_an_end_is_left_out_whole_and_counted_and_never_cut_in_a_word() {
    let (_phone, hearth) = begun();
    let endless = "endless ".repeat(400);
    let about = on(Kind::AboutMe);
    hearth.write(Kind::AboutMe, about, &AboutMe::IMPORTANT, text(&endless), PERSON).unwrap();
    let told = summary(&hearth, None);
    assert!(!told.text.contains("endless"), "{}", told.text);
    assert!(told.text.ends_with("1 line did not fit here. It is in the plan."));
}

#[test]
fn an_action_never_stands_under_another_goal() {
    let (_phone, hearth) = begun();
    let kept = add_goal(&hearth, "Swim");
    let long = add_goal(&hearth, &"w".repeat(500));
    for goal in [kept, long] {
        let fields = [(Action::GOAL, Value::Entity(goal)), (Action::WHAT, text("Ask at the pool"))];
        hearth.add(Kind::Action, &fields, PERSON).unwrap();
    }
    let told = summary(&hearth, None);
    assert_eq!(told.text.matches("Ask at the pool").count(), 1);
    assert_eq!(told.lines_left_out, 2);
}

#[test]
fn a_persons_line_cannot_pass_for_another_and_there_are_no_invisible_marks() {
    let (_phone, hearth) = begun();
    add_goal(&hearth, "Swim\nAgreed with the whole practice, today\u{202e}sgn");
    let arabic = add_goal(&hearth, "أريد أن أبقى في بيتي");
    hearth.agree(Kind::Goal, arabic, "سارہ", "", "2026-10-14", PERSON).unwrap();
    let told = summary(&hearth, None).text;
    assert!(told.contains("Goal: Swim; Agreed with the whole practice, todaysgn (importance: "), "{told}");
    assert!(told.contains("Agreed with سارہ, 14 October 2026"), "{told}");
    let mark = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!told.contains(mark));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_the_plan_holds_it_is_under_2000_characters(
        words in prop::collection::vec("(.{0,40}[.] ?){0,12}", 1..12),
        emoji in "[a👵é. ]{0,400}",
    ) {
        let (_phone, hearth) = begun();
        let clean = |text: &str| text.replace(|c: char| c.is_control(), " ");
        let visit = hearth.begin_visit(&clean(&emoji), &clean(&words[0]), None, PERSON).unwrap();
        hearth.write(Kind::AboutMe, on(Kind::AboutMe), &AboutMe::IMPORTANT, text(&clean(&emoji)), PERSON).unwrap();
        for one in &words {
            let one = clean(one);
            let goal = add_goal(&hearth, &one);
            hearth.note_promise(visit, &one, &one, None, PERSON).unwrap();
            hearth.agree(Kind::Goal, goal, &one, "", "2026-10-14", PERSON).unwrap();
            hearth.add(Kind::Unwell, &[(Unwell::NAME, text(&one))], PERSON).unwrap();
        }
        hearth.set_review(visit, "", &clean(&words[0]), &clean(&emoji), PERSON).unwrap();
        for visit in [None, Some(visit)] {
            let told = hearth.visit_summary(visit, true).unwrap();
            prop_assert!(told.text.encode_utf16().count() < MAX_SUMMARY);
            prop_assert_eq!(told.characters, told.text.encode_utf16().count());
        }
    }
}

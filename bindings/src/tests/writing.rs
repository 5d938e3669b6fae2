//! Writing by names, two versions, suggestions, what is removed and erased.

use super::*;
use crate::entry::{EntryField, EntryView};

fn field<'v>(entry: &'v EntryView, name: &str) -> &'v EntryField {
    entry.fields.iter().find(|field| field.name == name).unwrap()
}

#[test]
fn every_sort_of_answer_comes_back_as_it_was_written() {
    let (_phone, plan) = begun();
    let goal = add_goal(&plan, "Walk to the canal");
    let plan_id = plan.add("unwell", vec![with("name", words("Breathing"))], ME).unwrap();
    let step = plan.add("step", vec![with("plan", of(&plan_id)), with("words", words("Sit"))], ME).unwrap();
    let result = plan.add_result("Weight", "72.50", "kg", "2026-10-01", ME).unwrap();
    let interpreted = Answer::Interpreted {
        text: "My garden".to_owned(),
        original: "میرا باغ".to_owned(),
        language: "ur".to_owned(),
        interpreter: "Ann Example".to_owned(),
        on: "2026-10-01".to_owned(),
    };
    let me = plan.entry("me", "").unwrap().id;
    for (kind, id, name, answer) in [
        ("about", "", "about.important", interpreted),
        ("goal", goal.as_str(), "goal.words", words("Walk 🌊\tto\nthe canal \u{202e}x")),
        ("goal", goal.as_str(), "goal.importance", Answer::Whole { number: 9 }),
        ("goal", goal.as_str(), "goal.pinned", Answer::YesNo { yes: true }),
        ("goal", goal.as_str(), "goal.review", Answer::Date { date: "2026-11".to_owned() }),
        ("goal", goal.as_str(), "goal.status", choice("going")),
        ("step", step.as_str(), "step.plan", of(&plan_id)),
        ("unwell", plan_id.as_str(), "unwell.steps", Answer::Entries { ids: vec![step.clone()] }),
        ("result", result.as_str(), "result.value", Answer::Number { text: "72.50".to_owned() }),
        ("me", me.as_str(), "me.born", Answer::Date { date: "1951-03-04".to_owned() }),
    ] {
        plan.write(kind, id, name, answer.clone(), ME).unwrap();
        let entry = plan.entry(kind, id).unwrap();
        assert_eq!(field(&entry, name).kept, [answer], "{name}");
    }
    plan.write("goal", &goal, "importance", Answer::Nothing, ME).unwrap();
    let entry = plan.entry("goal", &goal).unwrap();
    let importance = field(&entry, "goal.importance");
    assert_eq!(importance.kept, [Answer::Nothing]);
    assert!(!importance.said.versions[0].answered);
}

#[test]
fn ten_thousand_words_are_kept_as_they_are_and_more_than_fit_are_refused_whole() {
    let (_phone, plan) = begun();
    let pasted = "canal ".repeat(10_000);
    let goal = add_goal(&plan, &pasted);
    assert_eq!(plan.goal(&goal).unwrap().words.versions[0].text, pasted);
    let more = "canal ".repeat(11_000);
    assert_eq!(reason(plan.write("goal", &goal, "words", words(&more), ME)), "error-text-too-long");
    assert_eq!(plan.goal(&goal).unwrap().words.versions[0].text, pasted);
    for hidden in ["\0", "\u{7}", "a\u{1b}[31mb"] {
        assert_eq!(reason(plan.write("goal", &goal, "words", words(hidden), ME)), "error-text-control");
    }
}

/// Both phones have what either has.
fn swap(one: &Plan, two: &Plan) {
    two.take_bundle(&one.bundle_for(None).unwrap()).unwrap();
    one.take_bundle(&two.bundle_for(None).unwrap()).unwrap();
}

#[test]
fn two_phones_write_at_once_both_versions_are_drawn_and_the_person_settles_them() {
    let (old, new) = (Phone::new(), Phone::new());
    let begun = old.begin();
    let goal = add_goal(&begun.plan, "Walk");
    begun.plan.back_up(&old.named("backup"), None).unwrap();
    let (words_, folders, platform) = (begun.recovery_words.join(" "), new.folders(), new.platform());
    let other = crate::doors::restore_plan(&old.named("backup"), &words_, &folders, &platform, None);
    let (one, two) = (begun.plan, other.unwrap().plan);
    one.write("goal", &goal, "words", words("Walk to the canal"), ME).unwrap();
    two.write("goal", &goal, "words", words("Walk to the bridge"), ME).unwrap();
    swap(&one, &two);
    let drawn = [&one, &two].map(|plan| plan.goal(&goal).unwrap().words);
    for view in &drawn {
        assert_eq!((view.versions.len(), view.seen.len()), (2, 2));
        assert_eq!(view.notes.len(), 1, "check first");
    }
    assert_eq!(one.home().unwrap().unsettled, 1);
    let settled = words("Walk to the canal and the bridge");
    one.write_over("goal", &goal, "words", settled, drawn[0].seen.clone(), ME).unwrap();
    swap(&one, &two);
    for plan in [&one, &two] {
        assert_eq!(plan.goal(&goal).unwrap().words.versions.len(), 1);
        assert_eq!(plan.history("goal", &goal, "words").unwrap().len(), 4);
    }
}

#[test]
fn a_suggestion_for_what_people_act_on_is_accepted_at_the_second_asking() {
    let (_phone, plan) = begun();
    let unwell = plan.add("unwell", vec![with("name", words("Breathing"))], ME).unwrap();
    let step = plan.add("step", vec![with("plan", of(&unwell)), with("words", words("Sit"))], ME).unwrap();
    plan.write("step", &step, "words", words("Sit forward"), guest()).unwrap();
    let waits = plan.suggestions().unwrap().remove(0);
    assert_eq!((waits.kind.as_str(), waits.entry.as_str(), waits.asks_again), ("step", step.as_str(), true));
    assert_eq!((waits.offered.as_str(), waits.stands.as_str()), ("Sit forward", "Sit"));
    assert_eq!(group(plan.accept(&waits.id, false)), Group::AskAgain);
    assert_eq!(plan.suggestions().unwrap().len(), 1);
    plan.accept(&waits.id, true).unwrap();
    let said = |plan: &Plan| plan.unwell(&unwell).unwrap().zones[0].steps[0].words.versions[0].text.clone();
    assert_eq!(said(&plan), "Sit forward");
    plan.undo_accept(&waits.id).unwrap();
    assert_eq!(said(&plan), "Sit");
    assert_eq!(plan.suggestions().unwrap().len(), 1, "it waits again");
}

#[test]
fn a_declined_suggestion_waits_no_more_and_changes_no_word() {
    let (_phone, plan) = begun();
    let goal = add_goal(&plan, "Walk");
    plan.write("goal", &goal, "words", words("Run"), guest()).unwrap();
    let waits = plan.suggestions().unwrap().remove(0);
    assert!(!waits.asks_again);
    plan.decline(&waits.id).unwrap();
    assert!(plan.suggestions().unwrap().is_empty());
    assert_eq!(plan.goal(&goal).unwrap().words.versions[0].text, "Walk");
}

#[test]
fn what_is_removed_is_kept_again_and_what_is_erased_is_in_no_history() {
    let (_phone, plan) = begun();
    let goal = add_goal(&plan, "Walk to the canal");
    plan.remove("goal", &goal, ME).unwrap();
    assert!(plan.goals().unwrap().is_empty());
    plan.keep("goal", &goal, ME).unwrap();
    assert_eq!(plan.goals().unwrap().len(), 1);
    plan.erase("goal", &goal, "words").unwrap();
    let history = plan.history("goal", &goal, "words").unwrap();
    assert!(!history.is_empty() && history.iter().all(|line| !line.text.contains("canal")));
    assert_eq!(group(plan.erase("goal", &goal, "words")), Group::NotThere);
}

#[test]
fn only_me_is_on_the_entry_and_out_of_the_export() {
    let (_phone, plan) = begun();
    let goal = add_goal(&plan, "A secret wish");
    plan.only_me("goal", &goal, true).unwrap();
    assert!(plan.goal(&goal).unwrap().only_me && plan.entry("goal", &goal).unwrap().only_me);
    let export = plan.export(true).unwrap();
    assert!(!export.json.contains("A secret wish"));
    assert_eq!(export.left_out.only_me, 1);
    plan.only_me("goal", &goal, false).unwrap();
    assert!(plan.export(false).unwrap().json.contains("A secret wish"));
}

#[test]
fn somebody_without_authority_writes_nothing() {
    let (_phone, plan) = begun();
    let sam = plan.add("person", vec![with("name", words("Sam"))], ME).unwrap();
    let behalf = || Writer::Behalf { person: sam.clone() };
    assert_eq!(reason(plan.add("goal", vec![with("words", words("x"))], behalf())), "error-no-authority");
    plan.add("authority", vec![with("person", of(&sam)), with("by", choice("parent"))], ME).unwrap();
    plan.add("goal", vec![with("words", words("On their behalf"))], behalf()).unwrap();
    assert_eq!(plan.people().unwrap()[0].authority.len(), 1);
}

#[test]
fn a_photo_beside_words_comes_back_without_where_it_was_taken() {
    let (_phone, plan) = begun();
    let goal = add_goal(&plan, "Walk");
    let photo = crate::tests::safe::jpeg();
    let id = plan.attach("goal", &goal, "words", &photo, ME).unwrap();
    assert!(!plan.attachment(&id).unwrap().is_empty());
    let beside = plan.beside("goal", &goal).unwrap();
    assert_eq!(
        (beside[0].id.as_str(), beside[0].field.as_str(), beside[0].sound),
        (&*id, "goal.words", false)
    );
    assert_eq!(group(plan.attach("goal", &goal, "words", b"no photo", ME)), Group::Refused);
    assert_eq!(group(plan.attach("goal", "", "words", &photo, ME)), Group::NotThere);
}

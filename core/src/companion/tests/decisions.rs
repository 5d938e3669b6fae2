//! Decisions: a choice to make, what matters about each option, and an answer;
//! "not now" is one.

use super::*;

/// A choice between an operation and exercise, with something that matters about
/// the operation.
fn choice(hearth: &Companion) -> (EntityId, EntityId, EntityId) {
    let what = [(Decision::WHAT, text("What to do about my knee"))];
    let decision = hearth.add(Kind::Decision, &what, PERSON).unwrap();
    let operation = hearth.add_option(decision, "An operation", Some("treatment"), PERSON).unwrap();
    let exercise = hearth.add_option(decision, "Exercise", None, PERSON).unwrap();
    hearth.weigh(operation, Some("against"), "Six weeks away from my dog", PERSON).unwrap();
    (decision, operation, exercise)
}

fn view(hearth: &Companion) -> DecisionView {
    hearth.decisions().remove(0)
}

#[test]
fn a_choice_shows_its_options_in_order_and_what_matters_about_each() {
    let (_phone, hearth) = begun();
    choice(&hearth);
    let view = view(&hearth);
    assert_eq!((view.state.as_str(), view.settled), ("Not decided yet", false));
    let options: Vec<&str> = view.options.iter().map(|option| option.words.text()).collect();
    assert_eq!(options, ["An operation", "Exercise"]);
    assert_eq!((view.options[0].sort.text(), view.options[1].sort.is_answered()), ("treatment", false));
    let matter = &view.options[0].matters[0];
    assert_eq!((matter.side.text(), matter.words.text()), ("against it", "Six weeks away from my dog"));
    assert!(view.options[1].matters.is_empty());
    assert!(!view.chosen.is_answered() && view.notes.is_empty());
}

#[test]
fn deciding_on_an_option_says_which_why_with_whom_and_when() {
    let (phone, hearth) = begun();
    let (decision, _, exercise) = choice(&hearth);
    let why = Some("I want to walk the dog");
    hearth.decide(decision, &Decided::Option(exercise), why, Some("My sister"), PERSON).unwrap();
    phone.later(10);
    let view = view(&hearth);
    assert_eq!((view.state.as_str(), view.settled), ("Decided 1 October", true));
    assert_eq!((view.chosen.text(), view.why.text()), ("Exercise", "I want to walk the dog"));
    assert_eq!(view.with.text(), "My sister");
    assert_eq!(view.options.iter().map(|option| option.chosen).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn what_was_decided_says_who_decided_and_not_who_wrote_the_option() {
    let (_phone, hearth) = begun();
    let (decision, ..) = choice(&hearth);
    let sam = add_person(&hearth, "Sam", "07700 900 123");
    let lpa = [(Authority::PERSON, Value::Entity(sam)), (Authority::BY, code("lpa_health"))];
    hearth.add(Kind::Authority, &lpa, PERSON).unwrap();
    let by_sam = hearth.add_option(decision, "A splint", None, &Writer::Behalf(sam)).unwrap();
    hearth.decide(decision, &Decided::Option(by_sam), None, None, PERSON).unwrap();
    assert_eq!(bare(&view(&hearth).chosen.versions[0].who[0]), "Your words, today, this phone");
}

#[test]
fn not_now_is_an_answer_and_leaves_nothing_of_an_earlier_one() {
    let (_phone, hearth) = begun();
    let (decision, operation, _) = choice(&hearth);
    hearth.decide(decision, &Decided::Option(operation), Some("It hurts"), None, PERSON).unwrap();
    hearth.decide(decision, &Decided::NotNow, None, None, PERSON).unwrap();
    let view = view(&hearth);
    assert_eq!((view.state.as_str(), view.settled), ("Not now, today", true));
    assert!(!view.chosen.is_answered() && !view.why.is_answered());
    assert!(view.options.iter().all(|option| !option.chosen));
    let before = hearth.history(Kind::Decision, decision, &Decision::WHY).unwrap();
    assert_eq!(before[0].text, "It hurts");
}

#[test]
fn not_now_on_what_was_never_answered_writes_no_empty_answers() {
    let (_phone, hearth) = begun();
    let (decision, ..) = choice(&hearth);
    hearth.decide(decision, &Decided::NotNow, None, None, PERSON).unwrap();
    assert!(hearth.history(Kind::Decision, decision, &Decision::WHY).unwrap().is_empty());
}

#[test]
fn a_choice_can_be_decided_in_words_of_ones_own() {
    let (_phone, hearth) = begun();
    let (decision, operation, _) = choice(&hearth);
    hearth.decide(decision, &Decided::Option(operation), None, None, PERSON).unwrap();
    hearth.decide(decision, &Decided::Words("Ask again in spring".into()), None, None, PERSON).unwrap();
    let view = view(&hearth);
    assert_eq!((view.chosen.text(), view.settled), ("Ask again in spring", true));
    assert!(view.options.iter().all(|option| !option.chosen));
}

#[test]
fn decided_on_one_phone_and_not_now_on_another_settles_nothing() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let (decision, operation, _) = choice(&here);
    swap(&here, &there);
    here.decide(decision, &Decided::Option(operation), None, None, PERSON).unwrap();
    there.decide(decision, &Decided::NotNow, None, None, PERSON).unwrap();
    swap(&here, &there);
    for hearth in [&here, &there] {
        let view = view(hearth);
        assert!(view.state.contains("Decided") && view.state.contains("Not now"), "{}", view.state);
        assert!(!view.settled);
        assert_eq!(view.notes, ["two versions: check first"]);
    }
}

#[test]
fn a_decision_that_waits_comes_before_one_that_is_settled() {
    let (_phone, hearth) = begun();
    let (first, ..) = choice(&hearth);
    let second = hearth.add(Kind::Decision, &[(Decision::WHAT, text("A stairlift?"))], PERSON).unwrap();
    hearth.decide(first, &Decided::NotNow, None, None, PERSON).unwrap();
    let order: Vec<EntityId> = hearth.decisions().iter().map(|decision| decision.id).collect();
    assert_eq!(order, [second, first]);
}

#[test]
fn a_removed_decision_takes_its_options_and_what_matters_with_it() {
    let (_phone, hearth) = begun();
    let (decision, operation, _) = choice(&hearth);
    hearth.remove(Kind::Decision, decision, PERSON).unwrap();
    assert!(hearth.decisions().is_empty());
    assert_eq!(hearth.export().left_out.removed, 4);
    hearth.restore(Kind::Decision, decision, PERSON).unwrap();
    hearth.remove(Kind::ChoiceOption, operation, PERSON).unwrap();
    assert_eq!(view(&hearth).options.len(), 1);
    assert_eq!(hearth.export().left_out.removed, 2);
}

#[test]
fn an_option_changed_elsewhere_brings_the_removed_decision_back_into_sight() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let (decision, operation, _) = choice(&here);
    swap(&here, &there);
    here.remove(Kind::Decision, decision, PERSON).unwrap();
    there.weigh(operation, Some("for"), "Less pain", PERSON).unwrap();
    swap(&here, &there);
    assert_eq!(view(&here).unsettled.as_deref(), Some("Removed on one phone, changed on the other"));
}

#[test]
fn deciding_what_is_not_there_is_refused() {
    let (_phone, hearth) = begun();
    let nothing = hearth.decide(on(Kind::Me), &Decided::NotNow, None, None, PERSON);
    assert!(matches!(nothing, Err(Trouble::NotFound)));
}

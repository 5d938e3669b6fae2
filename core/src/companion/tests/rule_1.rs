//! Rule 1: the person's words are theirs. Nobody else's edit replaces them: it
//! arrives as a suggestion, side by side.

use super::*;
use crate::plan::{Attorney, Authority, Lpa};

/// A goal, and what Sam (a carer) suggests for it.
fn suggested() -> (Phone, Companion, EntityId, OpId) {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay in my house");
    let sam = Writer::Carer(add_person(&hearth, "Sam", "07700 900 123"));
    let offer = hearth.write(Kind::Goal, goal, &Goal::WORDS, text("Move in with us"), &sam).unwrap();
    (phone, hearth, goal, offer)
}

#[test]
fn a_carers_words_arrive_beside_mine_and_replace_nothing() {
    let (_phone, hearth, goal, offer) = suggested();
    let view = hearth.goal(goal).unwrap();
    assert_eq!(texts(&view.words), ["Stay in my house"]);
    assert_eq!(view.words.offers.len(), 1);
    assert_eq!(view.words.offers[0].text, "Move in with us");
    assert_eq!(bare(&view.words.offers[0].line), "Sam suggested a change, today");
    let waiting = hearth.suggestions();
    assert_eq!(waiting.len(), 1);
    assert_eq!((waiting[0].id, waiting[0].stands.as_str()), (offer, "Stay in my house"));
    assert!(!waiting[0].base_changed);
    assert_eq!(hearth.home().suggestions, 1);
}

#[test]
fn a_guests_words_say_who_wrote_them_on_my_phone_and_wait_for_me() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay in my house");
    let offer =
        hearth.write(Kind::Goal, goal, &Goal::WORDS, text("Stay at home with help"), &guest()).unwrap();
    assert_eq!(texts(&hearth.goal(goal).unwrap().words), ["Stay in my house"]);
    phone.later(1);
    hearth.accept(offer, false).unwrap();
    let view = hearth.goal(goal).unwrap();
    assert_eq!(texts(&view.words), ["Stay at home with help"]);
    let line = "Written by Ann Example, respiratory nurse, on my phone, yesterday. Accepted by you, today";
    assert_eq!(bare(&view.words.versions[0].who[0]), line);
}

#[test]
fn an_accepted_suggestion_says_who_suggested_it_and_keeps_my_words_in_history() {
    let (_phone, hearth, goal, offer) = suggested();
    hearth.accept(offer, false).unwrap();
    let view = hearth.goal(goal).unwrap();
    assert_eq!(texts(&view.words), ["Move in with us"]);
    assert_eq!(bare(&view.words.versions[0].who[0]), "Suggested by Sam, today. Accepted by you, today");
    assert!(view.words.offers.is_empty() && hearth.suggestions().is_empty());
    let history = hearth.history(Kind::Goal, goal, &Goal::WORDS).unwrap();
    assert_eq!((history[0].text.as_str(), history[0].stands), ("Stay in my house", false));
    assert_eq!(history.last().unwrap().text, "You took the words that were suggested.");
}

#[test]
fn a_declined_suggestion_leaves_my_words_and_stays_in_history() {
    let (_phone, hearth, goal, offer) = suggested();
    hearth.decline(offer).unwrap();
    assert_eq!(texts(&hearth.goal(goal).unwrap().words), ["Stay in my house"]);
    assert!(hearth.suggestions().is_empty());
    let history = hearth.history(Kind::Goal, goal, &Goal::WORDS).unwrap();
    assert!(history.iter().any(|line| line.text == "Move in with us"));
    assert_eq!(history.last().unwrap().text, "You kept your own words.");
}

#[test]
fn what_was_decided_is_not_decided_twice() {
    let (_phone, hearth, goal, offer) = suggested();
    hearth.accept(offer, false).unwrap();
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("My newest words"), PERSON).unwrap();
    assert!(matches!(hearth.accept(offer, false), Err(Trouble::NotFound)));
    assert!(matches!(hearth.decline(offer), Err(Trouble::NotFound)));
    assert_eq!(texts(&hearth.goal(goal).unwrap().words), ["My newest words"]);
    let (_phone, hearth, _, offer) = suggested();
    hearth.decline(offer).unwrap();
    assert!(matches!(hearth.undo_accept(offer), Err(Trouble::NotFound)));
}

#[test]
fn undoing_puts_my_words_back_and_the_suggestion_waits_again() {
    let (_phone, hearth, goal, offer) = suggested();
    hearth.accept(offer, false).unwrap();
    hearth.undo_accept(offer).unwrap();
    assert_eq!(texts(&hearth.goal(goal).unwrap().words), ["Stay in my house"]);
    assert_eq!(hearth.suggestions().len(), 1);
    assert!(matches!(hearth.undo_accept(offer), Err(Trouble::NotFound)));
    hearth.accept(offer, false).unwrap();
    assert_eq!(texts(&hearth.goal(goal).unwrap().words), ["Move in with us"]);
}

#[test]
fn undoing_puts_back_both_versions_where_there_were_two() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let goal = add_goal(&here, "first");
    swap(&here, &there);
    here.write(Kind::Goal, goal, &Goal::WORDS, text("here"), PERSON).unwrap();
    there.write(Kind::Goal, goal, &Goal::WORDS, text("there"), PERSON).unwrap();
    swap(&here, &there);
    let offer = here.write(Kind::Goal, goal, &Goal::WORDS, text("offered"), &guest()).unwrap();
    here.accept(offer, false).unwrap();
    assert_eq!(texts(&here.goal(goal).unwrap().words), ["offered"]);
    here.undo_accept(offer).unwrap();
    let mut both = texts(&here.goal(goal).unwrap().words).join(" ");
    assert!(both == "here there" || both == "there here", "{both}");
    swap(&here, &there);
    both = texts(&there.goal(goal).unwrap().words).join(" ");
    assert!(both == "here there" || both == "there here", "{both}");
}

#[test]
fn undoing_does_not_replace_words_that_i_wrote_since() {
    let (_phone, hearth, goal, offer) = suggested();
    hearth.accept(offer, false).unwrap();
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("Newer words"), PERSON).unwrap();
    hearth.undo_accept(offer).unwrap();
    let view = hearth.goal(goal).unwrap();
    assert_eq!(view.words.versions.len(), 2);
    assert!(texts(&view.words).contains(&"Newer words"));
    assert_eq!(view.words.notes, ["two versions: check first"]);
}

#[test]
fn a_suggestion_says_when_my_words_changed_under_it() {
    let (_phone, hearth, goal, _) = suggested();
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("Stay in my own house"), PERSON).unwrap();
    assert!(hearth.suggestions()[0].base_changed);
}

#[test]
fn accepting_asks_twice_where_people_act_when_i_am_unwell() {
    let (_phone, hearth) = begun();
    let (plan, step) = add_plan(&hearth);
    let entity = |kind, field, words| hearth.add(kind, &[(field, text(words))], PERSON).unwrap();
    let careful = [
        (Kind::Unwell, plan, Unwell::NAME),
        (Kind::Step, step, Step::WORDS),
        (Kind::Sign, entity(Kind::Sign, Sign::WORDS, "a"), Sign::WORDS),
        (Kind::KeptThing, entity(Kind::KeptThing, KeptThing::WHAT, "a"), KeptThing::WHAT),
        (Kind::Coping, entity(Kind::Coping, Coping::WORDS, "a"), Coping::WORDS),
        (Kind::Allergy, entity(Kind::Allergy, Allergy::WHAT, "a"), Allergy::WHAT),
        (Kind::Medicine, entity(Kind::Medicine, Medicine::WORDS, "a"), Medicine::WORDS),
        (Kind::Condition, entity(Kind::Condition, Condition::WORDS, "a"), Condition::WORDS),
        (Kind::Form, entity(Kind::Form, Form::PLACE, "a"), Form::PLACE),
        (Kind::Card, on(Kind::Card), Card::VERY_UNWELL),
        (Kind::Person, add_person(&hearth, "Sam", "07700 900 123"), Person::NUMBER),
        (Kind::Authority, entity(Kind::Authority, Authority::SEEN_BY, "a"), Authority::SEEN_BY),
        (Kind::Lpa, entity(Kind::Lpa, Lpa::PLACE, "a"), Lpa::PLACE),
        (Kind::Attorney, entity(Kind::Attorney, Attorney::NAME, "a"), Attorney::NAME),
    ];
    for (kind, id, field) in careful {
        let before = hearth.history(kind, id, &field).unwrap().len();
        let offer = hearth.write(kind, id, &field, text("other words"), &guest()).unwrap();
        assert!(hearth.suggestions().iter().any(|waits| waits.id == offer && waits.asks_again), "{kind:?}");
        let refused = hearth.accept(offer, false).unwrap_err();
        assert!(matches!(refused, Trouble::AskAgain), "{kind:?}");
        assert_eq!(
            refused.sentence(hearth.words()),
            "People may act on this when you are unwell. Use the new words?"
        );
        assert_eq!(hearth.history(kind, id, &field).unwrap().len(), before + 1, "only the suggestion came");
        hearth.accept(offer, true).unwrap();
        hearth.undo_accept(offer).unwrap();
    }
}

#[test]
fn a_carer_who_removes_something_only_suggests_it_and_undoing_brings_it_back() {
    let (_phone, hearth) = begun();
    let (plan, step) = add_plan(&hearth);
    let sam = Writer::Carer(add_person(&hearth, "Sam", "07700 900 123"));
    hearth.remove(Kind::Step, step, &sam).unwrap();
    let steps = || hearth.unwell(plan).unwrap().zones.iter().map(|zone| zone.steps.len()).sum::<usize>();
    assert_eq!(steps(), 1);
    let waiting = hearth.suggestions();
    assert_eq!((waiting.len(), waiting[0].offered.as_str()), (1, "Remove it"));
    hearth.accept(waiting[0].id, true).unwrap();
    assert_eq!(steps(), 0);
    hearth.undo_accept(waiting[0].id).unwrap();
    assert_eq!(steps(), 1);
    assert_eq!(hearth.suggestions().len(), 1);
}

#[test]
fn there_is_no_way_to_accept_all() {
    let (_phone, hearth, goal, first) = suggested();
    let second = hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(3), &guest()).unwrap();
    hearth.accept(first, false).unwrap();
    let waiting: Vec<OpId> = hearth.suggestions().iter().map(|waits| waits.id).collect();
    assert_eq!(waiting, [second]);
    assert!(!hearth.goal(goal).unwrap().importance.is_answered());
}

#[test]
fn a_step_that_others_suggest_adding_is_not_in_the_plan_until_i_take_it_and_is_not_hidden() {
    let (phone, hearth) = begun();
    let (plan, _) = add_plan(&hearth);
    let fields = [(Step::PLAN, Value::Entity(plan)), (Step::WORDS, text("Use the blue inhaler"))];
    hearth.add(Kind::Step, &fields, &guest()).unwrap();
    let view = hearth.unwell(plan).unwrap();
    assert_eq!(view.zones.iter().map(|zone| zone.steps.len()).sum::<usize>(), 1);
    let suggested: Vec<String> = view.suggested.iter().map(|line| bare(line)).collect();
    assert_eq!(suggested, ["Ann Example suggested a change, today"]);
    let card = phone.card();
    assert!(
        card.plans[0].pending.as_deref().is_some_and(|line| bare(line).starts_with("Ann Example suggested"))
    );
    assert!(!all_of(&card).contains("blue inhaler"));
}

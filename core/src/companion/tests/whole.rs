//! Rule 1 for an entry that somebody suggests adding: it is one thing to say yes or no to.

use super::*;

fn sam(hearth: &Companion) -> Writer {
    Writer::Carer(add_person(hearth, "Sam", "07700 900 123"))
}

/// A goal with its words and how important it is, as somebody suggests it.
fn suggest_goal(hearth: &Companion, words: &str, by: &Writer) -> EntityId {
    let fields = [
        (Goal::WORDS, text(words)),
        (Goal::IMPORTANCE, Value::Int(8)),
        (Goal::PINNED, Value::Bool(true)),
        (Common::POSITION, text("m")),
    ];
    hearth.add(Kind::Goal, &fields, by).unwrap()
}

#[test]
fn an_entry_that_somebody_suggests_adding_is_one_suggestion_with_a_line_for_each_field() {
    let (_phone, hearth) = begun();
    let sam = sam(&hearth);
    let goal = suggest_goal(&hearth, "Get to the allotment", &sam);
    let waiting = hearth.suggestions();
    assert_eq!((waiting.len(), hearth.home().suggestions), (1, 1));
    let one = &waiting[0];
    assert_eq!((one.slot.entity, one.slots.len(), one.stands.as_str()), (goal, 4, ""));
    // Where it stands in the list is Hearth's own.
    assert_eq!(one.offered, "Get to the allotment\nHow important, 1 to 10: 8");
    assert_eq!(bare(&one.line), "Sam suggested a change, today");
    assert!(!one.base_changed && hearth.goals().is_empty());
}

#[test]
fn it_is_taken_as_one_and_undone_as_one_and_then_waits_as_one() {
    let (phone, hearth) = begun();
    let sam = sam(&hearth);
    let goal = suggest_goal(&hearth, "Get to the allotment", &sam);
    let waiting = hearth.suggestions();
    hearth.accept(waiting[0].id, false).unwrap();
    assert!(hearth.suggestions().is_empty());
    let view = hearth.goal(goal).unwrap();
    assert_eq!((texts(&view.words), view.importance.text()), (vec!["Get to the allotment"], "8"));
    assert_eq!(bare(&view.importance.versions[0].who[0]), "Suggested by Sam, today. Accepted by you, today");
    phone.later(1);
    hearth.undo_accept(waiting[0].id).unwrap();
    let view = hearth.goal(goal).unwrap();
    assert!(!view.words.is_answered() && !view.importance.is_answered());
    let again = hearth.suggestions();
    assert_eq!((again.len(), again[0].id, &again[0].offered), (1, waiting[0].id, &waiting[0].offered));
    assert_eq!((again[0].stands.as_str(), again[0].base_changed), ("", false));
    assert!(matches!(hearth.undo_accept(waiting[0].id), Err(Trouble::NotFound)));
    hearth.accept(again[0].id, false).unwrap();
    assert_eq!(hearth.goal(goal).unwrap().importance.text(), "8");
}

#[test]
fn any_part_of_it_names_it() {
    let (_phone, hearth) = begun();
    let sam = sam(&hearth);
    let goal = suggest_goal(&hearth, "Get to the allotment", &sam);
    let slot = Kind::Goal.slot(goal, &Goal::IMPORTANCE);
    let part = hearth.ledger().record().register(slot).unwrap().suggestions()[0].op.id;
    hearth.accept(part, false).unwrap();
    assert_eq!(texts(&hearth.goal(goal).unwrap().words), ["Get to the allotment"]);
    assert!(hearth.suggestions().is_empty());
}

#[test]
fn it_is_declined_as_one_and_nothing_of_it_is_in_the_plan() {
    let (_phone, hearth) = begun();
    let sam = sam(&hearth);
    let goal = suggest_goal(&hearth, "Get to the allotment", &sam);
    hearth.decline(hearth.suggestions()[0].id).unwrap();
    assert!(hearth.suggestions().is_empty() && hearth.goals().is_empty());
    assert_eq!(hearth.home().suggestions, 0);
    let history = hearth.history(Kind::Goal, goal, &Goal::IMPORTANCE).unwrap();
    assert_eq!((history[0].text.as_str(), history.len()), ("8", 2));
}

#[test]
fn two_entries_and_two_peoples_words_are_decided_apart() {
    let (_phone, hearth) = begun();
    let sam = sam(&hearth);
    let first = suggest_goal(&hearth, "Get to the allotment", &sam);
    let second = suggest_goal(&hearth, "Sleep", &guest());
    hearth.write(Kind::Goal, first, &Goal::WORDS, text("Get to the bench"), &guest()).unwrap();
    let waiting = hearth.suggestions();
    assert_eq!((waiting.len(), hearth.home().suggestions), (3, 3));
    let by_sam = waiting.iter().find(|one| one.line.contains("Sam")).unwrap();
    hearth.accept(by_sam.id, false).unwrap();
    assert_eq!(texts(&hearth.goal(first).unwrap().words), ["Get to the allotment"]);
    let left = hearth.suggestions();
    let of_first = left.iter().find(|one| one.slot.entity == first).unwrap();
    assert_eq!((left.len(), of_first.stands.as_str()), (2, "Get to the allotment"));
    assert!(hearth.goals().iter().all(|goal| goal.id != second));
}

#[test]
fn of_words_that_were_suggested_twice_the_later_is_shown_and_stands() {
    let (_phone, hearth) = begun();
    let sam = sam(&hearth);
    let goal = suggest_goal(&hearth, "Get to the allotment", &sam);
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text("Get to the bench"), &sam).unwrap();
    let waiting = hearth.suggestions();
    assert_eq!(waiting.len(), 1);
    assert!(waiting[0].offered.starts_with("Get to the bench\n"), "{}", waiting[0].offered);
    hearth.accept(waiting[0].id, false).unwrap();
    assert_eq!(texts(&hearth.goal(goal).unwrap().words), ["Get to the bench"]);
    assert!(hearth.suggestions().is_empty());
    hearth.undo_accept(waiting[0].id).unwrap();
    assert!(!hearth.goal(goal).unwrap().words.is_answered());
    assert_eq!(hearth.suggestions(), waiting);
}

#[test]
fn where_my_words_stand_each_field_is_still_a_suggestion_of_its_own() {
    let (_phone, hearth) = begun();
    let sam = sam(&hearth);
    let goal = add_goal(&hearth, "Stay at home");
    let words = hearth.write(Kind::Goal, goal, &Goal::WORDS, text("Move"), &sam).unwrap();
    hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(2), &sam).unwrap();
    assert_eq!(hearth.suggestions().len(), 2);
    hearth.accept(words, false).unwrap();
    assert_eq!(hearth.suggestions().len(), 1);
    assert!(!hearth.goal(goal).unwrap().importance.is_answered());
}

#[test]
fn what_a_plan_has_once_is_decided_field_by_field() {
    let (_phone, hearth) = begun();
    let sam = sam(&hearth);
    for field in [AboutMe::IMPORTANT, AboutMe::PEOPLE] {
        hearth.write(Kind::AboutMe, on(Kind::AboutMe), &field, text("the garden"), &sam).unwrap();
    }
    assert_eq!(hearth.suggestions().len(), 2);
}

#[test]
fn whom_it_is_about_is_named() {
    let (_phone, hearth) = begun();
    let val = add_person(&hearth, "Val", "01632 960 002");
    let fields = [(CarerNeed::WHOSE, Value::Entity(val)), (CarerNeed::WORDS, text("A night of sleep"))];
    hearth.add(Kind::CarerNeed, &fields, &guest()).unwrap();
    let offered = hearth.suggestions().remove(0).offered;
    assert!(offered.contains("Val") && offered.contains("A night of sleep"), "{offered}");
}

#[test]
fn what_would_go_on_the_card_says_so_and_asks_again() {
    let (_phone, hearth) = begun();
    let sam = sam(&hearth);
    let fields = [(Allergy::WHAT, text("Latex")), (Common::ON_CARD, Value::Bool(true))];
    hearth.add(Kind::Allergy, &fields, &sam).unwrap();
    let waiting = hearth.suggestions();
    assert_eq!((waiting.len(), waiting[0].offered.as_str()), (1, "Latex\nFor the emergency card too"));
    assert!(matches!(hearth.accept(waiting[0].id, false), Err(Trouble::AskAgain)));
    hearth.accept(waiting[0].id, true).unwrap();
    assert!(hearth.suggestions().is_empty());
}

//! Rule 5: every sentence shows who wrote it and when. Two people writing at once
//! are both kept and both shown equal until one person settles it.

use super::*;

fn two_phones() -> (Phone, Companion, Phone, Companion, EntityId) {
    let (one, two) = (Phone::new("my phone"), Phone::new("my tablet"));
    let (here, there) = (one.begin(), two.begin());
    let goal = add_goal(&here, "first");
    swap(&here, &there);
    (one, here, two, there, goal)
}

#[test]
fn every_sentence_says_who_wrote_it_and_when_and_on_which_phone() {
    let (one, here, two, there, goal) = two_phones();
    let who = |hearth: &Companion| bare(&hearth.goal(goal).unwrap().words.versions[0].who[0]);
    assert_eq!(who(&here), "Your words, today, this phone");
    assert_eq!(who(&there), "Your words, today, my phone");
    one.later(1);
    two.later(40);
    assert_eq!(who(&here), "Your words, yesterday, this phone");
    assert_eq!(who(&there), "Your words, 1 October, my phone");
}

#[test]
fn two_versions_written_at_once_are_both_shown_equal_on_both_phones() {
    let (_one, here, _two, there, goal) = two_phones();
    here.write(Kind::Goal, goal, &Goal::WORDS, text("here"), PERSON).unwrap();
    there.write(Kind::Goal, goal, &Goal::WORDS, text("there"), PERSON).unwrap();
    swap(&here, &there);
    let view = here.goal(goal).unwrap();
    assert_eq!(view.words.versions.len(), 2);
    assert_eq!(view.words.notes, ["two versions: check first"]);
    assert_eq!(texts(&view.words), texts(&there.goal(goal).unwrap().words), "in the same order on both");
    assert_eq!(here.home().goals[0].words.len(), 2);
    assert_eq!((here.home().unsettled, there.home().unsettled), (1, 1));
}

#[test]
fn the_same_words_written_at_once_are_one_version_by_two() {
    let (_one, here, _two, there, goal) = two_phones();
    here.write(Kind::Goal, goal, &Goal::WORDS, text("same"), PERSON).unwrap();
    there.write(Kind::Goal, goal, &Goal::WORDS, text("same"), PERSON).unwrap();
    swap(&here, &there);
    let view = here.goal(goal).unwrap();
    assert_eq!(texts(&view.words), ["same"]);
    assert_eq!(view.words.versions[0].who.len(), 2);
    assert!(view.words.notes.is_empty());
}

#[test]
fn words_that_came_while_i_was_typing_stay_beside_mine() {
    let (_one, here, _two, there, goal) = two_phones();
    let seen = here.goal(goal).unwrap().words.seen;
    there.write(Kind::Goal, goal, &Goal::WORDS, text("from the tablet"), PERSON).unwrap();
    swap(&here, &there);
    here.write_over(Kind::Goal, goal, &Goal::WORDS, text("mine"), Some(seen), PERSON).unwrap();
    let view = here.goal(goal).unwrap();
    assert_eq!(view.words.versions.len(), 2);
    assert!(texts(&view.words).contains(&"from the tablet"));
}

#[test]
fn settling_names_both_and_both_stay_in_history() {
    let (_one, here, _two, there, goal) = two_phones();
    here.write(Kind::Goal, goal, &Goal::WORDS, text("here"), PERSON).unwrap();
    there.write(Kind::Goal, goal, &Goal::WORDS, text("there"), PERSON).unwrap();
    swap(&here, &there);
    let seen = here.goal(goal).unwrap().words.seen;
    assert_eq!(seen.len(), 2);
    here.write_over(Kind::Goal, goal, &Goal::WORDS, text("together"), Some(seen), PERSON).unwrap();
    swap(&here, &there);
    for hearth in [&here, &there] {
        let view = hearth.goal(goal).unwrap();
        assert_eq!(texts(&view.words), ["together"]);
        assert!(view.words.notes.is_empty());
        let history = hearth.history(Kind::Goal, goal, &Goal::WORDS).unwrap();
        let words: Vec<&str> = history.iter().map(|line| line.text.as_str()).collect();
        assert!(words.contains(&"here") && words.contains(&"there"), "{words:?}");
        assert_eq!(history.last().unwrap().replaced, 2);
    }
}

#[test]
fn nothing_is_lost_by_an_edit() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "0");
    for n in 1..10 {
        hearth.write(Kind::Goal, goal, &Goal::WORDS, text(&n.to_string()), PERSON).unwrap();
    }
    hearth.pack().unwrap();
    drop(hearth);
    let history = phone.open().unwrap().history(Kind::Goal, goal, &Goal::WORDS).unwrap();
    let words: Vec<&str> = history.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(words, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]);
    assert_eq!(history.iter().filter(|line| line.stands).count(), 1);
}

#[test]
fn words_through_an_interpreter_keep_the_original_and_say_who_interpreted() {
    let (_phone, hearth) = begun();
    let original = crate::record::Original {
        text: "أريد أن أبقى في بيتي".to_owned(),
        language: "ar".to_owned(),
        interpreter: "Example Interpreter".to_owned(),
        on: "2026-09-14".to_owned(),
    };
    let value = Value::Interpreted { text: "I want to stay at home".to_owned(), original };
    let goal = hearth.add(Kind::Goal, &[(Goal::WORDS, value)], PERSON).unwrap();
    let view = hearth.goal(goal).unwrap();
    let original = view.words.versions[0].original.clone().unwrap();
    assert_eq!((original.text.as_str(), original.language.as_str()), ("أريد أن أبقى في بيتي", "ar"));
    let line = "Your words, 14 September 2026, through an interpreter, Example Interpreter";
    assert_eq!(bare(&original.who), line);
}

#[test]
fn what_changed_is_told_after_it_is_kept() {
    struct Heard(std::sync::Mutex<Vec<crate::record::Slot>>);
    impl Observer for Heard {
        fn changed(&self, fields: &[crate::record::Slot]) {
            self.0.lock().unwrap().extend(fields);
        }
    }
    let (_phone, hearth) = begun();
    let heard = Arc::new(Heard(std::sync::Mutex::default()));
    hearth.watch(Arc::clone(&heard) as _);
    let goal = add_goal(&hearth, "a");
    assert_eq!(*heard.0.lock().unwrap(), [Kind::Goal.slot(goal, &Goal::WORDS)]);
    let refused = hearth.write(Kind::Goal, goal, &Goal::IMPORTANCE, Value::Int(11), PERSON);
    assert!(refused.is_err());
    assert_eq!(heard.0.lock().unwrap().len(), 1);
}

//! Bad input of every sort: each its own error with its own sentence, nothing
//! lost, nothing changed.

use super::*;

/// Tries to write, and sees that the plan is as it was.
fn refused(
    hearth: &Companion,
    phone: &Phone,
    kind: Kind,
    id: EntityId,
    field: Field,
    value: Value,
) -> String {
    let before = phone.files();
    let trouble = hearth.write(kind, id, &field, value, PERSON).expect_err("it must be refused");
    assert_eq!(phone.files(), before, "nothing was written");
    let sentence = trouble.sentence(hearth.words());
    assert!(!sentence.contains('['), "{sentence}");
    sentence
}

#[test]
fn each_bad_input_has_its_own_sentence_and_changes_nothing() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay at home");
    let goal_field = |field, value| refused(&hearth, &phone, Kind::Goal, goal, field, value);
    for step in [0, 11] {
        assert_eq!(
            goal_field(Goal::IMPORTANCE, Value::Int(step)),
            "That number is not from 1 to 10. Your answer has not changed. Choose 1 to 10, or leave it empty."
        );
    }
    assert_eq!(
        goal_field(Goal::WORDS, text(&"a".repeat(2_000_000))),
        "That is longer than this box can hold. Nothing was lost: shorten it or add a voice note."
    );
    assert_eq!(
        goal_field(Goal::WORDS, text("a\u{0}b")),
        "That text has hidden characters that can’t be kept. Nothing was lost. Take them out, or type it again."
    );
    assert_eq!(
        goal_field(Goal::REVIEW, Value::Date("40000-01-01".into())),
        "That date is very far away. Nothing was lost. Check the year, and this phone’s clock."
    );
    assert_eq!(
        goal_field(Goal::REVIEW, Value::Date("2026-02-30".into())),
        "There is no such date. Nothing was lost. Check the day, the month and the year."
    );
    assert_eq!(
        goal_field(Goal::STATUS, code("perfect")),
        "That can’t be kept here. Nothing was changed. Go back, then try again."
    );
    assert_eq!(texts(&hearth.goal(goal).unwrap().words), ["Stay at home"]);
    assert_eq!(hearth.goal(goal).unwrap().importance_line, "not answered");
}

#[test]
fn a_field_of_another_kind_is_refused() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay at home");
    refused(&hearth, &phone, Kind::Goal, goal, Step::WORDS, text("a"));
    let made_up = Field { number: 1, ..Goal::WORDS };
    assert!(matches!(hearth.write(Kind::Step, goal, &made_up, text("a"), PERSON), Err(Trouble::WrongField)));
}

#[test]
fn an_entry_with_one_bad_field_is_not_half_kept() {
    let (phone, hearth) = begun();
    let before = phone.files();
    let fields = [(Goal::WORDS, text("Stay at home")), (Goal::IMPORTANCE, Value::Int(11))];
    assert!(hearth.add(Kind::Goal, &fields, PERSON).is_err());
    assert!(hearth.goals().is_empty());
    assert_eq!(phone.files(), before);
}

#[test]
fn a_guests_name_that_could_not_be_read_back_is_refused() {
    let (phone, hearth) = begun();
    let goal = add_goal(&hearth, "Stay at home");
    for (name, role) in [("n".repeat(2_000_000), String::new()), ("Ann".into(), "r\u{7}".into())] {
        let guest = Writer::Guest { name, role };
        assert!(matches!(
            hearth.write(Kind::Goal, goal, &Goal::WORDS, text("a"), &guest),
            Err(Trouble::Refused(_))
        ));
    }
    let guest = Writer::Guest { name: "n".repeat(MAX_NAME), role: "r".repeat(MAX_NAME) };
    hearth.write(Kind::Goal, goal, &Goal::WORDS, text(&"a".repeat(MAX_TEXT)), &guest).unwrap();
    drop(hearth);
    let hearth = phone.open().unwrap();
    assert!(hearth.health().is_good());
    assert_eq!(hearth.suggestions().len(), 1);
}

#[test]
fn words_in_any_script_come_back_as_they_were_typed() {
    let (phone, hearth) = begun();
    let scripts = [
        "أريد أن أبقى في بيتي",
        "ਮੈਂ ਘਰ ਰਹਿਣਾ ਚਾਹੁੰਦਾ ਹਾਂ",
        "👩🏽‍🦽 a\u{202e}b",
        "<img onerror=alert(1)>\n\t'; DROP TABLE op;--",
    ];
    let goals: Vec<EntityId> = scripts.iter().map(|words| add_goal(&hearth, words)).collect();
    drop(hearth);
    let hearth = phone.open().unwrap();
    for (goal, words) in goals.iter().zip(scripts) {
        assert_eq!(hearth.goal(*goal).unwrap().words.text(), words);
    }
}

#[test]
fn what_is_not_there_is_not_found_and_says_so() {
    let (_phone, hearth) = begun();
    let nothing = EntityId::new(crate::record::Owner::Person, [7; 16]);
    let missing = [
        hearth.goal(nothing).err(),
        hearth.unwell(nothing).err(),
        hearth.remove(Kind::Goal, nothing, PERSON).err(),
        hearth.erase(Kind::Goal, nothing, &Goal::WORDS).err(),
        hearth.accept(OpId([7; 16]), true).err(),
        hearth.decline(OpId([7; 16])).err(),
        hearth.undo_accept(OpId([7; 16])).err(),
    ];
    for trouble in missing {
        let sentence = trouble.unwrap().sentence(hearth.words());
        assert_eq!(sentence, "That is not in your plan any more. Nothing was lost. Look in History.");
    }
}

#[test]
fn every_trouble_has_a_sentence_of_its_own_room() {
    let words = crate::words::Words::new(crate::words::Language::EnGb);
    let troubles = [
        Trouble::Refused(Refused::OffTheScale),
        Trouble::Refused(Refused::TextTooLong),
        Trouble::Refused(Refused::ControlCharacter),
        Trouble::Refused(Refused::NoSuchDate),
        Trouble::Refused(Refused::UnlikelyYear),
        Trouble::Refused(Refused::NotANumber),
        Trouble::Refused(Refused::UnlikelyNumber),
        Trouble::Refused(Refused::NotAChoice),
        Trouble::NotFound,
        Trouble::NotYours,
        Trouble::AskAgain,
        Trouble::NoAuthority,
        Trouble::NoName,
        Trouble::Card,
        Trouble::Store(crate::store::StoreError::CardFull),
        Trouble::Store(crate::store::StoreError::Full),
        Trouble::Store(crate::store::StoreError::Disk),
        Trouble::Store(crate::store::StoreError::Busy),
        Trouble::Store(crate::store::StoreError::Damaged),
    ];
    let mut said: Vec<String> = troubles.iter().map(|trouble| trouble.sentence(&words)).collect();
    let count = said.len();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), count, "two troubles share a sentence");
    assert!(said.iter().all(|sentence| !sentence.contains('[')));
}

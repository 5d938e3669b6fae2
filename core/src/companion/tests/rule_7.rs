//! Rule 7: nothing leaves the phone that is "only me"; own phones and the backup
//! keep it. (`every_kind` holds each kind of entry to it, one by one; here is what
//! belongs together.)

use super::*;

const SECRET: &str = "what nobody else may read";

fn exported(hearth: &Companion) -> String {
    hearth.export().json.to_string()
}

/// A decision with an option and what matters about it.
fn decision(hearth: &Companion) -> (EntityId, EntityId) {
    let decision = hearth.add(Kind::Decision, &[(Decision::WHAT, text(SECRET))], PERSON).unwrap();
    let option = hearth.add_option(decision, SECRET, None, PERSON).unwrap();
    hearth.weigh(option, None, SECRET, PERSON).unwrap();
    (decision, option)
}

#[test]
fn a_decision_that_is_only_mine_keeps_back_its_options_and_what_matters() {
    let (_phone, hearth) = begun();
    let (id, _) = decision(&hearth);
    hearth.only_me(Kind::Decision, id, true).unwrap();
    assert!(!exported(&hearth).contains(SECRET));
    assert_eq!(hearth.export().left_out.only_me, 3);
    let view = &hearth.decisions()[0];
    assert!(view.only_me && view.what.text() == SECRET, "I see it myself");
}

#[test]
fn what_another_phone_adds_to_what_is_only_mine_is_only_mine() {
    let (_one, here) = begun();
    let (_two, there) = begun();
    let (id, option) = decision(&here);
    swap(&here, &there);
    here.only_me(Kind::Decision, id, true).unwrap();
    there.weigh(option, Some("for"), SECRET, PERSON).unwrap();
    there.add_option(id, SECRET, None, PERSON).unwrap();
    swap(&here, &there);
    for hearth in [&here, &there] {
        assert!(!exported(hearth).contains(SECRET));
        assert_eq!(hearth.decisions()[0].options.len(), 2, "my own phones have it");
    }
}

#[test]
fn an_agreement_and_a_suggestion_about_what_is_only_mine_are_kept_back() {
    let (_phone, hearth) = begun();
    let (id, option) = decision(&hearth);
    hearth.agree(Kind::Decision, id, SECRET, "", "2026-10-01", PERSON).unwrap();
    hearth.write(Kind::ChoiceOption, option, &ChoiceOption::WORDS, text(SECRET), &guest()).unwrap();
    hearth.only_me(Kind::Decision, id, true).unwrap();
    assert!(!exported(&hearth).contains(SECRET), "{}", exported(&hearth));
    assert_eq!(hearth.export().left_out.only_me, 4);
}

#[test]
fn a_review_that_is_only_mine_still_comes_up_for_me() {
    let (phone, hearth) = begun();
    let review =
        NewReview { name: Some(SECRET.into()), next: Some("2026-10-02".into()), ..NewReview::default() };
    let id = hearth.add_review(&review, PERSON).unwrap();
    hearth.only_me(Kind::Review, id, true).unwrap();
    phone.later(5);
    assert_eq!(hearth.home().due[0].name, SECRET);
    assert!(!exported(&hearth).contains(SECRET));
}

#[test]
fn what_is_only_this_phones_own_never_leaves_it_and_the_table_says_which() {
    let (_phone, hearth) = begun();
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Device) {
        for field in kind.own_fields().iter().filter(|field| field.sensitivity == Sensitivity::Own) {
            let value = match field.holds {
                Type::Words => text(SECRET),
                Type::Flag => Value::Bool(true),
                Type::Count => Value::Int(3),
                _ => continue,
            };
            let id = hearth.add(*kind, &[(*field, value)], PERSON).unwrap();
            let export = hearth.export().json;
            let entries = export["plan"][kind.name()].as_array().cloned().unwrap_or_default();
            let name = field.name.rsplit('.').next().unwrap();
            let entry = entries.into_iter().find(|entry| entry["id"] == id.hex());
            assert!(entry.is_none_or(|entry| entry.get(name).is_none()), "{}", field.name);
        }
    }
}

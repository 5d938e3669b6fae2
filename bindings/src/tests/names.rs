//! Names from outside: ids, kinds, fields, keys. Whatever they hold, they name
//! something or are refused, and nothing is written.

use super::*;
use crate::entry::{Holds, table};
use std::collections::HashMap;

/// Strings that are the name of nothing.
fn nonsense() -> Vec<String> {
    let goal_like = "0".repeat(31);
    let mut all: Vec<String> = ["", " ", "\0", "../../keys", "goal.words", "', --", "🌊", "\u{202e}", "%s%n"]
        .into_iter()
        .map(str::to_owned)
        .collect();
    all.extend([
        goal_like.clone(),
        format!("{goal_like}g"),
        "0".repeat(33),
        "é".repeat(16),
        "9".repeat(1 << 20),
    ]);
    all
}

#[test]
fn ids_that_name_nothing_are_not_there() {
    let (_phone, plan) = begun();
    let before = plan.export(true).unwrap();
    for id in nonsense() {
        assert_eq!(group(plan.goal(&id)), Group::NotThere);
        assert_eq!(group(plan.unwell(&id)), Group::NotThere);
        assert_eq!(group(plan.visit(&id)), Group::NotThere);
        assert_eq!(group(plan.decision(&id)), Group::NotThere);
        assert_eq!(group(plan.entry("goal", &id)), Group::NotThere);
        assert_eq!(group(plan.accept(&id, true)), Group::NotThere);
        assert_eq!(group(plan.attachment(&id)), Group::NotThere);
        assert_eq!(group(plan.remove("goal", &id, ME)), Group::NotThere);
        assert_eq!(group(plan.remove_phone(&id)), Group::NotThere);
        assert_eq!(group(plan.bundle_for(Some(id.clone()))), Group::NotThere);
        assert_eq!(group(plan.write("goal", &id, "words", words("x"), ME)), Group::NotThere);
        let by = Writer::Behalf { person: id.clone() };
        assert_eq!(group(plan.add("goal", vec![with("words", words("x"))], by)), Group::NotThere);
        assert_eq!(group(plan.add("goal", vec![with("need", of(&id))], ME)), Group::NotThere);
    }
    assert_eq!(plan.export(true).unwrap(), before);
}

#[test]
fn kinds_and_fields_that_the_table_does_not_have_are_refused() {
    let (_phone, plan) = begun();
    let goal = add_goal(&plan, "Walk to the canal");
    let before = plan.export(true).unwrap();
    for name in nonsense() {
        assert_eq!(group(plan.entries(&name, None)), Group::NotAllowed);
        assert_eq!(group(plan.add(&name, Vec::new(), ME)), Group::NotAllowed);
        if name != "goal.words" {
            assert_eq!(group(plan.write("goal", &goal, &name, words("x"), ME)), Group::NotAllowed);
            assert_eq!(group(plan.history("goal", &goal, &name)), Group::NotAllowed);
            assert_eq!(group(plan.erase("goal", &goal, &name)), Group::NotAllowed);
        }
    }
    assert_eq!(group(plan.write("goal", &goal, "action.what", words("x"), ME)), Group::NotAllowed);
    assert_eq!(plan.export(true).unwrap(), before);
}

#[test]
fn an_answer_of_another_type_is_refused_in_every_field_of_the_table() {
    let (_phone, plan) = begun();
    let goal = add_goal(&plan, "Walk to the canal");
    let wrong = |holds| match holds {
        Holds::Words | Holds::Own => Answer::Whole { number: 1 },
        _ => words("words where none belong"),
    };
    for kind in table().unwrap() {
        let id = kind.only.clone().unwrap_or_else(|| goal.clone());
        for field in kind.fields {
            let done = plan.write(&kind.name, &id, &field.name, wrong(field.holds), ME);
            assert_eq!(group(done), Group::NotAllowed, "{}", field.name);
        }
    }
}

#[test]
fn the_table_names_every_field_once_and_gives_an_id_to_what_a_plan_has_once() {
    let table = table().unwrap();
    let named: Vec<&str> = table.iter().map(|kind| kind.name.as_str()).collect();
    assert!(named.contains(&"goal") && named.contains(&"unwell"));
    let once: Vec<&str> =
        table.iter().filter(|kind| kind.only.is_some()).map(|kind| kind.name.as_str()).collect();
    assert_eq!(once, ["me", "about", "card", "plan_record", "last_place"]);
    let status = table.iter().flat_map(|kind| &kind.fields).find(|field| field.name == "goal.status");
    assert!(status.unwrap().choices.contains(&"let_go".to_owned()));
}

#[test]
fn a_sentence_that_does_not_exist_is_loud_and_fillings_cannot_break_one() {
    let (_phone, plan) = begun();
    for key in nonsense().into_iter().filter(|key| key.len() < 100) {
        assert_eq!(plan.sentence(&key, HashMap::new()).unwrap(), format!("[{key}]"));
    }
    let filling = text("{ $n } \u{202e} { card-title }");
    let with = HashMap::from([("name".to_owned(), filling)]);
    let said = plan.sentence("card-call-me", with).unwrap();
    assert!(said.contains("{ card-title }"), "{said}");
}

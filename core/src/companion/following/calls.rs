//! Whom a copy says to call, and what of it is needed first: out of its entries, for whoever reads it
//! at night. All of it is somebody else's text; only what can be dialled is given as a number.

use super::view::shown;
use crate::fhir::{self, Incoming, What, own};
use crate::plan::{Field, Kind, Person, Unwell};
use serde_json::Value;
use std::ops::RangeInclusive;

/// Most people that are offered to be called.
const MOST: usize = 8;
/// How many digits a number has that is dialled.
const DIGITS: RangeInclusive<usize> = 3..=20;

/// Somebody whom a copy says to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowedCall {
    /// "Sam"; "" where the copy says none.
    pub name: String,
    /// "my son"; "" where the copy says none.
    pub relation: String,
    /// As it was written: spaces and all.
    pub number: String,
}

/// Whom the plans for when somebody is unwell say to call, in their order; then anybody else who has
/// a number.
pub(super) fn calls_of(document: &Value) -> Vec<FollowedCall> {
    let entries = document.get("entry").and_then(Value::as_array).into_iter().flatten();
    let read: Vec<Incoming> = entries
        .filter_map(|entry| fhir::incoming(entry.get("resource")?.to_string().as_bytes()).ok())
        .filter(|read| !read.withdrawn)
        .collect();
    let is = |read: &&Incoming, kind| matches!(read.what, What::Entry(of, _) if of == kind);
    let said_first: Vec<&str> = read
        .iter()
        .filter(|read| is(read, Kind::Unwell))
        .flat_map(|read| &read.links)
        .filter(|link| link.field == Some(Unwell::CALL))
        .flat_map(|link| &link.to)
        .filter_map(|to| to.rsplit(['/', ':']).next())
        .collect();
    let mut people: Vec<&Incoming> = read.iter().filter(|read| is(read, Kind::Person)).collect();
    people.sort_by_key(|one| said_first.iter().position(|id| *id == one.id).unwrap_or(usize::MAX));
    let mut calls: Vec<FollowedCall> = people.into_iter().filter_map(call).collect();
    calls.truncate(MOST);
    calls
}

fn call(read: &Incoming) -> Option<FollowedCall> {
    let said = |field: Field| {
        let texts = read.fields.iter().filter(|(_, of, _)| *of == field);
        texts
            .filter_map(|(_, _, value)| value.text())
            .next()
            .map(|text| shown(text.trim()))
            .unwrap_or_default()
    };
    let number = said(Person::NUMBER);
    is_dialled(&number).then(|| FollowedCall {
        name: said(Person::NAME),
        relation: said(Person::RELATION),
        number,
    })
}

/// Digits as people write them, and nothing that makes a phone do something else than ring somebody.
fn is_dialled(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let rest = number.strip_prefix('+').unwrap_or(number);
    DIGITS.contains(&digits)
        && rest
            .chars()
            .all(|sign| sign.is_ascii_digit() || matches!(sign, ' ' | '\u{a0}' | '-' | '(' | ')' | '.'))
}

/// Whether a section is the one that says what to do when somebody is unwell.
pub(super) fn is_unwell(section: &Value) -> bool {
    let codings = section.get("code").and_then(|code| code.get("coding")).and_then(Value::as_array);
    let of = |coding: &Value, name: &str, text: &str| coding.get(name).and_then(Value::as_str) == Some(text);
    let is = |coding: &&Value| of(coding, "system", own::SNOMED) && of(coding, "code", own::CONTINGENCY);
    codings.into_iter().flatten().any(|coding| is(&coding))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn somebody(id: &str, name: &str, number: &str) -> Value {
        json!({ "resource": {
            "resourceType": "RelatedPerson", "id": id, "patient": { "reference": "Patient/jo" },
            "name": [{ "text": name }], "telecom": [{ "system": "phone", "value": number }],
        }})
    }

    fn names(document: &Value) -> Vec<(String, String)> {
        calls_of(document).into_iter().map(|call| (call.name, call.number)).collect()
    }

    #[test]
    fn whom_the_plans_say_to_call_stands_first_with_the_number_as_it_was_written() {
        let plan = json!({ "resource": {
            "resourceType": "CarePlan", "id": "p1", "status": "active", "intent": "plan",
            "category": [{ "coding": [{ "system": own::SNOMED, "code": own::CONTINGENCY }] }],
            "subject": { "reference": "Patient/jo" }, "title": "When my breathing gets worse",
            "activity": [{ "detail": {
                "status": "scheduled",
                "code": { "coding": [{ "system": own::ENTRY, "code": "call" }] },
                "performer": [{ "reference": "RelatedPerson/b" }],
            }}],
        }});
        let people = [somebody("a", "The nurse", "01632 960000"), somebody("b", "Sam", "07700 900 123")];
        let document = json!({ "resourceType": "Bundle", "entry": [people[0], plan, people[1]] });
        let said = names(&document);
        assert_eq!(said[0], ("Sam".to_owned(), "07700 900 123".to_owned()), "{said:?}");
        assert_eq!(said[1].0, "The nurse");
    }

    #[test]
    fn what_would_make_a_phone_do_something_else_is_no_number_to_call() {
        for number in ["*#06#", "*21*07700900123#", "07700900123,,1234#", "tel:999", "ask Sam", "12", ""] {
            let document = json!({ "entry": [somebody("a", "Sam", number)] });
            assert!(names(&document).is_empty(), "{number}");
        }
        for number in ["999", "+44 7700 900123", "(01632) 960-000", "01632.960.000"] {
            assert_eq!(names(&json!({ "entry": [somebody("a", "Sam", number)] })).len(), 1, "{number}");
        }
        assert!(
            names(&json!({})).is_empty()
                && names(&json!({ "entry": [{}, 1, { "resource": "x" }] })).is_empty()
        );
    }

    #[test]
    fn no_sign_that_turns_or_hides_others_is_in_a_name() {
        let document = json!({ "entry": [somebody("a", "S\u{202e}am", "999")] });
        assert_eq!(names(&document)[0].0, "Sam");
    }

    #[test]
    fn what_to_do_when_unwell_is_known_by_its_code_alone() {
        let coded = |code: &str| json!({ "title": "x", "code": { "coding": [{ "system": own::SNOMED, "code": code }] } });
        assert!(is_unwell(&coded(own::CONTINGENCY)));
        assert!(!is_unwell(&coded("1")) && !is_unwell(&json!({ "title": "When I’m unwell" })));
    }
}

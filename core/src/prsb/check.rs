//! What of a document does not conform to its list: said, and never cut.

use super::export::{below, nth};
use super::json::Json;
use super::note::{Note, Notes};
use super::tree::{Element, Rule, What};
use crate::plan::{Number, PartialDate};

/// Notes what is missing, too long, too many or of another form.
pub(super) fn conforms(elements: &[Element], object: &[(String, Json)], place: &str, notes: &mut Notes) {
    for element in elements {
        if matches!(element.what, What::Out(_) | What::Group(Rule::Out(_), _)) {
            continue;
        }
        let place = below(place, element.name);
        let value = object.iter().find(|(name, _)| name == element.name).map(|(_, value)| value);
        let values = match value {
            None => {
                if element.is_mandatory() {
                    notes.add(Note::new(&place, "prsb-check-missing"));
                }
                continue;
            }
            Some(Json::List(values)) => values.as_slice(),
            Some(value) => std::slice::from_ref(value),
        };
        if values.len() > 1 && !element.is_many() {
            notes.add(Note::new(&place, "prsb-check-several").with("n", values.len()));
        }
        for (n, value) in values.iter().enumerate() {
            one(element, value, &nth(&place, n, values.len()), notes);
        }
    }
}

fn one(element: &Element, value: &Json, place: &str, notes: &mut Notes) {
    if let What::Group(..) = element.what {
        match value {
            Json::Object(pairs) => conforms(element.children(), pairs, place, notes),
            _ => notes.add(Note::new(place, "prsb-check-form")),
        }
        return;
    }
    let form = match (element.holds(), value) {
        ("date" | "datetime", Json::Text(date)) => PartialDate::parse(date).is_ok(),
        ("boolean", Json::Plain(plain)) => plain == "true" || plain == "false",
        ("decimal", Json::Plain(plain)) => Number::parse(plain).is_ok(),
        ("date" | "datetime" | "boolean" | "decimal", _) => false,
        (_, value) => matches!(value, Json::Text(_) | Json::Object(_)),
    };
    if !form {
        notes.add(Note::new(place, "prsb-check-form"));
    }
    if let (Some(most), Json::Text(text)) = (element.most(), value) {
        let found = text.chars().count();
        if found > most {
            notes.add(Note::new(place, "prsb-check-long").with("most", most).with("found", found));
        }
    }
}

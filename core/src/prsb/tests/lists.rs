//! The trees against the lists of facts.

use super::*;
use crate::plan::{Kind, Type};
use crate::prsb::coverage::Held;
use std::collections::BTreeMap;
use std::path::Path;

/// The lines of a list of facts.
pub(super) fn listed(list: List) -> Vec<String> {
    let file = match list {
        List::CarePlan => "personalised-care-and-support-plan.txt",
        List::AboutMe => "about-me.txt",
        List::EndOfLife => "palliative-and-end-of-life-care.txt",
    };
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/vectors/prsb").join(file);
    let text = std::fs::read_to_string(path).unwrap();
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// A tree as lines of facts, without what no list names.
fn drawn(elements: &[Element], above: &str, lines: &mut Vec<String>) {
    for element in elements.iter().filter(|element| !element.facts.is_empty()) {
        let path = format!("{above}{}", element.name);
        let what = if matches!(element.what, What::Group(..)) { "group" } else { "item" };
        let mut facts = element.facts.splitn(3, ' ');
        let (count, asked) = (facts.next().unwrap(), facts.next().unwrap());
        lines.push(format!("{path}\t{what}\t{count}\t{asked}\t{}", facts.next().unwrap_or("-")));
        drawn(element.children(), &format!("{path} > "), lines);
    }
}

#[test]
fn every_element_of_every_list_stands_in_its_tree_exactly_once() {
    for (list, count) in [(List::CarePlan, 287), (List::AboutMe, 67), (List::EndOfLife, 433)] {
        let mut lines = Vec::new();
        drawn(list.elements(), "", &mut lines);
        let listed = listed(list);
        for (at, (here, there)) in lines.iter().zip(&listed).enumerate() {
            assert_eq!(here, there, "{} line {}", list.title(), at + 1);
        }
        assert_eq!((lines.len(), listed.len()), (count, count), "{}", list.title());
    }
}

/// The first place of each field that the trees hold, in the order of the lists.
fn first_places() -> BTreeMap<&'static str, String> {
    let mut places = BTreeMap::new();
    for line in List::ALL.iter().flat_map(|list| coverage::lines(*list)) {
        if let Held::At(fields) = &line.held {
            for field in fields.iter().chain(&line.else_from) {
                places.entry(field.name).or_insert(line.path.clone());
            }
        }
    }
    places
}

#[test]
fn the_table_names_the_first_place_of_every_field_that_a_list_holds_and_of_no_other() {
    let places = first_places();
    for field in Kind::ALL.iter().flat_map(|kind| kind.own_fields()) {
        let first = places.get(field.name).map(String::as_str).unwrap_or_default();
        assert_eq!(field.prsb, first, "{}", field.name);
    }
}

#[test]
fn every_item_that_is_held_has_a_field_and_every_field_a_type_that_json_can_say() {
    for line in List::ALL.iter().flat_map(|list| coverage::lines(*list)) {
        let Held::At(fields) = &line.held else { continue };
        assert!(!fields.is_empty(), "{}", line.path);
        for field in fields {
            let sayable = !matches!(
                field.holds,
                Type::Entity | Type::Order | Type::Ops | Type::Instant | Type::Count | Type::Number
            );
            assert!(sayable, "{} at {}", field.name, line.path);
        }
    }
}

#[test]
fn a_part_that_no_list_names_stands_only_where_the_list_names_nothing_in_a_group() {
    for list in List::ALL {
        let lines = coverage::lines(*list);
        for line in lines.iter().filter(|line| !line.is_listed()) {
            let (above, _) = line.path.rsplit_once(" > ").unwrap();
            let start = format!("{above} > ");
            let inner = lines.iter().filter(|other| other.path.starts_with(&start));
            assert!(inner.into_iter().all(|other| !other.is_listed()), "{}", line.path);
        }
    }
}

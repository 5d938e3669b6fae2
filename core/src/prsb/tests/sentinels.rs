//! A sentinel in each element that is held, on its own: written at its typed field, out,
//! into an empty plan, and out again, at the same path.

use super::*;
use crate::prsb::coverage::{self, Held, counts};
use crate::prsb::tree::{Each, Element, Mark, Rule, What};

/// The smallest voice note that is one.
const WAV: &[u8] = b"RIFF\x04\0\0\0WAVE";

/// A value of a field that nothing else has, and how it stands in JSON.
fn sentinel(world: &World, field: &Field, element: &Element, n: usize) -> (Value, serde_json::Value) {
    let words = format!("sentinel {n}");
    match field.holds {
        Type::Words => (text(&words), words.into()),
        Type::Coded if element.is_code() || element.has_words() => {
            let code = Coded::new("http://snomed.info/sct", &format!("{n}"), &words).unwrap();
            let json = serde_json::json!({ "system": code.system(), "code": code.code(), "display": words });
            (text(&code.to_string()), json)
        }
        Type::Coded => (text(&format!("||{words}")), words.into()),
        Type::Flag => (Value::Bool(n.is_multiple_of(2)), n.is_multiple_of(2).into()),
        Type::Scale10 => (Value::Int(1 + n as i64 % 10), (1 + n % 10).into()),
        Type::Date => {
            let day = format!("20{:02}-03-{:02}", n % 26, n % 28 + 1);
            let written =
                if element.holds() == "date" { day } else { format!("{day}T23:5{}:00.5-05:30", n % 10) };
            (Value::Date(written.clone()), written.into())
        }
        Type::Choice => {
            let word = field.choices[n % field.choices.len()];
            (Value::Code(word.to_owned()), super::super::said::choice(&ENGLISH, field, word).into())
        }
        Type::Bytes => (Value::Bytes(world.keep_file(WAV).to_vec()), crate::base64::encode(WAV).into()),
        other => panic!("{other:?}"),
    }
}

/// An entry where one of a group would stand: linked, marked, in its order.
fn entry(world: &mut World, each: &Each, above: Option<(Kind, EntityId)>) -> (Kind, EntityId) {
    let id = world.new_entity();
    world.write(each.kind, id, &Common::POSITION, text("n"));
    for mark in each.marks {
        match *mark {
            Mark::Word(field, word) => world.write(each.kind, id, &field, Value::Code(word.to_owned())),
            Mark::KindAbove(field) => {
                world.write(each.kind, id, &field, Value::Int(above.unwrap().0.number().into()));
            }
            Mark::FieldAbove(field, of) => world.write(each.kind, id, &field, Value::Int(of.number.into())),
        }
    }
    if let Some((link, (_, above))) = each.link.zip(above) {
        world.write(each.kind, id, &link, Value::Entity(above));
    }
    if let Some((order, (kind, above))) = each.order.zip(above) {
        world.write(kind, above, &order, Value::Order(vec![id]));
    }
    (each.kind, id)
}

/// Writes a sentinel at one field of one element; gives back how it stands in JSON.
fn plant(world: &mut World, list: List, path: &str, field: &Field, n: usize) -> serde_json::Value {
    let mut elements = list.elements();
    let mut above: Option<(Kind, EntityId)> = None;
    for name in path.split(" > ") {
        let element = elements.iter().find(|element| element.name == name).unwrap();
        elements = element.children();
        match element.what {
            What::Group(Rule::Only(kind), _) => above = Some((kind, EntityId::only(kind.number()))),
            What::Group(Rule::Each(each), _) => above = Some(entry(world, &each, above)),
            What::Group(Rule::Rest(each), _) if each.kind.number() == field.kind => {
                // The first stands in the entry above: a further one has one before it.
                let (kind, first) = above.unwrap();
                let mut own = elements.iter().filter_map(|element| match element.what {
                    What::Item(fields) => fields.iter().find(|own| own.kind == kind.number()),
                    _ => None,
                });
                let own = own.next_back().unwrap();
                world.write(kind, first, own, text("the first"));
                above = Some(entry(world, &each, above));
            }
            What::Entries(each, _) => above = Some(entry(world, &each, above)),
            _ => {}
        }
        if elements.is_empty() {
            let (value, json) = sentinel(world, field, element, n);
            let (kind, id) = above.unwrap();
            world.write(kind, id, field, value);
            if field.holds == Type::Bytes {
                world.write(kind, id, &Attachment::MIME, Value::Code("audio/wav".to_owned()));
            }
            return json;
        }
    }
    panic!("{path} has no item at its end");
}

/// Out of one plan, into an empty one, and out again.
fn goes_round(list: List, path: &str, field: &Field, n: usize) {
    let mut here = World::default();
    let planted = plant(&mut here, list, path, field, n);
    let first = here.json(list);
    let read: serde_json::Value = serde_json::from_str(&first).unwrap();
    assert_eq!(*at(&read, path), planted, "{} at {path}\n{first}", field.name);
    let mut there = World { files: here.files.clone(), ..World::default() };
    let brought = there.import(&first);
    assert_eq!(sentences(&brought.notes), Vec::<String>::new(), "{path}");
    same(&there.json(list), &first, path);
    let held = there.record.entities().filter(|(kind, ..)| *kind == field.kind);
    let held =
        held.flat_map(|(kind, id, _)| there.record.register(Slot { entity: id, kind, field: field.number }));
    assert!(held.count() >= 1, "{} holds it again", field.name);
    assert_eq!(
        there.record.of_kind(Kind::Passed.number()).count(),
        0,
        "{path} is held, and not kept as it came"
    );
}

fn every_sentinel_of(list: List) {
    let mut items = 0;
    let mut fields_tried = 0;
    for (n, line) in coverage::lines(list).iter().enumerate() {
        let Held::At(fields) = &line.held else { continue };
        for field in fields {
            goes_round(list, &line.path, field, n);
            fields_tried += 1;
        }
        items += usize::from(line.is_listed());
    }
    println!("{}: {items} sentinels, at {fields_tried} fields", list.title());
    assert_eq!(items, counts(list).held, "as many sentinels as there are held items");
}

#[test]
fn a_sentinel_in_each_element_of_the_care_plan_comes_back_at_its_place() {
    every_sentinel_of(List::CarePlan);
}

#[test]
fn a_sentinel_in_each_element_of_about_me_comes_back_at_its_place() {
    every_sentinel_of(List::AboutMe);
}

#[test]
fn a_sentinel_in_each_held_element_of_the_end_of_life_list_comes_back_at_its_place() {
    every_sentinel_of(List::EndOfLife);
}

/// All of them in one plan: nothing lies in another's place.
#[test]
fn a_plan_with_something_in_every_element_comes_back_whole() {
    for list in List::ALL {
        let mut here = World::default();
        for (n, line) in coverage::lines(*list).iter().enumerate() {
            let Held::At(fields) = &line.held else { continue };
            plant(&mut here, *list, &line.path, fields.last().unwrap(), n);
        }
        // A need, or an unwell plan, of which nothing is said is none: what is in it
        // stands alone. So each has a name here.
        for (kind, field) in [(Kind::Need, Need::WORDS), (Kind::Unwell, Unwell::NAME)] {
            let all: Vec<EntityId> = here.record.of_kind(kind.number()).map(|(id, _)| id).collect();
            all.into_iter().for_each(|id| here.write(kind, id, &field, text(&id.hex())));
        }
        let first = here.json(*list);
        let mut there = World { files: here.files.clone(), ..World::default() };
        let brought = there.import(&first);
        assert_eq!(sentences(&brought.notes), Vec::<String>::new());
        same(&there.json(*list), &first, list.title());
        let again = there.import(&first);
        assert_eq!((again.new, again.suggested, again.kept), (0, 0, 0));
        same(&there.json(*list), &first, list.title());
    }
}

//! A part of the plan as a record of its own: what was not chosen, was removed or is only the
//! person's is not in it, so that nothing that is made of it can say it.

use super::sections::kinds_of;
use crate::fhir::out::leaves;
use crate::plan::{Agreement, Field, Kind, Unwell};
use crate::record::{EntityId, Record, Slot, Value};
use std::collections::BTreeSet;

/// Kinds that are drawn within an entry of another kind.
const WITHIN: [(Kind, &[Kind]); 2] = [
    (Kind::Unwell, &[Kind::Sign, Kind::Step, Kind::Coping, Kind::KeptThing]),
    (Kind::Goal, &[Kind::Action, Kind::Stage, Kind::CheckIn]),
];

/// The part of a record that these sections are made of.
pub(super) fn of(record: &Record, titles: &[&str]) -> Record {
    let mut kinds: BTreeSet<Kind> = titles.iter().flat_map(|title| kinds_of(title)).copied().collect();
    for (of, within) in WITHIN {
        if kinds.contains(&of) {
            kinds.extend(within);
        }
    }
    // Whose plan it is.
    kinds.insert(Kind::Me);
    let mut part = Record::default();
    let mut there = BTreeSet::new();
    for kind in &kinds {
        for (id, _) in record.of_kind(kind.number()).filter(|(id, _)| leaves(record, *kind, *id)) {
            copy(record, &mut part, *kind, id);
            there.insert(id);
        }
    }
    if kinds.contains(&Kind::Unwell) {
        // Whom to call is part of what to do.
        let called: Vec<EntityId> = part
            .of_kind(Kind::Unwell.number())
            .flat_map(|(id, _)| named(record, Kind::Unwell, id, &Unwell::CALL))
            .collect();
        for person in called.into_iter().filter(|person| leaves(record, Kind::Person, *person)) {
            copy(record, &mut part, Kind::Person, person);
        }
    }
    for (id, _) in record.of_kind(Kind::Agreement.number()) {
        let what = named(record, Kind::Agreement, id, &Agreement::WHAT);
        if leaves(record, Kind::Agreement, id) && what.iter().any(|what| there.contains(what)) {
            copy(record, &mut part, Kind::Agreement, id);
        }
    }
    part
}

fn copy(record: &Record, part: &mut Record, kind: Kind, id: EntityId) {
    let Some(entity) = record.entity(kind.number(), id) else { return };
    for (field, register) in entity.fields() {
        let slot = Slot { entity: id, kind: kind.number(), field };
        part.load(slot, register.ops().cloned().collect());
    }
}

/// What any version of a field names.
fn named(record: &Record, kind: Kind, id: EntityId, field: &Field) -> Vec<EntityId> {
    let Some(register) = record.register(kind.slot(id, field)) else { return Vec::new() };
    let values = register.heads().iter().filter_map(|op| op.value());
    let mut all = Vec::new();
    for value in values {
        match value {
            Value::Entity(id) => all.push(*id),
            Value::Order(ids) => all.extend(ids),
            _ => {}
        }
    }
    all
}

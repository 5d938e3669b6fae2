//! What belongs to what: the steps of a plan, the actions of a goal. An
//! agreement, a removal and "changed since" speak of a thing and all in it.

use super::{Field, Kind, Sensitivity, rooms::*};
use crate::record::{EntityId, LIFE, Op, Record, Slot};

/// The kind that a kind is part of, and the field in which it names which one.
fn parent(kind: Kind) -> Option<(Field, Kind)> {
    Some(match kind {
        Kind::Action => (Action::GOAL, Kind::Goal),
        Kind::Stage => (Stage::ACTION, Kind::Action),
        Kind::Sign => (Sign::PLAN, Kind::Unwell),
        Kind::Step => (Step::PLAN, Kind::Unwell),
        Kind::Coping => (Coping::PLAN, Kind::Unwell),
        Kind::KeptThing => (KeptThing::PLAN, Kind::Unwell),
        Kind::ChoiceOption => (ChoiceOption::DECISION, Kind::Decision),
        Kind::Consideration => (Consideration::OPTION, Kind::ChoiceOption),
        Kind::VisitSheet => (VisitSheet::VISIT, Kind::Visit),
        Kind::Reply => (Reply::VISIT, Kind::Visit),
        Kind::Mood => (Mood::VISIT, Kind::Visit),
        Kind::Circled => (Circled::VISIT, Kind::Visit),
        Kind::Thought => (Thought::VISIT, Kind::Visit),
        Kind::Discussed => (Discussed::VISIT, Kind::Visit),
        Kind::Trigger => (Trigger::PLAN, Kind::Unwell),
        Kind::Statement => (Statement::PLAN, Kind::Unwell),
        Kind::FurtherOutcome => (FurtherOutcome::GOAL, Kind::Goal),
        Kind::Attorney => (Attorney::LPA, Kind::Lpa),
        _ => return None,
    })
}

/// The field in which a kind names what it is part of.
pub fn parent_field(kind: Kind) -> Option<Field> {
    parent(kind).map(|(field, _)| field)
}

/// Whether the entity names `parent` as what it is part of, in any version.
pub fn belongs_to(record: &Record, kind: Kind, id: EntityId, parent: EntityId) -> bool {
    let Some(field) = parent_field(kind) else { return false };
    let register = record.register(Slot { entity: id, kind: kind.number(), field: field.number });
    let values = register.into_iter().flat_map(|register| register.shown(field.policy));
    let mut first = values.filter_map(|version| version.first().and_then(|op| op.value()).cloned());
    first.any(|value| value == crate::record::Value::Entity(parent))
}

/// The entity and all that is part of it, at any depth (removed parts too).
pub fn tree_of(record: &Record, kind: Kind, id: EntityId) -> Vec<(Kind, EntityId)> {
    let mut tree = vec![(kind, id)];
    let mut at = 0;
    while let Some(&(_, parent)) = tree.get(at) {
        for &part in Kind::ALL.iter().filter(|part| parent_field(**part).is_some()) {
            for (child, _) in record.of_kind(part.number()) {
                if belongs_to(record, part, child, parent) && !tree.contains(&(part, child)) {
                    tree.push((part, child));
                }
            }
        }
        at += 1;
    }
    tree
}

/// The heads of the entity and of all that is part of it: what an agreement or
/// a removal names as seen. The entity's own [`LIFE`] is left out (it is where a
/// removal itself is written), its parts' is not: a step removed is a change.
/// What is only this phone's own (a pin, a place in a list, whether it is kept
/// at hand) is left out too: changing it changes no words.
pub fn tree_heads(record: &Record, kind: Kind, id: EntityId) -> Vec<&Op> {
    let mut heads = Vec::new();
    for (part, part_id) in tree_of(record, kind, id) {
        let Some(entity) = record.entity(part.number(), part_id) else { continue };
        for (number, register) in entity.fields() {
            let own = super::fields(part).any(|f| f.number == number && f.sensitivity == Sensitivity::Own);
            let root_life = number == LIFE && part_id == id;
            if !own && !root_life {
                heads.extend(register.heads());
            }
        }
    }
    heads
}

/// The kind and name of what an entity is part of.
pub fn parent_of(record: &Record, kind: Kind, id: EntityId) -> Option<(Kind, EntityId)> {
    let (field, of) = parent(kind)?;
    let register = record.register(Slot { entity: id, kind: kind.number(), field: field.number })?;
    let versions = register.shown(field.policy);
    match versions.first()?.first()?.value()? {
        crate::record::Value::Entity(parent) => Some((of, *parent)),
        _ => None,
    }
}

/// Whether an entity is marked "only me".
pub fn is_only_me(entity: &crate::record::Entity) -> bool {
    let field = super::Common::ONLY_ME;
    super::Kept::<bool>::read(entity.field(field.number), field.policy).first() == Some(&true)
}

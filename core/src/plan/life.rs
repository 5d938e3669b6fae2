//! Whether an entry is still here, and whether it, or anything it is part of or
//! speaks of, was removed or is marked "only me".

use super::{
    Agreement, Attachment, CarerNeed, CheckIn, ClinicalCopy, Field, Kind, Outcome, Passed, Recorder, Request,
    Use,
};
use crate::record::{Decision, Entity, EntityId, LIFE, Life, Op, Record, Value};

/// Whether an entry is here, removed, or waits to be settled.
pub fn life(record: &Record, kind: Kind, id: EntityId) -> Life {
    let Some(entity) = record.entity(kind.number(), id) else { return Life::Removed };
    if entity.field(LIFE).is_none() {
        return Life::Here;
    }
    let heads = super::tree_heads(record, kind, id).into_iter().map(|op| op.id);
    entity.life(heads.collect::<Vec<_>>().into_iter())
}

/// Whether an entry is only offered: nothing stands in it, or all of it was taken back, and what somebody suggests for it
/// waits. It is one thing to say yes or no to, and no entry of the plan's.
pub fn is_offered(entity: &Entity) -> bool {
    let empty = |op: &Op| op.value() == Some(&Value::Empty);
    entity.fields().all(|(_, register)| register.heads().iter().all(empty))
        && entity.fields().any(|(_, register)| {
            register.suggestions().iter().any(|offer| offer.decision == Decision::Pending)
        })
}

/// Whether an entry is to be drawn: here, or waiting to be settled.
pub fn is_here(record: &Record, kind: Kind, id: EntityId) -> bool {
    life(record, kind, id) != Life::Removed
}

/// Whether an entry, or anything it is part of or speaks of or that says the same
/// elsewhere, is marked "only me".
pub fn is_only_me(record: &Record, kind: Kind, id: EntityId) -> bool {
    let marked = |kind: Kind, id| record.entity(kind.number(), id).is_some_and(super::is_only_me);
    let near = |kind, id| [above(record, kind, id), beside(record, kind, id)].concat();
    with_all(kind, id, near).into_iter().any(|(kind, id)| marked(kind, id))
}

/// Whether an entry was removed, or anything it is part of or speaks of.
pub fn is_removed(record: &Record, kind: Kind, id: EntityId) -> bool {
    let removed = |kind: Kind, id| record.entity(kind.number(), id).is_some() && !is_here(record, kind, id);
    with_all(kind, id, |kind, id| above(record, kind, id)).into_iter().any(|(kind, id)| removed(kind, id))
}

/// The entry, what is `near` it, what is near that, and so on.
fn with_all(
    kind: Kind,
    id: EntityId,
    near: impl Fn(Kind, EntityId) -> Vec<(Kind, EntityId)>,
) -> Vec<(Kind, EntityId)> {
    let mut found = vec![(kind, id)];
    let mut at = 0;
    while let Some(&(kind, id)) = found.get(at) {
        for one in near(kind, id) {
            // A loop (a faulty app's) ends here.
            if !found.contains(&one) {
                found.push(one);
            }
        }
        at += 1;
    }
    found
}

/// What says the same in another place: a request and the promise that was made
/// of it, a copy and the newer copy of the same document. Where one may not be
/// seen, neither may the other; but removing one removes nothing else.
fn beside(record: &Record, kind: Kind, id: EntityId) -> Vec<(Kind, EntityId)> {
    let named = |kind, id, field, of: Kind| named(record, kind, id, field).map(move |id| (of, id));
    let naming = |kind: Kind, field: Field| {
        let all = record.of_kind(kind.number()).map(|(other, _)| other);
        let names = move |other: &EntityId| named(kind, *other, field, kind).any(|(_, of)| of == id);
        all.filter(names).map(move |other| (kind, other)).collect::<Vec<_>>()
    };
    match kind {
        Kind::Request => named(kind, id, Request::PROMISE, Kind::Promise)
            .chain(named(kind, id, Request::ENTRY, Kind::SupportEntry))
            .collect(),
        Kind::Promise => naming(Kind::Request, Request::PROMISE),
        Kind::ClinicalCopy => {
            let older = named(kind, id, ClinicalCopy::REPLACES, Kind::ClinicalCopy);
            older.chain(naming(Kind::ClinicalCopy, ClinicalCopy::REPLACES)).collect()
        }
        _ => Vec::new(),
    }
}

/// What any version that stands in a field names.
fn named(record: &Record, kind: Kind, id: EntityId, field: Field) -> impl Iterator<Item = EntityId> {
    let register = record.register(kind.slot(id, &field)).into_iter();
    register.flat_map(|register| register.heads()).filter_map(|op| match op.value() {
        Some(Value::Entity(named)) => Some(*named),
        _ => None,
    })
}

/// What an entry is part of, or speaks of: a check-in of an action, the noting of
/// a bad night of a plan, an agreement of a goal.
fn above(record: &Record, kind: Kind, id: EntityId) -> Vec<(Kind, EntityId)> {
    let (field, of) = match kind {
        Kind::CheckIn => (CheckIn::ACTION, Some(Kind::Action)),
        Kind::Use => (Use::PLAN, Some(Kind::Unwell)),
        Kind::Outcome => (Outcome::PART_OF, Some(Kind::Outcome)),
        Kind::Agreement => (Agreement::WHAT, None),
        Kind::Attachment => (Attachment::OF, None),
        Kind::CarerNeed => (CarerNeed::WHOSE, Some(Kind::Person)),
        Kind::Recorder => (Recorder::OF, None),
        Kind::Passed => (Passed::OF, None),
        _ => return super::parent_of(record, kind, id).into_iter().collect(),
    };
    let known = |kind: &&Kind, id| record.entity(kind.number(), id).is_some();
    named(record, kind, id, field)
        .flat_map(|id| match of {
            Some(kind) => vec![(kind, id)],
            None => Kind::ALL.iter().filter(|kind| known(kind, id)).map(|kind| (*kind, id)).collect(),
        })
        .collect()
}

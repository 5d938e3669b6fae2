//! When the plan as a whole is looked at again: as its record says, else as the person
//! wrote it in another room.

use super::entries::Plan;
use super::tree::{is_one_of, value};
use crate::plan::{Field, Kind, PartialDate, PlanRecord, Review, Visit};
use crate::record::{Entity, EntityId, Value};

/// The fields of other rooms that go out where the record's own has nothing: the review
/// of the plan, then what the last visit agreed.
const STAND_INS: [(Field, Field, Field); 3] = [
    (PlanRecord::REVIEW, Review::NEXT, Visit::REVIEW),
    (PlanRecord::REVIEW_INTERVAL, Review::INTERVAL, Visit::INTERVAL),
    (PlanRecord::REVIEW_BY, Review::WHO, Visit::REVIEW_BY),
];

/// The fields that go out in place of this one.
pub(super) fn stand_ins(field: &Field) -> Vec<Field> {
    let named = STAND_INS.iter().filter(|(own, ..)| (own.kind, own.number) == (field.kind, field.number));
    named.flat_map(|(_, review, visit)| [*review, *visit]).collect()
}

/// What goes out in place of a field of the plan's record that has nothing: all from
/// one entry, so that a date is never put beside another one's name.
pub(super) fn stand_in(plan: &Plan<'_>, field: &Field) -> Vec<Value> {
    let [review, visit] = stand_ins(field)[..] else { return Vec::new() };
    let own = EntityId::only(Kind::PlanRecord.number());
    let says = |(own_field, ..): &(Field, Field, Field)| plan.value(Kind::PlanRecord, own, own_field);
    if STAND_INS.iter().any(|stand_in| says(stand_in).is_some()) {
        return Vec::new();
    }
    match (next_review(plan), last_visit(plan)) {
        (Some(id), _) => plan.values(Kind::Review, id, &review),
        (None, Some(id)) => plan.values(Kind::Visit, id, &visit),
        (None, None) => Vec::new(),
    }
}

fn shown<'a>(plan: &'a Plan<'_>, kind: Kind) -> impl Iterator<Item = (EntityId, &'a Entity)> {
    plan.record.of_kind(kind.number()).filter(move |(id, _)| plan.is_shown(kind, *id))
}

fn date(entity: &Entity, field: &Field) -> Option<PartialDate> {
    match value(entity, field)? {
        Value::Date(written) => PartialDate::parse(written).ok(),
        _ => None,
    }
}

/// The review of the plan that comes first.
fn next_review(plan: &Plan<'_>) -> Option<EntityId> {
    let of_plan = |entity: &Entity| is_one_of(entity, &Review::SORT, &["plan"]);
    let all = shown(plan, Kind::Review).filter(|(_, entity)| of_plan(entity));
    let next = |entity: &Entity| date(entity, &Review::NEXT).map_or((1, None), |next| (0, Some(next)));
    all.min_by_key(|(id, entity)| (next(entity), *id)).map(|(id, _)| id)
}

/// The last visit that said when to look again.
fn last_visit(plan: &Plan<'_>) -> Option<EntityId> {
    let said = shown(plan, Kind::Visit).filter(|(_, entity)| value(entity, &Visit::REVIEW).is_some());
    said.max_by_key(|(id, entity)| (date(entity, &Visit::ON), *id)).map(|(id, _)| id)
}

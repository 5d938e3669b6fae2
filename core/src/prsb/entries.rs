//! The plan as the walk sees it: what may be shown, and which entries stand where.

use super::export::At;
use super::tree::Each;
use crate::plan::{Common, Field, Holds, Kept, Kind, in_order};
use crate::record::{EntityId, Record, Value};

/// Whether an entry goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// It does.
    No,
    /// It, or what it is part of, is marked "only me".
    OnlyMe,
    /// It, or what it is part of, was removed.
    Removed,
}

/// A plan, and what of it may be shown.
pub struct Plan<'a> {
    /// The record.
    pub record: &'a Record,
    /// Whether an entry goes out.
    pub hidden: &'a dyn Fn(Kind, EntityId) -> Hidden,
}

impl Plan<'_> {
    /// Whether an entry is there and goes out.
    pub(super) fn is_shown(&self, kind: Kind, id: EntityId) -> bool {
        let entity = self.record.entity(kind.number(), id);
        entity.is_some_and(|entity| entity.is_written()) && (self.hidden)(kind, id) == Hidden::No
    }

    /// What the first version of a field says.
    pub(super) fn value(&self, kind: Kind, id: EntityId, field: &Field) -> Option<Value> {
        super::tree::value(self.record.entity(kind.number(), id)?, field).cloned()
    }

    /// Every version of a field that says something.
    pub(super) fn values(&self, kind: Kind, id: EntityId, field: &Field) -> Vec<Value> {
        let register = self.record.register(kind.slot(id, field));
        let shown = register.map(|register| register.shown(field.policy)).unwrap_or_default();
        let values = shown.iter().filter_map(|version| version.first()?.value());
        values.filter(|value| !matches!(value, Value::Empty | Value::Erased)).cloned().collect()
    }

    fn kept<T: Holds>(&self, kind: Kind, id: EntityId, field: &Field) -> Kept<T> {
        let entity = self.record.entity(kind.number(), id);
        Kept::read(entity.and_then(|entity| entity.field(field.number)), field.policy)
    }

    /// A record's own word or code, where the person has chosen for themselves.
    pub(super) fn is_outranked(&self, kind: Kind, id: EntityId, field: &Field) -> bool {
        super::said::choice_beside(field).is_some_and(|choice| self.value(kind, id, &choice).is_some())
    }

    /// Whether two orders of what stands in a group wait to be settled.
    pub(super) fn is_disordered(&self, each: &Each, at: At) -> bool {
        let order = each.order.zip(at).map(|(order, (kind, id))| self.kept(kind, id, &order));
        order.is_some_and(|order| in_order(&order, &self.entries(each, at)).orders.len() > 1)
    }

    /// The entries that stand in a group below `at`, in their order.
    pub(super) fn entries(&self, each: &Each, at: At) -> Vec<EntityId> {
        let order = each.order.zip(at).map(|(order, (kind, id))| self.kept(kind, id, &order));
        let mut here: Vec<EntityId> = match (each.called, &order) {
            (true, None) => Vec::new(),
            (true, Some(order)) => self.named_by(each.kind, order),
            (false, _) => {
                let all = self.record.of_kind(each.kind.number());
                let here = all.filter(|(_, entity)| each.takes(entity)).map(|(id, _)| id);
                here.filter(|id| self.is_shown(each.kind, *id) && self.hangs(each, *id, at)).collect()
            }
        };
        here.sort_by_key(|id| {
            (self.kept::<Position>(each.kind, *id, &Common::POSITION).first().cloned(), *id)
        });
        match order {
            Some(order) => in_order(&order, &here).orders.into_iter().next().unwrap_or_default(),
            None => here,
        }
    }

    /// Those that a list names and that are shown, each once.
    fn named_by(&self, kind: Kind, order: &Kept<Vec<EntityId>>) -> Vec<EntityId> {
        let mut here = Vec::new();
        for id in order.all().flatten() {
            if !here.contains(id) && self.is_shown(kind, *id) {
                here.push(*id);
            }
        }
        here
    }

    /// Whether an entry names the one above as what it is part of; above nothing,
    /// those that name nothing that is shown.
    fn hangs(&self, each: &Each, id: EntityId, at: At) -> bool {
        let Some(link) = each.link else { return true };
        let named = self.kept::<EntityId>(each.kind, id, &link).first().copied();
        match at {
            Some((_, above)) => named == Some(above),
            None => {
                let is_there = |id| Kind::ALL.iter().any(|kind| self.is_shown(*kind, id));
                each.alone && !named.is_some_and(is_there)
            }
        }
    }
}

/// A place in a list: letters, which the table keeps as words.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Position(String);

impl Holds for Position {
    const TYPE: crate::plan::Type = crate::plan::Type::Words;
    fn read(value: &Value) -> Option<Self> {
        value.text().map(|text| Position(text.to_owned()))
    }
}

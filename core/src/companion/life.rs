//! Removing, keeping, and what happens when two phones disagree about it.

use super::{Companion, Trouble, Writer};
use crate::plan::{self, Kind};
use crate::record::{Act, EntityId, LIFE, Life, Record, Slot};
use crate::store::Draft;

/// Whether an entry is here, removed, or waits to be settled.
pub(super) fn life(record: &Record, kind: Kind, id: EntityId) -> Life {
    let Some(entity) = record.entity(kind.number(), id) else { return Life::Removed };
    if entity.field(LIFE).is_none() {
        return Life::Here;
    }
    let heads = plan::tree_heads(record, kind, id).into_iter().map(|op| op.id);
    entity.life(heads.collect::<Vec<_>>().into_iter())
}

/// Whether an entry is to be drawn: here, or waiting to be settled.
pub(super) fn is_here(record: &Record, kind: Kind, id: EntityId) -> bool {
    life(record, kind, id) != Life::Removed
}

impl Companion {
    /// Removes an entry and all in it, naming every version that was seen.
    /// Nothing is deleted: it is in History, and [`Companion::restore`] undoes it.
    pub fn remove(&self, kind: Kind, id: EntityId, by: &Writer) -> Result<(), Trouble> {
        let saw = {
            let ledger = self.ledger();
            ledger.record().entity(kind.number(), id).ok_or(Trouble::NotFound)?;
            // What this app can't draw was seen by nobody: removing leaves it unsettled.
            let heads = plan::tree_heads(ledger.record(), kind, id).into_iter();
            heads.filter(|op| op.can_be_drawn()).map(|op| op.id).collect()
        };
        self.keep(vec![Draft::new(life_of(kind, id), Act::Remove(saw))], by).map(drop)
    }

    /// Keeps an entry that was removed, here or on another phone.
    pub fn restore(&self, kind: Kind, id: EntityId, by: &Writer) -> Result<(), Trouble> {
        self.keep(vec![Draft::new(life_of(kind, id), Act::Restore)], by).map(drop)
    }
}

fn life_of(kind: Kind, id: EntityId) -> Slot {
    Slot { entity: id, kind: kind.number(), field: LIFE }
}

/// Whether an entry, or what it is part of, is marked "only me".
pub(super) fn is_only_me(record: &Record, kind: Kind, id: EntityId) -> bool {
    let mut at = Some((kind, id));
    // Parts are three deep at most; a loop of parents (a faulty app's) ends here.
    for _ in 0..4 {
        let Some((kind, id)) = at else { return false };
        let Some(entity) = record.entity(kind.number(), id) else { return false };
        if plan::is_only_me(entity) {
            return true;
        }
        at = plan::parent_of(record, kind, id);
    }
    false
}

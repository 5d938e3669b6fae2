//! Removing, keeping, and what happens when two phones disagree about it.

use super::{Companion, Trouble, Writer};
pub(super) use crate::plan::life::{is_here, is_only_me, is_removed, life};
use crate::plan::{self, Kind, Refused};
use crate::record::{Act, EntityId, LIFE, MAX_PARENTS, OpId, Slot};
use crate::store::Draft;

impl Companion {
    /// Removes an entry and all in it, naming every version that was seen.
    /// Nothing is deleted: it is in History, and [`Companion::restore`] undoes it.
    pub fn remove(&self, kind: Kind, id: EntityId, by: &Writer) -> Result<(), Trouble> {
        let saw: Vec<OpId> = {
            let ledger = self.ledger();
            ledger.record().entity(kind.number(), id).ok_or(Trouble::NotFound)?;
            // What this app can't draw was seen by nobody: removing leaves it unsettled.
            let heads = plan::tree_heads(ledger.record(), kind, id).into_iter();
            heads.filter(|op| op.can_be_drawn()).map(|op| op.id).collect()
        };
        if saw.len() > MAX_PARENTS {
            return Err(Refused::ListTooLong.into());
        }
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

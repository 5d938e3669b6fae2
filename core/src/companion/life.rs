//! Removing, keeping, and what happens when two phones disagree about it.

use super::{Companion, Trouble, Writer};
pub(super) use crate::plan::life::{is_here, is_only_me, is_removed, life};
use crate::plan::{self, Kind, Mailbox, Pairing, Refused, Share};
use crate::record::{Act, EntityId, LIFE, MAX_PARENTS, OpId, Slot, Value};
use crate::store::Draft;

impl Companion {
    /// Removes an entry and all in it, naming every version that was seen.
    /// Nothing is deleted: it is in History, and [`Companion::restore`] undoes it.
    /// What a host keeps open for somebody is ended instead, for its host must hear.
    pub fn remove(&self, kind: Kind, id: EntityId, by: &Writer) -> Result<(), Trouble> {
        if matches!(kind, Kind::Share | Kind::Mailbox | Kind::Pairing) {
            return self.end_at_its_host(kind, id);
        }
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

    fn end_at_its_host(&self, kind: Kind, id: EntityId) -> Result<(), Trouble> {
        let ended = {
            let ledger = self.ledger();
            let entity = ledger.record().entity(kind.number(), id).ok_or(Trouble::NotFound)?;
            match kind {
                Kind::Mailbox => Mailbox::read(id, entity).ended.is_answered(),
                Kind::Pairing => Pairing::read(id, entity).ended.is_answered(),
                _ => Share::read(id, entity).ended.is_answered(),
            }
        };
        let field = match kind {
            Kind::Mailbox => Mailbox::ENDED,
            Kind::Pairing => Pairing::ENDED,
            _ => Share::ENDED,
        };
        if !ended {
            let now = self.platform.clock.now();
            let at = Value::Instant(now.ms, now.offset);
            self.write(kind, id, &field, at, &Writer::Person)?;
        }
        Ok(())
    }

    /// Keeps an entry that was removed, here or on another phone.
    pub fn restore(&self, kind: Kind, id: EntityId, by: &Writer) -> Result<(), Trouble> {
        self.keep(vec![Draft::new(life_of(kind, id), Act::Restore)], by).map(drop)
    }
}

fn life_of(kind: Kind, id: EntityId) -> Slot {
    Slot { entity: id, kind: kind.number(), field: LIFE }
}

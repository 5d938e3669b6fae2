//! All of a plan's registers, and how an op is made from them.

use super::register::{Applied, Past};
use super::{
    Act, Author, DeviceId, Entity, EntityId, MAX_LAMPORT, MAX_PARENTS, Op, OpId, Origin, Register, Slot, When,
};
use std::collections::BTreeMap;

/// Who, when and where: what the maker of an op brings to it.
#[derive(Clone, Debug)]
pub struct Made {
    /// The op's name.
    pub id: OpId,
    /// The device it is made on.
    pub device: DeviceId,
    /// What its clock claims.
    pub at: When,
    /// Who writes.
    pub author: Author,
    /// How it came to be here.
    pub origin: Origin,
    /// The suggestion that it answers.
    pub cites: Option<OpId>,
}

/// Every field of every entity, with the ops that stand in it now.
#[derive(Clone, Debug, Default)]
pub struct Record {
    entities: BTreeMap<(u16, EntityId), Entity>,
    lamport: u64,
}

impl Record {
    /// One entity.
    pub fn entity(&self, kind: u16, id: EntityId) -> Option<&Entity> {
        self.entities.get(&(kind, id))
    }

    /// The entities of one kind, by name.
    pub fn of_kind(&self, kind: u16) -> impl Iterator<Item = (EntityId, &Entity)> {
        let all = (kind, EntityId([0; 16]))..=(kind, EntityId([0xff; 16]));
        self.entities.range(all).map(|((_, id), entity)| (*id, entity))
    }

    /// Every entity, by kind and name.
    pub fn entities(&self) -> impl Iterator<Item = (u16, EntityId, &Entity)> {
        self.entities.iter().map(|((kind, id), entity)| (*kind, *id, entity))
    }

    /// One field.
    pub fn register(&self, slot: Slot) -> Option<&Register> {
        self.entity(slot.kind, slot.entity)?.field(slot.field)
    }

    /// The highest Lamport number seen.
    pub fn lamport(&self) -> u64 {
        self.lamport
    }

    /// Notes a Lamport number seen elsewhere (in the past, in a bundle).
    pub fn saw_lamport(&mut self, lamport: u64) {
        self.lamport = self.lamport.max(lamport);
    }

    /// Makes an op for `slot` that replaces what stands there now, or only what
    /// its writer had `seen` of it: words that came from another phone while
    /// they were writing stay beside theirs. A decision replaces the decisions
    /// about the same suggestion. It is not yet applied.
    pub fn make(&self, slot: Slot, act: Act, seen: Option<&[OpId]>, made: Made) -> Op {
        let Made { id, device, at, author, origin, cites } = made;
        let register = self.register(slot);
        let parents = match &act {
            Act::Accept | Act::Decline | Act::Reopen => {
                let decisions = register.zip(cites).map(|(register, of)| register.decisions_on(of));
                decisions.unwrap_or_default().iter().map(|op| op.id).collect()
            }
            Act::Erase(_) => Vec::new(),
            _ => {
                let mut standing = register.map(Register::parents_for_writing).unwrap_or_default();
                standing.retain(|id| seen.is_none_or(|seen| seen.contains(id)));
                // More versions at once than one op can name: the rest go on
                // standing beside it, and the next writing names them.
                standing.truncate(MAX_PARENTS);
                standing
            }
        };
        // A peer that claims the highest number must not make this phone write
        // ops that nobody, itself included, can read again. Order comes from
        // parents; ties fall to the device and the op's name.
        let lamport = self.lamport.saturating_add(1).min(MAX_LAMPORT);
        Op { id, slot, act, parents, lamport, at, device, author, origin, cites, extra: Vec::new() }
    }

    /// Puts in an op. `past` is what is known of its field's past; empty for an
    /// op just made here.
    pub fn apply(&mut self, op: Op, past: &Past) -> Applied {
        self.saw_lamport(op.count());
        let owner = op.slot.owner();
        let entity = self.entities.entry((op.slot.kind, op.slot.entity)).or_default();
        entity.field_mut(op.slot.field).apply(op, owner, past)
    }

    /// Holds one kept op as it comes from the store. `true` where the field needs
    /// [`Record::settle`] once all its ops are held: it has more than one.
    pub fn hold(&mut self, op: Op) -> bool {
        self.saw_lamport(op.count());
        let slot = op.slot;
        let owner = slot.owner();
        let entity = self.entities.entry((slot.kind, slot.entity)).or_default();
        entity.field_mut(slot.field).hold(op, owner)
    }

    /// Puts in all the kept ops of one field at once, in place of what was held
    /// of it, and gives back those that are past.
    pub fn load(&mut self, slot: Slot, ops: Vec<Op>) -> Vec<Op> {
        self.put_back(slot, None);
        for op in ops {
            self.hold(op);
        }
        self.settle(slot)
    }

    /// Works out which of a field's kept ops stand, and gives back those that
    /// are past.
    pub fn settle(&mut self, slot: Slot) -> Vec<Op> {
        let entity = self.entities.entry((slot.kind, slot.entity)).or_default();
        let register = std::mem::take(entity.field_mut(slot.field));
        let (register, past) = Register::load(register.into_ops(), slot.owner());
        *entity.field_mut(slot.field) = register;
        past
    }

    /// Puts a field back as it was before an op that could not be kept.
    pub fn put_back(&mut self, slot: Slot, register: Option<Register>) {
        let entity = self.entities.entry((slot.kind, slot.entity)).or_default();
        entity.put_back(slot.field, register);
        if entity.is_untouched() {
            self.entities.remove(&(slot.kind, slot.entity));
        }
    }
}

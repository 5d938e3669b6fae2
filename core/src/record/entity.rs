//! One entity: its fields, and whether it is still here.

use super::{Act, Op, OpId, Register};
use std::collections::{BTreeMap, HashSet};

/// The field in which an entity is removed and restored, in every kind.
pub const LIFE: u16 = 0;

/// Whether an entity is here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Life {
    /// It is here.
    Here,
    /// It was removed, and nothing was written that the removal did not see.
    Removed,
    /// Removed on one phone, changed (or kept) on another: both are shown until
    /// the person settles it. So is one whose life a newer app wrote in a way
    /// that this app can't read.
    Unsettled,
}

/// One thing in the plan: a goal, a step, a contact.
#[derive(Clone, Debug, Default)]
pub struct Entity {
    fields: BTreeMap<u16, Register>,
}

impl Entity {
    /// One field, if anything was ever written in it.
    pub fn field(&self, field: u16) -> Option<&Register> {
        self.fields.get(&field)
    }

    /// Its fields, by number.
    pub fn fields(&self) -> impl Iterator<Item = (u16, &Register)> {
        self.fields.iter().map(|(number, register)| (*number, register))
    }

    pub(super) fn field_mut(&mut self, field: u16) -> &mut Register {
        self.fields.entry(field).or_default()
    }

    pub(super) fn put_back(&mut self, field: u16, register: Option<Register>) {
        match register {
            Some(register) => self.fields.insert(field, register),
            None => self.fields.remove(&field),
        };
    }

    pub(super) fn is_untouched(&self) -> bool {
        self.fields.is_empty()
    }

    /// Whether anything was written in it by its owner. One that only has
    /// suggestions was suggested whole.
    pub fn is_written(&self) -> bool {
        self.fields.values().any(|register| !register.heads().is_empty())
    }

    /// The heads of all its fields but [`LIFE`]. A removal or an agreement made
    /// here names those of them that this app can draw: nobody saw the others.
    pub fn heads(&self) -> impl Iterator<Item = &Op> {
        self.fields.iter().filter(|(number, _)| **number != LIFE).flat_map(|(_, r)| r.heads())
    }

    /// Whether it is here, given the heads of all that belongs to it now (its
    /// own, and those of its steps, signs, ...).
    pub fn life(&self, heads_now: impl Iterator<Item = OpId>) -> Life {
        let Some(life) = self.fields.get(&LIFE) else {
            return Life::Here;
        };
        let mut seen = HashSet::new();
        let (mut removed, mut kept, mut unread) = (false, false, false);
        for op in life.heads() {
            match &op.act {
                Act::Remove(saw) => {
                    removed = true;
                    seen.extend(saw.iter().copied());
                }
                Act::Restore => kept = true,
                // A newer app's act may be a removal: never say that it is here.
                _ => unread = true,
            }
        }
        let mut heads_now = heads_now;
        match (removed, kept || unread) {
            (false, _) if !unread => Life::Here,
            (true, false) if heads_now.all(|id| seen.contains(&id)) => Life::Removed,
            _ => Life::Unsettled,
        }
    }
}

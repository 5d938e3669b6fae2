//! Ops from elsewhere: sorted into what stands and what is past, and kept all or
//! none, in one transaction.

use super::ledger::{Before, Ledger};
use super::state::State;
use super::{CardBytes, StoreError};
use crate::record::{DeviceId, Op, OpId, Past, Record, Register, Slot, Value};
use crate::vault::Keys;
use rusqlite::Transaction;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What a merge did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Ops that were not here before.
    pub new: usize,
    /// Ops that were.
    pub known: usize,
    /// The fields that changed.
    pub changed: Vec<Slot>,
}

/// Why a merge of ops that must fit what is here did not happen.
#[derive(Debug, thiserror::Error)]
pub(super) enum MergeError {
    /// This name is here already, for something else that was written.
    #[error("two different ops have one name")]
    Conflict(OpId),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What to do with an op whose name is taken by another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum OnConflict {
    /// Keep what is here.
    KeepOurs,
    /// Refuse the whole merge.
    Refuse,
}

/// The ops of a merge, sorted.
#[derive(Default, Debug)]
pub(super) struct Sorted {
    /// What stands now.
    pub live: Vec<Op>,
    /// What is past already, field by field.
    pub past: Vec<Op>,
    /// What was live here and is past now.
    pub replaced: Vec<(Slot, OpId)>,
    /// What must be erased.
    pub erase: Vec<(Slot, OpId)>,
    /// New here, though their device gave later numbers before: to be looked for
    /// in other fields.
    doubtful: HashSet<OpId>,
}

impl Ledger {
    /// Puts in ops from elsewhere, all or none. The order they come in does
    /// not matter, and what is here already changes nothing. `card` makes the
    /// card file's bytes if the fields that changed are any of its own.
    pub fn merge(
        &mut self,
        ops: Vec<Op>,
        card: impl FnOnce(&Record, &[Slot]) -> Result<Option<CardBytes>, StoreError>,
    ) -> Result<Merged, StoreError> {
        self.merge_and(ops, card, |_, _, _| Ok(()))
    }

    /// A merge with something more in the same transaction.
    pub(super) fn merge_and(
        &mut self,
        ops: Vec<Op>,
        card: impl FnOnce(&Record, &[Slot]) -> Result<Option<CardBytes>, StoreError>,
        also: impl FnOnce(&Transaction<'_>, &Keys, &mut State) -> Result<(), StoreError>,
    ) -> Result<Merged, StoreError> {
        self.merge_or(OnConflict::KeepOurs, ops, card, also).map_err(|error| match error {
            MergeError::Store(error) => error,
            MergeError::Conflict(_) => StoreError::Damaged,
        })
    }

    /// A merge that says what becomes of ops that do not fit what is here.
    pub(super) fn merge_or(
        &mut self,
        on_conflict: OnConflict,
        ops: Vec<Op>,
        card: impl FnOnce(&Record, &[Slot]) -> Result<Option<CardBytes>, StoreError>,
        also: impl FnOnce(&Transaction<'_>, &Keys, &mut State) -> Result<(), StoreError>,
    ) -> Result<Merged, MergeError> {
        self.make_sure()?;
        if on_conflict == OnConflict::Refuse {
            self.learn_tops()?;
        }
        let mut by_slot: BTreeMap<Slot, Vec<Op>> = BTreeMap::new();
        for op in ops {
            by_slot.entry(op.slot).or_default().push(op);
        }
        let before = Before::of(&self.record, by_slot.keys().copied());
        let mut sorted = Sorted::default();
        let mut merged = Merged::default();
        let kept = self.sort_and_keep(on_conflict, by_slot, &mut sorted, &mut merged, card, also);
        let logs = match kept {
            Ok(logs) => logs,
            Err(error) => {
                before.put_back(&mut self.record);
                return Err(error);
            }
        };
        for (op, log) in sorted.live.iter().zip(logs) {
            self.live.insert(op.id, log);
        }
        for (slot, id) in sorted.replaced {
            self.loosen(slot, id);
        }
        Ok(merged)
    }

    fn sort_and_keep(
        &mut self,
        on_conflict: OnConflict,
        by_slot: BTreeMap<Slot, Vec<Op>>,
        sorted: &mut Sorted,
        merged: &mut Merged,
        card: impl FnOnce(&Record, &[Slot]) -> Result<Option<CardBytes>, StoreError>,
        also: impl FnOnce(&Transaction<'_>, &Keys, &mut State) -> Result<(), StoreError>,
    ) -> Result<Vec<u64>, MergeError> {
        let this = self.device();
        for (slot, ops) in by_slot {
            self.sort_in(slot, ops, (on_conflict, this), sorted, merged)?;
        }
        if on_conflict == OnConflict::Refuse
            && let Some(id) = self.first_kept_elsewhere(&sorted.doubtful)?
        {
            return Err(MergeError::Conflict(id));
        }
        let card = card(&self.record, &merged.changed)?;
        let erasures = self.erasures(&sorted.erase)?;
        self.store.known_frames()?;
        Ok(self.store.keep_merge(sorted, erasures, card.as_ref(), also)?)
    }

    /// Applies the ops of one field and sorts them into what stands now and
    /// what is past already.
    fn sort_in(
        &mut self,
        slot: Slot,
        ops: Vec<Op>,
        (on_conflict, this): (OnConflict, DeviceId),
        sorted: &mut Sorted,
        merged: &mut Merged,
    ) -> Result<(), MergeError> {
        let rows = self.past(slot)?.0;
        let mut past = Past::default();
        rows.iter().for_each(|row| past.note(&row.op));
        let mut gone: HashMap<OpId, Op> = rows.into_iter().map(|row| (row.op.id, row.op)).collect();
        for head in self.record.register(slot).into_iter().flat_map(Register::heads) {
            past.named.extend(head.parents.iter().copied());
            gone.insert(head.id, head.clone());
        }
        let mut arrived: Vec<OpId> = Vec::new();
        for op in ops {
            let id = op.id;
            let held = self.held(slot, id).or_else(|| gone.get(&id));
            let fits = match held {
                Some(held) => is_same(held, &op),
                // Standing in another field: one name for two things written.
                None => !self.live.contains_key(&id),
            };
            if !fits {
                if on_conflict == OnConflict::Refuse {
                    return Err(MergeError::Conflict(id));
                }
                merged.known += 1;
                continue;
            }
            if held.is_none() && self.store.state.may_have_had(&op, this) {
                sorted.doubtful.insert(id);
            }
            let kept = op.clone();
            let applied = self.record.apply(op, &past);
            sorted.erase.extend(applied.erase.iter().map(|id| (slot, *id)));
            if applied.duplicate {
                merged.known += 1;
                continue;
            }
            merged.new += 1;
            arrived.push(id);
            let kept = if applied.came_erased { kept.erased() } else { kept };
            past.known.extend(applied.replaced.iter().copied());
            sorted.replaced.extend(applied.replaced.into_iter().map(|replaced| (slot, replaced)));
            if applied.to_past {
                past.known.insert(id);
            }
            // What only waits beside the heads has seen its parents, not replaced them.
            if !applied.aside {
                past.named.extend(kept.parents.iter().copied());
            }
            gone.insert(id, kept);
        }
        if arrived.is_empty() {
            return Ok(());
        }
        merged.changed.push(slot);
        let Some(register) = self.record.register(slot) else { return Ok(()) };
        for id in arrived {
            match (register.ops().find(|op| op.id == id), gone.remove(&id)) {
                (Some(op), _) => sorted.live.push(op.clone()),
                // Erased, perhaps, by what came after it.
                (None, Some(op)) if register.is_erased(id) => sorted.past.push(op.erased()),
                (None, op) => sorted.past.extend(op),
            }
        }
        Ok(())
    }

    /// The op of that name that the record holds in a field.
    fn held(&self, slot: Slot, id: OpId) -> Option<&Op> {
        self.record.register(slot)?.ops().find(|op| op.id == id)
    }

    /// Works out the highest numbers of other devices' ops, where the sealed
    /// state that had them was lost.
    fn learn_tops(&mut self) -> Result<(), StoreError> {
        if self.store.state.tops.is_some() {
            return Ok(());
        }
        let mut learnt = State { tops: Some(BTreeMap::new()), ..State::default() };
        let loose: Vec<u64> = self.loose().into_iter().flat_map(|(_, logs)| logs).collect();
        self.store.rows_at(loose.into_iter())?.iter().for_each(|row| learnt.has_now(&row.op));
        let fields = self.record.entities().flat_map(|(_, _, entity)| entity.fields());
        fields.flat_map(|(_, register)| register.ops()).for_each(|op| learnt.has_now(op));
        self.store.each_frame(0, |rows| rows.iter().for_each(|row| learnt.has_now(&row.op)))?;
        self.store.state.tops = learnt.tops;
        Ok(())
    }

    /// The first of these names that is past in any field. Looks everywhere, so
    /// only for names of which the numbers say that they may have been here.
    fn first_kept_elsewhere(&mut self, ids: &HashSet<OpId>) -> Result<Option<OpId>, StoreError> {
        if ids.is_empty() {
            return Ok(None);
        }
        let loose: Vec<u64> = self.loose().into_iter().flat_map(|(_, logs)| logs).collect();
        let loose = self.store.rows_at(loose.into_iter())?;
        let mut found = loose.iter().map(|row| row.op.id).find(|id| ids.contains(id));
        self.store.each_frame(0, |rows| {
            let here = || rows.iter().map(|row| row.op.id).find(|id| ids.contains(id));
            found = found.or_else(here);
        })?;
        Ok(found)
    }
}

/// Whether two ops of one name are one op: equal, or one of them erased since.
fn is_same(held: &Op, came: &Op) -> bool {
    let is_erased = |op: &Op| matches!(op.value(), Some(Value::Erased));
    // What no device numbered is the same by how it was named.
    held == came
        || came.id.number_by(came.device).is_none()
        || ((is_erased(held) || is_erased(came)) && held.clone().erased() == came.clone().erased())
}

//! Ops from elsewhere: sorted into what stands and what is past, and kept all or
//! none, in one transaction.

mod doubles;

use super::ledger::{Before, Ledger};
use super::state::State;
use super::{CardBytes, Row, StoreError};
use crate::record::{DeviceId, Op, OpId, Past, Record, Register, Slot};
use crate::vault::Keys;
use doubles::{by_field, is_same, without_doubles};
use rusqlite::Transaction;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

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

/// The log number of an op that has none yet.
pub(super) const NOT_HERE: u64 = 0;

/// So many of a field that are past already are kept as rows until history is
/// packed: sealing each takes less than packing a frame.
const FEW: usize = 4;

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
    /// What is past already, field by field; [`NOT_HERE`] for what is new.
    pub past: Vec<Vec<Row>>,
    /// Past already too, but too few of their field for a frame of their own.
    pub loose: Vec<Op>,
    /// The fields of which everything that was past or is now goes into frames.
    pub moved: BTreeSet<Slot>,
    /// What was live here and is past now.
    pub replaced: Vec<(Slot, OpId)>,
    /// What must be erased.
    pub erase: Vec<(Slot, OpId)>,
    /// New in their field, though their device gave later numbers before: to be
    /// looked for in the others.
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
        let (ops, doubles) = without_doubles(ops, on_conflict)?;
        let (ops, fields) = by_field(ops);
        let before = Before::of(&self.record, fields.iter().map(|(slot, _)| *slot));
        let mut sorted = Sorted::default();
        let mut merged = Merged { known: doubles, ..Merged::default() };
        let kept = self.sort_and_keep(on_conflict, (ops, fields), &mut sorted, &mut merged, card, also);
        let logs = match kept {
            Ok(logs) => logs,
            Err(error) => {
                before.put_back(&mut self.record);
                return Err(error);
            }
        };
        for (op, log) in sorted.live.iter().chain(&sorted.loose).zip(logs) {
            self.live.insert(op.id, log);
        }
        for op in &sorted.loose {
            self.loosen(op.slot, op.id);
        }
        for (slot, id) in sorted.replaced {
            if sorted.moved.contains(&slot) {
                self.live.remove(&id);
            } else {
                self.loosen(slot, id);
            }
        }
        sorted.moved.iter().for_each(|slot| self.none_is_loose_in(*slot));
        Ok(merged)
    }

    fn sort_and_keep(
        &mut self,
        on_conflict: OnConflict,
        (ops, fields): (Vec<Op>, Vec<(Slot, usize)>),
        sorted: &mut Sorted,
        merged: &mut Merged,
        card: impl FnOnce(&Record, &[Slot]) -> Result<Option<CardBytes>, StoreError>,
        also: impl FnOnce(&Transaction<'_>, &Keys, &mut State) -> Result<(), StoreError>,
    ) -> Result<Vec<u64>, MergeError> {
        let this = self.device();
        let mut ops = ops.into_iter();
        for (slot, count) in fields {
            let ops = ops.by_ref().take(count).collect();
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
        let replaced_from = sorted.replaced.len();
        let heads: Vec<Op> = self.record.register(slot).map(|r| r.heads().to_vec()).unwrap_or_default();
        let state = &self.store.state;
        let all_new = ops.iter().all(|op| state.is_surely_new(op, this));
        let (standing, mut past) = if all_new {
            self.sort_in_new(slot, ops, sorted, merged)
        } else {
            self.sort_in_any(slot, ops, (on_conflict, this), sorted, merged)?
        };
        if standing.is_empty() && past.is_empty() {
            return Ok(());
        }
        merged.changed.push(slot);
        let replaced = sorted.replaced.get(replaced_from..).unwrap_or_default();
        // What a row in `op` replaced must have what replaced it there too, or it
        // would stand again at the next opening, which reads no frame.
        let few = past.is_empty() || all_new && past.len() <= FEW;
        if !few && !replaced.is_empty() {
            let mut rows = self.loose_rows(slot)?;
            for head in heads.into_iter().filter(|head| replaced.contains(&(slot, head.id))) {
                rows.extend(self.live.get(&head.id).map(|log| Row { log: *log, op: head }));
            }
            past.splice(..0, rows);
            sorted.moved.insert(slot);
        }
        let Some(register) = self.record.register(slot) else { return Ok(()) };
        // Erased, perhaps, by what came behind them.
        past.iter_mut().filter(|row| register.is_erased(row.op.id)).for_each(|row| row.op.erase());
        sorted.live.extend(register.ops().filter(|op| standing.contains(&op.id)).cloned());
        match few {
            true => sorted.loose.extend(past.into_iter().map(|row| row.op)),
            false => sorted.past.push(past),
        }
        Ok(())
    }

    /// Of ops that were never here, those that others of them replaced go
    /// straight to the past, which need not be known for it. Returns the rest,
    /// and them.
    fn sort_in_new(
        &mut self,
        slot: Slot,
        ops: Vec<Op>,
        sorted: &mut Sorted,
        merged: &mut Merged,
    ) -> (Vec<OpId>, Vec<Row>) {
        merged.new += ops.len();
        let owner = slot.entity.owner();
        let written = ops.iter().filter(|op| !op.goes_aside(owner));
        let mut named: Vec<OpId> = written.flat_map(|op| op.parents.iter().copied()).collect();
        named.sort_unstable();
        let register = self.record.register(slot);
        let heads: Vec<OpId> = register.into_iter().flat_map(Register::head_ids).collect();
        let (mut standing, mut gone) = (Vec::new(), Vec::with_capacity(ops.len()));
        for op in ops {
            let id = op.id;
            let is_past = named.binary_search(&id).is_ok() && !op.goes_aside(owner);
            let replaces = op.parents.iter().any(|parent| heads.contains(parent));
            if is_past && !replaces {
                self.record.saw_lamport(op.count());
                gone.push(Row { log: NOT_HERE, op });
                continue;
            }
            let mut past = Past::default();
            if is_past {
                past.named.insert(id);
                gone.push(Row { log: NOT_HERE, op: op.clone() });
            } else {
                standing.push(id);
            }
            let applied = self.record.apply(op, &past);
            sorted.erase.extend(applied.erase.into_iter().map(|id| (slot, id)));
            sorted.replaced.extend(applied.replaced.into_iter().map(|id| (slot, id)));
        }
        (standing, gone)
    }

    /// Ops of which some may be here already, or be named by what is: the
    /// field's past tells. Returns those that are new and stand, and those that
    /// are new and past.
    fn sort_in_any(
        &mut self,
        slot: Slot,
        ops: Vec<Op>,
        (on_conflict, this): (OnConflict, DeviceId),
        sorted: &mut Sorted,
        merged: &mut Merged,
    ) -> Result<(Vec<OpId>, Vec<Row>), MergeError> {
        let mut past = Past::default();
        let rows = self.past(slot)?.0;
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
            let is_numbered = id.number_by(op.device).is_some();
            if held.is_none() && is_numbered && !self.store.state.is_surely_new(&op, this) {
                sorted.doubtful.insert(id);
            }
            let mut kept = op.clone();
            let applied = self.record.apply(op, &past);
            sorted.erase.extend(applied.erase.iter().map(|id| (slot, *id)));
            if applied.duplicate {
                merged.known += 1;
                continue;
            }
            merged.new += 1;
            arrived.push(id);
            if applied.came_erased {
                kept.erase();
            }
            past.known.extend(applied.replaced.iter().copied());
            sorted.replaced.extend(applied.replaced.into_iter().map(|replaced| (slot, replaced)));
            if applied.to_past {
                past.known.insert(id);
            }
            // What waits beside the heads replaces nothing: it names what it saw.
            if !applied.aside {
                past.named.extend(kept.parents.iter().copied());
            }
            gone.insert(id, kept);
        }
        let (standing, past): (Vec<_>, Vec<_>) =
            arrived.into_iter().partition(|id| self.held(slot, *id).is_some());
        let past = past.iter().filter_map(|id| gone.remove(id)).map(|op| Row { log: NOT_HERE, op });
        Ok((standing, past.collect()))
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

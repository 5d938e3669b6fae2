//! The record in memory and the store on the disk, kept in step: an op is in
//! the record only if the store has acknowledged it.

use super::db::{Health, Options, Store};
use super::{CardBytes, Merged, OpenError, Row, StoreError};
use crate::record::{Act, Author, DeviceId, Made, Op, OpId, Origin, Past, Record, Register, Slot, When};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// How many superseded ops may stand unpacked before they are packed.
const PACK_AT: usize = 256;

/// Something to write.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Where.
    pub slot: Slot,
    /// What.
    pub act: Act,
    /// The suggestion that it answers.
    pub cites: Option<OpId>,
    /// The heads its writer saw; all of them if none are named.
    pub seen: Option<Vec<OpId>>,
}

impl Draft {
    /// Replaces whatever stands in `slot`.
    pub fn new(slot: Slot, act: Act) -> Self {
        Self { slot, act, cites: None, seen: None }
    }
}

/// Who writes, when, and how it came here.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// What this phone's clock says.
    pub at: When,
    /// Who.
    pub author: Author,
    /// How.
    pub origin: Origin,
}

/// The record and its store.
#[derive(Debug)]
pub struct Ledger {
    pub(super) store: Store,
    pub(super) record: Record,
    /// The log number of every op that stands in the record.
    pub(super) live: HashMap<OpId, u64>,
    /// Superseded ops that are not packed yet: still rows of `op`.
    loose: BTreeMap<Slot, Vec<u64>>,
    loose_count: usize,
    pub(super) health: Health,
}

impl Ledger {
    /// Reads the store's rows as a record.
    pub fn open(options: Options) -> Result<Self, OpenError> {
        let (store, loaded) = Store::open(options)?;
        Ok(Self::over(store, loaded.rows, loaded.health))
    }

    /// Over a store just made.
    pub fn over_new(store: Store) -> Self {
        Self::over(store, Vec::new(), Health::default())
    }

    pub(super) fn over(store: Store, rows: Vec<Row>, health: Health) -> Self {
        let mut ledger = Self {
            store,
            record: Record::default(),
            live: HashMap::with_capacity(rows.len()),
            loose: BTreeMap::new(),
            loose_count: 0,
            health,
        };
        ledger.fill(rows);
        ledger
    }

    fn fill(&mut self, rows: Vec<Row>) {
        self.record.saw_lamport(self.store.state.lamport);
        let mut several = BTreeSet::new();
        for Row { log, op } in rows {
            self.live.insert(op.id, log);
            let slot = op.slot;
            if self.record.hold(op) {
                several.insert(slot);
            }
        }
        for slot in several {
            for past in self.record.settle(slot) {
                self.loosen(slot, past.id);
            }
        }
    }

    pub(super) fn loosen(&mut self, slot: Slot, id: OpId) {
        if let Some(log) = self.live.remove(&id) {
            self.loose.entry(slot).or_default().push(log);
            self.loose_count += 1;
        }
    }

    /// The record.
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The store, to be used by what stands beside the record (keys, backup).
    pub fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// How the store was found, and what was noticed since.
    pub fn health(&self) -> Health {
        let history_changed = self.health.history_changed || self.store.history_changed;
        Health { history_changed, ..self.health.clone() }
    }

    /// Writes. `Ok` means that the words are on the disk; an error that they
    /// may not be, and the record is as it was. `card` makes the card file's
    /// bytes from the record as it will be, if it changes with this.
    pub fn write(
        &mut self,
        drafts: Vec<Draft>,
        stamp: &Stamp,
        card: impl FnOnce(&Record) -> Result<Option<CardBytes>, StoreError>,
    ) -> Result<Vec<OpId>, StoreError> {
        self.make_sure()?;
        let device = self.device();
        let before = Before::of(&self.record, drafts.iter().map(|draft| draft.slot));
        let mut ops = Vec::with_capacity(drafts.len());
        let mut replaced = Vec::new();
        for (number, draft) in (self.store.state.next_op..).zip(drafts) {
            let id = OpId::of_device(device, number);
            let Stamp { at, author, origin } = stamp.clone();
            let made = Made { id, device, at, author, origin, cites: draft.cites };
            let op = self.record.make(draft.slot, draft.act, draft.seen.as_deref(), made);
            let applied = self.record.apply(op.clone(), &Past::default());
            replaced.extend(applied.replaced.into_iter().map(|id| (draft.slot, id)));
            ops.push(op);
        }
        let numbers = ops.len() as u64;
        let kept = card(&self.record).and_then(|card| self.store.append(&ops, numbers, card.as_ref()));
        let logs = match kept {
            Ok(logs) => logs,
            Err(error) => {
                before.put_back(&mut self.record);
                return Err(error);
            }
        };
        let ids: Vec<OpId> = ops.iter().map(|op| op.id).collect();
        self.live.extend(ids.iter().copied().zip(logs));
        for (slot, id) in replaced {
            self.loosen(slot, id);
        }
        Ok(ids)
    }

    /// Erases, on request, the words of these ops of one field: here now, and on
    /// every phone that this one meets. Copies outside (a printed page, a backup
    /// file, somebody's photo) are out of reach.
    pub fn erase(
        &mut self,
        slot: Slot,
        ids: Vec<OpId>,
        stamp: &Stamp,
        card: impl FnOnce(&Record, &[Slot]) -> Result<Option<CardBytes>, StoreError>,
    ) -> Result<Merged, StoreError> {
        self.make_sure()?;
        let device = self.device();
        let id = OpId::of_device(device, self.store.state.next_op);
        let Stamp { at, author, origin } = stamp.clone();
        let op = self.record.make(
            slot,
            Act::Erase(ids),
            None,
            Made { id, device, at, author, origin, cites: None },
        );
        self.merge_and(vec![op], card, |_, _, state| {
            state.next_op += 1;
            Ok(())
        })
    }

    /// This phone's name.
    pub fn device(&self) -> DeviceId {
        DeviceId(self.store.keys().device().id_bytes())
    }

    /// A new identity for this phone: its old numbers may have been given already.
    pub fn renew_device(&mut self) -> Result<(), StoreError> {
        self.make_sure()?;
        self.store.renew_device()
    }

    /// Opens the store again where the last commit failed, so that what is
    /// drawn is what the disk has.
    pub(super) fn make_sure(&mut self) -> Result<(), StoreError> {
        if !self.store.is_unsure() {
            return Ok(());
        }
        let loaded = self.store.reopen()?;
        self.record = Record::default();
        self.live.clear();
        self.loose.clear();
        self.loose_count = 0;
        self.health = loaded.health;
        self.fill(loaded.rows);
        Ok(())
    }

    /// What of a field is past: its loose rows and its frames, in log order;
    /// and how many parts of it are damaged.
    pub fn past(&mut self, slot: Slot) -> Result<(Vec<Row>, usize), StoreError> {
        let (mut rows, mut damaged) = self.store.packed(slot)?;
        for log in self.loose.get(&slot).into_iter().flatten() {
            match self.store.rows_at(std::iter::once(*log)) {
                Ok(row) => rows.extend(row),
                Err(StoreError::Damaged) => damaged += 1,
                Err(other) => return Err(other),
            }
        }
        self.store.history_changed |= damaged > 0;
        rows.sort_by_key(|row| row.log);
        Ok((rows, damaged))
    }

    /// What of a field is past and not packed yet.
    pub(super) fn loose_rows(&self, slot: Slot) -> Result<Vec<Row>, StoreError> {
        match self.loose.get(&slot) {
            Some(loose) => self.store.rows_at(loose.iter().copied()),
            None => Ok(Vec::new()),
        }
    }

    /// Every op ever written in a field, oldest first, and how many parts of
    /// its past are damaged.
    pub fn history(&mut self, slot: Slot) -> Result<(Vec<Op>, usize), StoreError> {
        let (rows, damaged) = self.past(slot)?;
        let mut ops: Vec<Op> = rows.into_iter().map(|row| row.op).collect();
        if let Some(register) = self.record.register(slot) {
            ops.extend(register.ops().cloned());
            ops.iter_mut().filter(|op| register.is_erased(op.id)).for_each(Op::erase);
        }
        ops.sort_by_key(Op::rank);
        Ok((ops, damaged))
    }

    /// How many superseded ops wait to be packed.
    pub fn waiting_to_pack(&self) -> usize {
        self.loose_count
    }

    /// Packs if enough waits. Called when there is time.
    pub fn pack_if_due(&mut self) -> Result<(), StoreError> {
        if self.loose_count >= PACK_AT { self.pack() } else { Ok(()) }
    }

    /// The log numbers of a field's rows in `op`: what stands and what is loose.
    pub(super) fn logs_of(&self, slot: Slot) -> Vec<u64> {
        let register = self.record.register(slot).into_iter();
        let standing = register.flat_map(|register| register.ops()).filter_map(|op| self.live.get(&op.id));
        standing.chain(self.loose.get(&slot).into_iter().flatten()).copied().collect()
    }

    pub(super) fn loose(&self) -> Vec<(Slot, Vec<u64>)> {
        self.loose.iter().map(|(slot, logs)| (*slot, logs.clone())).collect()
    }

    pub(super) fn none_is_loose_in(&mut self, slot: Slot) {
        let loose = self.loose.remove(&slot);
        self.loose_count -= loose.map_or(0, |logs| logs.len());
    }

    pub(super) fn nothing_is_loose(&mut self) {
        self.loose.clear();
        self.loose_count = 0;
    }
}

/// The registers as they were, for when the disk says no.
pub(super) struct Before {
    registers: Vec<(Slot, Option<Register>)>,
}

impl Before {
    pub fn of(record: &Record, slots: impl Iterator<Item = Slot>) -> Self {
        Self { registers: slots.map(|slot| (slot, record.register(slot).cloned())).collect() }
    }

    pub fn put_back(self, record: &mut Record) {
        // The last first: a slot written twice is as it was before the first.
        for (slot, register) in self.registers.into_iter().rev() {
            record.put_back(slot, register);
        }
    }
}

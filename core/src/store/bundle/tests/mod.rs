//! Phones on real disks that give each other bundles.

mod chains;
mod exchange;
mod hostile;
mod vectors;

use super::form::{self, Signed, sha256};
use super::header::{Header, Seen};
use super::*;
use crate::record::{Act, Author, EntityId, OpId, Origin, Owner, Value};
use crate::store::{Draft, Options, RealDisk, Stamp, Store};
use crate::vault::{KeyRing, Keys, SoftwareKeyStore};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;

/// A plan, of which phones are made.
pub(super) struct Plan {
    pub folder: TempDir,
    ring: KeyRing,
    keys: Keys,
    made: u8,
}

impl Plan {
    pub fn new() -> Self {
        let (ring, keys, _words) = KeyRing::create(&SoftwareKeyStore::in_memory()).unwrap();
        Self { folder: tempfile::tempdir().unwrap(), ring, keys, made: 0 }
    }

    /// A new phone of this plan's.
    pub fn phone(&mut self) -> Ledger {
        self.phone_at().0
    }

    /// A new phone, and where it is.
    pub fn phone_at(&mut self) -> (Ledger, Options) {
        self.made += 1;
        let store = SoftwareKeyStore::in_memory();
        let ring = self.ring.rewrap(&self.keys, &store).unwrap();
        let (ring, keys) = ring.new_device(&self.keys).unwrap();
        let options = options(&self.folder.path().join(self.made.to_string()), Arc::new(store));
        (Ledger::over_new(Store::create(options.clone(), ring, keys).unwrap()), options)
    }

    /// The same plan after a lost phone: other keys, the same plan secret.
    pub fn with_new_keys(&self) -> Self {
        let (ring, keys, _) = self.ring.new_dek(&self.keys, &SoftwareKeyStore::in_memory()).unwrap();
        Self { folder: tempfile::tempdir().unwrap(), ring, keys, made: 0 }
    }
}

fn options(folder: &Path, key_store: Arc<SoftwareKeyStore>) -> Options {
    Options {
        store: folder.join("store"),
        card: folder.join("card"),
        key_store,
        disk: Arc::new(RealDisk),
        vfs: None,
    }
}

pub(super) fn two_phones() -> (Plan, Ledger, Ledger) {
    let mut plan = Plan::new();
    let (one, two) = (plan.phone(), plan.phone());
    (plan, one, two)
}

pub(super) const NOW: When = When { ms: 1_790_000_000_000, offset: 60 };

pub(super) fn slot(n: u8) -> Slot {
    Slot { entity: EntityId::new(Owner::Person, [n; 16]), kind: 5, field: 10 }
}

pub(super) fn stamp() -> Stamp {
    Stamp { at: NOW, author: Author::Person, origin: Origin::Typed }
}

pub(super) fn act(ledger: &mut Ledger, slot: Slot, act: Act) -> OpId {
    ledger.write(vec![Draft::new(slot, act)], &stamp(), |_| Ok(None)).unwrap()[0]
}

pub(super) fn write(ledger: &mut Ledger, n: u8, text: &str) -> OpId {
    act(ledger, slot(n), Act::Write(Value::Text(text.into())))
}

pub(super) fn take(ledger: &mut Ledger, bytes: &[u8]) -> Result<Taken, BundleError> {
    ledger.take_bundle(bytes, |_, _| Ok(None))
}

/// Makes a bundle for whoever has what `to` has, and gives it to it.
pub(super) fn give(from: &mut Ledger, to: &mut Ledger) -> Taken {
    let bytes = from.make_bundle(Some(to.device()), NOW).unwrap();
    take(to, &bytes).unwrap()
}

/// What was new, and whether the receiver was told that it is an older copy.
pub(super) fn new_of(taken: &Taken) -> (usize, bool) {
    match taken {
        Taken::AlreadyHad => (0, false),
        Taken::Merged { merged, we_were_rolled_back, .. } => (merged.new, *we_were_rolled_back),
    }
}

/// How many ops a bundle holds.
pub(super) fn count(bytes: &[u8], keys: &Keys) -> u64 {
    Signed::read(bytes).unwrap().header(keys).unwrap().count
}

pub(super) fn shown(ledger: &Ledger, n: u8) -> Vec<String> {
    let register = ledger.record().register(slot(n));
    let heads = register.into_iter().flat_map(|register| register.heads());
    heads.filter_map(|op| op.value()?.text().map(str::to_owned)).collect()
}

/// All that a phone has: by field what stands, and every version ever written.
pub(super) fn all(ledger: &mut Ledger) -> BTreeMap<Slot, (Vec<OpId>, Vec<Op>)> {
    let fields = ledger
        .record()
        .entities()
        .flat_map(|(kind, entity, found)| found.fields().map(move |(field, _)| Slot { entity, kind, field }));
    let slots: Vec<Slot> = fields.collect();
    let mut found = BTreeMap::new();
    for slot in slots {
        let (history, damaged) = ledger.history(slot).unwrap();
        assert_eq!(damaged, 0);
        let heads = ledger.record().register(slot).unwrap().head_ids().collect();
        found.insert(slot, (heads, history));
    }
    found
}

/// All that a store has on the disk, and what it knows of itself.
pub(super) fn disk(ledger: &Ledger) -> (Vec<(String, i64, Vec<u8>)>, crate::store::state::State) {
    let mut rows = Vec::new();
    for (table, id) in [("op", "log"), ("frame", "id"), ("chain", "id")] {
        let query = format!("SELECT {id}, sealed FROM {table} ORDER BY {id}");
        let mut query = ledger.store.conn.prepare(&query).unwrap();
        let found = query.query_map([], |row| Ok((table.to_owned(), row.get(0)?, row.get(1)?)));
        rows.extend(found.unwrap().map(Result::unwrap));
    }
    (rows, ledger.store.state.clone())
}

/// Signs changed bytes again, as whoever has the phone's own key could.
pub(super) fn sign_again(mut signed: Vec<u8>, keys: &Keys) -> Vec<u8> {
    let hash = sha256(&signed);
    signed.extend_from_slice(&keys.device().sign(&form::to_sign(&hash)));
    signed
}

/// A bundle with this header and these ops.
pub(super) fn crafted(keys: &Keys, header: &Header, ops: &[Op]) -> Vec<u8> {
    form::write(keys, header, ops.iter()).unwrap().0
}

/// The header of a phone's first bundle with everything in it.
pub(super) fn first_header(count: usize) -> Header {
    Header {
        sequence: 1,
        previous: None,
        base: 0,
        upto: 1000,
        frontier: Vec::new(),
        count: count as u64,
        at: NOW,
    }
}

/// Copies a closed phone's folder; opened later, it is that phone gone back.
pub(super) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

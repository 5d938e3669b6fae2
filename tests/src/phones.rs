//! Three phones with stores of their own that write apart, are cut off from one
//! another for a while, and give each other bundles: lost, late, repeated, out
//! of order, or handed to a phone they were not made for. At the end, when all
//! have met again, all must hold the same, and nothing that was written is gone.

// A harness whose own world breaks has nothing to report: it panics.
#![allow(clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hearth_core::record::{Act, Author, EntityId, Op, OpId, Origin, Owner, Slot, Value, When};
use hearth_core::store::{BundleError, Draft, Ledger, Merged, Options, RealDisk, Stamp, Store, Taken};
use hearth_core::vault::{KeyRing, Keys, SoftwareKeyStore};

use crate::rng::Rng;
use crate::scratch::Scratch;

/// How many phones.
const PHONES: usize = 3;
/// How many fields they write in.
const FIELDS: u64 = 5;
/// How many bundles may be under way at once; an older one is lost.
const UNDER_WAY: usize = 6;

/// How a history ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// All meet again.
    Together,
    /// The control: the last phone writes once more and meets nobody, so that
    /// the phones must be seen to differ.
    Apart,
}

/// What happened in histories, counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Ops written.
    pub written: u64,
    /// Bundles that were taken in.
    pub taken: u64,
    /// Bundles that were there already.
    pub repeated: u64,
    /// Bundles refused because an earlier one was missing.
    pub gaps: u64,
    /// Bundles lost on the way.
    pub lost: u64,
    /// Times that history was packed.
    pub packed: u64,
    /// Ops whose words were erased.
    pub erased: u64,
    /// Fields that ended with several versions.
    pub side_by_side: u64,
}

/// What came of many histories.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many were lived.
    pub runs: u64,
    /// Those that went wrong: the seed to [`replay`], and what was found.
    pub failures: Vec<(u64, String)>,
    /// What was in them.
    pub tally: Tally,
}

/// Lives `histories` of them, the first from `seed`, each from a seed of its own.
#[must_use]
pub fn run(seed: u64, histories: u64, end: End) -> Report {
    let mut report = Report::default();
    for number in 0..histories {
        let seed = seed.wrapping_add(number);
        report.runs += 1;
        if let Err(found) = live(seed, end, &mut report.tally) {
            report.failures.push((seed, found));
        }
    }
    report
}

/// Lives the history of one seed again.
///
/// # Errors
/// What was found wrong.
pub fn replay(seed: u64) -> Result<(), String> {
    live(seed, End::Together, &mut Tally::default())
}

struct World {
    phones: Vec<Ledger>,
    /// Bundles under way, oldest first.
    under_way: Vec<Vec<u8>>,
    written: BTreeSet<OpId>,
    /// Nothing reaches this one now.
    cut_off: Option<usize>,
    rng: Rng,
    _folder: Scratch,
}

fn live(seed: u64, end: End, tally: &mut Tally) -> Result<(), String> {
    let mut world = World::new(seed);
    for _ in 0..60 {
        world.step(tally)?;
    }
    world.meet(tally)?;
    if end == End::Apart {
        let last = PHONES - 1;
        world.write(last, tally);
    }
    world.all_hold_the_same(tally)
}

fn said<T>(what: &str, result: Result<T, impl std::fmt::Debug>) -> Result<T, String> {
    result.map_err(|error| format!("{what}: {error:?}"))
}

impl World {
    fn new(seed: u64) -> Self {
        let folder = Scratch::new();
        let (ring, keys, _) = KeyRing::create(&SoftwareKeyStore::in_memory()).expect("keys");
        let phones = (0..PHONES).map(|phone| new_phone(&folder, phone, &ring, &keys)).collect();
        let (under_way, written) = (Vec::new(), BTreeSet::new());
        Self { phones, under_way, written, cut_off: None, rng: Rng::new(seed), _folder: folder }
    }

    fn step(&mut self, tally: &mut Tally) -> Result<(), String> {
        let phone = self.rng.index(PHONES);
        if self.rng.chance(1, 12) {
            // One is cut off, or all can meet.
            self.cut_off = Some(self.rng.index(PHONES + 1)).filter(|phone| *phone < PHONES);
        }
        match self.rng.below(20) {
            0..6 => self.write(phone, tally),
            6 => self.erase(phone, tally),
            7 => {
                said("packing", self.phones[phone].pack())?;
                tally.packed += 1;
            }
            // For one phone that is known, or for any: and then it may go astray.
            8..13 => {
                let peer = self.phones[self.rng.index(PHONES)].device();
                let peer = self.rng.chance(3, 4).then_some(peer);
                let bytes = said("making", self.phones[phone].make_bundle(peer, now()))?;
                self.under_way.push(bytes);
                if self.under_way.len() > UNDER_WAY {
                    self.under_way.remove(0);
                    tally.lost += 1;
                }
            }
            _ if self.under_way.is_empty() || self.cut_off == Some(phone) => {}
            _ => {
                let at = self.rng.index(self.under_way.len());
                let bytes = match self.rng.chance(2, 3) {
                    true => self.under_way.remove(at),
                    // It stays, and may come again.
                    false => self.under_way[at].clone(),
                };
                self.give(phone, &bytes, tally)?;
            }
        }
        Ok(())
    }

    fn write(&mut self, phone: usize, tally: &mut Tally) {
        let slot = slot(self.rng.below(FIELDS));
        let carer = Author::Carer(EntityId::new(Owner::Person, [9; 16]));
        let words = Value::Text(format!("words {} of phone {phone}", self.rng.below(50)));
        let (author, act) = match self.rng.below(8) {
            0 => (carer, Act::Suggest(words)),
            1 => (Author::Person, Act::Unknown(vec![0x82, 0x18, 99, 0x01])),
            2 => (Author::Person, Act::Write(Value::Unknown(vec![0x82, 0x18, 40, 0x02]))),
            _ => (Author::Person, Act::Write(words)),
        };
        let stamp = Stamp { at: now(), author, origin: Origin::Typed };
        let ledger = &mut self.phones[phone];
        let ids = ledger.write(vec![Draft::new(slot, act)], &stamp, |_| Ok(None)).expect("a word kept");
        self.written.extend(ids);
        tally.written += 1;
    }

    fn erase(&mut self, phone: usize, tally: &mut Tally) {
        let slot = slot(self.rng.below(FIELDS));
        let ledger = &mut self.phones[phone];
        let (ops, _) = ledger.history(slot).expect("history");
        let words: Vec<OpId> = ops.iter().filter(|op| op.value().is_some()).map(|op| op.id).collect();
        if words.is_empty() {
            return;
        }
        let id = words[self.rng.index(words.len())];
        let stamp = Stamp { at: now(), author: Author::Person, origin: Origin::Typed };
        let merged: Merged = ledger.erase(slot, vec![id], &stamp, |_, _| Ok(None)).expect("erased");
        tally.erased += merged.new as u64;
    }

    fn give(&mut self, phone: usize, bytes: &[u8], tally: &mut Tally) -> Result<(), String> {
        match self.phones[phone].take_bundle(bytes, |_, _| Ok(None)) {
            Ok(Taken::Merged { we_were_rolled_back: true, .. }) => {
                return Err(format!("phone {phone} was told that it went back"));
            }
            Ok(Taken::Merged { .. }) => tally.taken += 1,
            Ok(Taken::AlreadyHad) => tally.repeated += 1,
            Err(BundleError::Gap) => tally.gaps += 1,
            Err(error) => return Err(format!("phone {phone} refused a bundle: {error:?}")),
        }
        Ok(())
    }

    /// All meet, by pairs, until each has what all have.
    fn meet(&mut self, tally: &mut Tally) -> Result<(), String> {
        for _ in 0..2 {
            for (from, to) in [(0, 1), (1, 2), (2, 0), (0, 2), (2, 1), (1, 0)] {
                let peer = self.phones[to].device();
                let bytes = said("making", self.phones[from].make_bundle(Some(peer), now()))?;
                let gaps = tally.gaps;
                self.give(to, &bytes, tally)?;
                if tally.gaps > gaps {
                    return Err(format!("a bundle of phone {from} for phone {to} left a gap"));
                }
            }
        }
        Ok(())
    }

    fn all_hold_the_same(&mut self, tally: &mut Tally) -> Result<(), String> {
        let mut pictures = Vec::new();
        for ledger in &mut self.phones {
            pictures.push(picture(ledger)?);
        }
        // As the disk has it, which must be what was in memory.
        let options = self.phones[0].store().options().clone();
        drop(self.phones.remove(0));
        let mut again = said("opening", Ledger::open(options))?;
        if !again.health().is_good() {
            return Err(format!("not whole: {:?}", again.health()));
        }
        let on_disk = picture(&mut again)?;
        same("phone 0, opened again,", &on_disk, &pictures[0])?;
        for (phone, picture) in pictures.iter().enumerate() {
            same(&format!("phone {phone}"), picture, &pictures[0])?;
            let held: BTreeSet<OpId> =
                picture.values().flat_map(|field| field.1.iter().map(|op| op.id)).collect();
            if let Some(gone) = self.written.difference(&held).next() {
                return Err(format!("phone {phone} has lost {gone:?}"));
            }
        }
        tally.side_by_side += pictures[0].values().filter(|field| field.0.len() > 1).count() as u64;
        Ok(())
    }
}

/// That a picture is phone 0's, or what they first differ in.
fn same(who: &str, found: &Picture, of_phone_0: &Picture) -> Result<(), String> {
    for field in 0..FIELDS {
        let of = |picture: &Picture| picture.get(&slot(field)).cloned().unwrap_or_default();
        let ((heads, ops), (heads_0, ops_0)) = (of(found), of(of_phone_0));
        if heads != heads_0 {
            return Err(format!("{who} shows {heads:?} in {field} where phone 0 shows {heads_0:?}"));
        }
        if ops != ops_0 {
            let differ = ops.iter().find(|op| !ops_0.contains(op));
            let differ_0 = ops_0.iter().find(|op| !ops.contains(op));
            return Err(format!("{who} has {differ:?} in {field} where phone 0 has {differ_0:?}"));
        }
    }
    Ok(())
}

/// What stands in a field, and every version of it.
type Field = (Vec<OpId>, Vec<Op>);
type Picture = BTreeMap<Slot, Field>;

/// All that a phone has.
fn picture(ledger: &mut Ledger) -> Result<Picture, String> {
    let mut picture = Picture::new();
    for field in 0..FIELDS {
        let (ops, damaged) = said("history", ledger.history(slot(field)))?;
        if damaged > 0 {
            return Err(format!("{damaged} parts of a field are damaged"));
        }
        if let Some(register) = ledger.record().register(slot(field)) {
            picture.insert(slot(field), (register.head_ids().collect(), ops));
        }
    }
    Ok(picture)
}

fn new_phone(folder: &Scratch, phone: usize, ring: &KeyRing, keys: &Keys) -> Ledger {
    let key_store = SoftwareKeyStore::in_memory();
    let ring = ring.rewrap(keys, &key_store).expect("a ring for the phone");
    let (ring, keys) = ring.new_device(keys).expect("a name for the phone");
    let root = folder.emptied(&phone.to_string());
    let options = Options {
        store: root.join("store"),
        card: root.join("card"),
        key_store: Arc::new(key_store),
        disk: Arc::new(RealDisk),
        vfs: None,
    };
    Ledger::over_new(Store::create(options, ring, keys).expect("a store"))
}

fn slot(field: u64) -> Slot {
    Slot { entity: EntityId::new(Owner::Person, [field as u8; 16]), kind: 5, field: 10 }
}

fn now() -> When {
    When { ms: 1_790_000_000_000, offset: 60 }
}

//! For tests: a plan in which everything happened that can happen to one.

use super::disk::Disk;
use super::faulty::FaultyDisk;
use super::{Draft, Ledger, Options, Stamp, Store};
use crate::plan::{Attachment, Kind};
use crate::record::{Act, Author, EntityId, LIFE, Op, OpId, Origin, Owner, Slot, Value, When};
use crate::vault::{KeyRing, KeyStore, SoftwareKeyStore};
use std::path::Path;
use std::sync::Arc;

pub const AT: When = When { ms: 1_700_000_000_000, offset: 60 };

/// A phone of its own: folders, key store and a disk that can fail.
pub struct Phone {
    pub folder: tempfile::TempDir,
    pub disk: FaultyDisk,
    pub options: Options,
}

impl Phone {
    pub fn new() -> Self {
        Self::with(Arc::new(SoftwareKeyStore::in_memory()))
    }

    pub fn with(key_store: Arc<dyn KeyStore>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let disk = FaultyDisk::new();
        let options = options(folder.path(), key_store, Arc::new(disk.clone()));
        Self { folder, disk, options }
    }

    /// A store with nothing in it.
    pub fn begin(&self) -> Ledger {
        let (ring, keys, _words) = KeyRing::create(&*self.options.key_store).unwrap();
        Ledger::over_new(Store::create(self.options.clone(), ring, keys).unwrap())
    }

    pub fn open(&self) -> Ledger {
        Ledger::open(self.options.clone()).unwrap()
    }

    pub fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }
}

pub fn options(folder: &Path, key_store: Arc<dyn KeyStore>, disk: Arc<dyn Disk>) -> Options {
    Options { store: folder.join("store"), card: folder.join("card"), key_store, disk, vfs: None }
}

pub fn slot(n: u8) -> Slot {
    Slot { entity: EntityId::new(Owner::Person, [n; 16]), kind: 5, field: 10 }
}

fn stamp(author: Author) -> Stamp {
    Stamp { at: AT, author, origin: Origin::Typed }
}

pub fn act(ledger: &mut Ledger, slot: Slot, act: Act, author: Author) -> OpId {
    ledger.write(vec![Draft::new(slot, act)], &stamp(author), |_| Ok(None)).unwrap()[0]
}

pub fn write(ledger: &mut Ledger, slot: Slot, text: &str) -> OpId {
    act(ledger, slot, Act::Write(Value::Text(text.into())), Author::Person)
}

/// Keeps bytes and an attachment that names them; its name.
pub fn attach(ledger: &mut Ledger, n: u8, bytes: &[u8]) -> EntityId {
    let id = EntityId::new(Owner::Person, [n; 16]);
    let hash = ledger.keep_file(bytes).unwrap();
    let draft = |field, value| Draft::new(Kind::Attachment.slot(id, field), Act::Write(value));
    let drafts = vec![
        draft(&Attachment::HASH, Value::Bytes(hash.to_vec())),
        draft(&Attachment::SIZE, Value::Int(bytes.len() as i64)),
    ];
    ledger.write(drafts, &stamp(Author::Person), |_| Ok(None)).unwrap();
    id
}

/// Bytes that differ from place to place, `length` of them.
pub fn noise(length: usize, seed: u32) -> Vec<u8> {
    let mut state = seed | 1;
    std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    })
    .take(length)
    .collect()
}

/// Versions from two phones, suggestions taken and waiting, a removal, an
/// agreement, erased words, packed and loose history, photos (one of several
/// chunks, one of an entry that was removed), and what a newer app wrote.
pub fn fill(ledger: &mut Ledger) {
    for n in 0..70 {
        write(ledger, slot(1), &format!("I walked {n} steps to the canal and back"));
    }
    write(ledger, slot(2), "the words of a day that I will take back");
    let regretted = write(ledger, slot(2), "something I wish I had not written");
    write(ledger, slot(2), "better words");
    ledger.pack().unwrap();
    ledger.erase(slot(2), vec![regretted], &stamp(Author::Person), |_, _| Ok(None)).unwrap();
    write(ledger, slot(1), "waits to be packed");
    write(ledger, slot(1), "I walked to the sea");
    let carer = Author::Carer(EntityId::new(Owner::Person, [77; 16]));
    let offered = act(ledger, slot(3), Act::Suggest(Value::Text("Bring the inhaler".into())), carer.clone());
    let taken = Draft {
        cites: Some(offered),
        ..Draft::new(slot(3), Act::Write(Value::Text("Bring the inhaler".into())))
    };
    let accepted = Draft { cites: Some(offered), ..Draft::new(slot(3), Act::Accept) };
    ledger.write(vec![taken, accepted], &stamp(Author::Person), |_| Ok(None)).unwrap();
    act(ledger, slot(3), Act::Suggest(Value::Text("and the spacer".into())), carer);
    let seen = write(ledger, slot(4), "a goal I gave up");
    act(ledger, Slot { field: LIFE, ..slot(4) }, Act::Remove(vec![seen]), Author::Person);
    let heads: Vec<OpId> = ledger.record().register(slot(1)).unwrap().head_ids().collect();
    act(ledger, Slot { kind: 24, field: 14, ..slot(5) }, Act::Write(Value::Ops(heads)), Author::Person);
    attach(ledger, 6, &noise(150_000, 6));
    let photo = attach(ledger, 7, b"a small photo");
    act(ledger, Slot { entity: photo, kind: 26, field: LIFE }, Act::Remove(Vec::new()), Author::Person);
    ledger.merge(from_elsewhere(), |_, _| Ok(None)).unwrap();
}

/// What another phone wrote, some of it with a newer app.
fn from_elsewhere() -> Vec<Op> {
    let other = Phone::new();
    let mut ledger = other.begin();
    write(&mut ledger, slot(1), "I walked by the river, says my other phone");
    write(&mut ledger, slot(8), "a field that only the other phone has");
    // [99, 1]: an item of a kind that this app does not know.
    let newer = vec![0x82, 0x18, 0x63, 0x01];
    act(&mut ledger, slot(9), Act::Unknown(newer.clone()), Author::Person);
    act(&mut ledger, slot(9), Act::Write(Value::Unknown(newer.clone())), Author::Person);
    act(
        &mut ledger,
        Slot { kind: 900, ..slot(10) },
        Act::Write(Value::Bool(true)),
        Author::Unknown(newer.clone()),
    );
    let mut ops: Vec<Op> = everything(&mut ledger).into_iter().flat_map(|(_, ops)| ops).collect();
    ops[0].extra = newer;
    ops
}

/// Every op ever, field by field.
pub fn everything(ledger: &mut Ledger) -> Vec<(Slot, Vec<Op>)> {
    let entities = ledger.record().entities();
    let slots: Vec<Slot> = entities
        .flat_map(|(kind, entity, fields)| {
            fields.fields().map(move |(field, _)| Slot { entity, kind, field })
        })
        .collect();
    let history = |slot| {
        let (ops, damaged) = ledger.history(slot).unwrap();
        assert_eq!(damaged, 0);
        (slot, ops)
    };
    slots.into_iter().map(history).collect()
}

/// What a ledger holds, to be compared: every op, what stands, every file and
/// its length if it reads (what reads is what its hash says).
pub fn contents(ledger: &mut Ledger) -> impl PartialEq + std::fmt::Debug + use<> {
    let all = everything(ledger);
    let standing: Vec<Vec<OpId>> = all
        .iter()
        .map(|(slot, _)| ledger.record().register(*slot).unwrap().ops().map(|op| op.id).collect())
        .collect();
    let (named, _) = ledger.named_files().unwrap();
    let mut files: Vec<_> = named
        .iter()
        .map(|hash| (*hash, ledger.store().files().get(hash).ok().map(|bytes| bytes.len())))
        .collect();
    files.sort();
    (all, standing, files)
}

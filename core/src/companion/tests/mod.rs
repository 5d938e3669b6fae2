//! The rules of the product, each held by tests: two phones, a clock that the
//! tests set, a key store and a disk that fail on demand.

mod agreements;
mod ahead;
mod bad_input;
mod behalf;
mod beside;
mod card;
mod card_choices;
mod card_file;
mod card_lines;
mod carers;
mod decisions;
mod document;
mod entry;
mod every_kind;
mod house;
mod imported;
mod imported_languages;
mod late_key_store;
mod life;
mod only_me;
mod over_time;
mod paper;
mod papers;
mod promises;
mod prsb;
mod readings;
mod results;
mod reviews;
mod rule_1;
mod rule_11;
mod rule_2;
mod rule_3;
mod rule_4;
mod rule_5;
mod rule_6;
mod rule_7;
mod rule_8;
mod rule_9_10;
mod rule_9_mood;
mod shares;
mod support;
mod tampered;
mod unwell;
mod visit_agenda;
mod visit_answers;
mod visit_results;
mod visit_room;
mod visit_summary;
mod visits;
mod welsh;
mod whole;

use super::*;
use crate::plan::*;
use crate::record::{EntityId, Op, OpId, Value, When};
use crate::store::disk::DiskFile;
use crate::store::{Disk, RealDisk};
use crate::vault::testing::{Fault, FaultyKeyStore};
use hearth_card::{CardDoc, OpenCard};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

const PERSON: &Writer = &Writer::Person;
/// 1 October 2026, 10:00 in London.
const FIRST_DAY: i64 = 1_790_845_200_000;
const DAY: i64 = 86_400_000;

/// A clock that says what it is told to.
struct SetClock(AtomicI64);

impl Clock for SetClock {
    fn now(&self) -> When {
        When { ms: self.0.load(Ordering::Relaxed), offset: 60 }
    }
}

/// A disk that is full, or that will not rename, when told so.
#[derive(Default)]
struct FailingDisk {
    full: AtomicBool,
    no_rename: AtomicBool,
}

impl Disk for FailingDisk {
    fn create(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        match self.full.load(Ordering::Relaxed) {
            true => Err(io::ErrorKind::StorageFull.into()),
            false => RealDisk.create(path),
        }
    }
    fn open(&self, path: &Path) -> io::Result<Box<dyn Read + Send>> {
        RealDisk.open(path)
    }
    fn exists(&self, path: &Path) -> io::Result<bool> {
        RealDisk.exists(path)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        match self.no_rename.load(Ordering::Relaxed) {
            true => Err(io::ErrorKind::Other.into()),
            false => RealDisk.rename(from, to),
        }
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        RealDisk.remove(path)
    }
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.create_folder(path)
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        RealDisk.sync_folder(path)
    }
}

/// One phone: folders that end with the test, and all that a platform brings.
struct Phone {
    folder: tempfile::TempDir,
    key_store: Arc<FaultyKeyStore>,
    disk: Arc<FailingDisk>,
    clock: Arc<SetClock>,
    name: &'static str,
}

impl Phone {
    fn new(name: &'static str) -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            key_store: Arc::default(),
            disk: Arc::default(),
            clock: Arc::new(SetClock(AtomicI64::new(FIRST_DAY))),
            name,
        }
    }

    fn folders(&self) -> Folders {
        Folders { store: self.folder.path().join("store"), card: self.folder.path().join("card") }
    }

    fn platform(&self) -> Platform {
        let mut platform = Platform::new(Arc::clone(&self.key_store) as _, self.name);
        platform.clock = Arc::clone(&self.clock) as _;
        platform.disk = Arc::clone(&self.disk) as _;
        platform
    }

    fn begin(&self) -> Companion {
        Companion::begin(&self.folders(), self.platform(), "Jo").unwrap().0
    }

    fn open(&self) -> Result<Companion, Trouble> {
        Companion::open(&self.folders(), self.platform())
    }

    fn later(&self, days: i64) {
        self.clock.0.fetch_add(days * DAY, Ordering::Relaxed);
    }

    fn card_path(&self) -> PathBuf {
        self.folders().card.join(hearth_card::CARD_FILE)
    }

    /// The card by its own door.
    fn open_card(&self) -> OpenCard {
        let key = card_key(&self.folders().card, &self.platform()).unwrap();
        hearth_card::open(&self.folders().card, &key).unwrap()
    }

    fn card(&self) -> CardDoc {
        self.open_card().doc
    }

    /// Everything in the phone's folders: names and bytes. (SQLite makes and
    /// takes away its own `-shm` as it likes; there is nothing of ours in it.)
    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.to_string_lossy().ends_with("-shm") {
                    found.insert(path.clone(), std::fs::read(&path).unwrap());
                }
            }
        }
        found.retain(|path, bytes| !(path.to_string_lossy().ends_with("-wal") && bytes.is_empty()));
        found
    }
}

/// A phone with a plan on it.
fn begun() -> (Phone, Companion) {
    let phone = Phone::new("my phone");
    let hearth = phone.begin();
    (phone, hearth)
}

/// Gives everything on one phone to another, as a bundle does.
fn give(from: &Companion, to: &Companion) {
    let mut ops: Vec<Op> = Vec::new();
    {
        let mut ledger = from.ledger();
        let slots: Vec<_> = ledger
            .record()
            .entities()
            .flat_map(|(kind, entity, fields)| {
                fields.fields().map(move |(field, _)| crate::record::Slot { entity, kind, field })
            })
            .collect();
        for slot in slots {
            ops.extend(ledger.history(slot).unwrap().0);
        }
    }
    put(to, ops);
}

fn put(to: &Companion, ops: Vec<Op>) {
    let mut ledger = to.ledger();
    let device = ledger.device();
    let shown = ledger.store().card_source().to_vec();
    ledger.merge(ops, |record, changed| to.card_for(record, changed, device, &shown)).unwrap();
}

/// Both phones have what either has.
fn swap(one: &Companion, two: &Companion) {
    give(one, two);
    give(two, one);
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn code(code: &str) -> Value {
    Value::Code(code.to_owned())
}

fn on(kind: Kind) -> EntityId {
    EntityId::only(kind.number())
}

fn add_goal(hearth: &Companion, words: &str) -> EntityId {
    hearth.add(Kind::Goal, &[(Goal::WORDS, text(words))], PERSON).unwrap()
}

fn add_person(hearth: &Companion, name: &str, number: &str) -> EntityId {
    let fields = [(Person::NAME, text(name)), (Person::NUMBER, text(number))];
    hearth.add(Kind::Person, &fields, PERSON).unwrap()
}

/// An unwell plan at hand, with one step.
fn add_plan(hearth: &Companion) -> (EntityId, EntityId) {
    let name = [(Unwell::NAME, text("When my breathing gets worse")), (Unwell::AT_HAND, Value::Bool(true))];
    let plan = hearth.add(Kind::Unwell, &name, PERSON).unwrap();
    (plan, add_step(hearth, plan, "amber", "Sit forward, slow breaths"))
}

fn add_step(hearth: &Companion, plan: EntityId, zone: &str, words: &str) -> EntityId {
    let fields = [(Step::PLAN, Value::Entity(plan)), (Step::ZONE, code(zone)), (Step::WORDS, text(words))];
    hearth.add(Kind::Step, &fields, PERSON).unwrap()
}

/// A visit on 14 October 2026, with sheets.
fn add_visit(hearth: &Companion, sheets: &[&str]) -> EntityId {
    let visit = hearth.begin_visit("My yearly talk", "The nurse", Some("2026-10-14"), PERSON).unwrap();
    for sheet in sheets {
        hearth.use_sheet(visit, sheet, true).unwrap();
    }
    visit
}

fn question(view: &VisitView, key: &str) -> QuestionView {
    view.questions.iter().find(|question| question.key == key).unwrap().clone()
}

/// The lines of the agenda under one heading.
fn under<'v>(view: &'v VisitView, heading: &str) -> Vec<&'v str> {
    let items = view.agenda.iter().filter(|item| item.heading == heading);
    items.map(|item| item.line.as_str()).collect()
}

/// Takes every suggestion that waits, as the person would one by one.
fn accept_each(hearth: &Companion) {
    for suggestion in hearth.suggestions() {
        hearth.accept(suggestion.id, true).unwrap();
    }
}

/// An entry with its switch for the card on.
fn add_on_card(hearth: &Companion, kind: Kind, field: Field, words: &str) -> EntityId {
    hearth.add(kind, &[(field, text(words)), (Common::ON_CARD, Value::Bool(true))], PERSON).unwrap()
}

fn guest() -> Writer {
    Writer::Guest { name: "Ann Example".to_owned(), role: "respiratory nurse".to_owned() }
}

fn texts(field: &FieldView) -> Vec<&str> {
    field.versions.iter().map(|version| version.text.as_str()).collect()
}

/// The marks that keep a name from turning a sentence around are not looked at here.
fn bare(line: &str) -> String {
    line.replace(['\u{2068}', '\u{2069}'], "")
}

/// All that a card says, as one text.
fn all_of(card: &CardDoc) -> String {
    serde_json::to_string(card).unwrap()
}

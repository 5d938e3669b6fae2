//! The real plan under the harnesses: a life of edits, and what must hold after.
//!
//! Edits are numbered; edit n writes words that begin with n into one of five
//! fields, the fifth of which the card shows. Edit 0 is the first run itself.

// A harness whose own world breaks has nothing to report: it panics.
#![allow(clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use hearth_core::card::{self, CardKey};
use hearth_core::companion::{Companion, Folders, HistoryLine, Platform, Trouble, Writer};
use hearth_core::plan::{Field, Goal, Kind, Me};
use hearth_core::record::{EntityId, Owner, Value};
use hearth_core::store::{Disk, OpenError, RealDisk};
use hearth_core::vault::{KeyItem, KeyStore, KeyStoreError, Secret, SoftwareKeyStore};
use zeroize::Zeroizing;

use crate::faults::{Lost, Marks, Recorder, Seen};
use crate::rng::Rng;
use crate::toy::words;

/// How many fields the edits go to, by turns.
const FIELDS: u64 = 5;
/// Edits from this number on are written by the check itself.
const PROBES: u64 = 1 << 40;
/// After every so many edits history is packed.
const PACKED_AFTER: u64 = 13;

/// One person's phone over many recorded lives: the key store outlasts them.
#[derive(Clone)]
pub struct Phone {
    keys: Arc<SoftwareKeyStore>,
    one_life: bool,
    takes_all_for_done: bool,
}

/// The phone's key store with a counter of one life.
struct Anchored {
    keys: Arc<SoftwareKeyStore>,
    count: Mutex<Option<u64>>,
    recorder: Option<Recorder>,
}

impl KeyStore for Anchored {
    fn wrap(&self, item: KeyItem, secret: &[u8]) -> Result<Vec<u8>, KeyStoreError> {
        self.keys.wrap(item, secret)
    }

    fn unwrap(&self, item: KeyItem, wrapped: &[u8]) -> Result<Zeroizing<Vec<u8>>, KeyStoreError> {
        self.keys.unwrap(item, wrapped)
    }

    fn counter(&self) -> Result<Option<u64>, KeyStoreError> {
        Ok(*self.count.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn advance(&self, to: u64) -> Result<(), KeyStoreError> {
        let mut count = self.count.lock().unwrap_or_else(PoisonError::into_inner);
        *count = (*count).max(Some(to));
        if let Some(recorder) = &self.recorder {
            recorder.anchor(to);
        }
        Ok(())
    }
}

fn lost(what: impl std::fmt::Display) -> Lost {
    Lost(what.to_string())
}

fn place(n: u64) -> (Kind, EntityId, Field) {
    match n % FIELDS {
        4 => (Kind::Me, EntityId::only(Kind::Me.number()), Me::CALL_ME),
        goal => (Kind::Goal, EntityId::new(Owner::Person, [goal as u8 + 1; 16]), Goal::WORDS),
    }
}

fn text(n: u64) -> String {
    // What the card shows is short, as what people are called is.
    if n % FIELDS == 4 { format!("{n} Jo") } else { format!("{n} {}", words(n)) }
}

/// The number of the edit that these are the words of.
fn number(text: &str) -> Option<u64> {
    let n = text.split(' ').next()?.parse().ok()?;
    (text == self::text(n)).then_some(n)
}

/// Writes edit n.
///
/// # Errors
/// The companion's.
pub fn write(companion: &Companion, n: u64) -> Result<(), Trouble> {
    let (kind, id, field) = place(n);
    companion.write(kind, id, &field, Value::Text(text(n)), &Writer::Person)?;
    Ok(())
}

fn history(companion: &Companion, field: u64) -> Result<Vec<HistoryLine>, Trouble> {
    let (kind, id, field) = place(field);
    companion.history(kind, id, &field)
}

/// The last edit that is there, the check's own among them.
///
/// # Errors
/// The companion's.
pub fn last(companion: &Companion) -> Result<u64, Trouble> {
    let mut last = 0;
    for field in 0..FIELDS {
        let lines = history(companion, field)?;
        last = lines.iter().filter_map(|line| number(&line.text)).fold(last, u64::max);
    }
    Ok(last)
}

impl Phone {
    /// A phone whose key store lives through many lives of its folder: its
    /// counter in each is what the marks say.
    #[must_use]
    pub fn of_many_lives() -> Self {
        let keys = Arc::new(SoftwareKeyStore::in_memory());
        Self { keys, one_life: false, takes_all_for_done: false }
    }

    /// A phone with a key store of its own, counter and all.
    #[must_use]
    pub fn of_one_life(keys: SoftwareKeyStore) -> Self {
        Self { keys: Arc::new(keys), one_life: true, takes_all_for_done: false }
    }

    /// The same phone of somebody who takes every edit for done, whatever the
    /// store says: a control.
    #[must_use]
    pub fn taking_all_for_done(&self) -> Self {
        Self { takes_all_for_done: true, ..self.clone() }
    }

    fn platform(&self, disk: Arc<dyn Disk>, count: Option<u64>, recorder: Option<Recorder>) -> Platform {
        let anchored = || Anchored { keys: Arc::clone(&self.keys), count: Mutex::new(count), recorder };
        let keys: Arc<dyn KeyStore> =
            if self.one_life { Arc::clone(&self.keys) as _ } else { Arc::new(anchored()) };
        Platform { disk, ..Platform::new(keys, "Jo's phone") }
    }

    /// Opens the plan under a recorder, or begins it where there is none.
    ///
    /// # Errors
    /// The companion's.
    pub fn start(&self, recorder: &Recorder) -> Result<Companion, Trouble> {
        let count = recorder.marks().anchored;
        let platform = self.platform(Arc::new(recorder.clone()), count, Some(recorder.clone()));
        open_or_begin(recorder.root(), platform)
    }

    /// A run for the recorder: some edits after those that are there, opening
    /// anew now and then, going on after errors as a person does.
    pub fn live(&self, recorder: &Recorder, seed: u64, edits: u64) {
        let mut rng = Rng::new(seed);
        let mut left = edits;
        while left > 0 {
            let some = left.min(4 + rng.below(30));
            recorder.begin(0);
            let started = self.start(recorder);
            let first = started.as_ref().map_err(drop).and_then(|open| last(open).map_err(drop));
            if let (Ok(companion), Ok(last)) = (&started, first) {
                recorder.acknowledge(0);
                (last + 1..=last + some).for_each(|n| self.one_edit(companion, recorder, n));
            }
            left -= some;
        }
    }

    fn one_edit(&self, companion: &Companion, recorder: &Recorder, n: u64) {
        recorder.begin(n);
        if write(companion, n).is_ok() || self.takes_all_for_done {
            recorder.acknowledge(n);
        }
        if n.is_multiple_of(PACKED_AFTER) {
            // Packing may fail, and changes nothing that is promised.
            let _ = companion.pack();
        }
    }

    fn card_key(&self, folder: &Path) -> Result<CardKey, Lost> {
        let wrapped = std::fs::read(folder.join("card.key"))?;
        let secret = self.keys.unwrap(KeyItem::Card, &wrapped)?;
        let secret = secret.as_slice().try_into().map_err(|_| lost("a card key of another length"))?;
        Ok(CardKey::new(&Secret::from_bytes(secret)))
    }

    /// Opens what a fault left under a folder, and finds all that was promised.
    ///
    /// # Errors
    /// What was lost.
    pub fn check(&self, folder: &Path, marks: &Marks) -> Result<(), Lost> {
        let cards = folder.join("card");
        let card = self.card_key(&cards).and_then(|key| Ok(card::open(&cards, &key)?));
        let platform = || self.platform(Arc::new(RealDisk), marks.anchored, None);
        if marks.acknowledged.is_empty() {
            // The first run was cut off: it, or its repeat, must succeed.
            let plan = open_or_begin(folder, platform()).map_err(|e| lost(format!("first run: {e}")))?;
            let named = !plan.home().call_me.is_empty();
            return if named { Ok(()) } else { Err(lost("first run: a plan that has no name")) };
        }
        let companion = Companion::open(&folders(folder), platform())
            .map_err(|error| lost(format!("does not open: {error:?}")))?;
        let mut health = companion.health();
        health.card_interrupted = false;
        if !health.is_good() {
            return Err(lost(format!("not whole: {health:?}")));
        }
        let shown = all_is_there(&companion, marks)?;
        match card {
            Ok(card) if card.may_be_behind || shown.as_ref() == Some(&card.doc.name) => {}
            Ok(card) => return Err(lost(format!("the card says {:?}, not {shown:?}", card.doc.name))),
            Err(Lost(what)) => return Err(lost(format!("no card: {what}"))),
        }
        let probe = last(&companion)?.max(PROBES) + 1;
        write(&companion, probe).map_err(|error| lost(format!("takes no more edits: {error}")))?;
        let shown = all_is_there(&companion, marks)?;
        drop(companion);
        let card = card::open(&cards, &self.card_key(&cards)?)?;
        let right = !card.may_be_behind && shown.as_ref() == Some(&card.doc.name);
        if right { Ok(()) } else { Err(lost(format!("the card stays {:?}", card.doc.name))) }
    }
}

/// Makes a plan with edits up to `edits` in an empty folder, half of them packed.
///
/// # Panics
/// When it cannot.
pub fn prepare(phone: &Phone, root: &Path, edits: u64) {
    let plan = open_or_begin(root, phone.platform(Arc::new(RealDisk), None, None)).expect("a plan");
    (5..=edits / 2).for_each(|n| write(&plan, n).expect("an edit"));
    plan.pack().expect("history packed");
    (edits / 2 + 1..=edits).for_each(|n| write(&plan, n).expect("an edit"));
}

/// Opens a plan of `edits` edits with bits turned over: each value is right, or
/// damage is noticed; and the card is right, or does not open, and is made anew.
///
/// # Errors
/// A value that is wrong or gone unnoticed.
pub fn check_corrupt(phone: &Phone, root: &Path, edits: u64) -> Result<Seen, Lost> {
    let cards = root.join("card");
    let name = || card::open(&cards, &phone.card_key(&cards).ok()?).ok().map(|card| card.doc.name);
    // Where a damaged op hides what it replaced, the versions before it stand
    // beside the newest: a card made anew then says them all, and that it may lack
    // lines.
    let whole = |name: &String| name.split(" / ").all(|one| number(one).is_some_and(|n| n <= edits));
    if let Some(name) = name().filter(|name| !whole(name)) {
        return Err(lost(format!("the card says {name:?}")));
    }
    let plan = match Companion::open(&folders(root), phone.platform(Arc::new(RealDisk), None, None)) {
        Ok(plan) => plan,
        Err(Trouble::Open(OpenError::Missing)) => return Err(lost("the plan is not seen to be there")),
        Err(_) => return Ok(Seen::Shut),
    };
    // The first run is edit 4; none before it was written.
    let (mut found, mut damaged) = (BTreeSet::new(), false);
    for field in 0..FIELDS {
        let Ok(lines) = history(&plan, field) else {
            damaged = true;
            continue;
        };
        for line in lines {
            found.insert(number(&line.text).ok_or_else(|| lost(format!("it says {:?}", line.text)))?);
        }
    }
    damaged |= !plan.health().is_good();
    let gone = (4..=edits).find(|n| !found.contains(n));
    if let (Some(n), false) = (gone, damaged) {
        return Err(lost(format!("edit {n} is gone, and nothing says so")));
    }
    drop(plan);
    match name().filter(whole) {
        Some(_) => Ok(if damaged { Seen::Noticed } else { Seen::Harmless }),
        None => {
            let opened = phone.card_key(&cards).map(|key| card::open(&cards, &key).map(|card| card.doc.name));
            Err(lost(format!("the card was not made anew: {opened:?}")))
        }
    }
}

fn folders(root: &Path) -> Folders {
    Folders { store: root.join("store"), card: root.join("card") }
}

fn open_or_begin(root: &Path, platform: Platform) -> Result<Companion, Trouble> {
    match Companion::open(&folders(root), platform.clone()) {
        Err(Trouble::Open(OpenError::Missing)) => {
            Companion::begin(&folders(root), platform, &text(4)).map(|(companion, _)| companion)
        }
        other => other,
    }
}

/// That each acknowledged edit is in its history, none is there that nobody
/// asked for, and one version stands in each field, which is its last. Returns
/// what the card must say.
fn all_is_there(companion: &Companion, marks: &Marks) -> Result<Option<String>, Lost> {
    let (mut found, mut on_card) = (BTreeSet::new(), None);
    for field in 0..FIELDS {
        let lines = history(companion, field)?;
        for line in &lines {
            let n = number(&line.text).ok_or_else(|| lost(format!("strange words: {}", line.text)))?;
            let first_name = n == 4;
            if n < PROBES && !first_name && !marks.begun.contains(&n) && !marks.acknowledged.contains(&n) {
                return Err(lost(format!("edit {n} was never asked for")));
            }
            found.insert(n);
        }
        let standing: Vec<_> = lines.iter().filter(|line| line.stands).collect();
        let last = lines.last().and_then(|line| number(&line.text));
        if standing.len() > 1 || standing.first().and_then(|line| number(&line.text)) != last {
            let standing: Vec<_> = standing.iter().map(|line| number(&line.text)).collect();
            return Err(lost(format!("{standing:?} stand in field {field}, not {last:?} alone")));
        }
        if field == 4 {
            on_card = standing.first().map(|line| line.text.clone());
        }
    }
    let gone = marks.acknowledged.iter().find(|n| **n != 0 && !found.contains(n));
    gone.map_or(Ok(on_card), |n| Err(lost(format!("edit {n} was acknowledged and is gone"))))
}

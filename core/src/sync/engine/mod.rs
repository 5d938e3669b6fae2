//! One sync, from beginning to end: look what changed there, take it in as
//! suggestions and as the practice's own, send what is owed, and say what could
//! not be done. It may fail, be killed or be stopped at any step: what was taken
//! in and how far that is go to the disk together, and the next one goes on.

mod imports;
mod look;
pub mod merge;
mod push;

pub(super) use look::{is_kept, own_words};

use super::mapping::{Mapping, Ours};
use super::marks::Marker;
use super::patient::Patient;
use super::practice::{Changes, Cursors, Practice, PracticeError, Seen};
use super::state::{Held, Link, Notes, Standing, State, notes_row, ours_row};
use super::world::World;
use crate::record::{EntityId, Op};
use crate::store::{Ledger, StoreError, SyncRow};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// Everything is compared once a week.
pub const COMPARE_EVERY: i64 = 7 * 86_400_000;

/// The person's plan, as sync needs it.
pub trait Plan {
    /// Looks at it while nobody writes.
    fn look<T>(&self, look: impl FnOnce(&mut Ledger) -> T) -> T;

    /// Puts in what came from the practice, and keeps how far that is, together.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was changed.
    fn keep(&self, ops: Vec<Op>, rows: &[SyncRow]) -> Result<(), StoreError>;
}

/// Told how far a sync is, and asked whether to go on.
pub trait Progress {
    /// It does this now.
    fn at(&self, step: Step);

    /// Whether the person wants it to stop.
    fn is_stopped(&self) -> bool;
}

/// What a sync does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Asks whose record it is and what has changed.
    Asking,
    /// Takes in what came: so many.
    Taking(usize),
    /// Sends: so many of so many.
    Sending(usize, usize),
    /// Compares everything.
    Comparing,
}

/// What came of a sync.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Changes that the practice suggests and that are new here.
    pub suggested: usize,
    /// Resources of the practice's own that are new or changed.
    pub received: usize,
    /// Resources of ours that it took.
    pub sent: usize,
    /// Taken back from there.
    pub withdrawn: usize,
    /// Ours that it no longer has.
    pub gone: usize,
    /// Ours that it does not take.
    pub refused: usize,
    /// There is more to come; another sync goes on.
    pub more: bool,
}

/// Why a sync did not end as it should. Nothing of the person's was changed.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// The practice can't be asked, or not any more.
    #[error(transparent)]
    Practice(#[from] PracticeError),
    /// What came is another person's, or the record was closed or merged. Nothing
    /// was taken in and nothing sent.
    #[error("the practice sent another person's record")]
    OtherPatient,
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// One sync.
pub struct Engine<'a, P, M, R> {
    plan: &'a P,
    mapping: &'a M,
    practice: &'a R,
    world: &'a dyn World,
    progress: &'a dyn Progress,
    link: &'a Link,
    /// The reference to the patient.
    patient: String,
    marker: Marker,
    secret: [u8; 32],
    ours: RefCell<BTreeMap<String, Held>>,
    notes: RefCell<Notes>,
    /// Second ones of ours, made by a question that was carried twice.
    extras: RefCell<Vec<(String, Seen)>>,
    /// Rows that have changed since they were last kept.
    touched: RefCell<BTreeSet<String>>,
    noted: Cell<bool>,
    outcome: Cell<Outcome>,
    /// The patient was looked at in this sync and is who they were.
    is_them: Cell<bool>,
}

impl<'a, P: Plan, M: Mapping, R: Practice> Engine<'a, P, M, R> {
    /// Over a plan, a map and a practice, from what was kept.
    pub fn new(
        (plan, mapping, practice): (&'a P, &'a M, &'a R),
        (world, progress): (&'a dyn World, &'a dyn Progress),
        link: &'a Link,
        state: State,
    ) -> Self {
        let secret = plan.look(|ledger| *ledger.store().keys().plan_secret().expose());
        Self {
            plan,
            mapping,
            practice,
            world,
            progress,
            link,
            patient: format!("Patient/{}", link.patient.id),
            marker: Marker::new(&secret),
            secret,
            ours: RefCell::new(state.ours),
            notes: RefCell::new(state.notes),
            extras: RefCell::default(),
            touched: RefCell::default(),
            noted: Cell::new(false),
            outcome: Cell::default(),
            is_them: Cell::new(false),
        }
    }

    /// Syncs. Whatever it came to, what was done is kept.
    ///
    /// # Errors
    /// [`SyncError`]; the outcome says what was done before it.
    pub fn run(&self) -> (Outcome, Result<(), SyncError>) {
        let done = self.all().and_then(|()| self.keep(Vec::new()));
        (self.outcome.get(), done)
    }

    /// What was found out, as it is kept now.
    pub fn notes(&self) -> Notes {
        self.notes.borrow().clone()
    }

    fn all(&self) -> Result<(), SyncError> {
        self.progress.at(Step::Asking);
        let now = self.world.now().ms;
        let Notes { compared, cursors, .. } = self.notes();
        // A clock that went back is no reason never to compare again.
        let is_due = |at: i64| now >= at.saturating_add(COMPARE_EVERY) || now < at.saturating_sub(86_400_000);
        let due = compared.is_some_and(is_due);
        let since = if due { Cursors::default() } else { cursors };
        let changes = self.practice.changes(&since)?;
        self.check(&changes)?;
        self.progress.at(Step::Taking(changes.seen.len()));
        self.take(&changes)?;
        if since.0.is_empty() && !changes.more {
            self.progress.at(Step::Comparing);
            self.compare(&changes)?;
        }
        // More than one sync takes in can't be compared; the first reading of it
        // may take several.
        if due || (compared.is_none() && !changes.more) {
            self.note(|notes| notes.compared = Some(now));
        }
        self.keep(Vec::new())?;
        if changes.more {
            self.count(|outcome| outcome.more = true);
        }
        self.push()
    }

    /// Whether all of it is about the person that was pinned: before any of it
    /// is taken in.
    fn check(&self, changes: &Changes) -> Result<(), SyncError> {
        if let Some(patient) = &changes.patient {
            self.is_still_them(patient)?;
        } else if !changes.seen.is_empty() {
            self.ask_whose()?;
        }
        self.plan.look(|ledger| {
            for seen in &changes.seen {
                let Ok(read) = self.mapping.incoming(ledger.record(), &self.named_here(&seen.body)) else {
                    continue;
                };
                let is_other = |reference: &String| !self.is_the_patient(reference);
                let another = seen.resource == "Patient" && seen.id != self.link.patient.id;
                if another || read.patient.as_ref().is_some_and(is_other) {
                    return Err(SyncError::OtherPatient);
                }
            }
            Ok(())
        })
    }

    fn is_the_patient(&self, reference: &str) -> bool {
        let base = super::base::Base::parse(&self.link.base);
        let own = base.as_ref().and_then(|base| base.own_reference(reference));
        own == Some(self.patient.as_str())
    }

    /// Asks whose record it is, if that was not looked at yet.
    fn ask_whose(&self) -> Result<(), SyncError> {
        if self.is_them.get() {
            return Ok(());
        }
        let patient = self.practice.patient()?;
        self.is_still_them(&patient)
    }

    fn is_still_them(&self, patient: &Patient) -> Result<(), SyncError> {
        if !patient.is_still(&self.link.patient) {
            return Err(SyncError::OtherPatient);
        }
        self.is_them.set(true);
        Ok(())
    }

    /// What the plan gives out now.
    fn outgoing(&self, ledger: &Ledger) -> Vec<Ours> {
        self.mapping.outgoing(ledger.record(), &self.patient)
    }

    /// The practice, as the author of what it wrote: the same on every phone.
    fn author(&self) -> EntityId {
        imports::practice_entity(&self.secret, &self.link.base)
    }

    fn count(&self, change: impl FnOnce(&mut Outcome)) {
        let mut outcome = self.outcome.get();
        change(&mut outcome);
        self.outcome.set(outcome);
    }

    /// Changes what is known of one resource of ours.
    fn hold(&self, id: &str, held: Option<Held>) {
        let mut ours = self.ours.borrow_mut();
        if ours.get(id) == held.as_ref() {
            return;
        }
        match held {
            Some(held) => ours.insert(id.to_owned(), held),
            None => ours.remove(id),
        };
        self.touched.borrow_mut().insert(id.to_owned());
    }

    fn held(&self, id: &str) -> Option<Held> {
        self.ours.borrow().get(id).cloned()
    }

    fn note(&self, change: impl FnOnce(&mut Notes)) {
        let mut notes = self.notes.borrow_mut();
        let before = notes.clone();
        change(&mut notes);
        if *notes != before {
            self.noted.set(true);
        }
    }

    /// Puts what came, and what changed in what is known, on the disk together.
    fn keep(&self, ops: Vec<Op>) -> Result<(), SyncError> {
        let rows: Vec<SyncRow> = {
            let (ours, touched) = (self.ours.borrow(), self.touched.borrow());
            let held = touched.iter().map(|id| ours_row(id, ours.get(id)));
            let notes = self.noted.get().then(|| notes_row(&self.notes.borrow()));
            held.chain(notes).collect()
        };
        if ops.is_empty() && rows.is_empty() {
            return Ok(());
        }
        self.plan.keep(ops, &rows)?;
        self.touched.borrow_mut().clear();
        self.noted.set(false);
        Ok(())
    }

    /// References to our ids in the practice's, where it chose ids of its own.
    fn renamed(&self) -> Vec<(String, String)> {
        let ours = self.ours.borrow();
        let other = ours.iter().filter(|(id, held)| **id != held.id && !held.id.is_empty());
        let names = |(id, held): (&String, &Held)| {
            (format!("\"{}/{id}\"", held.resource), format!("\"{}/{}\"", held.resource, held.id))
        };
        other.map(names).collect()
    }

    /// A resource of theirs with references as they are here.
    fn named_here(&self, body: &[u8]) -> Vec<u8> {
        rename(body, self.renamed().iter().map(|(here, there)| (there, here)))
    }

    /// A resource of ours with references as they are there.
    fn named_there(&self, body: &[u8]) -> Vec<u8> {
        rename(body, self.renamed().iter().map(|(here, there)| (here, there)))
    }

    /// Those that may be written: neither refused as they are, nor gone.
    fn is_free(held: &Held, sum: &str) -> bool {
        match &held.standing {
            Standing::Known | Standing::Asked => true,
            Standing::Refused { sum: refused, .. } => refused != sum,
            Standing::Gone | Standing::Withdrawn => false,
        }
    }
}

fn rename<'n>(body: &[u8], names: impl Iterator<Item = (&'n String, &'n String)>) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(body) else { return body.to_vec() };
    let named = names.fold(None, |named: Option<String>, (from, to)| {
        let text = named.as_deref().unwrap_or(text);
        if text.contains(from.as_str()) { Some(text.replace(from.as_str(), to)) } else { named }
    });
    named.map_or_else(|| body.to_vec(), String::into_bytes)
}

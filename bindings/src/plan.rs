//! The plan, open: the one object that the shells hold.

use crate::cross::Cross;
use crate::error::{HearthError, guarded};
use crate::platform::ShellFault;
use hearth_core::companion::{self, Companion, Trouble};
use hearth_core::plan::Kind;
use hearth_core::record::Slot;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// A person's plan, open. Every call may take as long as the disk does: not on
/// the thread that draws. Let go of it (and of everything that watches it) before
/// the same folder is opened again.
#[derive(uniffi::Object)]
pub struct Plan {
    companion: Companion,
    watchers: Arc<Watchers>,
    turn: Mutex<()>,
}

impl Plan {
    pub(crate) fn over(companion: Companion) -> Arc<Self> {
        let watchers = Arc::new(Watchers::default());
        companion.watch(Arc::clone(&watchers) as _);
        Arc::new(Self { companion, watchers, turn: Mutex::default() })
    }

    /// Carries out an intention.
    pub(crate) fn ask<T>(
        &self,
        work: impl FnOnce(&Companion) -> Result<T, Trouble>,
    ) -> Result<T, HearthError> {
        guarded(self.companion.words(), || work(&self.companion))
    }

    /// Draws a screen.
    pub(crate) fn draw<V: Cross<T>, T>(
        &self,
        view: impl FnOnce(&Companion) -> Result<V, Trouble>,
    ) -> Result<T, HearthError> {
        self.ask(|companion| Ok(view(companion)?.cross()))
    }

    /// Writes to others and hears from them, one call after the other: each reads what is kept, asks the
    /// network, and keeps what came of it, so that of two at once one would take away what the other kept.
    /// What only reads or writes the plan waits for none of them.
    pub(crate) fn post<V: Cross<T>, T>(
        &self,
        work: impl FnOnce(&Companion) -> Result<V, Trouble>,
    ) -> Result<T, HearthError> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        self.draw(work)
    }
}

/// An entry that changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, uniffi::Record)]
pub struct Place {
    /// Its kind's name in the table; "" for one that only a newer Hearth knows.
    pub kind: String,
    /// Names it.
    pub id: String,
}

/// Told what changed, after it is on the disk.
#[uniffi::export(with_foreign)]
pub trait Observer: Send + Sync {
    /// These entries changed, each named once. Called on the thread that wrote: it
    /// may ask the plan anything that asks no network, and does better to ask from another thread.
    /// What goes wrong in it changes nothing.
    fn changed(&self, places: Vec<Place>) -> Result<(), ShellFault>;
}

#[uniffi::export]
impl Plan {
    /// Tells `observer` of every change, until the answer's `stop`.
    pub fn watch(&self, observer: Arc<dyn Observer>) -> Result<Arc<Watching>, HearthError> {
        self.ask(|_| {
            let mut known = self.watchers.known();
            let number = known.keys().next_back().map_or(0, |last| last + 1);
            known.insert(number, observer);
            Ok(Arc::new(Watching { watchers: Arc::downgrade(&self.watchers), number }))
        })
    }
}

/// An observer that is told of changes.
#[derive(uniffi::Object)]
pub struct Watching {
    watchers: Weak<Watchers>,
    number: u64,
}

#[uniffi::export]
impl Watching {
    /// The observer is told nothing more and is let go.
    pub fn stop(&self) -> Result<(), HearthError> {
        let gone = self.watchers.upgrade().and_then(|watchers| watchers.known().remove(&self.number));
        drop(gone);
        Ok(())
    }
}

/// Everybody who watches one plan.
#[derive(Default)]
struct Watchers {
    known: Mutex<BTreeMap<u64, Arc<dyn Observer>>>,
}

impl Watchers {
    fn known(&self) -> std::sync::MutexGuard<'_, BTreeMap<u64, Arc<dyn Observer>>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl companion::Observer for Watchers {
    fn changed(&self, fields: &[Slot]) {
        let known: Vec<Arc<dyn Observer>> = self.known().values().cloned().collect();
        if known.is_empty() {
            return;
        }
        let place = |slot: &Slot| Place {
            kind: Kind::from_number(slot.kind).map(Kind::name).unwrap_or_default().to_owned(),
            id: slot.entity.hex(),
        };
        let places: BTreeSet<Place> = fields.iter().map(place).collect();
        let places: Vec<Place> = places.into_iter().collect();
        for observer in known {
            // The words are on the disk: nothing that an observer does may make
            // the writing of them look failed.
            let _ = catch_unwind(AssertUnwindSafe(|| observer.changed(places.clone())));
        }
    }
}

//! One sync, as the shell asks for it.

use super::map::PlanMap;
use super::view::SyncView;
use crate::companion::{Companion, Trouble};
use crate::fhir::own;
use crate::plan::Kind;
use crate::record::EntityId;
use crate::store::SyncLock;
use crate::sync::base::Base;
use crate::sync::engine::{Engine, Outcome, Progress, SyncError};
use crate::sync::practice::PracticeError;
use crate::sync::r4::{Place, R4, Wire};
use crate::sync::session::Live;
use crate::sync::smart::SmartError;
use crate::sync::state::{Standing, notes_row, ours_row};
use std::sync::PoisonError;

impl Companion {
    /// Brings the plan in step with the practice. One at a time, in whichever
    /// process. What was done is kept, also where it could not be ended; what
    /// went wrong is in the view, with its sentence.
    ///
    /// # Errors
    /// [`Trouble`], where it could not even begin: no link, another sync, the
    /// store.
    pub fn sync(&self, progress: &dyn Progress) -> Result<SyncView, Trouble> {
        let folder = self.ledger().store().options().store.clone();
        let _lock = SyncLock::take(&folder).map_err(|_| Trouble::SyncRuns)?;
        let mut state = self.sync_state()?;
        let Some(link) = state.link.take() else {
            return Err(if self.was_linked() { Trouble::LinkAgain } else { Trouble::NotLinked });
        };
        let Some(tokens) = state.tokens.take().filter(|_| !link.ended) else {
            return Err(Trouble::LinkAgain);
        };
        let (http, world) = (self.http()?, self.world());
        let base = Base::parse(&link.base).ok_or(SmartError::NotSafe)?;
        let granted = tokens.granted();
        let session = Live::new((self, &*http, &*world), &link, tokens);
        let stopped = || progress.is_stopped();
        let wire = Wire::new(&*http, &*world, &session, &stopped);
        let place = Place {
            base: &base,
            patient: &link.patient.id,
            granted: &granted,
            types: super::map::types(),
            system: own::ENTRY_ID,
        };
        let practice = R4::new(wire, place, state.notes.profile);
        let tasks = || granted.may('c', "Task") && practice.profile().tasks;
        let map = {
            let ledger = self.ledger();
            PlanMap::new(ledger.store().keys().plan_secret(), &self.words, &tasks)
        };
        let engine = Engine::new((self, &map, &practice), (&*world, progress), &link, state);
        let (outcome, done) = engine.run();
        let (asked, received) = practice.count();
        let mut notes = engine.notes();
        let learnt = notes.profile != practice.profile();
        if learnt || (done.is_ok() && outcome != Outcome::default()) {
            notes.profile = practice.profile();
            notes.synced = Some(world.now().ms);
            self.ledger().keep_synced(&[notes_row(&notes)])?;
        }
        if done.is_ok() {
            *self.checked.lock().unwrap_or_else(PoisonError::into_inner) = Some(world.now().ms);
        }
        match done {
            Err(SyncError::Store(error)) => Err(error.into()),
            Err(SyncError::Practice(PracticeError::Store(error))) => Err(error.into()),
            done => Ok(self.sync_view(&link.name, outcome, done.err(), (asked, received))),
        }
    }

    /// Sends an entry again that the practice no longer has, or did not take, at
    /// the next sync.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] where there is nothing to send again.
    pub fn send_again(&self, kind: Kind, id: EntityId) -> Result<(), Trouble> {
        let state = self.sync_state()?;
        let lost = state.ours.iter().filter(|(_, held)| held.entry() == Some((kind, id)));
        let lost =
            lost.filter(|(_, held)| matches!(held.standing, Standing::Gone | Standing::Refused { .. }));
        let rows: Vec<_> = lost
            .map(|(name, held)| match held.standing {
                Standing::Refused { status, .. } if !held.version.is_empty() => {
                    let standing = Standing::Refused { sum: String::new(), status };
                    let held = crate::sync::state::Held { standing, ..held.clone() };
                    ours_row(name, Some(&held))
                }
                _ => ours_row(name, None),
            })
            .collect();
        if rows.is_empty() {
            return Err(Trouble::NotFound);
        }
        Ok(self.ledger().keep_synced(&rows)?)
    }
}

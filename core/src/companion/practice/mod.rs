//! In step with the practice: linking, syncing, what the person is told of it,
//! and ending it. The core does all but open the browser.

mod entries;
mod link;
mod map;
mod paper;
mod run;
mod view;

pub use paper::PaperView;
pub(super) use view::sync_key;
pub use view::{PracticeView, ResourceView, Standing, SyncView, UnlinkedView};

use super::{Companion, Trouble};
use crate::record::{Op, When};
use crate::share;
use crate::store::{Ledger, StoreError, SyncRow};
use crate::sync::engine::Plan;
use crate::sync::http::Http;
use crate::sync::real::RealHttp;
use crate::sync::state::State;
use crate::sync::world::{RealWorld, World};
use std::sync::Arc;

impl Plan for Companion {
    fn look<T>(&self, look: impl FnOnce(&mut Ledger) -> T) -> T {
        look(&mut self.ledger())
    }

    fn keep(&self, ops: Vec<Op>, rows: &[SyncRow]) -> Result<(), StoreError> {
        let mut ledger = self.ledger();
        let device = ledger.device();
        let shown = ledger.store().card_source().to_vec();
        let card = |record: &_, changed: &_| self.card_for(record, changed, device, &shown);
        let merged = ledger.merge_synced(ops, card, rows)?;
        drop(ledger);
        if !merged.changed.is_empty() {
            self.tell(&merged.changed);
        }
        Ok(())
    }
}

impl Companion {
    /// What is kept of the practice. What can't be trusted any more is forgotten
    /// here: then the phone is linked again.
    fn sync_state(&self) -> Result<State, Trouble> {
        let mut ledger = self.ledger();
        let synced = ledger.synced()?;
        if synced.changed {
            ledger.forget_synced()?;
            return Ok(State::default());
        }
        Ok(State::read(&synced))
    }

    /// Forgets what is kept of the practice, and not what is shared.
    fn forget_practice(&self) -> Result<(), Trouble> {
        let mut ledger = self.ledger();
        let synced = ledger.synced()?;
        if synced.changed {
            return Ok(ledger.forget_synced()?);
        }
        let of_practice = synced.rows.into_iter().filter(|(name, _)| !name.starts_with(share::state::PREFIX));
        let rows: Vec<SyncRow> = of_practice.map(|(name, _)| SyncRow { name, holds: None }).collect();
        Ok(ledger.keep_synced(&rows)?)
    }

    pub(super) fn http(&self) -> Result<Arc<dyn Http>, Trouble> {
        match &self.platform.outside.http {
            Some(http) => Ok(Arc::clone(http)),
            None => {
                let real = RealHttp::reaching(self.platform.outside.reach);
                Ok(Arc::new(real.map_err(|error| Trouble::Smart(error.into()))?))
            }
        }
    }

    pub(super) fn world(&self) -> Arc<dyn World> {
        match &self.platform.outside.world {
            Some(world) => Arc::clone(world),
            None => {
                let clock = Arc::clone(&self.platform.clock);
                Arc::new(RealWorld::new(move || -> When { clock.now() }))
            }
        }
    }
}

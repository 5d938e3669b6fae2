//! Sharing by link: what is shared and with what words, making it, and everything that its owner
//! does with it after. The plan says what is wished; [`Companion::deliver_shares`] makes it so at
//! the host, and may be stopped, killed or cut off at any step and begun again.

mod calls;
mod code;
mod content;
mod deliver;
mod view;

pub use code::VisitCode;
pub(super) use content::lines_of;
pub use content::{ShareChoice, SharePreview, ShareSection, SharedSection};
pub use view::{LookView, ShareStanding, ShareView, SharesView};

use super::{Companion, Trouble};
use crate::plan::{self, Answer, Share};
use crate::record::EntityId;
use crate::share::Control;
use crate::share::state::{Held, State};

/// A share as the plan has it.
struct Known {
    id: EntityId,
    label: String,
    host: String,
    control: Option<Control>,
    until: Option<i64>,
    paused: bool,
    ended: Option<i64>,
    /// Ended because a phone was lost: whoever keeps a copy of it keeps it.
    lost: bool,
    /// It was removed from the plan.
    removed: bool,
}

impl Companion {
    /// What this phone keeps of what is shared. What can't be trusted any more is forgotten: the
    /// links can't be shown again, and can still be ended, for that is in the plan.
    pub(super) fn share_state(&self) -> Result<State, Trouble> {
        let mut ledger = self.ledger();
        let synced = ledger.synced()?;
        if synced.changed {
            ledger.forget_synced()?;
            return Ok(State::default());
        }
        Ok(State::read(&synced))
    }

    /// What is shared. What was removed counts as ended: its host is to hear so.
    fn known_shares(&self) -> Vec<Known> {
        let now = self.platform.clock.now().ms;
        let ledger = self.ledger();
        let record = ledger.record();
        let all = Share::all(record).into_iter().map(|share| {
            let removed = plan::life::is_removed(record, plan::Kind::Share, share.id);
            let known = known(&share);
            Known { removed, ended: known.ended.or(removed.then_some(now)), ..known }
        });
        all.collect()
    }

    fn known_share(&self, id: EntityId) -> Result<Known, Trouble> {
        self.known_shares().into_iter().find(|known| known.id == id).ok_or(Trouble::NotFound)
    }
}

impl Known {
    /// Whether it has ended by itself, as far as is known: by the host's clock where the host has
    /// said it, for who reads goes by that; by this phone's where nobody but this phone can tell.
    fn is_past(&self, held: &Held, now: i64) -> bool {
        let Some(until) = self.until.filter(|until| *until <= now) else { return false };
        let never_there = held.made.as_ref().is_some_and(|made| !made.taken);
        never_there
            || held.gone
            || held.stands.as_ref().is_some_and(|stands| stands.is_past(until) != Some(false))
    }
}

fn known(share: &Share) -> Known {
    let until = share.until.versions.iter().filter_map(|version| match &version.value {
        Answer::Is(at) => Some(at.ms),
        Answer::NotAnswered => None,
    });
    Known {
        id: share.id,
        label: share.label.text().to_owned(),
        host: share.host.text().to_owned(),
        control: share.control.first().and_then(|bytes| Control::from_bytes(bytes)),
        until: until.min(),
        paused: share.paused.first() == Some(&true),
        ended: share.ended.first().map(|at| at.ms),
        lost: share.lost.first() == Some(&true),
        removed: false,
    }
}

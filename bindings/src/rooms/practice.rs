//! In step with the practice: the link, a sync, what is not in step.

use crate::answer::{entity, kind};
use crate::cross::{Cross, views};
use crate::error::HearthError;
use crate::{Plan, Work};
use hearth_core::companion;
use hearth_core::sync::engine::{Progress, Step};
use std::sync::Arc;

/// How it stands with the practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum LinkStanding {
    /// There is no link.
    NotLinked,
    /// A link was begun; the browser has not come back.
    Begun,
    /// Linked.
    Linked,
    /// There was a link, and it must be made again.
    LinkAgain,
}

impl Cross<LinkStanding> for companion::Standing {
    fn cross(self) -> LinkStanding {
        match self {
            companion::Standing::NotLinked => LinkStanding::NotLinked,
            companion::Standing::Begun => LinkStanding::Begun,
            companion::Standing::Linked => LinkStanding::Linked,
            companion::Standing::LinkAgain => LinkStanding::LinkAgain,
        }
    }
}

views! {
    /// The link with the practice.
    PracticeView from companion::PracticeView {
        /// How it stands.
        standing: LinkStanding,
        /// What the person calls the practice; "" without a link.
        name: String,
        /// Its address; "" without a link.
        base: String,
        /// What to say of it: linked since, in step when, what must be done.
        lines: Vec<String>,
        /// What the link does not allow, each with its sentence.
        not_allowed: Vec<String>,
        /// Entries that could not be sent, or that the practice no longer has.
        troubles: Vec<NotInStep>,
    }

    /// One entry that is not in step.
    NotInStep from companion::ResourceView {
        /// What kind; none where it is the practice's own.
        kind: Option<String>,
        /// Which one.
        id: Option<String>,
        /// Its sentence: what happened, that nothing was lost, what to do.
        sentence: String,
        /// Whether sending it again can be offered.
        send_again: bool,
    }

    /// What came of a sync.
    SyncView from companion::SyncView {
        /// Changes that the practice suggests.
        suggested: u32,
        /// Results, medicines, promises and the like that came.
        received: u32,
        /// Entries that the practice took.
        sent: u32,
        /// Entries taken back from there.
        withdrawn: u32,
        /// There is more; another sync goes on.
        more: bool,
        /// What to tell the person, the trouble among it.
        sentences: Vec<String>,
        /// The key of the sentence that says what went wrong, if anything did.
        trouble: Option<String>,
        /// How many questions were asked.
        requests: u32,
        /// How many bytes came back; from 4 GiB on it says 4 GiB.
        bytes: u32,
    }

    /// What came of ending a link.
    Unlinked from companion::UnlinkedView {
        /// The practice knows.
        told: bool,
        /// What to tell the person.
        sentence: String,
    }
}

#[uniffi::export]
impl Plan {
    /// How it stands with the practice.
    pub fn practice(&self) -> Result<PracticeView, HearthError> {
        self.draw(companion::Companion::practice)
    }

    /// Begins to link with the practice at an address: the address to open in the
    /// person's own browser. `client` and `redirect`: this app's name there and
    /// where the browser comes back to. Asks the network: it may take 30 s.
    pub fn link_begin(&self, base: &str, client: &str, redirect: &str) -> Result<String, HearthError> {
        self.ask(|companion| companion.link_begin(base, client, redirect))
    }

    /// Ends what was begun, with the address that the browser came back to. What
    /// is not the answer to it changes nothing. `name`: what the person calls the
    /// practice.
    pub fn link_finish(&self, returned: &str, name: &str) -> Result<PracticeView, HearthError> {
        self.draw(|companion| companion.link_finish(returned, name))
    }

    /// Brings the plan and the practice in step. What was done is kept, also where
    /// it could not be ended; what went wrong is in the view. `work`: see [`Work`].
    pub fn sync(&self, work: Option<Arc<Work>>) -> Result<SyncView, HearthError> {
        self.draw(|companion| match &work {
            Some(work) => companion.sync(work.as_ref()),
            None => companion.sync(&Work::default()),
        })
    }

    /// At the next sync sends an entry again that the practice no longer has, or
    /// did not take.
    pub fn send_again(&self, kind_name: &str, id: &str) -> Result<(), HearthError> {
        self.ask(|companion| companion.send_again(kind(kind_name)?, entity(id)?))
    }

    /// Ends the link. Every word stays here, and what was sent stays there.
    pub fn unlink(&self) -> Result<Unlinked, HearthError> {
        self.draw(companion::Companion::unlink)
    }
}

impl Progress for Work {
    fn at(&self, step: Step) {
        if let Step::Sending(done, of) = step {
            self.now_at(done as u64, of as u64);
        }
    }

    fn is_stopped(&self) -> bool {
        self.was_stopped()
    }
}

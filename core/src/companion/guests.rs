//! What somebody wrote when they were handed the phone, whole: a promise, a
//! thought. It is one thing to say yes or no to, not a line for each field.

use super::decide::{asks_again, decided_all, offers_in};
use super::who::Who;
use super::whole::{holds_nothing, taking};
use super::{Companion, Trouble, Writer};
use crate::plan::{Kind, Written};
use crate::record::{Act, Author, Decision, EntityId, Op, Slot};

/// An entry that somebody wrote on the person's phone, and that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuestView {
    /// The kind of entry.
    pub kind: Kind,
    /// Which one.
    pub id: EntityId,
    /// Their words, in reading order.
    pub lines: Vec<String>,
    /// "Written by NAME, ROLE, on my phone, today".
    pub who: String,
}

impl Companion {
    /// Whole entries that somebody wrote when they were handed the phone. Nothing
    /// of the person's stands in them, and none of it is in the plan yet.
    pub fn guests(&self) -> Vec<GuestView> {
        let ledger = self.ledger();
        self.who(&ledger).guests()
    }

    /// Takes an entry that a guest wrote into the plan, all in one.
    ///
    /// # Errors
    /// [`Trouble::AskAgain`] where people act on it when the person is unwell, and
    /// `sure` is not true; [`Trouble::NotFound`] where none waits.
    pub fn accept_guest(&self, kind: Kind, id: EntityId, sure: bool) -> Result<(), Trouble> {
        if asks_again(kind.number()) && !sure {
            return Err(Trouble::AskAgain);
        }
        self.decide_guest(kind, id, true)
    }

    /// Leaves an entry that a guest wrote out of the plan. It is in History.
    pub fn decline_guest(&self, kind: Kind, id: EntityId) -> Result<(), Trouble> {
        self.decide_guest(kind, id, false)
    }

    fn decide_guest(&self, kind: Kind, id: EntityId, take: bool) -> Result<(), Trouble> {
        let mut drafts = Vec::new();
        {
            let ledger = self.ledger();
            let who = self.who(&ledger);
            let parts = who.guest_ops(kind, id);
            if take {
                drafts.extend(taking(&parts));
            }
            let decision = if take { Act::Accept } else { Act::Decline };
            drafts.extend(decided_all(ledger.record(), &parts, &decision));
        }
        if drafts.is_empty() { Err(Trouble::NotFound) } else { self.keep(drafts, &Writer::Person).map(drop) }
    }
}

impl Who<'_> {
    /// See [`Companion::guests`].
    pub fn guests(&self) -> Vec<GuestView> {
        let unwritten = self.record.entities().filter(|(_, _, entity)| holds_nothing(entity));
        let kinds = unwritten.filter_map(|(kind, id, _)| Some((Kind::from_number(kind)?, id)));
        kinds.filter_map(|(kind, id)| self.guest(kind, id)).collect()
    }

    fn guest(&self, kind: Kind, id: EntityId) -> Option<GuestView> {
        let ops = self.guest_ops(kind, id);
        let (_, first) = ops.first()?;
        Some(GuestView {
            kind,
            id,
            lines: self.offered_lines(kind, &ops),
            who: self.line(&Written::of(first)),
        })
    }

    /// What guests offer for an entry and nobody has decided.
    fn guest_ops(&self, kind: Kind, id: EntityId) -> Vec<(Slot, &Op)> {
        let entity = self.record.entity(kind.number(), id).filter(|entity| holds_nothing(entity));
        let offers = entity.into_iter().flat_map(|entity| offers_in(kind.number(), id, entity));
        let waits = offers.filter(|(_, offer)| {
            offer.decision == Decision::Pending && matches!(offer.op.author, Author::Guest { .. })
        });
        waits.map(|(slot, offer)| (slot, offer.op)).collect()
    }
}

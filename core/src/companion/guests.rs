//! What somebody wrote when they were handed the phone, whole: a promise, a
//! thought. It is one thing to say yes or no to, not a line for each field.

use super::decide::{asks_again, decided};
use super::who::Who;
use super::{Companion, Trouble, Writer};
use crate::plan::{self, Kind, PartialDate, Promise, Thought, Words as Said, Written};
use crate::record::{Act, Author, Decision, EntityId, Op, Slot};
use crate::store::Draft;
use crate::words::Arg;

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
        self.decide_guest(kind, id, |slot, op| {
            let value = op.value().cloned();
            let write =
                value.map(|value| Draft { cites: Some(op.id), ..Draft::new(slot, Act::Write(value)) });
            (write, Act::Accept)
        })
    }

    /// Leaves an entry that a guest wrote out of the plan. It is in History.
    pub fn decline_guest(&self, kind: Kind, id: EntityId) -> Result<(), Trouble> {
        self.decide_guest(kind, id, |_, _| (None, Act::Decline))
    }

    fn decide_guest(
        &self,
        kind: Kind,
        id: EntityId,
        decide: impl Fn(Slot, &Op) -> (Option<Draft>, Act),
    ) -> Result<(), Trouble> {
        let mut drafts = Vec::new();
        {
            let ledger = self.ledger();
            let record = ledger.record();
            for (slot, op) in self.who(&ledger).guest_ops(kind, id) {
                let (write, act) = decide(slot, op);
                drafts.extend(write);
                drafts.extend(decided(record, slot, op, &act));
            }
        }
        if drafts.is_empty() { Err(Trouble::NotFound) } else { self.keep(drafts, &Writer::Person).map(drop) }
    }
}

impl Who<'_> {
    /// See [`Companion::guests`].
    pub fn guests(&self) -> Vec<GuestView> {
        let unwritten = self.record.entities().filter(|(_, _, entity)| !entity.is_written());
        let kinds = unwritten.filter_map(|(kind, id, _)| Some((Kind::from_number(kind)?, id)));
        kinds.filter_map(|(kind, id)| self.guest(kind, id)).collect()
    }

    fn guest(&self, kind: Kind, id: EntityId) -> Option<GuestView> {
        let ops = self.guest_ops(kind, id);
        let (_, first) = ops.first()?;
        Some(GuestView { kind, id, lines: self.guest_lines(kind, id), who: self.line(&Written::of(first)) })
    }

    /// What guests offer for an entry and nobody has decided.
    fn guest_ops(&self, kind: Kind, id: EntityId) -> Vec<(Slot, &Op)> {
        let entity = self.record.entity(kind.number(), id).filter(|entity| !entity.is_written());
        let fields = entity.into_iter().flat_map(|entity| entity.fields());
        let offers = fields.flat_map(|(field, register)| {
            let slot = Slot { entity: id, kind: kind.number(), field };
            register.suggestions().into_iter().map(move |offer| (slot, offer))
        });
        let waits = offers.filter(|(_, offer)| {
            offer.decision == Decision::Pending && matches!(offer.op.author, Author::Guest { .. })
        });
        waits.map(|(slot, offer)| (slot, offer.op)).collect()
    }

    /// The words of it: of a promise what, and who by when; of anything else its words.
    fn guest_lines(&self, kind: Kind, id: EntityId) -> Vec<String> {
        let Some(entity) = self.record.entity(kind.number(), id) else { return Vec::new() };
        let words = |field: &plan::Kept<Said>| -> Vec<String> {
            field.pending().filter_map(|offer| Some(offer.value.as_ref()?.text.clone())).collect()
        };
        match kind {
            Kind::Promise => {
                let promise = Promise::read(id, entity);
                let by: Vec<String> = promise
                    .by
                    .pending()
                    .filter_map(|offer| offer.value)
                    .map(|by: PartialDate| self.written(by))
                    .collect();
                let who = words(&promise.who).join(" / ");
                let line = match by.is_empty() {
                    true => self.words.say("promise-no-date", &[("who", Arg::Text(&who))]),
                    false => {
                        let by = by.join(" / ");
                        self.words.say("promise-by", &[("who", Arg::Text(&who)), ("date", Arg::Text(&by))])
                    }
                };
                words(&promise.what).into_iter().chain([line]).collect()
            }
            Kind::Thought => words(&Thought::read(id, entity).words),
            _ => {
                let offered = self.guest_ops(kind, id);
                let of_words =
                    |slot: Slot| plan::field_of(slot).filter(|field| field.holds == crate::plan::Type::Words);
                let lines = offered.iter().filter_map(|(slot, op)| Some((of_words(*slot)?, op.value()?)));
                lines.map(|(field, value)| super::view::value_in_words(self.words, value, &field)).collect()
            }
        }
    }
}

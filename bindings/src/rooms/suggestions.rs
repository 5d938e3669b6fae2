//! What waits for the person to say.

use crate::Plan;
use crate::answer::{entity, kind as named, op};
use crate::cross::{Cross, views};
use crate::error::HearthError;
use hearth_core::companion;
use hearth_core::plan::Kind;

/// Something that waits for the person to say.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct SuggestionView {
    /// Names it, to accept or decline.
    pub id: String,
    /// The kind of entry it is for.
    pub kind: String,
    /// Which one.
    pub entry: String,
    /// The field's name in the table; the first one's, where it is a whole entry.
    pub field: String,
    /// What is offered, in words; a line for each field where somebody suggests adding an entry.
    pub offered: String,
    /// What stands now, in words; "" where nothing does.
    pub stands: String,
    /// "NAME suggested a change, DATE".
    pub line: String,
    /// The words have changed since they were read by whoever suggested this.
    pub base_changed: bool,
    /// Accepting asks a second time.
    pub asks_again: bool,
}

impl Cross<SuggestionView> for companion::SuggestionView {
    fn cross(self) -> SuggestionView {
        let companion::SuggestionView {
            id,
            slot,
            slots: _,
            field,
            offered,
            stands,
            line,
            base_changed,
            asks_again,
        } = self;
        SuggestionView {
            id: id.cross(),
            kind: Kind::from_number(slot.kind).map(Kind::name).unwrap_or_default().to_owned(),
            entry: slot.entity.cross(),
            field: field.to_owned(),
            offered,
            stands,
            line,
            base_changed,
            asks_again,
        }
    }
}

views! {
    /// An entry that somebody wrote on the person's phone, and that waits.
    GuestView from companion::GuestView {
        /// The kind of entry.
        kind: String,
        /// Which one.
        id: String,
        /// Their words, in reading order.
        lines: Vec<String>,
        /// "Written by NAME, ROLE, on my phone, today".
        who: String,
    }
}

#[uniffi::export]
impl Plan {
    /// Everything that waits, field by field; an entry that somebody suggests adding is one. There is
    /// no accept-all.
    pub fn suggestions(&self) -> Result<Vec<SuggestionView>, HearthError> {
        self.draw(|companion| Ok(companion.suggestions()))
    }

    /// Takes the words offered into the plan. `AskAgain` where people act on them
    /// when the person is unwell: ask a second time, then with `sure`.
    pub fn accept(&self, suggestion: &str, sure: bool) -> Result<(), HearthError> {
        self.ask(|companion| companion.accept(op(suggestion)?, sure))
    }

    /// Leaves the words as they are.
    pub fn decline(&self, suggestion: &str) -> Result<(), HearthError> {
        self.ask(|companion| companion.decline(op(suggestion)?))
    }

    /// Takes an acceptance back: the words that stood before stand again. An entry that was accepted
    /// whole waits whole.
    pub fn undo_accept(&self, suggestion: &str) -> Result<(), HearthError> {
        self.ask(|companion| companion.undo_accept(op(suggestion)?))
    }

    /// Whole entries that somebody wrote when they were handed the phone: each is
    /// one thing to say yes or no to.
    pub fn guests(&self) -> Result<Vec<GuestView>, HearthError> {
        self.draw(|companion| Ok(companion.guests()))
    }

    /// Takes an entry that a guest wrote into the plan, all in one. `AskAgain`
    /// where people act on it when the person is unwell.
    pub fn accept_guest(&self, kind: &str, id: &str, sure: bool) -> Result<(), HearthError> {
        self.ask(|companion| companion.accept_guest(named(kind)?, entity(id)?, sure))
    }

    /// Leaves an entry that a guest wrote out of the plan. It is in History.
    pub fn decline_guest(&self, kind: &str, id: &str) -> Result<(), HearthError> {
        self.ask(|companion| companion.decline_guest(named(kind)?, entity(id)?))
    }
}

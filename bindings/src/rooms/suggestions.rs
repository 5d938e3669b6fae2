//! What waits for the person to say.

use crate::Plan;
use crate::answer::op;
use crate::cross::Cross;
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
    /// The field's name in the table.
    pub field: String,
    /// What is offered, in words.
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
        let companion::SuggestionView { id, slot, field, offered, stands, line, base_changed, asks_again } =
            self;
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

#[uniffi::export]
impl Plan {
    /// Everything that waits, field by field. There is no accept-all.
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

    /// Takes an acceptance back: the words that stood before stand again.
    pub fn undo_accept(&self, suggestion: &str) -> Result<(), HearthError> {
        self.ask(|companion| companion.undo_accept(op(suggestion)?))
    }
}

//! The emergency card as the person arranges it.

use crate::Plan;
use crate::cross::views;
use crate::entry::EntryView;
use crate::error::HearthError;
use crate::field::FieldView;
use hearth_core::companion;

views! {
    /// The choices of the card, ready to draw.
    CardChoicesView from companion::CardChoicesView {
        /// The card itself: whether name, day of birth, photo and how to talk with me
        /// are shown, the words for when I am very unwell, when medicines were checked.
        card: EntryView,
        /// What may stand on it, in the order it is drawn there.
        groups: Vec<CardGroup>,
        /// "Life at risk? 999 ...": always on it.
        safety: String,
        /// "Not an instruction: find the original.": always on it.
        not_an_instruction: String,
    }

    /// Choices under one heading.
    CardGroup from companion::CardGroup {
        /// The heading on the card: "Allergies".
        heading: String,
        /// What kind they are.
        kind: String,
        /// The field that switches one on: `on_card`, or `unwell.at_hand` of a plan.
        switch: String,
        /// One for each entry, on or off.
        choices: Vec<CardChoice>,
    }

    /// One entry that may stand on the card.
    CardChoice from companion::CardChoice {
        /// Names it.
        id: String,
        /// In words.
        said: FieldView,
        /// It stands on the card.
        on: bool,
        /// Only me: it does not stand on the card, even switched on.
        only_me: bool,
        /// What must be said of it: suggestions, two versions, removed here and
        /// changed there.
        notes: Vec<String>,
    }
}

#[uniffi::export]
impl Plan {
    /// What stands on the card and what may. A line is switched by writing the
    /// field that its group names.
    pub fn card_choices(&self) -> Result<CardChoicesView, HearthError> {
        self.draw(|companion| Ok(companion.card_choices()))
    }

    /// Keeps the photo for the card: a JPEG of at most 64 KiB, the right way up.
    /// It is on the card while `card.show_photo` is on.
    pub fn set_card_photo(&self, jpeg: &[u8]) -> Result<(), HearthError> {
        self.ask(|companion| companion.set_card_photo(jpeg))
    }

    /// Makes the card file afresh where it is missing, does not open or is behind.
    pub fn refresh_card(&self) -> Result<(), HearthError> {
        self.ask(|companion| companion.refresh_card())
    }
}

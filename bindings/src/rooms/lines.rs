//! Any entry as one line: what is "only me", what a practice did not take.

use crate::Plan;
use crate::answer::{entity, kind};
use crate::cross::views;
use crate::error::HearthError;
use hearth_core::companion;

views! {
    /// An entry as one line.
    EntryLine from companion::EntryLine {
        /// Its kind's name in the table.
        kind: String,
        /// Names it.
        id: String,
        /// What sort of thing it is: "Goal".
        heading: String,
        /// The first words in it, in every version that stands; none where it has none.
        words: Vec<String>,
        /// It is marked "only me" itself.
        only_me: bool,
    }
}

#[uniffi::export]
impl Plan {
    /// Everything in the plan that can be marked "only me" by itself, as lines.
    pub fn lines(&self) -> Result<Vec<EntryLine>, HearthError> {
        self.draw(|companion| Ok(companion.lines()))
    }

    /// One entry as a line.
    pub fn line(&self, kind_name: &str, id: &str) -> Result<EntryLine, HearthError> {
        self.draw(|companion| companion.line(kind(kind_name)?, entity(id)?))
    }
}

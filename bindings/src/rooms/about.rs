//! About me.

use crate::Plan;
use crate::cross::views;
use crate::error::HearthError;
use crate::field::FieldView;
use hearth_core::companion;

views! {
    /// One heading of About me.
    Room from companion::Room {
        /// The field, for writing.
        field: String,
        /// Its heading: "What is most important to me".
        heading: String,
        /// What the person wrote.
        said: FieldView,
    }

    /// About me, ready to draw.
    AboutView from companion::AboutView {
        /// The headings, in PRSB's order.
        rooms: Vec<Room>,
        /// The date it was written, and who helped.
        on: FieldView,
        /// Who helped write it.
        helped_by: FieldView,
    }
}

#[uniffi::export]
impl Plan {
    /// About me.
    pub fn about(&self) -> Result<AboutView, HearthError> {
        self.draw(|companion| Ok(companion.about()))
    }
}

//! People, who may write for the person, and what carers need themselves.

use crate::Plan;
use crate::Writer;
use crate::answer::entity;
use crate::cross::views;
use crate::error::HearthError;
use crate::field::FieldView;
use hearth_core::companion;

views! {
    /// Somebody, ready to draw.
    PersonView from companion::PersonView {
        /// Names them.
        id: String,
        /// Their name.
        name: FieldView,
        /// Who they are to the person.
        relation: FieldView,
        /// Their role.
        role: FieldView,
        /// Their number.
        number: FieldView,
        /// They are the key worker.
        key_worker: bool,
        /// They are on the emergency card.
        on_card: bool,
        /// By what they may write for the person.
        authority: Vec<AuthorityView>,
        /// Removed on one phone and changed on another: to be settled.
        unsettled: Option<String>,
    }

    /// An authority to write for the person.
    AuthorityView from companion::AuthorityView {
        /// Names it.
        id: String,
        /// By what.
        by: FieldView,
        /// Who saw the document.
        seen_by: FieldView,
        /// It has ended.
        ended: bool,
    }
}

views! {
    /// What one carer needs, ready to draw.
    CarerView from companion::CarerView {
        /// Who, in People; none where it is not said whose needs these are.
        person: Option<String>,
        /// "What Sam needs".
        heading: String,
        /// What they need.
        needs: Vec<CarerNeedView>,
    }

    /// One need.
    CarerNeedView from companion::CarerNeedView {
        /// Names it.
        id: String,
        /// In their words.
        words: FieldView,
        /// The support they asked for.
        asked: FieldView,
        /// The day they said so.
        on: FieldView,
        /// What must be said of it.
        notes: Vec<String>,
        /// Only me.
        only_me: bool,
    }
}

#[uniffi::export]
impl Plan {
    /// Everybody, in the order of the list.
    pub fn people(&self) -> Result<Vec<PersonView>, HearthError> {
        self.draw(|companion| Ok(companion.people()))
    }

    /// Those who care for the person, each with what they need themselves.
    pub fn carers(&self) -> Result<Vec<CarerView>, HearthError> {
        self.draw(|companion| Ok(companion.carers()))
    }

    /// Notes what a carer needs, and what they asked for.
    pub fn add_carer_need(
        &self,
        whose: &str,
        words: &str,
        asked: Option<String>,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| companion.add_carer_need(entity(whose)?, words, asked.as_deref(), &by.core()?))
    }
}

//! Goals, what exactly to do, how it went, and that something was agreed.

use crate::Plan;
use crate::Writer;
use crate::answer::{entity, kind};
use crate::cross::views;
use crate::error::HearthError;
use crate::field::FieldView;
use hearth_core::companion;

views! {
    /// A goal, ready to draw.
    GoalView from companion::GoalView {
        /// Names it.
        id: String,
        /// In the person's words.
        words: FieldView,
        /// How important: "9", or not answered.
        importance: FieldView,
        /// "Important 9 of 10", or "not answered".
        importance_line: String,
        /// How it stands.
        status: FieldView,
        /// Kept at the top.
        pinned: bool,
        /// Only me.
        only_me: bool,
        /// Removed on one phone and changed on another: to be settled.
        unsettled: Option<String>,
        /// What exactly.
        actions: Vec<ActionView>,
        /// Who agreed to it.
        agreements: Vec<AgreementView>,
    }

    /// An action, ready to draw.
    ActionView from companion::ActionView {
        /// Names it.
        id: String,
        /// What exactly am I going to do.
        what: FieldView,
        /// What might stop me.
        barrier: FieldView,
        /// What I can do about it.
        strategy: FieldView,
        /// How confident: "6", or not answered.
        confidence: FieldView,
        /// "Confident 6 of 10", or "not answered".
        confidence_line: String,
        /// "What would make it a 7?", where every answer that stands is below 7.
        ask: Option<String>,
        /// What would make it a 7, once answered.
        would_help: FieldView,
        /// How it went, oldest first.
        check_ins: Vec<CheckInView>,
    }

    /// One check-in.
    CheckInView from companion::CheckInView {
        /// Names it.
        id: String,
        /// How it went.
        went: FieldView,
        /// How confident then: 1..=10, or none where it was not answered.
        confidence: Option<u8>,
        /// When, in words.
        at: String,
    }
}

views! {
    /// An agreement and whether it still holds.
    AgreementView from companion::AgreementView {
        /// Names it.
        id: String,
        /// "Agreed with NAME, DATE, as recorded by the patient", or
        /// "Changed since agreed with NAME, DATE".
        line: String,
        /// Some words have changed since.
        changed: bool,
        /// The versions that were agreed and no longer stand: one touch away.
        agreed_words: Vec<String>,
    }
}

#[uniffi::export]
impl Plan {
    /// Every goal: pinned first, then by place.
    pub fn goals(&self) -> Result<Vec<GoalView>, HearthError> {
        self.draw(|companion| Ok(companion.goals()))
    }

    /// One goal.
    pub fn goal(&self, id: &str) -> Result<GoalView, HearthError> {
        self.draw(|companion| companion.goal(entity(id)?))
    }

    /// Notes how an action went. Both answers may be left empty.
    pub fn check_in(
        &self,
        action: &str,
        went: Option<String>,
        confidence: Option<i64>,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| companion.check_in(entity(action)?, went.as_deref(), confidence, &by.core()?))
    }

    /// Records that an entry, with all in it, was agreed: exactly what stands now.
    /// Any change after shows. `on`: `2026-10-14`.
    pub fn agree(
        &self,
        of: &str,
        id: &str,
        with: &str,
        role: &str,
        on: &str,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| companion.agree(kind(of)?, entity(id)?, with, role, on, &by.core()?))
    }
}

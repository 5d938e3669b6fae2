//! When I'm unwell.

use super::AgreementView;
use crate::Plan;
use crate::Writer;
use crate::answer::{entities, entity};
use crate::cross::views;
use crate::error::HearthError;
use crate::field::FieldView;
use hearth_core::companion;

views! {
    /// A sign, a step, a way of coping, a thing kept.
    PartView from companion::PartView {
        /// Names it.
        id: String,
        /// In the person's words.
        words: FieldView,
        /// Where it is kept, for a thing kept.
        place: FieldView,
        /// Every zone it was put in; more than one where two phones disagree.
        zones: Vec<String>,
        /// What must be said of it before it is followed.
        notes: Vec<String>,
    }

    /// One zone of a plan: colour, word and shape together.
    ZoneView from companion::ZoneView {
        /// `green`, `amber`, `red` or `any`.
        zone: String,
        /// "Amber: getting worse".
        heading: String,
        /// `circle`, `triangle`, `hexagon`, or "" for any.
        shape: String,
        /// My own signs.
        signs: Vec<PartView>,
        /// My own steps, in order.
        steps: Vec<PartView>,
    }

    /// Somebody to call.
    ContactView from companion::ContactView {
        /// Names them.
        id: String,
        /// Their name.
        name: String,
        /// Who they are.
        relation: String,
        /// Their number, every version that stands.
        numbers: Vec<String>,
        /// What must be said of them.
        notes: Vec<String>,
    }

    /// A plan for when the person is unwell, ready to draw.
    UnwellView from companion::UnwellView {
        /// Names it.
        id: String,
        /// "When my breathing gets worse".
        name: FieldView,
        /// The zones that have anything in them.
        zones: Vec<ZoneView>,
        /// Two orders of steps, signs or contacts wait to be settled.
        order_note: Option<String>,
        /// Whom to call, in order.
        call: Vec<ContactView>,
        /// What helps me cope.
        coping: Vec<PartView>,
        /// Medicines and things kept, and where.
        kept: Vec<PartView>,
        /// Who agreed to it, and whether it changed since.
        agreements: Vec<AgreementView>,
        /// "Life at risk? 999 ...": always drawn.
        safety: String,
        /// What others suggest adding to it (a sign, a step), as lines.
        suggested: Vec<String>,
        /// Removed on one phone and changed on another: to be settled.
        unsettled: Option<String>,
        /// When it was used, newest first.
        used: Vec<UseView>,
    }

    /// One time a plan was used.
    UseView from companion::UseView {
        /// Names it.
        id: String,
        /// When, in words.
        at: String,
        /// The signs there were, in words.
        signs: Vec<String>,
        /// The steps that were done, in words.
        steps: Vec<String>,
        /// How it ended.
        outcome: FieldView,
    }
}

#[uniffi::export]
impl Plan {
    /// Every plan for when the person is unwell.
    pub fn unwell_plans(&self) -> Result<Vec<UnwellView>, HearthError> {
        self.draw(|companion| Ok(companion.unwell_plans()))
    }

    /// One plan.
    pub fn unwell(&self, id: &str) -> Result<UnwellView, HearthError> {
        self.draw(|companion| companion.unwell(entity(id)?))
    }

    /// Notes that a plan was used. Returns what to say at once: "Saved here. Nobody
    /// has been alerted."
    pub fn note_use(
        &self,
        plan: &str,
        signs: Vec<String>,
        steps: Vec<String>,
        outcome: Option<String>,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.ask(|companion| {
            let (signs, steps) = (entities(&signs)?, entities(&steps)?);
            companion.note_use(entity(plan)?, signs, steps, outcome.as_deref(), &by.core()?)
        })
    }
}

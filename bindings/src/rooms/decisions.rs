//! Decisions.

use crate::Plan;
use crate::Writer;
use crate::answer::entity;
use crate::cross::views;
use crate::error::HearthError;
use crate::field::FieldView;
use hearth_core::companion;

views! {
    /// A choice to make, ready to draw.
    DecisionView from companion::DecisionView {
        /// Names it.
        id: String,
        /// The choice, in the person's words.
        what: FieldView,
        /// "Not decided yet", "Decided 3 October", "Not now"; both where two answers
        /// stand.
        state: String,
        /// One answer stands: decided, or not now.
        settled: bool,
        /// What was decided, in words; the option's own where it is one of them.
        chosen: FieldView,
        /// Why.
        why: FieldView,
        /// Who was with me.
        with: FieldView,
        /// What the choice is between.
        options: Vec<OptionView>,
        /// Two answers stand, or two options are chosen: check first.
        notes: Vec<String>,
        /// Only me.
        only_me: bool,
        /// Removed on one phone and changed on another: to be settled.
        unsettled: Option<String>,
    }

    /// One of the things a choice is between.
    OptionView from companion::OptionView {
        /// Names it.
        id: String,
        /// What it is.
        words: FieldView,
        /// Treatment, care or support.
        sort: FieldView,
        /// It was decided on.
        chosen: bool,
        /// What matters to the person about it, in the order it was written.
        matters: Vec<ConsiderationView>,
        /// Removed on one phone and changed on another: to be settled.
        unsettled: Option<String>,
    }

    /// What matters about an option.
    ConsiderationView from companion::ConsiderationView {
        /// Names it.
        id: String,
        /// For it, against it, or neither.
        side: FieldView,
        /// In the person's words.
        words: FieldView,
        /// Removed on one phone and changed on another: to be settled.
        unsettled: Option<String>,
    }
}

/// An answer to a choice.
#[derive(Clone, Debug, PartialEq, uniffi::Enum)]
pub enum Decided {
    /// One of its options.
    Option {
        /// Names it.
        id: String,
    },
    /// Something in words.
    Words {
        /// The words.
        text: String,
    },
    /// Not now.
    NotNow,
}

#[uniffi::export]
impl Plan {
    /// Every decision: those that wait first.
    pub fn decisions(&self) -> Result<Vec<DecisionView>, HearthError> {
        self.draw(|companion| Ok(companion.decisions()))
    }

    /// One decision.
    pub fn decision(&self, id: &str) -> Result<DecisionView, HearthError> {
        self.draw(|companion| companion.decision(entity(id)?))
    }

    /// Adds something that a choice is between. `sort`: `treatment`, `care` or
    /// `support`, where it was said.
    pub fn add_option(
        &self,
        decision: &str,
        words: &str,
        sort: Option<String>,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| companion.add_option(entity(decision)?, words, sort.as_deref(), &by.core()?))
    }

    /// Notes what matters about an option. `side`: `for`, `against` or `neither`,
    /// where it was said.
    pub fn weigh(
        &self,
        option: &str,
        side: Option<String>,
        words: &str,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| companion.weigh(entity(option)?, side.as_deref(), words, &by.core()?))
    }

    /// Notes what was decided today, or that it is not now.
    pub fn decide(
        &self,
        decision: &str,
        decided: Decided,
        why: Option<String>,
        with: Option<String>,
        by: Writer,
    ) -> Result<(), HearthError> {
        self.ask(|companion| {
            let decided = match decided {
                Decided::Option { id } => companion::Decided::Option(entity(&id)?),
                Decided::Words { text } => companion::Decided::Words(text),
                Decided::NotNow => companion::Decided::NotNow,
            };
            let (why, with) = (why.as_deref(), with.as_deref());
            companion.decide(entity(decision)?, &decided, why, with, &by.core()?)
        })
    }
}

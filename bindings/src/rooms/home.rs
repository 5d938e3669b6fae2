//! Today, and how the plan was found.

use super::{DueView, PromiseView};
use crate::Plan;
use crate::cross::views;
use crate::error::HearthError;
use hearth_core::companion;

views! {
    /// One goal on the first screen.
    GoalLine from companion::GoalLine {
        /// Names it.
        id: String,
        /// In the person's words; every version that stands.
        words: Vec<String>,
        /// 1..=10, or none where it was not answered or two answers stand.
        importance: Option<u8>,
    }

    /// The first screen.
    HomeView from companion::HomeView {
        /// What to call the person.
        call_me: String,
        /// The goals, pinned first.
        goals: Vec<GoalLine>,
        /// Promises that are late.
        late: Vec<PromiseView>,
        /// What is to be looked at again today, or was to be.
        due: Vec<DueView>,
        /// A prompt at 16, where a parent writes for the person.
        hand_over: Option<String>,
        /// How many suggestions wait.
        suggestions: u32,
        /// How many fields have two versions that wait to be settled.
        unsettled: u32,
        /// What must be told of how the store was found.
        notices: Vec<String>,
    }
}

#[uniffi::export]
impl Plan {
    /// The first screen.
    pub fn home(&self) -> Result<HomeView, HearthError> {
        self.draw(|companion| Ok(companion.home()))
    }
}

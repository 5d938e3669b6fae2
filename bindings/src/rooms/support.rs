//! Promises, reviews and support.

use crate::Plan;
use crate::Writer;
use crate::answer::{entity, maybe};
use crate::cross::views;
use crate::error::HearthError;
use crate::field::FieldView;
use hearth_core::companion;

views! {
    /// A promise, ready to draw.
    PromiseView from companion::PromiseView {
        /// Names it.
        id: String,
        /// What.
        what: FieldView,
        /// "The key worker, by 2 November".
        who_by: String,
        /// "20 days late", "promised", "done", "asked for, not available".
        state: String,
        /// How many days late, where it is.
        late_days: Option<i64>,
        /// Nobody has said yet that it is done, or that it will not be.
        open: bool,
        /// It is the person's own promise.
        mine: bool,
        /// Only me.
        only_me: bool,
    }
}

views! {
    /// A review, ready to draw.
    ReviewView from companion::ReviewView {
        /// Names it.
        id: String,
        /// "My medicines", or the person's own name for it.
        name: String,
        /// When it is, that it is today, or that it was to be by a date.
        line: String,
        /// How many days late, where it is.
        late_days: Option<i64>,
        /// The next date as written.
        next: FieldView,
        /// How often, as written.
        interval: FieldView,
        /// Who is responsible; "" where nobody is written.
        who: String,
        /// When it was last done.
        done: FieldView,
        /// Worth knowing.
        note: FieldView,
        /// What must be said of it.
        notes: Vec<String>,
        /// Only me.
        only_me: bool,
    }

    /// Something anywhere in the plan whose day to be looked at again has come or gone.
    DueView from companion::DueView {
        /// What kind of entry.
        kind: String,
        /// Which one.
        id: String,
        /// "My medicines", "When I’m unwell: breathing".
        name: String,
        /// "It was to be looked at again by 3 October. You could ask Sam for a new date."
        line: String,
        /// How many days late; 0 on the day itself.
        late_days: i64,
    }
}

views! {
    /// Support, ready to draw.
    SupportView from companion::SupportView {
        /// What may help: to manage by oneself, and when more help is needed.
        menu: Vec<MenuGroup>,
        /// What there is near me.
        near_me: Vec<SupportEntryView>,
        /// "Noted here. Nobody has been told.": always drawn over what I asked for.
        not_sent: String,
        /// What I asked for, newest first.
        asked_for: Vec<RequestView>,
        /// Personal health budgets.
        budgets: Vec<BudgetView>,
    }

    /// One part of the menu.
    MenuGroup from companion::MenuGroup {
        /// "To manage by myself".
        heading: String,
        /// What is in it.
        items: Vec<MenuItem>,
    }

    /// One thing on the menu.
    MenuItem from companion::MenuItem {
        /// Its name for ever, to ask for it: one of the menu.
        id: String,
        /// What it is called.
        name: String,
        /// What it is, in one sentence.
        about: String,
    }

    /// Support near me.
    SupportEntryView from companion::SupportEntryView {
        /// Names it.
        id: String,
        /// Its name.
        name: FieldView,
        /// What it is.
        about: FieldView,
        /// How to reach it.
        contact: FieldView,
        /// Only me.
        only_me: bool,
        /// Removed on one phone and changed on another: to be settled.
        unsettled: Option<String>,
    }

    /// Support that was asked for.
    RequestView from companion::RequestView {
        /// Names it.
        id: String,
        /// What, in words: the person's own before the menu's.
        what: String,
        /// "Asked of the link worker, 3 October".
        asked: String,
        /// How it stands; "asked for, not available".
        state: FieldView,
        /// The promise that was made of it, where there is one.
        promise: Option<PromiseView>,
        /// What came of it.
        note: FieldView,
        /// What must be said of it.
        notes: Vec<String>,
        /// Only me, itself or by its promise.
        only_me: bool,
    }

    /// A personal health budget, noted.
    BudgetView from companion::BudgetView {
        /// Names it.
        id: String,
        /// The amount, as written.
        amount: FieldView,
        /// What it is for.
        for_what: FieldView,
        /// When to look at it again.
        review: FieldView,
        /// Who looks at it again with me.
        review_by: FieldView,
        /// What must be said of it.
        notes: Vec<String>,
        /// Only me.
        only_me: bool,
    }
}

/// Something to ask for.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct Asked {
    /// What of the menu, by its id.
    pub item: Option<String>,
    /// What of the support near me.
    pub entry: Option<String>,
    /// What, in one's own words.
    pub words: Option<String>,
    /// Of whom.
    pub of: Option<String>,
}

/// A review to keep.
#[derive(Clone, Debug, PartialEq, uniffi::Record)]
pub struct NewReview {
    /// One of the choices of `review.sort`; "" where it was not said.
    pub sort: String,
    /// The person's own name for it.
    pub name: Option<String>,
    /// The next date: `2026`, `2026-10` or `2026-10-03`.
    pub next: Option<String>,
    /// How often, in words.
    pub interval: Option<String>,
    /// Who is responsible, in words.
    pub who: Option<String>,
    /// Who is responsible, if they are in People.
    pub person: Option<String>,
}

#[uniffi::export]
impl Plan {
    /// Every promise: late ones first, then by the day they are due.
    pub fn promises(&self) -> Result<Vec<PromiseView>, HearthError> {
        self.draw(|companion| Ok(companion.promises()))
    }

    /// Every review: late ones first.
    pub fn reviews(&self) -> Result<Vec<ReviewView>, HearthError> {
        self.draw(|companion| Ok(companion.reviews()))
    }

    /// Keeps a review.
    pub fn add_review(&self, review: NewReview, by: Writer) -> Result<String, HearthError> {
        self.draw(|companion| {
            let NewReview { sort, name, next, interval, who, person } = review;
            let person = maybe(person.as_ref())?;
            let review = companion::NewReview { sort, name, next, interval, who, person };
            companion.add_review(&review, &by.core()?)
        })
    }

    /// Notes that a review was done, and its next date where one was agreed.
    pub fn review_done(
        &self,
        review: &str,
        on: &str,
        next: Option<String>,
        by: Writer,
    ) -> Result<(), HearthError> {
        self.ask(|companion| companion.review_done(entity(review)?, on, next.as_deref(), &by.core()?))
    }

    /// Support: the menu, what there is near me, what I asked for, budgets.
    pub fn support(&self) -> Result<SupportView, HearthError> {
        self.draw(|companion| Ok(companion.support()))
    }

    /// Notes that support was asked for today. It is only noted: nothing is sent.
    pub fn ask_for(&self, asked: Asked, by: Writer) -> Result<String, HearthError> {
        self.draw(|companion| {
            let Asked { item, entry, words, of } = asked;
            let asked = companion::Asked { item, entry: maybe(entry.as_ref())?, words, of };
            companion.ask_for(&asked, &by.core()?)
        })
    }

    /// Notes that somebody promised what was asked for.
    pub fn promised(
        &self,
        request: &str,
        who_said: &str,
        by_when: Option<String>,
        by: Writer,
    ) -> Result<String, HearthError> {
        self.draw(|companion| companion.promised(entity(request)?, who_said, by_when.as_deref(), &by.core()?))
    }
}

//! The companion: the one object the shells hold. One call draws a screen, one
//! call carries out an intention; what comes back is flat and ready to draw.
//! Everything it says is in the person's language, and everything it keeps is
//! on the disk when it says `Ok`.

mod about;
mod agree;
mod ahead;
mod attach;
mod backup;
mod card;
mod card_beside;
mod card_choices;
mod card_lines;
mod carers;
mod decide;
mod decisions;
mod document;
mod doors;
mod entry;
mod export;
mod following;
mod goals;
mod guests;
mod home;
mod import;
mod life;
mod lines;
mod mail;
mod over_time;
mod papers;
mod people;
mod phones;
mod photo;
mod platform;
mod practice;
mod promises;
mod prsb;
mod readings;
mod result_words;
mod results;
mod reviews;
mod shares;
mod support;
mod trouble;
mod unwell;
mod view;
mod visits;
mod who;
mod whole;
mod write;

pub use about::{AboutView, Room};
pub use agree::AgreementView;
pub use ahead::{AheadView, CopyView, FormView, NewCopy, PreferenceView};
pub use attach::BesideView;
pub use backup::BackupView;
pub use card::{CARD_KEY_FILE, card_key, card_secret};
pub use card_choices::{CardChoice, CardChoicesView, CardGroup};
pub use carers::{CarerNeedView, CarerView};
pub use decide::SuggestionView;
pub use decisions::{ConsiderationView, Decided, DecisionView, OptionView};
pub use entry::{ChoiceView, EntryField, EntryView};
pub use export::{Export, LeftOut};
pub use following::{
    FollowGiven, FollowedCall, FollowedCard, FollowedEntry, FollowedView, FollowingView, MAX_FOLLOWED,
    Suggested,
};
pub use goals::{ActionView, CheckInView, GoalView};
pub use guests::GuestView;
pub use home::{GoalLine, HomeView};
pub use lines::EntryLine;
pub use mail::{InvitationView, Joining, MailView, OtherPhoneView, PairingView, PairingsView};
pub use over_time::{GapView, LineView, MomentView, OverTime, OverTimeView, PointView};
pub use papers::PaperKind;
pub use people::{AuthorityView, PersonView};
pub use phones::{PhoneView, TakenView};
pub use platform::{Clock, Folders, Outside, Platform, SystemClock};
pub use practice::{PaperView, PracticeView, ResourceView, Standing, SyncView, UnlinkedView};
pub use promises::PromiseView;
pub use prsb::{PrsbExport, PrsbImport, PrsbNote};
pub use readings::{NewReading, ReadingView, units_offered};
pub use results::ResultView;
pub use reviews::{DueView, NewReview, ReviewView};
pub use shares::{
    LookView, ShareChoice, SharePreview, ShareSection, ShareStanding, ShareView, SharedSection, SharesView,
    VisitCode,
};
pub use support::{Asked, BudgetView, MenuGroup, MenuItem, RequestView, SupportEntryView, SupportView};
pub use trouble::Trouble;
pub use unwell::{ContactView, PartView, UnwellView, UseView, ZoneView};
pub use view::{FieldView, HistoryLine, OfferView, OriginalView, VersionView};
pub use visits::{
    AgendaItem, AnswerKind, Answered, LoadedSheet, MAX_SUMMARY, MoodAnswer, MoodLine, MoodView, PromptView,
    QuestionView, STAGES, SheetLine, SheetResultView, StageView, StepView, SummaryView, ThoughtView,
    VisitAgreement, VisitLine, VisitView,
};
pub use write::{Place, Writer};

use crate::record::Slot;
use crate::store::Ledger;
use crate::words::{Language, Words};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A person's plan, open.
pub struct Companion {
    ledger: Mutex<Ledger>,
    card: card::CardMaker,
    platform: Platform,
    words: Words,
    observers: Mutex<Vec<Arc<dyn Observer>>>,
    /// When the practice last had nothing to tell.
    checked: Mutex<Option<i64>>,
    /// One pass over the mailbox at a time.
    passes: mail::Passes,
}

/// Told what changed, after it is on the disk. Called on the thread that wrote,
/// with nothing locked: it may ask the companion anything.
pub trait Observer: Send + Sync {
    /// These fields changed.
    fn changed(&self, fields: &[Slot]);
}

impl Companion {
    /// The ledger, even if a thread died while it held it: every change to it is
    /// whole on the disk or taken back, so what it holds is still true.
    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells `observer` of every change from now on.
    pub fn watch(&self, observer: Arc<dyn Observer>) {
        self.observers.lock().unwrap_or_else(PoisonError::into_inner).push(observer);
    }

    fn tell(&self, fields: &[Slot]) {
        let observers = self.observers.lock().unwrap_or_else(PoisonError::into_inner).clone();
        observers.iter().for_each(|observer| observer.changed(fields));
    }

    /// From now on Hearth speaks another language, and the card is in it.
    ///
    /// # Errors
    /// Where the card could not be made, which is then in the old language until
    /// the plan is next opened; all else is in the new one.
    pub fn speak(&self, language: Language) -> Result<(), Trouble> {
        {
            // A screen is drawn with this lock held, so in one language.
            let _drawing = self.ledger();
            self.words.switch(language);
        }
        self.refresh_card()
    }

    /// What Hearth says, in the person's language.
    pub fn words(&self) -> &Words {
        &self.words
    }
}

#[cfg(test)]
mod tests;

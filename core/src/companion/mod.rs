//! The companion: the one object the shells hold. One call draws a screen, one
//! call carries out an intention; what comes back is flat and ready to draw.
//! Everything it says is in the person's language, and everything it keeps is
//! on the disk when it says `Ok`.

mod about;
mod agree;
mod card;
mod decide;
mod doors;
mod export;
mod goals;
mod home;
mod import;
mod life;
mod people;
mod platform;
mod promises;
mod results;
mod trouble;
mod unwell;
mod view;
mod who;
mod write;

pub use about::{AboutView, Room};
pub use agree::AgreementView;
pub use card::{CARD_KEY_FILE, card_key};
pub use decide::SuggestionView;
pub use export::{Export, LeftOut};
pub use goals::{ActionView, CheckInView, GoalView};
pub use home::HomeView;
pub use people::{AuthorityView, PersonView};
pub use platform::{Clock, Folders, Platform, SystemClock};
pub use promises::PromiseView;
pub use results::ResultView;
pub use trouble::Trouble;
pub use unwell::{ContactView, PartView, UnwellView, UseView, ZoneView};
pub use view::{FieldView, HistoryLine, OfferView, OriginalView, VersionView};
pub use write::{Place, Writer};

use crate::store::Ledger;
use crate::words::Words;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A person's plan, open.
pub struct Companion {
    ledger: Mutex<Ledger>,
    card: card::CardMaker,
    platform: Platform,
    words: Words,
}

impl Companion {
    /// The ledger, even if a thread died while it held it: every change to it is
    /// whole on the disk or taken back, so what it holds is still true.
    fn ledger(&self) -> MutexGuard<'_, Ledger> {
        self.ledger.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What Hearth says, in the person's language.
    pub fn words(&self) -> &Words {
        &self.words
    }
}

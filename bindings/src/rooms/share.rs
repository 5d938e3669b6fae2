//! Sharing a part of the plan by a link: what would be shared, making it, and all that its owner does
//! with it after.

use crate::Plan;
use crate::answer::entity;
use crate::card::Code;
use crate::cross::{Cross, views};
use crate::error::HearthError;
use hearth_core::companion;

/// A section that can be shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum ShareSection {
    /// If I am found unwell.
    Emergency,
    /// About me.
    About,
    /// My goals and plan.
    Goals,
    /// Looking ahead.
    Ahead,
    /// People in my life and care.
    People,
    /// What I measured.
    Readings,
    /// What I answered before visits.
    Sheets,
}

impl ShareSection {
    fn core(self) -> companion::ShareSection {
        match self {
            ShareSection::Emergency => companion::ShareSection::Emergency,
            ShareSection::About => companion::ShareSection::About,
            ShareSection::Goals => companion::ShareSection::Goals,
            ShareSection::Ahead => companion::ShareSection::Ahead,
            ShareSection::People => companion::ShareSection::People,
            ShareSection::Readings => companion::ShareSection::Readings,
            ShareSection::Sheets => companion::ShareSection::Sheets,
        }
    }
}

impl Cross<ShareSection> for companion::ShareSection {
    fn cross(self) -> ShareSection {
        match self {
            companion::ShareSection::Emergency => ShareSection::Emergency,
            companion::ShareSection::About => ShareSection::About,
            companion::ShareSection::Goals => ShareSection::Goals,
            companion::ShareSection::Ahead => ShareSection::Ahead,
            companion::ShareSection::People => ShareSection::People,
            companion::ShareSection::Readings => ShareSection::Readings,
            companion::ShareSection::Sheets => ShareSection::Sheets,
        }
    }
}

/// A section with what it is called.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct NamedSection {
    /// Which.
    pub section: ShareSection,
    /// What it is called.
    pub title: String,
}

/// How a share stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum ShareStanding {
    /// It is made here, and its host does not have it yet.
    Waiting,
    /// Whoever has the link can open it.
    Open,
    /// Nobody can open it until it is resumed.
    Paused,
    /// To be paused; the host has not heard yet, and it can still be opened.
    NotYetPaused,
    /// Tried too often with a wrong passcode: it opens to nobody.
    Locked,
    /// It has ended by itself.
    Expired,
    /// Ended; the host has not heard yet, and it can still be opened.
    NotYetEnded,
    /// Ended, and the host knows.
    Ended,
    /// The host no longer has it.
    Gone,
}

impl Cross<ShareStanding> for companion::ShareStanding {
    fn cross(self) -> ShareStanding {
        match self {
            companion::ShareStanding::Waiting => ShareStanding::Waiting,
            companion::ShareStanding::Open => ShareStanding::Open,
            companion::ShareStanding::Paused => ShareStanding::Paused,
            companion::ShareStanding::NotYetPaused => ShareStanding::NotYetPaused,
            companion::ShareStanding::Locked => ShareStanding::Locked,
            companion::ShareStanding::Expired => ShareStanding::Expired,
            companion::ShareStanding::NotYetEnded => ShareStanding::NotYetEnded,
            companion::ShareStanding::Ended => ShareStanding::Ended,
            companion::ShareStanding::Gone => ShareStanding::Gone,
        }
    }
}

views! {
    /// What is to be shared, and how. Begin with [`Plan::share_offered`].
    ShareChoice from companion::ShareChoice {
        /// What the person calls it, up to 80 characters; whoever has the link reads it.
        label: String,
        /// Its sections.
        sections: Vec<ShareSection>,
        /// When it ends by itself: milliseconds since 1970.
        until: i64,
        /// Whether the host asks for a passcode.
        passcode: bool,
        /// Whether it is kept up to date; else it stays as it was previewed.
        kept_up: bool,
    }

    /// One section as whoever opens the link reads it.
    SharedSection from companion::SharedSection {
        /// Its title.
        title: String,
        /// Its lines.
        lines: Vec<String>,
    }

    /// A share before it is made: all of it is shown, and what cannot be undone.
    SharePreview from companion::SharePreview {
        /// What stands in front: who made it, what is not in it.
        front: Vec<String>,
        /// Everything that is in it.
        sections: Vec<SharedSection>,
        /// What cannot be undone once it is made: said before.
        cannot_be_undone: Vec<String>,
        /// When it would end by itself, in words.
        ends: String,
        /// How many bytes it has.
        bytes: u32,
        /// To be handed to [`Plan::share_make`].
        sum: String,
    }

    /// One look at a share.
    LookView from companion::LookView {
        /// When, and who they said they are: text, never markup.
        line: String,
    }

    /// One share.
    ShareView from companion::ShareView {
        /// Its entry.
        id: String,
        /// What it is called.
        label: String,
        /// How it stands.
        standing: ShareStanding,
        /// What to say of it, in order.
        lines: Vec<String>,
        /// That it ends soon; "" where it does not.
        warning: String,
        /// What its sections are called; none on a phone that did not make it.
        sections: Vec<String>,
        /// The link, on the phone that made it; its code is [`crate::card::text_as_code`] of it. It
        /// is a key: shown, and kept or logged nowhere.
        link: Option<String>,
        /// The passcode, there too.
        passcode: Option<String>,
        /// When it ends by itself: milliseconds since 1970.
        until: Option<i64>,
        /// Who looked, the newest first.
        looks: Vec<LookView>,
    }

    /// Everything that is shared.
    SharesView from companion::SharesView {
        /// The address of the host; "" where none is in use.
        host: String,
        /// The shares: what can be opened first.
        shares: Vec<ShareView>,
        /// How many can be opened now, as far as is known.
        open: u32,
    }
}

views! {
    /// What is shown at a visit.
    VisitCode from companion::VisitCode {
        /// The link behind the code; none where the code holds the card's words.
        share: Option<ShareView>,
        /// The squares of the code.
        code: Code,
        /// The passcode to read out, where there is one.
        passcode: Option<String>,
        /// That it needs no signal here, or that the host does not have it yet.
        lines: Vec<String>,
    }
}

impl ShareChoice {
    pub(super) fn core(self) -> companion::ShareChoice {
        let Self { label, sections, until, passcode, kept_up } = self;
        let sections = sections.into_iter().map(ShareSection::core).collect();
        companion::ShareChoice { label, sections, until, passcode, kept_up }
    }
}

#[uniffi::export]
impl Plan {
    /// What is shared, as this phone knows it. Asks nobody.
    pub fn shares(&self) -> Result<SharesView, HearthError> {
        self.draw(companion::Companion::shares)
    }

    /// One share. Asks nobody.
    pub fn share(&self, id: &str) -> Result<ShareView, HearthError> {
        self.draw(|companion| companion.share(entity(id)?))
    }

    /// Takes a share host into use: its address, and the token that whoever runs it gave. Asks the
    /// network: it may take 30 s.
    pub fn share_enrol(&self, address: &str, token: &str) -> Result<SharesView, HearthError> {
        self.draw(|companion| companion.share_enrol(address, token))
    }

    /// The sections that can be shared, in order.
    pub fn share_sections(&self) -> Result<Vec<NamedSection>, HearthError> {
        let named = |(section, title): (companion::ShareSection, String)| NamedSection {
            section: section.cross(),
            title,
        };
        self.ask(|companion| Ok(companion.share_sections().into_iter().map(named).collect()))
    }

    /// What is offered first; where `visit_ends` is said (milliseconds since 1970), for that visit.
    pub fn share_offered(&self, visit_ends: Option<i64>) -> Result<ShareChoice, HearthError> {
        self.draw(|companion| Ok(companion.share_offered(visit_ends)))
    }

    /// Just what would be shared. Asks nobody.
    pub fn share_preview(&self, choice: ShareChoice) -> Result<SharePreview, HearthError> {
        self.draw(|companion| companion.share_preview(&choice.core()))
    }

    /// Shares just what was previewed: `sum` is the preview's. Without signal it is made and waits.
    /// Asks the network: it may take 30 s.
    pub fn share_make(&self, choice: ShareChoice, sum: &str) -> Result<ShareView, HearthError> {
        self.draw(|companion| companion.share_make(&choice.core(), sum))
    }

    /// Makes the code of a visit, ahead and with signal, of just what was previewed; where there is no
    /// host, of the card's words. Asks the network: it may take 30 s.
    pub fn visit_code_make(&self, choice: ShareChoice, sum: &str) -> Result<VisitCode, HearthError> {
        self.draw(|companion| companion.visit_code_make(&choice.core(), sum))
    }

    /// The same for one visit, which finds it again by [`Plan::visit_code_made`].
    pub fn visit_code_make_for(
        &self,
        visit: &str,
        choice: ShareChoice,
        sum: &str,
    ) -> Result<VisitCode, HearthError> {
        self.draw(|companion| companion.visit_code_make_for(entity(visit)?, &choice.core(), sum))
    }

    /// The code that was made for a visit on this phone and is not over; none where there is none. Asks
    /// nobody: it needs no signal.
    pub fn visit_code_made(&self, visit: &str) -> Result<Option<VisitCode>, HearthError> {
        self.draw(|companion| companion.visit_code_made(entity(visit)?))
    }

    /// The code of a visit that was made before. Asks nobody: it needs no signal.
    pub fn visit_code(&self, id: &str) -> Result<VisitCode, HearthError> {
        self.draw(|companion| companion.visit_code(entity(id)?))
    }

    /// The card's words as a code, for a visit without host or signal.
    pub fn visit_code_of_card(&self) -> Result<VisitCode, HearthError> {
        self.draw(companion::Companion::visit_code_of_card)
    }

    /// Nobody can open it until it is resumed. Asks the network: it may take 30 s.
    pub fn share_pause(&self, id: &str) -> Result<ShareView, HearthError> {
        self.draw(|companion| companion.share_pause(entity(id)?))
    }

    /// It can be opened again. Asks the network: it may take 30 s.
    pub fn share_resume(&self, id: &str) -> Result<ShareView, HearthError> {
        self.draw(|companion| companion.share_resume(entity(id)?))
    }

    /// It ends by itself at another time: milliseconds since 1970. Asks the network.
    pub fn share_extend(&self, id: &str, until: i64) -> Result<ShareView, HearthError> {
        self.draw(|companion| companion.share_extend(entity(id)?, until))
    }

    /// Ends it for good. Asks the network: where the host is away it is told later.
    pub fn share_end(&self, id: &str) -> Result<ShareView, HearthError> {
        self.draw(|companion| companion.share_end(entity(id)?))
    }

    /// Ends everything that is shared. Asks the network.
    pub fn stop_all_sharing(&self) -> Result<SharesView, HearthError> {
        self.draw(companion::Companion::stop_all_sharing)
    }

    /// Tells the hosts what they have not heard, and asks who looked. Asks the network.
    pub fn deliver_shares(&self) -> Result<SharesView, HearthError> {
        self.draw(companion::Companion::deliver_shares)
    }
}

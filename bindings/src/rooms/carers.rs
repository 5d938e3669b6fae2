//! Carers whose phones are paired: inviting them, comparing digits, letting them go; and the mailbox
//! by which they and the person's other phones write.

use super::share::ShareChoice;
use crate::Plan;
use crate::answer::entity;
use crate::cross::views;
use crate::error::HearthError;
use hearth_core::companion;

views! {
    /// A pairing on the way.
    InvitationView from companion::InvitationView {
        /// Names it.
        id: String,
        /// To be shown as a code ([`crate::card::text_as_code`]) or sent; "" once they answered.
        text: String,
        /// What the carer calls themselves, once they answered.
        name: String,
        /// The digits to compare, "123 456", once they answered.
        digits: Option<String>,
        /// What to say of it.
        lines: Vec<String>,
    }

    /// A carer who is paired, or was.
    PairingView from companion::PairingView {
        /// Its entry.
        id: String,
        /// The carer, in People.
        person: Option<String>,
        /// What they are called.
        name: String,
        /// Their link's entry: [`Plan::share`] says what they see.
        share: Option<String>,
        /// They may look and suggest.
        open: bool,
        /// Since when, when they last looked, what else there is to say.
        lines: Vec<String>,
    }

    /// Everybody who is paired or on the way to it.
    PairingsView from companion::PairingsView {
        /// On the way.
        invitations: Vec<InvitationView>,
        /// Paired: those who may look first.
        pairings: Vec<PairingView>,
    }

    /// What a look into the mailbox brought.
    MailView from companion::MailView {
        /// How many suggestions of carers came.
        suggestions: u32,
        /// How many changes of the person's other phones came.
        changes: u32,
        /// What to tell.
        sentences: Vec<String>,
    }
}

#[uniffi::export]
impl Plan {
    /// Who is paired, and who is on the way. Asks nobody.
    pub fn pairings(&self) -> Result<PairingsView, HearthError> {
        self.draw(companion::Companion::pairings)
    }

    /// Begins to pair with a carer: what to show or send them. Asks the network: it may take 30 s.
    pub fn carer_invite(&self) -> Result<InvitationView, HearthError> {
        self.post(companion::Companion::carer_invite)
    }

    /// What is offered first for a carer's link.
    pub fn carer_offered(&self) -> Result<ShareChoice, HearthError> {
        self.draw(|companion| Ok(companion.carer_offered()))
    }

    /// The digits are the same: takes the carer in, and shares just what was previewed (`sum` is the
    /// preview's). `person`: who they are in People; none makes a new entry. Asks the network.
    pub fn carer_same(
        &self,
        id: &str,
        person: Option<String>,
        choice: ShareChoice,
        sum: &str,
    ) -> Result<PairingsView, HearthError> {
        self.post(|companion| {
            let person = person.as_deref().map(entity).transpose()?;
            companion.carer_same(id, person, &choice.core(), sum)
        })
    }

    /// Gives a pairing up, a carer's or another phone's: the digits differ, or nobody is to be paired.
    pub fn pairing_refuse(&self, id: &str) -> Result<(), HearthError> {
        self.post(|companion| companion.pairing_refuse(id))
    }

    /// Lets a carer go: their link ends and they can't suggest any more. Asks the network.
    pub fn carer_end(&self, id: &str) -> Result<PairingsView, HearthError> {
        self.post(|companion| companion.carer_end(entity(id)?))
    }

    /// Looks into the mailbox and leaves what is to go: answers of carers, suggestions, the other
    /// phones' changes. Asks the network.
    pub fn deliver_mail(&self) -> Result<MailView, HearthError> {
        self.post(companion::Companion::deliver_mail)
    }
}

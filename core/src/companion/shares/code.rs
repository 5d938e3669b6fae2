//! A visit: one code to show, made ahead, so that the room needs no signal. Where there is no host it
//! holds the words of the emergency card.

use super::super::{Companion, Trouble};
use super::{ShareChoice, ShareStanding, ShareView};
use crate::record::EntityId;
use hearth_card::{MOST_QR_BYTES, QrMatrix, open, qr};

/// What is shown at a visit. `Debug` shows none of the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitCode {
    /// The link behind the code; none where the code holds the card's words.
    pub share: Option<ShareView>,
    /// The squares of the code.
    pub code: QrMatrix,
    /// The passcode to read out, where there is one.
    pub passcode: Option<String>,
    /// What to say of it: that it needs no signal here, or that the host does not have it yet; what
    /// was left out of the card's words.
    pub lines: Vec<String>,
}

impl Companion {
    /// Makes the code of a visit: a link that lasts until half an hour after it
    /// ([`ShareChoice::for_visit`]), of just what was previewed. To be made ahead, with signal. Where no
    /// host is in use it is the card's words, and nothing is shared.
    ///
    /// # Errors
    /// As [`Companion::share_make`]; [`Trouble::CardDoor`] where there is no host and no card either.
    pub fn visit_code_make(&self, choice: &ShareChoice, previewed: &str) -> Result<VisitCode, Trouble> {
        if self.share_state()?.host.is_none() {
            return self.visit_code_of_card();
        }
        let share = self.share_make(choice, previewed)?;
        self.visit_code(share.id)
    }

    /// The same for one visit: [`Companion::visit_code_made`] finds it again.
    ///
    /// # Errors
    /// As [`Companion::visit_code_make`]; [`Trouble::NotFound`] where there is no such visit.
    pub fn visit_code_make_for(
        &self,
        visit: EntityId,
        choice: &ShareChoice,
        previewed: &str,
    ) -> Result<VisitCode, Trouble> {
        self.visit(visit)?;
        if self.share_state()?.host.is_none() {
            return self.visit_code_of_card();
        }
        let share = self.share_make_for(Some(visit), choice, previewed)?;
        self.visit_code(share.id)
    }

    /// The code that was made for a visit on this phone and is not over: of several, the one that opens
    /// longest. Asks nobody.
    ///
    /// # Errors
    /// [`Trouble`], where the store does not read.
    pub fn visit_code_made(&self, visit: EntityId) -> Result<Option<VisitCode>, Trouble> {
        let (state, now) = (self.share_state()?, self.platform.clock.now());
        let of_it = |share: &&ShareView| {
            let made = state.shares.get(&share.id.hex()).and_then(|held| held.made.as_ref());
            // By this phone's clock: what it holds out in a room says until when it opens.
            let lasts = share.until.is_none_or(|until| until > now.ms);
            lasts
                && share.link.is_some()
                && made.is_some_and(|made| made.visit.as_deref() == Some(&visit.hex()))
        };
        let share = self.shares()?.shares.iter().find(of_it).map(|share| share.id);
        share.map(|share| self.visit_code(share)).transpose()
    }

    /// The code of a visit that was made before, on the phone that made it. Asks nobody.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] where there is none, or it is over.
    pub fn visit_code(&self, id: EntityId) -> Result<VisitCode, Trouble> {
        let share = self.share(id)?;
        let link = share.link.as_ref().ok_or(Trouble::NotFound)?;
        let code = qr(link).map_err(|_| Trouble::Card)?;
        // Where nobody can open it, it is not to be shown as one that works.
        let key = match share.standing {
            ShareStanding::Waiting => Some("visit-code-waits"),
            ShareStanding::Open => Some("visit-code-ready"),
            _ => None,
        };
        let mut lines: Vec<String> = key.map(|key| self.words.plain(key, &[])).into_iter().collect();
        lines.extend(share.lines.iter().skip(lines.len()).cloned());
        Ok(VisitCode { passcode: share.passcode.clone(), code, lines, share: Some(share) })
    }

    /// The words of the emergency card as a code: for whoever has no host, or no signal to make a link.
    ///
    /// # Errors
    /// [`Trouble::CardDoor`] where there is no card.
    pub fn visit_code_of_card(&self) -> Result<VisitCode, Trouble> {
        let folder = self.ledger().store().options().card.clone();
        let card = open(&folder, self.card.key())?;
        let text = card.text(MOST_QR_BYTES).map_err(|_| Trouble::Card)?;
        let code = qr(&text.text).map_err(|_| Trouble::Card)?;
        let lines = vec![self.words.plain("visit-code-paper", &[])];
        Ok(VisitCode { share: None, code, passcode: None, lines })
    }
}

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

    /// The code of a visit that was made before, on the phone that made it. Asks nobody.
    ///
    /// # Errors
    /// [`Trouble::NotFound`] where there is none, or it is over.
    pub fn visit_code(&self, id: EntityId) -> Result<VisitCode, Trouble> {
        let share = self.share(id)?;
        let link = share.link.as_ref().ok_or(Trouble::NotFound)?;
        let code = qr(link).map_err(|_| Trouble::Card)?;
        let key = match share.standing {
            ShareStanding::Waiting => "visit-code-waits",
            _ => "visit-code-ready",
        };
        let mut lines = vec![self.words.plain(key, &[])];
        lines.extend(share.lines.iter().skip(1).cloned());
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

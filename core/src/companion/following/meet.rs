//! Becoming somebody's carer: the carer's side of a pairing, from the invitation to the link.

use super::super::mail::{Welcome, no_chance};
use super::super::{Companion, Trouble};
use super::{FollowingView, new_id};
use crate::base64::decode_url;
use crate::share::follow::FollowError;
use crate::share::host::HostError;
use crate::share::kept::Kept;
use crate::share::keys::Own;
use crate::share::letter::{self, Sort as About};
use crate::share::mailbox::{Access, Door, Item, Sort};
use crate::share::pair::{Half, Invitation, PairError, note};
use crate::share::rows::{Followed, Hidden, Meeting, Meets, Paired, followed_row, meeting_row, named};
use crate::sync::http::{Http, HttpError};

/// Most pages that are read at once.
const PAGES: usize = 4;

impl Companion {
    /// Answers an invitation: the code that a person showed, or the text that they sent. `name` is what
    /// they are to call whoever holds this phone. It may take 30 s.
    ///
    /// # Errors
    /// [`Trouble::Pair`] where it is none; [`Trouble::Share`] where the host is away or refuses: then
    /// nothing was begun. Where only its answer was lost the pairing is on the way
    /// ([`Companion::following`]), and the same answer goes again.
    pub fn follow_accept(&self, text: &str, name: &str) -> Result<FollowingView, Trouble> {
        let invitation = Invitation::parse(text, self.platform.outside.reach)?;
        let place = &invitation.place;
        let id = named(&place.member);
        let rows = self.share_rows()?;
        if rows.meetings.contains_key(&id) {
            // Sent again: the same answer, or two would seem to have come.
            return self.follow_look();
        }
        if rows.followed.len() >= super::MAX_FOLLOWED {
            return Err(Trouble::FollowFull);
        }
        let own = Own::new().map_err(no_chance)?;
        let access = Access::fresh(place.member).map_err(no_chance)?;
        let name = if name.trim().is_empty() { self.name_for_others() } else { name.trim().to_owned() };
        let half = Half::new(&own, note(&access, &name)).map_err(no_chance)?;
        let (first, now) = (invitation.to_bytes(), self.platform.clock.now().ms);
        let mut meeting = Meeting::new(Meets::Person, &first, place, (&own, &half), now);
        meeting.access = Some(Hidden::of(&access.to_bytes()));
        meeting.name = invitation.name.clone();
        // Kept before it is sent: an answer that is lost on the way is sent again, and is the same.
        self.keep_rows(&[meeting_row(&id, Some(&meeting))])?;
        let left = self.leave_answer(&*self.http()?, &id, &meeting);
        if left.as_ref().is_err_and(is_refusal) {
            self.keep_rows(&[meeting_row(&id, None)])?;
        }
        left?;
        self.following()
    }

    fn leave_answer(&self, http: &dyn Http, id: &str, meeting: &Meeting) -> Result<(), Trouble> {
        let (Some(place), Some(half)) = (meeting.place(), meeting.half()) else { return Ok(()) };
        let body = place.seal(&half).map_err(no_chance)?;
        let name = super::super::mail::answer_name(&place.member);
        let item = Item { id: name, sort: Sort::Suggestion, to: None, body: &body };
        Door::new(http, &place.url, &place.access()).leave(&item)?;
        self.change_meeting(id, |meeting| meeting.told = true)
    }

    /// The digits on this phone are those that the person reads out.
    ///
    /// # Errors
    /// [`Trouble::Pair`] where there are none yet.
    pub fn follow_same(&self, id: &str) -> Result<FollowingView, Trouble> {
        self.agreed_to(id)?;
        self.change_meeting(id, |meeting| meeting.same = true)?;
        self.follow_look()
    }

    fn agreed_to(&self, id: &str) -> Result<(), Trouble> {
        let meeting = self.share_rows()?.meetings.remove(id).filter(|one| one.meets == Meets::Person);
        let meeting = meeting.ok_or(PairError::Over)?;
        if meeting.between {
            return Err(PairError::Between.into());
        }
        meeting.digits().ok_or(PairError::Over)?;
        Ok(())
    }

    /// Looks whether the person has answered: their half first, then, once both said that the digits
    /// are the same, their link. Where the host is away what there is stays. What does not open is said
    /// of that pairing alone ([`FollowingView::meetings`]); after a week without an end it goes.
    ///
    /// # Errors
    /// [`Trouble`], where the store does not read or write.
    pub fn follow_look(&self) -> Result<FollowingView, Trouble> {
        let http = self.http()?;
        for (id, meeting) in self.share_rows()?.meetings {
            if meeting.meets != Meets::Person {
                continue;
            }
            if self.stale(&meeting) {
                self.keep_rows(&[meeting_row(&id, None)])?;
                continue;
            }
            if meeting.between {
                continue;
            }
            let looked = match (meeting.told, meeting.other().is_some()) {
                (false, _) => self.leave_answer(&*http, &id, &meeting),
                (true, false) => self.look_for_half(&*http, &id, &meeting),
                (true, true) if meeting.same => self.look_for_welcome(&*http, &id, &meeting),
                (true, true) => Ok(()),
            };
            let trouble = match looked {
                // Not yet, or no signal: another time.
                Ok(()) | Err(Trouble::Share(_)) => None,
                Err(Trouble::Follow(error)) if is_passing(error) => None,
                Err(Trouble::Follow(error)) => Some(error.key()),
                Err(Trouble::Pair(error)) => Some(error.key()),
                Err(Trouble::Link(error)) => Some(error.key()),
                Err(Trouble::FollowFull) => Some("error-follow-full"),
                Err(Trouble::Fault) => Some(PairError::NotOne.key()),
                Err(error) => return Err(error),
            };
            let trouble = trouble.map(str::to_owned);
            if trouble != meeting.trouble {
                self.change_meeting(&id, |meeting| meeting.trouble = trouble)?;
            }
        }
        self.following()
    }

    fn look_for_half(&self, http: &dyn Http, id: &str, meeting: &Meeting) -> Result<(), Trouble> {
        let Some(place) = meeting.place() else { return Ok(()) };
        let bytes = meeting.first.bytes().ok_or(Trouble::Fault)?;
        let commitment = Invitation::from_bytes(&bytes, self.platform.outside.reach)?.commitment;
        let page = Door::new(http, &place.url, &place.access()).read(0)?;
        let mut halves = page.items.iter().filter(|item| item.sort == Sort::Word);
        if let Some(half) = halves.find_map(|item| place.open(&item.body)) {
            self.change_meeting(id, |meeting| match half.check(&commitment) {
                Ok(()) => meeting.takes(&half),
                Err(_) => meeting.between = true,
            })?;
        }
        Ok(())
    }

    fn look_for_welcome(&self, http: &dyn Http, id: &str, meeting: &Meeting) -> Result<(), Trouble> {
        let access = meeting.access.as_ref().and_then(Hidden::bytes);
        let access = access.and_then(|bytes| Access::from_bytes(&bytes)).ok_or(Trouble::Fault)?;
        let (Some(place), Some(own), Some(half)) = (meeting.place(), meeting.own(), meeting.other()) else {
            return Err(Trouble::Fault);
        };
        let door = Door::new(http, &place.url, &access);
        let mut at = 0;
        for _ in 0..PAGES {
            let page = match door.read(at) {
                // The person has not said yes.
                Err(HostError::NotThere) => return Ok(()),
                page => page?,
            };
            for item in page.items.iter().filter(|item| item.sort == Sort::Word) {
                let Ok(letter) = letter::read(&own, &half.public, 0, &item.body) else { continue };
                if letter.sort == About::Welcome {
                    let welcome = serde_json::from_slice(&letter.words).map_err(|_| PairError::NotOne)?;
                    let paired = Paired::new(&place.url, &access, &own, &half.public);
                    self.welcomed(http, id, meeting, &welcome, paired)?;
                    let _ = door.acknowledge(item.seq);
                    return Ok(());
                }
            }
            at = page.upto;
            if !page.more {
                break;
            }
        }
        Ok(())
    }

    fn welcomed(
        &self,
        http: &dyn Http,
        id: &str,
        meeting: &Meeting,
        welcome: &Welcome,
        paired: Paired,
    ) -> Result<(), Trouble> {
        let rows = self.share_rows()?;
        // The person said in their letter whose signature is on each version: the host can't.
        let pin: Option<[u8; 32]> = decode_url(&welcome.pin).and_then(|pin| pin.try_into().ok());
        let pin = pin.ok_or(FollowError::Other)?;
        let is_theirs = |kept: &Kept| kept.is_signed() && kept.pin() == Some(pin);
        // Who followed this link already keeps their copy, if it is the person's own, and may suggest
        // from now on.
        let there = self.same_link(&rows, &welcome.link);
        let followed = there.as_ref().and_then(|there| rows.followed.get(there));
        let fresh = match followed.and_then(|followed| followed.kept.as_ref()) {
            Some(kept) if is_theirs(kept) => None,
            _ => {
                let link = (welcome.link.as_str(), welcome.passcode.as_deref());
                Some(self.begun(http, &rows, there.as_deref(), link)?)
            }
        };
        if fresh.as_ref().is_some_and(|kept| !is_theirs(kept)) {
            return Err(FollowError::Other.into());
        }
        let name = if welcome.name.is_empty() { &meeting.name } else { &welcome.name };
        let new = fresh.map(|kept| self.new_followed(name, kept));
        let new_id = new_id()?;
        self.change_rows(|mut rows| {
            // It was given up, or another look was quicker.
            if !rows.meetings.contains_key(id) {
                return (Vec::new(), ());
            }
            let before = there.as_ref().and_then(|there| Some((there, rows.followed.remove(there)?)));
            let (at, mut followed) = match (before, new) {
                (Some((there, followed)), None) => (there, followed),
                (Some((there, followed)), Some(new)) => (there, Followed { name: followed.name, ..new }),
                (None, Some(new)) => (&new_id, new),
                // The copy was taken away meanwhile: the next look begins it anew.
                (None, None) => return (Vec::new(), ()),
            };
            followed.paired = Some(paired);
            (vec![followed_row(at, Some(&followed)), meeting_row(id, None)], ())
        })
    }
}

/// The host has certainly not taken it, and will not. Where only its answer is missing it may have.
fn is_refusal(error: &Trouble) -> bool {
    let may_be_there = |error: &HostError| match error {
        HostError::Http(HttpError::NoConnection | HttpError::NotProven | HttpError::NotSafe) => false,
        HostError::Http(_) | HostError::Busy { .. } | HostError::Status(_) | HostError::NotReadable => true,
        _ => false,
    };
    !matches!(error, Trouble::Share(error) if may_be_there(error))
}

/// It may go another time, as it is.
fn is_passing(error: FollowError) -> bool {
    matches!(
        error,
        FollowError::Http(_) | FollowError::Busy { .. } | FollowError::Status(_) | FollowError::Nothing
    )
}

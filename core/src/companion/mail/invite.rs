//! Meeting a carer: the person's side of a pairing, from the invitation to the six digits.

use super::super::{Companion, Trouble};
use super::{Known, no_chance};
use crate::plan::{Kind, Person};
use crate::record::{EntityId, Value};
use crate::share::keys::Own;
use crate::share::mailbox::{Door, Item, MEMBER, Role, Sort};
use crate::share::pair::{Half, Invitation, PairError, Place, read_note, spaced};
use crate::share::rows::{Meeting, Meets, meeting_row, named};
use crate::sync::http::Http;
use crate::words::Arg;

/// How long an invitation waits for an answer: seven days.
const WAITS: i64 = 7 * 86_400_000;
/// Most pairings that are on the way at once.
const MOST: usize = 8;

/// A pairing on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationView {
    /// Names it.
    pub id: String,
    /// What is shown as a code or sent to the carer; "" once they answered. Whoever has it may
    /// answer: the digits show who did.
    pub text: String,
    /// What the carer calls themselves, once they answered.
    pub name: String,
    /// The digits to compare, once they answered: "123 456".
    pub digits: Option<String>,
    /// What to say of it.
    pub lines: Vec<String>,
}

impl Companion {
    /// Begins to pair with a carer. The host is asked: it may take 30 s.
    ///
    /// # Errors
    /// [`Trouble::NoShareHost`]; [`Trouble::Share`] where the host is away: then nothing was begun.
    pub fn carer_invite(&self) -> Result<InvitationView, Trouble> {
        let _pass = self.passes.begin();
        let known = self.mailbox_or_new()?;
        if self.share_rows()?.meetings.len() >= MOST {
            return Err(Trouble::PairTooMany);
        }
        let own = Own::new().map_err(no_chance)?;
        let name = self.name_for_others();
        let half = Half::new(&own, name.as_bytes().to_vec()).map_err(no_chance)?;
        let place = Place::new(known.url()?).map_err(no_chance)?;
        let invitation = Invitation { place, commitment: half.commitment(), name };
        self.open_place(&known, &invitation.place)?;
        let (first, now) = (invitation.to_bytes(), self.platform.clock.now().ms);
        let meeting = Meeting::new(Meets::Carer, &first, &invitation.place, (&own, &half), now);
        let id = named(&invitation.place.member);
        self.keep_rows(&[meeting_row(&id, Some(&meeting))])?;
        Ok(self.invitation_view(&id, &meeting))
    }

    /// Makes the place at the host where two are to meet.
    pub(super) fn open_place(&self, known: &Known, place: &Place) -> Result<(), Trouble> {
        let http = self.http()?;
        self.admitted(&*http, known)?;
        Ok(known.owner(&*http).admit(&place.member, Role::Carer, place.access().hashes())?)
    }

    /// Gives a pairing up: the digits were not the same, or nobody is to be paired.
    ///
    /// # Errors
    /// [`Trouble`], where the store does not write. The host hears of it with the next pass.
    pub fn pairing_refuse(&self, id: &str) -> Result<(), Trouble> {
        let _pass = self.passes.begin();
        let rows = self.share_rows()?;
        let meeting = rows.meetings.get(id).filter(|one| !one.refused).ok_or(Trouble::NotFound)?;
        match (self.mailbox(), meeting.meets) {
            (Some(known), Meets::Carer | Meets::NewPhone) => {
                self.change_meeting(id, |meeting| meeting.refused = true)?;
                match self.shut_place(&*self.http()?, &known, id) {
                    Ok(()) | Err(Trouble::Share(_)) => Ok(()),
                    Err(error) => Err(error),
                }
            }
            _ => self.keep_rows(&[meeting_row(id, None)]),
        }
    }

    /// Takes a place where two were to meet away at the host; only then is it forgotten here.
    pub(super) fn shut_place(&self, http: &dyn Http, known: &Known, id: &str) -> Result<(), Trouble> {
        if let Some(member) = member_named(id) {
            known.owner(http).remove(&member)?;
        }
        self.keep_rows(&[meeting_row(id, None)])
    }

    /// A half that came for a pairing on the way.
    pub(super) fn take_half(&self, id: &str, mut meeting: Meeting, body: &[u8]) -> Result<(), Trouble> {
        let before = meeting.clone();
        // What does not open is of somebody who has not the invitation.
        let Some(half) = meeting.place().and_then(|place| place.open(body)) else { return Ok(()) };
        let Some((_, _, name)) = read_note(&half.note) else { return Ok(()) };
        match super::phone::commitment_of(&meeting) {
            Some((commitment, public)) if half.check(&commitment).is_err() || half.public != public => {
                meeting.between = true;
            }
            _ => meeting.takes(&half),
        }
        meeting.name = name;
        if meeting != before {
            self.keep_rows(&[meeting_row(id, Some(&meeting))])?;
        }
        Ok(())
    }

    /// Shows our half to each carer whose half is there: theirs can't be chosen to fit it any more.
    pub(super) fn tell_halves(&self, door: &Door<'_>) -> Result<(), Trouble> {
        for (id, mut meeting) in self.share_rows()?.meetings {
            let waits =
                meeting.meets == Meets::Carer && !(meeting.told || meeting.between || meeting.refused);
            let (Some(place), Some(half)) = (meeting.place(), meeting.half()) else { continue };
            if waits && meeting.other().is_some() {
                let body = place.seal(&half).map_err(no_chance)?;
                let to = Some(place.member);
                let name = super::short(&[b"hearth half", &place.member]);
                door.leave(&Item { id: name, sort: Sort::Word, to, body: &body })?;
                meeting.told = true;
                self.keep_rows(&[meeting_row(&id, Some(&meeting))])?;
            }
        }
        Ok(())
    }

    /// The pairings on the way, the newest first, and which are too old to wait on.
    pub(super) fn invitations(&self) -> Result<Vec<InvitationView>, Trouble> {
        let mut all: Vec<(String, Meeting)> = self.share_rows()?.meetings.into_iter().collect();
        all.retain(|(_, meeting)| meeting.meets == Meets::Carer && !meeting.refused);
        all.sort_by_key(|(_, meeting)| std::cmp::Reverse(meeting.begun));
        Ok(all.iter().map(|(id, meeting)| self.invitation_view(id, meeting)).collect())
    }

    fn invitation_view(&self, id: &str, meeting: &Meeting) -> InvitationView {
        let digits = meeting.digits();
        let reach = crate::share::Reach::ThisMachine;
        let first = meeting.first.bytes().and_then(|bytes| Invitation::from_bytes(&bytes, reach).ok());
        let text = first.filter(|_| meeting.other().is_none()).map(|invitation| invitation.to_text());
        let name = [("name", Arg::Text(&meeting.name))];
        let line = match (&digits, meeting.between) {
            (_, true) => self.words.plain("error-pair-between", &[]),
            (Some(_), false) => self.words.say("pair-compare", &name),
            (None, false) => self.words.plain("pair-waits", &[]),
        };
        InvitationView {
            id: id.to_owned(),
            text: text.map(|text| text.as_str().to_owned()).unwrap_or_default(),
            name: meeting.name.clone(),
            digits: digits.as_deref().map(spaced),
            lines: vec![line],
        }
    }

    /// A pairing on the way whose digits the person says are the same.
    pub(super) fn agreed(&self, id: &str, meets: Meets) -> Result<(Meeting, Half), Trouble> {
        let meeting = self.share_rows()?.meetings.remove(id).filter(|meeting| !meeting.refused);
        let meeting = meeting.ok_or(Trouble::Pair(PairError::Over))?;
        if meeting.between {
            return Err(PairError::Between.into());
        }
        let half = meeting.other().filter(|_| meeting.meets == meets && meeting.digits().is_some());
        half.map(|half| (meeting, half)).ok_or(Trouble::Pair(PairError::Over))
    }

    /// Somebody in People: who was named, or a new entry with the name that they gave.
    pub(super) fn somebody(&self, person: Option<EntityId>, name: &str) -> Result<EntityId, Trouble> {
        if let Some(id) = person {
            let there = super::super::life::is_here(self.ledger().record(), Kind::Person, id);
            return if there { Ok(id) } else { Err(Trouble::NotFound) };
        }
        let name = match name {
            "" => self.words.plain("who-name-unknown", &[]),
            name => name.to_owned(),
        };
        let fields = [(Person::NAME, Value::Text(name)), (Person::CARER, Value::Bool(true))];
        self.add(Kind::Person, &fields, &super::super::Writer::Person)
    }

    /// Invitations that waited too long.
    pub(in crate::companion) fn stale(&self, meeting: &Meeting) -> bool {
        self.platform.clock.now().ms.saturating_sub(meeting.begun) > WAITS
    }
}

/// A member's name from a row's.
pub(super) fn member_named(id: &str) -> Option<[u8; MEMBER]> {
    EntityId::from_hex(id).map(|id| id.0)
}

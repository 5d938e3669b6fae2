//! The person's other phone: the old phone's side of taking a new one in. The new one shows its
//! public key; what is sealed to it after the digits were compared is the whole plan.

use super::super::{Companion, Trouble};
use super::invite::member_named;
use super::{Known, no_chance, short};
use crate::share::keys::{Own, Public};
use crate::share::letter::{self, Letter, Sort as About};
use crate::share::mailbox::{Door, Item, Role, Sort};
use crate::share::pair::{Half, Here, NewPhone, PairError, Place, read_note, spaced};
use crate::share::parts;
use crate::share::rows::{Meeting, Meets, meeting_row, named};
use crate::share::state::HostRow;
use crate::store::BundleError;
use crate::sync::http::Http;
use crate::words::Arg;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, Zeroizing};

/// The file in which the plan waits to be sent.
const WAITS: &str = "for-another-phone";

/// A phone that is being taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherPhoneView {
    /// Names it.
    pub id: String,
    /// What the new phone scans; "" once it has.
    pub text: String,
    /// What the new phone is called, once it answered.
    pub name: String,
    /// The digits to compare, once it answered: "123 456".
    pub digits: Option<String>,
    /// What to say of it.
    pub lines: Vec<String>,
}

/// What the new phone is sent, beside the plan itself.
#[derive(Serialize, Deserialize)]
pub(super) struct Plan {
    /// The recovery words: they open the plan.
    pub words: String,
    /// The hash of the file that the plan comes in.
    pub hash: Vec<u8>,
    /// The share host that is in use.
    pub host: Option<HostRow>,
}

impl Drop for Plan {
    fn drop(&mut self) {
        self.words.zeroize();
    }
}

/// What a new phone committed to, and its keys, where one is being met.
pub(super) fn commitment_of(meeting: &Meeting) -> Option<([u8; 32], Public)> {
    if meeting.meets != Meets::NewPhone {
        return None;
    }
    let bytes = meeting.first.bytes()?;
    let (public, commitment) = bytes.split_at_checked(crate::share::keys::PUBLIC)?;
    Some((commitment.try_into().ok()?, Public::from_bytes(public)?))
}

/// What the old phone's half says beside its keys: where they meet.
pub(super) fn place_note(place: &Place) -> Vec<u8> {
    parts::hash_of(&place.to_bytes()).to_vec()
}

impl Companion {
    /// Begins to take in a new phone, whose code was read. The host is asked: it may take 30 s.
    ///
    /// # Errors
    /// [`Trouble::Pair`] where it is no such code; as [`Companion::carer_invite`].
    pub fn other_phone_scanned(&self, text: &str) -> Result<OtherPhoneView, Trouble> {
        let _pass = self.passes.begin();
        let shows = NewPhone::parse(text)?;
        let known = self.mailbox_or_new()?;
        let own = Own::new().map_err(no_chance)?;
        let place = Place::new(known.url()?).map_err(no_chance)?;
        let half = Half::new(&own, place_note(&place)).map_err(no_chance)?;
        self.open_place(&known, &place)?;
        let (first, now) = (shows.to_bytes(), self.platform.clock.now().ms);
        let meeting = Meeting::new(Meets::NewPhone, &first, &place, (&own, &half), now);
        let id = named(&place.member);
        // One phone at a time: what an earlier try left goes.
        let rows = self.share_rows()?.meetings;
        let earlier = rows.iter().filter(|(_, one)| one.meets == Meets::NewPhone && !one.same);
        for (id, _) in earlier {
            self.change_meeting(id, |meeting| meeting.refused = true)?;
            // One that the host does not hear of now it hears of with the next pass.
            let _ = self.shut_place(&*self.http()?, &known, id);
        }
        self.keep_rows(&[meeting_row(&id, Some(&meeting))])?;
        Ok(self.other_phone_view(&id, &meeting))
    }

    /// The phone that is being taken in, if one is. Asks nobody: [`Companion::deliver_mail`] does.
    ///
    /// # Errors
    /// [`Trouble`], where the store does not read.
    pub fn other_phone(&self) -> Result<Option<OtherPhoneView>, Trouble> {
        let mut all: Vec<(String, Meeting)> = self.share_rows()?.meetings.into_iter().collect();
        all.retain(|(_, meeting)| meeting.meets == Meets::NewPhone && !meeting.refused);
        // One that has its plan waits only to be tidied away.
        all.sort_by_key(|(_, meeting)| (!meeting.same, meeting.begun));
        Ok(all.pop().map(|(id, meeting)| self.other_phone_view(&id, &meeting)))
    }

    fn other_phone_view(&self, id: &str, meeting: &Meeting) -> OtherPhoneView {
        let digits = meeting.digits().filter(|_| !meeting.same);
        let here = meeting.place().zip(meeting.half()).map(|(place, half)| Here { place, half });
        let text = here.filter(|_| meeting.other().is_none()).map(|here| here.to_text());
        let name = [("name", Arg::Text(&meeting.name))];
        let line = match (meeting.between, meeting.same, &digits) {
            (true, ..) => self.words.plain("error-pair-between", &[]),
            (_, true, _) if meeting.sent > 0 => self.words.say("phone-plan-sent", &name),
            (_, true, _) => self.words.say("phone-plan-waits", &name),
            (_, _, Some(_)) => self.words.say("phone-compare", &name),
            (_, _, None) => self.words.plain("phone-show-this", &[]),
        };
        OtherPhoneView {
            id: id.to_owned(),
            text: text.map(|text| text.as_str().to_owned()).unwrap_or_default(),
            name: meeting.name.clone(),
            digits: digits.as_deref().map(spaced),
            lines: vec![line],
        }
    }

    /// The digits are the same on both: the plan goes to the new phone, sealed to its key. Whoever
    /// holds that phone has the whole plan from then on.
    ///
    /// # Errors
    /// [`Trouble::Pair`] where there are no digits, or somebody is in between. A host that is away is
    /// none: the plan goes with the next pass.
    pub fn other_phone_same(&self, id: &str) -> Result<OtherPhoneView, Trouble> {
        let _pass = self.passes.begin();
        let (mut meeting, _) = self.agreed(id, Meets::NewPhone)?;
        meeting.same = true;
        self.keep_rows(&[meeting_row(id, Some(&meeting))])?;
        self.deliver_mail()?;
        let meeting = self.share_rows()?.meetings.remove(id).ok_or(Trouble::Pair(PairError::Over))?;
        Ok(self.other_phone_view(id, &meeting))
    }

    /// Sends the plan to each new phone whose digits were the same.
    pub(super) fn send_plans(&self, http: &dyn Http, known: &Known, door: &Door<'_>) -> Result<(), Trouble> {
        for (id, mut meeting) in self.share_rows()?.meetings {
            let waits =
                meeting.meets == Meets::NewPhone && meeting.same && meeting.sent == 0 && !meeting.refused;
            let (Some(own), Some(half), Some(member)) = (meeting.own(), meeting.other(), member_named(&id))
            else {
                continue;
            };
            let Some((reads, writes, _)) = read_note(&half.note).filter(|_| waits) else { continue };
            known.owner(http).admit(&member, Role::Carer, (reads, writes))?;
            let file = self.whole_plan()?;
            let (hash, cut) = parts::cut(&file).ok_or(BundleError::TooLarge)?;
            for (index, part) in cut.iter().enumerate() {
                let name = short(&[b"hearth plan", &hash, &index.to_be_bytes()]);
                door.leave(&Item { id: name, sort: Sort::Word, to: Some(member), body: part })?;
            }
            let words = self.recovery_words()?.phrase();
            let plan = Plan {
                words: words.as_str().to_owned(),
                hash: hash.to_vec(),
                host: self.share_state()?.host,
            };
            let said = Zeroizing::new(serde_json::to_vec(&plan).map_err(|_| Trouble::Fault)?);
            let now = self.platform.clock.now().ms;
            let letter = Letter { number: 1, at: now, sort: About::Phone, words: said };
            let body = letter::write(&own, &half.public, &letter).map_err(no_chance)?;
            // Last, so that whoever reads it has all the rest.
            let name = short(&[b"hearth plan letter", &hash]);
            door.leave(&Item { id: name, sort: Sort::Word, to: Some(member), body: &body })?;
            meeting.sent = u32::try_from(cut.len()).unwrap_or(u32::MAX);
            self.keep_rows(&[meeting_row(&id, Some(&meeting))])?;
        }
        Ok(())
    }

    /// The whole plan with its photos, as a backup is: sealed with the recovery words.
    fn whole_plan(&self) -> Result<Vec<u8>, Trouble> {
        let options = self.ledger().store().options().clone();
        let path = options.store.join(WAITS);
        self.back_up(&path)?;
        let most = crate::store::MAX_BUNDLE_BYTES as u64;
        let file = options.disk.read(&path, most);
        let _ = options.disk.remove(&path);
        file.map_err(|_| Trouble::Bundle(BundleError::TooLarge))
    }
}

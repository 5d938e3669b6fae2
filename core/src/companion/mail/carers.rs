//! Carers whose phones are paired with the person's: who they are, when they last looked, taking
//! them in and letting them go.

use super::super::{Companion, ShareChoice, ShareSection, Trouble, Writer};
use super::invite::member_named;
use super::{InvitationView, Known, no_chance};
use crate::base64::encode_url;
use crate::plan::{self, Kind, Pairing, Share};
use crate::record::{EntityId, Value, When};
use crate::share::Control;
use crate::share::keys::{Own, Public};
use crate::share::letter::{self, Letter, Sort as About};
use crate::share::mailbox::{Door, Item, MEMBER, Role, Sort};
use crate::share::pair::read_note;
use crate::share::rows::{Hidden, Letters, Meeting, Meets, letters_row, meeting_row};
use crate::sync::http::Http;
use crate::words::Arg;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// How long a carer's link lasts by itself: a year. Both are warned before it ends.
const YEAR: i64 = 365 * 86_400_000;

/// A carer who is paired, or was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairingView {
    /// Its entry.
    pub id: EntityId,
    /// The carer, in People.
    pub person: Option<EntityId>,
    /// What they are called.
    pub name: String,
    /// Their link's entry: what they see, and until when.
    pub share: Option<EntityId>,
    /// They may look and suggest.
    pub open: bool,
    /// Since when, when they last looked, what else there is to say.
    pub lines: Vec<String>,
}

/// Everybody who is paired or on the way to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairingsView {
    /// On the way.
    pub invitations: Vec<InvitationView>,
    /// Paired: those who may look first.
    pub pairings: Vec<PairingView>,
}

/// What a carer is sent when they are taken in.
#[derive(Serialize, Deserialize)]
pub(in crate::companion) struct Welcome {
    /// What the person is called.
    pub name: String,
    /// Their link.
    pub link: String,
    /// Its passcode, where it has one.
    pub passcode: Option<String>,
    /// The key that an end of it and each version is signed with: 43 letters.
    pub pin: String,
}

/// A pairing as the plan has it.
pub(super) struct Paired {
    pub id: EntityId,
    pub person: EntityId,
    pub member: [u8; MEMBER],
    pub own: Own,
    pub theirs: Public,
    pub mailbox: Option<EntityId>,
    share: Option<EntityId>,
    made: Option<When>,
    ended: Option<When>,
}

impl Paired {
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }
}

impl Companion {
    /// What is offered first to a carer: emergency, about me and goals, kept up to date for a year,
    /// without a passcode, since only their own phone gets the link.
    pub fn carer_offered(&self) -> ShareChoice {
        let usual = ShareChoice::usual(self.platform.clock.now());
        let until = self.platform.clock.now().ms.saturating_add(YEAR);
        let sections = vec![ShareSection::Emergency, ShareSection::About, ShareSection::Goals];
        ShareChoice { sections, until, passcode: false, kept_up: true, ..usual }
    }

    /// Takes a carer in: the person says that the digits are the same, and shares just what was
    /// previewed. `person` is who they are in People; a new entry is made where nobody is named.
    ///
    /// # Errors
    /// [`Trouble::Pair`] where there are no digits to compare, or two answered;
    /// [`Trouble::ShareChanged`] as for any share. Then nobody was paired. A host that is away hears later.
    pub fn carer_same(
        &self,
        id: &str,
        person: Option<EntityId>,
        choice: &ShareChoice,
        previewed: &str,
    ) -> Result<PairingsView, Trouble> {
        let _pass = self.passes.begin();
        let (meeting, theirs) = self.agreed(id, Meets::Carer)?;
        let (reads, writes, name) = read_note(&theirs.note).ok_or(Trouble::Fault)?;
        let (own, member) = (meeting.own().ok_or(Trouble::Fault)?, member_named(id).ok_or(Trouble::Fault)?);
        let mailbox = self.mailbox().ok_or(Trouble::NoShareHost)?.id;
        let share = self.share_make(choice, previewed)?;
        let person = self.somebody(person, &name)?;
        let now = self.platform.clock.now();
        let fields = [
            (Pairing::PERSON, Value::Entity(person)),
            (Pairing::NAME, Value::Text(name)),
            (Pairing::MAILBOX, Value::Entity(mailbox)),
            (Pairing::KEYS, Value::Bytes(own.to_bytes().to_vec())),
            (Pairing::THEIRS, Value::Bytes(theirs.public.to_bytes().to_vec())),
            (Pairing::MEMBER, Value::Bytes(member.to_vec())),
            (Pairing::SHARE, Value::Entity(share.id)),
            (Pairing::MADE, Value::Instant(now.ms, now.offset)),
        ];
        let pairing = self.add(Kind::Pairing, &fields, &Writer::Person)?;
        let hashes = Some((Hidden::of(&reads), Hidden::of(&writes)));
        let letters = Letters { hashes, ..Letters::default() };
        self.keep_rows(&[letters_row(&pairing.hex(), Some(&letters)), meeting_row(id, None)])?;
        self.deliver_mail()?;
        self.pairings()
    }

    /// Lets a carer go: their link ends, and they can't suggest any more.
    ///
    /// # Errors
    /// [`Trouble`]; a host that is away is none, and hears of it later.
    pub fn carer_end(&self, id: EntityId) -> Result<PairingsView, Trouble> {
        self.end_pairings(Some(id))?;
        let share =
            self.known_pairings().into_iter().find(|known| known.id == id).and_then(|known| known.share);
        if let Some(share) = share {
            match self.share_end(share) {
                Ok(_) | Err(Trouble::NotFound) => {}
                Err(error) => return Err(error),
            }
        }
        self.deliver_mail()?;
        self.pairings()
    }

    /// Ends one pairing, or all of them, in the plan.
    pub(super) fn end_pairings(&self, only: Option<EntityId>) -> Result<(), Trouble> {
        let now = self.platform.clock.now();
        let known = self.known_pairings();
        if only.is_some_and(|id| !known.iter().any(|known| known.id == id)) {
            return Err(Trouble::NotFound);
        }
        for known in
            known.iter().filter(|known| known.ended.is_none() && only.is_none_or(|id| id == known.id))
        {
            let ended = Value::Instant(now.ms, now.offset);
            self.write(Kind::Pairing, known.id, &Pairing::ENDED, ended, &Writer::Person)?;
        }
        Ok(())
    }

    /// Who is paired, and who is on the way, as this phone knows it. Asks nobody.
    ///
    /// # Errors
    /// [`Trouble`], where the store does not read.
    pub fn pairings(&self) -> Result<PairingsView, Trouble> {
        let rows = self.share_rows()?;
        let mut pairings: Vec<PairingView> = self
            .known_pairings()
            .iter()
            .map(|known| {
                self.pairing_view(known, &rows.letters.get(&known.id.hex()).cloned().unwrap_or_default())
            })
            .collect();
        pairings.sort_by_key(|pairing| !pairing.open);
        Ok(PairingsView { invitations: self.invitations()?, pairings })
    }

    fn pairing_view(&self, known: &Paired, letters: &Letters) -> PairingView {
        let words = &self.words;
        let name = self.name_of(known.person);
        let named = ("name", Arg::Text(&name));
        let dated = |at: When| self.happened_on(at);
        let mut lines = Vec::new();
        if let Some(made) = known.made {
            lines.push(words.say("carer-paired", &[("date", Arg::Text(&dated(made)))]));
        }
        match (known.ended, letters.looked) {
            (Some(ended), _) => lines.push(words.say("carer-ended", &[("date", Arg::Text(&dated(ended)))])),
            (None, Some(at)) => {
                let date = dated(When { ms: at.saturating_mul(1000), ..self.platform.clock.now() });
                lines.push(words.say("carer-looked", &[named, ("date", Arg::Text(&date))]));
            }
            (None, None) => lines.push(words.say("carer-not-looked", &[named])),
        }
        if known.ended.is_some() && !letters.out {
            lines.push(words.plain("carer-not-yet-out", &[]));
        }
        if letters.refused > 0 {
            let n = Arg::Number(letters.refused.into());
            lines.push(words.say("carer-letters-refused", &[("n", n), named]));
        }
        if letters.lost > 0 {
            lines.push(words.say("carer-letters-lost", &[("n", Arg::Number(letters.lost.into())), named]));
        }
        if letters.held > 0 {
            lines.push(words.say("carer-letters-held", &[("n", Arg::Number(letters.held.into())), named]));
        }
        let (person, share) = (Some(known.person), known.share);
        PairingView { id: known.id, person, name, share, open: known.ended.is_none(), lines }
    }

    /// What somebody in People is called.
    pub(super) fn name_of(&self, person: EntityId) -> String {
        let ledger = self.ledger();
        self.who(&ledger).name(person)
    }

    /// "today", "Tuesday, 3 days ago", "14 October".
    pub(in crate::companion) fn happened_on(&self, at: When) -> String {
        let now = self.platform.clock.now();
        let at = When { offset: now.offset, ..at };
        match (super::super::who::date_of(at), super::super::who::date_of(now)) {
            (Some(day), Some(today)) => self.words.happened(day, today),
            _ => self.words.plain("date-clock-wrong", &[]),
        }
    }

    pub(super) fn known_pairings(&self) -> Vec<Paired> {
        let ledger = self.ledger();
        let here = |one: &Pairing| !plan::life::is_removed(ledger.record(), Kind::Pairing, one.id);
        Pairing::all(ledger.record()).into_iter().filter(here).filter_map(|one| paired(&one)).collect()
    }

    /// The pairing of a member of this mailbox, ended or not.
    pub(super) fn pairing_of(&self, known: &Known, member: &[u8; MEMBER]) -> Option<Paired> {
        let all = self.known_pairings().into_iter();
        all.filter(|one| one.mailbox == Some(known.id)).find(|one| one.member == *member)
    }

    /// Lets in whom the person took in, and sends each their link.
    pub(super) fn welcome(&self, http: &dyn Http, known: &Known, door: &Door<'_>) -> Result<(), Trouble> {
        let mut rows = self.share_rows()?;
        for one in self.known_pairings().iter().filter(|one| one.ended.is_none()) {
            let id = one.id.hex();
            let Some(mut letters) = rows.letters.remove(&id).filter(|letters| !letters.welcomed) else {
                continue;
            };
            let Some((reads, writes)) =
                letters.hashes.as_ref().and_then(|(reads, writes)| hashes(reads, writes))
            else {
                continue;
            };
            let Some(welcome) = self.welcome_of(one)? else { continue };
            let said = Zeroizing::new(serde_json::to_vec(&welcome).map_err(|_| Trouble::Fault)?);
            let now = self.platform.clock.now().ms;
            let letter =
                Letter { number: now.max(1).unsigned_abs(), at: now, sort: About::Welcome, words: said };
            let body = letter::write(&one.own, &one.theirs, &letter).map_err(no_chance)?;
            known.owner(http).admit(&one.member, Role::Carer, (reads, writes))?;
            let name = super::short(&[b"hearth welcome", &one.id.0]);
            door.leave(&Item { id: name, sort: Sort::Word, to: Some(one.member), body: &body })?;
            letters.welcomed = true;
            self.keep_rows(&[letters_row(&id, Some(&letters))])?;
        }
        Ok(())
    }

    fn welcome_of(&self, one: &Paired) -> Result<Option<Welcome>, Trouble> {
        let Some(share) = one.share else { return Ok(None) };
        // One that is no more must not keep the others waiting.
        let view = match self.share(share) {
            Err(Trouble::NotFound) => return Ok(None),
            view => view?,
        };
        let control = {
            let ledger = self.ledger();
            let entity = ledger.record().entity(Kind::Share.number(), share);
            let share = entity.map(|entity| Share::read(share, entity));
            share.and_then(|share| Control::from_bytes(share.control.first()?))
        };
        let pin = control.and_then(|control| control.pin()).map(|pin| encode_url(&pin));
        let (Some(link), Some(pin)) = (view.link, pin) else { return Ok(None) };
        Ok(Some(Welcome { name: self.name_for_others(), link, passcode: view.passcode, pin }))
    }

    /// Takes out whom the person let go and who waited too long, and hears who looked.
    pub(super) fn tidy_members(&self, http: &dyn Http, known: &Known) -> Result<(), Trouble> {
        let owner = known.owner(http);
        let mut rows = self.share_rows()?;
        let over = |one: &Meeting| one.meets != Meets::Person && (one.refused || self.stale(one));
        for (id, _) in rows.meetings.iter().filter(|(_, one)| over(one)) {
            self.shut_place(http, known, id)?;
        }
        let all = self.known_pairings();
        let ours = || all.iter().filter(|one| one.mailbox == Some(known.id));
        for one in ours().filter(|one| one.ended.is_some()) {
            let id = one.id.hex();
            let letters = rows.letters.remove(&id).unwrap_or_default();
            if !letters.out {
                owner.remove(&one.member)?;
                self.keep_rows(&[letters_row(&id, Some(&Letters { out: true, hashes: None, ..letters }))])?;
            }
        }
        if ours().any(|one| one.ended.is_none()) {
            let members = owner.members()?;
            for one in ours().filter(|one| one.ended.is_none()) {
                let id = one.id.hex();
                let letters = rows.letters.remove(&id).unwrap_or_default();
                let there = members.iter().find(|member| member.member == one.member);
                let known = letters.hashes.as_ref().filter(|_| letters.welcomed);
                match there {
                    // A host that went back to an older day does not know them: they are let in anew.
                    None => {
                        if let Some(both) = known.and_then(|(reads, writes)| hashes(reads, writes)) {
                            owner.admit(&one.member, Role::Carer, both)?;
                        }
                    }
                    // Before they were taken in they looked for the person's half: that is no look.
                    Some(member) if member.looked.is_some() && letters.looked != member.looked => {
                        if letters.hashes.is_none() || letters.welcomed {
                            let letters = Letters { looked: member.looked, ..letters };
                            self.keep_rows(&[letters_row(&id, Some(&letters))])?;
                        }
                    }
                    Some(_) => {}
                }
            }
        }
        Ok(())
    }
}

fn hashes(reads: &Hidden, writes: &Hidden) -> Option<([u8; 32], [u8; 32])> {
    let read = |hidden: &Hidden| hidden.bytes()?.as_slice().try_into().ok();
    Some((read(reads)?, read(writes)?))
}

fn paired(one: &Pairing) -> Option<Paired> {
    let when = |at: &plan::Instant| When { ms: at.ms, offset: at.offset };
    Some(Paired {
        id: one.id,
        person: one.person.first().copied()?,
        member: one.member.first()?.as_slice().try_into().ok()?,
        own: Own::from_bytes(one.keys.first()?)?,
        theirs: Public::from_bytes(one.theirs.first()?)?,
        mailbox: one.mailbox.first().copied(),
        share: one.share.first().copied(),
        made: one.made.first().map(when),
        ended: one.ended.first().map(when),
    })
}

//! Reading the mailbox: what came is taken in once, in its order, and what can't be yet stays there.

use super::super::{Companion, Trouble};
use super::{Known, MailView};
use crate::share::host::HostError;
use crate::share::mailbox::{Came, Door, MEMBER, Page, Role, Sort};
use crate::share::parts::Parts;
use crate::share::rows::{Letters, Mail, Meets, letters_row, mail_row, meeting_row, posted_row};
use crate::store::SyncRow;
use crate::sync::http::Http;
use std::collections::BTreeMap;

/// Most pages that one pass reads.
const PAGES: usize = 50;
/// How far a host's numbers go on after it was put back to an older day.
const LEAP: i64 = 1_000_000;

/// Letters that wait at the host until there is room: of each member the first one's number, and how many.
type Held = BTreeMap<[u8; MEMBER], (i64, u32)>;

impl Companion {
    pub(super) fn read_mail(
        &self,
        http: &dyn Http,
        door: &Door<'_>,
        known: &Known,
        came: &mut MailView,
    ) -> Result<(), Trouble> {
        let id = known.id.hex();
        let mut mail = self.share_rows()?.mail.remove(&id).unwrap_or_default();
        let (mut at, mut parts, mut held) = (mail.cursor, Parts::default(), Held::new());
        let mut asked_again = false;
        for _ in 0..PAGES {
            let page = match door.read(at) {
                // A host that went back to an older day may not know this phone: it is let in anew.
                Err(HostError::NotThere) => {
                    mail = Mail { admitted: false, cursor: 0, again: true, ..mail };
                    self.keep_rows(&[mail_row(&id, Some(&mail))])?;
                    return Err(HostError::NotThere.into());
                }
                page => page?,
            };
            if !asked_again && let Some(from) = went_back(&mail, &page) {
                // Numbers may be given a second time: nothing from there on was read for certain.
                asked_again = true;
                self.say_again(http, known)?;
                let last = page.last.unwrap_or(mail.last);
                mail = Mail { cursor: mail.cursor.min(from), last, again: false, ..mail };
                self.keep_rows(&[mail_row(&id, Some(&mail))])?;
                if mail.cursor < at {
                    at = mail.cursor;
                    continue;
                }
            }
            for item in &page.items {
                match item.sort {
                    Sort::Bundle => self.take_part(&mut parts, item, came)?,
                    Sort::Suggestion => self.take_item(known, item, &mut held, came)?,
                    Sort::Word => {}
                }
            }
            at = page.upto;
            // A bundle of which a part is still to come is read again from its beginning, and a letter
            // for which there is no room waits at the host.
            let waits = held.values().map(|(first, _)| *first).chain(parts.first()).min();
            let upto = waits.map_or(at, |first| first.saturating_sub(1));
            let is_further = upto > mail.cursor;
            let last = page.last.unwrap_or(mail.last);
            if is_further || last != mail.last {
                mail = Mail { cursor: mail.cursor.max(upto), last, ..mail };
                self.keep_rows(&[mail_row(&id, Some(&mail))])?;
            }
            if is_further {
                door.acknowledge(upto)?;
            }
            if !page.more {
                break;
            }
        }
        self.keep_held(known, &held)
    }

    /// A host went back to an older day: what this phone left there since is left again. What is
    /// there still is the same item, and what came before is known where it comes again.
    fn say_again(&self, http: &dyn Http, known: &Known) -> Result<(), Trouble> {
        let rows = self.share_rows()?;
        let mut changes: Vec<SyncRow> = rows.posted.keys().map(|id| posted_row(id, None)).collect();
        for (id, meeting) in rows.meetings.iter().filter(|(_, one)| one.meets == Meets::Carer && !one.refused)
        {
            if let Some(place) = meeting.place() {
                match known.owner(http).admit(&place.member, Role::Carer, place.access().hashes()) {
                    Ok(()) | Err(HostError::Taken | HostError::NotThere) => {}
                    Err(error) => return Err(error.into()),
                }
            }
            let mut meeting = meeting.clone();
            meeting.told = false;
            changes.push(meeting_row(id, Some(&meeting)));
        }
        for one in self.known_pairings().iter().filter(|one| one.mailbox == Some(known.id) && one.is_open()) {
            let id = one.id.hex();
            if let Some(letters) = rows.letters.get(&id) {
                changes.push(letters_row(&id, Some(&Letters { welcomed: false, ..letters.clone() })));
            }
        }
        self.keep_rows(&changes)
    }

    /// Whoever is being met leaves their half; whoever is paired leaves letters; anybody else is
    /// passed over.
    fn take_item(
        &self,
        known: &Known,
        item: &Came,
        held: &mut Held,
        came: &mut MailView,
    ) -> Result<(), Trouble> {
        let name = crate::share::rows::named(&item.from);
        if let Some(meeting) = self.share_rows()?.meetings.remove(&name)
            && matches!(meeting.meets, Meets::Carer | Meets::NewPhone)
        {
            return if meeting.refused { Ok(()) } else { self.take_half(&name, meeting, &item.body) };
        }
        let Some(pairing) = self.pairing_of(known, &item.from) else { return Ok(()) };
        // What they wrote after a letter that waits is taken after it.
        if held.contains_key(&item.from) || !self.take_letter(&pairing, item, came)? {
            held.entry(item.from).or_insert((item.seq, 0)).1 += 1;
        }
        Ok(())
    }

    /// Keeps how many letters of each carer wait at the host until there is room.
    fn keep_held(&self, known: &Known, held: &Held) -> Result<(), Trouble> {
        let rows = self.share_rows()?;
        let ours = self.known_pairings().into_iter().filter(|one| one.mailbox == Some(known.id));
        let changed = ours.filter_map(|one| {
            let letters = rows.letters.get(&one.id.hex())?;
            let held = held.get(&one.member).map_or(0, |(_, how_many)| *how_many);
            let changed = Letters { held, ..letters.clone() };
            (changed != *letters).then(|| letters_row(&one.id.hex(), Some(&changed)))
        });
        self.keep_rows(&changed.collect::<Vec<_>>())
    }
}

/// From where to read again, if the host is not where it was: it was put back to an older day, or
/// began anew. After such a day it leaps on, if who runs it knows (`hearth-host hold`).
fn went_back(mail: &Mail, page: &Page) -> Option<i64> {
    let last = page.last.unwrap_or(mail.last);
    let lost = last < mail.last || (mail.last > 0 && last - mail.last >= LEAP);
    let acked = page.acked.unwrap_or(mail.cursor).max(0);
    (mail.again || lost || acked < mail.cursor).then_some(acked)
}

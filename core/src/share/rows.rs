//! What one phone keeps, in the store's sealed rows, of its mailbox, of pairings on the way, and of
//! what it follows. Keys and places are kept as letters of base64.

use super::kept::Kept;
use super::keys::{Own, Public};
pub use super::letters::Letters;
use super::link::Reach;
use super::mailbox::{Access, MEMBER};
use super::pair::{Half, Place};
use crate::base64::{decode_url, encode_url};
use crate::store::{FOLLOWED, SyncRow, Synced};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use url::Url;
use zeroize::{Zeroize, Zeroizing};

const MAIL: &str = "share-mail/";
const MEETING: &str = "share-meeting/";
const LETTERS: &str = "share-letters/";
const POSTED: &str = "share-posted/";

/// Something secret as letters: wiped when it goes, and printed as `[redacted]`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct Hidden(String);

impl Hidden {
    /// Of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(encode_url(bytes))
    }

    /// The bytes.
    pub fn bytes(&self) -> Option<Zeroizing<Vec<u8>>> {
        decode_url(&self.0).map(Zeroizing::new)
    }
}

impl Drop for Hidden {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

/// This phone's place in its own mailbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Mail {
    /// What it opens it with.
    pub access: Hidden,
    /// The host has made the mailbox and let this phone in.
    pub admitted: bool,
    /// Everything up to this number was taken in.
    pub cursor: i64,
    /// The number that was given last, as the host last said.
    pub last: i64,
    /// It did not know this phone: what was left there is left again.
    pub again: bool,
    /// When it was last asked: milliseconds since 1970.
    pub asked: Option<i64>,
    /// The key of the sentence for what last went wrong.
    pub trouble: Option<String>,
    /// The host knows that the mailbox was ended.
    pub end_told: bool,
}

impl Mail {
    /// What it opens it with.
    pub fn access(&self) -> Option<Access> {
        Access::from_bytes(&self.access.bytes()?)
    }
}

/// Who is being met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meets {
    /// A carer, by the person.
    Carer,
    /// The person's new phone, by an old one.
    NewPhone,
    /// The person, by a carer.
    Person,
}

/// A pairing on the way. Its name is its member's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Who is being met.
    pub meets: Meets,
    /// What begins the digits.
    pub first: Hidden,
    place: Hidden,
    own: Hidden,
    half: Hidden,
    other: Option<Hidden>,
    /// For a carer: what their place is opened with once the person said yes.
    pub access: Option<Hidden>,
    /// What the other side is called, where it was said.
    pub name: String,
    /// Our own half is there for the other side to read.
    pub told: bool,
    /// Two sides answered: this goes no further.
    pub between: bool,
    /// Whoever holds this phone said that the digits are the same.
    pub same: bool,
    /// When it was begun: milliseconds since 1970.
    pub begun: i64,
    /// How many of the parts of the plan a new phone has been sent.
    #[serde(default)]
    pub sent: u32,
    /// It was given up here, and the host has not heard of it.
    #[serde(default)]
    pub refused: bool,
    /// The key of the sentence for what last went wrong.
    #[serde(default)]
    pub trouble: Option<String>,
}

impl Meeting {
    /// A new one.
    pub fn new(meets: Meets, first: &[u8], place: &Place, (own, half): (&Own, &Half), begun: i64) -> Self {
        Self {
            meets,
            first: Hidden::of(first),
            place: Hidden::of(&place.to_bytes()),
            own: Hidden::of(&own.to_bytes()),
            half: Hidden::of(&half.to_bytes()),
            other: None,
            access: None,
            name: String::new(),
            told: false,
            between: false,
            same: false,
            begun,
            sent: 0,
            refused: false,
            trouble: None,
        }
    }

    /// Where they meet.
    pub fn place(&self) -> Option<Place> {
        // It was looked at when it came, or is of this phone's own host.
        Place::from_bytes(&self.place.bytes()?, Reach::ThisMachine).ok()
    }

    /// Our keys.
    pub fn own(&self) -> Option<Own> {
        Own::from_bytes(&self.own.bytes()?)
    }

    /// Our half.
    pub fn half(&self) -> Option<Half> {
        Half::from_bytes(&self.half.bytes()?)
    }

    /// The other side's half, once it came.
    pub fn other(&self) -> Option<Half> {
        Half::from_bytes(&self.other.as_ref()?.bytes()?)
    }

    /// Takes the other side's half. A second one that differs ends it: somebody else has the
    /// invitation too.
    pub fn takes(&mut self, half: &Half) {
        match self.other() {
            Some(there) if there != *half => self.between = true,
            _ => self.other = Some(Hidden::of(&half.to_bytes())),
        }
    }

    /// The six digits, once both halves are there.
    pub fn digits(&self) -> Option<String> {
        if self.between {
            return None;
        }
        let (ours, theirs, first) = (self.half()?, self.other()?, self.first.bytes()?);
        // Who committed first shows their half last.
        let (answer, shown) = match self.meets {
            Meets::Carer => (&theirs, &ours),
            Meets::NewPhone | Meets::Person => (&ours, &theirs),
        };
        Some(super::pair::digits(&first, answer, shown))
    }
}

/// A letter that waits to be left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// Its number.
    pub number: u64,
    /// It, sealed.
    pub letter: Hidden,
}

/// What a carer has of a pairing with somebody whom they follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paired {
    url: String,
    access: Hidden,
    own: Hidden,
    theirs: Hidden,
    /// The number of the last letter that was written.
    pub number: u64,
    /// Letters that wait for signal, the oldest first.
    pub waiting: Vec<Waiting>,
    /// The host no longer takes letters of ours.
    pub refused: bool,
}

impl Paired {
    /// As it was agreed.
    pub fn new(url: &Url, access: &Access, own: &Own, theirs: &Public) -> Self {
        Self {
            url: url.as_str().to_owned(),
            access: Hidden::of(&access.to_bytes()),
            own: Hidden::of(&own.to_bytes()),
            theirs: Hidden::of(&theirs.to_bytes()),
            number: 0,
            waiting: Vec::new(),
            refused: false,
        }
    }

    /// Whether it is the same place in the same mailbox.
    pub fn is_at(&self, other: &Self) -> bool {
        self.url == other.url && self.access == other.access
    }

    /// The mailbox's address.
    pub fn url(&self) -> Option<Url> {
        Url::parse(&self.url).ok()
    }

    /// What our place in it is opened with.
    pub fn access(&self) -> Option<Access> {
        Access::from_bytes(&self.access.bytes()?)
    }

    /// Our keys.
    pub fn own(&self) -> Option<Own> {
        Own::from_bytes(&self.own.bytes()?)
    }

    /// The person's.
    pub fn theirs(&self) -> Option<Public> {
        Public::from_bytes(&self.theirs.bytes()?)
    }
}

/// Somebody whose plan is followed here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followed {
    /// What whoever follows calls them.
    pub name: String,
    /// The copy; none once it is proven that it is over.
    pub kept: Option<Kept>,
    /// How it ended, where it did: the key of its sentence and when, milliseconds since 1970.
    pub over: Option<(String, i64)>,
    /// The pairing, where there is one.
    pub paired: Option<Paired>,
    /// When it was last asked for, whatever came of it: milliseconds since 1970.
    pub asked: i64,
    /// When it was first kept.
    pub since: i64,
}

/// Everything that is kept of this.
#[derive(Debug, Default)]
pub struct Rows {
    /// Own mailboxes, by the name of their entry.
    pub mail: BTreeMap<String, Mail>,
    /// Pairings on the way, by their member's name.
    pub meetings: BTreeMap<String, Meeting>,
    /// Letters, by the name of the pairing's entry.
    pub letters: BTreeMap<String, Letters>,
    /// Up to where each other phone was sent what is here.
    pub posted: BTreeMap<String, u64>,
    /// Who is followed.
    pub followed: BTreeMap<String, Followed>,
}

impl Rows {
    /// Reads what is kept. What can't be trusted is passed over; a copy that opens is kept in any case.
    pub fn read(synced: &Synced) -> Self {
        let mut rows = Rows::default();
        for (name, holds) in &synced.rows {
            if let Some(id) = name.strip_prefix(FOLLOWED) {
                rows.followed.extend(unpack(holds).map(|row| (id.to_owned(), row)));
            } else if synced.changed {
                continue;
            } else if let Some(id) = name.strip_prefix(MAIL) {
                rows.mail.extend(unpack(holds).map(|row| (id.to_owned(), row)));
            } else if let Some(id) = name.strip_prefix(MEETING) {
                rows.meetings.extend(unpack(holds).map(|row| (id.to_owned(), row)));
            } else if let Some(id) = name.strip_prefix(LETTERS) {
                rows.letters.extend(unpack(holds).map(|row| (id.to_owned(), row)));
            } else if let Some(id) = name.strip_prefix(POSTED) {
                rows.posted.extend(unpack(holds).map(|row| (id.to_owned(), row)));
            }
        }
        rows
    }
}

/// The row of a mailbox.
pub fn mail_row(id: &str, mail: Option<&Mail>) -> SyncRow {
    row(MAIL, id, mail)
}

/// The row of a pairing on the way; none takes it away.
pub fn meeting_row(id: &str, meeting: Option<&Meeting>) -> SyncRow {
    row(MEETING, id, meeting)
}

/// The row of a pairing's letters.
pub fn letters_row(id: &str, letters: Option<&Letters>) -> SyncRow {
    row(LETTERS, id, letters)
}

/// The row of what another phone was sent.
pub fn posted_row(id: &str, upto: Option<u64>) -> SyncRow {
    row(POSTED, id, upto.as_ref())
}

/// The row of somebody who is followed; none takes it away.
pub fn followed_row(id: &str, followed: Option<&Followed>) -> SyncRow {
    row(FOLLOWED, id, followed)
}

/// A member's name as a row's.
pub fn named(member: &[u8; MEMBER]) -> String {
    crate::sync::hex(member)
}

fn row<T: Serialize>(begins: &str, id: &str, holds: Option<&T>) -> SyncRow {
    let holds = holds.map(|value| Zeroizing::new(serde_json::to_vec(value).unwrap_or_default()));
    SyncRow { name: format!("{begins}{id}"), holds }
}

fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_slice(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meeting() -> (Meeting, Half) {
        let own = Own::new().unwrap();
        let half = Half::new(&own, vec![1, 2]).unwrap();
        let url = "https://host.example.org/m/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let place = Place::new(Url::parse(url).unwrap()).unwrap();
        (Meeting::new(Meets::Carer, b"first", &place, (&own, &half), 5), half)
    }

    #[test]
    fn what_is_kept_reads_back_as_it_was_and_prints_no_secret() {
        let (meeting, half) = meeting();
        let rows = [meeting_row("00", Some(&meeting)), posted_row("01", Some(7)), mail_row("02", None)];
        let rows = rows.into_iter().filter_map(|row| Some((row.name, row.holds?))).collect();
        let read = Rows::read(&Synced { rows, changed: false });
        assert_eq!(read.meetings["00"], meeting);
        assert_eq!((read.meetings["00"].half(), read.posted["01"]), (Some(half), 7));
        assert!(read.meetings["00"].place().is_some() && read.meetings["00"].own().is_some());
        assert!(format!("{meeting:?}").contains("[redacted]"));
        assert!(!format!("{meeting:?}").contains(&meeting.place.0));
    }

    #[test]
    fn a_second_answer_that_differs_ends_a_pairing_and_the_same_one_again_does_not() {
        let (mut meeting, _) = meeting();
        let answer = |byte| Half::new(&Own::from_bytes(&[byte; 64]).unwrap(), vec![]).unwrap();
        let first = answer(1);
        assert_eq!(meeting.digits(), None);
        meeting.takes(&first);
        meeting.takes(&first);
        assert!(meeting.digits().is_some() && !meeting.between);
        meeting.takes(&answer(2));
        assert!(meeting.digits().is_none() && meeting.between);
        assert_eq!(meeting.other(), Some(first));
    }

    #[test]
    fn a_copy_that_opens_is_kept_where_all_else_is_forgotten() {
        let followed =
            Followed { name: "Jo".into(), kept: None, over: None, paired: None, asked: 1, since: 1 };
        let rows = [followed_row("00", Some(&followed)), posted_row("01", Some(7))];
        let rows = rows.into_iter().filter_map(|row| Some((row.name, row.holds?))).collect();
        let read = Rows::read(&Synced { rows, changed: true });
        assert_eq!((read.followed["00"].name.as_str(), read.posted.len()), ("Jo", 0));
    }
}

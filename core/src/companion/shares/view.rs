//! What the person sees of what they share: what anybody can open now, until when, who looked, and
//! what the host has not heard yet.

use super::super::{Companion, Trouble};
use super::deliver::sections_of;
use super::{Known, ShareSection};
use crate::record::{EntityId, When};
use crate::share::host::{self, Host, Look};
use crate::share::link::{Link, hides};
use crate::share::state::{Held, Made};
use crate::sync::http::{Http, HttpError, Request, Response};
use crate::words::Arg;

/// How a share stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareStanding {
    /// It is made here, and its host does not have it yet.
    Waiting,
    /// Whoever has the link can open it.
    Open,
    /// Nobody can open it until it is resumed.
    Paused,
    /// It is to be paused, and the host has not heard yet: it can still be opened.
    NotYetPaused,
    /// It was tried too often with a wrong passcode: the host opens it to nobody.
    Locked,
    /// It has ended by itself.
    Expired,
    /// It was ended, and the host has not heard yet: it can still be opened.
    NotYetEnded,
    /// It was ended, and the host knows.
    Ended,
    /// The host no longer has it.
    Gone,
}

impl ShareStanding {
    fn key(self) -> &'static str {
        match self {
            ShareStanding::Waiting => "share-waiting",
            ShareStanding::Open => "share-open",
            ShareStanding::Paused => "share-paused",
            ShareStanding::NotYetPaused => "share-not-yet-paused",
            ShareStanding::Locked => "share-locked",
            ShareStanding::Expired => "share-expired",
            ShareStanding::NotYetEnded => "share-not-yet-ended",
            ShareStanding::Ended => "share-ended",
            ShareStanding::Gone => "share-gone",
        }
    }
}

/// One look at a share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookView {
    /// When and who, as they said themselves.
    pub line: String,
}

/// One share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareView {
    /// Its entry.
    pub id: EntityId,
    /// What it is called.
    pub label: String,
    /// How it stands.
    pub standing: ShareStanding,
    /// What to say of it: how it stands, until when, what went wrong last.
    pub lines: Vec<String>,
    /// That it ends soon; "" where it does not.
    pub warning: String,
    /// What its sections are called; none on a phone that did not make it.
    pub sections: Vec<String>,
    /// The link, on the phone that made it and as long as there is something behind it. It is a
    /// key: shown to whom the person gives it, and logged nowhere.
    pub link: Option<String>,
    /// The passcode, there too.
    pub passcode: Option<String>,
    /// When it ends by itself: milliseconds since 1970.
    pub until: Option<i64>,
    /// Who looked, the newest first.
    pub looks: Vec<LookView>,
}

/// Everything that is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharesView {
    /// The address of the host; "" where none is in use.
    pub host: String,
    /// The shares: what can be opened first, then the newest.
    pub shares: Vec<ShareView>,
    /// How many can be opened now, as far as is known.
    pub open: usize,
}

/// A share of a day or less is warned of this long before its end, a longer one a day before.
const SOON: i64 = 30 * 60_000;
const DAY: i64 = 86_400_000;

impl Companion {
    /// What is shared, as this phone knows it. Asks nobody.
    ///
    /// # Errors
    /// [`Trouble`], where the store does not read.
    pub fn shares(&self) -> Result<SharesView, Trouble> {
        let mut state = self.share_state()?;
        let mut known = self.known_shares();
        // What was removed is shown until its host has heard.
        known.retain(|one| !one.removed || state.shares.get(&one.id.hex()).is_none_or(|held| !held.end_told));
        let mut shares: Vec<ShareView> = known
            .iter()
            .map(|known| self.share_view(known, &state.shares.remove(&known.id.hex()).unwrap_or_default()))
            .collect();
        shares.sort_by_key(|share| (!can_be_opened(share.standing), std::cmp::Reverse(share.until)));
        let open = shares.iter().filter(|share| can_be_opened(share.standing)).count();
        let host = state.host.as_ref().map(|row| row.origin.clone()).unwrap_or_default();
        Ok(SharesView { host, shares, open })
    }

    /// One share.
    ///
    /// # Errors
    /// [`Trouble::NotFound`].
    pub fn share(&self, id: EntityId) -> Result<ShareView, Trouble> {
        let held = self.share_state()?.shares.remove(&id.hex()).unwrap_or_default();
        Ok(self.share_view(&self.known_share(id)?, &held))
    }

    fn share_view(&self, known: &Known, held: &Held) -> ShareView {
        let now = self.platform.clock.now();
        let standing = standing(known, held, now.ms);
        let words = &self.words;
        let mut lines = vec![words.plain(standing.key(), &[])];
        if known.lost && known.ended.is_some() {
            lines.push(words.plain("share-ended-lost", &[]));
        }
        let date = |ms| self.moment(ms, now);
        if let (Some(until), None) = (known.until, known.ended) {
            let key = if known.is_past(held, now.ms) { "share-was-until" } else { "share-until" };
            lines.push(words.say(key, &[("date", Arg::Text(&date(until)))]));
        }
        if held.made.is_none() && can_be_opened(standing) {
            lines.push(words.plain("share-made-elsewhere", &[]));
        }
        if let Some(asked) = held.asked.filter(|_| can_be_opened(standing)) {
            lines.push(words.say("share-asked", &[("date", Arg::Text(&date(asked)))]));
        }
        if let Some(left) = held.stands.as_ref().and_then(|stands| stands.remaining_attempts)
            && (1..10).contains(&left)
        {
            lines.push(words.say("share-wrong-passcodes", &[("n", Arg::Number(left))]));
        }
        lines.extend(held.trouble.as_deref().map(|key| words.plain(known_key(key), &[])));
        let made =
            held.made.as_ref().filter(|_| can_be_opened(standing) || standing == ShareStanding::Paused);
        let made = made.filter(|_| !known.removed);
        let sections = made.map(sections_of).unwrap_or_default();
        ShareView {
            id: known.id,
            label: known.label.clone(),
            standing,
            lines,
            warning: self.warning(known, standing, now),
            sections: sections.into_iter().map(|one: ShareSection| words.plain(one.key(), &[])).collect(),
            link: made.and_then(|made| link_of(known, made)),
            passcode: made.and_then(|made| made.passcode().map(str::to_owned)),
            until: known.until,
            looks: held.looks.iter().map(|look| LookView { line: self.look_line(look, now) }).collect(),
        }
    }

    fn warning(&self, known: &Known, standing: ShareStanding, now: When) -> String {
        let Some(until) = known.until.filter(|until| can_be_opened(standing) && *until > now.ms) else {
            return String::new();
        };
        let made =
            self.ledger().record().entity(crate::plan::Kind::Share.number(), known.id).and_then(|entity| {
                let share = crate::plan::Share::read(known.id, entity);
                share.made.first().map(|at| at.ms)
            });
        let long = made.is_some_and(|made| until.saturating_sub(made) > DAY);
        let soon = if long { DAY } else { SOON };
        match until.saturating_sub(now.ms) <= soon {
            true => self.words.say("share-ends-soon", &[("date", Arg::Text(&self.moment(until, now)))]),
            false => String::new(),
        }
    }

    fn look_line(&self, look: &Look, now: When) -> String {
        let date = self.moment(look.at.saturating_mul(1000), now);
        let who: String =
            look.recipient.as_deref().unwrap_or_default().chars().filter(|c| !hides(*c)).collect();
        match who.trim() {
            "" => self.words.say("share-looked-nobody", &[("date", Arg::Text(&date))]),
            who => self.words.say("share-looked", &[("name", Arg::Text(who)), ("date", Arg::Text(&date))]),
        }
    }

    /// A day and a time by this phone's clock.
    pub(in crate::companion) fn moment(&self, ms: i64, now: When) -> String {
        let shifted = ms.checked_add(i64::from(now.offset) * 60_000);
        let at = shifted.and_then(chrono::DateTime::from_timestamp_millis);
        at.map_or_else(
            || self.words.plain("date-clock-wrong", &[]),
            |at| self.words.day_at(at.date_naive(), at.time()),
        )
    }
}

/// Whether it can be opened by somebody, or soon, as far as is known here.
fn can_be_opened(standing: ShareStanding) -> bool {
    use ShareStanding::{NotYetEnded, NotYetPaused, Open, Waiting};
    matches!(standing, Open | Waiting | NotYetPaused | NotYetEnded)
}

fn standing(known: &Known, held: &Held, now: i64) -> ShareStanding {
    let past = known.is_past(held, now);
    let never_there = held.made.as_ref().is_some_and(|made| !made.taken || made.revision == 0);
    match (known.ended, &held.stands) {
        (Some(_), _) if held.end_told => ShareStanding::Ended,
        (Some(_), _) => ShareStanding::NotYetEnded,
        _ if past => ShareStanding::Expired,
        _ if held.gone => ShareStanding::Gone,
        _ if never_there => ShareStanding::Waiting,
        (None, Some(stands)) if stands.remaining_attempts == Some(0) => ShareStanding::Locked,
        (None, Some(stands)) if known.paused && stands.paused => ShareStanding::Paused,
        _ if known.paused => ShareStanding::NotYetPaused,
        _ => ShareStanding::Open,
    }
}

fn link_of(known: &Known, made: &Made) -> Option<String> {
    let origin = host::origin(&known.host).ok()?;
    let url = Host::new(&Nowhere, &origin).place(known.control.as_ref()?).ok()?;
    let exp = known.until.map(|until| until / 1000);
    let link = Link { url, key: made.key()?, exp, flags: made.flags(), label: known.label.clone() };
    link.to_text_at(origin.as_str()).ok().map(|text| text.as_str().to_owned())
}

/// A network that nothing is sent by.
struct Nowhere;

impl Http for Nowhere {
    fn send(&self, _: &Request) -> Result<Response, HttpError> {
        Err(HttpError::NoConnection)
    }
}

/// Keys that another version of the app kept may have no sentence now.
fn known_key(key: &str) -> &'static str {
    const KNOWN: [&str; 12] = [
        "error-share-no-connection",
        "error-share-slow",
        "error-share-not-proven",
        "error-share-address",
        "error-share-clock",
        "error-share-elsewhere",
        "error-share-gone",
        "error-share-ended",
        "error-share-token",
        "error-share-busy",
        "error-share-too-much",
        "error-share-unreadable",
    ];
    KNOWN.into_iter().find(|known| *known == key).unwrap_or("error-share-unreadable")
}

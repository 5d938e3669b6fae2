//! Making at the host what the plan wishes. First it is asked how the share stands there; then only
//! what differs is sent. So it may be begun again after anything.

use super::super::{Companion, Trouble, Writer};
use super::content::Proofs;
use super::{Known, ShareSection};
use crate::plan::{Kind, Share};
use crate::record::{EntityId, Value};
use crate::share::host::{self, Host, HostError, New, Stands};
use crate::share::state::{Held, HostRow, Made, last_row, share_row};
use crate::share::version::with_tag;
use crate::share::{jwe, kept};
use crate::sync::http::Http;

impl Companion {
    /// Brings every share at its host to what the plan says of it: makes, replaces, pauses, resumes,
    /// extends and ends, and asks who looked. What could not be told is kept and told again the next
    /// time.
    ///
    /// # Errors
    /// [`Trouble`], where the store does not read or write. A host that is away is no error: each
    /// share says how it stands.
    pub fn deliver_shares(&self) -> Result<super::SharesView, Trouble> {
        let known = self.known_shares();
        if !known.is_empty() {
            let http = self.http()?;
            for known in &known {
                self.deliver(&*http, known)?;
            }
        }
        self.shares()
    }

    pub(super) fn deliver_one(&self, id: EntityId) -> Result<(), Trouble> {
        let known = self.known_share(id)?;
        let http = self.http()?;
        self.deliver(&*http, &known)
    }

    fn deliver(&self, http: &dyn Http, known: &Known) -> Result<(), Trouble> {
        let mut state = self.share_state()?;
        let before = state.shares.remove(&known.id.hex()).unwrap_or_default();
        let mut held = before.clone();
        let told = self.told(http, known, &mut held, state.host.as_ref())?;
        held.trouble = told.err().map(|error| error.key().to_owned());
        if held != before {
            let entry = known.id.hex();
            let mut rows = vec![share_row(&entry, Some(&held))];
            if held.last() != before.last() {
                rows.push(last_row(&entry, &held));
            }
            self.ledger().keep_synced(&rows)?;
        }
        Ok(())
    }

    pub(super) fn keep_share(&self, id: EntityId, held: &Held) -> Result<(), Trouble> {
        Ok(self.ledger().keep_synced(&[share_row(&id.hex(), Some(held))])?)
    }

    /// Tells the host; the inner error is the host's.
    fn told(
        &self,
        http: &dyn Http,
        known: &Known,
        held: &mut Held,
        enrolled: Option<&HostRow>,
    ) -> Result<Result<(), HostError>, Trouble> {
        let Some(control) = &known.control else { return Ok(Err(HostError::NotReadable)) };
        let origin = match host::origin(&known.host) {
            Ok(origin) => origin,
            Err(error) => return Ok(Err(error)),
        };
        let host = Host::new(http, &origin);
        let now = self.platform.clock.now();
        if let Some(at) = known.ended {
            // Nobody needs its key any more, whatever the host says.
            held.made = None;
            if !held.end_told {
                // Whoever has a lost phone could sign an end: none is left of what was ended for it.
                match host.end(control, (!known.lost).then_some(at)) {
                    Ok(()) => held.end_told = true,
                    Err(error) => return Ok(Err(error)),
                }
            }
            return Ok(Ok(()));
        }
        if known.is_past(held, now.ms) {
            return Ok(Ok(()));
        }
        let stands = match self.looked(&host, known, held, enrolled) {
            Ok(Some(stands)) => stands,
            Ok(None) => return Ok(Ok(())),
            Err(error) => return Ok(Err(error)),
        };
        if stands.ended.is_some() {
            // Ended by another phone of the person's: ended wins, also before its word came.
            (held.made, held.end_told) = (None, true);
            let ended = Value::Instant(now.ms, now.offset);
            self.write(Kind::Share, known.id, &Share::ENDED, ended, &Writer::Person)?;
            return Ok(Ok(()));
        }
        // Past by both clocks: where only this phone's is, the host is told as ever; where only the
        // host's is, it says so itself.
        let until = known.until.unwrap_or(i64::MAX);
        if until <= now.ms && stands.is_past(until) != Some(false) {
            return Ok(over(&host, known, held, stands, now.ms));
        }
        let time_key = enrolled.filter(|row| row.origin == known.host).and_then(|row| row.time_key.clone());
        let until = known.until.unwrap_or_default();
        self.renew(held, &Proofs { control: Some(control), time_key, until, version: 0 })?;
        if held.made.as_ref().is_some_and(|made| made.waiting.is_some()) {
            // On the disk before it is sent: what is sent twice is the same.
            self.keep_share(known.id, held)?;
        }
        Ok(brought(&host, known, held, stands, now.ms))
    }

    /// How it stands at the host, which first takes it where it never had it. `None`: it is gone.
    fn looked(
        &self,
        host: &Host<'_>,
        known: &Known,
        held: &mut Held,
        enrolled: Option<&HostRow>,
    ) -> Result<Option<Stands>, HostError> {
        let Some(control) = &known.control else { return Ok(None) };
        match host.stands(control) {
            Err(HostError::NotThere) => {}
            stands => {
                if let (Ok(_), Some(made)) = (&stands, &mut held.made) {
                    made.taken = true;
                }
                held.gone = false;
                return stands.map(Some);
            }
        }
        let Some(made) = held.made.as_mut().filter(|made| !made.taken) else {
            held.gone = true;
            return Ok(None);
        };
        let token = enrolled.filter(|row| row.origin == known.host).ok_or(HostError::NoToken)?.token();
        let exp = known.until.map(|until| until / 1000);
        let passcode = made.passcode().map(str::to_owned);
        host.make(control, &token, &New { flags: made.flags(), exp, passcode: passcode.as_deref() })?;
        made.taken = true;
        host.stands(control).map(Some)
    }

    /// A share that is kept up to date gets a new version where the plan says something else now,
    /// also of when it ends. One that stays as it was previewed gets only its end changed: whoever
    /// keeps a copy goes by what the file says of that.
    fn renew(&self, held: &mut Held, proofs: &Proofs<'_>) -> Result<(), Trouble> {
        let Some(made) = held.made.as_mut() else { return Ok(()) };
        if !made.long {
            return ends_anew(made, proofs);
        }
        let sections = sections_of(made);
        let content = said_and_until(&self.share_sum(&sections), proofs.until);
        if content != made.content {
            self.seal_version(made, &sections, proofs)?;
            made.content = content;
        }
        Ok(())
    }

    /// Seals what the sections say now, to wait for the host: the same key, a fresh nonce.
    pub(super) fn seal_version(
        &self,
        made: &mut Made,
        sections: &[ShareSection],
        proofs: &Proofs<'_>,
    ) -> Result<(), Trouble> {
        made.version = made.version.saturating_add(1);
        let proofs = Proofs { version: made.version, ..proofs.clone() };
        let file = self.share_file(sections, self.platform.clock.now(), &proofs);
        if file.len() > jwe::MAX_FILE {
            return Err(HostError::TooLong.into());
        }
        let file = String::from_utf8(file).map_err(|_| Trouble::Fault)?;
        made.waiting = Some(proofs.sealed(made, file)?);
        Ok(())
    }
}

/// The version that the host has, with another end and else as it is.
fn ends_anew(made: &mut Made, proofs: &Proofs<'_>) -> Result<(), Trouble> {
    let Some((sum, _)) = made.content.split_once(UNTIL) else { return Ok(()) };
    let content = said_and_until(sum, proofs.until);
    if content == made.content {
        return Ok(());
    }
    let file = made.waiting.as_ref().or(made.last.as_ref()).zip(made.key());
    let file = file.and_then(|(sealed, key)| jwe::open(&key, sealed).ok());
    let file = file.and_then(|file| String::from_utf8(file.plain.to_vec()).ok());
    // One that was made before versions said when they end has nothing to be changed.
    let Some(file) = file.and_then(|file| with_tag(&file, kept::UNTIL, &proofs.ends())) else {
        return Ok(());
    };
    made.version = made.version.saturating_add(1);
    let numbered = with_tag(&file, kept::VERSION, &made.version.to_string());
    made.waiting = Some(proofs.sealed(made, numbered.unwrap_or(file))?);
    made.content = content;
    Ok(())
}

/// What stands between what a version said and when it was to end.
const UNTIL: &str = " until ";

/// What a version was made of: what its sections said, and until when it was to be open.
pub(super) fn said_and_until(sum: &str, until: i64) -> String {
    format!("{sum}{UNTIL}{until}")
}

/// The sections of a share that this app knows.
pub(super) fn sections_of(made: &Made) -> Vec<ShareSection> {
    made.sections.iter().filter_map(|name| ShareSection::of_name(name)).collect()
}

/// It has ended by itself, by the host's own clock. Where the host was to close it earlier than it
/// was told, it is shut there all the same.
fn over(
    host: &Host<'_>,
    known: &Known,
    held: &mut Held,
    mut stands: Stands,
    now: i64,
) -> Result<(), HostError> {
    let Some(control) = &known.control else { return Ok(()) };
    if stands.exp != known.until.map(|until| until / 1000) && !stands.paused {
        host.pause(control, true)?;
        stands.paused = true;
    }
    (held.stands, held.asked) = (Some(stands), Some(now));
    Ok(())
}

/// Sends what differs: what closes first, what opens last.
fn brought(
    host: &Host<'_>,
    known: &Known,
    held: &mut Held,
    mut stands: Stands,
    now: i64,
) -> Result<(), HostError> {
    let Some(control) = &known.control else { return Ok(()) };
    if known.paused && !stands.paused {
        host.pause(control, true)?;
        stands.paused = true;
    }
    let exp = known.until.map(|until| until / 1000);
    if stands.exp != exp {
        host.extend(control, exp)?;
        stands.exp = exp;
    }
    if let Some(made) = held.made.as_mut()
        && stands.revision < made.revision
        && made.waiting.is_none()
    {
        // A backup of it was restored: what it was given since is given again.
        made.waiting = made.last.clone();
    }
    if let Some(made) = held.made.as_mut()
        && let Some(sealed) = made.waiting.clone()
    {
        let files = [(jwe::FHIR, sealed)];
        let next = stands.revision.max(made.revision).saturating_add(1);
        let revision = match host.put(control, next, &files) {
            Err(HostError::Behind(there)) => {
                let next = there.saturating_add(1);
                host.put(control, next, &files)?;
                next
            }
            put => {
                put?;
                next
            }
        };
        (made.revision, made.last) = (revision, made.waiting.take());
        (stands.revision, stands.held) = (revision, false);
    }
    if !known.paused && (stands.paused || stands.held) {
        host.pause(control, false)?;
        (stands.paused, stands.held) = (false, false);
    }
    if stands.served > 0 && held.stands.as_ref().is_none_or(|before| before.served != stands.served) {
        held.looks = host.receipts(control)?;
    }
    held.stands = Some(stands);
    held.asked = Some(now);
    Ok(())
}

//! Looking whether copies are still so: quietly, not too often, not too much at once. Whatever a host
//! says or does not say, a copy goes on a proof alone ([`Checked::is_over`]).

use super::super::{Companion, Trouble};
use super::{FollowingView, fits};
use crate::share::follow::FollowError;
use crate::share::host::HostError;
use crate::share::kept::{Checked, Kept};
use crate::share::mailbox::Door;
use crate::share::manifest::ManifestError;
use crate::share::rows::{Paired, Rows};

/// A copy is not asked for again before this time has gone by: an hour.
const QUIET: i64 = 3_600_000;
/// Nor, where somebody asks for it, before this: ten seconds.
const ASKED: i64 = 10_000;
/// Most bytes that one pass fetches.
const PASS: usize = 8 << 20;

impl Companion {
    /// Looks at each copy that was not looked at for an hour; where `now`, at each one. Sends
    /// suggestions that wait, too. Where there is no signal everything stays as it was.
    ///
    /// # Errors
    /// [`Trouble`], where the store does not read or write.
    pub fn refresh_following(&self, now: bool) -> Result<FollowingView, Trouble> {
        let ids: Vec<String> = self.share_rows()?.followed.into_keys().collect();
        let mut fetched = 0;
        for id in ids {
            if fetched < PASS {
                fetched += self.refresh_one(&id, now)?;
            }
        }
        self.follow_look()
    }

    /// Looks at one copy, if it is time; how many bytes that fetched. What became of it while the host
    /// was asked (it was forgotten, more was suggested, another look was quicker) stays so.
    pub(super) fn refresh_one(&self, id: &str, asked_for: bool) -> Result<usize, Trouble> {
        self.send_waiting(id)?;
        let rows = self.share_rows()?;
        let Some(before) = rows.followed.get(id) else { return Ok(0) };
        let now = self.platform.clock.now().ms;
        let quiet = if asked_for { ASKED } else { QUIET };
        // A clock that was put back is no reason never to look again.
        let waits = now >= before.asked && now.saturating_sub(before.asked) < quiet;
        let Some(kept) = before.kept.as_ref().filter(|_| !waits) else { return Ok(0) };
        let (looked, fetched) = self.checked(id, &rows, kept)?;
        let refused = match (&looked, &before.paired) {
            (Looked::Kept(_), Some(paired)) => self.was_here(paired)?,
            _ => None,
        };
        self.change_followed(id, |followed| {
            let is_same = followed.kept.as_ref().is_some_and(|now| now.pin() == kept.pin());
            match looked {
                Looked::Over(key, at) if is_same => {
                    followed.over = Some((key.to_owned(), at));
                    (followed.kept, followed.paired) = (None, None);
                }
                Looked::Kept(found) if followed.kept.as_ref() == Some(kept) => followed.kept = Some(found),
                Looked::Over(..) | Looked::Kept(_) => {}
            }
            let before = before.paired.as_ref();
            let paired = followed.paired.as_mut().filter(|now| before.is_some_and(|one| one.is_at(now)));
            if let (Some(paired), Some(refused)) = (paired, refused) {
                paired.refused = refused;
            }
            followed.asked = now;
        })?;
        Ok(fetched)
    }

    /// A paired carer looks into their own place too: so the person sees that it was they who looked,
    /// which a link that may have been passed on can't say. Whether that place is closed to them.
    fn was_here(&self, paired: &Paired) -> Result<Option<bool>, Trouble> {
        let (Some(url), Some(access)) = (paired.url(), paired.access()) else { return Ok(None) };
        Ok(match Door::new(&*self.http()?, &url, &access).read(0) {
            Ok(_) => Some(false),
            Err(HostError::NotThere) => Some(true),
            Err(_) => None,
        })
    }

    fn checked(&self, id: &str, rows: &Rows, before: &Kept) -> Result<(Looked, usize), Trouble> {
        let mut kept = before.clone();
        let (http, world) = (self.http()?, self.world());
        let said = kept.check(&*http, &*world, &self.recipient(), self.platform.outside.reach);
        let fetched = if matches!(said, Checked::New | Checked::Same) { kept.file.len() } else { 0 };
        let looked = match said {
            Checked::Ended(at) | Checked::Expired(at) => Looked::Over(said.key(), at),
            Checked::New if !fits(rows, Some(id), &kept) => {
                // Too large to be kept: the one before is better than none.
                let trouble = FollowError::Manifest(ManifestError::TooLarge).key();
                Looked::Kept(before.clone().with_trouble(trouble))
            }
            _ => Looked::Kept(kept),
        };
        Ok((looked, fetched))
    }
}

/// What a look came to.
enum Looked {
    /// This is to be kept.
    Kept(Kept),
    /// It is proven to be over: the key of its sentence, and when.
    Over(&'static str, i64),
}

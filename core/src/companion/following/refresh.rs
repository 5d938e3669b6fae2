//! Looking whether copies are still so: quietly, not too often, not too much at once. Whatever a host
//! says or does not say, a copy goes on a proof alone ([`Checked::is_over`]).

use super::super::{Companion, Trouble};
use super::{FollowingView, fits};
use crate::share::follow::FollowError;
use crate::share::host::HostError;
use crate::share::kept::Checked;
use crate::share::mailbox::Door;
use crate::share::manifest::ManifestError;
use crate::share::rows::{Followed, Rows, followed_row};

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

    /// Looks at one copy, if it is time; how many bytes that fetched.
    pub(super) fn refresh_one(&self, id: &str, asked_for: bool) -> Result<usize, Trouble> {
        let rows = self.share_rows()?;
        let Some(mut followed) = rows.followed.get(id).cloned() else { return Ok(0) };
        self.send_waiting(id, &mut followed)?;
        let now = self.platform.clock.now().ms;
        let quiet = if asked_for { ASKED } else { QUIET };
        // A clock that was put back is no reason never to look again.
        let waits = now >= followed.asked && now.saturating_sub(followed.asked) < quiet;
        if waits || followed.kept.is_none() {
            return Ok(0);
        }
        let fetched = self.checked(id, &rows, &mut followed)?;
        self.was_here(&mut followed)?;
        followed.asked = now;
        self.keep_rows(&[followed_row(id, Some(&followed))])?;
        Ok(fetched)
    }

    /// A paired carer looks into their own place too: so the person sees that it was they who looked,
    /// which a link that may have been passed on can't say.
    fn was_here(&self, followed: &mut Followed) -> Result<(), Trouble> {
        let Some(paired) = followed.paired.as_mut() else { return Ok(()) };
        let (Some(url), Some(access)) = (paired.url(), paired.access()) else { return Ok(()) };
        match Door::new(&*self.http()?, &url, &access).read(0) {
            Ok(_) => paired.refused = false,
            Err(HostError::NotThere) => paired.refused = true,
            Err(_) => {}
        }
        Ok(())
    }

    fn checked(&self, id: &str, rows: &Rows, followed: &mut Followed) -> Result<usize, Trouble> {
        let Some(before) = followed.kept.clone() else { return Ok(0) };
        let mut kept = before.clone();
        let (http, world) = (self.http()?, self.world());
        let said = kept.check(&*http, &*world, &self.name_for_others(), self.platform.outside.reach);
        let fetched = if matches!(said, Checked::New | Checked::Same) { kept.file.len() } else { 0 };
        match said {
            Checked::Ended(at) | Checked::Expired(at) => {
                followed.over = Some((said.key().to_owned(), at));
                (followed.kept, followed.paired) = (None, None);
            }
            Checked::New if !fits(rows, Some(id), &kept) => {
                // Too large to be kept: the one before is better than none.
                let trouble = FollowError::Manifest(ManifestError::TooLarge).key();
                followed.kept = Some(before.with_trouble(trouble));
            }
            _ => followed.kept = Some(kept),
        }
        Ok(fetched)
    }
}

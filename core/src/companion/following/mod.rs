//! Following: the plans of other people, as they share them, kept here to be there without signal,
//! each with its age. By a link alone it is read; who is paired may also suggest.

mod calls;
mod given;
mod meet;
mod refresh;
mod suggest;
mod view;

pub use calls::FollowedCall;
pub use given::FollowGiven;
pub use suggest::{FollowedEntry, Suggested};
pub use view::{FollowedCard, FollowedView, FollowingView};

use super::mail::no_chance;
use super::{Companion, Trouble};
use crate::share::follow::Asking;
use crate::share::kept::Kept;
use crate::share::link::Link;
use crate::share::pair::name_of;
use crate::share::rows::{Followed, Rows, followed_row};
use crate::sync::http::Http;

/// Most people that one phone follows.
pub const MAX_FOLLOWED: usize = 16;
/// Most bytes of one copy: 2 MiB.
pub(super) const MAX_COPY: usize = 2 << 20;
/// Most bytes of all copies: 8 MiB. They are read with every look at what is shared.
pub(super) const MAX_COPIES: usize = 8 << 20;

impl Companion {
    /// Follows a link that somebody gave: opens it now, and keeps the copy. `name` is what whoever
    /// holds this phone calls them; "" for what the link calls itself.
    ///
    /// # Errors
    /// [`Trouble::Link`], [`Trouble::Follow`]; [`Trouble::FollowFull`] where no more can be kept.
    pub fn follow_link(
        &self,
        link: &str,
        passcode: Option<&str>,
        name: &str,
    ) -> Result<FollowingView, Trouble> {
        let rows = self.share_rows()?;
        if let Some(id) = self.same_link(&rows, link) {
            self.refresh_one(&id, true)?;
            return self.following();
        }
        let kept = self.begun(&*self.http()?, &rows, link, passcode)?;
        let link = Link::parse(link, self.platform.outside.reach)?;
        let name = if name.trim().is_empty() { &link.label } else { name };
        self.keep_followed(name, kept, None)?;
        self.following()
    }

    /// Opens a link for the first time.
    fn begun(
        &self,
        http: &dyn Http,
        rows: &Rows,
        link: &str,
        passcode: Option<&str>,
    ) -> Result<Kept, Trouble> {
        if rows.followed.len() >= MAX_FOLLOWED {
            return Err(Trouble::FollowFull);
        }
        let reach = self.platform.outside.reach;
        let link = Link::parse(link, reach)?;
        let recipient = self.name_for_others();
        let asking = Asking { recipient: &recipient, passcode, reach };
        let kept = Kept::begin(http, &link, asking, self.platform.clock.now().ms)?;
        if !fits(rows, None, &kept) {
            return Err(Trouble::FollowFull);
        }
        Ok(kept)
    }

    fn keep_followed(
        &self,
        name: &str,
        kept: Kept,
        paired: Option<crate::share::rows::Paired>,
    ) -> Result<String, Trouble> {
        let mut id = [0; 16];
        hearth_sealed::random(&mut id).map_err(no_chance)?;
        let id = crate::share::rows::named(&id);
        let now = self.platform.clock.now().ms;
        let name = name_of(name.as_bytes());
        let followed = Followed { name, kept: Some(kept), over: None, paired, asked: now, since: now };
        self.keep_rows(&[followed_row(&id, Some(&followed))])?;
        Ok(id)
    }

    /// Takes away a copy, and with it the pairing, because whoever holds this phone wants it so.
    ///
    /// # Errors
    /// [`Trouble::NotFound`].
    pub fn follow_forget(&self, id: &str) -> Result<FollowingView, Trouble> {
        self.known_followed(id)?;
        self.keep_rows(&[followed_row(id, None)])?;
        self.following()
    }

    fn known_followed(&self, id: &str) -> Result<Followed, Trouble> {
        self.share_rows()?.followed.remove(id).ok_or(Trouble::NotFound)
    }

    fn same_link(&self, rows: &Rows, link: &str) -> Option<String> {
        let link = Link::parse(link, self.platform.outside.reach).ok()?;
        let same = |followed: &Followed| followed.kept.as_ref().is_some_and(|kept| kept.is_of(&link));
        rows.followed.iter().find(|(_, followed)| same(followed)).map(|(id, _)| id.clone())
    }
}

/// Whether a copy has room beside the others.
fn fits(rows: &Rows, instead: Option<&str>, kept: &Kept) -> bool {
    let others = rows.followed.iter().filter(|(id, _)| Some(id.as_str()) != instead);
    let bytes: usize = others.filter_map(|(_, followed)| Some(followed.kept.as_ref()?.file.len())).sum();
    kept.file.len() <= MAX_COPY && bytes + kept.file.len() <= MAX_COPIES
}

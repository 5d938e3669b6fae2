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
use crate::store::SyncRow;
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
        let kept = self.begun(&*self.http()?, &rows, None, (link, passcode))?;
        let parsed = Link::parse(link, self.platform.outside.reach)?;
        let name = if name.trim().is_empty() { &parsed.label } else { name };
        self.keep_followed(link, name, kept)?;
        self.following()
    }

    /// Opens a link for the first time, or anew instead of a copy that is no good.
    fn begun(
        &self,
        http: &dyn Http,
        rows: &Rows,
        instead: Option<&str>,
        (link, passcode): (&str, Option<&str>),
    ) -> Result<Kept, Trouble> {
        if instead.is_none() && rows.followed.len() >= MAX_FOLLOWED {
            return Err(Trouble::FollowFull);
        }
        let reach = self.platform.outside.reach;
        let link = Link::parse(link, reach)?;
        let recipient = self.recipient();
        let asking = Asking { recipient: &recipient, passcode, reach };
        let kept = Kept::begin(http, &link, asking, self.platform.clock.now().ms)?;
        if !fits(rows, instead, &kept) {
            return Err(Trouble::FollowFull);
        }
        Ok(kept)
    }

    /// Keeps a new copy, unless it came by another call meanwhile.
    fn keep_followed(&self, link: &str, name: &str, kept: Kept) -> Result<(), Trouble> {
        let id = new_id()?;
        let new = self.new_followed(name, kept);
        self.change_rows(|rows| match self.same_link(&rows, link) {
            Some(_) => (Vec::new(), ()),
            None => (vec![followed_row(&id, Some(&new))], ()),
        })
    }

    fn new_followed(&self, name: &str, kept: Kept) -> Followed {
        let (now, name) = (self.platform.clock.now().ms, name_of(name.as_bytes()));
        Followed { name, kept: Some(kept), over: None, paired: None, asked: now, since: now }
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

    /// On another phone of whoever follows: copies are read there, and suggestions go from the phone that was
    /// paired. Of two phones with the same keys, each with numbers of its own, the one behind would be
    /// taken for somebody who plays letters again.
    pub(super) fn only_reads_copies(&self) -> Result<(), Trouble> {
        let paired = self.share_rows()?.followed.into_iter().filter(|(_, one)| one.paired.is_some());
        let rows: Vec<SyncRow> =
            paired.map(|(id, one)| followed_row(&id, Some(&Followed { paired: None, ..one }))).collect();
        self.keep_rows(&rows)
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

fn new_id() -> Result<String, Trouble> {
    let mut id = [0; 16];
    hearth_sealed::random(&mut id).map_err(no_chance)?;
    Ok(crate::share::rows::named(&id))
}

/// Whether a copy has room beside the others.
fn fits(rows: &Rows, instead: Option<&str>, kept: &Kept) -> bool {
    let others = rows.followed.iter().filter(|(id, _)| Some(id.as_str()) != instead);
    let bytes: usize = others.filter_map(|(_, followed)| Some(followed.kept.as_ref()?.file.len())).sum();
    kept.file.len() <= MAX_COPY && bytes + kept.file.len() <= MAX_COPIES
}

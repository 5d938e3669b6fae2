//! What somebody was given to follow: a link or an invitation. Nobody is asked.

use super::super::{Companion, Trouble};
use crate::share::link::Link;
use crate::share::pair::{Invitation, PairError};

/// What a link or an invitation says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowGiven {
    /// It is an invitation to be somebody's carer; else a link, which is read and no more.
    pub invitation: bool,
    /// What whoever made it is called, or calls it; "" for nothing.
    pub name: String,
    /// The host asks for a passcode.
    pub passcode: bool,
}

impl Companion {
    /// Reads what was scanned or pasted, before anything is begun with it.
    ///
    /// # Errors
    /// [`Trouble::Pair`], [`Trouble::Link`]: why it is neither.
    pub fn follow_given(&self, text: &str) -> Result<FollowGiven, Trouble> {
        let reach = self.platform.outside.reach;
        match Invitation::parse(text, reach) {
            Ok(came) => Ok(FollowGiven { invitation: true, name: came.name, passcode: false }),
            Err(PairError::NotOne) => {
                let link = Link::parse(text, reach)?;
                Ok(FollowGiven { invitation: false, name: link.label, passcode: link.flags.passcode })
            }
            Err(other) => Err(other.into()),
        }
    }
}

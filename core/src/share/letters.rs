//! What is kept of a carer's letters where they are read, so that each is looked at once.

use super::mailbox::Came;
use super::rows::Hidden;
use serde::{Deserialize, Serialize};

/// What is kept of the letters of one pairing on the person's side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Letters {
    /// The number of the last letter that was taken.
    pub last: u64,
    /// The hashes that they are let in with, until they were.
    pub hashes: Option<(Hidden, Hidden)>,
    /// They were sent their link.
    pub welcomed: bool,
    /// The host knows that they are out.
    pub out: bool,
    /// When they last looked, as the host says: seconds since 1970.
    pub looked: Option<i64>,
    /// How many of their letters were not taken: came again, or were changed.
    pub refused: u32,
    /// How many suggestions had nothing to be about here.
    pub lost: u32,
    /// How many wait at the host until the person has decided about others.
    pub held: u32,
    /// The last that were looked at, each by its number at the host and what it is.
    pub seen: Vec<String>,
}

/// How many of the letters that were looked at are known again. The host keeps 50 of one carer.
const SEEN: usize = 128;

impl Letters {
    /// Notes that an item was looked at; whether that is the first time. What a host plays again under
    /// another number is another item.
    pub fn looks_at(&mut self, item: &Came) -> bool {
        let sum = super::parts::hash_of(&[item.seq.to_be_bytes().as_slice(), &item.body].concat());
        let sum = crate::sync::hex(sum.get(..8).unwrap_or_default());
        if self.seen.contains(&sum) {
            return false;
        }
        let over = (self.seen.len() + 1).saturating_sub(SEEN);
        self.seen.drain(..over);
        self.seen.push(sum);
        true
    }
}

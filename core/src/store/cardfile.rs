//! How the card file changes together with the plan.
//!
//! 1. write `card.next`, sync it, sync the folder; 2. commit; 3. rename it over
//!    `card`. A power cut before 2 leaves a `card.next` that may be ahead of
//!    the plan, one after 2 a `card` that may be behind: either way a left-over
//!    `card.next` says "may be behind" until the next opening makes it afresh.

use super::{Disk, StoreError};
use std::path::Path;

const CARD: &str = "card";
const NEXT: &str = "card.next";

/// The sealed bytes of a card file and the hash of what it was made from.
#[derive(Clone, Debug)]
pub struct CardBytes {
    /// What goes into the file.
    pub sealed: Vec<u8>,
    /// The hash of its source fields.
    pub source: Vec<u8>,
}

/// Step 1.
pub(super) fn lay_next(disk: &dyn Disk, folder: &Path, card: &CardBytes) -> Result<(), StoreError> {
    let next = folder.join(NEXT);
    disk.write_whole(&next, &card.sealed)?;
    Ok(disk.sync_folder(folder)?)
}

/// Step 3. The rename is not synced: if it is lost, `card.next` is still there
/// and says so. For the same reason a rename that fails is no failure of the
/// edit, which is on the disk by now and must not be taken back in memory.
pub(super) fn put_in_place(disk: &dyn Disk, folder: &Path) {
    let _ = disk.rename(&folder.join(NEXT), &folder.join(CARD));
}

/// Whether an edit was interrupted. Where the disk can't say, it may have been.
pub(super) fn was_interrupted(disk: &dyn Disk, folder: &Path) -> bool {
    disk.exists(&folder.join(NEXT)).unwrap_or(true)
}

//! Setting a store aside that cannot be read: on the person's tap, all of it
//! together, under names that say so. Nothing is deleted.

use super::db::{Options, Store};
use super::folder::{ATTACHMENTS, DB, FolderLock, KEYS, KEYS_NEXT};
use super::{OpenError, StoreError};
use std::path::PathBuf;

/// How many stores may stand aside in one folder.
const MOST: u32 = 1000;

/// Sets the store aside, if it really can't be read. Returns the new path of its
/// database. A store that opens, or that may open later (locked, busy, full,
/// newer), is left where it is and its own error returned.
pub fn set_aside(options: &Options) -> Result<PathBuf, OpenError> {
    let db = options.store.join(DB);
    let disk = &*options.disk;
    if disk.exists(&db)? {
        match Store::open(options.clone()) {
            Ok(_) => return Err(OpenError::AlreadyHere),
            Err(error) if error.may_offer_setting_aside() => {}
            Err(error) => return Err(error),
        }
    } else if !is_half_aside(options)? {
        return Err(OpenError::Missing);
    }
    let _lock = FolderLock::take(&options.store)?;
    let last = last_number(options)?;
    let number = if is_half_aside(options)? { last.max(1) } else { last + 1 };
    if number > MOST {
        return Err(OpenError::Full);
    }
    // The database first: from then on nothing opens until all of it is moved.
    for (from, to) in names(number) {
        let (from, to) = (options.store.join(from), options.store.join(to));
        if disk.exists(&from)? {
            disk.rename(&from, &to)?;
        }
    }
    disk.sync_folder(&options.store)?;
    Ok(options.store.join(format!("{DB}.aside-{number}")))
}

/// Whether an earlier setting aside was cut short: the database is moved, what
/// belongs to it is not. A new store must not be made beside that.
pub(super) fn is_half_aside(options: &Options) -> Result<bool, StoreError> {
    let there = |name: &str| options.disk.exists(&options.store.join(name));
    if there(DB)? {
        return Ok(false);
    }
    let last = last_number(options)?;
    let log_left = there(&format!("{DB}-wal"))?;
    let keys_left = last > 0 && there(KEYS)? && !there(&format!("{KEYS}.aside-{last}"))?;
    Ok(log_left || keys_left)
}

/// SQLite finds the log of `plan.db.aside-1` as `plan.db.aside-1-wal`.
fn names(number: u32) -> [(String, String); 6] {
    [
        (DB.to_owned(), format!("{DB}.aside-{number}")),
        (format!("{DB}-wal"), format!("{DB}.aside-{number}-wal")),
        (format!("{DB}-shm"), format!("{DB}.aside-{number}-shm")),
        (KEYS_NEXT.to_owned(), format!("{KEYS}.aside-{number}-next")),
        (KEYS.to_owned(), format!("{KEYS}.aside-{number}")),
        (ATTACHMENTS.to_owned(), format!("{ATTACHMENTS}.aside-{number}")),
    ]
}

/// The highest number used; 0 if none is.
fn last_number(options: &Options) -> Result<u32, StoreError> {
    let mut number = 0;
    while number < MOST && options.disk.exists(&options.store.join(format!("{DB}.aside-{}", number + 1)))? {
        number += 1;
    }
    Ok(number)
}

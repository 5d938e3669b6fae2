//! What the owner of a share does with it and sees of it.

use super::Owned;
use crate::engine::{Cells, Fault, Tx};
use crate::secret::Tag;
use crate::values;

/// A change that the owner makes.
#[derive(Clone, Copy, Debug)]
pub enum Change {
    /// Nobody can read it until it is resumed.
    Pause,
    /// It can be read again.
    Resume,
    /// It ends by itself at this time, or never.
    Extend(Option<i64>),
}

/// Makes a change. A share that was ended is not changed any more.
pub fn change(tx: &mut dyn Tx, tag: &Tag, secret: &Tag, change: Change) -> Result<Owned, Fault> {
    let its = "WHERE tag = ?1 AND secret = ?2 AND ended IS NULL";
    let changed = match change {
        Change::Pause => tx.change(&format!("UPDATE share SET paused = 1 {its}"), values![*tag, *secret]),
        Change::Resume => {
            tx.change(&format!("UPDATE share SET paused = 0, held = 0 {its}"), values![*tag, *secret])
        }
        Change::Extend(until) => {
            tx.change(&format!("UPDATE share SET expires = ?3 {its}"), values![*tag, *secret, until])
        }
    };
    if changed? == 1 { Ok(Owned::Done) } else { standing(tx, tag, secret) }
}

/// Whether it is there and this is its owner.
pub fn standing(tx: &mut dyn Tx, tag: &Tag, secret: &Tag) -> Result<Owned, Fault> {
    let sql = "SELECT ended FROM share WHERE tag = ?1 AND secret = ?2";
    match tx.rows(sql, values![*tag, *secret])?.into_iter().next() {
        None => Ok(Owned::Unknown),
        Some(row) => Ok(if Cells::of(row).int_or_none()?.is_some() { Owned::Ended } else { Owned::Done }),
    }
}

/// Takes an ended share's files and passcode away. Its end mark stands before this runs, and
/// counts also where this never runs.
pub fn wipe(tx: &mut dyn Tx, tag: &Tag, now: i64) -> Result<(), Fault> {
    let sql = "UPDATE share SET ended = ?2, salt = NULL, hash = NULL, list = NULL, digest = NULL \
               WHERE tag = ?1 AND ended IS NULL";
    tx.change(sql, values![*tag, now])?;
    tx.change("DELETE FROM file WHERE share = ?1", values![*tag])?;
    Ok(())
}

/// What the owner sees of a share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Flags.
    pub flags: i64,
    /// When it ends by itself.
    pub expires: Option<i64>,
    /// Whether the owner paused it.
    pub paused: bool,
    /// Whether the host holds it back until the owner writes or resumes: a backup was restored.
    pub held: bool,
    /// When it was ended.
    pub ended: Option<i64>,
    /// The version of its files; 0 before the first.
    pub revision: i64,
    /// How often it was handed out.
    pub served: i64,
    /// How many passcodes were wrong or never settled.
    pub spent: i64,
}

/// What the owner sees; `None` where it is not there or this is not its owner.
pub fn state(tx: &mut dyn Tx, tag: &Tag, secret: &Tag) -> Result<Option<State>, Fault> {
    let sql = "SELECT flags, expires, paused, held, ended, revision, served, spent FROM share \
               WHERE tag = ?1 AND secret = ?2";
    let Some(row) = tx.rows(sql, values![*tag, *secret])?.into_iter().next() else { return Ok(None) };
    let mut cells = Cells::of(row);
    Ok(Some(State {
        flags: cells.int()?,
        expires: cells.int_or_none()?,
        paused: cells.int()? != 0,
        held: cells.int()? != 0,
        ended: cells.int_or_none()?,
        revision: cells.int()?,
        served: cells.int()?,
        spent: cells.int()?,
    }))
}

/// One look at a share: its number, when, and who, sealed.
pub type Receipt = (i64, i64, Vec<u8>);

/// Who looked, the newest first; `None` where it is not there or this is not its owner.
pub fn receipts(tx: &mut dyn Tx, tag: &Tag, secret: &Tag) -> Result<Option<Vec<Receipt>>, Fault> {
    if standing(tx, tag, secret)? == Owned::Unknown {
        return Ok(None);
    }
    let rows = tx.rows("SELECT n, at, who FROM receipt WHERE share = ?1 ORDER BY n DESC", values![*tag])?;
    let read = |row| {
        let mut cells = Cells::of(row);
        Ok((cells.int()?, cells.int()?, cells.bytes()?))
    };
    rows.into_iter().map(read).collect::<Result<_, Fault>>().map(Some)
}

/// How far the numbers of mailboxes go on after a backup was restored: further than any has come since.
pub const LEAP: i64 = 1_000_000;

/// Holds every share back until its owner writes or resumes: run after a backup was restored,
/// for what was paused, replaced or counted since is not in it. How many it was. No number of a
/// mailbox is given twice either: who has read further than the backup knows would pass it over.
pub fn hold_all(tx: &mut dyn Tx) -> Result<u64, Fault> {
    tx.change("UPDATE mailbox SET next = next + ?1", values![LEAP])?;
    tx.change("UPDATE share SET held = 1 WHERE ended IS NULL", &[])
}

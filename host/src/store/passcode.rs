//! The count of wrong passcodes: ten in a link's life, however many machines are asked at once.
//!
//! An attempt is *taken* before the passcode is looked at, and given back when it was right. So
//! what is spent is never less than what was tried wrongly, at any moment, on any machine, and
//! after any crash.

use super::IS_OPEN;
use crate::engine::{Cells, Fault, Tx};
use crate::secret::{Hashed, Tag};
use crate::values;

/// Wrong passcodes that a link bears in its life.
pub const ATTEMPTS: i64 = 10;
/// After this many seconds an attempt that was taken will not be settled any more: its host is gone.
pub const SETTLED_WITHIN: i64 = 60;

/// What asking for an attempt came to.
pub enum Taken {
    /// Look at the passcode, then settle.
    Try(Hashed),
    /// All that are left are being looked at just now: ask again in a moment.
    Wait,
    /// There is nothing to be read here.
    Closed,
}

/// Takes one attempt, if one is left.
pub fn take(tx: &mut dyn Tx, tag: &Tag, now: i64) -> Result<Taken, Fault> {
    let sql = format!(
        "UPDATE share SET spent = spent + 1, tried = ?2 WHERE {IS_OPEN} AND spent < ?3 RETURNING salt, hash"
    );
    if let Some(row) = tx.rows(&sql, values![*tag, now, ATTEMPTS])?.into_iter().next() {
        let mut cells = Cells::of(row);
        let salt = cells.bytes()?.try_into().map_err(|_| Fault::Shape)?;
        let hash = cells.bytes()?.try_into().map_err(|_| Fault::Shape)?;
        return Ok(Taken::Try(Hashed { salt, hash }));
    }
    let sql = format!("SELECT wrong, tried FROM share WHERE {IS_OPEN}");
    let Some(row) = tx.rows(&sql, values![*tag, now])?.into_iter().next() else { return Ok(Taken::Closed) };
    let mut cells = Cells::of(row);
    Ok(if is_used_up(ATTEMPTS, cells.int()?, cells.int()?, now) { Taken::Closed } else { Taken::Wait })
}

/// Whether no attempt will ever be left: all that were taken are settled, or never will be.
pub fn is_used_up(spent: i64, wrong: i64, tried: i64, now: i64) -> bool {
    spent >= ATTEMPTS && (wrong >= ATTEMPTS || tried < now - SETTLED_WITHIN)
}

/// Gives an attempt back: the passcode was right.
pub fn was_right(tx: &mut dyn Tx, tag: &Tag) -> Result<(), Fault> {
    tx.change("UPDATE share SET spent = spent - 1 WHERE tag = ?1", values![*tag])?;
    Ok(())
}

/// Notes that it was wrong; how many attempts are left.
pub fn was_wrong(tx: &mut dyn Tx, tag: &Tag) -> Result<i64, Fault> {
    let sql = "UPDATE share SET wrong = wrong + 1 WHERE tag = ?1 RETURNING spent";
    match tx.rows(sql, values![*tag])?.into_iter().next() {
        Some(row) => Ok((ATTEMPTS - Cells::of(row).int()?).max(0)),
        None => Ok(0),
    }
}

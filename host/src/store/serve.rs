//! Handing a share out, and keeping who looked.

use super::{IS_OPEN, passcode};
use crate::engine::{Cells, Fault, Tx};
use crate::secret::Tag;
use crate::values;

/// The newest looks that are kept of a share.
pub const RECEIPTS: i64 = 200;

/// What stands at the door of a share that can be read.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    /// Flags.
    pub flags: i64,
    /// Passcodes that are left.
    pub left: i64,
}

/// The door; `None` where nothing can be read: unknown, empty, paused, held, ended, past its time, or tried too often.
pub fn door(tx: &mut dyn Tx, tag: &Tag, now: i64) -> Result<Option<Door>, Fault> {
    let sql = format!("SELECT flags, spent, wrong, tried FROM share WHERE {IS_OPEN}");
    let Some(row) = tx.rows(&sql, values![*tag, now])?.into_iter().next() else { return Ok(None) };
    let mut cells = Cells::of(row);
    let (flags, spent, wrong, tried) = (cells.int()?, cells.int()?, cells.int()?, cells.int()?);
    if passcode::is_used_up(spent, wrong, tried, now) {
        return Ok(None);
    }
    Ok(Some(Door { flags, left: (passcode::ATTEMPTS - spent).max(0) }))
}

/// A file as it is handed out.
pub struct Handed {
    /// Its place in order.
    pub n: i64,
    /// Its content's number.
    pub kind: i64,
    /// When it was put.
    pub at: i64,
    /// How many bytes it has.
    pub length: i64,
    /// The JWE, unless it is longer than was asked for.
    pub body: Option<Vec<u8>>,
}

/// What is handed out.
pub struct Manifest {
    /// Flags.
    pub flags: i64,
    /// The version.
    pub revision: i64,
    /// The sealed `list`.
    pub list: Option<Vec<u8>>,
    /// The files in order.
    pub files: Vec<Handed>,
}

/// Hands a share out and keeps who looked, in one transaction: there is no look without a receipt.
/// `None` where nothing can be read. Files longer than `embed` come without their bytes.
pub fn hand_out(
    tx: &mut dyn Tx,
    tag: &Tag,
    who: &[u8],
    embed: i64,
    now: i64,
) -> Result<Option<Manifest>, Fault> {
    let sql = format!(
        "UPDATE share SET served = served + 1 WHERE {IS_OPEN} RETURNING flags, revision, list, served"
    );
    let Some(row) = tx.rows(&sql, values![*tag, now])?.into_iter().next() else { return Ok(None) };
    let mut cells = Cells::of(row);
    let (flags, revision, list) = (cells.int()?, cells.int()?, cells.bytes_or_none()?);
    let served = cells.int()?;
    tx.change(
        "INSERT INTO receipt (share, n, at, who) VALUES (?1, ?2, ?3, ?4)",
        values![*tag, served, now, who],
    )?;
    if served > RECEIPTS {
        tx.change("DELETE FROM receipt WHERE share = ?1 AND n <= ?2", values![*tag, served - RECEIPTS])?;
    }
    let sql = "SELECT n, kind, at, length(body), CASE WHEN length(body) <= ?2 THEN body END \
               FROM file WHERE share = ?1 ORDER BY n";
    let read = |row| {
        let mut cells = Cells::of(row);
        let (n, kind, at, length) = (cells.int()?, cells.int()?, cells.int()?, cells.int()?);
        Ok(Handed { n, kind, at, length, body: cells.bytes_or_none()? })
    };
    let files = tx.rows(sql, values![*tag, embed])?.into_iter().map(read).collect::<Result<_, Fault>>()?;
    Ok(Some(Manifest { flags, revision, list, files }))
}

/// One file that a ticket is for, while the share can be read and has that version.
pub fn file(tx: &mut dyn Tx, tag: &Tag, n: u16, revision: i64, now: i64) -> Result<Option<Vec<u8>>, Fault> {
    let sql = format!(
        "SELECT body FROM file WHERE share = ?1 AND n = ?3 \
         AND EXISTS (SELECT 1 FROM share WHERE {IS_OPEN} AND revision = ?4)"
    );
    let row = tx.rows(&sql, values![*tag, now, i64::from(n), revision])?.into_iter().next();
    row.map(|row| Cells::of(row).bytes()).transpose()
}

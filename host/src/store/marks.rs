//! End marks: what was ended stays ended, whatever is restored. They lie in a database of their
//! own, hold no name and no word, and are never deleted.

use crate::engine::{Cells, Fault, Tx};
use crate::secret::Tag;
use crate::values;

/// Most bytes of what an owner leaves for followers with an end.
pub const LONGEST: usize = 4096;

/// Marks as ended. What was left for followers is kept as it was left first; where nothing was left,
/// nothing is left later: a share that was ended for a lost phone is ended without a mark, and
/// whoever has that phone could sign one.
pub fn mark(tx: &mut dyn Tx, tag: &Tag, left: Option<Vec<u8>>, now: i64) -> Result<(), Fault> {
    let sql = "INSERT INTO ended (tag, at, mark) VALUES (?1, ?2, ?3) ON CONFLICT (tag) DO NOTHING";
    tx.change(sql, values![*tag, now, left])?;
    Ok(())
}

/// When something was ended, and what was left for followers.
pub type End = (i64, Option<Vec<u8>>);

/// The end mark; `None` where none stands.
pub fn find(tx: &mut dyn Tx, tag: &Tag) -> Result<Option<End>, Fault> {
    let Some(row) = tx.rows("SELECT at, mark FROM ended WHERE tag = ?1", values![*tag])?.into_iter().next()
    else {
        return Ok(None);
    };
    let mut cells = Cells::of(row);
    Ok(Some((cells.int()?, cells.bytes_or_none()?)))
}

/// A mark: what stands for what was ended, when, what was left.
pub type Mark = (Vec<u8>, i64, Option<Vec<u8>>);

/// Every mark, the oldest first, after that many.
pub fn page(tx: &mut dyn Tx, after: i64) -> Result<Vec<Mark>, Fault> {
    let read = |row| {
        let mut cells = Cells::of(row);
        Ok((cells.bytes()?, cells.int()?, cells.bytes_or_none()?))
    };
    let sql = "SELECT tag, at, mark FROM ended ORDER BY at, tag LIMIT 1000 OFFSET ?1";
    tx.rows(sql, values![after])?.into_iter().map(read).collect()
}

/// What `meta` says; the value is put there where it says nothing yet.
pub fn meta(tx: &mut dyn Tx, key: i64, first: &[u8]) -> Result<Vec<u8>, Fault> {
    tx.change("INSERT INTO meta (k, v) VALUES (?1, ?2) ON CONFLICT (k) DO NOTHING", values![key, first])?;
    meta_if_any(tx, key)?.ok_or(Fault::Shape)
}

/// What `meta` says, if anything.
pub fn meta_if_any(tx: &mut dyn Tx, key: i64) -> Result<Option<Vec<u8>>, Fault> {
    let row = tx.rows("SELECT v FROM meta WHERE k = ?1", values![key])?.into_iter().next();
    row.map(|row| Cells::of(row).bytes()).transpose()
}

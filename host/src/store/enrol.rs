//! Enrolment tokens: with one of the operator's, a phone may make shares and a mailbox.

use crate::engine::{Cells, Fault, Tx};
use crate::secret::Tag;
use crate::values;

/// Notes a token; with `uses`, it is good for so many.
pub fn add(tx: &mut dyn Tx, token: &Tag, uses: Option<i64>, now: i64) -> Result<(), Fault> {
    tx.change(
        "INSERT INTO enrolment (tag, made, uses_left) VALUES (?1, ?2, ?3)",
        values![*token, now, uses],
    )?;
    Ok(())
}

/// Spends one use; whether there was one.
pub fn spend(tx: &mut dyn Tx, token: &Tag) -> Result<bool, Fault> {
    let sql = "UPDATE enrolment SET uses_left = uses_left - 1 \
               WHERE tag = ?1 AND revoked = 0 AND (uses_left IS NULL OR uses_left > 0)";
    Ok(tx.change(sql, values![*token])? == 1)
}

/// Whether the token is good, looked at before anything dear is done for whoever shows it.
pub fn is_good(tx: &mut dyn Tx, token: &Tag) -> Result<bool, Fault> {
    let sql =
        "SELECT made FROM enrolment WHERE tag = ?1 AND revoked = 0 AND (uses_left IS NULL OR uses_left > 0)";
    Ok(!tx.rows(sql, values![*token])?.is_empty())
}

/// A token as the operator sees it: what stands for it, when it was made, uses left, revoked or not.
pub type Listed = (Vec<u8>, i64, Option<i64>, bool);

/// Every token, the oldest first.
pub fn list(tx: &mut dyn Tx) -> Result<Vec<Listed>, Fault> {
    let read = |row| {
        let mut cells = Cells::of(row);
        Ok((cells.bytes()?, cells.int()?, cells.int_or_none()?, cells.int()? != 0))
    };
    tx.rows("SELECT tag, made, uses_left, revoked FROM enrolment ORDER BY made", &[])?
        .into_iter()
        .map(read)
        .collect()
}

/// Takes a token back; what was made with it stays.
pub fn revoke(tx: &mut dyn Tx, token: &[u8]) -> Result<bool, Fault> {
    Ok(tx.change("UPDATE enrolment SET revoked = 1 WHERE tag = ?1", values![token])? == 1)
}

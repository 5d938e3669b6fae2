//! Taking away what nobody can use any more.

use super::mailbox::recount;
use crate::engine::{Cells, Fault, Tx};
use crate::values;

/// After its end, who looked stays for the owner to see for so many seconds: 30 days.
pub const AFTER_END: i64 = 30 * 86_400;
/// After its time ran out, a share can be extended for so many seconds: 7 days.
pub const AFTER_EXPIRY: i64 = 7 * 86_400;
/// A mailbox item that nobody fetched goes after so many seconds: 90 days.
pub const ITEM_AGE: i64 = 90 * 86_400;
/// At most so many of a kind in one transaction.
const AT_ONCE: i64 = 200;

/// Takes away a part of what is too old; how many it was. To be run until it answers 0.
pub fn sweep(tx: &mut dyn Tx, now: i64) -> Result<u64, Fault> {
    let mut taken = 0;
    let sql = "SELECT tag FROM share WHERE ended < ?1 OR expires < ?2 LIMIT ?3";
    for row in tx.rows(sql, values![now - AFTER_END, now - AFTER_EXPIRY, AT_ONCE])? {
        let tag = Cells::of(row).bytes()?;
        // Asked again under the lock: it may have been extended just now.
        let sql = "DELETE FROM share WHERE tag = ?1 AND (ended < ?2 OR expires < ?3)";
        let now_old = values![tag.as_slice(), now - AFTER_END, now - AFTER_EXPIRY].to_vec();
        if tx.change(sql, &now_old)? == 1 {
            tx.change("DELETE FROM file WHERE share = ?1", values![tag.as_slice()])?;
            tx.change("DELETE FROM receipt WHERE share = ?1", values![tag.as_slice()])?;
            taken += 1;
        }
    }
    let sql = "SELECT mailbox, seq FROM item WHERE at < ?1 LIMIT ?2";
    for row in tx.rows(sql, values![now - ITEM_AGE, AT_ONCE])? {
        let mut cells = Cells::of(row);
        let (mailbox, seq) = (cells.bytes()?, cells.int()?);
        tx.change("UPDATE mailbox SET next = next WHERE tag = ?1", values![mailbox.as_slice()])?;
        taken +=
            tx.change("DELETE FROM item WHERE mailbox = ?1 AND seq = ?2", values![mailbox.as_slice(), seq])?;
        let tag = mailbox.as_slice().try_into().map_err(|_| Fault::Shape)?;
        recount(tx, &tag)?;
    }
    Ok(taken)
}

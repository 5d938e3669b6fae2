//! The mailbox of a plan: a queue of sealed items. Append, read after a cursor, acknowledge.

use super::member::{Right, Role, role_of};
use crate::engine::{Cells, Fault, Tx};
use crate::secret::Tag;
use crate::values;

/// What an item is. The host can't open it; it only says who may leave and take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A bundle of one of the person's phones, for the others.
    Bundle,
    /// A carer's suggestion, for the person's phones.
    Suggestion,
    /// An end mark, or another word to one carer.
    EndMark,
}

impl Kind {
    /// By its name in JSON.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Bundle, Self::Suggestion, Self::EndMark].into_iter().find(|kind| kind.name() == name)
    }

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bundle => "bundle",
            Self::Suggestion => "suggestion",
            Self::EndMark => "end-mark",
        }
    }

    /// Its number in the database.
    pub fn number(self) -> i64 {
        match self {
            Self::Bundle => 1,
            Self::Suggestion => 2,
            Self::EndMark => 3,
        }
    }

    /// Its name, by its number.
    pub fn named(number: i64) -> &'static str {
        match number {
            2 => Self::Suggestion.name(),
            3 => Self::EndMark.name(),
            _ => Self::Bundle.name(),
        }
    }
}

/// Most items that wait in one mailbox.
pub const ITEMS: i64 = 2_000;
/// Most bytes that wait in one mailbox.
pub const BYTES: i64 = 64 << 20;
/// Most suggestions of one carer that wait.
pub const FROM_ONE_CARER: i64 = 50;

/// Makes a mailbox; made a second time by the same owner it stays as it is.
pub fn make(
    tx: &mut dyn Tx,
    tag: &Tag,
    owner: &Tag,
    token: &Tag,
    now: i64,
) -> Result<super::share::Made, Fault> {
    use super::share::Made;
    let there = tx.rows("SELECT owner FROM mailbox WHERE tag = ?1", values![*tag])?;
    if let Some(row) = there.into_iter().next() {
        let is_same = Cells::of(row).bytes()? == owner;
        return Ok(if is_same { Made::Done } else { Made::Taken });
    }
    if !super::enrol::spend(tx, token)? {
        return Ok(Made::NoToken);
    }
    tx.change("INSERT INTO mailbox (tag, owner, made) VALUES (?1, ?2, ?3)", values![*tag, *owner, now])?;
    Ok(Made::Done)
}

/// Whether it is there and this is its owner.
pub fn is_owner(tx: &mut dyn Tx, tag: &Tag, owner: &Tag) -> Result<bool, Fault> {
    Ok(!tx.rows("SELECT made FROM mailbox WHERE tag = ?1 AND owner = ?2", values![*tag, *owner])?.is_empty())
}

/// Takes a mailbox away with all that is in it. Its end mark stands before this runs.
pub fn wipe(tx: &mut dyn Tx, tag: &Tag) -> Result<(), Fault> {
    tx.change("DELETE FROM mailbox WHERE tag = ?1", values![*tag])?;
    tx.change("DELETE FROM member WHERE mailbox = ?1", values![*tag])?;
    tx.change("DELETE FROM item WHERE mailbox = ?1", values![*tag])?;
    Ok(())
}

/// An item that somebody leaves.
#[derive(Clone)]
pub struct Letter {
    /// Its name, the sender's choice: the same name is the same item.
    pub id: Vec<u8>,
    /// What it is.
    pub kind: Kind,
    /// The member it is for; the person's phones where there is none.
    pub to: Option<Vec<u8>>,
    /// Sealed.
    pub body: Vec<u8>,
}

/// What leaving an item came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// It waits, with this number.
    At(i64),
    /// There is no such mailbox, or this is no member's secret.
    Unknown,
    /// A member of this role may not leave that, or the one it is for is not there.
    NotYours,
    /// No more fits until something is acknowledged.
    Full,
}

/// Leaves an item. Left a second time, it has the number that it had.
pub fn leave(tx: &mut dyn Tx, tag: &Tag, right: &Right, letter: &Letter, now: i64) -> Result<Left, Fault> {
    // The lock: from here on nobody else changes this mailbox.
    let sql = "UPDATE mailbox SET next = next WHERE tag = ?1 RETURNING next, items, bytes";
    let Some(row) = tx.rows(sql, values![*tag])?.into_iter().next() else { return Ok(Left::Unknown) };
    let mut cells = Cells::of(row);
    let (next, items, bytes) = (cells.int()?, cells.int()?, cells.int()?);
    let Some(role) = role_of(tx, tag, right, "writes")? else { return Ok(Left::Unknown) };
    if role == Role::Carer && (letter.kind != Kind::Suggestion || letter.to.is_some()) {
        return Ok(Left::NotYours);
    }
    let sql = "SELECT seq, sender FROM item WHERE mailbox = ?1 AND id = ?2";
    if let Some(row) = tx.rows(sql, values![*tag, letter.id.as_slice()])?.into_iter().next() {
        let mut cells = Cells::of(row);
        let seq = cells.int()?;
        return Ok(if cells.bytes()? == right.member { Left::At(seq) } else { Left::NotYours });
    }
    if let Some(to) = &letter.to {
        let sql = "SELECT role FROM member WHERE mailbox = ?1 AND id = ?2";
        if tx.rows(sql, values![*tag, to.as_slice()])?.is_empty() {
            return Ok(Left::NotYours);
        }
    }
    if items >= ITEMS || bytes + letter.body.len() as i64 > BYTES {
        return Ok(Left::Full);
    }
    if role == Role::Carer {
        let sql = "SELECT COUNT(*) FROM item WHERE mailbox = ?1 AND sender = ?2";
        let waiting = tx.rows(sql, values![*tag, right.member.as_slice()])?.into_iter().next();
        if waiting.map(|row| Cells::of(row).int()).transpose()?.unwrap_or(0) >= FROM_ONE_CARER {
            return Ok(Left::Full);
        }
    }
    let sql = "INSERT INTO item (mailbox, seq, id, kind, sender, recipient, at, body) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    let (id, sender, body) = (letter.id.as_slice(), right.member.as_slice(), letter.body.as_slice());
    tx.change(sql, values![*tag, next, id, letter.kind.number(), sender, letter.to.clone(), now, body])?;
    let sql = "UPDATE mailbox SET next = next + 1, items = items + 1, bytes = bytes + ?2 WHERE tag = ?1";
    tx.change(sql, values![*tag, letter.body.len() as i64])?;
    Ok(Left::At(next))
}

/// An item as it is read.
pub struct Item {
    /// Its number, rising in the order in which items were left.
    pub seq: i64,
    /// Its name, the sender's choice.
    pub id: Vec<u8>,
    /// What it is, see [`Kind`].
    pub kind: i64,
    /// The member that left it.
    pub sender: Vec<u8>,
    /// When.
    pub at: i64,
    /// Sealed.
    pub body: Vec<u8>,
}

/// What a member reads.
pub struct Page {
    /// Items, in order.
    pub items: Vec<Item>,
    /// The number that was given last, whoever it was for.
    pub last: i64,
    /// Up to which number this member has said that it has everything.
    pub acked: i64,
}

/// Items after a number that are for this member, in order, at most so many; `None` where there is
/// no such mailbox or this is no member's secret. Notes, to five minutes, that the member looked.
pub fn read(
    tx: &mut dyn Tx,
    tag: &Tag,
    right: &Right,
    after: i64,
    most: i64,
    now: i64,
) -> Result<Option<Page>, Fault> {
    let Some(role) = role_of(tx, tag, right, "reads")? else { return Ok(None) };
    let sql = "UPDATE member SET looked = ?3 WHERE mailbox = ?1 AND id = ?2 AND looked < ?3 - 300";
    tx.change(sql, values![*tag, right.member.as_slice(), now])?;
    let theirs = match role {
        Role::Phone => "(recipient IS NULL OR recipient = ?3)",
        Role::Carer => "recipient = ?3",
    };
    let sql = format!(
        "SELECT seq, id, kind, sender, at, body FROM item \
         WHERE mailbox = ?1 AND seq > ?2 AND {theirs} ORDER BY seq LIMIT ?4"
    );
    let rows = tx.rows(&sql, values![*tag, after, right.member.as_slice(), most])?;
    let item = |row| {
        let mut cells = Cells::of(row);
        let (seq, id, kind, sender) = (cells.int()?, cells.bytes()?, cells.int()?, cells.bytes()?);
        Ok(Item { seq, id, kind, sender, at: cells.int()?, body: cells.bytes()? })
    };
    let items = rows.into_iter().map(item).collect::<Result<_, Fault>>()?;
    let sql = "SELECT next - 1, acked FROM mailbox, member WHERE tag = ?1 AND mailbox = ?1 AND id = ?2";
    let stands = tx.rows(sql, values![*tag, right.member.as_slice()])?.into_iter().next();
    let Some(mut cells) = stands.map(Cells::of) else { return Ok(None) };
    Ok(Some(Page { items, last: cells.int()?, acked: cells.int()? }))
}

/// Notes that a member has everything up to a number; what everybody it is for has is taken away.
/// Whether there was such a mailbox and member.
pub fn acknowledge(tx: &mut dyn Tx, tag: &Tag, right: &Right, up_to: i64) -> Result<bool, Fault> {
    let sql = "UPDATE mailbox SET next = next WHERE tag = ?1 RETURNING next";
    let Some(row) = tx.rows(sql, values![*tag])?.into_iter().next() else { return Ok(false) };
    let last = Cells::of(row).int()? - 1;
    if role_of(tx, tag, right, "reads")?.is_none() {
        return Ok(false);
    }
    let sql = "UPDATE member SET acked = ?3 WHERE mailbox = ?1 AND id = ?2 AND acked < ?3";
    tx.change(sql, values![*tag, right.member.as_slice(), up_to.min(last)])?;
    prune(tx, tag)?;
    Ok(true)
}

/// Takes away what everybody it is for has, and counts afresh what is left.
pub fn prune(tx: &mut dyn Tx, tag: &Tag) -> Result<(), Fault> {
    let sql = "DELETE FROM item WHERE mailbox = ?1 AND recipient IS NULL \
               AND seq <= (SELECT MIN(acked) FROM member WHERE mailbox = ?1 AND role = 1)";
    tx.change(sql, values![*tag])?;
    let sql = "DELETE FROM item WHERE mailbox = ?1 AND recipient IS NOT NULL AND NOT EXISTS \
               (SELECT 1 FROM member WHERE mailbox = ?1 AND member.id = item.recipient AND acked < item.seq)";
    tx.change(sql, values![*tag])?;
    recount(tx, tag)
}

/// Counts afresh what waits.
pub fn recount(tx: &mut dyn Tx, tag: &Tag) -> Result<(), Fault> {
    let sql = "UPDATE mailbox SET items = (SELECT COUNT(*) FROM item WHERE mailbox = ?1), \
               bytes = (SELECT COALESCE(SUM(length(body)), 0) FROM item WHERE mailbox = ?1) WHERE tag = ?1";
    tx.change(sql, values![*tag])?;
    Ok(())
}

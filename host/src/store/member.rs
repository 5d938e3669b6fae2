//! Who may use a mailbox: the person's phones and their carers, each with secrets of its own.

use super::mailbox::{is_owner, prune};
use crate::engine::{Cells, Fault, Tx};
use crate::secret::Tag;
use crate::values;

/// What a member may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// One of the person's own phones: leaves anything, reads all that is for the phones.
    Phone,
    /// A carer: leaves suggestions, reads what is for this carer.
    Carer,
}

impl Role {
    /// By its name in JSON.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Phone, Self::Carer].into_iter().find(|role| role.name() == name)
    }

    /// Its name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Carer => "carer",
        }
    }

    fn number(self) -> i64 {
        match self {
            Self::Phone => 1,
            Self::Carer => 2,
        }
    }

    fn named(number: i64) -> Self {
        if number == 1 { Self::Phone } else { Self::Carer }
    }
}

/// Most members of one mailbox.
pub const MEMBERS: i64 = 64;

/// What somebody shows: who they say they are, and a secret.
#[derive(Clone)]
pub struct Right {
    /// The member's name, 16 bytes.
    pub member: Vec<u8>,
    /// What stands for the secret.
    pub secret: Tag,
}

/// The role of whoever shows this; `which` secret, `reads` or `writes`.
pub(super) fn role_of(
    tx: &mut dyn Tx,
    tag: &Tag,
    right: &Right,
    which: &'static str,
) -> Result<Option<Role>, Fault> {
    let sql = format!("SELECT role FROM member WHERE mailbox = ?1 AND id = ?2 AND {which} = ?3");
    let row = tx.rows(&sql, values![*tag, right.member.as_slice(), right.secret])?.into_iter().next();
    row.map(|row| Cells::of(row).int().map(Role::named)).transpose()
}

/// Whether whoever shows this may leave something.
pub fn may_write(tx: &mut dyn Tx, tag: &Tag, right: &Right) -> Result<bool, Fault> {
    Ok(role_of(tx, tag, right, "writes")?.is_some())
}

/// A member that is to be let in.
#[derive(Clone)]
pub struct Admit {
    /// Its name, 16 bytes.
    pub id: Vec<u8>,
    /// What it may do.
    pub role: Role,
    /// What stands for the secret it reads with.
    pub reads: Tag,
    /// What stands for the secret it writes with.
    pub writes: Tag,
}

/// What letting a member in came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admitted {
    /// It may use the mailbox, with these secrets.
    Done,
    /// There is no such mailbox, or this is not its owner.
    Unknown,
    /// There are as many members as there may be.
    Full,
}

/// Lets a member in, or gives it new secrets.
pub fn admit(tx: &mut dyn Tx, tag: &Tag, owner: &Tag, admit: &Admit, now: i64) -> Result<Admitted, Fault> {
    let sql = "UPDATE mailbox SET next = next WHERE tag = ?1 AND owner = ?2";
    if tx.change(sql, values![*tag, *owner])? == 0 {
        return Ok(Admitted::Unknown);
    }
    let sql = "UPDATE member SET role = ?3, reads = ?4, writes = ?5 WHERE mailbox = ?1 AND id = ?2";
    let (id, role) = (admit.id.as_slice(), admit.role.number());
    if tx.change(sql, values![*tag, id, role, admit.reads, admit.writes])? == 1 {
        return Ok(Admitted::Done);
    }
    let count = tx.rows("SELECT COUNT(*) FROM member WHERE mailbox = ?1", values![*tag])?.into_iter().next();
    if count.map(|row| Cells::of(row).int()).transpose()?.unwrap_or(0) >= MEMBERS {
        return Ok(Admitted::Full);
    }
    let sql = "INSERT INTO member (mailbox, id, role, reads, writes, made) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    tx.change(sql, values![*tag, id, role, admit.reads, admit.writes, now])?;
    Ok(Admitted::Done)
}

/// A member as the owner sees it.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name.
    pub id: Vec<u8>,
    /// What it may do.
    pub role: Role,
    /// When it was let in.
    pub made: i64,
    /// When it last read, to five minutes; 0 if never.
    pub looked: i64,
    /// Up to which number it has everything.
    pub acked: i64,
}

/// Every member; `None` where there is no such mailbox or this is not its owner.
pub fn list(tx: &mut dyn Tx, tag: &Tag, owner: &Tag) -> Result<Option<Vec<Member>>, Fault> {
    if !is_owner(tx, tag, owner)? {
        return Ok(None);
    }
    let sql = "SELECT id, role, made, looked, acked FROM member WHERE mailbox = ?1 ORDER BY made, id";
    let read = |row| {
        let mut cells = Cells::of(row);
        let (id, role) = (cells.bytes()?, Role::named(cells.int()?));
        Ok(Member { id, role, made: cells.int()?, looked: cells.int()?, acked: cells.int()? })
    };
    tx.rows(sql, values![*tag])?.into_iter().map(read).collect::<Result<_, Fault>>().map(Some)
}

/// Takes a member out, and what only it was waited for. Its mark stands before this runs.
pub fn remove(tx: &mut dyn Tx, tag: &Tag, member: &[u8]) -> Result<(), Fault> {
    tx.change("UPDATE mailbox SET next = next WHERE tag = ?1", values![*tag])?;
    tx.change("DELETE FROM member WHERE mailbox = ?1 AND id = ?2", values![*tag, member])?;
    prune(tx, tag)
}

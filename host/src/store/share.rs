//! Making a share and putting its files.

use super::Owned;
use crate::engine::{Cells, Fault, Tx, Val};
use crate::secret::{Hashed, Tag};
use crate::values;

/// A share that is to be made.
#[derive(Clone)]
pub struct New {
    /// What stands for its name.
    pub tag: Tag,
    /// What stands for the secret that its owner writes with.
    pub secret: Tag,
    /// Flags, see [`super::LONG_TERM`].
    pub flags: i64,
    /// When it ends by itself.
    pub expires: Option<i64>,
    /// Its passcode.
    pub passcode: Option<Hashed>,
    /// The enrolment token it is made with.
    pub token: Tag,
}

/// What making a share came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// It is made (or was, by the same owner).
    Done,
    /// The name belongs to another, or to a share that was ended.
    Taken,
    /// The token is not known, revoked, or used up.
    NoToken,
}

/// Makes a share. Made a second time by the same owner it stays as it is: an answer may get lost.
pub fn make(tx: &mut dyn Tx, new: &New, now: i64) -> Result<Made, Fault> {
    let there = tx.rows("SELECT secret, ended FROM share WHERE tag = ?1", values![new.tag])?;
    if let Some(row) = there.into_iter().next() {
        let mut cells = Cells::of(row);
        let is_same = cells.bytes()? == new.secret && cells.int_or_none()?.is_none();
        return Ok(if is_same { Made::Done } else { Made::Taken });
    }
    if !super::enrol::spend(tx, &new.token)? {
        return Ok(Made::NoToken);
    }
    let (salt, hash) = match &new.passcode {
        Some(kept) => (Val::from(kept.salt), Val::from(kept.hash)),
        None => (Val::Null, Val::Null),
    };
    let sql = "INSERT INTO share (tag, secret, flags, made, expires, salt, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    tx.change(
        sql,
        &[new.tag.into(), new.secret.into(), new.flags.into(), now.into(), new.expires.into(), salt, hash],
    )?;
    Ok(Made::Done)
}

/// A sealed file: its content's number and the JWE.
pub type File = (i64, Vec<u8>);

/// What putting files came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// They are in place.
    Done,
    /// A version with this number or a later one is in place; that one's number.
    Behind(i64),
    /// The share could not be changed.
    Not(Owned),
}

/// One version of a share's files.
#[derive(Clone)]
pub struct Version {
    /// Its number, which only ever rises.
    pub revision: i64,
    /// SHA-256 of it all, by which the same version is known when it comes again.
    pub digest: Tag,
    /// The files in order.
    pub files: Vec<File>,
    /// The sealed `list`.
    pub list: Option<Vec<u8>>,
}

/// Replaces every file of a share at once. A version that comes late never takes the place of a newer one.
pub fn put(tx: &mut dyn Tx, tag: &Tag, secret: &Tag, version: &Version, now: i64) -> Result<Put, Fault> {
    let sql = "UPDATE share SET revision = ?3, digest = ?4, list = ?5, held = 0 \
               WHERE tag = ?1 AND secret = ?2 AND ended IS NULL AND revision < ?3";
    let list = version.list.clone();
    if tx.change(sql, values![*tag, *secret, version.revision, version.digest, list])? == 1 {
        tx.change("DELETE FROM file WHERE share = ?1", values![*tag])?;
        for (n, (kind, body)) in version.files.iter().enumerate() {
            let sql = "INSERT INTO file (share, n, kind, at, body) VALUES (?1, ?2, ?3, ?4, ?5)";
            tx.change(sql, values![*tag, n as i64, *kind, now, body.as_slice()])?;
        }
        return Ok(Put::Done);
    }
    let sql = "SELECT revision, digest, ended FROM share WHERE tag = ?1 AND secret = ?2";
    let Some(row) = tx.rows(sql, values![*tag, *secret])?.into_iter().next() else {
        return Ok(Put::Not(Owned::Unknown));
    };
    let mut cells = Cells::of(row);
    let (revision, digest) = (cells.int()?, cells.bytes_or_none()?);
    if cells.int_or_none()?.is_some() {
        return Ok(Put::Not(Owned::Ended));
    }
    let is_same = revision == version.revision && digest.as_deref() == Some(version.digest.as_slice());
    Ok(if is_same { Put::Done } else { Put::Behind(revision) })
}

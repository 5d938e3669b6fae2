//! What sync keeps beside the record: the link with a practice, its tokens, how
//! far each resource is in step. Rows of `sync`, looked up by keyed tag, sealed
//! and bound to tag and place; a row that changes is written anew under a new
//! name, so that an older one put back is noticed by the digest of the names.
//!
//! None of it is the person's words: what can't be trusted any more is
//! forgotten, and the phone is linked again. It is in no bundle and no backup, but for copies of what
//! other people share ([`FOLLOWED`]): these are in a backup.

use super::frame::FrameName;
use super::rows::sync_bound_to;
use super::state::{State, digest_sync};
use super::tables::{bytes, sync_names};
use super::{CardBytes, Ledger, Merged, StoreError};
use crate::record::{Op, Record, Slot};
use crate::vault::Keys;
use minicbor::{Decoder, Encoder};
use rusqlite::{OptionalExtension, Transaction, params};
use zeroize::Zeroizing;

/// What the names of rows begin with that hold copies of what other people share.
pub const FOLLOWED: &str = "share-follow/";

/// A change of what sync keeps: a row's name and what it holds from now on; none
/// takes it away. `Debug` shows the name only.
#[derive(Clone, PartialEq, Eq)]
pub struct SyncRow {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub holds: Option<Zeroizing<Vec<u8>>>,
}

impl std::fmt::Debug for SyncRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let held = if self.holds.is_some() { "[redacted]" } else { "nothing" };
        write!(f, "SyncRow({}: {held})", self.name)
    }
}

/// A row that sync keeps: its name and what it holds.
pub type SyncedRow = (String, Zeroizing<Vec<u8>>);

/// Everything that sync keeps. `Debug` shows names only.
#[derive(Default)]
pub struct Synced {
    /// The rows that open, by name.
    pub rows: Vec<SyncedRow>,
    /// Rows were taken away, put back or don't open: none of it can be trusted.
    pub changed: bool,
}

impl std::fmt::Debug for Synced {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names: Vec<&str> = self.rows.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Synced").field("rows", &names).field("changed", &self.changed).finish()
    }
}

/// The most places that are passed over in search of a row that reads.
const MOST_PASSED: u32 = 1 << 17;

/// The rows as they lie.
#[derive(Default)]
struct Read {
    /// Those that open.
    rows: Vec<(FrameName, SyncedRow)>,
    /// The numbers of those that don't, and never will.
    closed: Vec<u64>,
    changed: bool,
}

impl Ledger {
    /// Everything that sync keeps.
    ///
    /// # Errors
    /// [`StoreError`], where the disk does not read. Damage is in
    /// [`Synced::changed`].
    pub fn synced(&mut self) -> Result<Synced, StoreError> {
        self.make_sure()?;
        let Read { rows, changed, .. } = self.read_synced()?;
        Ok(Synced { rows: rows.into_iter().map(|(_, row)| row).collect(), changed })
    }

    /// Row by row: one that does not read, or is of another type, takes no other one with it.
    fn read_synced(&self) -> Result<Read, StoreError> {
        let store = self.store();
        let mut read = Read { changed: !is_whole(store)?, ..Read::default() };
        let sql = "SELECT id, tag, sealed FROM sync WHERE id >= ?1 ORDER BY id LIMIT 1";
        let mut query = store.conn.prepare_cached(sql)?;
        let (mut at, mut passed, mut buffer) = (i64::MIN, 0, Vec::new());
        loop {
            let next = query.query_row([at], |row| {
                let (id, tag) = (row.get::<_, i64>(0)?, bytes(row, 1).map_err(StoreError::from));
                let sealed = bytes(row, 2).map_err(StoreError::from);
                let name = tag.as_ref().ok().and_then(|tag| (*tag).try_into().ok()).unwrap_or_default();
                let held = tag.and_then(|tag| open(&store.keys, tag, id as u64, sealed?, &mut buffer));
                Ok((FrameName { id: id as u64, tag: name }, held))
            });
            match next.optional().map_err(StoreError::from) {
                Ok(None) => return Ok(read),
                Ok(Some((name, held))) => {
                    at = (name.id as i64).saturating_add(1);
                    match held {
                        Ok(row) => read.rows.push((name, row)),
                        Err(_) => (read.changed, _) = (true, read.closed.push(name.id)),
                    }
                }
                // The page of this one: the next one may lie on another.
                Err(StoreError::Damaged) => {
                    read.changed = true;
                    at = at.saturating_add(1).max(1);
                    passed += 1;
                    if at as u64 >= store.state.next_sync || passed > MOST_PASSED {
                        return Ok(read);
                    }
                }
                Err(other) => return Err(other),
            }
        }
    }

    /// One row of what sync keeps; none too where it can't be trusted.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn synced_row(&mut self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let Synced { rows, changed } = self.synced()?;
        let named = rows.into_iter().find(|(found, _)| found == name);
        Ok(named.map(|(_, holds)| holds).filter(|_| !changed))
    }

    /// Keeps these changes, all or none. `Ok` means that they are on the disk.
    ///
    /// # Errors
    /// [`StoreError`]; `Damaged` where what is there can't be trusted:
    /// [`Ledger::forget_synced`] first.
    pub fn keep_synced(&mut self, rows: &[SyncRow]) -> Result<(), StoreError> {
        self.make_sure()?;
        if rows.is_empty() {
            return Ok(());
        }
        self.store_mut().transact(|tx, keys, state| put(tx, keys, state, rows))
    }

    /// Puts in ops from elsewhere, as [`Ledger::merge`] does, and keeps these
    /// changes in the same transaction: what was taken in and how far that is
    /// are on the disk together or not at all.
    ///
    /// # Errors
    /// As [`Ledger::keep_synced`].
    pub fn merge_synced(
        &mut self,
        ops: Vec<Op>,
        card: impl FnOnce(&Record, &[Slot]) -> Result<Option<CardBytes>, StoreError>,
        rows: &[SyncRow],
    ) -> Result<Merged, StoreError> {
        if ops.is_empty() {
            self.keep_synced(rows)?;
            return Ok(Merged::default());
        }
        self.merge_and(ops, card, |tx, keys, state| put(tx, keys, state, rows))
    }

    /// Takes away everything that sync keeps, but for copies of what other people share
    /// ([`FOLLOWED`]): each that opens is what was kept here, at worst an older one, and says of when
    /// it is. A damaged row must take nobody's steps away.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn forget_synced(&mut self) -> Result<(), StoreError> {
        self.make_sure()?;
        let Read { rows, closed: mut gone, .. } = self.read_synced()?;
        let (stay, others): (Vec<_>, Vec<_>) =
            rows.into_iter().partition(|(_, (name, _))| name.starts_with(FOLLOWED));
        gone.extend(others.into_iter().map(|(name, _)| name.id));
        let taken_away = self.store_mut().transact(|tx, keys, state| {
            let mut delete = tx.prepare_cached("DELETE FROM sync WHERE id = ?1")?;
            for id in gone {
                delete.execute([id as i64])?;
            }
            let names: Vec<FrameName> = stay.iter().map(|(name, _)| *name).collect();
            if sync_names(tx)? != names {
                return Err(StoreError::Damaged);
            }
            state.sync = (!names.is_empty()).then(|| digest_sync(keys, &names));
            Ok(())
        });
        match taken_away {
            // Rows are left that nobody can read: what stays is written anew, without them.
            Err(StoreError::Damaged) => {
                let stay = stay.iter().map(|(_, (name, holds))| (name.clone(), holds.clone()));
                let stay: Vec<SyncRow> =
                    stay.map(|(name, holds)| SyncRow { name, holds: Some(holds) }).collect();
                self.store_mut().transact(|tx, keys, state| {
                    tx.execute("DELETE FROM sync", [])?;
                    state.sync = None;
                    if stay.is_empty() { Ok(()) } else { put(tx, keys, state, &stay) }
                })
            }
            taken_away => taken_away,
        }
    }

    /// The number that the next op of this store will have in its log: it rises with whatever is
    /// written or taken in.
    pub fn next_log(&self) -> u64 {
        self.store().state.next_log
    }
}

/// Whether the table holds the rows that the state says there must be.
pub(super) fn is_whole(store: &super::Store) -> Result<bool, StoreError> {
    match sync_names(&store.conn).map_err(StoreError::from) {
        Ok(names) => Ok(fits(&store.keys, &store.state, &names)),
        Err(StoreError::Damaged) => Ok(false),
        Err(other) => Err(other),
    }
}

fn fits(keys: &Keys, state: &State, names: &[FrameName]) -> bool {
    match state.sync {
        Some(digest) => digest_sync(keys, names) == digest,
        None => names.is_empty(),
    }
}

pub(super) fn put(
    tx: &Transaction<'_>,
    keys: &Keys,
    state: &mut State,
    rows: &[SyncRow],
) -> Result<(), StoreError> {
    let mut names = sync_names(tx)?;
    if !fits(keys, state, &names) {
        return Err(StoreError::Damaged);
    }
    let mut delete = tx.prepare_cached("DELETE FROM sync WHERE id = ?1")?;
    let mut insert = tx.prepare_cached("INSERT INTO sync (id, tag, sealed) VALUES (?1, ?2, ?3)")?;
    for row in rows {
        let tag = tag_of(keys, &row.name);
        for old in names.extract_if(.., |name| name.tag == tag) {
            delete.execute([old.id as i64])?;
        }
        let Some(holds) = &row.holds else { continue };
        let id = state.next_sync;
        state.next_sync += 1;
        insert.execute(params![id as i64, tag, seal(keys, &tag, id, &row.name, holds)?])?;
        names.push(FrameName { id, tag });
    }
    state.sync = Some(digest_sync(keys, &names));
    Ok(())
}

fn tag_of(keys: &Keys, name: &str) -> [u8; 16] {
    keys.tag(&[b"sync", name.as_bytes()])
}

/// The name goes in with it: under new keys it has another tag.
fn seal(keys: &Keys, tag: &[u8; 16], id: u64, name: &str, holds: &[u8]) -> Result<Vec<u8>, StoreError> {
    let mut e = Encoder::new(Vec::with_capacity(name.len() + holds.len() + 16));
    // Writing to memory can't fail.
    let _ = e.array(2).and_then(|e| e.str(name)).and_then(|e| e.bytes(holds)).map(drop);
    let plain = Zeroizing::new(e.into_writer());
    Ok(keys.meta().seal(&sync_bound_to(tag, id), &plain)?)
}

fn open(
    keys: &Keys,
    tag: &[u8],
    id: u64,
    sealed: &[u8],
    buffer: &mut Vec<u8>,
) -> Result<SyncedRow, StoreError> {
    if tag.len() != 16 {
        return Err(StoreError::Damaged);
    }
    let mut d = Decoder::new(keys.meta().open_into(&sync_bound_to(tag, id), sealed, buffer)?);
    let read = (|| {
        d.array().ok()??;
        Some((d.str().ok()?.to_owned(), Zeroizing::new(d.bytes().ok()?.to_vec())))
    })();
    read.ok_or(StoreError::Damaged)
}

/// Seals a row again under new keys.
pub(super) fn reseal(
    (old, new): (&Keys, &Keys),
    tag: &[u8],
    id: u64,
    sealed: &[u8],
    buffer: &mut Vec<u8>,
) -> Result<([u8; 16], Vec<u8>), StoreError> {
    let (name, holds) = open(old, tag, id, sealed, buffer)?;
    let tag = tag_of(new, &name);
    Ok((tag, seal(new, &tag, id, &name, &holds)?))
}

#[cfg(test)]
mod tests;

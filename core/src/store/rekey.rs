//! The key ring of a store: opening with it, changing it, and sealing the whole
//! store again under a new data key.
//!
//! The ring in the database is the one that counts. A change lays `keys.next`,
//! commits, renames it over `keys`: a kill leaves a store that opens, and a
//! left-over `keys.next` tells the next opening to make the copy afresh. Files
//! are sealed under their new names before the transaction that makes these
//! names the right ones; the other ones are taken away after.

use super::db::{Health, Loaded, Options, Store};
use super::disk::Disk;
use super::files::{FileError, FileReader, Files, Hash, gone};
use super::folder::{DB, FolderLock, KEYS, KEYS_NEXT};
use super::rows::{chain_bound_to, open_row, seal_row, slot_tag};
use super::state::{State, digest, digest_frames, digest_sync};
use super::tables::{bytes, damaged_is, frame_names, names, sync_names};
use super::{Ledger, OpenError, StoreError, frame, synced};
use crate::record::DeviceId;
use crate::vault::{KeyRing, Keys, MAX_RING_BYTES, RecoveryWords, VaultError};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use std::path::Path;
use std::sync::Arc;

/// What opens the key ring.
#[derive(Clone, Copy)]
pub(super) enum Door<'a> {
    /// The platform's key store: every day's way.
    KeyStore,
    /// The recovery words, when the key store has lost its key.
    Words(&'a RecoveryWords),
}

impl Door<'_> {
    fn open(self, ring: &KeyRing, options: &Options) -> Result<Keys, VaultError> {
        match self {
            Door::KeyStore => ring.open(&*options.key_store),
            Door::Words(words) => ring.open_with_words(words),
        }
    }
}

/// The key ring from the database, or from the copy beside it where the one in
/// the database does not read. What the key store or the words say of a ring
/// that reads is final: the copy can't know better, and one of an older key
/// would open nothing.
pub(super) fn open_ring(
    conn: &Connection,
    options: &Options,
    door: Door<'_>,
    health: &mut Health,
) -> Result<(KeyRing, Keys), OpenError> {
    let stored: Option<Vec<u8>> = conn
        .query_row("SELECT value FROM meta WHERE name = 'ring'", [], |row| row.get(0))
        .optional()
        .or_else(|error| damaged_is(error, None))?;
    let opened = stored.ok_or(VaultError::Damaged).and_then(|ring| open_one(&ring, door, options));
    if opened.as_ref().is_err_and(|error| is_damage(*error)) {
        let copy = options.disk.read(&options.store.join(KEYS), MAX_RING_BYTES as u64);
        let copy = copy.map_err(|_| VaultError::Damaged).and_then(|ring| open_one(&ring, door, options));
        match copy {
            Err(error) if is_damage(error) => {}
            copy => {
                health.ring_from_copy = true;
                return Ok(copy?);
            }
        }
    }
    opened.map_err(|error| if is_damage(error) { OpenError::Damaged } else { error.into() })
}

fn open_one(ring: &[u8], door: Door<'_>, options: &Options) -> Result<(KeyRing, Keys), VaultError> {
    let ring = KeyRing::from_bytes(ring)?;
    let keys = door.open(&ring, options)?;
    Ok((ring, keys))
}

fn is_damage(error: VaultError) -> bool {
    matches!(error, VaultError::Damaged | VaultError::TooLarge { .. })
}

/// The first step of changing the ring.
pub(super) fn lay_ring(disk: &dyn Disk, store: &Path, ring: &[u8]) -> std::io::Result<()> {
    disk.write_whole(&store.join(KEYS_NEXT), ring)?;
    disk.sync_folder(store)
}

/// The last. Where it fails `keys.next` is still there and says so.
pub(super) fn ring_in_place(disk: &dyn Disk, store: &Path) -> std::io::Result<()> {
    disk.rename(&store.join(KEYS_NEXT), &store.join(KEYS))?;
    disk.sync_folder(store)
}

impl Store {
    /// Opens a store whose key store has lost its key, with the recovery words,
    /// and wraps the key anew so that the next opening needs none.
    ///
    /// # Errors
    /// [`OpenError`]; nothing was changed. The key store's own errors too, where
    /// it can't wrap a key yet.
    pub fn open_with_words(options: Options, words: &RecoveryWords) -> Result<(Self, Loaded), OpenError> {
        if !options.disk.exists(&options.store.join(DB))? {
            return Err(OpenError::Missing);
        }
        let lock = Arc::new(FolderLock::take(&options.store)?);
        let (mut store, loaded) = Self::open_locked(options, lock, Door::Words(words))?;
        let ring = store.ring.rewrap(&store.keys, &*store.options().key_store)?;
        store.change_ring(ring)?;
        Ok((store, loaded))
    }

    /// Makes the copy afresh where a change of the ring was interrupted. Failing
    /// to is no failure of the opening: the next one tries again.
    pub(super) fn finish_ring(&self, health: &Health) {
        let Options { disk, store, .. } = self.options();
        let interrupted = disk.exists(&store.join(KEYS_NEXT)).unwrap_or(false);
        if interrupted
            && !health.ring_from_copy
            && let Ok(ring) = self.ring.to_bytes()
        {
            let _ = disk.replace(&store.join(KEYS), &ring);
        }
    }

    /// A new identity for this device, its numbers from one again.
    pub(super) fn renew_device(&mut self) -> Result<(), StoreError> {
        let (ring, keys) = self.ring.new_device(&self.keys)?;
        let old = DeviceId(self.keys.device().id_bytes());
        // From where the anchor outside is, so that an older copy that was put
        // back is told once and not at every opening.
        let anchor = self.options().key_store.counter().ok().flatten().unwrap_or(0);
        self.replace_ring(ring, |store, ring_bytes| {
            store.transact(|tx, _, state| {
                put_ring(tx, ring_bytes)?;
                state.commits = state.commits.max(anchor.saturating_add(1));
                state.renumber(old);
                Ok(())
            })
        })?;
        self.keys = keys;
        Ok(())
    }

    /// Another ring around the same keys.
    fn change_ring(&mut self, ring: KeyRing) -> Result<(), StoreError> {
        self.replace_ring(ring, |store, ring_bytes| store.transact(|tx, _, _| put_ring(tx, ring_bytes)))
    }

    /// The three steps of changing the ring around a transaction that does. Once
    /// that is on the disk the change has happened, whatever becomes of the copy.
    fn replace_ring(
        &mut self,
        ring: KeyRing,
        commit: impl FnOnce(&mut Self, &[u8]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let ring_bytes = ring.to_bytes()?;
        let (disk, store) = (Arc::clone(&self.options().disk), self.options().store.clone());
        lay_ring(&*disk, &store, &ring_bytes)?;
        commit(self, &ring_bytes)?;
        self.ring = ring;
        let _ = ring_in_place(&*disk, &store);
        Ok(())
    }

    /// Seals everything again under `keys`, in one transaction.
    fn reseal(&mut self, ring: KeyRing, keys: Keys) -> Result<(), StoreError> {
        let frames: Vec<u64> = self.known_frames()?.iter().map(|frame| frame.id).collect();
        self.replace_ring(ring, |store, ring_bytes| {
            let chain = names(&store.conn, "chain")?;
            let sync = names(&store.conn, "sync")?;
            // What could not be trusted before is no more to be trusted after.
            let was_whole = synced::is_whole(store)?;
            let tx = Transaction::new_unchecked(&store.conn, TransactionBehavior::Immediate)?;
            reseal_all(&tx, (&store.keys, &keys), (&store.rows, &frames, &chain, &sync))?;
            let frames = frame_names(&tx)?;
            let state = State {
                commits: store.state.commits + 1,
                rows: digest(&keys, "op", store.rows.iter()),
                frames: digest_frames(&keys, &frames),
                chain: digest(&keys, "chain", chain.iter()),
                sync: was_whole
                    .then(|| sync_names(&tx).map(|names| digest_sync(&keys, &names)))
                    .transpose()?,
                ..store.state.clone()
            };
            put_ring(&tx, ring_bytes)?;
            tx.execute("UPDATE meta SET value = ?1 WHERE name = 'state'", [state.seal(&keys)?])?;
            if let Err(error) = tx.commit() {
                store.is_unsure_now();
                return Err(error.into());
            }
            (store.state, store.keys) = (state, keys);
            store.frames = Some(frames);
            store.tell_anchor();
            Ok(())
        })?;
        // Pages of the old seal in the log go now rather than some day.
        let _ = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        Ok(())
    }
}

fn put_ring(tx: &Transaction<'_>, ring: &[u8]) -> Result<(), StoreError> {
    tx.execute("INSERT OR REPLACE INTO meta (name, value) VALUES ('ring', ?1)", [ring])?;
    Ok(())
}

/// Every row of the four tables under the new keys. One that does not open
/// under the old ones is left as it is: damaged before, damaged after.
fn reseal_all(
    tx: &Transaction<'_>,
    (old, new): (&Keys, &Keys),
    (ops, frames, chain, sync): (&[u64], &[u64], &[u64], &[u64]),
) -> Result<(), StoreError> {
    let (read, write) =
        ("SELECT slot, sealed FROM op WHERE log = ?1", "UPDATE op SET slot = ?2, sealed = ?3 WHERE log = ?1");
    again(tx, read, write, ops, |log, tag, sealed, buffer| {
        let op = open_row(old, tag, log, sealed, buffer)?;
        let tag = slot_tag(new, op.slot);
        Ok((tag, seal_row(new, &tag, log, &op)?))
    })?;
    let (read, write) = (
        "SELECT slot, sealed FROM frame WHERE id = ?1",
        "UPDATE frame SET slot = ?2, sealed = ?3 WHERE id = ?1",
    );
    again(tx, read, write, frames, |id, tag, sealed, buffer| {
        frame::reseal((old, new), tag, id, sealed, buffer)
    })?;
    // No tag here: nothing in `chain` is looked up by one.
    let (read, write) =
        ("SELECT x'', sealed FROM chain WHERE id = ?1", "UPDATE chain SET sealed = ?3 WHERE id = ?1");
    again(tx, read, write, chain, |id, _, sealed, buffer| {
        let aad = chain_bound_to(id);
        let plain = old.meta().open_into(&aad, sealed, buffer)?;
        Ok(([0; 16], new.meta().seal(&aad, plain)?))
    })?;
    let (read, write) =
        ("SELECT tag, sealed FROM sync WHERE id = ?1", "UPDATE sync SET tag = ?2, sealed = ?3 WHERE id = ?1");
    again(tx, read, write, sync, |id, tag, sealed, buffer| {
        synced::reseal((old, new), tag, id, sealed, buffer)
    })
}

/// Reads, seals again and writes back the rows of these names.
fn again(
    tx: &Transaction<'_>,
    read: &str,
    write: &str,
    names: &[u64],
    seal: impl Fn(u64, &[u8], &[u8], &mut Vec<u8>) -> Result<([u8; 16], Vec<u8>), StoreError>,
) -> Result<(), StoreError> {
    let (mut read, mut write) = (tx.prepare(read)?, tx.prepare(write)?);
    let mut buffer = Vec::new();
    for name in names {
        let sealed = {
            let mut found = read.query([*name as i64])?;
            let Some(row) = found.next()? else { continue };
            // One of another type is damaged as one that does not open is: it hinders no other.
            let (tag, sealed) = (bytes(row, 0), bytes(row, 1).map_err(StoreError::from));
            tag.map_err(StoreError::from).and_then(|tag| seal(*name, tag, sealed?, &mut buffer))
        };
        match sealed {
            Ok((tag, sealed)) => write.execute(params![*name as i64, tag, sealed])?,
            Err(StoreError::Damaged) => continue,
            Err(other) => return Err(other),
        };
    }
    Ok(())
}

/// Seals a file again under its new name, chunk by chunk. One that is not here,
/// or is damaged, is left as it is.
fn reseal_file(from: &Files<'_>, to: &Files<'_>, hash: &Hash) -> Result<(), FileError> {
    match from.read(hash).and_then(FileReader::length_if_whole) {
        Ok(_) => {}
        Err(FileError::NotHere | FileError::Damaged) => return Ok(()),
        // A disk that fails now may read it tomorrow: then this is no rotation.
        Err(error) => return Err(error),
    }
    let mut reader = from.read(hash)?;
    let mut writer = to.write(hash)?;
    while let Some((chunk, last)) = reader.next_chunk()? {
        writer.chunk(chunk, last)?;
    }
    writer.finish()
}

fn file_error(error: FileError) -> StoreError {
    match error {
        FileError::NotHere | FileError::Damaged => StoreError::Damaged,
        FileError::Io(error) => error.into(),
        FileError::NoRandomness(error) => error.into(),
    }
}

impl Ledger {
    /// Opens with the recovery words: see [`Store::open_with_words`].
    ///
    /// # Errors
    /// [`OpenError`]; nothing was changed.
    pub fn open_with_words(options: Options, words: &RecoveryWords) -> Result<Self, OpenError> {
        let (store, loaded) = Store::open_with_words(options, words)?;
        Ok(Self::over(store, loaded.rows, loaded.health))
    }

    /// The recovery words that hold now, to be shown again.
    ///
    /// # Errors
    /// [`StoreError`].
    pub fn recovery_words(&mut self) -> Result<RecoveryWords, StoreError> {
        // After a change of words that may or may not have been kept.
        self.make_sure()?;
        Ok(self.store.ring.recovery_words(&self.store.keys)?)
    }

    /// New recovery words for the same data key: the ordinary rotation. The old
    /// ones no longer open this store; a backup made under them still opens
    /// with them.
    ///
    /// # Errors
    /// [`StoreError`]. Where it is not known whether the disk kept the change,
    /// the next use of the store finds out; the words can be shown again.
    pub fn new_words(&mut self) -> Result<RecoveryWords, StoreError> {
        self.make_sure()?;
        let (ring, words) = self.store.ring.new_words(&self.store.keys)?;
        self.store.change_ring(ring)?;
        Ok(words)
    }

    /// A new data key and new recovery words, and everything sealed again under
    /// them: the rotation after a lost phone. What is written from now on can't
    /// be read with the old key; what was written before, and old backups with
    /// the old words, still can. Other phones have to be paired again.
    ///
    /// Needs about as much free room as the store and its files have.
    ///
    /// # Errors
    /// As [`Ledger::new_words`].
    pub fn new_data_key(&mut self) -> Result<RecoveryWords, StoreError> {
        self.make_sure()?;
        let (files, _) = self.named_files()?;
        let key_store = Arc::clone(&self.store.options().key_store);
        let (ring, keys, words) = self.store.ring.new_dek(&self.store.keys, &*key_store)?;
        let Options { disk, store: folder, .. } = self.store.options().clone();
        let (from, to) = (self.store.files(), Files::new(&*disk, &folder, &keys));
        let old_names: Vec<_> = files.iter().map(|hash| from.path(hash)).collect();
        let new_names: Vec<_> = files.iter().map(|hash| to.path(hash)).collect();
        let sealed = files.iter().try_for_each(|hash| reseal_file(&from, &to, hash));
        let outcome = sealed.map_err(file_error).and_then(|()| self.store.reseal(ring, keys));
        // Of the two sets of names one is right now; where it is not known
        // which, both stay, and a sweep takes the other one away.
        let left_over = match &outcome {
            _ if self.store.is_unsure() => Vec::new(),
            Ok(()) => old_names,
            Err(_) => new_names,
        };
        for path in left_over {
            let _ = gone(disk.remove(&path));
        }
        outcome.map(|()| words)
    }
}

#[cfg(test)]
mod tests;

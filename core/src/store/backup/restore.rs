//! Making a plan again from a backup.
//!
//! First the whole file is read, and nothing is made if any of it is wrong.
//! Then a database is built as `plan.db.next`, which nobody ever opens as a
//! store, and gets its name when everything is in it and on the disk. Killed
//! before that there is no store, and it can be restored again; after it there
//! is a whole one.

use super::BackupError;
use super::form::{End, Head};
use super::read::{self, Check, Sink, Stepped};
use super::write::file_error;
use crate::store::aside;
use crate::store::db::{Options, Store};
use crate::store::files::{FileWriter, Files, Hash, gone};
use crate::store::folder::{DB, DB_NEXT, FolderLock};
use crate::store::frame::{Effort, FrameName, MAX_OPS, MAX_WORDS, Packer};
use crate::store::progress::{Progress, Steps};
use crate::store::rekey::{Door, lay_ring, ring_in_place};
use crate::store::rows::{seal_row, slot_tag};
use crate::store::state::{State, digest, digest_frames};
use crate::store::synced::{self, SyncRow};
use crate::store::tables::{connect_to, is_empty, run_steps};
use crate::store::{Ledger, OpenError, Row, schema};
use crate::vault::{KeyRing, Keys, RecoveryWords, VaultError};
use rusqlite::{OpenFlags, Transaction, TransactionBehavior, params};
use std::path::Path;
use std::sync::Arc;
use zeroize::Zeroizing;

/// While it is built: nothing to go back to is kept, since a database that is
/// not finished is thrown away; what is finished is synced by the commit.
const PRAGMAS: &str = "
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = 1;
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = 0;
    PRAGMA cache_size = -1024;
";

impl Ledger {
    /// Makes a store from the backup at `from`, in folders that have none: every
    /// op, photo and voice note, the plan's data key and plan secret, and a name
    /// of its own for this phone. The key is wrapped by this phone's key store,
    /// and the words stay the plan's recovery words.
    ///
    /// # Errors
    /// [`BackupError`]. If the file was refused or the key store did not help,
    /// nothing was made at all; if it failed later there is no store, and it can
    /// be tried again. Only where the disk failed after all was in place there
    /// is a store: a whole one, to be opened.
    pub fn restore(from: &Path, words: &RecoveryWords, options: Options) -> Result<Self, BackupError> {
        Self::restore_with(from, words, options, &())
    }

    /// The same, told how far it has come and stopped when it is asked to be.
    ///
    /// # Errors
    /// As [`Ledger::restore`], and [`BackupError::Cancelled`]: there is no store
    /// then, and nothing of one.
    pub fn restore_with(
        from: &Path,
        words: &RecoveryWords,
        options: Options,
        progress: &dyn Progress,
    ) -> Result<Self, BackupError> {
        let steps = Steps::new(progress);
        let disk = Arc::clone(&options.disk);
        refuse_over_a_store(&options)?;
        let mut check = Check::default();
        let mut stepped = Stepped { sink: &mut check, steps: &steps, second: false };
        let checked = read::read(&*disk, from, words, &mut stepped)?;
        steps.half()?;
        let head = check.head.ok_or(BackupError::Altered)?;
        let (ring, keys) = new_phone(&head, words, &options)?;
        for folder in [&options.store, &options.card] {
            disk.create_folder(folder)?;
        }
        let lock = Arc::new(FolderLock::take(&options.store)?);
        refuse_over_a_store(&options)?;
        clear(&options)?;
        let mut made = Vec::new();
        let built =
            build(from, words, &options, (&ring, &keys), &head, (&steps, &mut made)).and_then(|end| {
                // The file is another one now than the one that was checked.
                if end == checked { put_in_place(&options, &ring) } else { Err(BackupError::Altered) }
            });
        if let Err(error) = built {
            let _ = clear(&options);
            let _ = take_back(&options, &keys, made);
            return Err(error);
        }
        let (store, loaded) = Store::open_locked(options, lock, Door::KeyStore)?;
        steps.end();
        Ok(Self::over(store, loaded.rows, loaded.health))
    }
}

/// Whatever is here is left alone: a store, or one half set aside. An empty
/// database is a first run that was cut short: nothing was ever in it.
fn refuse_over_a_store(options: &Options) -> Result<(), BackupError> {
    let there = options.disk.exists(&options.store.join(DB))?;
    let empty = there && is_empty(&connect_to(DB, options, OpenFlags::SQLITE_OPEN_READ_WRITE)?)?;
    if there && !empty || aside::is_half_aside(options)? {
        return Err(OpenError::AlreadyHere.into());
    }
    Ok(())
}

/// The plan's keys as this phone will have them.
fn new_phone(head: &Head, words: &RecoveryWords, options: &Options) -> Result<(KeyRing, Keys), BackupError> {
    let whole = |error| match error {
        VaultError::NewerFormat(_) => BackupError::NewerVersion,
        // The words opened the file, so this is no other plan's.
        _ => BackupError::Altered,
    };
    let ring = KeyRing::from_bytes(&head.ring).map_err(whole)?;
    let keys = ring.open_with_words(words).map_err(whole)?;
    let ring = ring.rewrap(&keys, &*options.key_store)?;
    Ok(ring.new_device(&keys)?)
}

/// Builds the database and the files beside it, synced, not yet in place.
fn build(
    from: &Path,
    words: &RecoveryWords,
    options: &Options,
    (ring, keys): (&KeyRing, &Keys),
    head: &Head,
    (steps, made): (&Steps<'_>, &mut Vec<Hash>),
) -> Result<End, BackupError> {
    let flags = OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_READ_WRITE;
    let mut conn = connect_to(DB_NEXT, options, flags)?;
    conn.execute_batch(schema::PAGES)?;
    conn.execute_batch(PRAGMAS)?;
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    run_steps(&tx, schema::MIGRATIONS)?;
    let state = State { lamport: head.lamport, ..State::first(&*options.key_store) };
    let files = Files::new(&*options.disk, &options.store, keys);
    let (rows, frames, run) = (Vec::new(), Vec::new(), Vec::new());
    let packer = Packer::new(Effort::Thorough)?;
    let file = None;
    let mut build = Build { tx: &tx, keys, packer, state, rows, frames, run, run_size: 0, files, file, made };
    let mut stepped = Stepped { sink: &mut build, steps, second: true };
    let end = read::read(&*options.disk, from, words, &mut stepped)?;
    build.pack_run()?;
    let Build { mut state, rows, frames, .. } = build;
    state.next_log = head.next_log.max(1);
    state.commits += 1;
    state.rows = digest(keys, "op", rows.iter());
    state.frames = digest_frames(keys, &frames);
    state.chain = digest(keys, "chain", [].iter());
    let mut insert = tx.prepare("INSERT INTO meta (name, value) VALUES (?1, ?2)")?;
    insert.execute(params!["ring", ring.to_bytes()?])?;
    insert.execute(params!["state", state.seal(keys)?])?;
    drop(insert);
    tx.commit()?;
    conn.close().map_err(|(_, error)| error)?;
    Ok(end)
}

/// Gives the database its name. From then on there is a store.
fn put_in_place(options: &Options, ring: &KeyRing) -> Result<(), BackupError> {
    let (disk, store) = (&*options.disk, &options.store);
    // Its sync of the folder puts the new database's own name on the disk too.
    lay_ring(disk, store, &ring.to_bytes()?)?;
    disk.rename(&store.join(DB_NEXT), &store.join(DB))?;
    disk.sync_folder(store)?;
    Ok(ring_in_place(disk, store)?)
}

/// Takes away what a restore that did not end left.
fn clear(options: &Options) -> Result<(), BackupError> {
    for ending in ["", "-journal", "-wal", "-shm"] {
        gone(options.disk.remove(&options.store.join(format!("{DB_NEXT}{ending}"))))?;
    }
    Ok(())
}

/// Takes away the files that a restore that did not end made. Where there is a
/// store after all (the disk failed with all of it in place), they are that one's.
fn take_back(options: &Options, keys: &Keys, made: Vec<Hash>) -> Result<(), BackupError> {
    if !options.disk.exists(&options.store.join(DB))? {
        Files::new(&*options.disk, &options.store, keys).take_back(&made)?;
    }
    Ok(())
}

/// The new database while it fills.
struct Build<'a> {
    tx: &'a Transaction<'a>,
    keys: &'a Keys,
    packer: Packer,
    state: State,
    rows: Vec<u64>,
    frames: Vec<FrameName>,
    /// Past ops of one field and one author, until they are a frame.
    run: Vec<Row>,
    run_size: usize,
    files: Files<'a>,
    file: Option<FileWriter<'a>>,
    /// The files that were not here before.
    made: &'a mut Vec<Hash>,
}

impl Build<'_> {
    fn pack_run(&mut self) -> Result<(), BackupError> {
        let Some(first) = self.run.first() else { return Ok(()) };
        let (id, tag) = (self.state.next_frame, slot_tag(self.keys, first.op.slot));
        let sealed = self.packer.seal(self.keys, &tag, id, &self.run)?;
        let mut insert =
            self.tx.prepare_cached("INSERT INTO frame (id, slot, sealed) VALUES (?1, ?2, ?3)")?;
        insert.execute(params![id as i64, tag, sealed])?;
        self.state.next_frame += 1;
        self.frames.push(FrameName { id, tag });
        self.run.clear();
        self.run_size = 0;
        Ok(())
    }
}

impl Sink for Build<'_> {
    fn row(&mut self, row: Row) -> Result<(), BackupError> {
        let tag = slot_tag(self.keys, row.op.slot);
        let sealed = seal_row(self.keys, &tag, row.log, &row.op)?;
        let mut insert = self.tx.prepare_cached("INSERT INTO op (log, slot, sealed) VALUES (?1, ?2, ?3)")?;
        insert.execute(params![row.log as i64, tag, sealed])?;
        self.state.lamport = self.state.lamport.max(row.op.count());
        self.state.has_now(&row.op);
        self.rows.push(row.log);
        Ok(())
    }

    fn past(&mut self, row: Row) -> Result<(), BackupError> {
        let size = row.op.value().and_then(|value| value.text()).map_or(64, str::len);
        if let Some(first) = self.run.first() {
            let fits = self.run.len() < MAX_OPS && self.run_size + size <= MAX_WORDS;
            let same = first.op.slot == row.op.slot && first.op.author == row.op.author;
            if !(fits && same) {
                self.pack_run()?;
            }
        }
        self.state.lamport = self.state.lamport.max(row.op.count());
        self.state.has_now(&row.op);
        self.run_size += size;
        self.run.push(row);
        Ok(())
    }

    fn followed(&mut self, name: &str, holds: &[u8]) -> Result<(), BackupError> {
        let row = SyncRow { name: name.to_owned(), holds: Some(Zeroizing::new(holds.to_vec())) };
        Ok(synced::put(self.tx, self.keys, &mut self.state, &[row])?)
    }

    fn file(&mut self, hash: &Hash) -> Result<(), BackupError> {
        if !self.files.is_here(hash)? {
            self.made.push(*hash);
        }
        self.file = Some(self.files.write(hash)?);
        Ok(())
    }

    fn piece(&mut self, bytes: &[u8], last: bool) -> Result<(), BackupError> {
        let Some(mut file) = self.file.take() else { return Err(BackupError::Altered) };
        file.chunk(bytes, last).map_err(file_error)?;
        match last {
            true => file.finish().map_err(file_error)?,
            false => self.file = Some(file),
        }
        Ok(())
    }
}

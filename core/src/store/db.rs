//! The database: opening it, its one writing transaction, and reading back.

use super::cardfile::{self, CardBytes};
use super::disk::Disk;
use super::folder::{DB, FolderLock, KEYS};
use super::frame::FrameName;
use super::rekey::{Door, open_ring};
use super::rows::{seal_row, slot_tag};
use super::state::{State, digest, digest_frames};
use super::tables::{Reading, connect, damaged_is, frame_names, is_empty, migrate, names, run_steps};
use super::{OpenError, Row, StoreError, aside, schema};
use crate::record::Op;
use crate::vault::{KeyRing, KeyStore, Keys};
use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior, params};
use std::path::PathBuf;
use std::sync::Arc;

/// How many transactions may pass before the anchor outside is told again.
const ANCHOR_EVERY: u64 = 32;

/// Where a store is and what it stands on.
#[derive(Clone)]
pub struct Options {
    /// The store's folder.
    pub store: PathBuf,
    /// The card file's folder.
    pub card: PathBuf,
    /// The platform's key store.
    pub key_store: Arc<dyn KeyStore>,
    /// Where files outside SQLite are written.
    pub disk: Arc<dyn Disk>,
    /// An SQLite VFS by name, for the fault harness; the system's own if none.
    pub vfs: Option<String>,
}

/// How the store was found. Anything but the default is told to the person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Log numbers of rows that do not open. The rows are kept.
    pub damaged: Vec<u64>,
    /// Rows were taken away, or put back from an older copy.
    pub rows_changed: bool,
    /// The same of packed history, or a part of it does not open; looked at when
    /// history is read.
    pub history_changed: bool,
    /// The store's own state did not open and was worked out afresh.
    pub state_lost: bool,
    /// The key ring in the database was damaged; the copy beside it was used.
    pub ring_from_copy: bool,
    /// The folder is older than its anchor says: yesterday's copy was put back.
    pub rolled_back: bool,
    /// An edit of the card was interrupted; the card may be behind.
    pub card_interrupted: bool,
}

impl Health {
    /// Whether nothing is to be told.
    pub fn is_good(&self) -> bool {
        *self == Health::default()
    }
}

/// What a store held when it was opened.
#[derive(Debug)]
pub struct Loaded {
    /// Every row of `op` that opened, in log order.
    pub rows: Vec<Row>,
    /// How it was found.
    pub health: Health,
}

/// An open store.
pub struct Store {
    pub(super) conn: Connection,
    pub(super) keys: Keys,
    pub(super) ring: KeyRing,
    pub(super) state: State,
    /// The log numbers in `op`, ascending.
    pub(super) rows: Vec<u64>,
    /// The names in `frame`, ascending; read when history is first needed.
    pub(super) frames: Option<Vec<FrameName>>,
    pub(super) history_changed: bool,
    options: Options,
    /// The last commit failed: whether it is on the disk is not known.
    unsure: bool,
    _lock: Arc<FolderLock>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store").field("rows", &self.rows.len()).finish_non_exhaustive()
    }
}

impl Store {
    /// Makes a store in a folder that has none.
    pub fn create(options: Options, ring: KeyRing, keys: Keys) -> Result<Self, OpenError> {
        options.disk.create_folder(&options.store)?;
        options.disk.create_folder(&options.card)?;
        let lock = FolderLock::take(&options.store)?;
        let half_aside = aside::is_half_aside(&options)?;
        if half_aside {
            return Err(OpenError::AlreadyHere);
        }
        let flags = OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_READ_WRITE;
        let conn = connect(&options, flags)?;
        // An empty database is a first run that was cut short before its one
        // transaction: nothing was ever acknowledged in it.
        if !is_empty(&conn)? {
            return Err(OpenError::AlreadyHere);
        }
        let ring_bytes = ring.to_bytes()?;
        options.disk.replace(&options.store.join(KEYS), &ring_bytes)?;
        conn.execute_batch(schema::PAGES)?;
        conn.execute_batch(schema::PRAGMAS)?;
        let state = State::first(&*options.key_store);
        let mut store = Self {
            conn,
            keys,
            ring,
            state,
            rows: Vec::new(),
            frames: Some(Vec::new()),
            history_changed: false,
            options,
            unsure: false,
            _lock: Arc::new(lock),
        };
        let empty = |keys: &Keys, table| digest(keys, table, [].iter());
        store.state.rows = empty(&store.keys, "op");
        store.state.frames = digest_frames(&store.keys, &[]);
        store.state.chain = empty(&store.keys, "chain");
        let made = store.transact(|tx, _, _| {
            run_steps(tx, schema::MIGRATIONS)?;
            tx.execute("INSERT INTO meta (name, value) VALUES ('ring', ?1)", [ring_bytes])?;
            Ok(())
        });
        made?;
        // The folder's own name for the database must outlast a power cut too.
        store.options.disk.sync_folder(&store.options.store)?;
        Ok(store)
    }

    /// Opens a store and reads what is live in it.
    pub fn open(options: Options) -> Result<(Self, Loaded), OpenError> {
        if !options.disk.exists(&options.store.join(DB))? {
            return Err(OpenError::Missing);
        }
        let lock = Arc::new(FolderLock::take(&options.store)?);
        Self::open_locked(options, lock, Door::KeyStore)
    }

    pub(super) fn open_locked(
        options: Options,
        lock: Arc<FolderLock>,
        door: Door<'_>,
    ) -> Result<(Self, Loaded), OpenError> {
        let mut conn = connect(&options, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let id: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
        let version: i32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        if id != schema::APPLICATION_ID {
            return Err(if is_empty(&conn)? { OpenError::Missing } else { OpenError::NotAStore });
        }
        if version > schema::FORMAT {
            return Err(OpenError::NewerVersion);
        }
        conn.execute_batch(schema::PRAGMAS)?;
        migrate(&mut conn, version)?;
        let mut health = Health::default();
        let (ring, keys) = open_ring(&conn, &options, door, &mut health)?;
        let mut store = Self {
            conn,
            keys,
            ring,
            state: State::default(),
            rows: Vec::new(),
            frames: None,
            history_changed: false,
            options,
            unsure: false,
            _lock: lock,
        };
        let loaded = store.load(health)?;
        store.finish_ring(&loaded.health);
        Ok((store, loaded))
    }

    /// Opens it again after a failed commit, to learn what the disk really has.
    pub(super) fn reopen(&mut self) -> Result<Loaded, StoreError> {
        let (fresh, loaded) =
            Self::open_locked(self.options.clone(), Arc::clone(&self._lock), Door::KeyStore)
                .map_err(|error| StoreError::Reopen(Box::new(error)))?;
        *self = fresh;
        Ok(loaded)
    }

    /// Whether the last commit failed, so that [`Store::reopen`] must come first.
    pub(super) fn is_unsure(&self) -> bool {
        self.unsure
    }

    /// Notes that a commit failed, so that whether it was kept is not known.
    pub(super) fn is_unsure_now(&mut self) {
        self.unsure = true;
    }

    /// The open keys.
    pub fn keys(&self) -> &Keys {
        &self.keys
    }

    /// The key ring as stored.
    pub fn ring(&self) -> &KeyRing {
        &self.ring
    }

    /// Where it is and what it stands on.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Whether nothing was ever written in it, by its own sealed count: damage
    /// does not make a plan look new.
    pub fn is_untouched(&self) -> bool {
        self.rows.is_empty() && self.state.next_log == 1
    }

    /// The hash of what the card file was last made from.
    pub fn card_source(&self) -> &[u8] {
        &self.state.card
    }

    fn load(&mut self, mut health: Health) -> Result<Loaded, OpenError> {
        let sealed: Option<Vec<u8>> = self
            .conn
            .query_row("SELECT value FROM meta WHERE name = 'state'", [], |row| row.get(0))
            .optional()
            .or_else(|error| damaged_is(error, None))?;
        match sealed.and_then(|sealed| State::open(&self.keys, &sealed).ok()) {
            Some(state) => self.state = state,
            None => health.state_lost = true,
        }
        let rows = self.read_rows(&mut health)?;
        if health.state_lost {
            self.work_out_state(&rows)?;
        } else {
            health.rows_changed = digest(&self.keys, "op", self.rows.iter()) != self.state.rows;
            let anchor = self.options.key_store.counter().ok().flatten();
            health.rolled_back = anchor.is_some_and(|anchor| anchor > self.state.commits);
        }
        health.card_interrupted = cardfile::was_interrupted(&*self.options.disk, &self.options.card);
        Ok(Loaded { rows, health })
    }

    /// Reads every live row. Where the table itself is damaged it is read row by
    /// row, so that what can be read is read.
    fn read_rows(&mut self, health: &mut Health) -> Result<Vec<Row>, OpenError> {
        let mut reading =
            Reading { keys: &self.keys, rows: Vec::new(), names: Vec::new(), buffer: Vec::new() };
        match reading.all(&self.conn, health).map_err(OpenError::from) {
            Ok(()) => {}
            Err(OpenError::Damaged) => reading.one_by_one(&self.conn, self.state.next_log, health)?,
            Err(other) => return Err(other),
        }
        let Reading { rows, names, .. } = reading;
        self.rows = names;
        Ok(rows)
    }

    /// The sealed state is gone: take what is there as what there must be, and
    /// never use again a number that may have been used.
    fn work_out_state(&mut self, rows: &[Row]) -> Result<(), OpenError> {
        let highest = |table, column| -> Result<u64, OpenError> {
            let query = format!("SELECT coalesce(max({column}), 0) FROM {table}");
            let highest: i64 = self.conn.query_row(&query, [], |row| row.get(0))?;
            Ok(highest as u64)
        };
        let gap = 1 << 20;
        self.state = State {
            next_op: gap,
            next_log: highest("op", "log")? + gap,
            next_frame: highest("frame", "id")? + gap,
            next_chain: highest("chain", "id")? + gap,
            next_sync: highest("sync", "id")? + gap,
            lamport: rows.iter().map(|row| row.op.count()).max().unwrap_or(0) + gap,
            rows: digest(&self.keys, "op", self.rows.iter()),
            ..State::default()
        };
        self.state.frames = digest_frames(&self.keys, &frame_names(&self.conn)?);
        self.state.chain = digest(&self.keys, "chain", names(&self.conn, "chain")?.iter());
        Ok(())
    }

    /// One transaction: what `work` does and the state after it, or nothing.
    /// `Ok` means that it is on the disk.
    pub(super) fn transact<T>(
        &mut self,
        work: impl FnOnce(&Transaction<'_>, &Keys, &mut State) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut next = self.state.clone();
        next.commits += 1;
        let tx = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        let done = work(&tx, &self.keys, &mut next)?;
        tx.prepare_cached("INSERT OR REPLACE INTO meta (name, value) VALUES ('state', ?1)")?
            .execute([next.seal(&self.keys)?])?;
        if let Err(error) = tx.commit() {
            self.unsure = true;
            return Err(error.into());
        }
        self.state = next;
        if self.state.commits.is_multiple_of(ANCHOR_EVERY) {
            self.tell_anchor();
        }
        Ok(done)
    }

    /// Gives the room between rows back to the system, where a sixth or more of
    /// the file is such room.
    pub(super) fn close_gaps(&mut self) -> Result<(), StoreError> {
        let number = |query| self.conn.query_row(query, [], |row| row.get::<_, i64>(0));
        let pages = number("PRAGMA page_count")? * number("PRAGMA page_size")?;
        let rows = number(
            "SELECT (SELECT coalesce(sum(length(sealed) + 24), 0) FROM op)
                  + (SELECT coalesce(sum(length(sealed) + 48), 0) FROM frame)
                  + (SELECT coalesce(sum(length(sealed) + 48), 0) FROM sync)",
        )?;
        if pages > 64 * 1024 && pages > rows + rows / 5 {
            self.conn.execute_batch("VACUUM")?;
        }
        Ok(())
    }

    /// Tells the anchor outside the folder how far the store has come. Failing
    /// to is no failure of the writing: a rollback is noticed a little later.
    pub(super) fn tell_anchor(&self) {
        let _ = self.options.key_store.advance(self.state.commits);
    }

    /// Keeps ops in `op`, all or none, and the card that goes with them.
    /// Returns their log numbers.
    pub(super) fn append(
        &mut self,
        ops: &[Op],
        numbers_used: u64,
        card: Option<&CardBytes>,
    ) -> Result<Vec<u64>, StoreError> {
        if let Some(card) = card {
            cardfile::lay_next(&*self.options.disk, &self.options.card, card)?;
        }
        let mut rows = std::mem::take(&mut self.rows);
        let before = rows.len();
        let appended = self.transact(|tx, keys, state| {
            let mut insert = tx.prepare_cached("INSERT INTO op (log, slot, sealed) VALUES (?1, ?2, ?3)")?;
            for op in ops {
                let log = state.next_log;
                state.next_log += 1;
                let tag = slot_tag(keys, op.slot);
                let sealed = seal_row(keys, &tag, log, op)?;
                insert.execute(params![log as i64, tag, sealed])?;
                rows.push(log);
                state.lamport = state.lamport.max(op.count());
            }
            state.next_op += numbers_used;
            state.rows = digest(keys, "op", rows.iter());
            if let Some(card) = card {
                state.card.clone_from(&card.source);
            }
            Ok(())
        });
        if appended.is_err() {
            rows.truncate(before);
        }
        let logs = rows.get(before..).unwrap_or_default().to_vec();
        self.rows = rows;
        appended?;
        if card.is_some() {
            cardfile::put_in_place(&*self.options.disk, &self.options.card);
        }
        Ok(logs)
    }

    /// Writes the card file alone, where the plan has not changed but the card
    /// is missing or behind.
    pub fn refresh_card(&mut self, card: &CardBytes) -> Result<(), StoreError> {
        self.append(&[], 0, Some(card)).map(drop)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        self.tell_anchor();
    }
}

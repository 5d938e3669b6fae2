//! Reading the tables: live rows, packed history, names; and the connection itself.

use super::db::{Health, Options, Store};
use super::folder::DB;
use super::frame::{self, FrameName};
use super::rows::{open_row, slot_tag};
use super::state::digest_frames;
use super::{OpenError, Row, StoreError, schema};
use crate::record::Slot;
use crate::vault::Keys;
use rusqlite::{Connection, OpenFlags, OptionalExtension, Transaction, TransactionBehavior};

impl Store {
    /// The packed past of one field, in log order, and how many frames of it
    /// are damaged.
    pub(super) fn packed(&mut self, slot: Slot) -> Result<(Vec<Row>, usize), StoreError> {
        let (mut rows, mut damaged) = (Vec::new(), 0);
        for (_, frame) in self.frames_of(slot)? {
            match frame {
                Ok(mut frame) => rows.append(&mut frame),
                Err(_) => damaged += 1,
            }
        }
        self.history_changed |= damaged > 0;
        rows.sort_by_key(|row| row.log);
        Ok((rows, damaged))
    }

    /// The names in `frame`, checked against the state the first time.
    pub(super) fn known_frames(&mut self) -> Result<&mut Vec<FrameName>, StoreError> {
        if self.frames.is_none() {
            let frames = frame_names(&self.conn)?;
            self.history_changed = digest_frames(&self.keys, &frames) != self.state.frames;
            self.frames = Some(frames);
        }
        Ok(self.frames.get_or_insert_default())
    }

    /// The frames of one field by name, each with what it holds or why it does
    /// not open.
    pub(super) fn frames_of(&mut self, slot: Slot) -> Result<Vec<OpenedFrame>, StoreError> {
        let tag = slot_tag(&self.keys, slot);
        let names = self.known_frames()?.iter().filter(|frame| frame.tag == tag);
        let names: Vec<u64> = names.map(|frame| frame.id).collect();
        let mut query = self.conn.prepare_cached("SELECT sealed FROM frame WHERE id = ?1")?;
        let (mut frames, mut buffer) = (Vec::with_capacity(names.len()), Vec::new());
        for id in names {
            let opened = query.query_row([id as i64], |row| {
                Ok(frame::open(&self.keys, &tag, id, bytes(row, 0)?, &mut buffer))
            });
            // A page that does not read is a frame that does not open.
            let opened = opened.unwrap_or_else(|error| Err(error.into()));
            frames.push((id, opened));
        }
        Ok(frames)
    }

    /// Reads rows of `op` by their log numbers. All of them were there when the
    /// plan was opened: one that is not found by its number now (a page of the
    /// tree that was changed by somebody else) is damage, never nothing.
    pub(super) fn rows_at(&self, logs: impl Iterator<Item = u64>) -> Result<Vec<Row>, StoreError> {
        let mut query = self.conn.prepare_cached("SELECT slot, sealed FROM op WHERE log = ?1")?;
        let (mut rows, mut buffer) = (Vec::new(), Vec::new());
        for log in logs {
            let op = query
                .query_row([log as i64], |row| {
                    Ok(open_row(&self.keys, bytes(row, 0)?, log, bytes(row, 1)?, &mut buffer))
                })
                .optional()?;
            rows.push(Row { log, op: op.ok_or(StoreError::Damaged)?? });
        }
        Ok(rows)
    }
}

/// A frame's name, and what it holds or why it does not open.
pub(super) type OpenedFrame = (u64, Result<Vec<Row>, StoreError>);

/// The live rows while they are read.
pub(super) struct Reading<'a> {
    pub keys: &'a Keys,
    pub rows: Vec<Row>,
    pub names: Vec<u64>,
    pub buffer: Vec<u8>,
}

impl Reading<'_> {
    fn take(&mut self, log: u64, tag: &[u8], sealed: &[u8], health: &mut Health) {
        self.names.push(log);
        match open_row(self.keys, tag, log, sealed, &mut self.buffer) {
            Ok(op) => self.rows.push(Row { log, op }),
            Err(_) => health.damaged.push(log),
        }
    }

    pub fn all(&mut self, conn: &Connection, health: &mut Health) -> rusqlite::Result<()> {
        let mut query = conn.prepare_cached("SELECT log, slot, sealed FROM op ORDER BY log")?;
        let mut found = query.query([])?;
        while let Some(row) = found.next()? {
            let log: i64 = row.get(0)?;
            self.take(log as u64, bytes(row, 1)?, bytes(row, 2)?, health);
        }
        Ok(())
    }

    /// From where [`Reading::all`] stopped: a row whose page is damaged is
    /// noted, and the next one tried.
    pub fn one_by_one(&mut self, conn: &Connection, end: u64, health: &mut Health) -> rusqlite::Result<()> {
        let mut query = conn.prepare("SELECT slot, sealed FROM op WHERE log = ?1")?;
        let reached = self.names.last().copied().unwrap_or(0);
        for log in reached + 1..end {
            let found = query.query_row([log as i64], |row| {
                self.take(log, bytes(row, 0)?, bytes(row, 1)?, health);
                Ok(())
            });
            match found {
                Ok(()) | Err(rusqlite::Error::QueryReturnedNoRows) => {}
                Err(_) => health.damaged.push(log),
            }
        }
        Ok(())
    }
}

pub(super) fn connect(options: &Options, flags: OpenFlags) -> Result<Connection, OpenError> {
    connect_to(DB, options, flags)
}

pub(super) fn connect_to(name: &str, options: &Options, flags: OpenFlags) -> Result<Connection, OpenError> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let path = options.store.join(name);
    Ok(match &options.vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(path, flags, vfs.as_str())?,
        None => Connection::open_with_flags(path, flags)?,
    })
}

pub(super) fn migrate(conn: &mut Connection, from: i32) -> Result<(), OpenError> {
    let steps = usize::try_from(from).ok().and_then(|from| schema::MIGRATIONS.get(from..));
    let steps = steps.ok_or(OpenError::NotAStore)?;
    if steps.is_empty() {
        return Ok(());
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    run_steps(&tx, steps)?;
    Ok(tx.commit()?)
}

pub(super) fn run_steps(tx: &Transaction<'_>, steps: &[&str]) -> rusqlite::Result<()> {
    for step in steps {
        tx.execute_batch(step)?;
    }
    tx.pragma_update(None, "application_id", schema::APPLICATION_ID)?;
    tx.pragma_update(None, "user_version", schema::FORMAT)
}

/// Whether nothing was ever made in a database.
pub(super) fn is_empty(conn: &Connection) -> rusqlite::Result<bool> {
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0))?;
    Ok(tables == 0)
}

/// The frames in the table itself, by name.
pub(super) fn frame_names(conn: &Connection) -> rusqlite::Result<Vec<FrameName>> {
    tagged_names(conn, "SELECT id, slot FROM frame ORDER BY id")
}

/// The rows in `sync`, by name.
pub(super) fn sync_names(conn: &Connection) -> rusqlite::Result<Vec<FrameName>> {
    tagged_names(conn, "SELECT id, tag FROM sync ORDER BY id")
}

fn tagged_names(conn: &Connection, query: &str) -> rusqlite::Result<Vec<FrameName>> {
    let mut query = conn.prepare(query)?;
    let found = query.query_map([], |row| {
        // A tag of another length or type is damage: it is no field's.
        let tag = bytes(row, 1).ok().and_then(|tag| tag.try_into().ok()).unwrap_or_default();
        Ok(FrameName { id: row.get::<_, i64>(0)? as u64, tag })
    })?;
    found.collect()
}

pub(super) fn names(conn: &Connection, table: &str) -> rusqlite::Result<Vec<u64>> {
    let mut query = conn.prepare(&format!("SELECT id FROM {table}"))?;
    let found = query.query_map([], |row| row.get::<_, i64>(0))?;
    let mut names: Vec<u64> = found.map(|id| id.map(|id| id as u64)).collect::<Result<_, _>>()?;
    names.sort_unstable();
    Ok(names)
}

pub(super) fn bytes<'a>(row: &'a rusqlite::Row<'_>, column: usize) -> rusqlite::Result<&'a [u8]> {
    Ok(row.get_ref(column)?.as_blob()?)
}

/// A damaged page under a small row is the row missing, not the end.
pub(super) fn damaged_is<T>(error: rusqlite::Error, instead: T) -> Result<T, OpenError> {
    match OpenError::from(error) {
        OpenError::Damaged => Ok(instead),
        other => Err(other),
    }
}

//! The smallest store with the promises of the real one, and its flaws on demand.
//!
//! It proves the harnesses: whole, it must come through each; with any one
//! [`Flaw`], the harness that looks for that flaw must see it lose. Its shape
//! is the real store's in little: rows in SQLite, each with a sum, a census of
//! all rows, and a card file beside it that follows the `card.next` protocol.

// A harness whose own world breaks has nothing to report: it panics.
#![allow(clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use hearth_core::store::disk::{Disk, RealDisk};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use crate::faults::{Lost, Marks, Recorder, Seen};
use crate::rng::Rng;

/// What is wrong with the toy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Nothing.
    None,
    /// SQLite does not sync at each commit (`synchronous=NORMAL`).
    SyncsLater,
    /// The folder is not synced before an edit of the card is committed.
    ForgetsFolder,
    /// Takes a failed write for done.
    IgnoresErrors,
    /// Takes what SQLite gives for true: no sums.
    TrustsBytes,
}

/// The toy, open.
pub struct Toy {
    connection: Connection,
    disk: Arc<dyn Disk>,
    folder: PathBuf,
    flaw: Flaw,
}

/// Something the toy could not do.
type Failure = Box<dyn std::error::Error + Send + Sync>;

fn lost(what: impl Into<String>) -> Lost {
    Lost(what.into())
}

/// The words of edit n: of many lengths, the same each time.
#[must_use]
pub fn words(n: u64) -> String {
    let mut rng = Rng::new(n);
    let length = if rng.chance(1, 8) { 9_000 } else { 400 };
    let mut bytes = vec![0; 1 + rng.index(length)];
    rng.fill(&mut bytes);
    bytes.into_iter().map(|byte| char::from(b'a' + byte % 26)).collect()
}

/// A sum that any changed bit changes.
fn sum(n: u64, words: &str) -> i64 {
    let mix = |sum: u64, piece: &[u8]| {
        let mut word = [0; 8];
        word[..piece.len()].copy_from_slice(piece);
        Rng::new(sum.rotate_left(5) ^ u64::from_le_bytes(word)).number()
    };
    words.as_bytes().chunks(8).fold(Rng::new(n).number(), mix) as i64
}

/// True for the edits that are on the card.
fn is_on_card(n: u64) -> bool {
    n % 3 == 1 && n < PROBES
}

fn card_of(n: u64) -> String {
    let words = words(n);
    format!("{n} {} {words}", sum(n, &words))
}

/// The edit that a card shows, when it is whole.
fn read_card(bytes: &[u8]) -> Option<u64> {
    let n = std::str::from_utf8(bytes).ok()?.split(' ').next()?.parse().ok()?;
    (bytes == card_of(n).as_bytes()).then_some(n)
}

impl Toy {
    /// Opens or makes a toy in a folder, and finishes what a power cut broke off.
    ///
    /// # Errors
    /// What SQLite or the disk answered.
    pub fn open(folder: &Path, disk: Arc<dyn Disk>, flaw: Flaw) -> Result<Self, Failure> {
        let connection = Connection::open(folder.join("toy.db"))?;
        let level = if flaw == Flaw::SyncsLater { "NORMAL" } else { "FULL" };
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", level)?;
        connection.pragma_update(None, "wal_autocheckpoint", 24)?;
        // Made once: a damaged store must never be taken for a new one.
        let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
        if version == 0 {
            connection.execute_batch(
                "BEGIN;
                 CREATE TABLE edit (n INTEGER PRIMARY KEY, words TEXT, sum INTEGER);
                 CREATE TABLE census (one INTEGER PRIMARY KEY, count INTEGER, sum INTEGER);
                 INSERT INTO census VALUES (1, 0, 0);
                 PRAGMA user_version = 1;
                 COMMIT;",
            )?;
        }
        let toy = Self { connection, disk, folder: folder.to_path_buf(), flaw };
        if toy.disk.exists(&toy.folder.join("card.next"))? {
            toy.mend_card()?;
        }
        Ok(toy)
    }

    /// Writes edit n; `Ok` means that it is on the disk.
    ///
    /// # Errors
    /// What SQLite or the disk answered; the edit is then there or not.
    pub fn write(&mut self, n: u64) -> Result<(), Failure> {
        match self.write_once(n) {
            Err(_) if self.flaw == Flaw::IgnoresErrors => Ok(()),
            other => other,
        }
    }

    fn write_once(&mut self, n: u64) -> Result<(), Failure> {
        let change = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        insert(&change, n)?;
        let next = self.folder.join("card.next");
        if is_on_card(n) {
            self.disk.write_whole(&next, card_of(n).as_bytes())?;
            if self.flaw != Flaw::ForgetsFolder {
                self.disk.sync_folder(&self.folder)?;
            }
        }
        change.commit()?;
        if is_on_card(n) {
            // The edit is safe whatever comes of this: a `card.next` that stays
            // says that the card may be behind.
            let _ = self.disk.rename(&next, &self.folder.join("card"));
        }
        Ok(())
    }

    /// Writes edits in one change each eight, and says each is done at once.
    ///
    /// # Errors
    /// What SQLite answered.
    pub fn write_acknowledging_early(&mut self, n: u64) -> Result<(), Failure> {
        if self.connection.is_autocommit() {
            self.connection.execute_batch("BEGIN IMMEDIATE")?;
        }
        insert(&self.connection, n)?;
        if n.is_multiple_of(8) {
            self.connection.execute_batch("COMMIT")?;
        }
        Ok(())
    }

    /// The last edit that is there: 0 when none is.
    fn last(&self) -> Result<u64, Failure> {
        let query = "SELECT coalesce(max(n), 0) FROM edit";
        let n: i64 = self.connection.query_row(query, [], |row| row.get(0))?;
        Ok(n as u64)
    }

    /// The last edit that is on the card, by the database.
    fn last_on_card(&self) -> Result<Option<u64>, Failure> {
        let query = "SELECT n FROM edit WHERE n % 3 = 1 AND n < ?1 ORDER BY n DESC LIMIT 1";
        let found = self.connection.query_row(query, [PROBES as i64], |row| row.get(0));
        let n: Option<i64> = found.optional()?;
        Ok(n.map(|n| n as u64))
    }

    fn mend_card(&self) -> Result<(), Failure> {
        let (next, card) = (self.folder.join("card.next"), self.folder.join("card"));
        match self.last_on_card()? {
            Some(n) => Ok(self.disk.replace(&card, card_of(n).as_bytes())?),
            None => Ok(self.disk.remove(&next)?),
        }
    }

    /// Every row that reads back, and whether damage was noticed.
    fn read_all(&self) -> (Vec<(u64, String)>, bool) {
        let (mut rows, mut sums, mut noticed) = (Vec::new(), 0_i64, false);
        let mut read = || -> rusqlite::Result<()> {
            let mut query = self.connection.prepare("SELECT n, words, sum FROM edit ORDER BY n")?;
            let mut found = query.query([])?;
            while let Some(row) = found.next()? {
                let Ok((n, words, kept)) = <(i64, String, i64)>::try_from(row) else {
                    noticed = true;
                    continue;
                };
                let n = n as u64;
                sums ^= kept;
                let right = self.flaw == Flaw::TrustsBytes || sum(n, &words) == kept;
                noticed |= !right;
                if right {
                    rows.push((n, words));
                }
            }
            Ok(())
        };
        let read = read();
        let census = self.connection.query_row("SELECT count, sum FROM census", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?))
        });
        let whole = self.flaw == Flaw::TrustsBytes
            || census.is_ok_and(|(count, sum)| count == rows.len() as i64 && sum == sums);
        (rows, noticed || read.is_err() || !whole)
    }
}

fn insert(connection: &Connection, n: u64) -> rusqlite::Result<()> {
    let words = words(n);
    let sum = sum(n, &words);
    connection.execute("INSERT INTO edit VALUES (?1, ?2, ?3)", (n as i64, words, sum))?;
    let census = "UPDATE census SET count = count + 1, sum = (sum | ?1) - (sum & ?1)";
    connection.execute(census, [sum])?;
    Ok(())
}

/// A run for the recorder: some edits after those that are there, closing and
/// opening the toy now and then and after each error that the flaw does not
/// hide, as a person tries again.
pub fn live(recorder: &Recorder, seed: u64, edits: u64, flaw: Flaw) {
    let mut rng = Rng::new(seed);
    let mut left = edits;
    while left > 0 {
        let some = left.min(5 + rng.below(30));
        let tried = match Toy::open(recorder.root(), Arc::new(recorder.clone()), flaw) {
            Ok(mut toy) => some_edits(&mut toy, recorder, some),
            Err(_) => 1,
        };
        left -= tried;
    }
}

/// Writes edits until an error; says how many it asked for, one at least.
fn some_edits(toy: &mut Toy, recorder: &Recorder, some: u64) -> u64 {
    let Ok(last) = toy.last() else { return 1 };
    for n in last + 1..=last + some {
        recorder.begin(n);
        if toy.write(n).is_err() {
            return n - last;
        }
        recorder.acknowledge(n);
    }
    some
}

/// Makes a toy that holds edits 1 to `edits`, closed and checkpointed.
///
/// # Panics
/// When it cannot.
pub fn prepare(folder: &Path, edits: u64) {
    let mut toy = Toy::open(folder, Arc::new(RealDisk), Flaw::None).expect("a toy");
    (1..=edits).for_each(|n| toy.write(n).expect("an edit"));
}

/// Opens what a fault left, and finds all that was promised.
///
/// # Errors
/// What was lost.
pub fn check(folder: &Path, marks: &Marks) -> Result<(), Lost> {
    let behind = folder.join("card.next").exists();
    let card = std::fs::read(folder.join("card")).ok();
    let mut toy = Toy::open(folder, Arc::new(RealDisk), Flaw::None)
        .map_err(|error| lost(format!("does not open: {error}")))?;
    let verdict: String = toy.connection.query_row("PRAGMA integrity_check", [], |r| r.get(0))?;
    if verdict != "ok" {
        return Err(lost(verdict));
    }
    let (rows, noticed) = toy.read_all();
    if noticed {
        return Err(lost("rows do not add up"));
    }
    let last_found = rows.last().map_or(0, |(n, _)| *n);
    let mut rows = rows.into_iter().peekable();
    for n in &marks.acknowledged {
        while let Some((extra, _)) = rows.next_if(|(found, _)| found < n) {
            known(extra, marks)?;
        }
        let right = rows.next_if(|(found, text)| found == n && *text == words(*n));
        right.ok_or_else(|| lost(format!("edit {n} was acknowledged and is gone")))?;
    }
    rows.try_for_each(|(extra, _)| known(extra, marks))?;

    let last = toy.last_on_card().map_err(|error| lost(error.to_string()))?;
    if !behind && last != card.as_deref().and_then(read_card) {
        return Err(lost(format!("the card is not of edit {last:?}, and nothing says so")));
    }
    toy.write(last_found.max(PROBES) + 1).map_err(|error| lost(format!("takes no more edits: {error}")))
}

/// Edits from this number on are written by [`check`] itself, to see that the
/// toy still takes edits. None is on the card.
const PROBES: u64 = 1 << 40;

fn known(n: u64, marks: &Marks) -> Result<(), Lost> {
    let asked = n >= PROBES || marks.begun.contains(&n) || marks.acknowledged.contains(&n);
    if asked { Ok(()) } else { Err(lost(format!("edit {n} was never asked for"))) }
}

/// Opens a toy of `edits` edits with bits turned over: each value is right, or
/// the damage is noticed.
///
/// # Errors
/// A value that is wrong or gone unnoticed.
pub fn check_corrupt(folder: &Path, edits: u64, flaw: Flaw) -> Result<Seen, Lost> {
    let Ok(toy) = Toy::open(folder, Arc::new(RealDisk), flaw) else {
        return Ok(Seen::Shut);
    };
    let (rows, noticed) = toy.read_all();
    if let Some((n, _)) = rows.iter().find(|(n, text)| *text != words(*n)) {
        return Err(lost(format!("edit {n} is wrong, and nothing says so")));
    }
    match (noticed, rows.len() as u64 == edits) {
        (true, _) => Ok(Seen::Noticed),
        (false, true) => Ok(Seen::Harmless),
        (false, false) => Err(lost("an edit is gone, and nothing says so")),
    }
}

//! Writing what is not simply the next op: merges, packing and erasing. Each is
//! one transaction.

use super::db::Store;
use super::frame::{self, Effort, FrameName, MAX_OPS, MAX_WORDS, Packer};
use super::ledger::Ledger;
use super::merge::{NOT_HERE, Sorted};
use super::rows::{seal_row, slot_tag};
use super::state::{State, digest, digest_frames};
use super::{CardBytes, Row, StoreError};
use super::{cardfile, cores};
use crate::record::{Author, Op, OpId, Slot};
use crate::vault::Keys;
use rusqlite::{Transaction, params};
use std::collections::{BTreeMap, HashSet};

/// What must be written again without the words erased from it, in one field.
#[derive(Debug, Default)]
pub(super) struct Erasure {
    /// Rows of `op`, already without the words.
    rows: Vec<Row>,
    /// Frames to be replaced.
    old_frames: Vec<u64>,
    /// What they held, already without the words.
    packed: Vec<Row>,
}

/// The names in the two tables as a transaction leaves them.
struct Names {
    rows: Vec<u64>,
    frames: Vec<FrameName>,
}

impl Store {
    fn names(&mut self) -> Result<Names, StoreError> {
        Ok(Names { frames: self.known_frames()?.clone(), rows: self.rows.clone() })
    }

    fn take_names(&mut self, names: Names) {
        self.rows = names.rows;
        self.frames = Some(names.frames);
    }

    /// Keeps a merge: live ops in `op`, past ones in frames, erasures, the card,
    /// and whatever `also` adds. Returns the log numbers of the live ops and of
    /// the loose.
    pub(super) fn keep_merge(
        &mut self,
        sorted: &mut Sorted,
        erasures: Vec<Erasure>,
        card: Option<&CardBytes>,
        also: impl FnOnce(&Transaction<'_>, &Keys, &mut State) -> Result<(), StoreError>,
    ) -> Result<Vec<u64>, StoreError> {
        let disk = std::sync::Arc::clone(&self.options().disk);
        let card_folder = self.options().card.clone();
        if let Some(card) = card {
            cardfile::lay_next(&*disk, &card_folder, card)?;
        }
        let mut names = self.names()?;
        let logs = self.transact(|tx, keys, state| {
            let mut logs = Vec::with_capacity(sorted.live.len() + sorted.loose.len());
            let mut insert = tx.prepare_cached("INSERT INTO op (log, slot, sealed) VALUES (?1, ?2, ?3)")?;
            for op in sorted.live.iter().chain(&sorted.loose) {
                let log = next(&mut state.next_log);
                let tag = slot_tag(keys, op.slot);
                insert.execute(params![log as i64, tag, seal_row(keys, &tag, log, op)?])?;
                state.lamport = state.lamport.max(op.count());
                state.has_now(op);
                names.rows.push(log);
                logs.push(log);
            }
            let moved: HashSet<u64> =
                sorted.past.iter().flatten().map(|row| row.log).filter(|log| *log != NOT_HERE).collect();
            drop_rows(tx, &mut names, &moved)?;
            let past = sorted.past.drain(..).map(|mut rows| {
                for Row { log, op } in &mut rows {
                    state.lamport = state.lamport.max(op.count());
                    state.has_now(op);
                    if *log == NOT_HERE {
                        *log = next(&mut state.next_log);
                    }
                }
                rows
            });
            let past = past.collect();
            put_frames(tx, keys, state, &mut names, past, Effort::Quick)?;
            for erasure in erasures {
                let mut update = tx.prepare_cached("UPDATE op SET sealed = ?2 WHERE log = ?1")?;
                for Row { log, op } in &erasure.rows {
                    let tag = slot_tag(keys, op.slot);
                    update.execute(params![*log as i64, seal_row(keys, &tag, *log, op)?])?;
                }
                drop_frames(tx, &mut names, &erasure.old_frames)?;
                put_frames(tx, keys, state, &mut names, vec![erasure.packed], Effort::Thorough)?;
            }
            if let Some(card) = card {
                state.card.clone_from(&card.source);
            }
            also(tx, keys, state)?;
            count_again(keys, state, &names);
            Ok(logs)
        })?;
        self.take_names(names);
        if card.is_some() {
            cardfile::put_in_place(&*disk, &card_folder);
        }
        Ok(logs)
    }

    /// Gives the rows of every frame named `from` or later, frame by frame. A
    /// damaged one is passed over.
    pub(super) fn each_frame(&mut self, from: u64, mut take: impl FnMut(Vec<Row>)) -> Result<(), StoreError> {
        self.known_frames()?;
        let mut query =
            self.conn.prepare_cached("SELECT id, slot, sealed FROM frame WHERE id >= ?1 ORDER BY id")?;
        let mut found = query.query([from as i64])?;
        let mut buffer = Vec::new();
        while let Some(row) = found.next()? {
            let id = row.get::<_, i64>(0)? as u64;
            let (tag, sealed) = (super::tables::bytes(row, 1)?, super::tables::bytes(row, 2)?);
            if let Ok(rows) = frame::open(&self.keys, tag, id, sealed, &mut buffer) {
                take(rows);
            }
        }
        Ok(())
    }
}

impl Ledger {
    /// What the erasing of these ops changes on the disk.
    pub(super) fn erasures(&mut self, erase: &[(Slot, OpId)]) -> Result<Vec<Erasure>, StoreError> {
        let mut by_slot: BTreeMap<Slot, HashSet<OpId>> = BTreeMap::new();
        for (slot, id) in erase {
            by_slot.entry(*slot).or_default().insert(*id);
        }
        by_slot.into_iter().map(|(slot, ids)| self.erasure(slot, &ids)).collect()
    }

    fn erasure(&mut self, slot: Slot, ids: &HashSet<OpId>) -> Result<Erasure, StoreError> {
        let mut erasure = Erasure::default();
        let mut logs = self.logs_of(slot);
        // What the same merge replaces stands no more and is not loose yet.
        logs.extend(ids.iter().filter_map(|id| self.live.get(id)));
        logs.sort_unstable();
        logs.dedup();
        for log in logs {
            for Row { log, op } in self.store.rows_at(std::iter::once(log))? {
                if ids.contains(&op.id) {
                    erasure.rows.push(Row { log, op: op.erased() });
                }
            }
        }
        for (name, rows) in self.store.frames_of(slot)? {
            // A damaged frame is left where it is: what it holds may yet be mended.
            let Ok(rows) = rows else { continue };
            if rows.iter().any(|row| ids.contains(&row.op.id)) {
                erasure.old_frames.push(name);
                erasure.packed.extend(rows.into_iter().map(|Row { log, op }| {
                    let op = if ids.contains(&op.id) { op.erased() } else { op };
                    Row { log, op }
                }));
            }
        }
        Ok(erasure)
    }

    /// Packs every superseded op that stands unpacked.
    pub fn pack(&mut self) -> Result<(), StoreError> {
        let loose = self.loose();
        if loose.is_empty() {
            return Ok(());
        }
        let (mut old_frames, mut old_rows, mut packed) = (Vec::new(), Vec::new(), Vec::new());
        for (slot, logs) in &loose {
            let mut rows = self.store.rows_at(logs.iter().copied())?;
            old_rows.extend(rows.iter().map(|row| row.log));
            let frames = self.store.frames_of(*slot)?;
            for (name, held) in frames {
                let Ok(held) = held else { continue };
                let author = held.first().map(|row| &row.op.author);
                let same_author = rows.iter().any(|row| Some(&row.op.author) == author);
                if held.len() < MAX_OPS && same_author {
                    old_frames.push(name);
                    rows.extend(held);
                }
            }
            rows.sort_by_key(|row| row.log);
            if let Some(register) = self.record().register(*slot) {
                for row in &mut rows {
                    if register.is_erased(row.op.id) {
                        row.op = row.op.clone().erased();
                    }
                }
            }
            packed.push(rows);
        }
        let mut names = self.store.names()?;
        self.store.transact(|tx, keys, state| {
            drop_frames(tx, &mut names, &old_frames)?;
            put_frames(tx, keys, state, &mut names, packed, Effort::Thorough)?;
            drop_rows(tx, &mut names, &old_rows.iter().copied().collect())?;
            count_again(keys, state, &names);
            Ok(())
        })?;
        self.store.take_names(names);
        self.nothing_is_loose();
        self.store.close_gaps()
    }
}

fn next(number: &mut u64) -> u64 {
    let this = *number;
    *number += 1;
    this
}

fn count_again(keys: &Keys, state: &mut State, names: &Names) {
    state.rows = digest(keys, "op", names.rows.iter());
    state.frames = digest_frames(keys, &names.frames);
}

fn drop_rows(tx: &Transaction<'_>, names: &mut Names, old: &HashSet<u64>) -> Result<(), StoreError> {
    if old.is_empty() {
        return Ok(());
    }
    let mut delete = tx.prepare_cached("DELETE FROM op WHERE log = ?1")?;
    for log in old {
        delete.execute([*log as i64])?;
    }
    names.rows.retain(|log| !old.contains(log));
    Ok(())
}

fn drop_frames(tx: &Transaction<'_>, names: &mut Names, old: &[u64]) -> Result<(), StoreError> {
    let mut delete = tx.prepare_cached("DELETE FROM frame WHERE id = ?1")?;
    for name in old {
        delete.execute([*name as i64])?;
    }
    names.frames.retain(|frame| !old.contains(&frame.id));
    Ok(())
}

/// Puts rows into frames, field by field: by author, then log order.
fn put_frames(
    tx: &Transaction<'_>,
    keys: &Keys,
    state: &mut State,
    names: &mut Names,
    fields: Vec<Vec<Row>>,
    effort: Effort,
) -> Result<(), StoreError> {
    let mut groups = Vec::with_capacity(fields.len());
    for rows in fields {
        let Some(slot) = rows.first().map(|row| row.op.slot) else { continue };
        let tag = slot_tag(keys, slot);
        for rows in by_author(rows) {
            let first = state.next_frame;
            state.next_frame += in_frames(&rows).len() as u64;
            groups.push((first, tag, rows));
        }
    }
    if groups.is_empty() {
        return Ok(());
    }
    let sealed = cores::share(groups, 32, |groups| {
        let mut packer = Packer::new(effort)?;
        let mut sealed = Vec::with_capacity(groups.len());
        for (first, tag, rows) in groups {
            for (id, rows) in (first..).zip(in_frames(&rows)) {
                sealed.push((id, tag, packer.seal(keys, &tag, id, rows)?));
            }
        }
        Ok::<_, StoreError>(sealed)
    })?;
    let mut insert = tx.prepare_cached("INSERT INTO frame (id, slot, sealed) VALUES (?1, ?2, ?3)")?;
    for (id, tag, sealed) in sealed {
        insert.execute(params![id as i64, tag, sealed])?;
        names.frames.push(FrameName { id, tag });
    }
    Ok(())
}

/// Most fields have one author, whose rows need not be moved.
fn by_author(rows: Vec<Row>) -> Vec<Vec<Row>> {
    if rows.array_windows().all(|[one, next]| one.op.author == next.op.author) {
        return vec![rows];
    }
    let mut groups: Vec<(Author, Vec<Row>)> = Vec::new();
    for row in rows {
        match groups.iter_mut().find(|(author, _)| *author == row.op.author) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((row.op.author.clone(), vec![row])),
        }
    }
    groups.into_iter().map(|(_, rows)| rows).collect()
}

/// Cuts rows into runs of at most [`MAX_OPS`] ops and about [`MAX_WORDS`] bytes.
fn in_frames(rows: &[Row]) -> Vec<&[Row]> {
    let (mut runs, mut start, mut words) = (Vec::new(), 0, 0);
    for (at, row) in rows.iter().enumerate() {
        let size = size_of_words(&row.op);
        if at > start && (at - start == MAX_OPS || words + size > MAX_WORDS) {
            runs.extend(rows.get(start..at));
            (start, words) = (at, 0);
        }
        words += size;
    }
    runs.extend(rows.get(start..).filter(|run| !run.is_empty()));
    runs
}

fn size_of_words(op: &Op) -> usize {
    op.value().and_then(|value| value.text()).map_or(64, str::len)
}

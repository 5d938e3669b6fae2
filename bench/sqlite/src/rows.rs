//! The measured rows. The clock stops before a handle is closed.

use crate::prepare::{CARD, EDIT, LIVE, LIVE_ROLLBACK, MERGE, MERGE_KEYED, VERSIONS};
use crate::{Flavour, card, remove, size as size_of, told};
use bench_round::{Call, Failure, Memory, noise, sealed_rows};
use hearth_workload::{P20, SEED, after};
use rusqlite::{Connection, TransactionBehavior, params};
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Row 1: open, read one blob, read it as JSON into a model.
pub(crate) fn card(flavour: Flavour, call: &Call) -> Result<(), Failure> {
    let path = call.file(CARD);
    call.measure(200, || {
        let start = Instant::now();
        let connection = flavour.open_to_read(&path)?;
        let model = connection.query_row("SELECT body FROM card WHERE id = 1", [], |row| {
            Ok(row.get_ref(0)?.as_blob().map(card::read))
        })??;
        black_box(model?);
        Ok(start.elapsed())
    })
}

/// Row 2: open and read 400 rows, each copied out.
pub(crate) fn live(flavour: Flavour, call: &Call, name: &str) -> Result<(), Failure> {
    let path = call.file(name);
    call.measure(60, || {
        let start = Instant::now();
        let connection = match name {
            LIVE_ROLLBACK => flavour.open_to_read(&path)?,
            _ => flavour.open(&path)?,
        };
        let rows = read_live(&connection)?;
        let took = start.elapsed();
        if rows.len() != hearth_workload::FIELDS as usize {
            return Err(format!("{} live rows where 400 were put.", rows.len()).into());
        }
        black_box(rows);
        Ok(took)
    })
}

type LiveRow = (i64, [u8; 16], Vec<u8>);

fn read_live(connection: &Connection) -> Result<Vec<LiveRow>, Failure> {
    let mut select = connection.prepare("SELECT id, tag, value FROM live")?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Row 3, for reference: one insert of so many bytes, by itself on the disk.
pub(crate) fn one_insert(flavour: Flavour, call: &Call) -> Result<(), Failure> {
    let body = noise(3, call.number()?);
    let connection = flavour.open(&call.file(EDIT))?;
    connection.execute_batch("PRAGMA synchronous = FULL")?;
    let mut insert = connection.prepare("INSERT INTO edit(body) VALUES(?1)")?;
    call.measure(40, || {
        let start = Instant::now();
        insert.execute([&body])?;
        Ok(start.elapsed())
    })
}

/// Row 4: so many rows inserted in one transaction into a store of 20,000.
pub(crate) fn many_inserts(flavour: Flavour, call: &Call, keyed: bool) -> Result<(), Failure> {
    let rows = sealed_rows(after(SEED, call.number()?));
    let prepared = call.file(if keyed { MERGE_KEYED } else { MERGE });
    let path = call.file("merge-pass.db");
    let measured = call.measure(3, || {
        fresh_copy(&prepared, &path)?;
        let mut connection = flavour.open(&path)?;
        connection.execute_batch("PRAGMA synchronous = FULL")?;
        let before: i64 = count(&connection)?;
        let start = Instant::now();
        let all = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut insert = all.prepare("INSERT INTO held(tag, value) VALUES(?1, ?2)")?;
        for row in &rows {
            insert.execute(params![row.tag, row.value])?;
        }
        drop(insert);
        all.commit()?;
        let took = start.elapsed();
        match count(&connection)? - before == rows.len() as i64 {
            true => Ok(took),
            false => Err("Not every row was inserted.".into()),
        }
    });
    remove(&path)?;
    measured
}

fn count(connection: &Connection) -> Result<i64, Failure> {
    Ok(connection.query_row("SELECT count(*) FROM held", [], |row| row.get(0))?)
}

/// A copy that is on the disk already, so that no measured sync pays for it.
fn fresh_copy(from: &Path, to: &Path) -> Result<(), Failure> {
    remove(to)?;
    std::fs::copy(from, to)?;
    std::fs::File::open(to)?.sync_all()?;
    Ok(())
}

/// Row 5, for reference: the last 50 versions of a field that has as many, by
/// index, on a connection that is open.
pub(crate) fn history(flavour: Flavour, call: &Call) -> Result<(), Failure> {
    let connection = flavour.open(&call.file(VERSIONS))?;
    let field: u32 = connection.query_row(
        "SELECT field FROM version GROUP BY field HAVING count(*) >= 50
         ORDER BY count(*), field LIMIT 1",
        [],
        |row| row.get(0),
    )?;
    drop(connection);
    let connection = flavour.open(&call.file(VERSIONS))?;
    let mut select = connection
        .prepare("SELECT at_ms, device, body FROM version WHERE field = ?1 ORDER BY id DESC LIMIT 50")?;
    call.measure(500, || {
        let start = Instant::now();
        let rows = select.query_map([field], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        let versions: Vec<(i64, u8, String)> = rows.collect::<Result<_, _>>()?;
        let took = start.elapsed();
        match black_box(versions).len() {
            50 => Ok(took),
            found => Err(format!("{found} versions where 50 were put.").into()),
        }
    })
}

/// Row 6: what P20 takes on the disk, beside its text.
pub(crate) fn size(call: &Call) -> Result<(), Failure> {
    let text: usize = P20::new(SEED).map(|edit| edit.text.len()).sum();
    call.say(&[("bytes", &size_of(call, VERSIONS)?), ("text_bytes", &text)]);
    Ok(())
}

/// Row 10: the memory of a process that holds the 400 live rows.
pub(crate) fn memory(flavour: Flavour, call: &Call) -> Result<(), Failure> {
    let before = Memory::now()?;
    let connection = flavour.open(&call.file(LIVE))?;
    let rows = read_live(&connection)?;
    let with = Memory::now()?;
    black_box((connection, rows));
    call.say(&[("rss", &with.resident), ("hwm", &with.most), ("rss_before", &before.resident)]);
    Ok(())
}

/// Which SQLite this is, and whose cryptography it calls, which it tells only
/// of a database that it has a key for.
pub(crate) fn versions(flavour: Flavour, call: &Call) -> Result<(), Failure> {
    let connection = flavour.open_to_read(&call.file(CARD))?;
    let cipher = told(&connection, "PRAGMA cipher_version")?.unwrap_or_default();
    let provider = told(&connection, "PRAGMA cipher_provider")?.unwrap_or_default();
    call.say(&[
        ("sqlite", &format!("\"{}\"", rusqlite::version())),
        ("sqlcipher", &format!("\"{cipher}\"")),
        ("provider", &format!("\"{provider}\"")),
    ]);
    Ok(())
}

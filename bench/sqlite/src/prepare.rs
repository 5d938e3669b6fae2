//! Makes the databases that the rows read, in the folder the call names.

use crate::{Flavour, card};
use bench_round::{Call, Failure, Row, sealed_rows};
use hearth_workload::{P20, SEED};
use rusqlite::{Connection, params};

pub(crate) const CARD: &str = "card.db";
/// 400 live rows in write-ahead mode, as a store that is also written to.
pub(crate) const LIVE: &str = "live.db";
/// The same rows with a rollback journal, opened to read only: the least work
/// that SQLite can do for them.
pub(crate) const LIVE_ROLLBACK: &str = "live-rollback.db";
/// Where single edits go.
pub(crate) const EDIT: &str = "edit.db";
/// 20,000 sealed rows that 1,000 or 10,000 more are merged into.
pub(crate) const MERGE: &str = "merge.db";
/// The same with a unique index on the tag, which a store needs that must know
/// a row it already holds.
pub(crate) const MERGE_KEYED: &str = "merge-keyed.db";
/// P20 in clear: one row a version, and an index by field.
pub(crate) const VERSIONS: &str = "versions.db";

const WAL: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";

pub(crate) fn prepare(flavour: Flavour, call: &Call) -> Result<(), Failure> {
    std::fs::create_dir_all(&call.folder)?;
    let card = match call.more() {
        Some(file) => std::fs::read(file)?,
        None => card::sample()?,
    };
    card::read(&card)?;
    let connection = flavour.create(&call.file(CARD))?;
    connection.execute_batch("CREATE TABLE card(id INTEGER PRIMARY KEY, body BLOB NOT NULL)")?;
    connection.execute("INSERT INTO card(id, body) VALUES(1, ?1)", [card])?;

    let live = sealed_rows(hearth_workload::live(SEED).into_iter());
    for (name, mode) in [(LIVE, WAL), (LIVE_ROLLBACK, "")] {
        let connection = flavour.create(&call.file(name))?;
        connection.execute_batch(mode)?;
        fill(connection, "live", &live, false)?;
    }

    let connection = flavour.create(&call.file(EDIT))?;
    connection.execute_batch(WAL)?;
    connection.execute_batch("CREATE TABLE edit(id INTEGER PRIMARY KEY, body BLOB NOT NULL)")?;

    let held = sealed_rows(P20::new(SEED));
    for (name, keyed) in [(MERGE, false), (MERGE_KEYED, true)] {
        let connection = flavour.create(&call.file(name))?;
        connection.execute_batch(WAL)?;
        fill(connection, "held", &held, keyed)?;
    }
    versions(flavour.create(&call.file(VERSIONS))?)
}

fn fill(mut connection: Connection, table: &str, rows: &[Row], keyed: bool) -> Result<(), Failure> {
    let all = connection.transaction()?;
    all.execute_batch(&format!(
        "CREATE TABLE {table}(id INTEGER PRIMARY KEY, tag BLOB NOT NULL, value BLOB NOT NULL)"
    ))?;
    if keyed {
        all.execute_batch(&format!("CREATE UNIQUE INDEX by_tag ON {table}(tag)"))?;
    }
    let mut insert = all.prepare(&format!("INSERT INTO {table}(tag, value) VALUES(?1, ?2)"))?;
    for row in rows {
        insert.execute(params![row.tag, row.value])?;
    }
    drop(insert);
    all.commit()?;
    Ok(())
}

fn versions(mut connection: Connection) -> Result<(), Failure> {
    connection.execute_batch(WAL)?;
    let all = connection.transaction()?;
    all.execute_batch(
        "CREATE TABLE version(
           id INTEGER PRIMARY KEY,
           field INTEGER NOT NULL,
           at_ms INTEGER NOT NULL,
           device INTEGER NOT NULL,
           body TEXT NOT NULL);
         CREATE INDEX version_by_field ON version(field)",
    )?;
    let mut insert = all.prepare("INSERT INTO version(field, at_ms, device, body) VALUES(?1, ?2, ?3, ?4)")?;
    for edit in P20::new(SEED) {
        insert.execute(params![edit.field, edit.at_ms, edit.device, edit.text])?;
    }
    drop(insert);
    all.commit()?;
    connection.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")?;
    Ok(())
}

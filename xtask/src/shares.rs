//! `cargo xtask shares`: plays every scenario of sharing on both databases of the share host, and
//! writes the table of them into `docs/sharing.md`.

use crate::doctor::{POSTGRES_CURE, postgres};
use crate::run::{Done, cargo, root, shown};
use hearth_tests::practice::table::Passed;
use hearth_tests::shares;
use std::fs;
use std::path::Path;

/// Plays them, writes the table, and says what did not pass. A table is written only where both
/// databases could be had: it has no empty column.
pub fn run(_: &[String]) -> Done {
    let programs = postgres().ok_or(format!("SKIPPED the table is not written: {POSTGRES_CURE}"))?;
    let folder = root().join("target").join("shares");
    // What an older run said is not believed.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let mut test = cargo();
    test.args(["test", "--package", "hearth-host", "--test", "share", "--no-fail-fast", "--"]);
    test.args(["--include-ignored", "on_sqlite::", "on_postgres::"]);
    test.env("HEARTH_SCENARIOS", &folder).env("HEARTH_POSTGRES_BIN", programs);
    let played = shown(&mut test);
    let names = shares::names();
    let rows: Vec<[Passed; 2]> = names.iter().map(|name| row(&folder, name)).collect();
    let path = root().join("docs").join("sharing.md");
    let document = fs::read_to_string(&path).map_err(|error| error.to_string())?;
    let table = shares::written(&names, &rows);
    let document = shares::put(&document, &table).ok_or("docs/sharing.md has no place for the table")?;
    fs::write(&path, document).map_err(|error| error.to_string())?;
    let bad: Vec<&str> = names
        .iter()
        .zip(&rows)
        .filter(|(_, row)| !row.iter().all(Passed::all))
        .map(|(name, _)| &**name)
        .collect();
    println!("{} scenarios, {} not passed on both; docs/sharing.md is written", names.len(), bad.len());
    if played && bad.is_empty() { Ok(()) } else { Err(format!("not passed: {}", bad.join(", "))) }
}

/// How a scenario went on SQLite and on PostgreSQL.
fn row(folder: &Path, name: &str) -> [Passed; 2] {
    ["sqlite", "postgres"].map(|database| {
        let said = fs::read_to_string(folder.join(format!("{name}.{database}.tsv")));
        Passed::read(&said.unwrap_or_default())
    })
}

//! Writing a table of scenarios into its document, from what the scenarios said when they were played.

use crate::run::{Done, root, shown};
use hearth_tests::table::{Passed, Table};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Plays the scenarios of a table by `test`, which need only say which; writes how each went, and
/// says what did not pass everywhere.
pub fn play(table: &Table, mut test: Command) -> Done {
    let folder = root().join("target").join(table.command);
    // What an older run said is not believed.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    let played = shown(test.env("HEARTH_SCENARIOS", &folder));
    let names = table.names();
    let rows: Vec<Vec<Passed>> = names.iter().map(|name| row(table, &folder, name)).collect();
    write(table, &table.written(&names, &rows))?;
    let failed = names.iter().zip(&rows).filter(|(_, row)| !row.iter().all(Passed::all));
    let failed: Vec<&str> = failed.map(|(name, _)| &**name).collect();
    let (all, bad) = (names.len(), failed.len());
    println!("{all} scenarios, {bad} not passed everywhere; {} is written", table.document);
    if played && failed.is_empty() { Ok(()) } else { Err(format!("not passed: {}", failed.join(", "))) }
}

fn write(table: &Table, written: &str) -> Done {
    let path = root().join(table.document);
    let document = fs::read_to_string(&path).map_err(|error| error.to_string())?;
    let document =
        table.put(&document, written).ok_or(format!("{} has no place for the table", table.document))?;
    fs::write(&path, document).map_err(|error| error.to_string())
}

/// How a scenario went at each place.
fn row(table: &Table, folder: &Path, name: &str) -> Vec<Passed> {
    let said = |place: &str| fs::read_to_string(folder.join(format!("{name}.{place}.tsv")));
    table.places.iter().map(|(place, _)| Passed::read(&said(place).unwrap_or_default())).collect()
}

//! `cargo xtask scenarios`: plays every scenario at every practice, the one in
//! process with each of its quirks and the real ones, and writes the table of them
//! into `docs/sync.md`.

use crate::peers::{self, Started, Why};
use crate::run::{Done, cargo, root, shown};
use hearth_tests::practice::table::{self, Passed};
use std::fs;
use std::path::{Path, PathBuf};

/// Plays them, writes the table, and says what did not pass. A table is written
/// only where every practice could be had: it has no empty column.
pub fn run(_: &[String]) -> Done {
    let started = peers::start();
    let lacking: Vec<String> = started.iter().filter_map(|(name, practice)| lacks(name, practice)).collect();
    if !lacking.is_empty() {
        return Err(format!("SKIPPED the table is not written: {}", lacking.join("; ")));
    }
    let folder = root().join("target").join("scenarios");
    let played = play(&started, &folder);
    drop(started);
    let names = table::names();
    let rows: Vec<[Passed; 3]> = names.iter().map(|name| row(&folder, name)).collect();
    let path = root().join("docs").join("sync.md");
    let document = fs::read_to_string(&path).map_err(|error| error.to_string())?;
    let table = table::written(&names, &rows);
    let document = table::put(&document, &table).ok_or("docs/sync.md has no place for the table")?;
    fs::write(&path, document).map_err(|error| error.to_string())?;
    let bad: Vec<&str> = names
        .iter()
        .zip(&rows)
        .filter(|(_, row)| !row.iter().all(Passed::all))
        .map(|(name, _)| &**name)
        .collect();
    println!("{} scenarios, {} not passed everywhere; docs/sync.md is written", names.len(), bad.len());
    if played && bad.is_empty() { Ok(()) } else { Err(format!("not passed: {}", bad.join(", "))) }
}

fn lacks(name: &str, practice: &Result<peers::Practice, Why>) -> Option<String> {
    match practice {
        Ok(_) => None,
        Err(Why::Lacking(why) | Why::Wrong(why)) => Some(format!("{name}: {why}")),
    }
}

/// Runs them all; whether all went well.
fn play(started: &Started, folder: &PathBuf) -> bool {
    // What an older run said is not believed.
    let _ = fs::remove_dir_all(folder);
    if fs::create_dir_all(folder).is_err() {
        return false;
    }
    let mut test = cargo();
    test.args(["test", "--package", "hearth-tests", "--test", "practice", "--no-fail-fast", "--"]);
    test.args(["--include-ignored", "in_process::"]).env("HEARTH_SCENARIOS", folder);
    for practice in started.iter().filter_map(|(_, practice)| practice.as_ref().ok()) {
        test.arg(format!("{}::", practice.peer.name)).envs(practice.peer.variables());
    }
    shown(&mut test)
}

/// How a scenario went in process, at HAPI and at sekmet.
fn row(folder: &Path, name: &str) -> [Passed; 3] {
    ["in-process", "hapi", "sekmet"].map(|practice| {
        let said = fs::read_to_string(folder.join(format!("{name}.{practice}.tsv")));
        Passed::read(&said.unwrap_or_default())
    })
}

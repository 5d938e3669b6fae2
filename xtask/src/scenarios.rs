//! `cargo xtask scenarios`: plays every scenario at every practice, the one in
//! process with each of its quirks and the real ones, and writes the table of them
//! into `docs/sync.md`.

use crate::peers::{self, Why};
use crate::run::{Done, cargo};
use crate::table;
use hearth_tests::table::Table;

/// Plays them, writes the table, and says what did not pass. A table is written
/// only where every practice could be had: it has no empty column.
pub fn run(_: &[String]) -> Done {
    let started = peers::start();
    let lacking: Vec<String> = started.iter().filter_map(|(name, practice)| lacks(name, practice)).collect();
    if !lacking.is_empty() {
        return Err(format!("SKIPPED the table is not written: {}", lacking.join("; ")));
    }
    let mut test = cargo();
    test.args(["test", "--package", "hearth-tests", "--test", "practice", "--no-fail-fast", "--"]);
    test.args(["--include-ignored", "in_process::"]);
    for practice in started.iter().filter_map(|(_, practice)| practice.as_ref().ok()) {
        test.arg(format!("{}::", practice.peer.name)).envs(practice.peer.variables());
    }
    table::play(&Table::of_practices(), test)
}

fn lacks(name: &str, practice: &Result<peers::Practice, Why>) -> Option<String> {
    match practice {
        Ok(_) => None,
        Err(Why::Lacking(why) | Why::Wrong(why)) => Some(format!("{name}: {why}")),
    }
}

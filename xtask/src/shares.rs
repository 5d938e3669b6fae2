//! `cargo xtask shares`: plays every scenario of sharing on both databases of the share host, and
//! writes the table of them into `docs/sharing.md`.

use crate::doctor::{POSTGRES_CURE, postgres};
use crate::run::{Done, cargo};
use crate::table;
use hearth_tests::table::Table;

/// Plays them, writes the table, and says what did not pass. A table is written only where both
/// databases could be had: it has no empty column.
pub fn run(_: &[String]) -> Done {
    let programs = postgres().ok_or(format!("SKIPPED the table is not written: {POSTGRES_CURE}"))?;
    let mut test = cargo();
    test.args(["test", "--package", "hearth-host", "--test", "share", "--no-fail-fast", "--"]);
    test.args(["--include-ignored", "on_sqlite::", "on_postgres::"]).env("HEARTH_POSTGRES_BIN", programs);
    table::play(&Table::of_sharing(), test)
}

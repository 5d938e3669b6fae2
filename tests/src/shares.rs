//! The table of scenarios of sharing in `docs/sharing.md`: which there are, and how each went on
//! SQLite and on PostgreSQL.

#![allow(clippy::unwrap_used)]

use crate::practice::table::Passed;
use std::fmt::Write as _;
use std::path::Path;

const BEGIN: &str = "<!-- made by cargo xtask shares: begin -->\n";
const END: &str = "<!-- made by cargo xtask shares: end -->\n";

/// The names of the scenarios, in their order: those that `host/tests/share/main.rs` lists.
///
/// # Panics
/// Where they can't be read.
#[must_use]
pub fn names() -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../host/tests/share/main.rs");
    let text = std::fs::read_to_string(file).unwrap();
    let (_, list) = text.split_once("\nscenarios! {\n").unwrap();
    let (list, _) = list.split_once("\n}\n").unwrap();
    list.lines().map(|line| line.trim().split_once("::").unwrap().1.to_owned()).collect()
}

/// The table, for how each went on SQLite and on PostgreSQL.
#[must_use]
pub fn written(names: &[String], rows: &[[Passed; 2]]) -> String {
    let mut table = "| scenario | SQLite | PostgreSQL |\n|---|---|---|\n".to_owned();
    for (name, [sqlite, postgres]) in names.iter().zip(rows) {
        let _ = writeln!(table, "| {} | {} | {} |", name.replace('_', " "), sqlite.first(), postgres.first());
    }
    table
}

/// A document with the table in its place; none where it has no place for one.
#[must_use]
pub fn put(document: &str, table: &str) -> Option<String> {
    let (before, rest) = document.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{table}\n{END}{after}"))
}

/// The table that a document has.
#[must_use]
pub fn of(document: &str) -> Option<&str> {
    let (_, rest) = document.split_once(BEGIN)?;
    Some(rest.split_once(END)?.0.trim_matches('\n'))
}

/// The table in which every scenario passed on both.
#[must_use]
pub fn all_passed() -> String {
    let names = names();
    let row = || [Passed::read("passed\t\n"), Passed::read("passed\t\n")];
    let rows: Vec<[Passed; 2]> = names.iter().map(|_| row()).collect();
    written(&names, &rows)
}

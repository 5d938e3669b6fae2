//! The tables of scenarios in the documents: which scenarios there are, how each went where, and
//! how that is written. There are two: being in step with a practice, and sharing.

#![allow(clippy::unwrap_used)]

use crate::practice::Quirks;
use std::fmt::Write as _;
use std::path::Path;

/// How many of how many sorts of a thing a scenario passed on, the plain one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passed(Vec<bool>);

impl Passed {
    /// Reads what a test reported: a line each, `passed` or `failed` and the sort.
    #[must_use]
    pub fn read(said: &str) -> Self {
        Self(said.lines().map(|line| line.split('\t').next() == Some("passed")).collect())
    }

    /// Whether it was played and passed on all.
    #[must_use]
    pub fn all(&self) -> bool {
        !self.0.is_empty() && self.0.iter().all(|good| *good)
    }

    /// How it went on the plain one.
    #[must_use]
    pub fn first(&self) -> &'static str {
        match self.0.first() {
            Some(true) => "passed",
            Some(false) => "FAILED",
            None => "NOT PLAYED",
        }
    }

    fn rest(&self) -> String {
        let rest = self.0.get(1..).unwrap_or_default();
        format!("{} of {}", rest.iter().filter(|good| **good).count(), rest.len())
    }
}

/// A table of scenarios, and where it and they are.
#[derive(Clone, Debug)]
pub struct Table {
    /// The verb of `cargo xtask` that writes it.
    pub command: &'static str,
    /// The document that it stands in, from the project's folder.
    pub document: &'static str,
    /// Where the scenarios are listed.
    list: &'static str,
    /// Where each is played: what its reports are called, and what its column is.
    pub places: &'static [(&'static str, &'static str)],
    /// What the first place is tried with besides, each named; they share a column.
    quirks: Vec<&'static str>,
}

impl Table {
    /// Being in step with a practice: `cargo xtask scenarios`.
    #[must_use]
    pub fn of_practices() -> Self {
        Self {
            command: "scenarios",
            document: "docs/sync.md",
            list: "tests/tests/practice/main.rs",
            places: &[("in-process", "in process"), ("hapi", "HAPI FHIR"), ("sekmet", "sekmet")],
            quirks: Quirks::each().into_iter().skip(1).map(|(name, _)| name).collect(),
        }
    }

    /// Sharing by link: `cargo xtask shares`.
    #[must_use]
    pub fn of_sharing() -> Self {
        Self {
            command: "shares",
            document: "docs/sharing.md",
            list: "host/tests/share/main.rs",
            places: &[("sqlite", "SQLite"), ("postgres", "PostgreSQL")],
            quirks: Vec::new(),
        }
    }

    /// The names of the scenarios, in their order.
    ///
    /// # Panics
    /// Where the list can't be read.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(self.list);
        let text = std::fs::read_to_string(file).unwrap();
        let (_, list) = text.split_once("\nscenarios! {\n").unwrap();
        let (list, _) = list.split_once("\n}\n").unwrap();
        list.lines().map(|line| line.trim().split_once("::").unwrap().1.to_owned()).collect()
    }

    /// The table, for how each scenario went at each place.
    #[must_use]
    pub fn written(&self, names: &[String], rows: &[Vec<Passed>]) -> String {
        let mut heads = vec!["scenario".to_owned()];
        heads.extend(self.places.iter().map(|(_, title)| (*title).to_owned()));
        if !self.quirks.is_empty() {
            heads.insert(2, format!("its {} quirks", self.quirks.len()));
        }
        let mut table = format!("| {} |\n{}|\n", heads.join(" | "), "|---".repeat(heads.len()));
        for (name, row) in names.iter().zip(rows) {
            let mut cells = vec![name.replace('_', " ")];
            cells.extend(row.iter().map(|passed| passed.first().to_owned()));
            if !self.quirks.is_empty() {
                cells.insert(2, row.first().map(Passed::rest).unwrap_or_default());
            }
            let _ = writeln!(table, "| {} |", cells.join(" | "));
        }
        if !self.quirks.is_empty() {
            let _ = writeln!(table, "\nThe quirks: {}.", self.quirks.join("; "));
        }
        table
    }

    /// The table in which every scenario passed everywhere.
    #[must_use]
    pub fn all_passed(&self) -> String {
        let names = self.names();
        let sorts = |place: usize| if place == 0 { 1 + self.quirks.len() } else { 1 };
        let row: Vec<Passed> = (0..self.places.len()).map(|at| Passed(vec![true; sorts(at)])).collect();
        self.written(&names, &vec![row; names.len()])
    }

    /// A document with the table in its place; none where it has no place for one.
    #[must_use]
    pub fn put(&self, document: &str, table: &str) -> Option<String> {
        let [begin, end] = self.marks();
        let (before, rest) = document.split_once(&begin)?;
        let (_, after) = rest.split_once(&end)?;
        Some(format!("{before}{begin}\n{table}\n{end}{after}"))
    }

    /// The table that a document has.
    #[must_use]
    pub fn find<'a>(&self, document: &'a str) -> Option<&'a str> {
        let [begin, end] = self.marks();
        let (_, rest) = document.split_once(&begin)?;
        Some(rest.split_once(&end)?.0.trim_matches('\n'))
    }

    fn marks(&self) -> [String; 2] {
        ["begin", "end"].map(|side| format!("<!-- made by cargo xtask {}: {side} -->\n", self.command))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scenario_that_failed_or_was_not_played_is_no_pass() {
        let some = Passed::read("passed\tas the standard has it\nfailed\tno ETag\npassed\tno echo\n");
        assert!(!some.all());
        assert_eq!((some.first(), some.rest().as_str()), ("passed", "1 of 2"));
        assert!(!Passed::read("").all());
        assert_eq!(Passed::read("").first(), "NOT PLAYED");
        assert!(Passed::read("passed\t\n").all());
    }

    #[test]
    fn the_table_goes_in_its_own_place_and_is_found_there() {
        let [scenarios, shares] = [Table::of_practices(), Table::of_sharing()];
        let [begin, end] = scenarios.marks();
        let document = format!("a\n{begin}old\n{end}b\n");
        let put = scenarios.put(&document, "new\n").unwrap();
        assert_eq!(scenarios.find(&put), Some("new"));
        assert!(put.starts_with("a\n") && put.ends_with("b\n"));
        assert_eq!(scenarios.put("no place", "x"), None);
        assert_eq!((shares.put(&document, "x"), shares.find(&document)), (None, None));
    }

    #[test]
    fn a_table_has_a_column_a_place_and_one_for_the_quirks_where_there_are_some() {
        let row = ["passed\t\n", "failed\t\n"].map(Passed::read).to_vec();
        let mut table = Table::of_sharing();
        let names = ["a_link".to_owned()];
        let plain = "| scenario | SQLite | PostgreSQL |\n|---|---|---|\n| a link | passed | FAILED |\n";
        assert_eq!(table.written(&names, &[row]), plain);
        table.quirks = vec!["slow"];
        let row = ["passed\t\nfailed\tslow\n", ""].map(Passed::read).to_vec();
        let quirky = "| scenario | SQLite | its 1 quirks | PostgreSQL |\n|---|---|---|---|\n\
            | a link | passed | 0 of 1 | NOT PLAYED |\n\nThe quirks: slow.\n";
        assert_eq!(table.written(&names, &[row]), quirky);
    }
}

//! The table of scenarios in `docs/sync.md`: which there are, how each went where,
//! and how that is written.

use super::Quirks;
use std::fmt::Write as _;
use std::path::Path;

const BEGIN: &str = "<!-- made by cargo xtask scenarios: begin -->\n";
const END: &str = "<!-- made by cargo xtask scenarios: end -->\n";

/// How many of how many sorts of a practice a scenario passed on, the plain one first.
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

/// The names of the scenarios, in their order: those that `tests/tests/practice/main.rs` lists.
///
/// # Panics
/// Where they can't be read.
#[must_use]
pub fn names() -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/practice/main.rs");
    let text = std::fs::read_to_string(file).unwrap();
    let (_, list) = text.split_once("\nscenarios! {\n").unwrap();
    let (list, _) = list.split_once("\n}\n").unwrap();
    list.lines().map(|line| line.trim().split_once("::").unwrap().1.to_owned()).collect()
}

/// The table, for how each went in process, at HAPI and at sekmet.
#[must_use]
pub fn written(names: &[String], rows: &[[Passed; 3]]) -> String {
    let quirks: Vec<&str> = Quirks::each().into_iter().skip(1).map(|(name, _)| name).collect();
    let mut table = format!(
        "| scenario | in process | its {} quirks | HAPI FHIR | sekmet |\n|---|---|---|---|---|\n",
        quirks.len()
    );
    for (name, [here, hapi, sekmet]) in names.iter().zip(rows) {
        let cells =
            [here.first().to_owned(), here.rest(), hapi.first().to_owned(), sekmet.first().to_owned()];
        let _ = writeln!(table, "| {} | {} |", name.replace('_', " "), cells.join(" | "));
    }
    let _ = writeln!(table, "\nThe quirks: {}.", quirks.join("; "));
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

/// The table in which every scenario passed everywhere.
#[must_use]
pub fn all_passed() -> String {
    let names = names();
    let sorts = Quirks::each().len();
    let row = || [Passed(vec![true; sorts]), Passed(vec![true]), Passed(vec![true])];
    let rows: Vec<[Passed; 3]> = names.iter().map(|_| row()).collect();
    written(&names, &rows)
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
    fn the_table_goes_in_its_place_and_is_found_there() {
        let document = format!("a\n{BEGIN}old\n{END}b\n");
        let put = put(&document, "new\n").unwrap();
        assert_eq!(of(&put), Some("new"));
        assert!(put.starts_with("a\n") && put.ends_with("b\n"));
        assert_eq!(super::put("no place", "x"), None);
    }
}

//! `cargo xtask android screens`: docs/screens.md, of what a whole run of the tests drew.

use super::places::{android, files, out};
use super::tests::seen;
use crate::run::{Done, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

/// What is known of one screen.
#[derive(Default)]
struct Seen {
    states: BTreeSet<String>,
    driven: BTreeSet<String>,
    drawn: BTreeSet<String>,
}

/// Writes it.
pub fn run() -> Done {
    let docs = root().join("docs");
    let read = |path: &std::path::Path| {
        fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let list = read(&docs.join("screens.tsv"))?;
    let noted = read(&seen())
        .map_err(|why| format!("{why}: run `cargo xtask android test` first, with no --only"))?;
    let seen = gathered(&noted);
    let not_yet = not_yet()?;
    let pictures = out().join("pictures");
    let ways: Vec<String> = ["light", "dark", "large", "welsh", "right-to-left"].map(str::to_owned).to_vec();
    let mut text = String::from(HEAD);
    let (mut made, mut driven) = (0, 0);
    for row in list.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [name, place, depth, what] = cells.as_slice() else {
            return Err(format!("not four cells: {row}"));
        };
        let none = Seen::default();
        let seen = seen.get(*name).unwrap_or(&none);
        let pictured =
            ways.iter().filter(|way| pictures.join(way).join(format!("{name}.png")).exists()).count();
        let is_made = !not_yet.contains(&format!("\"{name}\""));
        made += usize::from(is_made);
        driven += usize::from(!seen.driven.is_empty());
        let states = seen.states.iter().cloned().collect::<Vec<_>>().join(", ");
        let _ = writeln!(
            text,
            "| {name} | {what} | {place} {depth} | {} | {states} | {} | {} | {} |",
            if is_made { "yes" } else { "not yet" },
            seen.drawn.len(),
            seen.driven.len(),
            if pictured == 0 { String::new() } else { format!("{pictured} of {}", ways.len()) },
        );
    }
    let _ = writeln!(text, "\n{made} made, {driven} driven by taps, of {}.", list.lines().skip(1).count());
    let file = docs.join("screens.md");
    fs::write(&file, text).map_err(|error| error.to_string())?;
    println!("{}: {made} made, {driven} driven by taps", file.display());
    Ok(())
}

const HEAD: &str = "# Screens\n
Made by `cargo xtask android screens` of docs/screens.tsv, of what the last whole run of the Android tests
drew, and of the pictures that `cargo xtask android pictures` left. Empty: a plan with nothing in it;
filled: one with something of everything; gone: what the screen is about is not there. Every drawn screen is
asked for roles, names, headings and 48 dp. Driven: somebody tapped their way there, in so many tests.\n
| screen | what | place, depth | made | states | tests that drew it | driven | pictures |
|---|---|---|---|---|---|---|---|
";

fn gathered(noted: &str) -> BTreeMap<String, Seen> {
    let mut all: BTreeMap<String, Seen> = BTreeMap::new();
    for line in noted.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [name, how, test, state] = cells.as_slice() else { continue };
        let seen = all.entry((*name).to_owned()).or_default();
        seen.drawn.insert((*test).to_owned());
        if *how == "driven" {
            seen.driven.insert((*test).to_owned());
        }
        seen.states.insert(if state.is_empty() { "filled" } else { state }.to_owned());
    }
    all
}

/// The names in `NOT_YET`, as they are written there.
fn not_yet() -> Result<String, String> {
    let main = android().join("app").join("src").join("main");
    let sources = files(&main, &["kt"]);
    let text = sources.iter().filter_map(|file| fs::read_to_string(file).ok());
    let list =
        text.filter_map(|text| Some(text.split_once("val NOT_YET")?.1.split_once(')')?.0.to_owned())).next();
    list.ok_or_else(|| "there is no NOT_YET among the app's sources".to_owned())
}

#[cfg(test)]
mod tests {
    use super::gathered;

    #[test]
    fn a_screen_is_driven_where_a_test_tapped_its_way_there() {
        let seen = gathered("goal\tdrawn\tone\tgone\ngoal\tdriven\ttwo\t\n");
        let goal = &seen["goal"];
        assert_eq!((goal.drawn.len(), goal.driven.len()), (2, 1));
        assert_eq!(goal.states.iter().map(String::as_str).collect::<Vec<_>>(), ["filled", "gone"]);
    }
}

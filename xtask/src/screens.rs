//! `cargo xtask screens`: docs/screens.md, of what a whole run of each shell's tests drew.

use crate::run::{Done, root};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// How pictures are drawn, on both phones.
const WAYS: [&str; 5] = ["light", "dark", "large", "welsh", "right-to-left"];

/// What is known of one screen in one shell.
#[derive(Default)]
struct Seen {
    states: BTreeSet<String>,
    driven: BTreeSet<String>,
    drawn: BTreeSet<String>,
}

/// A shell: what its tests noted, and where its pictures lie.
struct Shell {
    verb: &'static str,
    cells: usize,
    made: fn(&str) -> Result<bool, String>,
    picture: fn(&Path, &str, &str) -> PathBuf,
    tells_states: bool,
}

const SHELLS: [Shell; 2] = [
    Shell {
        verb: "android",
        cells: 5,
        made: made_on_android,
        picture: |folder, way, name| folder.join(way).join(format!("{name}.png")),
        tells_states: true,
    },
    Shell {
        verb: "ios",
        cells: 4,
        made: made_on_ios,
        picture: |folder, way, name| folder.join(format!("{name}-{way}.png")),
        tells_states: false,
    },
];

/// Writes it. A shell whose tests have not run here keeps the cells that stand there.
pub fn run(_: &[String]) -> Done {
    let docs = root().join("docs");
    let list = read(&docs.join("screens.tsv"))?;
    let file = docs.join("screens.md");
    let before = kept(&fs::read_to_string(&file).unwrap_or_default());
    let noted: Vec<Option<BTreeMap<String, Seen>>> = SHELLS.iter().map(noted).collect();
    let mut text = String::from(HEAD);
    let mut counts = [(0, 0), (0, 0)];
    for row in list.lines().skip(1) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [name, place, depth, what] = cells.as_slice() else {
            return Err(format!("not four cells: {row}"));
        };
        let mut line = format!("| {name} | {what} | {place} {depth} |");
        for (at, shell) in SHELLS.iter().enumerate() {
            let cells = match noted.get(at).and_then(Option::as_ref) {
                Some(seen) => told(shell, name, seen.get(*name))?,
                None => before
                    .get(*name)
                    .and_then(|cells| cells.get(at))
                    .cloned()
                    .unwrap_or_else(|| unknown(shell)),
            };
            if let Some((made, driven)) = counts.get_mut(at) {
                *made += usize::from(cells.first().is_some_and(|cell| cell == "yes"));
                *driven +=
                    usize::from(cells.iter().rev().nth(1).is_some_and(|cell| cell != "0" && cell != NONE));
            }
            let _ = write!(line, " {} |", cells.join(" | "));
        }
        let _ = writeln!(text, "{line} {NEEDS} |");
    }
    let all = list.lines().skip(1).count();
    let [android, ios] = counts;
    let _ = writeln!(
        text,
        "\nOf {all}: {} made and {} driven by taps on Android, {} made and {} driven on iOS.",
        android.0, android.1, ios.0, ios.1
    );
    fs::write(&file, text).map_err(|error| error.to_string())?;
    for (shell, (noted, (made, driven))) in SHELLS.iter().zip(noted.iter().zip(counts)) {
        let how = if noted.is_some() {
            "as its tests drew them now"
        } else {
            "as they stood: its tests have not run here"
        };
        println!("{}: {made} made, {driven} driven, of {all}; {how}", shell.verb);
    }
    Ok(())
}

const NONE: &str = "none";
const NEEDS: &str = "needs a device";

const HEAD: &str = "# Screens\n
Made by `cargo xtask screens` of docs/screens.tsv, of what the last whole run of each app’s tests drew (`cargo xtask android test`,
`cargo xtask ios test`), and of the pictures that `cargo xtask android pictures` and `cargo xtask ios pictures` left. A shell whose
tests did not run where it was made keeps the cells it had. Empty: a plan with nothing in it; filled: one with something of
everything; gone: what the screen is about is not there. Every drawn screen is asked for names, roles and headings, on Android for
48 dp too. Tests: so many drew it; driven: in so many somebody tapped their way there. Pictures: of light, dark, large, Welsh, from
right to left; those of iOS are schematic. Nothing has run on a phone.\n
| screen | what | place, depth | Android | states | tests | driven | pictures | iOS | tests | driven | pictures | on a phone |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
";

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// What a whole run of a shell's tests noted, if there was one here.
fn noted(shell: &Shell) -> Option<BTreeMap<String, Seen>> {
    let file = root().join("target").join(shell.verb).join("seen.tsv");
    fs::read_to_string(file).ok().map(|text| gathered(&text))
}

/// A shell's cells for one screen.
fn told(shell: &Shell, name: &str, seen: Option<&Seen>) -> Result<Vec<String>, String> {
    let none = Seen::default();
    let is_made = (shell.made)(name)?;
    // Somebody may have tapped their way to a page that says "not yet".
    let seen = seen.filter(|_| is_made).unwrap_or(&none);
    let folder = root().join("target").join(shell.verb).join("pictures");
    let pictured = WAYS.iter().filter(|way| (shell.picture)(&folder, way, name).exists()).count();
    let mut cells = vec![if is_made { "yes" } else { "not yet" }.to_owned()];
    if shell.tells_states {
        let states = seen.states.iter().cloned().collect::<Vec<_>>().join(", ");
        cells.push(if states.is_empty() { NONE.to_owned() } else { states });
    }
    cells.push(seen.drawn.len().to_string());
    cells.push(seen.driven.len().to_string());
    cells.push(if pictured == 0 { NONE.to_owned() } else { format!("{pictured} of {}", WAYS.len()) });
    Ok(cells)
}

fn unknown(shell: &Shell) -> Vec<String> {
    vec![NONE.to_owned(); shell.cells]
}

/// The cells of each shell that stand in the document, by the screen's name.
fn kept(text: &str) -> BTreeMap<String, Vec<Vec<String>>> {
    let mut all = BTreeMap::new();
    for line in text.lines().filter(|line| line.starts_with("| ")) {
        let cells: Vec<String> =
            line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
        let mut rest = cells.get(3..).unwrap_or_default();
        let mut shells = Vec::new();
        for shell in &SHELLS {
            let Some((own, after)) = rest.split_at_checked(shell.cells) else { break };
            shells.push(own.to_vec());
            rest = after;
        }
        if shells.len() == SHELLS.len() {
            all.insert(cells.first().cloned().unwrap_or_default(), shells);
        }
    }
    all
}

/// Lines of: the screen, `driven` or `drawn`, the test, the state.
fn gathered(noted: &str) -> BTreeMap<String, Seen> {
    let mut all: BTreeMap<String, Seen> = BTreeMap::new();
    for line in noted.lines() {
        let mut cells = line.split('\t');
        let (Some(name), Some(how), Some(test)) = (cells.next(), cells.next(), cells.next()) else {
            continue;
        };
        let seen = all.entry(name.to_owned()).or_default();
        seen.drawn.insert(test.to_owned());
        if how == "driven" {
            seen.driven.insert(test.to_owned());
        }
        let state = cells.next().filter(|state| !state.is_empty()).unwrap_or("filled");
        seen.states.insert(state.to_owned());
    }
    all
}

/// Not among the names in `NOT_YET`.
fn made_on_android(name: &str) -> Result<bool, String> {
    let sources = sources(&root().join("android/app/src/main"), "kt");
    let list = sources.iter().find_map(|text| Some(text.split_once("val NOT_YET")?.1.split_once(')')?.0));
    let list = list.ok_or("there is no NOT_YET among the app's sources")?;
    Ok(!list.contains(&format!("\"{name}\"")))
}

/// A feature lists it, or the root draws it itself.
fn made_on_ios(name: &str) -> Result<bool, String> {
    let sources = sources(&root().join("ios/Sources/Features"), "swift");
    let by_root = sources.iter().find_map(|text| Some(text.split_once("let byRoot")?.1.split_once(']')?.0));
    let by_root = by_root.ok_or("there is no byRoot among the app's screens")?;
    let listed = format!("Screen(\"{name}\"");
    Ok(by_root.contains(&format!("\"{name}\"")) || sources.iter().any(|text| text.contains(&listed)))
}

fn sources(folder: &Path, ending: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == ending) {
                texts.extend(fs::read_to_string(path).ok());
            }
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_screen_is_driven_where_a_test_tapped_its_way_there() {
        let seen = gathered("goal\tdrawn\tone\tgone\ngoal\tdriven\ttwo\t\ngoal\tdriven\ttwo\n");
        let goal = &seen["goal"];
        assert_eq!((goal.drawn.len(), goal.driven.len()), (2, 1));
        assert_eq!(goal.states.iter().map(String::as_str).collect::<Vec<_>>(), ["filled", "gone"]);
    }

    #[test]
    fn a_screen_is_made_where_a_shell_lists_it() {
        assert_eq!(
            (made_on_android("today"), made_on_ios("today"), made_on_ios("first-run")),
            (Ok(true), Ok(true), Ok(true))
        );
        assert_eq!(made_on_ios("no-such-screen"), Ok(false));
    }

    /// Every screen is there for both phones, and nothing is left out by leaving a cell empty.
    #[test]
    fn the_table_of_screens_has_every_screen_and_no_empty_cell() {
        let list = read(&root().join("docs/screens.tsv")).unwrap();
        let table = read(&root().join("docs/screens.md")).unwrap();
        let known = kept(&table);
        for name in list.lines().skip(1).filter_map(|row| row.split('\t').next()) {
            assert!(known.contains_key(name), "{name} is not in docs/screens.md: cargo xtask screens");
        }
        for line in table.lines().filter(|line| line.starts_with("| ")) {
            let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
            assert_eq!(cells.len(), 13, "{line}");
            assert!(cells.iter().all(|cell| !cell.is_empty()), "{line}");
        }
    }
}

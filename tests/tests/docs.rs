//! The documents name tests as the proof of what they say. Each must exist.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Rust files below a folder.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    files(folder, "rs")
}

/// Files of one sort below a folder.
fn files(folder: &Path, sort: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files(&path, sort));
        } else if path.extension().is_some_and(|ext| ext == sort) {
            found.push(path);
        }
    }
    found
}

/// The module a file is, below its crate's own: `store/tests.rs` is `store::tests`.
fn module(file: &Path, source: &Path) -> String {
    let inner = file.strip_prefix(source).unwrap().with_extension("");
    let parts: Vec<&str> = inner.iter().map(|part| part.to_str().unwrap()).collect();
    let named = match parts.split_last() {
        Some((&"mod" | &"lib" | &"main", folders)) => folders,
        _ => &parts[..],
    };
    named.join("::")
}

/// The names of the tests in one file, below the module: `tests::a_name` where
/// they stand in a module of their own.
fn tests_in(text: &str) -> Vec<String> {
    let mut found = scenarios_in(text);
    let (mut inline, mut is_test) = (None, false);
    for line in text.lines() {
        let code = line.trim_start();
        if let Some(name) = code.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(" {")) {
            inline = Some(name.to_owned());
        }
        if line == "}" {
            inline = None;
        }
        if code == "#[test]" {
            is_test = true;
        } else if is_test && let Some(rest) = code.strip_prefix("fn ") {
            let name = rest.split(['(', '<']).next().unwrap();
            found.push(inline.iter().map(String::as_str).chain([name]).collect::<Vec<_>>().join("::"));
            is_test = false;
        }
    }
    found
}

/// The scenarios that a file lists: each is a test on every practice.
fn scenarios_in(text: &str) -> Vec<String> {
    let list = text.split_once("\nscenarios! {\n").and_then(|(_, rest)| rest.split_once("\n}\n"));
    let names = list.map(|(list, _)| list.lines()).into_iter().flatten();
    names.filter_map(|line| Some(line.split_once("::")?.1.to_owned())).collect()
}

/// The tests of the Android app, as `android::a_name`: those that a class of JUnit's marks.
fn tests_of_android() -> Vec<String> {
    let mut found = Vec::new();
    for file in files(&root().join("android"), "kt") {
        let text = fs::read_to_string(file).unwrap();
        // The mark may stand on a line of its own or before the function.
        for marked in text.split("@Test").skip(1) {
            if let Some((_, rest)) = marked.split_once("fun ") {
                found.push(format!("android::{}", rest.split('(').next().unwrap()));
            }
        }
    }
    found
}

/// The tests of the iOS app as XCTest prints them: `Class.testAName`.
fn tests_of_ios() -> Vec<String> {
    let folders = ["ios/Tests", "ios/StandIn/Tests"];
    let files = folders.iter().flat_map(|folder| files(&root().join(folder), "swift"));
    files.flat_map(|file| tests_of_swift(&fs::read_to_string(file).unwrap())).collect()
}

/// Every function that takes nothing and begins with `test`, in a class of tests.
fn tests_of_swift(text: &str) -> Vec<String> {
    let (mut class, mut found) = ("", Vec::new());
    for line in text.lines() {
        if let Some((before, _)) = line.split_once(": XCTestCase") {
            class = before.rsplit(' ').next().unwrap();
        } else if let Some((name, _)) =
            line.split_once("func test").and_then(|(_, rest)| rest.split_once("()"))
        {
            found.push(format!("{class}.test{name}"));
        }
    }
    found
}

/// Every test by its whole name: the crate as `cargo test` builds it, the module, the test.
fn every_test() -> BTreeSet<String> {
    let mut names: BTreeSet<String> = tests_of_android().into_iter().chain(tests_of_ios()).collect();
    let mut add = |crate_name: &str, source: &Path, file: &Path| {
        let module = module(file, source);
        for test in tests_in(&fs::read_to_string(file).unwrap()) {
            let parts = [crate_name, &module, &test];
            names.insert(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("::"));
        }
    };
    for (crate_name, folder) in [
        ("hearth_core", "core"),
        ("hearth_card", "core/card"),
        ("hearth_paper", "core/paper"),
        ("hearth_sealed", "core/sealed"),
        ("hearth_bindings", "bindings"),
        ("hearth_bindgen", "bindings/bindgen"),
        ("hearth_host", "host"),
        ("hearth_tests", "tests"),
        ("xtask", "xtask"),
    ] {
        let source = root().join(folder).join("src");
        rust_files(&source).iter().for_each(|file| add(crate_name, &source, file));
        let Ok(entries) = fs::read_dir(root().join(folder).join("tests")) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            if path.join("main.rs").exists() {
                rust_files(&path).iter().for_each(|file| add(&name, &path, file));
            } else if path.extension().is_some_and(|ext| ext == "rs") {
                add("", path.parent().unwrap(), &path);
            }
        }
    }
    names
}

/// The tests that a document names: what stands in back-ticks, has `::` in it and
/// ends in words joined by underscores, or is one of Swift's.
fn named_in(document: &str) -> Vec<&str> {
    let quoted = document.split('`').skip(1).step_by(2);
    let is_test = |name: &&str| {
        let word = |part: &str| {
            !part.is_empty()
                && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        };
        let is_word = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric());
        let is_swift = name.split_once('.').is_some_and(|(class, test)| {
            class.ends_with("Tests") && test.starts_with("test") && is_word(class) && is_word(test)
        });
        is_swift
            || name.contains("::")
                && name.split("::").all(word)
                && name.rsplit("::").next().is_some_and(|last| last.matches('_').count() >= 2)
    };
    quoted.filter(is_test).collect()
}

#[test]
fn every_test_that_a_document_names_exists() {
    let tests = every_test();
    assert!(tests.len() > 300, "the tests were not found: {}", tests.len());
    for (document, least) in [("docs/safety/hazards.md", 60), ("docs/security.md", 40)] {
        let text = fs::read_to_string(root().join(document)).unwrap();
        let named = named_in(&text);
        assert!(named.len() >= least, "{document} names only {} tests", named.len());
        for name in named {
            assert!(tests.contains(name), "{document} names {name}, and there is no such test");
        }
    }
}

#[test]
fn every_hazard_has_a_number_of_its_own_a_control_and_a_test_or_says_what_is_open() {
    let text = fs::read_to_string(root().join("docs/safety/hazards.md")).unwrap();
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| line.starts_with("| H"))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect();
    assert!(rows.len() >= 20, "only {} hazards", rows.len());
    let mut numbers = BTreeSet::new();
    for row in &rows {
        assert_eq!(row.len(), 9, "{row:?}");
        assert!(numbers.insert(row[0]), "{} is there twice", row[0]);
        assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
        let open = row[8].starts_with("Open");
        assert!(open || !named_in(row[7]).is_empty(), "{} names no test", row[0]);
    }
}

/// The table of coverage is made, never written: `cargo xtask coverage`.
#[test]
fn the_table_of_prsb_coverage_and_the_readmes_counts_are_what_the_trees_say() {
    use hearth_core::prsb::{List, coverage};
    let committed = fs::read_to_string(root().join("docs/prsb-coverage.md")).unwrap();
    assert!(committed == coverage::document(), "run cargo xtask coverage");
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    for list in List::ALL {
        let sentence = coverage::sentence(*list);
        assert!(readme.contains(&sentence), "the README does not say: {sentence}");
        assert!(committed.contains(&sentence), "{sentence}");
    }
}

/// The tables of scenarios are made, never written: `cargo xtask scenarios`, `cargo xtask shares`.
#[test]
fn the_tables_of_scenarios_have_every_scenario_and_say_that_all_passed_everywhere() {
    use hearth_tests::table::Table;
    for (table, least) in [(Table::of_practices(), 25), (Table::of_sharing(), 20)] {
        let document = fs::read_to_string(root().join(table.document)).unwrap();
        let committed = table.find(&document).unwrap();
        assert_eq!(committed, table.all_passed().trim_end(), "run cargo xtask {}", table.command);
        assert!(table.names().len() >= least);
    }
}

#[test]
fn the_scan_reads_tests_and_names_as_they_are_written() {
    let text = "#[test]\nfn one_two_three() {\n}\nmod tests {\n    #[test]\n    fn four_five_six() {}\n}\n";
    assert_eq!(tests_in(text), ["one_two_three", "tests::four_five_six"]);
    let document = "`a::one_two_three` and `Kind::Goal`, `plan::check`, `b::c::d_e_f`, `ATests.testOneTwo`";
    assert_eq!(named_in(document), ["a::one_two_three", "b::c::d_e_f", "ATests.testOneTwo"]);
    let swift = "final class ATests: XCTestCase {\n    func testOneTwo() async throws {\n    func testing(_ what: Int) {";
    assert_eq!(tests_of_swift(swift), ["ATests.testOneTwo"]);
    let file = Path::new("src/store/tests.rs");
    assert_eq!(module(file, Path::new("src")), "store::tests");
}

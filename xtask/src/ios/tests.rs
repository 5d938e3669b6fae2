//! Compiling the packages and running their tests, each counted.

use super::{app, core, names, out, setup, sources};
use crate::hosts::Hosts;
use crate::run::{Done, option, shown};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Everything up to compiled tests; the folder of `swift`.
pub fn build() -> Result<PathBuf, String> {
    names::check()?;
    let swift = setup::swift()?;
    app::check()?;
    core::package()?;
    let mut build = command(&swift, "build")?;
    build.args(["--build-tests", "--quiet"]);
    if shown(&mut build) { Ok(swift) } else { Err("the iOS packages do not compile".to_owned()) }
}

/// `swift` with one of its verbs, in our folders.
fn command(swift: &Path, verb: &str) -> Result<Command, String> {
    let mut command = Command::new(swift.join("swift"));
    command.arg(verb).current_dir(sources()).arg("--scratch-path").arg(out().join("build"));
    command.env("HEARTH_LIBRARY", core::library_folder()?);
    // What SwiftPM and a broken-off test leave behind lies here, and not in everybody's.
    let scratch = out().join("tmp");
    fs::create_dir_all(&scratch).map_err(|error| error.to_string())?;
    command.env("TMPDIR", scratch);
    Ok(command)
}

/// Runs the tests, or those whose name holds what `--only` says.
pub fn run(args: &[String]) -> Done {
    let only = option(args, "--only").unwrap_or_default();
    let mut seen = Vec::new();
    if only.is_empty() {
        let file = out().join("seen.tsv");
        let _ = fs::remove_file(&file);
        seen.push(("HEARTH_IOS_SEEN", file));
    }
    launch(only, &seen)
}

/// Builds, runs and prints the closing line. A test that is in the sources and did not run has failed.
pub fn launch(only: &str, variables: &[(&str, PathBuf)]) -> Done {
    let swift = build()?;
    let wanted = written(only);
    if wanted == 0 {
        return Err("there is no such test".to_owned());
    }
    let mut test = command(&swift, "test")?;
    test.args(["--skip-build", "--disable-swift-testing"]);
    if !only.is_empty() {
        test.args(["--filter", only]);
    }
    test.envs(variables.iter().map(|(name, value)| (name, value)));
    // Practices to link with, in this process: they end with it.
    let street = hearth_tests::practice::street::open().map_err(|error| error.to_string())?;
    test.env("HEARTH_STREET", street);
    let hosts = Hosts::begin()?;
    test.env("HEARTH_HOSTS", &hosts.address);
    test.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::inherit());
    let mut running = test.spawn().map_err(|error| error.to_string())?;
    let (mut passed, mut failed, mut skipped) = (0, 0, 0);
    let said = running.stdout.take().map(BufReader::new);
    for line in said.into_iter().flat_map(BufRead::lines).map_while(Result::ok) {
        match outcome(&line) {
            Some(Outcome::Passed) => passed += 1,
            Some(Outcome::Failed) => failed += 1,
            Some(Outcome::Skipped) => skipped += 1,
            None if line.starts_with("Test ") || line.contains("Executed ") => continue,
            None => {}
        }
        println!("{line}");
    }
    let ended_well = running.wait().is_ok_and(|status| status.success());
    let _ = fs::remove_dir_all(out().join("tmp"));
    let ran = passed + failed + skipped;
    if ran < wanted {
        println!("{} tests did not run: it ended before them", wanted - ran);
        failed += wanted - ran;
    }
    println!("{passed} passed, {failed} failed, {skipped} skipped");
    if ended_well && failed == 0 { Ok(()) } else { Err("a test of the iOS app failed".to_owned()) }
}

#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    Skipped,
}

/// `Test Case 'BridgeTests.testX' passed (0.1 seconds)`.
fn outcome(line: &str) -> Option<Outcome> {
    let rest = line.strip_prefix("Test Case '")?.split_once("' ")?.1;
    match rest.split(' ').next()? {
        "passed" => Some(Outcome::Passed),
        "failed" => Some(Outcome::Failed),
        "skipped" => Some(Outcome::Skipped),
        _ => None,
    }
}

/// How many tests are written in the sources, of those whose `Class.test` or file holds `only`.
fn written(only: &str) -> usize {
    let folders = [sources().join("Tests"), sources().join("StandIn").join("Tests")];
    let files = folders.iter().flat_map(|folder| names::swift(folder));
    files.map(|file| fs::read_to_string(file).unwrap_or_default()).map(|text| tests_in(&text, only)).sum()
}

fn tests_in(text: &str, only: &str) -> usize {
    let mut class = "";
    let mut count = 0;
    for line in text.lines() {
        if let Some(rest) = line.split("class ").nth(1).filter(|_| line.contains(": XCTestCase")) {
            class = rest.split(':').next().unwrap_or_default().trim();
        }
        let name = line.trim_start().trim_start_matches("@MainActor ").strip_prefix("func test");
        if let Some(rest) = name {
            let name = rest.split('(').next().unwrap_or_default();
            count += usize::from(format!("{class}/test{name}").contains(only));
        }
    }
    count
}

#[cfg(test)]
mod counting {
    use super::*;

    #[test]
    fn what_came_of_a_test_is_read() {
        assert_eq!(outcome("Test Case 'A.testB' passed (0.1 seconds)"), Some(Outcome::Passed));
        assert_eq!(outcome("Test Case 'A.testB' failed (0.1 seconds)"), Some(Outcome::Failed));
        assert_eq!(outcome("Test Case 'A.testB' skipped (0.1 seconds)"), Some(Outcome::Skipped));
        assert_eq!(outcome("Test Case 'A.testB' started at 2026-11-23"), None);
        assert_eq!(outcome("a person wrote: Test Case 'A' passed"), None);
    }

    #[test]
    fn tests_are_counted_where_they_are_written() {
        let text = "final class A: XCTestCase {\n    func testOne() async {\n    @MainActor func testTwo() async throws {\n    func helper() {\n}\n";
        assert_eq!(tests_in(text, ""), 2);
        assert_eq!(tests_in(text, "A/testO"), 1);
        assert_eq!(tests_in(text, "B"), 0);
    }
}

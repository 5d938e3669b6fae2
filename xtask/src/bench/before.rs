//! `cargo xtask bench --before PROGRAM`: Hearth's own rows beside an earlier
//! Hearth, by turns in one run, so that a change which costs time is seen.
//! PROGRAM is the `hearth` of `bench/target/release` built from the earlier code.

use super::path_of;
use crate::run::{Done, root, shown};
use crate::stats::{Comparison, compare};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Rows that both programs have: their names, verbs and arguments.
const ROWS: &[(&str, &str, &[&str])] = &[
    ("1", "row1", &[]),
    ("2", "row2", &[]),
    ("3", "row3", &["210"]),
    ("3-card", "row3-card", &[]),
    ("4-1000", "row4", &["1000"]),
    ("4-10000", "row4", &["10000"]),
    ("5", "row5", &[]),
    ("9-core", "home", &[]),
];

/// Each program with files of its own.
struct Side {
    program: PathBuf,
    folder: PathBuf,
}

impl Side {
    fn prepare(program: PathBuf, name: &str) -> Result<Self, String> {
        let folder = root().join("target").join("bench").join(name);
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        println!("preparing {name}");
        match shown(Command::new(&program).arg("prepare").arg(&folder)) {
            true => Ok(Self { program, folder }),
            false => Err(format!("{name} could not prepare its files")),
        }
    }

    fn say(&self, verb: &str, more: &[&str], round: u32, field: &str) -> Result<f64, String> {
        let mut command = Command::new(&self.program);
        command.arg(verb).arg(&self.folder).args(more).args(["--round", &round.to_string()]);
        let output = command.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
        }
        let said: serde_json::Value =
            serde_json::from_slice(&output.stdout).map_err(|error| format!("{verb}: {error}"))?;
        said[field].as_f64().ok_or_else(|| format!("{verb} says no {field}"))
    }
}

/// Measures every row of both, and prints what changed.
pub fn run(before: &Path, rounds: u32, seed: u64) -> Done {
    let mut cargo = crate::run::cargo();
    cargo.current_dir(root().join("bench")).args([
        "build",
        "--release",
        "--quiet",
        "--package",
        "bench-hearth",
    ]);
    if !shown(&mut cargo) {
        return Err("hearth could not be built".to_owned());
    }
    let now = Side::prepare(path_of("hearth"), "now")?;
    let before = Side::prepare(before.to_owned(), "before")?;
    println!(
        "\n{:<10} {:>12} {:>12}   now / before, {rounds} rounds by turns (95 %)",
        "row", "now", "before"
    );
    for (name, verb, more) in ROWS {
        match compared(&now, &before, verb, more, rounds, seed) {
            Ok(both) => println!(
                "{name:<10} {:>9.1} us {:>9.1} us   {:.3}x",
                both.a.median / 1e3,
                both.b.median / 1e3,
                both.ratio
            ),
            Err(why) => println!("{name:<10} not measured: {why}"),
        }
    }
    let bytes = |side: &Side| side.say("row6", &[], 0, "bytes");
    println!("{:<10} {:>10.0} B {:>10.0} B", "6", bytes(&now)?, bytes(&before)?);
    Ok(())
}

fn compared(
    now: &Side,
    before: &Side,
    verb: &str,
    more: &[&str],
    rounds: u32,
    seed: u64,
) -> Result<Comparison, String> {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        // Who goes first changes, so that neither always finds a warm machine.
        if round % 2 == 0 {
            ours.push(now.say(verb, more, round, "ns")?);
            theirs.push(before.say(verb, more, round, "ns")?);
        } else {
            theirs.push(before.say(verb, more, round, "ns")?);
            ours.push(now.say(verb, more, round, "ns")?);
        }
    }
    compare(&ours, &theirs, seed).map_err(|error| error.to_string())
}

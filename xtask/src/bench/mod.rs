//! `cargo xtask bench`: the bars of speed and size, Hearth beside what it is
//! measured against, in one run. Rounds take turns between processes, since two
//! SQLites cannot link into one binary. Prints a table with a plot, and writes
//! `target/bench.json` and `docs/benchmarks.md`.

mod before;
mod built;
mod rows;
pub mod table;

use crate::run::{Done, cargo, option, root, shown};
use rows::{ROWS, Row};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// `--only NAME`: one row; `--n N`: rounds (30 if not said); `--seed S`: of the
/// intervals; `--before PROGRAM`: beside an earlier Hearth instead.
pub fn run(args: &[String]) -> Done {
    let rounds: u32 = option(args, "--n").map_or(Ok(30), str::parse).map_err(|_| "--n wants a number")?;
    let seed: u64 = option(args, "--seed").map_or(Ok(20), str::parse).map_err(|_| "--seed wants a number")?;
    if let Some(program) = option(args, "--before") {
        return before::run(Path::new(program), rounds, seed);
    }
    let only = option(args, "--only");
    let rows: Vec<&Row> = ROWS.iter().filter(|row| only.is_none_or(|only| row.name == only)).collect();
    if rows.is_empty() {
        let names: Vec<&str> = ROWS.iter().map(|row| row.name).collect();
        return Err(format!("There is no such row; there is {}.", names.join(", ")));
    }
    let bench = Bench::prepare(&rows)?;
    let mut results = Vec::new();
    for row in rows {
        println!("measuring {}: {}", row.name, row.what);
        results.push(bench.measure(row, rounds, seed)?);
    }
    let machine = table::machine();
    table::print(&results);
    table::write_json(&root().join("target").join("bench.json"), &results, &machine, seed)?;
    table::write_markdown(&root().join("docs").join("benchmarks.md"), &results, &machine)
}

/// The built programs and their prepared files.
struct Bench {
    folder: PathBuf,
    built: Vec<&'static str>,
}

/// What one row came to.
pub struct Measured {
    pub row: &'static Row,
    /// What was compared, or one sentence of why it was not.
    pub outcome: Result<rows::Outcome, String>,
}

impl Bench {
    /// Builds what the rows need, one program at a time, and makes the files.
    fn prepare(rows: &[&Row]) -> Result<Self, String> {
        let mut wanted: Vec<&'static str> = vec!["hearth"];
        for program in rows.iter().flat_map(|row| row.programs()) {
            if !wanted.contains(&program) {
                wanted.push(program);
            }
        }
        let folder = root().join("target").join("bench");
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let mut built = Vec::new();
        for program in wanted {
            println!("building {program}");
            if program == "jna" {
                match crate::android::bench_program(&path_of(program)) {
                    Ok(()) => built.push(program),
                    Err(why) => println!("SKIPPED jna: {why}"),
                }
                continue;
            }
            if let Some(done) = built::build(program) {
                done?;
                built.push(program);
                continue;
            }
            if program == "paper" {
                match built::fonts(&folder.join("fonts")) {
                    Ok(()) => {}
                    Err(why) => {
                        println!("SKIPPED paper: {why}");
                        continue;
                    }
                }
            }
            let package = if program == "hearth" { "bench-hearth" } else { program };
            let mut cargo = cargo();
            cargo.current_dir(root().join("bench")).args(["build", "--release", "--quiet", "--package"]);
            if !shown(cargo.arg(package)) {
                if program == "sqlcipher" {
                    println!("SKIPPED sqlcipher: its OpenSSL needs perl and make; its rows are left out");
                    continue;
                }
                return Err(format!("{program} could not be built"));
            }
            built.push(program);
            let prepared = folder.join(format!("{program}.prepared"));
            if program == "hearth" || !prepared.exists() {
                println!("preparing {program}");
                if !shown(Command::new(path_of(program)).arg("prepare").arg(&folder)) {
                    return Err(format!("{program} could not prepare its files"));
                }
                std::fs::write(&prepared, "").map_err(|error| error.to_string())?;
            }
        }
        Ok(Self { folder, built })
    }

    fn measure(&self, row: &'static Row, rounds: u32, seed: u64) -> Result<Measured, String> {
        if let Some(missing) = row.programs().into_iter().find(|program| !self.built.contains(program)) {
            return Ok(Measured { row, outcome: Err(format!("{missing} is not here")) });
        }
        Ok(Measured { row, outcome: row.measure(&self.folder, rounds, seed) })
    }
}

fn path_of(program: &str) -> PathBuf {
    root().join("bench").join("target").join("release").join(program)
}

/// One round of one program: the number it says under `field`.
pub fn one_round(call: &rows::Call, folder: &Path, round: u32, field: &str) -> Result<f64, String> {
    let said = numbers(call, folder, round, &[field])?;
    said.first().copied().ok_or_else(|| format!("{} says no {field}", call.program))
}

/// One round of one program: the numbers it says under these fields.
pub fn numbers(call: &rows::Call, folder: &Path, round: u32, fields: &[&str]) -> Result<Vec<f64>, String> {
    let mut command = Command::new(path_of(call.program));
    command.arg(call.verb).arg(folder);
    command.args(call.more).args(["--round", &round.to_string()]).args(call.options);
    let output = command.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().to_owned());
    }
    let said: serde_json::Value =
        serde_json::from_slice(&output.stdout).map_err(|error| format!("{}: {error}", call.program))?;
    let number =
        |field: &&str| said[*field].as_f64().ok_or_else(|| format!("{} says no {field}", call.program));
    fields.iter().map(number).collect()
}

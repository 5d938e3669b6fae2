//! How the results are shown: a table, a plot in text, JSON.

use super::Measured;
use super::rows::{Bar, Outcome};
use crate::run::{Done, first_line};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

/// What the numbers were measured on.
pub struct Machine {
    pub cpu: String,
    pub cores: usize,
    pub system: String,
    pub rustc: String,
    pub date: String,
}

/// This machine.
pub fn machine() -> Machine {
    let cpu = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let cpu = cpu.lines().find(|line| line.starts_with("model name"));
    let cpu = cpu.and_then(|line| line.split_once(": ")).map_or("not known", |(_, name)| name);
    Machine {
        cpu: cpu.to_owned(),
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        system: first_line("uname", &["-sr"]).unwrap_or_else(|| std::env::consts::OS.to_owned()),
        rustc: first_line("rustc", &["--version"]).unwrap_or_default(),
        date: first_line("date", &["+%Y-%m-%d"]).unwrap_or_default(),
    }
}

fn took(outcome: &Outcome) -> (String, String) {
    let ns = |ns: f64| match ns {
        ns if ns < 1e6 => format!("{:.1} us", ns / 1e3),
        ns => format!("{:.2} ms", ns / 1e6),
    };
    match outcome {
        Outcome::Alone(estimate) => (ns(estimate.median), String::new()),
        Outcome::Beside(both) => (ns(both.a.median), ns(both.b.median)),
        Outcome::Size { bytes, text } => (format!("{bytes:.0} B"), format!("{text:.0} B of text")),
        Outcome::File(bytes) => (format!("{bytes:.0} B"), String::new()),
        Outcome::Told(_) => (String::new(), String::new()),
        Outcome::Sync(sync) => {
            let s = |ns: f64| format!("{:.2} s", ns / 1e9);
            let each = sync.each.map(|(ns, requests)| format!("{}, {requests:.0} requests", s(ns)));
            (s(sync.took.median), each.unwrap_or_default())
        }
        Outcome::Memory { hearth, other } => {
            (format!("{:.2} MiB", hearth / 1048576.0), format!("{:.2} MiB", other / 1048576.0))
        }
    }
}

fn lines(results: &[Measured]) -> Vec<[String; 7]> {
    results
        .iter()
        .map(|measured| {
            let row = measured.row;
            let start = [row.name.to_owned(), row.what.to_owned()];
            let [name, what] = start;
            match &measured.outcome {
                Ok(outcome) => {
                    let (met, figure) = row.verdict(outcome);
                    let (ours, theirs) = took(outcome);
                    let met = match row.bar {
                        Bar::Told => "",
                        _ if met => "met",
                        _ => "MISSED",
                    };
                    [name, what, ours, theirs, figure, row.bar_in_words(), met.to_owned()]
                }
                Err(why) => [
                    name,
                    what,
                    why.clone(),
                    String::new(),
                    String::new(),
                    row.bar_in_words(),
                    "not measured".to_owned(),
                ],
            }
        })
        .collect()
}

/// Prints the table, with a plot of the ratios.
pub fn print(results: &[Measured]) {
    println!();
    for [name, what, ours, theirs, figure, bar, met] in lines(results) {
        println!("{name:12} {what:58} {ours:>12} {theirs:>22} {figure:>24} {bar:>22} {met}");
    }
    println!();
    for measured in results {
        if let Ok(Outcome::Beside(both)) = &measured.outcome {
            // One column is a twentieth of a power of two; 1x is in the middle.
            let at = |ratio: f64| (30.0 + ratio.log2() * 4.0).clamp(0.0, 60.0) as usize;
            let mut plot: Vec<char> = vec![' '; 61];
            plot[30] = '|';
            let (low, high) = (at(both.ratio.low), at(both.ratio.high));
            plot.iter_mut().take(high + 1).skip(low).for_each(|mark| *mark = '-');
            plot[at(both.ratio.median)] = 'o';
            println!("{:12} {}", measured.row.name, plot.into_iter().collect::<String>());
        }
    }
    println!("{:12} faster than the other <- 1x -> slower", "");
}

/// Writes `target/bench.json`.
pub fn write_json(path: &Path, results: &[Measured], machine: &Machine, seed: u64) -> Done {
    let rows: Vec<Value> = results
        .iter()
        .map(|measured| match &measured.outcome {
            Ok(outcome) => {
                let (met, figure) = measured.row.verdict(outcome);
                let mut row = json!({
                    "name": measured.row.name, "what": measured.row.what, "figure": figure,
                    "bar": measured.row.bar_in_words(), "met": met, "seed": seed,
                });
                if let Outcome::Beside(both) = outcome {
                    row["runs"] = json!(both.rounds);
                    row["ratio"] = json!({ "low": both.ratio.low, "median": both.ratio.median, "high": both.ratio.high });
                }
                row
            }
            Err(why) => json!({ "name": measured.row.name, "not_measured": why }),
        })
        .collect();
    let machine = json!({
        "cpu": machine.cpu, "cores": machine.cores, "system": machine.system,
        "rustc": machine.rustc, "date": machine.date,
    });
    let all = json!({ "machine": machine, "rows": rows });
    let text = serde_json::to_string_pretty(&all).map_err(|error| error.to_string())?;
    std::fs::write(path, text).map_err(|error| error.to_string())
}

/// Keeps the last measurement of each row in the docs, with its day: what is compared is one
/// run's, whole or of this row alone.
pub fn write_markdown(path: &Path, results: &[Measured], machine: &Machine) -> Done {
    let before = std::fs::read_to_string(path).unwrap_or_default();
    let mut text = String::from("# Benchmarks\n\n");
    let _ = writeln!(
        text,
        "Made by `cargo xtask bench`; last on {}: {} ({} cores), {}, {}. Rounds take turns between\n\
         processes; medians, with a bootstrap 95 % interval of the ratio. What each program does is in\n\
         `bench/README.md`; why a bar is missed, and what would close it, in `docs/performance.md`.\n",
        machine.date, machine.cpu, machine.cores, machine.system, machine.rustc
    );
    text.push_str(
        "| row | what | Hearth | beside | figure (95 %) | bar | | measured |\n|---|---|---|---|---|---|---|---|\n",
    );
    let now = lines(results);
    for row in super::rows::ROWS {
        let measured = now.iter().find(|cells| cells[0] == row.name);
        let line = measured.map(|cells| format!("| {} | {} |", cells.join(" | "), machine.date));
        let kept = || before.lines().find(|line| line.starts_with(&format!("| {} |", row.name)));
        if let Some(line) = line.or_else(|| kept().map(str::to_owned)) {
            let _ = writeln!(text, "{line}");
        }
    }
    std::fs::write(path, text).map_err(|error| error.to_string())
}
